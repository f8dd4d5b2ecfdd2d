"""The one place where the daemon reads the time."""

import sys
import time
from datetime import UTC, datetime, timedelta, tzinfo

from unkink.domain.units import Instant, Moment, Seconds

if sys.platform == "linux":

    def _asleep() -> Seconds:
        # CLOCK_BOOTTIME counts suspend, CLOCK_MONOTONIC does not (clock_gettime(2)).
        # Read one after the other, they may seem to have slept a little less than nothing.
        return max(0.0, time.clock_gettime(time.CLOCK_BOOTTIME) - time.clock_gettime(time.CLOCK_MONOTONIC))

elif sys.platform == "darwin":

    def _asleep() -> Seconds:
        # Here CLOCK_MONOTONIC counts sleep and CLOCK_UPTIME_RAW does not (clock_gettime(3)). Not run there yet.
        return time.clock_gettime(time.CLOCK_MONOTONIC) - time.clock_gettime(time.CLOCK_UPTIME_RAW)

elif sys.platform == "win32":
    import ctypes

    def _asleep() -> Seconds:
        # Both in units of 100 ns; the unbiased one leaves sleep out (realtimeapiset.h). Not run there yet.
        both, awake = ctypes.c_ulonglong(), ctypes.c_ulonglong()
        kernel = ctypes.WinDLL("kernelbase")
        kernel.QueryInterruptTime(ctypes.byref(both))
        kernel.QueryUnbiasedInterruptTime(ctypes.byref(awake))
        return (both.value - awake.value) / 1e7

else:

    def _asleep() -> Seconds:
        return 0.0


class SystemClock:
    """The machine's clocks."""

    def __init__(self) -> None:
        self._waking = time.monotonic
        if sys.platform == "darwin":
            self._waking = lambda: time.clock_gettime(time.CLOCK_UPTIME_RAW)
        try:
            with open("/proc/sys/kernel/random/boot_id", encoding="ascii") as stream:
                self._boot = stream.read().strip()
        except OSError:
            self._boot = ""

    def now(self) -> Seconds:
        """Return seconds from an arbitrary start; stands still in sleep, never jumps."""
        return self._waking()

    def asleep(self) -> Seconds:
        """Return the seconds the machine has slept since an arbitrary start."""
        return _asleep()

    def wall(self) -> tuple[datetime, Seconds]:
        """Return the naive local time and its offset from UTC in seconds."""
        aware = datetime.now(UTC).astimezone()
        offset = aware.utcoffset()
        return aware.replace(tzinfo=None), offset.total_seconds() if offset else 0.0

    def boot(self) -> str:
        """Return what names this run of the machine; empty where nothing does."""
        return self._boot

    def moment(self) -> Moment:
        """Return all of it at once."""
        local, offset = self.wall()
        return Moment(Instant(self.now() + self.asleep()), local, offset)

    def when(self, local: datetime) -> Instant:
        """Return the instant of a local time, as the wall clock goes now; see `as_utc`."""
        at, utc = self.moment(), datetime.now(UTC)
        return Instant(at.now + (as_utc(local, utc) - utc).total_seconds())


def as_utc(local: datetime, now: datetime, zone: tzinfo | None = None) -> datetime:
    """Return a naive local time of a zone, or of this machine, as UTC.

    Of a time that comes twice, the first that is not past `now`; a time that the clock springs over is the instant it
    springs (PEP 495).
    """
    first, second = sorted(local.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    if first.astimezone(zone).replace(tzinfo=None) == local:
        return second if first < now else first
    # The time does not exist: the two readings lie on either side of the jump. Find it to the second.
    before = first.astimezone(zone).utcoffset()
    while second - first > timedelta(seconds=1):
        middle = (first + (second - first) / 2).replace(microsecond=0)
        if middle.astimezone(zone).utcoffset() == before:
            first = middle
        else:
            second = middle
    return second
