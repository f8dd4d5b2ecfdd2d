"""Appointments by the schedule library: exact, in our time, whatever the clocks do."""

from datetime import datetime

import pytest

from tests.fakes import FakeClock
from unkink.adapters.calendar import ScheduleCalendar
from unkink.domain.rules import Appointment

ROLLER = Appointment("weekdays 16:00", (0, 1, 2, 3, 4), 960, "r19")


class Diary:
    """A calendar that is woken when it says, and a list of what came."""

    def __init__(self, start, *appointments, daily=lambda: None):
        self.clock, self.came = FakeClock(start), []
        self.calendar = ScheduleCalendar(
            self.clock, lambda a, ago: self.came.append(f"{self.clock.local:%a %H:%M} {a.what}{_late(ago)}"), daily
        )
        self.calendar.set(appointments)

    def until(self, when):
        end = datetime.fromisoformat(when)
        while self.clock.local < end:
            self.clock.pass_(min(30.0, (end - self.clock.local).total_seconds()))
            if self.calendar.next() <= self.clock.local:
                self.calendar.run_due()
        return self.came


def _late(ago):
    return f" {ago / 60:g} min ago" if ago else ""


def test_an_appointment_comes_on_its_days_at_its_time():
    # Monday 2 March 2026 to the Monday after.
    came = Diary("2026-03-02T09:00", ROLLER).until("2026-03-09T17:00")
    assert came == [f"{day} 16:00 r19" for day in ("Mon", "Tue", "Wed", "Thu", "Fri", "Mon")]


def test_today_is_not_missed_and_what_has_passed_today_waits_for_next_week():
    diary = Diary("2026-03-02T15:59", Appointment("mon", (0,), 960, "r19"), Appointment("mon", (0,), 950, "r20"))
    assert diary.until("2026-03-02T16:30") == ["Mon 16:00 r19"]


def test_the_next_one_is_named():
    assert Diary("2026-03-02T09:00", ROLLER).calendar.next() == datetime(2026, 3, 2, 16)
    assert Diary("2026-03-02T17:00").calendar.next() == datetime(2026, 3, 3, 4), "house-keeping"


def test_the_same_appointments_set_again_change_nothing():
    diary = Diary("2026-03-02T09:00", ROLLER)
    jobs = list(diary.calendar._scheduler.jobs)
    diary.calendar.set((ROLLER,))
    assert diary.calendar._scheduler.jobs == jobs
    diary.calendar.set(())
    assert len(diary.calendar._scheduler.jobs) == 1


def test_one_that_was_slept_through_for_more_than_an_hour_has_passed():
    diary = Diary("2026-03-02T15:00", ROLLER)
    diary.clock.sleep(2 * 3600 + 60)
    diary.calendar.run_due()
    assert diary.came == []
    assert diary.until("2026-03-03T16:30") == ["Tue 16:00 r19"]


def test_one_that_was_slept_through_for_less_comes_and_says_how_late_it_is():
    diary = Diary("2026-03-02T15:00", ROLLER)
    diary.clock.sleep(3600 + 1200)
    diary.calendar.run_due()
    assert diary.came == ["Mon 16:20 r19 20 min ago"]


def test_one_that_was_slept_through_over_midnight_comes_too():
    diary = Diary("2026-03-02T23:00", Appointment("mon", (0,), 1430, "r19"))
    diary.clock.sleep(3600 + 600)
    diary.calendar.run_due()
    assert diary.came == ["Tue 00:10 r19 20 min ago"]


def test_a_clock_set_back_does_not_put_it_off_for_a_day():
    diary = Diary("2026-03-03T15:00", ROLLER)
    diary.until("2026-03-03T16:10")
    diary.clock.set_wall("2026-03-02T15:00")
    diary.calendar.run_due()
    assert diary.until("2026-03-02T16:30")[-1] == "Mon 16:00 r19"


def test_a_job_that_fails_is_logged_and_starves_nobody(caplog):
    days = []

    def daily():
        days.append(1)
        raise ZeroDivisionError

    diary = Diary("2026-03-02T03:59", Appointment("mon", (0,), 245, "r19"), daily=daily)
    assert diary.until("2026-03-03T05:00") == ["Mon 04:05 r19"]
    assert len(days) == 2, "planned anew each time"
    assert "calendar job" in caplog.text
    caplog.clear()


def test_the_library_tells_everybody_elses_time_outside_our_calls():
    import schedule

    Diary("2026-03-02T09:00", ROLLER).calendar.run_due()
    assert schedule.datetime.datetime is datetime


@pytest.mark.parametrize("at", [0, 1439])
def test_the_edges_of_a_day(at):
    came = Diary("2026-03-02T12:00", Appointment("tue", (1,), at, "r19")).until("2026-03-04T12:00")
    assert came == [f"Tue {at // 60:02d}:{at % 60:02d} r19"]
