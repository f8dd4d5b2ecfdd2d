"""A day at a desk, told as a diary: what the person does at which time, and the whole timeline of what follows.

    day = Day("10:00")
    day.works()                     # input is continuous from here
    day.at("11:02:10").stops()      # hands off
    assert day.until("11:02:14") == ["11:00:00 due move", "11:02:14 prompt 1 (pause)"]

The day is the simulator's world, so the domain is driven as the engine drives it.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from unkink.domain import core, events
from unkink.domain import effects as do
from unkink.domain.rules import Rules
from unkink.domain.units import Moment
from unkink.simulate.world import World

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
        case do.Dropped(name) | do.Appointed(name):
            return f"{'dropped' if isinstance(effect, do.Dropped) else 'appointment'} {name}"
        case do.ShowCue(card=cue):
            return f"cue {cue.id}"
        case do.HideCue() | do.CueTaken() | do.CueRefused():
            return f"{type(effect).__name__} {effect.cue}"
        case do.PutQuestion(question):
            return f"ask {question}"
        case do.DropQuestion(question):
            return f"ask no more {question}"
        case _:
            return f"{type(effect).__name__.lower()} {effect.offer}"


class Day(World):
    """One person, one domain, virtual time; what is done returns the day, so that a day reads as one line.

    Every step is checked: no deadline lies in the past, and stepping at one makes progress.
    """

    def __init__(
        self, start: str = "09:00", rules: Rules | None = None, date: str = MONDAY, *, known: bool = True, days: int = 3
    ):
        self.first = datetime.fromisoformat(f"{date}T{start}")
        self.effects: list[tuple[datetime, do.Effect]] = []
        self._said = 0
        super().__init__(rules or Rules(), self.first.replace(tzinfo=UTC), self._add, days=days)
        self.begins()
        if not known:
            self.loses_sight()

    # -- reading ------------------------------------------------------------------

    @property
    def local(self) -> datetime:
        return self.clock.wall()[0]

    @property
    def moment(self) -> Moment:
        return self.clock.moment()

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
        super().works()
        return self

    def stops(self) -> "Day":
        """Input stopped at this instant."""
        self._still_since = None
        super().stops()
        return self

    def happens(self, *what: events.Event) -> "Day":
        super().happens(*what)
        return self

    def sleeps(self, until: str) -> "Day":
        """The machine sleeps until a local time."""
        self.falls_asleep()
        self.run_to(self._true(until))
        self.wakes()
        return self

    def freezes(self, until: str) -> "Day":
        """The process stands still (a debugger, SIGSTOP) until a local time."""
        self.freezes_until(self._true(until))
        return self

    def clock_jumps(self, seconds: float) -> "Day":
        """The wall clock is set; no time passes."""
        self.jumps(seconds)
        return self

    def until(self, time: str) -> list[str]:
        """Let time pass until a local time; return the lines of the timeline that were not read before."""
        return self.at(time).new()

    def at(self, time: str) -> "Day":
        """Let time pass until a local time."""
        self.run_to(self._true(time))
        return self

    # -- inside -----------------------------------------------------------------------

    def _add(self, effect: do.Effect) -> None:
        self.effects.append((self.local, effect))

    def _true(self, text: str) -> datetime:
        days, _, clock = text.rpartition("+")
        when = datetime.combine(self.first.date(), datetime.strptime(_full(clock), "%H:%M:%S").time())
        return self.clock.true + (when + timedelta(days=int(days or 0)) - self.local)

    def _look(self) -> None:
        before = self.state
        super()._look()
        deadline = core.next_deadline(self.state)[0]
        assert deadline is None or deadline > self.now or self.state != before, "a deadline without progress"


def rules(**changes: object) -> Rules:
    """Return the default rules with changes; durations in minutes are easier to read as 60 * n."""
    return replace(Rules(), **changes)


def _full(clock: str) -> str:
    return clock if clock.count(":") == 2 else clock + ":00"
