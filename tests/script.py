"""A day at a desk, told as a diary: what the person does at which time, and the whole timeline of what follows.

    day = Day("10:00")
    day.works()                     # input is continuous from here
    day.at("11:02:10").stops()      # hands off
    assert day.until("11:02:14") == ["11:00:00 due move", "11:02:14 prompt 1 (pause)"]

The day drives the real domain as the engine does: it steps at every deadline and at least every 30 s, and plays an idle
source that reports crossings of the armed threshold.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from unkink.domain import core, events
from unkink.domain import effects as do
from unkink.domain.rules import Rules
from unkink.domain.units import Instant, Moment

CEILING = 30.0
MONDAY = "2026-03-02"


def told(effect: do.Effect) -> str:
    """Return an effect as the diary writes it."""
    match effect:
        case do.Warn(kind) | do.BecameDue(kind):
            return f"{'warn' if isinstance(effect, do.Warn) else 'due'} {kind}"
        case do.Prompt(offer):
            extra = " short" * offer.short + (" on icon" if offer.surface == "icon" else "")
            return f"prompt {offer.id} {'+'.join(offer.kinds) or offer.what} ({offer.cause}){extra}"
        case do.Snoozed(offer, length):
            return f"snoozed {offer} {length / 60:g}m"
        case do.Play(run, offer, routine):
            return f"play {run} {routine or f'of offer {offer}'}"
        case do.Stopped(run, done, planned):
            return f"stopped {run} {done:g}/{planned:g}"
        case do.Finished(run, done):
            return f"finished {run} {done:g}"
        case do.Halt(run):
            return f"halt {run}"
        case do.Credited(cause):
            return f"credit {cause}"
        case do.Held(why):
            return f"hold {why}"
        case do.Released(why):
            return f"release {why}"
        case do.Dropped(name):
            return f"dropped {name}"
        case _:
            return f"{type(effect).__name__.lower()} {effect.offer}"


class Day:
    """One person, one domain, virtual time."""

    def __init__(self, start: str = "09:00", rules: Rules | None = None, date: str = MONDAY, *, known: bool = True):
        self.local = self.first = datetime.fromisoformat(f"{date}T{start}")
        self.now = 1000.0
        self.known = known
        self.still_since: float | None = None
        self.asleep_since: float | None = None
        self._slept_still = 0.0
        self._armed = 0.0
        self._reported = False
        self._asked = False
        self._said = 0
        self.effects: list[tuple[datetime, do.Effect]] = []
        self.state = core.start(rules or Rules(), self.moment)
        if not known:
            self.happens(events.InputUnknown())
        self._arm()

    # -- reading ------------------------------------------------------------------

    @property
    def moment(self) -> Moment:
        return Moment(Instant(self.now), self.local, 0.0)

    @property
    def desk(self) -> float:
        """Desk minutes of `move` since the last reset."""
        return round(self.state.cycle.meters[0].count(self.state.activity.desk) / 60, 3)

    @property
    def stage(self) -> str:
        return type(self.state.cycle.stage).__name__

    def new(self) -> list[str]:
        """Return the lines of the timeline that were not read before."""
        lines = [f"{at:%H:%M:%S} {told(effect)}" for at, effect in self.effects[self._said :]]
        self._said = len(self.effects)
        return lines

    # -- doing ----------------------------------------------------------------------

    def works(self) -> "Day":
        """Input is continuous from here."""
        told = self._reported or self._asked
        self.still_since, self._slept_still, self._reported = None, 0.0, False
        if told:
            self.happens(events.InputSeen())
        return self

    def stops(self) -> "Day":
        """Input stopped at this instant."""
        self.still_since, self._slept_still, self._reported = self.now, 0.0, False
        return self

    def happens(self, *what: events.Event) -> "Day":
        """Something is observed or said at this instant."""
        for event in what:
            self.state, effects = core.step(self.state, event, self.moment)
            self.effects += [(self.local, effect) for effect in effects]
            if isinstance(event, events.InputSeen):
                self._reported = self._asked = False
            self._arm()
        return self

    def sleeps(self, until: str) -> "Day":
        """The machine sleeps until a local time: no step happens in between."""
        length = (self._time(until) - self.local).total_seconds()
        self._pass(length)
        if self.still_since is not None:
            self._slept_still += length
        return self.happens(events.Slept(length))

    def freezes(self, until: str) -> "Day":
        """The process stands still (a debugger, SIGSTOP) until a local time."""
        self._pass((self._time(until) - self.local).total_seconds())
        return self.happens(events.Tick())

    def clock_jumps(self, seconds: float) -> "Day":
        """The wall clock is set; no time passes."""
        self.local += timedelta(seconds=seconds)
        return self.happens(events.Tick())

    def until(self, time: str) -> list[str]:
        """Let time pass until a local time; return the lines of the timeline that were not read before."""
        self.at(time)
        return self.new()

    def at(self, time: str) -> "Day":
        """Let time pass until a local time."""
        end = self.now + (self._time(time) - self.local).total_seconds()
        while True:
            wake = min(self._next(), self.now + CEILING, end)
            assert wake >= self.now, "a deadline in the past"
            self._pass(wake - self.now)
            crossed = self._crossed()
            if crossed is not None:
                self._reported = True
                self.happens(events.InputStopped(crossed))
            else:
                before = self.state
                self.happens(events.Tick())
                deadline = core.next_deadline(self.state)[0]
                assert deadline is None or deadline > self.now or self.state != before, "a deadline without progress"
            if self.now >= end:
                return self

    # -- inside -----------------------------------------------------------------------

    def _time(self, text: str) -> datetime:
        days, _, clock = text.rpartition("+")
        when = datetime.combine(self.first.date(), datetime.strptime(_full(clock), "%H:%M:%S").time())
        return when + timedelta(days=int(days or 0))

    def _pass(self, seconds: float) -> None:
        self.now += seconds
        self.local += timedelta(seconds=seconds)

    def _next(self) -> float:
        instant, local = core.next_deadline(self.state)
        found = [] if instant is None else [float(instant)]
        if local is not None:
            found.append(max(self.now, self.now + (local - self.local).total_seconds()))
        if self.known and self.still_since is not None and not self._reported:
            found.append(max(self.now, self.still_since + self._slept_still + self._armed))
        return min(found, default=self.now + CEILING)

    def _idle(self) -> float:
        """Waking seconds without input."""
        return 0.0 if self.still_since is None else self.now - self.still_since - self._slept_still

    def _crossed(self) -> float | None:
        due = self.known and self.still_since is not None and not self._reported
        return self._idle() if due and self._idle() >= self._armed - 1e-6 else None

    def _arm(self) -> None:
        wanted = core.watch(self.state)
        if wanted == self._armed or not self.known:
            return
        self._armed, self._asked = wanted, True
        # An idle source that is armed tells the next input, and silence that is long enough already at once.
        if self.still_since is None:
            self.happens(events.InputSeen())
        elif self._idle() >= wanted - 1e-6:
            self._reported = True
            self.happens(events.InputStopped(self._idle()))


def rules(**changes: object) -> Rules:
    """Return the default rules with changes; durations in minutes are easier to read as 60 * n."""
    return replace(Rules(), **changes)


def _full(clock: str) -> str:
    return clock if clock.count(":") == 2 else clock + ":00"
