"""Hours: several ranges a day, over midnight, edges, and what never changes."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unkink.domain.hours import WEEKDAYS, Hours, day_of, finish, is_open, next_change, opened_at, parse_range


def week(**days: list[str]) -> Hours:
    names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    return Hours(tuple(tuple(parse_range(text) for text in days.get(name, ())) for name in names))


def at(text: str) -> datetime:
    """Monday is the 2nd of March 2026."""
    day, clock = text.split()
    return datetime.fromisoformat(f"2026-03-{2 + WEEKDAYS.index(day):02d}T{clock}")


OFFICE = week(mon=["09:00-12:30", "13:15-17:30"], tue=["09:00-17:00"])


def test_no_day_named_is_always():
    assert is_open(Hours(), at("sun 03:00"))
    assert next_change(Hours(), at("sun 03:00")) is None
    assert opened_at(Hours(), at("sun 03:00")) is None


@pytest.mark.parametrize(
    ("when", "open_"),
    [
        ("mon 08:59", False),
        ("mon 09:00", True),
        ("mon 12:29", True),
        ("mon 12:30", False),
        ("mon 13:15", True),
        ("mon 17:30", False),
        ("tue 12:45", True),
        ("wed 10:00", False),
    ],
)
def test_a_range_includes_its_start_and_not_its_end(when, open_):
    assert is_open(OFFICE, at(when)) is open_


@pytest.mark.parametrize(
    ("when", "change"),
    [
        ("mon 08:00", "mon 09:00"),
        ("mon 09:00", "mon 12:30"),
        ("mon 12:30", "mon 13:15"),
        ("mon 18:00", "tue 09:00"),
    ],
)
def test_the_next_change_is_the_next_edge(when, change):
    assert next_change(OFFICE, at(when)) == at(change)


def test_a_day_left_out_is_quiet_until_the_next_named_one():
    assert next_change(OFFICE, at("tue 18:00")) == at("mon 09:00") + timedelta(days=7)


def test_a_range_over_midnight_reaches_into_the_next_day():
    night = week(sat=["22:00-06:00"])
    assert is_open(night, at("sun 05:59"))
    assert not is_open(night, at("sun 06:00"))
    assert opened_at(night, at("sun 03:00")) == at("sat 22:00")
    assert next_change(night, at("sun 03:00")) == at("sun 06:00")


def test_ranges_that_touch_are_one():
    touching = week(mon=["09:00-12:00", "12:00-17:00"], tue=["00:00-02:00"])
    assert next_change(touching, at("mon 10:00")) == at("mon 17:00")
    over = week(mon=["20:00-24:00"], tue=["00:00-02:00"])
    assert next_change(over, at("mon 21:00")) == at("tue 02:00")
    assert opened_at(over, at("tue 01:00")) == at("mon 20:00")


def test_a_week_that_never_closes_never_changes():
    full = Hours(((parse_range("00:00-24:00"),),) * 7)
    assert next_change(full, at("wed 12:00")) is None
    assert is_open(full, at("wed 12:00"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("9-17", 'a range such as "09:00-17:30"'),
        ("09:60-17:00", "times from 00:00 to 23:59"),
        ("24:00-06:00", "times from 00:00 to 23:59"),
        ("09:00-25:00", "times from 00:00 to 23:59"),
        ("09:00-09:00", "not empty"),
    ],
)
def test_a_wrong_range_says_what_is_allowed(text, said):
    with pytest.raises(ValueError, match=said):
        parse_range(text)


def test_midnight_is_allowed_as_an_end():
    assert parse_range("18:00-24:00").end == timedelta(hours=24)


minutes = st.integers(0, 1439)
ranges = st.builds(
    lambda a, b: parse_range(f"{a // 60:02d}:{a % 60:02d}-{b // 60:02d}:{b % 60:02d}"), minutes, minutes
).filter(bool)
pairs = st.tuples(minutes, minutes).filter(lambda pair: pair[0] != pair[1])
days = st.lists(pairs, max_size=3).map(
    lambda found: tuple(parse_range(f"{a // 60:02d}:{a % 60:02d}-{b // 60:02d}:{b % 60:02d}") for a, b in found)
)


@given(st.tuples(*[days] * 7), st.integers(0, 7 * 1440 - 1))
def test_the_next_change_agrees_with_asking_every_minute(found, start):
    hours = Hours(found)
    local = at("mon 00:00") + timedelta(minutes=start)
    change = next_change(hours, local)
    assert change is None or is_open(hours, change) != is_open(hours, local)
    probe, limit = local, change or local + timedelta(days=8)
    while probe < limit:
        assert is_open(hours, probe) == is_open(hours, local)
        probe += timedelta(minutes=7)
    opened = opened_at(hours, local)
    if opened is not None:
        assert is_open(hours, opened)
        assert opened <= local


@given(st.tuples(*[days] * 7), st.lists(st.integers(-21 * 1440, 21 * 1440), min_size=2, max_size=8))
def test_an_answer_does_not_depend_on_what_was_asked_before(found, order):
    hours = Hours(found)
    for minute in order:
        local = at("mon 00:00") + timedelta(minutes=minute)
        begun = [local.replace(hour=0, minute=0) - timedelta(days=back) for back in (0, 1)]
        holding = any(
            midnight + span.start <= local < midnight + span.end
            for midnight in begun
            for span in found[midnight.weekday()]
        )
        assert is_open(hours, local) == (holding or hours.always)
        change = next_change(hours, local)
        assert change is None or change > local


@pytest.mark.parametrize(
    ("found", "when", "ends"),
    [
        (week(), "2026-03-02T10:00", None),
        (week(mon=["09:00-12:30", "13:15-17:30"]), "2026-03-02T10:00", "2026-03-02T17:30"),
        (week(mon=["09:00-12:30", "13:15-17:30"]), "2026-03-02T12:45", "2026-03-02T17:30"),
        (week(mon=["09:00-12:30", "13:15-17:30"]), "2026-03-02T18:00", "2026-03-02T17:30"),
        (week(mon=["09:00-12:30", "13:15-17:30"]), "2026-03-03T03:59", "2026-03-02T17:30"),
        (week(mon=["09:00-12:30"]), "2026-03-03T04:00", None),  # Tuesday is closed all day
        (week(mon=["22:00-06:00"]), "2026-03-03T01:00", "2026-03-03T06:00"),
        (week(mon=["22:00-06:00"]), "2026-03-03T05:00", None),  # it belongs to the day it opened in
        (week(tue=["02:00-03:00"]), "2026-03-02T10:00", "2026-03-03T03:00"),  # the night belongs to Monday
        (week(tue=["04:00-05:00"]), "2026-03-02T10:00", None),
    ],
)
def test_a_day_is_finished_when_the_last_range_that_opens_in_it_ends(found, when, ends):
    assert finish(found, datetime.fromisoformat(when)) == (ends and datetime.fromisoformat(ends))


@pytest.mark.parametrize(
    ("when", "day"),
    [("2026-03-02T04:00", 2), ("2026-03-02T03:59", 1), ("2026-03-02T23:59", 2), ("2026-03-03T00:00", 2)],
)
def test_a_day_begins_at_four(when, day):
    assert day_of(datetime.fromisoformat(when)).day == day
