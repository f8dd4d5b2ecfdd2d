"""A clock whose time passes when it is told to; its wall clock can be set, and carried into another zone."""

from datetime import UTC, datetime, timedelta, tzinfo

from unkink.adapters.clock import as_utc
from unkink.domain.units import Instant, Moment, Seconds

FROM: Seconds = 1000.0
"""Where instants begin: nothing may take the first one for nothing."""


class VirtualClock:
    """Time in a simulation. It keeps the promises of every `Clock`.

    Args:
        begins: the true time at which it stands, with its zone.
    """

    def __init__(self, begins: datetime) -> None:
        self.zone: tzinfo = begins.tzinfo or UTC
        self._began = begins.astimezone(UTC)
        self._passed: Seconds = 0.0
        self._jumped = timedelta()
        self._slept: Seconds = 0.0

    @property
    def true(self) -> datetime:
        """The true time; finer than a microsecond it is rounded, as a `datetime` must be."""
        return self._began + timedelta(seconds=self._passed)

    @property
    def instant(self) -> Instant:
        """The instant, which goes on in sleep: exactly that of `moment()`."""
        return Instant(FROM + self._passed)

    def pass_(self, seconds: Seconds, *, asleep: bool = False) -> None:
        """Let time pass, awake or asleep."""
        self._passed += seconds
        self._slept += seconds if asleep else 0.0

    def jump(self, seconds: Seconds) -> None:
        """Set the wall clock forward, or back where negative; no time passes."""
        self._jumped += timedelta(seconds=seconds)

    def shown(self) -> datetime:
        """Return the true time as somebody in the zone would write it."""
        return self.true.astimezone(self.zone)

    # -- as every clock -------------------------------------------------------------------

    def now(self) -> Seconds:
        """Return seconds from an arbitrary start; stands still in sleep, never jumps."""
        return FROM + self._passed - self._slept

    def asleep(self) -> Seconds:
        """Return the seconds slept."""
        return self._slept

    def wall(self) -> tuple[datetime, Seconds]:
        """Return the naive local time and its offset from UTC in seconds."""
        aware = (self.true + self._jumped).astimezone(self.zone)
        offset = aware.utcoffset()
        return aware.replace(tzinfo=None), offset.total_seconds() if offset else 0.0

    def boot(self) -> str:
        """Return that nothing names this run of the machine: it may be another one after each pause."""
        return ""

    def moment(self) -> Moment:
        """Return all of it at once."""
        local, offset = self.wall()
        return Moment(self.instant, local, offset)

    def when(self, local: datetime) -> Instant:
        """Return the instant of a local time, as the wall clock goes now."""
        utc = as_utc(local, self.true + self._jumped, self.zone)
        return Instant(FROM + (utc - self._jumped - self._began).total_seconds())
