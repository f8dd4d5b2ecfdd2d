"""Who is at the desk: absences dated back, rest in pieces, lock and sleep, and what nobody can know."""

from tests.script import Day, rules
from unkink.domain import events
from unkink.domain.activity import AtDesk, Away, InRoutine, LockedUp
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
    day.known, day.still_since = True, day.now - 1200
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
    day.now -= 500
    day.happens(events.Tick())
    assert day.desk == 30


def test_away_after_is_the_users():
    day = Day("09:00", rules(away_after=Seconds(1200))).works().at("09:30").stops()
    assert day.until("09:51") == ["09:50:00 credit away"]


def test_a_lock_of_a_moment_asks_for_no_peace_afterwards():
    day = Day("09:00").works().at("09:30").stops().happens(events.Locked()).at("09:30:20").happens(events.Unlocked())
    assert day.state.cycle.quiet_until < day.now
