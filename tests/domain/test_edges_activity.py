"""Who is at the desk, at the edges: locks within locks, unlocks by nobody, and what is known only afterwards."""

import pytest

from tests.script import Day, rules
from unkink.domain import activity as people
from unkink.domain import core, events
from unkink.domain import effects as do
from unkink.domain.presence import AtDesk, Away, InRoutine, Moving, Unknown
from unkink.domain.rules import Kind
from unkink.domain.signals import Signal


def away(day: Day) -> bool:
    return isinstance(day.state.activity.phase, Away)


def test_where_nothing_can_tell_the_absence_begins_when_it_is_supposed():
    day = Day("09:00", known=False).at("12:08")
    assert day.effects[-1] == (day.local, do.Credited(do.Credit.AWAY, day.now))


def test_a_routine_begun_behind_the_lock_of_an_empty_desk_knows_of_it():
    day = Day("09:00").works().at("09:30").stops().at("09:40").happens(events.Locked()).at("09:50")
    day.happens(events.RoutineBegan(1, 60.0))
    assert day.state.activity.phase == InRoutine(day.now)


def test_silence_told_twice_around_a_lock_is_the_same_silence():
    day = Day("09:00").works().at("09:30").stops().at("09:31").happens(events.Locked()).at("09:31:30")
    day.happens(events.Unlocked(), events.InputStopped(90.0))
    assert day.until("09:36") == ["09:35:00 credit away"]


def test_whoever_locks_with_the_last_key_and_goes_is_not_back_because_the_screen_unlocks():
    day = Day("09:00").works().at("09:30").stops().happens(events.Locked()).at("09:33:30").happens(events.Unlocked())
    assert day.until("09:36") == ["09:35:00 credit away"]


def test_where_input_is_seen_no_row_of_unanswered_offers_is_an_absence():
    day = Day("09:00").works()
    lines = day.until("13:00")
    assert "12:08:00 ignored 4" in lines
    assert "credit" not in " ".join(lines)


def test_a_source_that_can_tell_again_brings_an_absent_person_back():
    day = Day("09:00", known=False).at("13:00")
    assert away(day)
    day.stops()
    assert not away(day)
    assert day.state.cycle.quiet_until == day.now + 60


def test_silence_from_before_anything_could_tell_may_mean_that_the_person_has_left():
    day = Day("09:00", known=False).at("10:05").happens(events.InputStopped(90.0))
    assert day.until("10:11") == ["09:59:00 warn move", "10:00:00 due move", "10:10:00 credit away"]


def test_an_absence_ends_the_row_of_unanswered_offers_where_nothing_can_tell():
    day = Day("09:00", known=False).at("10:40")
    assert day.new()[-1] == "10:34:00 ignored 2"
    day.happens(events.Locked()).at("10:50").happens(events.Unlocked())
    assert day.until("12:30")[0] == "10:45:00 credit away"
    assert not away(day), "one more was ignored since then, and one is no row"


def test_an_absence_takes_an_open_prompt_back():
    day = Day("09:00", rules(away_after=90.0)).works().at("10:00").stops()
    assert day.until("10:02")[2:] == ["10:00:04 prompt 1 move (pause)", "10:01:30 credit away", "10:01:30 withdraw 1"]


# -- sleep -------------------------------------------------------------------------------------


def test_silence_around_a_sleep_is_one_absence_even_where_it_is_told_in_waking_time():
    # Still since ten, half a minute of it awake after a minute's sleep: the source says ninety seconds.
    day = Day("09:00").works().at("10:00").stops().at("10:01").sleeps("10:02").at("10:02:30")
    day.happens(events.InputStopped(90.0))
    day.at("10:03").happens(events.InputStopped(120.0))
    assert day.until("10:06")[-1] == "10:05:00 credit away"


def test_what_was_sat_since_the_last_look_before_a_sleep_was_sat():
    day = Day("09:00").works().at("09:30")
    day.clock.pass_(20.0)
    day.sleeps("09:33:20").works()
    assert day.desk == pytest.approx((30 + 20 / 60) * 2 / 5, abs=0.001), "three of five minutes asleep"


def test_a_process_stopped_for_no_more_than_a_gap_in_input_may_be_is_no_absence():
    assert Day("09:00").works().at("09:30").freezes("09:35").works().desk == 35


def asleep_in_a_routine(*before: events.Event) -> Day:
    """Return a day on which a routine began at 10:00 and the machine slept at once, for exactly `away_after`."""
    day = Day("09:00").works().at("10:00").happens(events.PlayNow("r02"), events.RoutineBegan(1, 120.0), *before)
    return day.stops().sleeps("10:05")


def test_sleep_in_a_routine_as_long_as_an_absence_is_one_from_its_beginning():
    day = asleep_in_a_routine()
    assert day.new()[-1] == "10:05:00 credit away"
    assert day.effects[-1][1] == do.Credited(do.Credit.AWAY, day.now - 300)


def test_after_a_sleep_in_a_routine_the_first_input_is_a_return():
    day = asleep_in_a_routine().works()
    assert isinstance(day.state.activity.phase, AtDesk)
    assert day.at("10:15").desk == 10


def test_after_a_sleep_in_a_routine_behind_a_lock_only_the_unlock_is_a_return():
    day = asleep_in_a_routine(events.Locked()).at("10:06").works()
    assert away(day)
    assert not away(day.happens(events.Unlocked()))


# -- a routine that ends behind a lock -----------------------------------------------------------


def ended_behind_a_lock() -> Day:
    """Return a day on which a routine of four minutes from half past nine on ended behind a lock."""
    day = Day("09:00").works().at("09:30").happens(events.PlayNow("r02"), events.RoutineBegan(1, 120.0))
    day.happens(events.Locked()).at("09:34").happens(events.RoutineEnded(1, 120.0, finished=True))
    return day.stops()


def test_the_time_behind_the_lock_after_a_routine_is_no_desk_time_and_takes_none_away():
    day = ended_behind_a_lock()
    assert day.until("09:40")[-1] == "09:39:00 credit away"
    assert day.state.activity.desk == 30 * 60


def test_an_unlock_soon_after_a_routine_is_a_return_to_the_desk():
    day = ended_behind_a_lock().at("09:36").happens(events.Unlocked()).works()
    assert isinstance(day.state.activity.phase, AtDesk)
    assert day.at("09:46").desk == 10


def test_after_a_routine_the_desk_clock_goes_on_where_it_stood():
    day = Day("09:00").works().at("09:30").happens(events.PlayNow("r02"), events.RoutineBegan(1, 120.0)).stops()
    day.at("09:32").happens(events.RoutineEnded(1, 120.0, finished=True))
    assert day.until("09:38")[-1] == "09:37:00 credit away"
    assert day.state.activity.desk == 30 * 60


# -- since when ----------------------------------------------------------------------------------


def credited(day: Day) -> float:
    """Return for how many seconds the rest that was credited last has gone on."""
    last = [effect for _, effect in day.effects if isinstance(effect, do.Credited)][-1]
    return day.now - last.since


def test_an_absence_is_credited_from_the_last_input():
    assert credited(Day("09:00").works().at("09:30").stops().at("09:40")) == 600


def test_an_absence_behind_a_lock_is_credited_from_the_lock():
    assert credited(Day("09:00").works().at("09:30").happens(events.Locked()).at("09:40")) == 600


def locked_in_a_routine() -> Day:
    day = Day("09:00").works().at("09:25").happens(events.PlayNow("r02"), events.RoutineBegan(1, 1200.0))
    return day.at("09:30").happens(events.Locked()).at("09:40")


def test_an_absence_from_a_routine_is_credited_from_the_lock():
    day = locked_in_a_routine()
    assert credited(day) == 600
    assert day.state.activity.phase == Away(day.now - 600, locked=True)


def test_whoever_locked_in_a_routine_is_back_with_the_unlock_and_not_before():
    day = locked_in_a_routine()
    assert away(day.works())
    assert not away(day.happens(events.Unlocked()))


def test_a_stopped_process_in_a_routine_is_credited_from_when_it_stopped():
    day = Day("09:00").works().at("09:30").happens(events.PlayNow("r02"), events.RoutineBegan(1, 120.0))
    assert credited(day.freezes("09:40")) == 600


def test_a_routine_begun_behind_a_lock_that_became_an_absence_knows_of_it():
    day = Day("09:00").works().at("09:30").happens(events.Locked()).at("09:40").happens(events.RoutineBegan(1, 60.0))
    assert day.state.activity.phase == InRoutine(day.now)


def test_a_source_that_tells_late_of_a_long_silence_tells_of_an_absence():
    day = Day("09:00").works().at("09:30").happens(events.InputStopped(400.0))
    assert day.new() == ["09:30:00 credit away"]


def test_the_end_of_a_call_is_no_return_of_somebody_who_sat_through_it():
    day = Day("09:00").works().at("09:20").happens(events.Sensed(Signal.MICROPHONE, on=True)).stops().at("09:52")
    day.happens(events.Sensed(Signal.MICROPHONE, on=False))
    assert day.until("09:53")[-1] == "09:52:10 prompt 1 move (call over)"


def test_at_the_beginning_somebody_is_there_or_nothing_can_tell():
    at = Day("09:00").moment
    assert people.start(at).input == Moving()
    assert people.start(at, known=False).input == Unknown()


# -- to the second -------------------------------------------------------------------------------


def test_an_absence_behind_a_lock_is_known_to_the_second():
    day = Day("09:00").works().at("09:30:07").happens(events.Locked()).at("09:34:50").happens(events.Tick())
    assert day.until("09:36") == ["09:35:07 credit away"]


def test_an_absence_in_a_routine_is_known_to_the_second():
    day = Day("09:00").works().at("09:30:07").happens(events.PlayNow("r02"), events.RoutineBegan(1, 120.0))
    day.happens(events.Locked()).at("09:34:50").happens(events.Tick())
    assert day.until("09:36")[-1] == "09:35:07 credit away"


def test_in_a_call_it_looks_after_three_hours_and_no_sooner():
    day = Day("09:00", rules(kinds=(Kind("move", 4 * 3600, 120),))).works().at("09:10")
    day.happens(events.Pause(meeting=True)).stops().at("09:13")
    assert core.next_deadline(day.state)[0] == pytest.approx(day.now + 3 * 3600 - 180)
