"""plyer, the last resort: it may hang, fail or be missing, and nobody waits for it."""

import os
import sys
import threading
import time

import pytest

from tests.waiting import stays, wait_for
from unkink.adapters.loop import Loop
from unkink.adapters.notify import Notifications, plyer_
from unkink.adapters.notify.plyer_ import PlyerNotifier
from unkink.errors import Unavailable
from unkink.ports import Fate, Note, NoteFate

NOTE = Note(3, "A short break?", "Neck ease · 1 min")
HUNG = NoteFate(3, Fate.FAILED, reason="plyer does not come back")


@pytest.fixture
def loop():
    made = Loop(time.monotonic)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Put a notify-send in the path that writes down what it is given."""
    script = tmp_path / "notify-send"
    script.write_text(f'#!/bin/sh\nprintf "%s\\n" "$1" "$2" > {tmp_path}/new && mv {tmp_path}/new {tmp_path}/shown\n')
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setitem(sys.modules, "dbus", None)  # plyer would rather have that
    return tmp_path / "shown"


@pytest.fixture
def hung(monkeypatch, program):
    """Let plyer hang until the test lets it go."""
    going = threading.Event()
    monkeypatch.setattr(plyer_, "LIMIT", 0.2)
    monkeypatch.setattr(plyer_, "_notify", lambda title, body: going.wait(20))
    yield going
    going.set()
    wait_for(lambda: not any(thread.name == "plyer" for thread in threading.enumerate()))


class Room:
    def __init__(self, loop):
        self.heard, self.lost = [], []
        self.notifier = PlyerNotifier(loop, self.heard.append, self.lost.append)


def test_the_words_reach_the_desktop(loop, program):
    room = Room(loop)
    room.notifier.show(NOTE)
    wait_for(lambda: room.heard == [NoteFate(3, Fate.SHOWN)])
    assert program.read_text() == "A short break?\nNeck ease · 1 min\n"
    assert room.notifier.health().ok
    assert "no buttons" in room.notifier.health().reason
    room.notifier.close(3)
    room.notifier.stop()
    room.notifier.stop()
    assert room.lost == []


def test_long_words_are_cut_to_what_windows_takes(loop, program):
    Room(loop).notifier.show(Note(1, "t" * 100, "b" * 300))
    title, body = wait_for(lambda: program.exists() and program.read_text()).splitlines()
    assert (title, body) == ("t" * 62 + "…", "b" * 254 + "…")


def test_one_that_hangs_is_given_up_and_delays_nobody(loop, hung):
    room, began = Room(loop), time.monotonic()
    room.notifier.show(NOTE)
    assert time.monotonic() - began < 0.1
    wait_for(lambda: room.lost)
    assert room.heard == [HUNG]
    assert room.lost == ["it did not come back within 0.2 s"]


def test_one_that_comes_back_after_all_says_nothing_more(loop, hung):
    room = Room(loop)
    room.notifier.show(NOTE)
    wait_for(lambda: room.lost)
    hung.set()
    wait_for(lambda: not any(thread.name == "plyer" for thread in threading.enumerate()))
    assert stays(lambda: room.heard == [HUNG], 0.1)


def test_one_that_comes_back_in_time_is_not_given_up(loop, hung):
    room = Room(loop)
    hung.set()
    room.notifier.show(NOTE)
    wait_for(lambda: room.heard)
    assert stays(lambda: (room.heard, room.lost) == ([NoteFate(3, Fate.SHOWN)], []), 0.4)


def test_one_that_fails_is_told_and_logged(loop, program, monkeypatch, caplog):
    room = Room(loop)
    monkeypatch.setattr(plyer_, "_notify", lambda title, body: 1 / 0)
    room.notifier.show(NOTE)
    wait_for(lambda: room.heard == [NoteFate(3, Fate.FAILED, reason="plyer: division by zero")])
    assert caplog.text.count("plyer failed") == 1
    caplog.clear()
    assert room.lost == [], "it may work the next time"


def test_one_that_fails_after_its_limit_is_told_once(loop, hung, monkeypatch, caplog):
    monkeypatch.setattr(plyer_, "_notify", lambda title, body: hung.wait(20) and 1 / 0)
    room = Room(loop)
    room.notifier.show(NOTE)
    wait_for(lambda: room.lost)
    hung.set()
    wait_for(lambda: "plyer failed" in caplog.text)
    caplog.clear()
    assert stays(lambda: room.heard == [HUNG], 0.1)


def test_in_the_middle_of_a_break_a_hung_plyer_is_replaced_by_none(loop, hung):
    heard = []
    notifier = Notifications(loop, None, heard.append, "plyer")
    wait_for(lambda: notifier.health().name == "plyer")
    notifier.show(NOTE)
    wait_for(lambda: notifier.health().name == "none")
    assert notifier.health().tried == {"plyer": "it did not come back within 0.2 s"}
    notifier.show(Note(4, "Another", ""))
    nothing = "nothing here shows notifications"
    wait_for(lambda: heard == [HUNG, NoteFate(4, Fate.FAILED, reason=nothing)])
    notifier.stop()


NO_PROGRAM = "notify-send is not installed (apt install libnotify-bin)"


@pytest.mark.parametrize(
    ("environment", "programs", "reason"),
    [
        ({}, True, "no D-Bus session bus"),
        ({"XDG_RUNTIME_DIR": "/run/user/1"}, False, NO_PROGRAM),
        ({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/x"}, False, NO_PROGRAM),
    ],
)
def test_on_linux_it_needs_a_bus_and_a_program(monkeypatch, program, environment, programs, reason):
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    if not programs:
        monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(Unavailable) as found:
        PlyerNotifier(None, None, None)
    assert str(found.value) == reason
