"""Time, fixed times, and the thread that waits for descriptors."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from unkink.domain.rules import Appointment
from unkink.domain.units import Instant, Moment, Seconds


class Clock(Protocol):
    """The one place where time is read."""

    def now(self) -> Seconds:
        """Return seconds from an arbitrary start; stands still in sleep, never jumps."""

    def asleep(self) -> Seconds:
        """Return the seconds the machine has slept since an arbitrary start."""

    def wall(self) -> tuple[datetime, Seconds]:
        """Return the naive local time and its offset from UTC in seconds."""

    def boot(self) -> str:
        """Return what names this run of the machine; empty where nothing does. Within one, instants can be compared."""

    def moment(self) -> Moment:
        """Return all of it at once: the instant counts waking and sleeping time."""

    def when(self, local: datetime) -> Instant:
        """Return the instant of a local time, as the wall clock goes now; a time that does not exist is the jump."""


class Calendar(Protocol):
    """Jobs at fixed local times."""

    def set(self, appointments: tuple[Appointment, ...]) -> None:
        """Replace the appointments."""

    def next(self) -> datetime | None:
        """Return the local time of the next job; None where there is none."""

    def run_due(self) -> None:
        """Run what is due. Never raises."""


class Carrier(Protocol):
    """One thread that waits for descriptors and runs what it is handed. All but `call` belong to that thread."""

    def call(self, what: Callable[[], object]) -> None:
        """Run `what` in that thread, soon. Safe from any thread."""

    def watch(self, fd: int, readable: Callable[[], None] | None, writable: Callable[[], None] | None = None) -> None:
        """Call `readable` and `writable` when a descriptor is; both None ends the watch."""
