"""Durations and times of day as people write them."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unkink.domain.units import format_duration, next_time_of_day, parse_duration


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("90s", 90),
        ("10m", 600),
        ("10 min", 600),
        ("1h30", 5400),
        ("1h30m", 5400),
        ("2h", 7200),
        ("1h 5m 10s", 3910),
        ("1M", 60),
    ],
)
def test_what_people_write(text, seconds):
    assert parse_duration(text) == seconds


@pytest.mark.parametrize("text", ["", "ten", "10x", "m10", "-5m", "1.5h", "10 20", "1h30 10s", "5s10m"])
def test_what_nobody_means_is_refused_with_examples(text):
    with pytest.raises(ValueError, match='"90s", "10m" or "1h30"'):
        parse_duration(text)


def test_a_bare_number_is_minutes_only_where_asked_for():
    assert parse_duration("10", bare_minutes=True) == 600
    with pytest.raises(ValueError, match='"10m" or "10s"'):
        parse_duration("10")


@given(st.integers(1, 200_000))
def test_what_is_written_reads_back(seconds):
    assert parse_duration(format_duration(seconds)) == seconds


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0s"), (90, "90s"), (600, "10m"), (5400, "1h30"), (7200, "2h"), (3661, "1h1m1s"), (150, "2m30s")],
)
def test_durations_are_written_shortly(seconds, text):
    assert format_duration(seconds) == text


@pytest.mark.parametrize(
    ("text", "now", "found"),
    [
        ("14:00", "2026-03-02T10:00", "2026-03-02T14:00"),
        ("9:05", "2026-03-02T10:00", "2026-03-03T09:05"),
        ("10:00", "2026-03-02T10:00", "2026-03-03T10:00"),
        ("00:00", "2026-12-31T23:59:59", "2027-01-01T00:00"),
    ],
)
def test_a_time_of_day_is_the_next_one(text, now, found):
    assert next_time_of_day(text, datetime.fromisoformat(now)) == datetime.fromisoformat(found)


@pytest.mark.parametrize("text", ["noon", "", "24:00", "14", "14:60", "-1:00", "14:00:00"])
def test_what_is_no_time_of_day_is_refused(text):
    with pytest.raises(ValueError, match='a time of day such as "14:00"'):
        next_time_of_day(text, datetime(2026, 3, 2))
