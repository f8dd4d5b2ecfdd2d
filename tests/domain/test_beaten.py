"""Lock and sleep beat a call and a film; and whoever comes back from being away has their minute, film or not."""

import pytest

from tests.script import Day, rules
from unkink.domain import events
from unkink.domain.rules import Appointment
from unkink.domain.signals import Signal

FILM, FULL = (events.Sensed(signal, on=True) for signal in (Signal.WATCHING, Signal.FULL_SCREEN))
TEA = Appointment("tea", (0,), 12 * 60 + 15, "r19")


@pytest.mark.parametrize("what", [FILM, events.Pause(length=7200.0, meeting=True)])
def test_a_machine_that_sleeps_for_long_in_a_film_or_a_meeting_is_a_break(what):
    day = Day("09:00").works().at("09:30").happens(what).at("09:50").sleeps("10:00")
    assert "10:00:00 credit away" in day.new()
    assert day.desk == 0


def test_a_short_sleep_in_a_film_is_none():
    day = Day("09:00").works().at("09:30").happens(FILM).at("09:50").sleeps("09:54")
    assert not any("credit" in line for line in day.new())


def test_sitting_on_in_a_film_after_a_long_sleep_begins_with_the_next_input():
    day = Day("09:00").works().at("09:30").happens(FILM).stops().at("09:50").sleeps("10:00").at("10:20")
    assert day.desk == 0
    day.works().at("10:30")
    assert day.desk == pytest.approx(10)


def test_where_nothing_can_tell_waking_is_coming_back():
    day = Day("09:00", known=False).happens(FILM).at("09:50").sleeps("10:00").at("10:10")
    assert "10:00:00 credit away" in day.new()
    assert day.desk == pytest.approx(10)


def test_whoever_comes_back_at_the_end_of_a_film_that_was_believed_in_too_long_has_a_minute():
    day = Day("09:00", rules(appointments=(TEA,))).works().at("09:10").happens(FILM, FULL).stops().at("12:30")
    over = (events.Sensed(signal, on=False) for signal in (Signal.WATCHING, Signal.FULL_SCREEN))
    day.new()
    lines = day.happens(*over).until("12:30:59")
    assert not any("prompt" in line for line in lines)


def test_in_a_film_that_is_believed_a_touch_of_the_mouse_is_no_return():
    day = Day("09:00").works().at("09:10").happens(FILM).stops().at("10:05").works().stops()
    assert "10:05:04 prompt 1 move (pause)" in day.until("10:06")
