"""Who is at the desk: absences dated back, rest in pieces, lock and sleep, and what nobody can know."""

import pytest

from tests.script import Day, rules
from unkink.domain import events
from unkink.domain.body import Position
from unkink.domain.presence import AtDesk, Away, InRoutine, LockedUp
from unkink.domain.signals import Signal
from unkink.domain.units import Seconds


def away(day: Day) -> bool:
    return isinstance(day.state.activity.phase, Away)


def test_desk_time_grows_while_there_is_input():
    day = Day("09:00").works().at("09:42")
    assert day.desk == 42


def test_a_gap_shorter_than_away_after_is_sitting():
    day = Day("09:00").works().at("09:30").stops().at("09:34:59")
    day.works().at("09:40")
    assert day.desk == 40
    assert day.new() == []


def test_an_absence_is_dated_back_to_the_last_input():
    day = Day("09:00").works().at("09:30").stops()
    assert day.at("09:34").desk == 34, "sitting, as far as anybody can know"
    assert day.until("09:36") == ["09:35:00 credit away"]
    assert day.state.activity.desk == 30 * 60, "what the silence had added is taken back"
    assert day.desk == 0
    assert day.state.activity.phase.since == 1000.0 + 30 * 60


def test_a_return_starts_counting_at_the_input():
    day = Day("09:00").works().at("09:30").stops().at("10:30").works().at("10:40")
    assert day.desk == 10


def test_input_at_the_very_end_of_the_gap_is_still_an_absence():
    day = Day("09:00").works().at("09:30").stops().at("09:34:30")
    day.freezes("09:35:10")
    day.happens(events.InputSeen())
    assert day.new() == ["09:35:10 credit away"]
    assert not away(day)


def test_rest_in_pieces_is_one_absence():
    day = Day("09:00").works().at("09:30").stops().at("09:33").happens(events.Locked())
    assert day.until("09:40") == ["09:35:00 credit away"]
    assert day.state.activity.desk == 30 * 60


def test_desk_time_stands_still_behind_a_lock():
    day = Day("09:00").works().at("09:30").happens(events.Locked()).at("09:34")
    assert day.desk == 30
    day.happens(events.Unlocked()).works().at("09:35")
    assert day.desk == 7, "four of five minutes locked take four fifths away"


def test_a_second_lock_or_unlock_changes_nothing():
    day = Day("09:00").works().at("09:30").happens(events.Unlocked(), events.Locked(), events.Locked()).at("09:32")
    assert isinstance(day.state.activity.phase, LockedUp)
    assert day.state.activity.phase.since == 1000.0 + 30 * 60


def test_a_lock_that_the_screen_saver_made_is_dated_back_too():
    day = Day("09:00").works().at("09:30").stops().at("09:31").happens(events.Locked())
    # The idle source tells, as soon as it is asked, that the last input was a minute before the lock.
    assert isinstance(day.state.activity.phase, LockedUp)
    assert day.state.activity.phase.sign == 1000.0 + 30 * 60
    assert day.until("09:36") == ["09:35:00 credit away"]


def test_whoever_typed_while_it_was_locked_is_back_with_the_unlock():
    day = Day("09:00").works().at("09:30").stops().happens(events.Locked()).at("10:00").works().at("10:00:05")
    assert away(day), "lock beats input"
    day.happens(events.Unlocked())
    assert isinstance(day.state.activity.phase, AtDesk)


def test_a_password_and_then_silence_is_a_person_reading():
    day = Day("09:00").works().at("09:30").stops().happens(events.Locked()).at("09:33").works().at("09:33:05").stops()
    day.at("09:33:10").happens(events.Unlocked()).at("09:37")
    assert not away(day)
    assert day.until("09:39") == ["09:38:10 credit away"]


def test_an_unlock_without_a_hand_on_the_keys_is_nobody():
    day = Day("09:00").works().at("09:30").stops().at("09:31").happens(events.Locked()).at("09:33:30")
    day.happens(events.Unlocked())
    assert day.until("09:36") == ["09:35:00 credit away"]


def test_an_unlock_of_an_empty_desk_leaves_it_empty():
    day = Day("09:00").works().at("09:30").stops().happens(events.Locked()).at("09:40").happens(events.Unlocked())
    assert away(day)
    day.works()
    assert not away(day)


def test_a_lock_of_an_empty_desk_waits_for_the_unlock():
    day = Day("09:00").works().at("09:30").stops().at("09:40").happens(events.Locked()).works().at("09:41")
    assert away(day)
    day.stops().at("09:41:10").happens(events.Unlocked())
    assert not away(day), "there was input since the desk was left"


def test_a_long_sleep_is_a_break_known_on_waking():
    day = Day("09:00").works().at("09:30").stops().sleeps("13:00")
    assert day.new() == ["13:00:00 credit away"]
    assert away(day)
    day.works().at("13:10")
    assert day.desk == 10


def test_a_short_sleep_takes_a_share_and_the_silence_before_it_counts():
    day = Day("09:00").works().at("09:30").sleeps("09:31").works().at("09:32")
    assert day.desk == 25
    day = Day("09:00").works().at("09:30").stops().at("09:33").sleeps("09:35:10")
    assert day.new() == ["09:35:10 credit away"]
    assert day.state.activity.desk == 30 * 60


def test_silence_sleep_and_silence_are_one_absence():
    day = Day("09:00").works().at("09:30").stops().at("09:31").sleeps("09:33")
    assert day.until("09:36") == ["09:35:00 credit away"]
    assert day.state.activity.desk == 30 * 60


def test_silence_before_a_sleep_that_only_shows_afterwards_is_found():
    # Input stops unseen (the threshold is two minutes) one minute before the sleep.
    day = Day("09:00").works().at("09:30").stops().at("09:31").sleeps("09:32")
    phase = day.state.activity.phase
    assert isinstance(phase, AtDesk)
    assert phase.sign == 1000.0 + 30 * 60


def test_sleep_behind_a_lock_is_part_of_it():
    day = Day("09:00").works().at("09:30").happens(events.Locked()).at("09:31").sleeps("09:33")
    assert day.new() == []
    day.happens(events.Unlocked()).works()
    assert day.desk == 12, "three of five minutes"


def test_sleep_of_an_empty_desk_says_nothing_twice():
    day = Day("09:00").works().at("09:30").stops().at("09:40")
    day.new()
    day.sleeps("12:00")
    assert day.new() == []


def test_a_stopped_process_is_an_absence():
    day = Day("09:00").works().at("09:30").freezes("15:30")
    assert day.new() == ["15:30:00 credit away"]
    assert day.state.activity.desk == 30 * 60


def test_unknown_input_falls_back_to_sitting():
    day = Day("09:00", known=False).at("09:40")
    assert day.desk == 40
    assert day.until("10:11") == ["09:59:00 warn move", "10:00:00 due move", "10:10:00 prompt 1 move (bound)"]


def test_unknown_input_with_lock_and_sleep():
    day = Day("09:00", known=False).at("09:30").happens(events.Locked()).at("09:40").happens(events.Unlocked())
    assert day.at("09:45").desk == 5
    day.sleeps("12:00")
    assert not away(day), "awake again is all there is to know"
    assert day.at("12:10").desk == 10
    day.happens(events.Locked()).at("12:11").happens(events.Unlocked())
    assert not away(day)


def test_the_end_of_not_knowing_is_a_sign_of_presence():
    day = Day("09:00", known=False).at("09:30")
    day._known, day._still_since, day._armed = True, day.now - 1200, 0.0
    assert day.until("09:36") == ["09:35:00 credit away"], "not before: nobody knew"


def test_losing_sight_of_an_absent_person_counts_as_presence():
    day = Day("09:00").works().at("09:30").stops().at("09:40").happens(events.InputUnknown())
    assert not away(day)


def test_a_meeting_is_sitting_for_three_hours_without_input():
    day = Day("09:00").works().at("09:10").happens(events.Pause(length=4 * 3600.0, meeting=True)).stops()
    assert day.at("12:00").desk == 180
    assert day.until("12:11")[-1] == "12:10:00 credit away"
    assert day.state.activity.desk == 600


def test_the_end_of_a_meeting_is_a_sign_of_presence():
    day = Day("09:00").works().at("09:10").happens(events.Pause(length=2400.0, meeting=True)).stops()
    assert "credit away" not in " ".join(day.until("09:54"))
    assert day.until("09:56") == ["09:55:00 credit away"]
    assert day.state.activity.desk == 50 * 60


def test_input_in_a_meeting_is_no_return():
    day = Day("09:00").works().at("09:10").happens(events.Pause(length=3600.0, meeting=True)).stops().at("09:40")
    before = day.state.cycle.quiet_until
    day.works()
    assert day.state.cycle.quiet_until == before


def test_a_lock_in_a_meeting_ends_the_belief():
    day = Day("09:00").works().at("09:10").happens(events.Pause(length=7200.0, meeting=True)).stops().at("09:50")
    day.happens(events.Locked())
    assert isinstance(day.state.activity.phase, LockedUp)
    assert "09:55:00 credit away" in day.until("09:56")
    assert day.state.activity.desk == 50 * 60


def test_sleep_in_a_meeting_is_sleep():
    day = Day("09:00").works().at("09:10").happens(events.Pause(length=7200.0, meeting=True)).stops().at("09:50")
    day.sleeps("09:52")
    assert not away(day)
    assert day.until("09:56") == ["09:10:00 hold meeting"]


def test_a_routine_begun_from_an_empty_desk_is_a_routine():
    day = Day("09:00").works().at("09:30").stops().at("09:40").happens(events.RoutineBegan(1, 60.0))
    assert day.state.activity.phase == InRoutine(None)
    day.happens(events.Locked(), events.Unlocked(), events.RoutineEnded(1, 60.0, finished=True))
    assert isinstance(day.state.activity.phase, AtDesk)


def test_a_routine_begun_behind_a_lock_knows_of_it():
    day = Day("09:00").works().at("09:30").happens(events.Locked(), events.RoutineBegan(1, 60.0))
    assert day.state.activity.phase == InRoutine(day.now)
    day.happens(events.Locked(), events.RoutineBegan(1, 60.0))
    assert day.state.activity.phase == InRoutine(None)


def test_a_late_word_of_a_routine_changes_nothing():
    day = Day("09:00").works().at("09:30").stops().at("09:40").happens(events.RoutineEnded(7, 60.0, finished=True))
    assert away(day)


def test_input_that_the_source_only_tells_afterwards_is_believed():
    day = Day("09:00").works().at("09:30").stops().at("09:33")
    # The source lost track and now says: input stopped a minute ago, so there was some after 09:30.
    day.happens(events.InputStopped(60.0))
    assert day.state.activity.phase.sign == day.now - 60 or day.state.activity.phase.sign == day.now
    assert day.until("09:35:30") == []


def test_time_never_runs_backwards_for_the_domain():
    day = Day("09:00").works().at("09:30")
    day.clock.pass_(-500)
    day.happens(events.Tick())
    assert day.desk == 30


def test_away_after_is_the_users():
    day = Day("09:00", rules(away_after=Seconds(1200))).works().at("09:30").stops()
    assert day.until("09:51") == ["09:50:00 credit away"]


def test_a_lock_of_a_moment_asks_for_no_peace_afterwards():
    day = Day("09:00").works().at("09:30").stops().happens(events.Locked()).at("09:30:20").happens(events.Unlocked())
    assert day.state.cycle.quiet_until < day.now


# -- calls, films, and what nobody can tell ------------------------------------------------------


def on(signal: Signal) -> events.Sensed:
    return events.Sensed(signal, on=True)


def off(signal: Signal) -> events.Sensed:
    return events.Sensed(signal, on=False)


def test_silence_in_a_call_is_sitting():
    day = Day("09:00").works().at("09:10").happens(on(Signal.MICROPHONE)).stops().at("09:50")
    assert day.desk == 50


def test_the_end_of_a_call_is_a_sign_of_presence():
    day = Day("09:00").works().at("09:10").happens(on(Signal.CAMERA)).stops().at("09:20").happens(off(Signal.CAMERA))
    assert "09:25:10 credit away" in day.until("09:26"), "five minutes from the end of the call, which was at 09:20:10"
    assert day.state.activity.desk == 20 * 60 + 10


def test_a_call_of_three_hours_without_input_is_an_empty_desk():
    day = Day("09:00").works().at("09:10").happens(on(Signal.MICROPHONE)).stops()
    assert day.until("12:11")[-1] == "12:10:00 credit away"
    assert day.state.activity.desk == 600, "what the silence had added is taken back"
    day.happens(off(Signal.MICROPHONE)).at("12:11:10")
    assert not away(day), "somebody ended it"


def test_input_in_a_call_begins_the_three_hours_anew():
    day = Day("09:00").works().happens(on(Signal.MICROPHONE)).stops().at("11:00").works().at("11:01").stops()
    assert "credit" not in " ".join(day.until("14:00"))
    assert day.until("14:02") == ["14:01:00 credit away"]


def test_a_film_is_sitting_and_no_reason_to_be_quiet():
    day = Day("09:00").works().at("09:10").happens(on(Signal.WATCHING)).stops()
    # Whoever watches has not left; but with no pause that begins, the offer comes at the bound.
    assert day.until("10:11") == ["09:59:00 warn move", "10:00:00 due move", "10:10:00 prompt 1 move (bound)"]
    assert day.desk == 71


def test_nobody_saw_an_offer_during_a_film():
    day = Day("09:00").works().at("09:10").happens(on(Signal.WATCHING)).stops().at("10:10")
    assert day.until("11:00")[-2:] == ["10:12:00 withdraw 1", "10:12:00 missed 1"]
    day.works().at("11:00:30").stops()
    assert day.until("11:00:40") == ["11:00:34 prompt 2 move (pause)"]


def test_the_end_of_a_film_is_a_sign_of_presence():
    day = (
        Day("09:00").works().at("09:10").happens(on(Signal.WATCHING)).stops().at("09:40").happens(off(Signal.WATCHING))
    )
    assert day.until("09:46") == ["09:45:00 credit away"]
    assert day.state.activity.desk == 40 * 60


def test_a_film_counts_for_nothing_where_the_user_says_so():
    day = Day("09:00", rules(watching_counts=False)).works().at("09:10").happens(on(Signal.WATCHING)).stops()
    assert day.until("09:16") == ["09:15:00 credit away"]
    day.happens(off(Signal.WATCHING))
    assert away(day)


def test_a_lock_beats_a_film():
    day = Day("09:00").works().at("09:10").happens(on(Signal.WATCHING)).at("09:30").happens(events.Locked())
    assert day.until("09:36") == ["09:35:00 credit away"]


def test_where_nothing_can_tell_two_offers_that_nobody_answers_mean_that_nobody_is_there():
    day = Day("09:00", known=False)
    assert day.until("12:00") == [
        "09:59:00 warn move",
        "10:00:00 due move",
        "10:10:00 prompt 1 move (bound)",
        "10:12:00 withdraw 1",
        "10:32:00 prompt 2 move (bound)",
        "10:34:00 withdraw 2",
        "10:34:00 ignored 2",
        "11:33:00 warn move",
        "11:34:00 due move",
        "11:44:00 prompt 3 move (bound)",
        "11:46:00 withdraw 3",
    ]
    assert day.until("18:00") == [
        "12:06:00 prompt 4 move (bound)",
        "12:08:00 withdraw 4",
        "12:08:00 ignored 4",
        "12:08:00 credit away",
    ]
    assert away(day)


@pytest.mark.parametrize("sign", [events.Moved(), events.OfferNow(), events.Unlocked(), events.InputSeen()])
def test_any_sign_of_presence_brings_them_back(sign):
    day = Day("09:00", known=False).at("13:00")
    assert away(day)
    before = day.state.activity.desk
    assert not away(day.happens(sign))
    assert day.at("13:10").state.activity.desk - before > 9 * 60


def test_waking_it_is_a_sign_of_presence_where_nothing_else_can_be():
    day = Day("09:00", known=False).at("13:00").sleeps("13:20")
    assert not away(day)


def test_the_end_of_a_call_brings_them_back_too():
    day = Day("09:00", known=False).at("13:00").happens(on(Signal.MICROPHONE)).at("13:10")
    day.happens(off(Signal.MICROPHONE))
    assert away(day)
    assert not away(day.at("13:10:10"))


def test_an_answer_between_two_that_were_not_answered_shows_that_somebody_is_there():
    day = Day("09:00", known=False).at("11:00")
    assert "10:34:00 ignored 2" in day.new()
    day.happens(events.Stated(Position.STANDING)).at("13:30")
    assert not away(day), "the one ignored at 12:08 is the first in a row"
    assert "13:42:00 credit away" in day.until("14:00")


def test_where_input_is_seen_nobody_is_given_up():
    day = Day("09:00").works().at("12:10")
    assert "12:08:00 ignored 4" in day.new()
    assert not away(day)
