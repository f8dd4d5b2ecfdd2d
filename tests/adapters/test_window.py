"""The daemon's end of a window process: what it is told, what is heard, and the one that is got ready beforehand."""

import subprocess
from pathlib import Path

import pytest

from tests.suites.player import LONG
from tests.waiting import stays, wait_for
from unkink import __version__
from unkink.adapters.window import WindowPlayer
from unkink.domain.events import RoutineBegan, RoutineEnded, RoutineProgressed
from unkink.domain.notice import Notice
from unkink.errors import Unavailable
from unkink.ports import Confirmed, Rated
from unkink.wire.window import Close, Dose, Play, Ready, Trouble

# -- what it is told, and what is heard -------------------------------------------------------


def test_it_is_told_everything_it_needs(room):
    window = room.play(run=3, notices=(Notice.FIRST,))
    assert window.args == ["-m", "unkink.ui"]
    assert window.heard == [
        Play(
            version=__version__,
            run=3,
            id="long",
            name=LONG.name,
            scene=LONG.scene,
            doses=(Dose("nk-01", 60.0, 2),),
            because="it was long ago",
            notices=("first",),
            theme="dark",
            motion="off",
        )
    ]


def test_what_it_says_is_heard_in_order(room):
    window = room.play(notices=(Notice.FIRST,))
    window.agree("first")
    window.begin(125.0)
    window.progress(5.0)
    window.progress(10.0)
    window.over(12.0)
    assert room.nothing_more(
        Confirmed(Notice.FIRST),
        RoutineBegan(1, 125.0),
        RoutineProgressed(1, 5.0),
        RoutineProgressed(1, 10.0),
        RoutineEnded(1, 12.0, finished=False),
    )


def test_how_it_was_may_be_said_afterwards(room):
    window = room.begun()
    window.over(60.0, finished=True)
    window.over(60.0, finished=True, rating="better")
    window.exit()
    assert room.nothing_more(RoutineBegan(1, 60.0), RoutineEnded(1, 60.0, finished=True), Rated(1, "better")), (
        "it ends once"
    )


def test_one_that_stays_to_be_rated_gives_way_to_the_next_routine(room):
    first = room.begun()
    first.over(60.0, finished=True)
    wait_for(lambda: len(room.heard) == 2)
    second = room.begun(run=2, number=1)
    wait_for(lambda: first.gone)
    assert first.closed
    assert not second.closed
    assert room.nothing_more(RoutineBegan(1, 60.0), RoutineEnded(1, 60.0, finished=True), RoutineBegan(2, 60.0))


def test_halting_asks_it_to_close_and_believes_its_last_word(room):
    window = room.begun()
    room.player.halt(1)
    wait_for(lambda: window.heard[-1] == Close())
    window.over(42.0)
    window.exit()
    assert room.nothing_more(RoutineBegan(1, 60.0), RoutineEnded(1, 42.0, finished=False))


def test_halting_what_is_over_leaves_the_question_how_it_was_alone(room):
    window = room.begun()
    window.over(60.0, finished=True)
    wait_for(lambda: len(room.heard) == 2)
    room.player.halt(1)
    assert stays(lambda: Close() not in window.heard, room.CALM)


def test_what_a_window_prints_goes_to_the_log(room):
    room.play().write(b"Qt said something\n", where=2)
    wait_for(lambda: room.errors.read_bytes() == b"Qt said something\n")
    assert room.heard == []


# -- warm start --------------------------------------------------------------------------------


def test_the_window_that_was_got_ready_is_the_one_that_plays(room):
    room.player.prepare()
    room.player.prepare()
    warm = room.window()
    assert stays(lambda: warm.heard == [], room.CALM), "it waits"
    assert room.play() is warm
    assert len(room.windows.all) == 1


def test_one_that_is_not_wanted_any_more_is_let_go(room):
    room.player.prepare()
    warm = room.window()
    room.player.relax()
    wait_for(lambda: warm.gone)
    assert warm.closed
    assert (room.heard, room.lost) == ([], [])
    assert room.play(number=1) is not warm


def test_one_that_dies_while_it_waits_is_replaced_by_the_next_play(room):
    room.player.prepare()
    warm = room.window()
    wait_for(lambda: room.player._warm and room.player._warm.ready)
    warm.kill()
    wait_for(room.all_gone)
    room.begun(number=1)
    assert (room.heard, room.lost) == ([RoutineBegan(1, 60.0)], [])


def test_one_that_dies_before_it_is_ready_means_that_there_are_no_windows(room):
    room.windows.behave = lambda window: window.exit(5)
    room.player.prepare()
    wait_for(lambda: room.lost == ["the window process ended with 5"])
    assert room.heard == []


# -- versions -------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["prepare", "check"])
@pytest.mark.parametrize(("version", "outdated"), [(__version__, 0), ("99.0", 1), ("", 1)])
def test_a_window_of_another_version_is_told_once(room, caplog, how, version, outdated):
    room.windows.behave = lambda window: window.say(Ready(version)) or window.exit()
    getattr(room.player, how)()
    room.window()
    wait_for(room.all_gone)
    wait_for(lambda: len(room.outdated) >= outdated)
    assert stays(lambda: len(room.outdated) == outdated, room.CALM)
    assert room.lost == []
    assert ("of version" in caplog.text) == bool(outdated)


# -- whether there are windows at all -------------------------------------------------------------


def test_a_check_that_finds_nothing_wrong_says_nothing(room):
    room.player.check()
    window = room.window()
    assert window.args == ["-m", "unkink.ui", "--check"]
    wait_for(room.all_gone)
    assert stays(lambda: (room.heard, room.lost) == ([], []), room.CALM)


@pytest.mark.parametrize(
    ("end", "why"),
    [
        (lambda window: (window.say(Trouble("no Qt", "pip install it")), window.exit(1)), "no Qt (pip install it)"),
        (lambda window: window.kill(), "the window process ended with -9"),
    ],
)
def test_a_check_that_fails_says_why(room, end, why):
    room.windows.behave = end
    room.player.check()
    wait_for(lambda: room.lost == [why])
    assert room.heard == []


@pytest.mark.parametrize(
    ("variable", "value", "platform", "works"),
    [
        ("DISPLAY", ":1", "linux", True),
        ("WAYLAND_DISPLAY", "wayland-0", "linux", True),
        ("DISPLAY", "", "linux", False),
        ("DISPLAY", "", "win32", True),
        ("DISPLAY", "", "darwin", True),
    ],
)
def test_on_linux_a_window_needs_a_display(monkeypatch, variable, value, platform, works):
    monkeypatch.setenv(variable, value)
    monkeypatch.setattr("sys.platform", platform)
    if works:
        assert WindowPlayer(None, None, None, "").health().ok
    else:
        with pytest.raises(Unavailable, match="no display"):
            WindowPlayer(None, None, None, "")


def test_no_process_is_left_when_everything_is_over(room):
    room.player.prepare()
    warm = room.window()
    room.begun()
    room.player.stop()
    wait_for(lambda: not Path(f"/proc/{warm.pid}").exists())
    assert subprocess._active == []
