"""The real window, in the hands of somebody with a keyboard."""

import os
import threading
import time

import pytest

from tests.suites.player import LONG, SHORT, PlayerSuite
from tests.waiting import stays, wait_for
from unkink.adapters import window as adapter
from unkink.adapters.loop import Loop
from unkink.adapters.window import WindowPlayer
from unkink.domain.events import RoutineBegan, RoutineEnded
from unkink.domain.notice import Notice
from unkink.ports import Rated, Show


class TestTheWindow(PlayerSuite):
    @pytest.fixture
    def player(self, desk, monkeypatch):
        self.desk = desk
        for name, value in desk.env.items():
            monkeypatch.setenv(name, value)
        loop = Loop(time.monotonic)
        loop.start()
        self.lost: list[str] = []
        errors = desk.folder / "errors"
        errors.touch()
        made = WindowPlayer(loop, self.heard.append, self.lost.append, str(errors))
        yield made
        made.stop()
        wait_for(lambda: not any(thread.name == "window" for thread in threading.enumerate()), name="the windows' end")
        loop.stop()
        assert errors.read_text() == "", "what a window prints is a fault"

    @pytest.fixture
    def broken(self, player, monkeypatch):
        monkeypatch.delenv("DISPLAY")
        return player

    def keys(self, *keys):
        window = self.desk.window("– unkink")
        self.desk.x("windowfocus", "--sync", window)
        self.desk.press(window, *keys)

    def confirm(self, player):
        self.keys("Tab", "space")

    def leave(self, player):
        self.keys("Escape")

    def test_what_cannot_be_shown_is_told_with_the_reason_and_never_began(self, broken):
        super().test_what_cannot_be_shown_is_told_with_the_reason_and_never_began(broken)
        assert self.lost == [self.heard[0].reason] == ["no display (neither DISPLAY nor WAYLAND_DISPLAY is set)"]

    def test_how_it_was_is_told_with_a_key(self, player):
        self.begin(player, routine=SHORT)
        wait_for(self.ended)
        self.keys("Tab", "space")
        wait_for(lambda: self.said()[2:] == [Rated(1, "better")])

    def test_skipped_to_its_end_it_is_not_finished(self, player):
        self.begin(player)
        self.keys("Right", "Right")
        wait_for(self.ended)
        assert self.said()[1:] == [RoutineEnded(1, pytest.approx(1.0, abs=3.0), finished=False)]

    def test_a_window_killed_in_the_middle_loses_nothing(self, player):
        self.begin(player)
        os.kill(player._on._process.pid, 9)
        wait_for(self.ended)
        assert self.said() == [RoutineBegan(1, LONG.seconds), RoutineEnded(1, 0.0, finished=False)]
        assert self.lost == []

    def test_a_notice_may_be_read_for_longer_than_a_window_may_take_to_open(self, player, monkeypatch):
        monkeypatch.setattr(adapter, "SHOW_LIMIT", 3.0)
        player.play(Show(1, LONG, notices=(Notice.FIRST,)))
        self.desk.window("– unkink")
        assert stays(lambda: self.heard == [], 3.5)
        self.confirm(player)
        wait_for(lambda: RoutineBegan(1, LONG.seconds) in self.heard)

    def test_the_window_that_was_got_ready_is_the_one_that_plays(self, player):
        player.prepare()
        wait_for(lambda: player._warm is not None and player._warm.ready)
        process = player._warm._process
        assert self.desk.x("search", "--onlyvisible", "--name", "– unkink") == "", "it waits unseen"
        self.begin(player)
        assert player._on._process is process
