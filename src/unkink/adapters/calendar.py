"""Jobs at fixed local times, by the `schedule` library. It never polls: the engine asks what is next and comes then.

`schedule` reads the time by itself, as naive local `datetime.now()`. It gets a stand-in bound to our clock, so that it
lives in the same time as everything else, in life as in simulation.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import schedule

from unkink.domain.hours import WEEKDAYS
from unkink.domain.rules import Appointment
from unkink.domain.units import Seconds

if TYPE_CHECKING:
    from unkink.ports import Clock

log = logging.getLogger(__name__)

_schedule: Any = schedule  # the module itself: what it imported is part of how it tells the time
_FULL_NAMES = dict(
    zip(WEEKDAYS, ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"), strict=True)
)
LATE = timedelta(hours=1)
"""An appointment found later than this has passed: nothing delays one for longer."""


class ScheduleCalendar:
    """Appointments and house-keeping.

    Args:
        clock: where `schedule` finds the time.
        came: called with an appointment when its time has come, and how many seconds ago that was.
        daily: house-keeping, called once a day at 04:00 local time, or at the next look after it.
    """

    def __init__(
        self, clock: "Clock", came: Callable[[Appointment, Seconds], None], daily: Callable[[], None] = lambda: None
    ) -> None:
        self._clock = clock
        self._came = came
        self._scheduler = _Scheduler()
        self._appointments: tuple[Appointment, ...] = ()
        self._times = _stand_in(clock)
        with self._time():
            self._scheduler.every().day.at("04:00").do(daily).tag("house-keeping")

    def set(self, appointments: tuple[Appointment, ...]) -> None:
        """Replace the appointments; the same ones keep what they know."""
        if appointments == self._appointments:
            return
        self._appointments = appointments
        self._scheduler.clear("appointment")
        with self._time():
            for appointment in appointments:
                for day in appointment.days:
                    job = getattr(self._scheduler.every(), _FULL_NAMES[WEEKDAYS[day]])
                    at = f"{appointment.at // 60:02d}:{appointment.at % 60:02d}"
                    job.at(at).do(self._run, appointment).tag("appointment")

    def next(self) -> datetime | None:
        """Return the local time of the next job."""
        found: datetime | None = self._scheduler.next_run
        return found

    def run_due(self) -> None:
        """Run what is due."""
        with self._time():
            self._correct()
            self._scheduler.run_pending()

    def _run(self, appointment: Appointment) -> None:
        local, _ = self._clock.wall()
        due = local.replace(hour=appointment.at // 60, minute=appointment.at % 60, second=0, microsecond=0)
        ago = (local - due) % timedelta(days=1)  # slept over midnight, it was yesterday
        if ago <= LATE:
            self._came(appointment, ago.total_seconds())
        else:
            log.info("appointment %s has passed", appointment.name)

    @contextmanager
    def _time(self) -> Iterator[None]:
        """Give `schedule` our time while the context lasts. One thread only: the engine's."""
        theirs = _schedule.datetime
        _schedule.datetime = self._times
        try:
            yield
        finally:
            _schedule.datetime = theirs

    def _correct(self) -> None:
        """Plan anew what a clock set back has left more than its interval ahead."""
        local, _ = self._clock.wall()
        for job in self._scheduler.jobs:
            ahead = timedelta(days=1 if job.unit == "days" else 7)
            if job.next_run is not None and job.next_run - local > ahead:
                job.last_run = None
                job._schedule_next_run()  # noqa: SLF001  schedule has no public way to plan a job anew


class _Scheduler(schedule.Scheduler):
    """A scheduler in which a job that fails is logged and planned anew, and starves no other."""

    def _run_job(self, job: schedule.Job) -> None:
        try:
            super()._run_job(job)
        except Exception:
            log.exception("calendar job %s failed", job)
            job.last_run = _schedule.datetime.datetime.now()
            job._schedule_next_run()  # noqa: SLF001  schedule has no public way to plan a job anew


def _stand_in(clock: "Clock") -> SimpleNamespace:
    """Return what `schedule` takes for the datetime module, with `now` from our clock."""

    class Bound(datetime):
        """A datetime whose `now` is ours."""

        @classmethod
        def now(cls, tz: Any = None) -> Any:  # noqa: ARG003  as datetime has it
            return clock.wall()[0]

    return SimpleNamespace(**{**vars(_schedule.datetime), "datetime": Bound})
