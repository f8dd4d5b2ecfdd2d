"""The rhythm of breaks where two things meet: at the very second, one of two, and one after the other."""

import pytest

from tests.script import Day, rules
from unkink.domain import effects as do
from unkink.domain import events
from unkink.domain.rules import Appointment, Kind
from unkink.domain.signals import Signal

MOVE, EYES = Kind("move", 3600, 120), Kind("eyes", 3960, 30)
TEA, NAP = Appointment("tea", (0,), 570, "r19"), Appointment("nap", (0,), 570, "r20")


def on(signal: Signal) -> events.Sensed:
    return events.Sensed(signal, on=True)


def off(signal: Signal) -> events.Sensed:
    return events.Sensed(signal, on=False)


def prompts(lines: list[str]) -> list[str]:
    return [line for line in lines if " prompt " in line]


def prompted(**kwargs) -> Day:
    """Return a day at 10:02:04 with prompt 1 open, the person typing again."""
    day = Day("09:00", **kwargs).works().at("10:02").stops().at("10:02:04").works()
    assert prompts(day.new()) == ["10:02:04 prompt 1 move (pause)"]
    return day


# -- snoozes -----------------------------------------------------------------------------------


def test_rest_ends_a_snooze_of_what_was_due_that_very_second():
    day = Day("09:00").works().at("09:59:56").stops().at("10:00")
    day.happens(events.Snooze(1, 900.0), events.Locked()).at("10:01").happens(events.Unlocked()).works()
    assert day.desk == 48, "a minute of five takes a fifth"
    assert day.until("10:14")[-1] == "10:13:00 due move", "an hour, not the hour and a quarter of the snooze"


def test_a_snooze_shorter_than_the_space_between_prompts_is_kept_to():
    day = prompted().happens(events.Snooze(1, 120.0)).at("10:04:20").stops()
    assert prompts(day.until("10:04:30")) == ["10:04:24 prompt 2 move (pause)"]


def test_a_snoozed_appointment_does_not_take_another_one_with_it():
    day = Day("09:00", rules(appointments=(TEA, NAP))).works().at("09:30:10").stops().at("09:30:20").works()
    day.happens(events.Snooze(1, 600.0)).at("09:32").stops()
    assert prompts(day.until("09:32:10")) == ["09:30:14 prompt 1 r19 (pause)", "09:32:04 prompt 2 r20 (pause)"]


def test_not_now_ends_the_row_of_snoozes():
    day = prompted(rules=rules(max_snoozes=1)).happens(events.Snooze(1, 600.0)).at("10:13").stops().at("10:13:04")
    assert day.state.cycle.stage.offer.snoozes == ()
    day.works().happens(events.NotNow(2)).at("11:14").stops().at("11:14:04")
    assert day.state.cycle.stage.offer.snoozes != ()


@pytest.mark.parametrize("end", ["routine", "credit"])
def test_a_routine_or_a_credit_ends_the_row_of_snoozes(end):
    day = prompted(rules=rules(max_snoozes=1)).happens(events.Snooze(1, 600.0)).at("10:13").stops().at("10:13:04")
    assert day.state.cycle.stage.offer.snoozes == ()
    if end == "routine":
        day.happens(events.Start(2), events.RoutineBegan(3, 120.0), events.RoutineEnded(3, 120.0, finished=True))
        day.works().at("11:15").stops().at("11:15:04")
    else:
        day.at("10:20").works().at("11:22").stops().at("11:22:04")
    assert day.state.cycle.stage.offer.snoozes == rules().snooze


# -- routines ----------------------------------------------------------------------------------


def test_a_break_asked_for_when_nothing_is_due_counts_as_a_break():
    day = Day("09:00").works().at("09:30").happens(events.OfferNow(), events.Start(1), events.RoutineBegan(2, 60.0))
    day.at("09:31").happens(events.RoutineEnded(2, 60.0, finished=True))
    assert day.desk == 0


def test_a_routine_resets_the_kinds_that_are_just_as_long():
    day = Day("09:00", rules(kinds=(MOVE, EYES))).works().at("09:30")
    day.happens(events.PlayNow("r02"), events.RoutineBegan(1, 30.0), events.RoutineEnded(1, 30.0, finished=True))
    assert day.until("10:36")[-1] == "10:36:00 due eyes"


def test_half_a_routine_halves_what_it_was_offered_for_and_nothing_else():
    day = prompted(rules=rules(kinds=(MOVE, Kind("roller", 7200, 300)))).happens(events.Start(1))
    day.happens(events.RoutineBegan(2, 120.0), events.RoutineEnded(2, 60.0, finished=False))
    counts = [meter.count(day.state.activity.desk) for meter in day.state.cycle.meters]
    assert counts == [pytest.approx(3724 / 2), pytest.approx(3724)]


def test_a_routine_stopped_after_more_than_was_planned_is_one_whole_break():
    day = prompted().happens(events.Start(1), events.RoutineBegan(2, 120.0)).at("10:05")
    day.happens(events.RoutineEnded(2, 150.0, finished=False))
    assert day.desk == 0
    assert day.until("11:06")[-1] == "11:05:00 due move"


def test_a_routine_whose_window_never_came_is_no_break():
    day = prompted().happens(events.Start(1))
    assert day.until("10:12:04") == ["10:02:04 play 2 of offer 1", "10:12:04 halt 2", "10:12:04 stopped 2 0/0"]
    assert day.desk == pytest.approx(72, abs=0.1), "the person sat there all the while"


def test_a_lock_before_the_window_came_is_a_break_all_the_same():
    day = prompted().happens(events.Start(1), events.Locked())
    assert day.until("10:08")[1:] == ["10:07:04 halt 2", "10:07:04 stopped 2 0/0", "10:07:04 credit away"]


def test_an_appointment_left_half_way_keeps_the_next_one_waiting_no_longer():
    day = Day("09:00", rules(appointments=(TEA, NAP))).works().at("09:30:10").stops().at("09:30:20").works()
    day.happens(events.Start(1), events.RoutineBegan(2, 120.0)).at("09:31:20")
    day.happens(events.RoutineEnded(2, 60.0, finished=False)).at("09:35:30").stops()
    assert prompts(day.until("09:35:40"))[1:] == ["09:35:34 prompt 3 r20 (pause)"]


def test_a_window_is_given_up_ten_minutes_after_it_was_last_heard_of():
    day = prompted().happens(events.Start(1)).at("10:05").happens(events.RoutineBegan(2, 1200.0))
    assert day.until("10:14:59") == ["10:02:04 play 2 of offer 1"]
    day.happens(events.RoutineProgressed(2, 590.0))
    assert day.until("10:25") == ["10:24:59 halt 2", "10:24:59 stopped 2 590/1200"]


def test_doing_what_an_old_cue_proposed_takes_an_open_prompt_back():
    day = prompted().happens(events.TakeCue(7, "r02"))
    assert day.new() == ["10:02:04 withdraw 1", "10:02:04 play 2 r02"]


def test_whoever_just_moved_rested_just_now():
    day = Day("09:00").works().at("09:10").happens(events.Moved())
    assert day.effects[-1][1] == do.Credited(do.Credit.MOVED, day.now)


def stopped_at_once(**kwargs) -> Day:
    """Return a day at 10:00 on which a break was offered as it fell due, begun, and stopped that very second."""
    day = Day("09:00", **kwargs).works().at("09:59:56").stops().at("10:00").works()
    day.happens(events.Start(1), events.RoutineBegan(2, 120.0), events.RoutineEnded(2, 0.0, finished=False))
    assert day.new()[-1] == "10:00:00 stopped 2 0/120"
    return day


def test_what_is_offered_once_more_waits_for_an_appointment_that_is_soon_to_come():
    tea = Appointment("tea", (0,), 614, "r19")
    day = stopped_at_once(rules=rules(appointments=(tea,))).at("10:11").stops().at("10:11:10").works()
    assert day.new() == []
    day.at("10:15").stops()
    assert day.until("10:15:10") == ["10:14:00 appointment tea", "10:15:04 prompt 3 move (pause)"]


def test_a_full_screen_holds_what_is_offered_once_more_no_longer_than_anything_else():
    day = stopped_at_once().happens(on(Signal.FULL_SCREEN)).at("10:59:59")
    assert day.state.holds.silent
    assert not day.at("11:00:01").state.holds.silent


# -- nobody answers ----------------------------------------------------------------------------


def test_a_second_kind_brings_what_was_not_answered_with_it_at_the_next_pause():
    day = Day("09:00", rules(kinds=(MOVE, EYES))).works().at("09:59:56").stops().at("10:00:01").works()
    day.at("10:07").stops()
    assert day.until("10:07:10")[3:] == [
        "10:02:00 withdraw 1",
        "10:06:00 due eyes",
        "10:07:04 prompt 2 move+eyes (pause)",
    ]


def test_what_came_with_something_that_was_asked_before_is_offered_once_more_itself():
    day = Day("09:00", rules(kinds=(MOVE, EYES))).works().at("09:59:56").stops().at("10:00:01").works()
    day.at("10:07").stops().at("10:07:04").works()
    assert day.new()[-1] == "10:07:04 prompt 2 move+eyes (pause)"
    assert day.until("10:30") == ["10:09:04 withdraw 2", "10:29:04 prompt 3 move+eyes (bound)"]


def test_a_full_screen_holds_what_was_not_answered_an_hour_past_due_at_most():
    day = Day("09:00").works().at("10:12:30").happens(on(Signal.FULL_SCREEN)).at("10:59:59")
    assert day.state.holds.silent
    assert not day.at("11:00:01").state.holds.silent


def test_a_prompt_that_comes_as_the_last_key_is_pressed_was_seen_by_nobody():
    day = Day("09:00").works().at("10:10").stops()
    assert day.until("10:13")[2:] == ["10:10:00 prompt 1 move (bound)", "10:12:00 withdraw 1", "10:12:00 missed 1"]


def test_one_missed_and_one_ignored_in_a_row_mean_that_nobody_is_there_where_nothing_can_tell():
    day = Day("09:00").works().at("10:00").stops().at("10:03")
    assert day.new()[-1] == "10:02:04 missed 1"
    day.loses_sight()
    assert day.until("11:00") == [
        "10:13:00 prompt 2 move (bound)",
        "10:15:00 withdraw 2",
        "10:35:00 prompt 3 move (bound)",
        "10:37:00 withdraw 3",
        "10:37:00 ignored 3",
        "10:37:00 credit away",
    ]


# -- rules that change while a break is due ----------------------------------------------------


def test_a_wait_made_shorter_while_a_break_is_due_is_obeyed():
    day = Day("09:00").works().at("10:04").happens(events.RulesChanged(rules(wait_for_pause=120.0)))
    assert prompts(day.until("10:06")) == ["10:06:00 prompt 1 move (bound)"]


def test_a_wait_made_longer_while_a_break_is_due_puts_it_off_no_further_than_that():
    day = Day("09:00").works().at("10:04").happens(events.RulesChanged(rules(wait_for_pause=1200.0)))
    assert len(prompts(day.until("10:20"))) == 1


def test_rules_that_make_one_kind_due_and_another_not_are_told_of_both():
    day = Day("09:00", rules(kinds=(MOVE, EYES, Kind("roller", 7200, 300)))).works().at("10:07")
    day.new()
    day.happens(events.RulesChanged(rules(kinds=(MOVE, Kind("eyes", 5400, 30), Kind("roller", 3600, 300)))))
    assert day.until("10:31") == [
        "10:07:00 due roller",
        "10:10:00 prompt 1 move+roller (bound)",
        "10:12:00 withdraw 1",
        "10:30:00 due eyes",
    ]


# -- waits ---------------------------------------------------------------------------------------


def test_a_break_that_is_found_to_be_due_late_waits_no_longer_for_that():
    day = Day("09:00").works().at("09:59:30").freezes("10:03").works()
    assert day.until("10:11") == [
        "09:59:00 warn move",
        "10:03:00 due move",
        "10:10:00 prompt 1 move (bound)",
    ]


def test_an_appointment_on_offer_is_not_dropped_before_the_offer_is_over():
    day = Day("09:00", rules(appointments=(TEA,))).works().at("09:25").happens(events.Pause(length=3840.0))
    day.at("10:29:10").stops().at("10:29:14").works()
    assert day.state.cycle.stage.offer.appointment == "tea"
    assert day.new()[-1] == "10:29:14 prompt 1 move (pause)"
    assert day.until("10:32") == ["10:31:14 withdraw 1", "10:31:14 dropped tea"]


# -- calls and returns -------------------------------------------------------------------------


def test_a_full_screen_that_outlasts_a_long_call_holds_the_break_an_hour_past_due_at_most():
    day = Day("09:00").works().at("09:20").happens(on(Signal.MICROPHONE), on(Signal.FULL_SCREEN))
    day.at("09:52").happens(off(Signal.MICROPHONE)).at("09:53")
    assert day.state.holds.silent
    assert not day.at("11:00:01").state.holds.silent


def test_after_two_minutes_of_sleep_in_a_film_nothing_comes_for_a_minute():
    day = Day("09:00", rules(appointments=(TEA,))).works().happens(on(Signal.WATCHING), on(Signal.FULL_SCREEN))
    day.at("09:20").stops().at("09:29").sleeps("09:31").at("09:31:20").happens(off(Signal.FULL_SCREEN))
    assert prompts(day.until("09:31:59")) == []
