"""The promises of a player of routines, as tests that any player can be put through."""

from dataclasses import replace

import pytest

from tests.waiting import stays, wait_for
from unkink.catalogue.load import load
from unkink.domain.events import RoutineBegan, RoutineEnded, RoutineProgressed
from unkink.domain.notice import Notice
from unkink.domain.routine import Step, single
from unkink.ports import Confirmed, NotShown, Show

EXERCISE = load().exercises["nk-01"]
SHORT = replace(single(EXERCISE), id="short", steps=(Step(EXERCISE, 1.0, 1),))
"""Over in a second, where time passes by itself."""
LONG = replace(single(EXERCISE), id="long", steps=(Step(EXERCISE, 60.0, 2),))


class PlayerSuite:
    """Inherit, give a `player` fixture that posts to `self.heard` and a `broken` one, and be the user."""

    CALM = 0.3
    """How long nothing may follow, in seconds; one that has no thread needs next to none."""

    @pytest.fixture(autouse=True)
    def _listen(self):
        self.heard: list[object] = []

    @pytest.fixture
    def broken(self, player):
        """Return a player that can't show anything."""
        raise NotImplementedError

    def confirm(self, player):
        """Confirm the notice that is on show."""
        raise NotImplementedError

    def finish(self, player):
        """Bring the short routine to its end; one where time passes by itself needs nothing."""

    def leave(self, player):
        """End the routine early."""
        raise NotImplementedError

    def said(self):
        return [told for told in self.heard if not isinstance(told, RoutineProgressed)]

    def begin(self, player, run=1, routine=LONG):
        player.play(Show(run, routine))
        wait_for(lambda: RoutineBegan(run, routine.seconds) in self.heard)

    def ended(self, run=1):
        return [told for told in self.heard if isinstance(told, RoutineEnded) and told.run == run]

    def test_it_works(self, player):
        wait_for(lambda: player.health().ok)
        assert player.health().reason == ""

    def test_a_routine_begins_with_its_length(self, player):
        self.begin(player)
        assert stays(lambda: self.said() == [RoutineBegan(1, LONG.seconds)], self.CALM)

    def test_what_must_be_confirmed_is_asked_one_by_one_before_it_begins(self, player):
        player.play(Show(1, LONG, notices=(Notice.FIRST, Notice.TOUCH)))
        assert stays(lambda: self.heard == [], self.CALM)
        self.confirm(player)
        wait_for(lambda: self.heard)
        assert stays(lambda: self.heard == [Confirmed(Notice.FIRST)], self.CALM)
        self.confirm(player)
        wait_for(lambda: len(self.heard) > 2)
        assert self.said() == [Confirmed(Notice.FIRST), Confirmed(Notice.TOUCH), RoutineBegan(1, LONG.seconds)]

    def test_done_to_its_end_is_told_once(self, player):
        self.begin(player, routine=SHORT)
        self.finish(player)
        wait_for(self.ended)
        assert stays(lambda: len(self.ended()) == 1, self.CALM)
        over = self.ended()[0]
        assert over.finished
        assert over.done == pytest.approx(SHORT.seconds, abs=0.1)

    def test_left_early_is_told_once(self, player):
        self.begin(player)
        self.leave(player)
        wait_for(self.ended)
        assert stays(lambda: len(self.ended()) == 1, self.CALM)
        over = self.ended()[0]
        assert not over.finished
        assert 0 <= over.done < LONG.seconds

    def test_halting_the_routine_ends_it_unfinished(self, player):
        self.begin(player, run=7)
        player.halt(7)
        wait_for(lambda: self.ended(7))
        player.halt(7)
        assert stays(lambda: [over.finished for over in self.ended(7)] == [False], self.CALM)

    def test_halting_another_one_does_nothing(self, player):
        player.halt(1)
        self.begin(player, run=7)
        player.halt(6)
        player.halt(8)
        assert stays(lambda: self.said() == [RoutineBegan(7, LONG.seconds)], self.CALM)

    def test_halted_before_everything_was_confirmed_it_never_began(self, player):
        player.play(Show(1, LONG, notices=(Notice.FIRST,)))
        player.halt(1)
        wait_for(lambda: self.heard)
        assert stays(lambda: self.said() == [RoutineEnded(1, 0.0, finished=False)], self.CALM)

    def test_one_routine_comes_after_another(self, player):
        self.begin(player)
        self.leave(player)
        wait_for(self.ended)
        self.begin(player, run=2)
        player.halt(2)
        wait_for(lambda: self.ended(2))
        assert [told.run for told in self.said()] == [1, 1, 2, 2]

    def test_getting_ready_and_letting_go_tell_nothing_and_may_be_repeated(self, player):
        player.relax()
        for _ in range(2):
            player.prepare()
            player.prepare()
            player.relax()
            player.relax()
        player.prepare()
        assert stays(lambda: self.heard == [], self.CALM)
        self.begin(player)
        player.relax()
        player.prepare()
        assert stays(lambda: self.said() == [RoutineBegan(1, LONG.seconds)], self.CALM), (
            "the routine on show is left alone"
        )

    def test_the_end_ends_the_routine_and_may_come_twice(self, player):
        self.begin(player)
        player.stop()
        wait_for(self.ended)
        player.stop()
        assert stays(lambda: [over.finished for over in self.ended()] == [False], self.CALM)

    def test_an_end_with_nothing_on_show_tells_nothing(self, player):
        player.prepare()
        player.stop()
        player.stop()
        assert stays(lambda: self.heard == [], self.CALM)

    def test_what_cannot_be_shown_is_told_with_the_reason_and_never_began(self, broken):
        broken.play(Show(5, LONG))
        wait_for(lambda: any(isinstance(told, NotShown) for told in self.heard))
        assert stays(lambda: len(self.heard) == 1, self.CALM)
        assert self.heard[0].run == 5
        assert self.heard[0].reason
