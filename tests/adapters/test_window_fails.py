"""Every way in which a window process can go wrong: nothing is lost, and what can't be shown is told."""

import pytest

from tests.suites.player import LONG
from tests.waiting import stays, wait_for
from unkink.adapters import window as adapter
from unkink.adapters.window import LINE_LIMIT
from unkink.domain.events import RoutineBegan, RoutineEnded, RoutineProgressed
from unkink.domain.notice import Notice
from unkink.ports import Confirmed, NotShown, Show
from unkink.wire.window import Trouble


@pytest.mark.parametrize(
    ("end", "why"),
    [
        (lambda window: window.exit(3), "the window process ended with 3"),
        (lambda window: window.exit(0), "the window process ended with 0"),
        (lambda window: window.kill(), "the window process ended with -9"),
        (
            lambda window: (window.say(Trouble("libGL.so.1 is not installed", "apt install libgl1")), window.exit(1)),
            "libGL.so.1 is not installed (apt install libgl1)",
        ),
        (lambda window: (window.say(Trouble("no display", "")), window.exit(1)), "no display"),
    ],
    ids=["error", "silence", "kill -9", "trouble and hint", "trouble"],
)
def test_one_that_ends_before_it_shows_anything_did_not_show_it(room, end, why):
    end(room.play(run=6))
    assert room.nothing_more(NotShown(6, why))
    assert room.lost == [why]


@pytest.mark.parametrize("how", ["kill", "exit"])
def test_one_that_ends_in_the_middle_stopped_at_its_last_progress(room, how):
    window = room.begun()
    window.progress(17.5)
    wait_for(lambda: room.heard[-1] == RoutineProgressed(1, 17.5))
    getattr(window, how)()
    assert room.nothing_more(RoutineBegan(1, 60.0), RoutineProgressed(1, 17.5), RoutineEnded(1, 17.5, finished=False))
    assert room.lost == [], "windows can be opened here"


def test_killed_after_its_last_word_it_changes_nothing(room):
    window = room.begun()
    window.over(60.0, finished=True)
    wait_for(lambda: len(room.heard) == 2)
    window.kill()
    wait_for(room.all_gone)
    assert room.nothing_more(RoutineBegan(1, 60.0), RoutineEnded(1, 60.0, finished=True))
    assert room.lost == []


def test_one_that_shows_nothing_in_time_is_ended(room, monkeypatch):
    monkeypatch.setattr(adapter, "SHOW_LIMIT", 0.3)
    window = room.play()
    assert room.nothing_more(NotShown(1, "the window process ended with -9"))
    assert window.gone
    assert room.lost


def test_one_that_shows_it_in_time_is_left_alone(room, monkeypatch):
    monkeypatch.setattr(adapter, "SHOW_LIMIT", 0.3)
    window = room.begun()
    assert stays(lambda: not window.gone, 0.6)
    assert room.nothing_more(RoutineBegan(1, 60.0))


def test_reading_a_notice_may_take_as_long_as_it_takes(room, monkeypatch):
    monkeypatch.setattr(adapter, "SHOW_LIMIT", 0.3)
    window = room.play(notices=(Notice.FIRST,))
    window.ask("first")
    assert stays(lambda: not window.gone, 0.6)
    window.agree("first")
    window.begin()
    assert room.nothing_more(Confirmed(Notice.FIRST), RoutineBegan(1, 60.0))


def test_after_the_last_notice_it_has_as_long_again_as_any_window(room, monkeypatch):
    monkeypatch.setattr(adapter, "SHOW_LIMIT", 0.3)
    window = room.play(notices=(Notice.FIRST,))
    window.ask("first")
    window.agree("first")
    assert room.nothing_more(Confirmed(Notice.FIRST), NotShown(1, "the window process ended with -9"))


@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"hello\n",
        b"[1, 2]\n",
        b'"Began"\n',
        b"\xff\xfe\x00\n",
        b"{}\n",
        b'{"is": "Explode"}\n',
        b'{"is": "Began", "run": 1}\n',
        b'{"is": "Began", "run": "1", "planned": 60.0}\n',
        b'{"is": "Began", "run": 1, "planned": 60.0, "more": 1}\n',
        b'{"is": "Play", "run": 1}\n',
        b"x" * (LINE_LIMIT * 2 + 5) + b"\n",
    ],
)
def test_a_line_that_makes_no_sense_is_logged_and_the_next_is_heard(room, caplog, line):
    window = room.play()
    window.write(line)
    window.begin()
    assert room.nothing_more(RoutineBegan(1, 60.0))
    assert "a window made no sense" in caplog.text


def test_a_notice_that_nobody_knows_is_not_confirmed(room):
    window = room.play(notices=(Notice.FIRST,))
    window.agree("everything")
    window.agree("first")
    assert room.nothing_more(Confirmed(Notice.FIRST))


def test_stopped_while_a_notice_is_read_it_is_no_failure_of_windows(room):
    room.play(notices=(Notice.FIRST,))
    room.windows.behave = lambda window: window.closed and window.leave()
    room.player.stop()
    assert room.nothing_more(RoutineEnded(1, 0.0, finished=False))
    assert room.lost == []


def test_one_that_is_hung_up_on_and_dies_without_a_word_was_stopped(room):
    room.play(notices=(Notice.FIRST,))
    room.windows.behave = lambda window: window.kill()
    room.player.stop()
    assert room.nothing_more(RoutineEnded(1, 0.0, finished=False))
    assert room.lost == []


def test_one_that_cannot_even_be_started_did_not_show_it(room, monkeypatch):
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    room.player.play(Show(1, LONG))
    assert room.nothing_more(NotShown(1, "no window process can be started"))
    assert len(room.lost) == 1
    assert "/nowhere/python" in room.lost[0]


@pytest.mark.parametrize("how", ["check", "prepare"])
def test_that_none_can_be_started_is_known_before_one_is_wanted(room, monkeypatch, how):
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    getattr(room.player, how)()
    wait_for(lambda: room.lost)
    assert room.heard == []


def test_a_log_that_cannot_be_written_keeps_no_window_shut(room, caplog):
    room.player._errors = "/nowhere/log"
    room.begun()
    assert room.nothing_more(RoutineBegan(1, 60.0))
    assert "what windows print is lost" in caplog.text
    caplog.clear()
