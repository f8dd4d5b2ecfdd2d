"""What must hold whatever happens: random lives through the whole domain, each step watched (tests/watched.py)."""

import json
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.test_cues import DECK
from tests.domain.test_hours import week
from tests.script import Day, rules
from tests.watched import Watched, later
from tests.year import lived
from unkink.domain import events
from unkink.domain.body import Position
from unkink.domain.deck import Hands
from unkink.domain.rules import Appointment, CueRules, Kind
from unkink.domain.signals import Signal
from unkink.engine.saved import document, restore

OFFICE = week(mon=["09:00-12:00", "13:00-17:00"], tue=["09:00-12:30", "22:00-02:00"])
KINDS = (Kind("move", 1800, 120), Kind("eyes", 900, 30), Kind("roller", 5400, 300, what="roller"))
TEA = Appointment("tea", (0, 1), 630, "r19")
CUES = CueRules(deck=DECK, eyes=True)
RULES = {
    "plain": rules(kinds=KINDS, cues=CUES),
    "full": rules(kinds=KINDS, cues=CUES, hours=OFFICE, appointments=(TEA,)),
    "other": rules(kinds=(Kind("move", 1200, 120),), cues=CUES, wait_for_pause=120.0, away_after=600.0),
}
"""Named, so that a life in which something broke can be read."""

numbers = st.integers(1, 12)
lengths = st.sampled_from([1, 3, 5, 10, 45, 100, 200, 400, 1500, 4000])
said = st.one_of(
    st.builds(events.OfferNow),
    st.builds(events.PlayNow, st.just("r02")),
    st.builds(events.Start, numbers),
    st.builds(events.Snooze, numbers, st.sampled_from([60.0, 300.0, 600.0])),
    st.builds(events.NotNow, numbers),
    st.builds(events.Moved),
    st.builds(events.Stated, st.sampled_from([Position.SEATED, Position.STANDING])),
    st.builds(events.HandsDo, st.sampled_from(list(Hands))),
    st.builds(events.Pause, st.sampled_from([None, 600.0, 3600.0]), st.none(), st.booleans()),
    st.builds(events.PauseUntilTomorrow),
    st.builds(events.Resume),
    st.builds(events.IgnoreHolds),
    st.builds(events.Health, st.booleans()),
    st.builds(events.TakeCue, numbers, st.just("r02")),
    st.builds(events.RefuseCue, numbers),
    st.builds(events.CueGone, numbers),
    st.builds(events.NothingToOffer, numbers),
    st.builds(events.RoutineBegan, numbers, st.just(120.0)),
    st.builds(events.RoutineProgressed, numbers, st.floats(0, 120)),
    st.builds(events.RoutineEnded, numbers, st.floats(0, 120), st.booleans()),
)
sensed = st.builds(events.Sensed, st.sampled_from(list(Signal)), st.sampled_from([True, False, False, None]))
seen = st.one_of(
    st.just(events.Locked()),
    st.just(events.Unlocked()),
    st.just(events.WindowChanged()),
    st.just(events.InputUnknown()),
    sensed,
)
moves = st.one_of(
    st.tuples(st.just("work"), lengths),
    st.tuples(st.just("work"), lengths),
    st.tuples(st.just("stop"), lengths),
    st.tuples(st.just("stop"), lengths),
    st.tuples(st.just("sleep"), lengths),
    st.tuples(st.just("freeze"), lengths),
    st.tuples(st.just("blind"), lengths),
    st.tuples(st.just("say"), said),
    st.tuples(st.just("say"), said),
    st.tuples(st.just("say"), seen),
)
shifts = st.tuples(st.just("clock"), st.sampled_from([-3600, 3600, -100_000, 100_000]))
rule_changes = st.tuples(st.just("rules"), st.sampled_from(list(RULES)))
lives = st.lists(st.one_of(moves, moves, moves, shifts, rule_changes), min_size=12, max_size=80)


def live(day: Day, what: str, value) -> None:
    """Let one thing happen."""
    match what:
        case "work":
            day.works()
            later(day, value)
        case "stop":
            day.stops()
            later(day, value)
        case "blind":
            day.loses_sight()
            later(day, value)
        case "sleep":
            day.falls_asleep()
            later(day, value)
            day.wakes()
        case "freeze":
            day.freezes_until(day.clock.true + timedelta(seconds=value))
        case "clock":
            day.jumps(value)
        case "rules":
            day.happens(events.RulesChanged(RULES[value]))
        case "say":
            day.happens(value)


@given(lives, st.sampled_from(list(RULES)))
def test_whatever_happens(life, obeyed):
    day = Watched("08:50", RULES[obeyed])
    for what, value in life:
        live(day, what, value)


@given(st.lists(moves, max_size=30), st.sampled_from([-86_000, -3600, 40_000]), st.integers(0, 30))
def test_the_wall_clock_changes_no_duration(life, jump, when):
    # Without hours and appointments, and without what is kept by the day, nothing looks at the wall clock at all.
    def timeline(jumped: int) -> list:
        day = Day("10:00", rules(kinds=KINDS))
        for number, (what, value) in enumerate(life):
            if number == when:
                day.jumps(jumped)
            if not (what == "say" and isinstance(value, events.PauseUntilTomorrow)):
                live(day, what, value)
        return [effect for _, effect in day.effects if "Question" not in type(effect).__name__]

    assert timeline(0) == timeline(jump)


class Restarted(Day):
    """A day on which the program is saved and restored before each so many steps."""

    every = 1
    count = 0

    def happens(self, *what: events.Event) -> Day:
        for event in what:
            self.count += 1
            if self.count % self.every == 0:
                saved = json.loads(json.dumps(document(self.state, "this one")))
                self.state, effects = restore(saved, self.state.rules, self.state.at, "this one")
                assert effects == ()
            super().happens(event)
        return self


@given(st.lists(st.one_of(moves, moves, shifts), max_size=25), st.sampled_from([1, 7]))
def test_saving_and_restoring_changes_nothing_that_follows(life, every):
    plain, saved = Day("08:50", RULES["full"]), Restarted("08:50", RULES["full"])
    saved.every = every
    for what, value in life:
        live(plain, what, value)
        live(saved, what, value)
    assert plain.effects == saved.effects


def test_a_state_is_a_value():
    day = Day("09:00").works().at("09:30")
    assert hash(day.state.rules) == hash(rules())
    assert day.state == Day("09:00").works().at("09:30").state


def test_time_that_runs_backwards_is_no_time():
    day = Day("09:00").works().at("09:30")
    day.clock.pass_(-500)
    day.happens(events.Tick())
    assert day.state.at.now == 1000 + 1800


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_days_that_nobody_planned(seed):
    # A whole year of them is lived through by `.ci/long`: python -m tests.year.
    life = lived(3, seed)
    assert life.counts["Prompt"]
