"""What people complain of in every other program of this kind, one by one: here it must not happen.

The numbers are those of issues and reviews that tell of it (stretchly, Safe Eyes, Workrave, BreakTimer and others).
"""

from tests.domain.test_hours import week
from tests.script import Day, rules
from unkink.domain import events
from unkink.domain.holds import Why
from unkink.domain.outlook import Phase, outlook
from unkink.domain.presence import Away
from unkink.domain.rules import Appointment
from unkink.domain.signals import Signal

SPLIT = week(mon=["09:00-12:30", "13:15-17:30"], tue=["09:00-12:30"])


def on(signal: Signal) -> events.Sensed:
    return events.Sensed(signal, on=True)


def off(signal: Signal) -> events.Sensed:
    return events.Sensed(signal, on=False)


def prompts(lines: list[str]) -> list[str]:
    return [line for line in lines if "prompt" in line]


# -- 1.2 "I just came back and it tells me to break" -------------------------------------------


def test_it_does_not_begin_a_break_while_i_walk_back_to_my_chair():
    # stretchly#1560: due at 10:00, away from 09:57 to 10:01; nothing before 10:02, though hands come off the keys.
    day = Day("09:00").works().at("09:57").stops().at("10:01").works().at("10:01:10").stops()
    assert prompts(day.until("10:01:59")) == []


def test_it_says_nothing_about_a_break_after_i_had_one():
    # stretchly#955, SafeEyes#324: an hour at the desk, lunch, and no word of a break for an hour.
    day = Day("09:00").works().at("09:58").stops().at("12:30").works()
    assert prompts(day.until("13:29")) == []


def test_reading_for_two_minutes_is_not_being_away():
    # stretchly#152
    day = Day("09:00").works().at("09:30").stops().at("09:32").works().at("09:40")
    assert day.desk == 40


def test_a_screen_that_goes_dark_resets_nothing():
    # stretchly#1279: it is dark, nobody is away: hands off for a minute is all there is to see.
    day = Day("09:00").works().at("09:30").stops().at("09:31").works().at("09:40")
    assert day.desk == 40


def test_a_lock_counts_as_a_break_only_when_it_was_long_enough():
    # stretchly#1724
    short = Day("09:00").works().at("09:40").happens(events.Locked()).at("09:41").happens(events.Unlocked()).works()
    assert short.desk == 32, "a fifth of it is gone"
    long = Day("09:00").works().at("09:40").happens(events.Locked()).at("09:46").happens(events.Unlocked()).works()
    assert long.desk == 0


def test_locking_for_a_moment_is_no_way_to_cheat():
    # stretchly#1853
    day = Day("09:00").works().at("09:59").happens(events.Locked()).at("09:59:03").happens(events.Unlocked()).works()
    assert day.desk > 58


def test_a_coffee_that_nobody_saw_can_be_told():
    # stretchly#177
    day = Day("09:00").works().at("09:50").happens(events.Moved())
    assert day.until("10:48") == ["09:50:00 credit moved"]


def test_no_deadline_passes_while_i_am_away():
    # eyebreak#85: due, snoozed, paused: whoever comes back after a break finds nothing left over.
    day = Day("09:00").works().at("10:01").stops().at("10:01:05").works().happens(events.Snooze(1, 300.0)).stops()
    day.at("11:00").works()
    assert prompts(day.until("11:59")[4:]) == []


def test_a_break_that_is_over_wants_no_click():
    # eyebreak#88: the prompt was open when the user went.
    day = Day("09:00").works().at("10:01").stops()
    assert day.until("10:40")[2:] == [
        "10:01:04 prompt 1 move (pause)",
        "10:03:04 withdraw 1",
        "10:03:04 missed 1",
        "10:06:00 credit away",
    ]
    assert day.works().until("10:45") == []


def test_the_break_itself_is_neither_sitting_nor_being_away():
    # sane-break#20
    day = Day("09:00").works().at("09:30").happens(events.PlayNow("r02"), events.RoutineBegan(1, 300.0)).stops()
    day.at("09:35").happens(events.RoutineEnded(1, 300.0, finished=True))
    assert day.new() == ["09:30:00 play 1 r02", "09:35:00 finished 1 300"]
    assert not isinstance(day.at("09:39").state.activity.phase, Away)


def test_more_rest_is_never_a_cost():
    # eyebreak#98: whoever rests longer is never asked sooner.
    def next_due(minutes: int) -> float:
        day = Day("09:00").works().at("09:50").happens(events.Locked()).at(f"09:{50 + minutes}")
        day.happens(events.Unlocked()).works()
        look = outlook(day.state)
        assert look.next_in is not None
        return day.now + look.next_in

    dues = [next_due(minutes) for minutes in range(10)]
    assert dues == sorted(dues)


# -- 1.3 in the middle of a sentence ------------------------------------------------------------


def test_it_does_not_interrupt_typing():
    # stretchly#189, #1007
    day = Day("09:00").works().at("10:07").stops()
    assert prompts(day.until("10:07:10")) == ["10:07:04 prompt 1 move (pause)"]


def test_it_does_not_wait_for_ever_either():
    # SafeEyes#261 "I will never get a break", breaktimer#340
    assert prompts(Day("09:00").works().until("10:11")) == ["10:10:00 prompt 1 move (bound)"]


def test_it_says_beforehand_that_a_break_is_near_and_interrupts_nobody_with_that():
    # stretchly#1217, #137
    assert Day("09:00").works().until("09:59:30") == ["09:59:00 warn move"]


def test_an_offer_that_went_by_can_still_be_taken():
    # workrave#376, stretchly#1461
    day = Day("09:00").works().at("10:30").happens(events.Start(1))
    assert day.new()[2:] == ["10:10:00 prompt 1 move (bound)", "10:12:00 withdraw 1", "10:30:00 play 2 of offer 1"]


# -- 1.4 working hours --------------------------------------------------------------------------


def test_a_split_shift_is_two_ranges_of_one_day():
    # stretchly#342, open since 2018
    day = Day("11:40", rules(hours=SPLIT)).works()
    assert day.until("13:16") == [
        "12:30:00 hold hours",
        "12:39:00 warn move",
        "12:40:00 due move",
        "13:15:00 release hours",
    ]
    day.stops()
    assert day.until("13:16:10") == ["13:16:04 prompt 1 move (pause)"]


def test_a_week_that_begins_on_sunday_is_no_dead_program():
    # breaktimer#99
    sunday = week(sun=["09:00-17:00"])
    day = Day("09:00", rules(hours=sunday), date="2026-03-01").works()
    assert prompts(day.until("10:11")) == ["10:10:00 prompt 1 move (bound)"]


def test_whoever_installs_it_in_the_evening_is_told_why_it_is_quiet_and_until_when():
    # breaktimer#89
    look = outlook(Day("20:00", rules(hours=SPLIT)).works().at("20:05").state)
    assert look.phase is Phase.HELD
    assert (look.hold.why, f"{look.hold.until_local:%a %H:%M}") == (Why.HOURS, "Tue 09:00")


def test_fixed_times_come_at_fixed_times():
    # stretchly#606, #1638
    appointment = Appointment("tea", (0,), 15 * 60 + 30, "r19")
    day = Day("15:00", rules(appointments=(appointment,))).works().at("15:30:10").stops()
    assert day.until("15:31") == ["15:30:00 appointment tea", "15:30:14 prompt 1 r19 (pause)"]


# -- 1.6 snooze and skip ------------------------------------------------------------------------


def test_there_are_several_snoozes_and_an_end_to_them_that_traps_nobody():
    # stretchly#397, #972, #942
    day = Day("09:00").works().at("10:10:10")
    for number in (1, 2, 3):
        assert day.state.cycle.stage.offer.snoozes == (300, 600, 900)
        day.happens(events.Snooze(number, 300.0))
        day.at(f"10:{10 + 15 * number}:20")
    assert day.state.cycle.stage.offer.snoozes == ()
    day.happens(events.NotNow(4))
    assert day.stage == "Counting"


def test_saying_no_makes_the_next_one_easier_not_harder():
    # SafeEyes#320, stretchly#1492
    day = Day("09:00").works().at("10:10:10").happens(events.NotNow(1)).at("11:20:20").happens(events.NotNow(2))
    lines = prompts(day.until("12:31"))
    assert lines[-1] == "12:30:20 prompt 3 move (bound) short"


# -- 2.1 wrong or dead after sleep or lock --------------------------------------------------------


def test_it_is_not_dead_after_a_night_of_sleep():
    # breaktimer#320, workrave#588
    day = Day("17:00").works().at("17:30").stops().sleeps("1+08:00").works()
    assert prompts(day.until("1+09:11")) == ["09:10:00 prompt 1 move (bound)"]


def test_it_is_not_less_than_a_minute_for_ever():
    # breaktimer#206, #230
    day = Day("09:00").works().at("09:59:30").stops().sleeps("09:59:50").works()
    # 59:30 at the desk; twenty seconds of five minutes take a fifteenth of it, 3:58, so it is due at 10:04:18.
    assert outlook(day.at("10:00").state).next_in == 258
    assert prompts(day.until("10:20")) == ["10:14:18 prompt 1 move (bound)"]


def test_a_due_break_is_not_pushed_ahead_minute_by_minute():
    # SafeEyes#410, #694: one break in five hours
    day = Day("09:00").works()
    for minute in range(60, 75):
        day.at(f"10:{minute - 60:02d}").happens(events.Tick(), events.InputSeen())
    assert prompts(day.new()) == ["10:10:00 prompt 1 move (bound)"]


def test_nothing_fires_when_the_lid_opens():
    # breaktimer#53, stretchly#121, workrave#439
    day = Day("09:00").works().at("09:59:58").sleeps("10:01").works().at("10:01:01")
    assert prompts(day.new()) == []
    day = Day("09:00").works().at("10:05").sleeps("16:00").works()
    assert prompts(day.until("16:59")) == []


def test_a_break_that_was_on_when_the_lid_closed_is_over():
    # stretchly#1807: a break frozen on the screen after waking
    day = Day("09:00").works().at("09:30").happens(events.PlayNow("r02"), events.RoutineBegan(1, 120.0))
    day.sleeps("12:00")
    assert day.new() == ["09:30:00 play 1 r02", "12:00:00 halt 1", "12:00:00 stopped 1 0/120", "12:00:00 credit away"]


def test_a_pause_that_was_asked_for_survives_sleep_and_goes_on_in_it():
    # stretchly#259, #139
    day = Day("09:00").works().happens(events.Pause(length=7200.0)).at("09:10").sleeps("10:00").works()
    assert [hold.why for hold in day.state.holds.reasons] == [Why.PAUSED]
    assert day.until("11:01")[-2:] == ["11:00:00 release paused", "11:00:00 due move"]


def test_nothing_lights_up_a_locked_screen():
    # SafeEyes#523
    day = Day("09:00").works().at("09:59:30").happens(events.Locked())
    assert prompts(day.until("12:00")) == []


# -- 2.7 silent for ever ----------------------------------------------------------------------------


def test_it_speaks_again_when_do_not_disturb_ends():
    # stretchly#1014, #1313
    day = Day("09:00").works().at("09:30").happens(on(Signal.DO_NOT_DISTURB)).at("11:00")
    day.happens(off(Signal.DO_NOT_DISTURB)).at("11:01").stops()
    assert day.until("11:02") == [
        "09:30:00 hold dnd",
        "09:59:00 warn move",
        "10:00:00 due move",
        "11:00:00 release dnd",
        "11:01:04 prompt 1 move (pause)",
    ]


def test_every_quiet_can_be_ended_by_hand():
    # stretchly#742
    for begin in (
        events.Pause(),
        events.Pause(length=3600.0, meeting=True),
        on(Signal.DO_NOT_DISTURB),
        on(Signal.FULL_SCREEN),
        on(Signal.SHARING),
        on(Signal.PROGRAM),
    ):
        day = Day("09:00").works().happens(begin, events.Resume())
        assert day.state.holds.reasons == (), begin
    day = Day("20:00", rules(hours=SPLIT)).works().happens(events.Resume())
    assert day.state.holds.reasons == ()


def test_a_pause_without_an_end_asks_again_the_next_morning():
    # stretchly#1441
    day = Day("17:00").works().happens(events.Pause()).at("17:30").stops().at("1+08:00").works().at("1+08:02").stops()
    assert day.until("1+08:03")[-1] == "08:02:04 ask quiet"
    day.happens(events.Resume())
    assert day.new() == ["08:03:00 release paused", "08:03:00 ask no more quiet"]
