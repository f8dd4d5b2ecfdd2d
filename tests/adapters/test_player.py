"""Which player shows a routine: a window, else notifications, and why not the others."""

import time

import pytest

from tests.adapters.stand_in import Windows
from tests.fakes import FakeNotifier
from tests.suites.player import LONG
from tests.waiting import stays, wait_for
from unkink.adapters import candidates
from unkink.adapters import player as adapter
from unkink.adapters.loop import Loop
from unkink.adapters.player import Player
from unkink.domain.events import RoutineBegan, RoutineEnded
from unkink.domain.notice import Notice
from unkink.ports import Confirmed, Key, NotShown, Show, Topic
from unkink.wire.window import Ready, Trouble

NO_DISPLAY = "no display (neither DISPLAY nor WAYLAND_DISPLAY is set)"
BEGAN = RoutineBegan(1, LONG.seconds)


class House:
    """A player, its windows, its notifications and what the daemon does between them."""

    def __init__(self, folder, *, notifications=True):
        self.heard, self.outdated = [], []
        self.windows = Windows(folder)
        self.loop = Loop(time.monotonic)
        self.notifier = FakeNotifier(self._told, works=notifications)
        self.player = Player(
            self.loop, self.notifier, self.heard.append, str(folder / "errors"), lambda: self.outdated.append(1)
        )

    def _told(self, fate):
        self.player.note_fate(fate)

    def start(self):
        assert self.player.health().reason == "not started yet"
        self.loop.start()
        wait_for(lambda: self.player.health().name != "none")
        return self

    def play(self, run=1, notices=()):
        self.player.play(Show(run, LONG, notices=notices))

    def close(self):
        self.player.stop()
        self.windows.stop()
        self.loop.stop()


@pytest.fixture
def house(tmp_path, monkeypatch, request):
    monkeypatch.setattr(adapter, "CHECK_AFTER", 60.0)
    made = House(tmp_path, **getattr(request, "param", {}))
    monkeypatch.setattr("sys.executable", made.windows.program)
    yield made
    made.close()


@pytest.fixture
def display(monkeypatch):
    monkeypatch.setenv("DISPLAY", ":4711")


def test_without_a_display_notifications_guide(house):
    health = house.start().player.health()
    assert (health.name, health.ok, health.tried) == ("notifications", True, {"window": NO_DISPLAY})
    house.player.prepare()
    house.player.relax()
    house.play()
    wait_for(lambda: house.heard == [BEGAN])
    assert [note.title for note in house.notifier.shown.values()] == ["1 of 2 · Slow look-around"]
    house.notifier.press(Key(Topic.RUN, 1), "stop")
    wait_for(lambda: house.heard[1:] == [RoutineEnded(1, 0.0, finished=False)])
    assert house.windows.all == []


def test_with_a_display_a_window_shows_it(house, display):
    health = house.start().player.health()
    assert (health.name, health.ok, health.tried) == ("window", True, {})
    house.player.prepare()
    house.play()
    window = wait_for(lambda: [window for window in house.windows.all if window.play])[0]
    window.begin()
    wait_for(lambda: house.heard == [RoutineBegan(1, 60.0)])
    house.player.halt(1)
    wait_for(lambda: len(window.heard) == 2)
    window.leave()
    wait_for(lambda: house.heard[1:] == [RoutineEnded(1, 0.0, finished=False)])
    assert house.notifier.log == []


def test_whether_there_are_windows_is_found_out_a_little_later(house, display, monkeypatch):
    monkeypatch.setattr(adapter, "CHECK_AFTER", 0.05)
    house.windows.behave = lambda window: (window.say(Trouble("no libGL", "apt install libgl1")), window.exit(1))
    house.start()
    wait_for(lambda: house.player.health().name == "notifications")
    assert house.player.health().tried == {"window": "no libGL (apt install libgl1)"}
    assert "--check" in house.windows.all[0].args
    assert house.heard == []


def test_a_routine_that_the_window_cannot_show_goes_on_to_the_notifications(house, display):
    house.windows.behave = lambda window: window.exit(7)
    house.start()
    house.play(notices=(Notice.FIRST,))
    wait_for(lambda: house.notifier.shown)
    assert house.heard == [], "nobody hears that the window failed"
    assert house.player.health().tried == {"window": "the window process ended with 7"}
    house.notifier.press(Key(Topic.RUN, 1), "next")
    wait_for(lambda: house.heard == [Confirmed(Notice.FIRST), BEGAN])
    house.player.halt(1)
    wait_for(lambda: house.heard[-1] == RoutineEnded(1, 0.0, finished=False))


@pytest.mark.parametrize("house", [{"notifications": False}], indirect=True)
@pytest.mark.parametrize("window", ["fails", "is not there"])
def test_what_nothing_can_show_is_told_once(house, monkeypatch, window):
    if window == "fails":
        monkeypatch.setenv("DISPLAY", ":4711")
        house.windows.behave = lambda window: window.exit(7)
    house.start()
    house.play()
    wait_for(lambda: house.heard)
    assert stays(lambda: house.heard == [NotShown(1, "broken on purpose")], 0.2)
    health = house.player.health()
    assert (health.name, health.ok, health.reason) == ("notifications", False, "broken on purpose")
    assert set(health.tried) == {"window"}


def test_a_window_that_comes_back_is_used_again(house, monkeypatch):
    monkeypatch.setattr(candidates, "RETRY", 0.2)
    house.start()
    assert house.player.health().name == "notifications"
    monkeypatch.setenv("DISPLAY", ":4711")
    wait_for(lambda: house.player.health().name == "window")
    assert house.player.health().tried == {}


def test_trying_windows_again_breaks_off_no_routine(house, monkeypatch):
    monkeypatch.setattr(candidates, "RETRY", 0.2)
    house.start()
    house.play()
    wait_for(lambda: house.heard == [BEGAN])
    monkeypatch.setenv("DISPLAY", ":4711")
    assert stays(lambda: house.heard == [BEGAN], 0.5)
    house.player.halt(1)
    wait_for(lambda: house.heard[1:] == [RoutineEnded(1, 0.0, finished=False)])
    wait_for(lambda: house.player.health().name == "window")


def test_a_window_of_another_version_is_passed_on(house, display):
    house.windows.behave = lambda window: window.say(Ready("99.0"))
    house.start()
    house.player.prepare()
    wait_for(lambda: house.outdated == [1])


@pytest.mark.parametrize("player", ["window", "notifications"])
def test_the_end_ends_the_routine(house, monkeypatch, player):
    if player == "window":
        monkeypatch.setenv("DISPLAY", ":4711")
        house.windows.behave = lambda window: (
            window.leave() if window.closed else window.begin(LONG.seconds) if window.play else window.say()
        )
    house.start()
    house.play()
    wait_for(lambda: house.heard == [BEGAN])
    house.player.stop()
    house.player.stop()
    wait_for(lambda: house.heard[1:])
    assert stays(lambda: house.heard[1:] == [RoutineEnded(1, 0.0, finished=False)], 0.2)
