"""What a state means to somebody who looks."""

from datetime import datetime

from tests.domain.test_hours import week
from tests.script import Day, rules
from unkink.domain import events
from unkink.domain.outlook import Phase, next_at, outlook


def look(day: Day):
    return outlook(day.state)


def test_working_tells_when_the_next_break_is_due():
    day = Day("09:00").works().at("09:37")
    found = look(day)
    assert (found.phase, found.next_in, found.ring, found.warned) == (Phase.WORKING, 23 * 60, 7, False)
    assert next_at(day.state, found) == day.now + 23 * 60


def test_the_last_minute_is_warned_of():
    assert look(Day("09:00").works().at("09:59:10")).warned


def test_due_tells_when_it_comes_at_the_latest():
    day = Day("09:00").works().at("10:04")
    assert (look(day).phase, look(day).next_in) == (Phase.DUE, 6 * 60)


def test_due_and_nobody_there_tells_nothing():
    day = Day("09:00").works().at("10:00").stops().at("10:03")
    assert (look(day).phase, look(day).next_in) == (Phase.DUE, None)
    assert next_at(day.state, look(day)) is None


def test_prompted_and_on_a_break():
    day = Day("09:00").works().at("10:10")
    assert (look(day).phase, look(day).offer.id) == (Phase.PROMPTED, 1)
    day.happens(events.Start(1), events.RoutineBegan(2, 60.0))
    assert (look(day).phase, look(day).run) == (Phase.ON_BREAK, 2)


def test_snoozed_and_away():
    day = Day("09:00").works().at("10:10").happens(events.Snooze(1, 600))
    assert (look(day).phase, look(day).snoozes_left) == (Phase.SNOOZED, 2)
    day.stops().at("10:20")
    assert (look(day).phase, look(day).since) == (Phase.AWAY, 1000.0 + 70 * 60)


def test_a_hold_is_shown_before_absence_and_what_was_asked_for_before_the_clock():
    day = Day("18:00", rules(hours=week(mon=["09:00-17:00"]))).works().at("18:05")
    found = look(day)
    assert (found.phase, found.hold.until_local) == (Phase.HELD, datetime.fromisoformat("2026-03-09T09:00"))
    day.happens(events.Pause(length=600.0))
    assert look(day).hold.why == "paused"
    assert next_at(day.state, look(day)) == day.now + 600


def test_the_ring_is_full_when_it_is_due_and_empty_of_nothing():
    assert look(Day("09:00").works().at("10:05")).ring == 12
    assert look(Day("09:00")).ring == 0
    day = Day("09:00").works().happens(events.OfferNow(), events.Snooze(1, 60.0)).at("09:00:30")
    assert look(day).ring == 6
