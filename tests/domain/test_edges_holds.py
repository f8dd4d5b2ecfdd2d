"""Why unkink is quiet, at the edges: since when, until when, and what belongs to what."""

from datetime import datetime

import pytest

from tests.domain.test_hours import week
from tests.script import Day, rules
from unkink.domain import core, events
from unkink.domain.holds import Hold
from unkink.domain.signals import Signal

OFFICE = week(mon=["09:00-12:00", "13:00-17:00"], tue=["09:00-17:00"])


def on(signal: Signal) -> events.Sensed:
    return events.Sensed(signal, on=True)


def off(signal: Signal) -> events.Sensed:
    return events.Sensed(signal, on=False)


def shown(day: Day) -> Hold:
    return day.state.holds.reasons[0]


def test_a_pause_lengthened_holds_since_it_began():
    day = Day("09:00").works().happens(events.Pause(length=600.0)).at("09:05").happens(events.Pause(length=600.0))
    assert shown(day).since == day.now - 300
    assert shown(day).until == day.now + 600


def test_until_tomorrow_holds_since_it_was_asked_for():
    day = Day("09:00").works().at("09:10").happens(events.PauseUntilTomorrow()).at("09:20")
    assert shown(day).since == day.now - 600


@pytest.mark.parametrize("signal", [Signal.FULL_SCREEN, Signal.SHARING, Signal.PROGRAM, Signal.DO_NOT_DISTURB])
def test_what_is_observed_waits_for_its_end_and_not_for_that_of_the_hours(signal):
    day = Day("09:30", rules(hours=OFFICE)).works().happens(on(signal)).at("09:40")
    assert (shown(day).until, shown(day).until_local) == (None, None)


def test_outside_hours_it_says_until_when():
    day = Day("12:30", rules(hours=OFFICE)).works().at("12:31")
    assert shown(day).until_local == datetime.fromisoformat("2026-03-02T13:00")


# -- when to look again --------------------------------------------------------------------------


def next_look(day: Day) -> float | None:
    """Return the seconds until time alone may change something."""
    instant = core.next_deadline(day.state)[0]
    return None if instant is None else pytest.approx(instant - day.now)


def test_it_looks_when_a_pause_ends():
    day = Day("09:00").works().at("09:05:07").happens(events.Pause(length=600.0)).at("09:15")
    assert next_look(day) == 7


def test_of_two_pauses_it_looks_at_the_end_of_the_first():
    day = Day("09:00").works().at("09:06")
    day.happens(events.Pause(length=1200.0), events.Pause(length=600.0, meeting=True))
    assert next_look(day) == 600
    assert next_look(day.at("09:16")) == 600


def test_it_looks_when_a_microphone_becomes_a_call_and_when_the_call_has_ended():
    day = Day("09:00").works().at("09:10:07").happens(on(Signal.MICROPHONE))
    assert next_look(day) == 10
    assert next_look(day.at("09:20").happens(off(Signal.MICROPHONE))) == 10


def test_it_looks_when_a_full_screen_has_kept_a_break_for_an_hour():
    day = Day("09:00").works().happens(on(Signal.FULL_SCREEN)).at("10:59:55")
    assert next_look(day) == 5


def test_it_looks_when_the_hours_change_and_when_a_pause_until_a_time_ends():
    day = Day("09:30", rules(hours=OFFICE)).works()
    assert core.next_deadline(day.state)[1] == datetime.fromisoformat("2026-03-02T12:00")
    day.happens(events.Pause(until=datetime.fromisoformat("2026-03-02T11:00")))
    assert core.next_deadline(day.state)[1] == datetime.fromisoformat("2026-03-02T11:00")
    assert core.next_deadline(day.at("11:30").state)[1] == datetime.fromisoformat("2026-03-02T12:00")


def test_where_hours_are_always_no_time_of_day_matters():
    assert core.next_deadline(Day("09:00").works().state)[1] is None
    held = Day("09:00").works().happens(on(Signal.SHARING))
    assert core.next_deadline(held.state)[1] is None
