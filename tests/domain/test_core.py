"""What must hold whatever happens: random days through the whole domain."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.test_hours import week
from tests.script import Day, rules
from unkink.domain import core, events
from unkink.domain import effects as do
from unkink.domain.activity import AtDesk
from unkink.domain.rules import Appointment, Kind

OFFICE = week(mon=["09:00-12:00", "13:00-17:00"], tue=["09:00-12:30"])
KINDS = (Kind("move", 1800, 120), Kind("eyes", 900, 30), Kind("roller", 5400, 300, what="roller"))

offers = st.integers(1, 12)
said = st.one_of(
    st.builds(events.OfferNow),
    st.builds(events.PlayNow, st.just("r02")),
    st.builds(events.Start, offers),
    st.builds(events.Snooze, offers, st.sampled_from([300.0, 600.0])),
    st.builds(events.NotNow, offers),
    st.builds(events.Moved),
    st.builds(events.Pause, st.sampled_from([None, 600.0, 3600.0]), st.none(), st.booleans()),
    st.builds(events.PauseUntilTomorrow),
    st.builds(events.Resume),
    st.builds(events.NothingToOffer, offers),
    st.builds(events.RoutineBegan, offers, st.just(120.0)),
    st.builds(events.RoutineProgressed, offers, st.floats(0, 120)),
    st.builds(events.RoutineEnded, offers, st.floats(0, 120), st.booleans()),
    st.builds(events.Locked),
    st.builds(events.Unlocked),
    st.builds(events.AppointmentCame, st.just(Appointment("roller", (0,), 960, "r19"))),
    st.builds(events.RulesChanged, st.sampled_from([rules(), rules(kinds=KINDS), rules(hours=OFFICE)])),
)
lengths = st.sampled_from([1, 3, 10, 45, 100, 200, 400, 1500, 4000])
moves = st.one_of(
    st.tuples(st.just("work"), lengths),
    st.tuples(st.just("stop"), lengths),
    st.tuples(st.just("sleep"), lengths),
    st.tuples(st.just("freeze"), lengths),
    st.tuples(st.just("clock"), st.sampled_from([-3600, 3600, 100_000])),
    st.tuples(st.just("say"), said),
)


def live(day: Day, what: str, value) -> None:
    def later(seconds: float) -> str:
        days, rest = divmod((day.local + timedelta(seconds=seconds) - midnight(day)).total_seconds(), 86400)
        return f"{int(days)}+{int(rest // 3600):02d}:{int(rest % 3600 // 60):02d}:{int(rest % 60):02d}"

    match what:
        case "work":
            day.works().at(later(value))
        case "stop":
            day.stops().at(later(value))
        case "sleep":
            day.sleeps(later(value))
        case "freeze":
            day.freezes(later(value))
        case "clock":
            day.clock_jumps(value)
        case "say":
            day.happens(value)


def midnight(day: Day):
    return day.first.replace(hour=0, minute=0, second=0, microsecond=0)


class Watched(Day):
    """A day that checks what must always hold at each step."""

    def happens(self, *what: events.Event) -> "Day":
        for event in what:
            before, real = self.state, self.now - float(self.state.at.now)
            super().happens(event)
            assert self.state.activity.desk >= -1e-6, "desk time is never negative"
            grown = self.state.activity.desk - before.activity.desk
            assert grown <= real + 1e-6, "desk time never grows faster than real time"
            self._check_prompts()
        return self

    def _check_prompts(self) -> None:
        for _, effect in self.effects[len(self.checked) :]:
            self.checked.append(effect)
            if isinstance(effect, do.Prompt) and effect.offer.cause is not do.Cause.ASKED:
                assert isinstance(self.state.activity.phase, AtDesk), "never while away or locked"
                assert not self.state.holds, "never while held"
                assert self.now >= self.state.cycle.quiet_until, "never right after a return"

    @property
    def checked(self) -> list:
        return self.__dict__.setdefault("_checked", [])


@settings(max_examples=60, deadline=None)
@given(st.lists(moves, max_size=25), st.booleans())
def test_whatever_happens(days, known):
    day = Watched("08:55", rules(kinds=KINDS, hours=OFFICE), known=known)
    for what, value in days:
        live(day, what, value)
    instant, _ = core.next_deadline(day.state)
    assert instant is None or instant > day.now - 1e-6
    assert 0 < core.watch(day.state) <= 120


@settings(max_examples=25, deadline=None)
@given(st.lists(moves.filter(lambda move: move[0] != "clock"), max_size=20), st.sampled_from([-86_000, 40_000]))
def test_the_wall_clock_changes_no_duration(days, jump):
    # Without hours and appointments nothing looks at the wall clock at all.
    def timeline(jumped: int) -> list:
        day = Day("10:00", rules(kinds=KINDS))
        for n, (what, value) in enumerate(days):
            if n == len(days) // 2:
                day.local += timedelta(seconds=jumped)
                day.first += timedelta(seconds=jumped)
            if not (what == "say" and isinstance(value, events.PauseUntilTomorrow | events.RulesChanged)):
                live(day, what, value)
        return [effect for _, effect in day.effects]

    assert timeline(0) == timeline(jump)


def test_a_state_is_a_value():
    day = Day("09:00").works().at("09:30")
    assert replace(day.state) == day.state
    assert hash(day.state.rules) == hash(rules())
