"""What every player of routines promises; the real window runs the same suite on the desktop (tests/desktop)."""

import threading
import time

import pytest

from tests.adapters.stand_in import Windows, silent
from tests.fakes import FakeNotifier, FakePlayer
from tests.suites.player import LONG, SHORT, PlayerSuite
from tests.waiting import wait_for
from unkink.adapters.guide import NotificationGuide
from unkink.adapters.loop import Loop
from unkink.adapters.player import NullPlayer
from unkink.adapters.window import WindowPlayer
from unkink.ports import Confirmed, Key, NoteFate, NotShown, Show, Topic
from unkink.wire.window import Close


@pytest.fixture
def loop():
    made = Loop(time.monotonic)
    made.start()
    yield made
    made.stop()


class TestTheFake(PlayerSuite):
    CALM = 0.02

    @pytest.fixture
    def player(self):
        return FakePlayer(self.heard.append)

    @pytest.fixture
    def broken(self):
        return FakePlayer(self.heard.append, works=False)

    def confirm(self, player):
        player.agree()

    def finish(self, player):
        player.finish()

    def leave(self, player):
        player.leave(5.0)


class TestTheGuide(PlayerSuite):
    def guide(self, loop, *, works=True):
        self.notifier = FakeNotifier(self.told, works=works)
        self.made = NotificationGuide(loop, self.notifier, self.heard.append)
        return self.made

    @pytest.fixture
    def player(self, loop):
        return self.guide(loop)

    @pytest.fixture
    def broken(self, loop):
        return self.guide(loop, works=False)

    def told(self, fate):
        assert isinstance(fate, NoteFate)
        self.made.heard(fate)

    def confirm(self, player):
        self.notifier.press(Key(Topic.RUN, 1), "next")

    def leave(self, player):
        self.notifier.press(Key(Topic.RUN, 1), "stop")


PLANNED = {routine.id: routine.seconds for routine in (SHORT, LONG)}


class TestTheWindow(PlayerSuite):
    @pytest.fixture
    def player(self, loop, tmp_path, monkeypatch):
        self.windows = Windows(tmp_path, self.behave)
        self.lost: list[str] = []
        monkeypatch.setattr("sys.executable", self.windows.program)
        monkeypatch.setenv("DISPLAY", ":4711")
        made = WindowPlayer(loop, self.heard.append, self.lost.append, str(tmp_path / "errors"))
        yield made
        made.stop()
        self.windows.stop()
        wait_for(lambda: not any(thread.name == "window" for thread in threading.enumerate()))

    @pytest.fixture
    def broken(self, player):
        self.windows.behave = lambda window: window.exit(1)
        return player

    def behave(self, window):
        """Be a window whose user does nothing: a routine without notices begins, and closing it ends it."""
        if window.closed or Close() in window.heard:
            window.leave()
        elif window.play is None:
            silent(window)
        elif not window.play.notices:
            window.begin(PLANNED[window.play.id])

    def on(self):
        return wait_for(lambda: [window for window in self.windows.all if window.play and not window.gone])[-1]

    def confirm(self, player):
        window = self.on()
        notices = window.play.notices
        number = sum(isinstance(told, Confirmed) for told in self.heard)
        window.agree(notices[number])
        if number + 1 == len(notices):
            window.begin(PLANNED[window.play.id])

    def finish(self, player):
        self.on().over(SHORT.seconds, finished=True)

    def leave(self, player):
        self.on().over(5.0)


def test_none_says_of_each_routine_that_it_cannot_be_shown():
    heard = []
    player = NullPlayer(heard.append)
    player.prepare()
    player.relax()
    player.halt(1)
    player.play(Show(3, LONG))
    player.stop()
    player.stop()
    assert heard == [NotShown(3, player.health().reason)]
    assert not player.health().ok
    assert player.health().reason
