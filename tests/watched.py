"""A day on which somebody checks, at every step, what must hold whatever happens."""

from dataclasses import fields
from datetime import timedelta

from tests.script import Day
from unkink.domain import core, events
from unkink.domain import effects as do
from unkink.domain.deck import Row
from unkink.domain.effects import Cause
from unkink.domain.holds import SENSED, Why
from unkink.domain.hours import day_of, is_open
from unkink.domain.meter import MERGE
from unkink.domain.presence import AtDesk, Away
from unkink.domain.stages import STALE, Due, OnBreak, Prompted
from unkink.domain.table import limits
from unkink.words.status import held

SLACK = 1.0
"""What rounding may cost, in seconds."""
SPACING, RETURN, HOUR = 300.0, 120.0, 3600.0


class Watched(Day):
    """The day. What it promises stands in `docs`: each `_promise` is one of them."""

    def __init__(self, *args, **more):
        self.sign: float | None = None
        self.prompts: list[tuple[float, do.Offer]] = []
        self.snoozed = False
        self.cues: list[tuple[float, do.ShowCue]] = []
        self.late: dict[str, float] = {}
        self.offered: set[str] = set()
        self.track: list[tuple[float, float]] = []
        self.desk_before = 0.0
        super().__init__(*args, **more)

    def happens(self, *what: events.Event) -> "Day":
        for event in what:
            before = self.state
            super().happens(event)
            self._promise_desk_time(before)
            self._promise_an_offer(before)
            self._promise_deadlines()
            self._promise_ends()
        return self

    def _add(self, effect: do.Effect) -> None:
        super()._add(effect)
        match effect:
            case do.Prompt(offer=offer):
                self._promise_prompt(offer)
            case do.ShowCue():
                self._promise_cue(effect)
            case do.Snoozed():
                self.snoozed = True
                self.offered.clear()
            case _:
                pass

    # -- never while away, locked, asleep, held, outside hours, or right after a return --------------

    def _promise_peace(self) -> None:
        state = self.state
        assert isinstance(state.activity.phase, AtDesk), "never while away or locked"
        assert not self._asleep, "never asleep"
        assert not state.holds.silent, "never while held"
        if not any(why is Why.HOURS for why in state.holds.passed_over):
            assert is_open(state.rules.hours, self.local), "never outside hours"
        assert self.now >= state.cycle.quiet_until - SLACK, "never within a minute of a return"

    def _promise_prompt(self, offer: do.Offer) -> None:
        if any(offer.id == other.id for _, other in self.prompts):
            return  # asked for twice, it is one
        if offer.cause is Cause.ASKED:
            self.offered |= set(offer.kinds)
            self.prompts.append((self.now, offer))
            return
        self._promise_peace()
        if self.prompts and not self.snoozed:
            assert self.now - self.prompts[-1][0] >= SPACING - SLACK, "no two prompts within five minutes"
        self.snoozed = False
        self.offered |= set(offer.kinds)
        self.prompts.append((self.now, offer))

    def _promise_cue(self, effect: do.ShowCue) -> None:
        self._promise_peace()
        rules = self.state.rules.cues
        if effect.row is Row.EYES:
            return
        times = [at for at, _ in self.cues]
        assert sum(at > self.now - HOUR for at in times) < rules.per_hour, "at most so many in any hour"
        assert not times or self.now - times[-1] >= rules.min_gap - SLACK, "so far apart"
        self.cues.append((self.now, effect))
        assert self.state.cues.today.cues <= limits(self.state.cues, rules).per_day, "at most so many a day"

    # -- desk time ------------------------------------------------------------------------------------

    def _promise_desk_time(self, before: core.State) -> None:
        desk, now = self.state.activity.desk, float(self.state.at.now)
        assert desk >= -SLACK, "never negative"
        grown = desk - before.activity.desk
        assert grown <= now - float(before.at.now) + 1e-6, "never grows faster than real time"
        went = isinstance(self.state.activity.phase, Away) and not isinstance(before.activity.phase, Away)
        if went and not isinstance(before.cycle.stage, OnBreak):
            since = float(self.state.activity.phase.since)
            assert desk <= self._desk_at(since) + SLACK, "what an absence had added is taken back"
        self.track = [*(point for point in self.track[-400:]), (now, desk)]

    def _desk_at(self, instant: float) -> float:
        """Return the desk time of an instant, as it was known just before it, and grown since then at the most."""
        known = [point for point in self.track if point[0] <= instant]
        at, desk = known[-1] if known else (instant, float("inf"))
        return desk + instant - at

    # -- an offer comes ---------------------------------------------------------------------------------

    def _promise_an_offer(self, before: core.State) -> None:
        """Never more than the wait past a due mark without an offer, holds, hours, returns and spacing aside."""
        state, wait = self.state, self.state.rules.wait_for_pause
        scene_still = state.activity.still_for()
        gone = scene_still is not None and scene_still >= STALE and not state.activity.believed
        aside = (
            state.holds.silent
            or not isinstance(state.activity.phase, AtDesk)
            or gone
            or self.now < max(state.cycle.quiet_until, state.cycle.spaced_until) + SLACK
            or isinstance(state.cycle.stage, Prompted | OnBreak)
            or self._margin()
        )
        missed = isinstance(state.cycle.stage, Due) and state.cycle.stage.missed
        new_rules = state.rules != before.rules
        for meter in state.cycle.meters:
            name, over = meter.kind.name, state.activity.desk - meter.due_at
            at = self.late.get(name, state.activity.desk)
            if over < -MERGE - SLACK:  # what is due within minutes may have been offered along with something else
                self.offered.discard(name)
            if over <= 0 or new_rules or state.holds.reasons != before.holds.reasons:
                at = state.activity.desk
            elif aside or missed:
                at += max(0.0, state.activity.desk - self.desk_before)
            self.late[name] = at
            late = min(over, state.activity.desk - at)
            assert name in self.offered or late <= wait + SLACK, f"{name} was due {late:.0f} s ago and not offered"
        self.desk_before = state.activity.desk  # a step may be taken within another one

    def _margin(self) -> bool:
        return core._margin(self.state.rules.hours, self.local) is not None

    # -- nothing for ever --------------------------------------------------------------------------------

    def _promise_deadlines(self) -> None:
        instant, local = core.next_deadline(self.state)
        assert instant is None or instant > self.state.at.now, "no deadline in the past"
        assert local is None or local > self.state.at.local, "no local deadline in the past"
        assert 0 < core.watch(self.state) <= RETURN

    def _promise_ends(self) -> None:
        for hold in self.state.holds.reasons:
            assert held(hold, self.state.at), "it says why"
            ends = hold.until is not None or hold.until_local is not None
            asked = hold.why is Why.PAUSED and not ends  # asked about in the morning
            never_open = hold.why is Why.HOURS
            meeting = hold.why is Why.MEETING
            assert ends or asked or meeting or never_open or hold.why in (*SENSED, Why.HEALTH), "it ends, or waits"
            assert hold.until is None or hold.until > self.state.at.now - SLACK, "its end is to come"


def values(value) -> dict:
    """Return the fields of a value by name."""
    return {field.name: getattr(value, field.name) for field in fields(value)}


def later(day: Day, seconds: float) -> None:
    """Let so much time pass."""
    day.run_to(day.clock.true + timedelta(seconds=seconds))


def today(day: Day):
    """Return the day it is."""
    return day_of(day.local)
