"""A player of routines whose windows are stand-ins."""

import threading
import time

import pytest

from tests.adapters.stand_in import Windows
from tests.suites.player import LONG
from tests.waiting import stays, wait_for
from unkink.adapters.loop import Loop
from unkink.adapters.window import WindowPlayer
from unkink.domain.events import RoutineBegan
from unkink.ports import Show


class Room:
    """A player, and stand-ins for its windows in which the test is the program and the user."""

    CALM = 0.2
    """How long nothing may follow, in seconds."""

    def __init__(self, folder):
        self.loop = Loop(time.monotonic)
        self.loop.start()
        self.heard, self.lost, self.outdated = [], [], []
        self.errors = folder / "errors"
        self.windows = Windows(folder)
        self.player = WindowPlayer(
            self.loop, self.heard.append, self.lost.append, str(self.errors), lambda: self.outdated.append(1)
        )

    def window(self, number=0):
        """Return a window that was started, the oldest first."""
        wait_for(lambda: len(self.windows.all) > number, name="the window")
        return self.windows.all[number]

    def play(self, run=1, number=0, notices=()):
        """Play a routine and return the window that was told to."""
        self.player.play(Show(run, LONG, "it was long ago", notices, "dark", "off"))
        window = self.window(number)
        wait_for(lambda: window.play, name="Play")
        return window

    def begun(self, run=1, number=0):
        """Play a routine that begins."""
        window = self.play(run, number)
        window.begin()
        wait_for(lambda: RoutineBegan(run, 60.0) in self.heard)
        return window

    def all_gone(self):
        return not any(thread.name == "window" for thread in threading.enumerate())

    def nothing_more(self, *expected):
        """Return whether exactly this was heard, and stays so."""
        wait_for(lambda: len(self.heard) >= len(expected), name=str(expected))
        return stays(lambda: self.heard == list(expected), self.CALM)


@pytest.fixture
def room(tmp_path, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":4711")
    made = Room(tmp_path)
    monkeypatch.setattr("sys.executable", made.windows.program)
    yield made
    made.player.stop()
    made.windows.stop()
    wait_for(made.all_gone, name="the end of the windows")
    made.loop.stop()
