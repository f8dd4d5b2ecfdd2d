"""The machine's clocks: they go on, and a local time means an instant, over both changes of the hour too."""

import time
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from unkink.adapters.clock import SystemClock, as_utc


@pytest.fixture
def berlin(monkeypatch):
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_time_goes_on():
    clock = SystemClock()
    first, second = clock.moment(), clock.moment()
    assert second.now >= first.now
    assert clock.now() <= clock.moment().now
    assert clock.asleep() >= 0
    assert abs(clock.moment().now - clock.now() - clock.asleep()) < 1


def test_the_wall_clock_is_naive_and_knows_its_offset(berlin):
    local, offset = SystemClock().wall()
    assert local.tzinfo is None
    assert offset in (3600, 7200)


def test_a_local_time_is_as_far_away_as_it_looks():
    clock = SystemClock()
    local, _ = clock.wall()
    assert abs(clock.when(local + timedelta(minutes=10)) - clock.moment().now - 600) < 1


@pytest.mark.parametrize("zone", [None, ZoneInfo("Europe/Berlin")], ids=["this machine's", "a named one"])
@pytest.mark.parametrize(
    ("local", "now", "utc"),
    [
        ("2026-03-29T01:59", "2026-03-28T12:00", "2026-03-29T00:59"),
        ("2026-03-29T02:30", "2026-03-28T12:00", "2026-03-29T01:00"),  # does not exist: the instant the clock springs
        ("2026-03-29T03:00", "2026-03-28T12:00", "2026-03-29T01:00"),
        ("2026-10-25T02:30", "2026-10-24T12:00", "2026-10-25T00:30"),  # comes twice: the first
        ("2026-10-25T02:30", "2026-10-25T00:30", "2026-10-25T00:30"),  # the first is now
        ("2026-10-25T02:30", "2026-10-25T00:40", "2026-10-25T01:30"),  # the first is past: the second
        ("2026-10-25T03:00", "2026-10-24T12:00", "2026-10-25T02:00"),
    ],
)
def test_the_changes_of_the_hour(berlin, zone, local, now, utc):
    found = as_utc(datetime.fromisoformat(local), datetime.fromisoformat(now + "+00:00"), zone)
    assert abs(found - datetime.fromisoformat(utc + "+00:00")) <= timedelta(seconds=1)


def test_this_run_of_the_machine_has_one_name():
    assert SystemClock().boot() == SystemClock().boot()
