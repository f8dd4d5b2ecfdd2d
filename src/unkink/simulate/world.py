"""One person at one machine, in time that passes at once: the domain stepped as the engine steps it.

It steps at every deadline, at every job of the calendar and at least every `CEILING` seconds, and plays an idle source
that reports crossings of the armed threshold.
"""

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo

from unkink.adapters.calendar import ScheduleCalendar
from unkink.domain import core, events
from unkink.domain.effects import Effect
from unkink.domain.offers import LULL
from unkink.domain.presence import Away
from unkink.domain.rules import Rules
from unkink.domain.stages import OnBreak
from unkink.domain.units import Instant, Seconds
from unkink.engine.engine import CEILING
from unkink.engine.saved import document, restore
from unkink.simulate.clock import VirtualClock

PAST_FIRST_DAYS = 3
"""A simulated person has used unkink for so many days before."""
EXACT: Seconds = 1e-6
LEAST: Seconds = 1e-6
"""The least time that passes, where any does: an instant that is nearer could not be told apart."""
WEDGED = 1000
"""So many looks at one instant are a mistake in the domain."""
LASTING = (events.Sensed, events.Locked, events.Unlocked)
"""What is so still when somebody looks later."""


class World:
    """A person, a machine, virtual time.

    Args:
        rules: what the domain obeys.
        begins: the true time at which they sit down, with its zone.
        heard: gets each effect, when it comes; none before `begins()`.
        pauses: whether any moment with input may be a pause: where a trace does not say when somebody paused.
        days: on how many days there was somebody before.
    """

    def __init__(
        self,
        rules: Rules,
        begins: datetime,
        heard: Callable[[Effect], None],
        *,
        pauses: bool = False,
        days: int = PAST_FIRST_DAYS,
    ) -> None:
        self.clock = VirtualClock(begins)
        self._heard, self._pauses = heard, pauses
        self._known, self._on, self._asleep = True, True, False
        self.named_zone = False
        self._slept_before: Seconds = 0.0
        self._saved: dict[str, object] = {}
        self._unseen: list[events.Event] = []
        self._still_since: Instant | None = None
        self._slept_still: Seconds = 0.0
        self._armed: Seconds = 0.0
        self._reported = self._asked = False
        self._later: list[tuple[Instant, int, Callable[[], None]]] = []
        self.state = core.start(rules, self.clock.moment(), days=days)
        self._calendar = ScheduleCalendar(self.clock, lambda came, ago: self.happens(events.AppointmentCame(came, ago)))
        self._calendar.set(rules.appointments)

    def begins(self) -> None:
        """Begin to look: from here there are effects."""
        self._arm()

    @property
    def now(self) -> Instant:
        """The instant."""
        return self.clock.instant

    # -- the person and the machine ---------------------------------------------------------

    def works(self) -> None:
        """Input is continuous from here."""
        told = self._reported or self._asked or not self._known
        self._known, self._still_since, self._slept_still, self._reported = True, None, 0.0, False
        if told:
            self.happens(events.InputSeen())

    def stops(self) -> None:
        """Input stopped at this instant."""
        lost, self._known = not self._known, True
        if self._still_since is None or lost:
            self._still_since, self._slept_still, self._reported = self.now, 0.0, False
        if lost:
            self._reported = True
            self.happens(events.InputStopped(0.0))

    def loses_sight(self) -> None:
        """Nothing can tell any more whether there is input."""
        self._known, self._still_since, self._reported = False, None, False
        self.happens(events.InputUnknown())

    def falls_asleep(self) -> None:
        """The machine sleeps from here."""
        self._asleep = True

    def wakes(self) -> None:
        """The machine wakes: nobody has looked since it fell asleep."""
        if self._asleep:
            self._asleep = False
            self._look()
            self._catch_up()

    def goes_off(self) -> None:
        """The machine is switched off; what there was is saved."""
        if self._on:
            self._on, self._saved = False, document(self.state)
            self._later.clear()

    def comes_on(self) -> None:
        """The machine comes on, and unkink goes on where it was."""
        if self._on:
            return
        self._on = True
        self.state, effects = restore(self._saved, self.state.rules, self.clock.moment())
        self._tell(effects)
        stage = self.state.cycle.stage
        if isinstance(stage, OnBreak):
            self.happens(events.RoutineEnded(stage.run, stage.done, finished=False))
        self._armed, self._reported = 0.0, False
        self.happens(events.Tick())
        self._catch_up()

    def happens(self, *what: events.Event) -> None:
        """Something is observed or said at this instant; while the machine sleeps or is off, it is found out later."""
        for event in what:
            if not self._on or self._asleep:
                self._unseen += [event] if isinstance(event, LASTING) else []
                continue
            self.state, effects = core.step(self.state, event, self.clock.moment())
            if isinstance(event, events.InputSeen):
                self._reported = self._asked = False
            self._tell(effects)
            self._arm()

    def later(self, seconds: Seconds, what: Callable[[], None]) -> None:
        """Do something after so many seconds."""
        self._later.append((Instant(self.now + seconds), len(self._later), what))
        self._later.sort(key=lambda entry: entry[:2])

    def jumps(self, seconds: Seconds) -> None:
        """The wall clock is set; no time passes."""
        self.clock.jump(seconds)
        self.happens(events.Tick())

    def travels(self, zone: tzinfo | None, *, named: bool = True) -> None:
        """The wall clock shows another zone."""
        self.clock.zone = zone or UTC
        self.named_zone = named
        self.happens(events.Tick())

    # -- time ----------------------------------------------------------------------------------

    def run_to(self, end: datetime, each: Callable[[], None] | None = None) -> None:
        """Let time pass until the true time is `end`; `each` is called at each look."""
        last = Instant(self.now + (end - self.clock.true).total_seconds())
        looks = 0
        while True:
            now = self.now
            if not self._on or self._asleep:
                self._pass(max(0.0, last - now))
                return
            wake = Instant(max(now, min(last, self._next(now))))
            looks = 0 if wake > now else looks + 1
            if looks > WEDGED:
                raise RuntimeError(f"time stands still at {self.clock.shown()}: {core.next_deadline(self.state)}")
            self._pass(max(wake - now, LEAST) if wake > now else 0.0)
            self._look()
            if each is not None:
                each()
            if wake >= last:
                return

    def freezes_until(self, end: datetime) -> None:
        """Let time pass without anybody looking: a debugger, a stopped process."""
        self._pass((end - self.clock.true).total_seconds())
        self._look()

    # -- inside ----------------------------------------------------------------------------------

    def _pass(self, seconds: Seconds) -> None:
        self.clock.pass_(seconds, asleep=self._asleep)
        if self._asleep and self._still_since is not None:
            self._slept_still += seconds

    def _next(self, now: Instant) -> Instant:
        """Return when the next look is."""
        instant, local = core.next_deadline(self.state)
        found = [] if instant is None else [instant]
        found += [self.clock.when(time) for time in (local, self._calendar.next()) if time is not None]
        if not isinstance(self.state.activity.phase, Away):
            found.append(Instant(now + CEILING))
        if self._known and self._still_since is not None and not self._reported:
            found.append(Instant(self._still_since + self._slept_still + self._armed))
        found += [entry[0] for entry in self._later[:1]]
        return min(found, default=Instant(now + CEILING))

    def _look(self) -> None:
        """Deal with whatever has come to pass."""
        now, slept = self.now, self.clock.asleep() - self._slept_before
        if slept:
            self._slept_before += slept
            self.happens(events.Slept(slept))
        while self._later and self._later[0][0] <= now + EXACT:
            self._later.pop(0)[2]()
        if self._crossed():
            self._reported = True
            self.happens(events.InputStopped(self._idle()))
        else:
            self._calendar.run_due()
            self.happens(events.Tick())
        if self._pauses and self._known and self._still_since is None and core.watch(self.state) <= LULL:
            self.happens(events.InputStopped(LULL), events.InputSeen())

    def _catch_up(self) -> None:
        """Find out what lasts of what nobody saw."""
        unseen, self._unseen = self._unseen, []
        self.happens(*unseen)

    def _idle(self) -> Seconds:
        """Return the waking seconds without input."""
        return 0.0 if self._still_since is None else self.now - self._still_since - self._slept_still

    def _crossed(self) -> bool:
        still = self._known and self._still_since is not None and not self._reported
        return still and self._idle() >= self._armed - EXACT

    def _arm(self) -> None:
        wanted = core.watch(self.state)
        if wanted == self._armed or not self._known:
            return
        self._armed, self._asked = wanted, True
        # An idle source that is armed tells the next input, and silence that is long enough already at once.
        if self._still_since is None:
            self.happens(events.InputSeen())
        elif self._idle() >= wanted - EXACT:
            self._reported = True
            self.happens(events.InputStopped(self._idle()))

    def _tell(self, effects: tuple[Effect, ...]) -> None:
        for effect in effects:
            self._heard(effect)
