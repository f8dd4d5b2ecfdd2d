"""Why unkink is quiet: asked for, outside hours; what waits, and when it comes."""

from datetime import datetime

import pytest

from tests.domain.test_hours import week
from tests.script import Day, rules
from unkink.domain import events
from unkink.domain.holds import Why
from unkink.domain.hours import next_morning
from unkink.domain.outlook import outlook
from unkink.domain.rules import Quiet
from unkink.domain.signals import Signal

OFFICE = week(mon=["09:00-12:00", "13:00-17:00"], tue=["09:00-17:00"])


def held(day: Day) -> list[Why]:
    return [hold.why for hold in day.state.holds.reasons]


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


def test_a_meeting_in_a_pause_leaves_the_pause_as_it_is():
    day = Day("09:00").works().happens(events.Pause(length=3600.0), events.Pause(length=600.0, meeting=True))
    assert held(day) == [Why.PAUSED, Why.MEETING]
    assert day.until("10:01") == [
        "09:00:00 hold paused",
        "09:00:00 hold meeting",
        "09:10:00 release meeting",
        "09:59:00 warn move",
        "10:00:00 release paused",
        "10:00:00 due move",
    ]


def test_a_pause_lengthened_is_the_same_hold():
    day = Day("09:00").works().happens(events.Pause(length=600.0)).at("09:05").happens(events.Pause(length=600.0))
    assert day.until("09:16") == ["09:00:00 hold paused", "09:15:00 release paused"]


def test_until_tomorrow_is_the_start_of_the_next_days_hours():
    day = Day("10:00", rules(hours=OFFICE)).works().happens(events.PauseUntilTomorrow())
    assert day.state.holds.reasons[0].until_local == datetime.fromisoformat("2026-03-03T09:00")


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


# -- calls ----------------------------------------------------------------------------------


def on(signal: Signal) -> events.Sensed:
    return events.Sensed(signal, on=True)


def off(signal: Signal) -> events.Sensed:
    return events.Sensed(signal, on=False)


MIC_ON, MIC_OFF = on(Signal.MICROPHONE), off(Signal.MICROPHONE)


def call(day: Day, begins: str, ends: str) -> Day:
    """Let there be a call, hands off the keys, from one time to another; the hands come back with its end."""
    day.at(begins).happens(MIC_ON).stops().at(ends).happens(MIC_OFF)
    return day.works()


def test_a_call_holds_from_its_tenth_second_to_the_tenth_after_it():
    day = call(Day("09:00").works(), "09:10", "09:30")
    assert day.until("09:31") == ["09:10:10 hold call", "09:30:10 release call"]


def test_a_blip_of_the_microphone_holds_nothing_and_is_no_sign_of_presence():
    day = Day("09:00").works().at("09:10").stops().at("09:12").happens(MIC_ON).at("09:12:09").happens(MIC_OFF)
    assert day.until("09:16") == ["09:15:00 credit away"]


def test_nothing_new_is_shown_while_it_may_be_the_beginning_of_a_call():
    day = Day("09:00").works().at("10:01:58").happens(MIC_ON).at("10:02").stops()
    assert day.until("10:02:05")[2:] == []
    day.happens(MIC_OFF)
    assert day.new() == ["10:02:05 prompt 1 move (pause)"], "it was none"


def test_a_prompt_that_is_open_stays_until_the_call_is_certain():
    day = Day("09:00").works().at("10:10:30").happens(MIC_ON)
    assert day.until("10:12")[3:] == ["10:10:40 hold call", "10:10:40 withdraw 1"]


def test_what_falls_due_in_a_short_call_comes_when_it_is_over():
    day = call(Day("09:00").works(), "09:50", "10:10")
    assert day.until("10:11") == [
        "09:50:10 hold call",
        "09:59:00 warn move",
        "10:00:00 due move",
        "10:10:10 release call",
        "10:10:10 prompt 1 move (call over)",
    ]


def test_after_a_long_call_what_is_due_within_ten_minutes_comes_too():
    day = call(Day("09:00").works(), "09:20", "09:50:30")
    assert day.until("09:52") == [
        "09:20:10 hold call",
        "09:50:40 release call",
        "09:50:40 prompt 1 move (call over)",
    ]


def test_after_a_long_call_what_is_due_later_waits_for_its_time():
    day = call(Day("09:00").works(), "09:20", "09:49:40")
    assert day.until("10:00") == [
        "09:20:10 hold call",
        "09:49:50 release call",
        "09:59:00 warn move",
        "10:00:00 due move",
    ]


def test_a_call_of_less_than_25_minutes_brings_nothing_before_its_time():
    day = call(Day("09:00").works(), "09:30", "09:54:59")
    assert "prompt" not in " ".join(day.until("10:00"))
    day = call(Day("09:00").works(), "09:30", "09:55")
    assert day.until("09:56")[-1] == "09:55:10 prompt 1 move (call over)"


def test_where_the_moment_after_a_long_call_is_no_good_the_offer_comes_within_two_minutes():
    # The screen was left for a walk during the call and is unlocked as it ends: a minute of peace first.
    day = Day("09:00", rules(away_after=1800.0)).works().at("09:50").happens(MIC_ON).at("10:30")
    day.happens(events.Locked()).at("10:33").happens(MIC_OFF).at("10:33:05").happens(events.Unlocked()).works()
    assert day.until("10:36")[3:] == ["10:33:10 release call", "10:35:10 prompt 1 move (bound)"]


def test_a_stated_meeting_is_a_call():
    day = Day("09:00").works().at("09:20").happens(events.Pause(length=1800.0, meeting=True))
    assert day.until("09:51") == [
        "09:20:00 hold meeting",
        "09:50:00 release meeting",
        "09:50:00 prompt 1 move (call over)",
    ]


def test_a_meeting_and_its_microphone_are_one_call():
    day = (
        Day("09:00").works().at("09:20").happens(events.Pause(length=1800.0, meeting=True)).at("09:25").happens(MIC_ON)
    )
    day.at("09:55").happens(MIC_OFF)
    assert day.until("09:56") == [
        "09:20:00 hold meeting",
        "09:25:10 hold call",
        "09:50:00 release meeting",
        "09:55:10 release call",
        "09:55:10 prompt 1 move (call over)",
    ]
    # The other way round: the microphone goes first, and the meeting goes on.
    day = (
        Day("09:00").works().at("09:20").happens(MIC_ON).at("09:25").happens(events.Pause(length=1800.0, meeting=True))
    )
    day.at("09:30").happens(MIC_OFF)
    lines = day.until("09:56")
    assert lines[-2:] == ["09:55:00 release meeting", "09:55:00 prompt 1 move (call over)"]
    assert "09:30:10 release call" in lines


def test_a_meeting_that_is_ended_by_hand_is_over():
    day = Day("09:00").works().at("09:20").happens(events.Pause(length=5400.0, meeting=True)).at("09:52")
    day.happens(events.Resume())
    assert day.new()[1:] == ["09:52:00 release meeting", "09:52:00 prompt 1 move (call over)"]


def test_two_short_calls_are_no_long_one():
    day = call(call(Day("09:00").works(), "09:20", "09:36"), "09:37", "09:53")
    assert "prompt" not in " ".join(day.until("09:59"))


def test_calls_can_be_told_not_to_hold_and_are_sitting_all_the_same():
    day = call(Day("09:00", rules(quiet=Quiet(calls=False))).works(), "09:10", "10:10")
    # Nobody touched a key for long: the offer waits for the end of the call, or the bound.
    assert day.until("10:11") == ["09:59:00 warn move", "10:00:00 due move", "10:10:00 prompt 1 move (bound)"]


# -- everything else that is observed ---------------------------------------------------------


@pytest.mark.parametrize(
    ("signal", "why", "switch"),
    [
        (Signal.FULL_SCREEN, Why.FULL_SCREEN, "full_screen"),
        (Signal.DO_NOT_DISTURB, Why.DO_NOT_DISTURB, "do_not_disturb"),
        (Signal.SHARING, Why.SHARING, "screen_sharing"),
        (Signal.PROGRAM, Why.PROGRAM, None),
    ],
)
def test_what_is_observed_holds_as_long_as_it_lasts(signal, why, switch):
    day = Day("09:00").works().at("09:10").happens(on(signal)).at("09:20").happens(off(signal))
    assert day.new() == [f"09:10:00 hold {why}", f"09:20:00 release {why}"]
    if switch:
        day = Day("09:00", rules(quiet=Quiet(**{switch: False}))).works().happens(on(signal))
        assert day.new() == []


def test_what_nobody_can_tell_any_more_holds_nothing():
    day = (
        Day("09:00")
        .works()
        .happens(on(Signal.FULL_SCREEN))
        .at("09:05")
        .happens(events.Sensed(Signal.FULL_SCREEN, None))
    )
    assert day.new() == ["09:00:00 hold fullscreen", "09:05:00 release fullscreen"]


def test_leaving_full_screen_is_a_good_moment():
    day = Day("09:00").works().at("09:50").happens(on(Signal.FULL_SCREEN)).at("10:20").happens(off(Signal.FULL_SCREEN))
    assert day.new()[-2:] == ["10:20:00 release fullscreen", "10:20:00 prompt 1 move (window)"]


def test_full_screen_alone_holds_an_hour_past_due_and_no_longer():
    day = Day("09:00").works().happens(on(Signal.FULL_SCREEN))
    assert day.until("11:11")[-2:] == ["11:00:00 release fullscreen", "11:10:00 prompt 1 move (bound)"]
    # Once passed over, it is passed over until it ends.
    day.happens(events.NotNow(1)).at("13:00")
    assert "hold" not in " ".join(day.new())
    day.happens(off(Signal.FULL_SCREEN), on(Signal.FULL_SCREEN))
    assert held(day) == [Why.FULL_SCREEN]


@pytest.mark.parametrize("other", [Signal.MICROPHONE, Signal.WATCHING])
def test_full_screen_with_a_call_or_a_film_holds_as_long_as_it_lasts(other):
    day = Day("09:00").works().happens(on(Signal.FULL_SCREEN), on(other))
    assert "prompt" not in " ".join(day.until("13:00"))
    assert Why.FULL_SCREEN in held(day)
    day.happens(off(other))
    assert day.until("13:00:11")[-1] == "13:00:00 release fullscreen" or Why.FULL_SCREEN not in held(day)


def test_a_hold_that_has_kept_a_due_break_for_90_minutes_is_said():
    day = Day("09:00").works().at("09:30").happens(on(Signal.SHARING)).at("11:29:59")
    assert not outlook(day.state).kept
    assert outlook(day.at("11:30").state).kept
    day.happens(events.IgnoreHolds())
    assert not outlook(day.state).kept
    assert held(day) == []


def test_what_began_after_the_break_was_due_has_kept_it_only_since_then():
    day = Day("09:00").works().at("10:05").happens(on(Signal.SHARING)).at("11:34:59")
    assert not outlook(day.state).kept
    assert outlook(day.at("11:35").state).kept


def test_a_pause_that_was_asked_for_is_not_what_keeps_a_break_unsaid():
    day = Day("09:00").works().happens(events.Pause()).at("12:00")
    assert day.stage == "Due"
    assert not outlook(day.state).kept


def test_what_is_passed_over_holds_again_when_it_comes_again():
    day = Day("09:00").works().happens(on(Signal.SHARING)).at("09:10").happens(events.IgnoreHolds())
    assert held(day) == []
    day.happens(off(Signal.SHARING), on(Signal.SHARING))
    assert held(day) == [Why.SHARING]


def test_ignoring_leaves_what_was_asked_for_and_the_hours_alone():
    day = Day("18:00", rules(hours=OFFICE)).works().happens(events.Pause(), on(Signal.SHARING), events.IgnoreHolds())
    assert held(day) == [Why.PAUSED, Why.HOURS]


def test_resume_ends_what_was_asked_for_first_and_then_the_rest():
    day = Day("18:00", rules(hours=OFFICE)).works().happens(events.Pause(), on(Signal.SHARING))
    assert held(day.happens(events.Resume())) == [Why.SHARING, Why.HOURS]
    assert held(day.happens(events.Resume())) == []
    # Passed over, hours stay so until they are over and come again.
    assert held(day.at("1+08:00")) == []
    assert held(day.at("1+18:00")) == [Why.HOURS]


def test_an_answer_about_health_holds_everything_and_nothing_but_an_answer_ends_it():
    day = Day("09:00").works().happens(events.Health(on=True))
    day.happens(events.Resume(), events.IgnoreHolds())
    assert held(day.at("12:00")) == [Why.HEALTH]
    day.happens(events.Health(on=False))
    assert held(day) == []


def test_several_hold_at_once_and_the_one_that_matters_most_is_shown_first():
    day = Day("18:00", rules(hours=OFFICE)).works()
    day.happens(on(Signal.PROGRAM), on(Signal.DO_NOT_DISTURB), on(Signal.FULL_SCREEN), on(Signal.SHARING), MIC_ON)
    day.happens(events.Pause(meeting=True), events.Pause(), events.Health(on=True)).at("18:01")
    assert held(day) == list(Why)
    assert outlook(day.state).hold.why is Why.HEALTH


# -- the next morning ---------------------------------------------------------------------------


def test_until_tomorrow_ends_with_the_first_input_after_four():
    day = Day("22:00").works().happens(events.PauseUntilTomorrow()).at("23:00").stops().at("1+07:30")
    assert held(day) == [Why.PAUSED]
    assert day.works().new()[-1] == "07:30:00 release paused"


def test_until_tomorrow_ends_at_four_for_those_who_are_still_there():
    day = Day("22:00").works().happens(events.PauseUntilTomorrow())
    assert "04:00:00 release paused" in day.until("1+04:01")


def test_until_tomorrow_does_not_end_with_a_lid_that_opens_by_itself():
    day = Day("22:00").works().happens(events.PauseUntilTomorrow()).at("22:30").stops().sleeps("1+07:00")
    assert held(day) == [Why.PAUSED]
    assert held(day.at("1+07:10").works()) == []


def test_until_tomorrow_ends_with_the_hours_where_there_are_any():
    day = Day("10:00", rules(hours=OFFICE)).works().happens(events.PauseUntilTomorrow()).at("17:30").stops()
    assert "09:00:00 release paused" in day.until("1+09:01")
