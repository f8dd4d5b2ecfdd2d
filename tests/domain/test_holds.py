"""Why unkink is quiet: asked for, outside hours; what waits, and when it comes."""

from datetime import datetime

from tests.domain.test_hours import week
from tests.script import Day, rules
from unkink.domain import events
from unkink.domain.holds import Why, next_morning

OFFICE = week(mon=["09:00-12:00", "13:00-17:00"], tue=["09:00-17:00"])


def held(day: Day) -> list[Why]:
    return [hold.why for hold in day.state.holds]


def test_a_pause_ends_by_itself_and_what_waited_comes_at_the_next_pause_in_input():
    day = Day("09:00").works().at("09:30").happens(events.Pause(length=3600.0))
    assert day.until("10:31") == [
        "09:30:00 hold paused",
        "09:59:00 warn move",
        "10:00:00 due move",
        "10:30:00 release paused",
    ]
    day.stops()
    assert day.until("10:31:04") == ["10:31:04 prompt 1 move (pause)"]


def test_after_a_hold_the_prompt_waits_no_longer_than_the_wait():
    day = Day("09:00").works().at("09:30").happens(events.Pause(length=3600.0))
    assert day.until("10:41")[-1] == "10:40:00 prompt 1 move (bound)"


def test_a_hold_takes_an_open_prompt_back():
    day = Day("09:00").works().at("10:10:30").happens(events.Pause(length=600.0))
    assert day.new()[-3:] == ["10:10:00 prompt 1 move (bound)", "10:10:30 hold paused", "10:10:30 withdraw 1"]


def test_a_hold_leaves_what_the_user_asked_for():
    day = Day("09:00").works().at("09:10").happens(events.OfferNow(), events.Pause(length=600.0))
    assert day.new() == ["09:10:00 prompt 1 any (asked)", "09:10:00 hold paused"]
    day.happens(events.Start(1))
    assert day.new() == ["09:10:00 play 2 of offer 1"]


def test_a_pause_until_a_time_follows_the_wall_clock():
    day = Day("09:00").works().happens(events.Pause(until=datetime.fromisoformat("2026-03-02T10:30")))
    day.at("10:00").clock_jumps(1900)
    assert "release paused" in day.new()[-1]


def test_an_open_ended_pause_holds_until_resumed():
    day = Day("09:00").works().happens(events.Pause()).at("1+08:00")
    assert held(day) == [Why.PAUSED]
    day.happens(events.Resume())
    assert held(day) == []


def test_a_new_pause_replaces_the_old_one():
    day = Day("09:00").works().happens(events.Pause(length=600.0), events.Pause(length=1800.0, meeting=True))
    assert held(day) == [Why.MEETING]
    assert day.until("09:20") == ["09:00:00 hold paused", "09:00:00 release paused", "09:00:00 hold meeting"]
    assert day.until("09:31") == ["09:30:00 release meeting"]


def test_a_pause_lengthened_is_the_same_hold():
    day = Day("09:00").works().happens(events.Pause(length=600.0)).at("09:05").happens(events.Pause(length=600.0))
    assert day.until("09:16") == ["09:00:00 hold paused", "09:15:00 release paused"]


def test_until_tomorrow_is_the_start_of_the_next_days_hours():
    day = Day("10:00", rules(hours=OFFICE)).works().happens(events.PauseUntilTomorrow())
    assert day.state.holds[0].until_local == datetime.fromisoformat("2026-03-03T09:00")


def test_tomorrow_without_hours_begins_at_four():
    assert next_morning(datetime.fromisoformat("2026-03-02T23:30"), rules().hours).hour == 4
    late = next_morning(datetime.fromisoformat("2026-03-03T01:30"), rules().hours)
    assert late == datetime.fromisoformat("2026-03-03T04:00"), "after midnight it is still the day before"


def test_outside_hours_nothing_comes_and_sitting_counts():
    day = Day("11:00", rules(hours=OFFICE)).works()
    assert day.until("12:30") == ["11:59:00 warn move", "12:00:00 hold hours", "12:00:00 due move"]
    assert day.desk == 90
    # At the opening: nothing in the first minute, and then at the next pause.
    day.at("13:00:30").stops()
    assert day.until("13:00:50") == ["13:00:00 release hours"]
    day.works().at("13:01:10").stops()
    assert day.until("13:01:20") == ["13:01:14 prompt 1 move (pause)"]


def test_no_prompt_comes_in_the_last_two_minutes_of_a_range():
    day = Day("10:58:30", rules(hours=OFFICE)).works().at("11:58:40").stops()
    assert day.until("11:59:30") == ["11:57:30 warn move", "11:58:30 due move"]
    assert day.until("12:00:30") == ["12:00:00 hold hours"]


def test_a_prompt_that_is_open_when_hours_end_is_taken_back():
    day = Day("10:56", rules(hours=OFFICE)).works().at("11:57:40").stops().at("11:57:45").works()
    assert day.until("12:01")[2:] == ["11:57:44 prompt 1 move (pause)", "11:59:44 withdraw 1", "12:00:00 hold hours"]


def test_what_the_day_left_is_void_when_the_evening_was_a_break():
    day = Day("16:30", rules(hours=OFFICE)).works().at("17:35").stops()
    assert "17:40:00 credit away" in day.until("1+08:00")
    day.at("1+09:05").works()
    assert day.until("1+10:03") == ["09:00:00 release hours"]


def test_changed_hours_are_obeyed_at_once():
    day = Day("18:00").works().happens(events.RulesChanged(rules(hours=OFFICE)))
    assert held(day) == [Why.HOURS]
    day.happens(events.RulesChanged(rules()))
    assert held(day) == []
