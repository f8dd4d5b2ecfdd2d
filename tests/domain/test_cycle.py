"""The rhythm of breaks, as PRODUCT describes it: each test is a piece of a working day."""

from tests.script import Day, rules
from unkink.domain import events
from unkink.domain.rules import AfterWait, Appointment, Kind, Rules, Surface
from unkink.domain.signals import Signal

WARN, DUE = "09:59:00 warn move", "10:00:00 due move"


def at_due(**kwargs) -> Day:
    """Return a day at 10:00, an hour at the desk, a break due, hands on the keys."""
    day = Day("09:00", **kwargs)
    day.works()
    assert day.until("10:00") == [WARN, DUE]
    return day


def prompted(**kwargs) -> Day:
    """Return a day at 10:02:04 with prompt 1 open, the person typing again."""
    day = at_due(**kwargs)
    day.at("10:02")
    day.stops()
    assert day.until("10:02:04") == ["10:02:04 prompt 1 move (pause)"]
    day.works()
    return day


def test_a_due_break_is_offered_at_the_first_pause():
    day = at_due()
    assert day.until("10:02") == []
    day.stops()
    assert day.until("10:02:10") == ["10:02:04 prompt 1 move (pause)"]


def test_a_pause_shorter_than_four_seconds_is_none():
    day = at_due()
    day.stops()
    assert day.until("10:00:03") == []
    day.works()
    assert day.until("10:05") == []


def test_without_a_pause_the_prompt_comes_after_the_wait():
    day = at_due()
    assert day.until("10:11") == ["10:10:00 prompt 1 move (bound)"]


def test_without_a_pause_and_with_badge_only_the_icon_tells():
    day = Day("09:00", rules(after_wait=AfterWait.BADGE))
    day.works()
    assert day.until("10:11") == [WARN, DUE, "10:10:00 prompt 1 move (bound) on icon"]


def test_whoever_may_have_left_when_it_is_due_is_waited_for():
    day = Day("09:00")
    day.works()
    day.at("09:58:30")
    day.stops()
    assert day.until("10:01") == [WARN, DUE]
    day.works()
    assert day.until("10:02") == []
    day.stops()
    assert day.until("10:02:04") == ["10:02:04 prompt 1 move (return)"]


def test_after_two_minutes_away_nothing_comes_for_a_minute():
    day = Day("09:00")
    day.works()
    day.at("09:57")
    day.stops()
    day.at("10:00:30")
    day.works()
    day.at("10:01")
    day.stops()
    assert day.until("10:01:40") == [WARN, DUE, "10:01:30 prompt 1 move (return)"]


def test_an_unanswered_prompt_is_offered_once_more_and_then_ignored():
    day = prompted()
    assert day.until("10:20") == ["10:04:04 withdraw 1"]
    day.stops()
    assert day.until("10:20:04") == ["10:20:04 prompt 2 move (pause)"]
    day.works()
    assert day.until("11:00") == ["10:22:04 withdraw 2", "10:22:04 ignored 2"]
    assert day.until("11:23") == ["11:21:04 warn move", "11:22:04 due move"]


def test_the_second_offer_waits_no_longer_than_the_first():
    day = prompted()
    assert day.until("10:25") == ["10:04:04 withdraw 1", "10:24:04 prompt 2 move (bound)"]


def test_a_prompt_nobody_saw_is_missed_and_shown_again_after_the_return():
    day = at_due()
    day.stops()
    assert day.until("10:03") == ["10:00:04 prompt 1 move (pause)", "10:02:04 withdraw 1", "10:02:04 missed 1"]
    day.works()
    day.at("10:03:30")
    day.stops()
    # Back after three minutes: a minute of peace, and never two prompts within five.
    assert day.until("10:04:30") == []
    day.works()
    day.at("10:06")
    day.stops()
    assert day.until("10:06:04") == ["10:06:04 prompt 2 move (return)"]


def test_a_missed_prompt_is_void_when_the_absence_becomes_a_break():
    day = at_due()
    day.stops()
    day.at("10:03")
    assert day.until("11:00")[1:] == ["10:02:04 withdraw 1", "10:02:04 missed 1", "10:05:00 credit away"]
    assert day.desk == 0


def test_snooze_waits_for_a_pause_again_and_has_a_limit():
    day = prompted()
    for n, (at, due, pause) in enumerate(
        [("10:03", "10:13", "10:14"), ("10:15", "10:25", "10:26"), ("10:27", "10:37", "10:38")], start=1
    ):
        day.at(at)
        day.happens(events.Snooze(n, 600))
        lines = day.until(pause)
        assert lines[0] == f"{at}:00 snoozed {n} 10m"
        assert f"{due}:00 due move" in lines
        day.stops()
        assert day.until(pause + ":04") == [f"{pause}:04 prompt {n + 1} move (pause)"]
        day.works()
    assert day.state.cycle.stage.offer.snoozes == ()
    day.happens(events.Snooze(4, 600))
    assert day.new() == []
    assert day.stage == "Prompted"


def test_a_snooze_starts_when_it_is_asked_for_and_warns_before_its_end():
    day = prompted()
    day.happens(events.Snooze(1, 600))
    assert day.until("10:12:04") == ["10:02:04 snoozed 1 10m", "10:11:04 warn move", "10:12:04 due move"]


def test_rest_in_a_snooze_that_makes_the_break_not_due_any_more_ends_the_snooze():
    # 62 minutes are counted. A minute locked takes a fifth: 49:39, and it is due again at an hour, not at 72 minutes.
    day = prompted()
    day.happens(events.Snooze(1, 600))
    day.happens(events.Locked()).at("10:03:04").happens(events.Unlocked()).works()
    assert day.stage == "Counting"
    assert day.desk == 49.653
    assert day.until("10:14")[-1] == "10:13:24 due move"


def test_rest_that_leaves_the_break_due_leaves_the_snooze():
    day = prompted()
    day.happens(events.Snooze(1, 600)).happens(events.Locked()).at("10:02:06").happens(events.Unlocked()).works()
    assert day.stage == "Snoozing"
    # A hundred-and-fiftieth of 62:04 is gone, 24.8 s, and the two seconds behind the lock: it is due so much later.
    assert day.until("10:13")[-1] == "10:12:30 due move"


def test_rest_after_a_snooze_ends_it_too():
    day = prompted()
    day.happens(events.Snooze(1, 300)).at("10:08")
    assert day.stage == "Due"
    day.happens(events.Locked()).at("10:09:30").happens(events.Unlocked()).works()
    assert day.stage == "Counting"
    assert day.state.cycle.meters[0].mark == 3600


def test_rest_leaves_what_was_turned_down_where_it_is():
    day = prompted()
    day.happens(events.NotNow(1)).at("10:10").happens(events.Locked()).at("10:12").happens(events.Unlocked()).works()
    assert day.state.cycle.meters[0].mark > 7200


def test_rest_in_a_snooze_of_what_was_not_due_only_lowers_the_counter():
    day = Day("09:00").works().at("09:20").happens(events.OfferNow(), events.Snooze(1, 900))
    day.happens(events.Locked()).at("09:21").happens(events.Unlocked()).works()
    assert day.stage == "Snoozing"
    assert day.state.cycle.meters[0].mark == 35 * 60


def test_not_now_puts_the_break_off_by_the_interval():
    day = prompted()
    day.happens(events.NotNow(1))
    assert day.until("11:02:04") == ["10:02:04 refused 1", "11:01:04 warn move", "11:02:04 due move"]


def test_after_two_refusals_the_next_offer_is_short():
    day = prompted()
    day.happens(events.NotNow(1))
    day.at("11:03")
    day.stops()
    assert day.until("11:03:04")[-1] == "11:03:04 prompt 2 move (pause)"
    day.works()
    day.happens(events.NotNow(2))
    day.at("12:04")
    day.stops()
    assert day.until("12:04:04")[-1] == "12:04:04 prompt 3 move (pause) short"


def test_a_finished_routine_resets_the_counter():
    day = prompted()
    day.at("10:03")
    day.happens(events.Start(1))
    assert day.new() == ["10:03:00 play 2 of offer 1"]
    day.happens(events.RoutineBegan(2, 120.0))
    day.stops()
    assert day.until("10:05") == []
    day.happens(events.RoutineProgressed(2, 115.0), events.RoutineEnded(2, 120.0, finished=True))
    assert day.new() == ["10:05:00 finished 2 120"]
    assert day.desk == 0
    # The gap in input is measured from the end of the routine, not from the last key before it.
    day.at("10:09:30")
    assert day.desk == 4.5
    day.works()
    assert day.until("10:30") == []


def test_a_routine_left_half_way_counts_half():
    day = prompted()
    day.at("10:03")
    day.happens(events.Start(1), events.RoutineBegan(2, 120.0))
    day.at("10:04")
    day.happens(events.RoutineEnded(2, 60.0, finished=False))
    assert day.new() == ["10:03:00 play 2 of offer 1", "10:04:00 stopped 2 60/120"]
    assert day.desk == 31.5
    assert day.stage == "Counting"


def test_a_routine_left_at_once_is_offered_once_more_later():
    day = prompted()
    day.happens(events.Start(1), events.RoutineBegan(2, 120.0), events.RoutineEnded(2, 0.0, finished=False))
    assert day.new() == ["10:02:04 play 2 of offer 1", "10:02:04 stopped 2 0/120"]
    day.works()
    assert day.until("10:12") == []
    assert day.until("10:23") == ["10:22:04 prompt 3 move (bound)"]


def test_a_window_that_falls_silent_is_closed():
    day = prompted()
    day.happens(events.Start(1), events.RoutineBegan(2, 120.0), events.RoutineProgressed(2, 30.0))
    assert day.until("10:13") == [
        "10:02:04 play 2 of offer 1",
        "10:12:04 halt 2",
        "10:12:04 stopped 2 30/120",
    ]


def test_sleep_in_a_routine_counts_as_a_break_and_closes_the_window():
    day = prompted()
    day.happens(events.Start(1), events.RoutineBegan(2, 120.0), events.RoutineProgressed(2, 30.0))
    day.at("10:03")
    day.sleeps("13:00")
    assert day.new()[1:] == ["13:00:00 halt 2", "13:00:00 stopped 2 30/120", "13:00:00 credit away"]
    day.works()
    assert day.until("13:58") == []


def test_a_lock_in_a_routine_counts_once_it_is_long_enough():
    day = prompted()
    day.happens(events.Start(1), events.RoutineBegan(2, 120.0), events.Locked())
    assert day.until("10:10")[1:] == ["10:07:04 halt 2", "10:07:04 stopped 2 0/120", "10:07:04 credit away"]


def test_a_short_lock_in_a_routine_changes_nothing():
    day = prompted()
    day.happens(events.Start(1), events.RoutineBegan(2, 120.0), events.Locked())
    day.at("10:03")
    day.happens(events.Unlocked(), events.RoutineProgressed(2, 60.0))
    assert day.until("10:09") == ["10:02:04 play 2 of offer 1"]


def test_a_routine_that_ends_behind_a_lock_leaves_the_person_away():
    day = prompted()
    day.happens(events.Start(1), events.RoutineBegan(2, 120.0), events.Locked())
    day.at("10:04")
    day.happens(events.RoutineEnded(2, 120.0, finished=True))
    assert day.until("10:10")[1:] == ["10:04:00 finished 2 120", "10:09:00 credit away"]


def test_start_of_an_old_prompt_always_starts_and_the_rest_does_nothing():
    day = prompted()
    day.at("10:05")
    day.happens(events.NotNow(1), events.Snooze(1, 600))
    assert day.new() == ["10:04:04 withdraw 1"]
    day.happens(events.Start(1))
    assert day.new() == ["10:05:00 play 2 of offer 1"]


def test_starting_an_old_prompt_takes_the_open_one_back():
    day = prompted()
    day.at("10:20")
    day.stops()
    assert day.until("10:20:04")[-1] == "10:20:04 prompt 2 move (pause)"
    day.happens(events.Start(1))
    assert day.new() == ["10:20:04 withdraw 2", "10:20:04 play 3 of offer 1"]


def test_a_second_start_while_a_routine_runs_does_nothing():
    day = prompted()
    day.happens(events.Start(1), events.Start(1), events.OfferNow(), events.PlayNow("r02"))
    assert day.new() == ["10:02:04 play 2 of offer 1"]


def test_what_the_window_says_of_another_run_is_not_believed():
    day = prompted()
    day.happens(
        events.Start(1),
        events.RoutineBegan(1, 5.0),
        events.RoutineProgressed(1, 5.0),
        events.RoutineEnded(1, 5.0, finished=True),
    )
    assert day.new() == ["10:02:04 play 2 of offer 1"]
    assert day.stage == "OnBreak"


def test_an_offer_asked_for_comes_at_once_and_asking_twice_is_one():
    day = Day("09:00")
    day.works()
    day.at("09:10")
    day.happens(events.OfferNow(), events.OfferNow())
    assert day.new() == ["09:10:00 prompt 1 any (asked)"] * 2
    day.happens(events.NotNow(1))
    assert day.new() == ["09:10:00 withdraw 1"]
    assert day.until("10:01") == [WARN, DUE]


def test_an_offer_asked_for_and_not_answered_just_goes():
    day = Day("09:00")
    day.works()
    day.at("09:10")
    day.happens(events.OfferNow())
    assert day.until("10:01") == ["09:10:00 prompt 1 any (asked)", "09:12:00 withdraw 1", WARN, DUE]


def test_an_offer_asked_for_can_be_snoozed():
    day = Day("09:00")
    day.works()
    day.at("09:10")
    day.happens(events.OfferNow(), events.Snooze(1, 600))
    assert day.until("09:20")[1:] == ["09:10:00 snoozed 1 10m", "09:19:00 warn move", "09:20:00 due move"]


def test_a_routine_asked_for_by_name_resets_move_too():
    day = Day("09:00")
    day.works()
    day.at("09:30")
    day.happens(events.PlayNow("r02"), events.RoutineBegan(1, 60.0))
    day.at("09:31")
    day.happens(events.RoutineEnded(1, 60.0, finished=True))
    assert day.new() == ["09:30:00 play 1 r02", "09:31:00 finished 1 60"]
    assert day.desk == 0


def test_playing_by_name_takes_an_open_prompt_back():
    day = prompted()
    day.happens(events.PlayNow("r02"))
    assert day.new() == ["10:02:04 withdraw 1", "10:02:04 play 2 r02"]


def test_already_moved_resets_move_and_takes_the_prompt_back():
    day = prompted()
    day.happens(events.Moved())
    assert day.new() == ["10:02:04 credit moved", "10:02:04 withdraw 1"]
    assert day.desk == 0
    assert day.until("11:01") == []


def test_when_nothing_fits_the_break_is_put_off():
    day = prompted()
    day.happens(events.NothingToOffer(1))
    assert day.until("11:01") == []
    assert day.stage == "Counting"


def test_lock_takes_a_prompt_back_and_it_is_still_due_after_a_short_one():
    day = prompted()
    day.at("10:02:30")
    day.happens(events.Locked())
    assert day.new() == ["10:02:30 withdraw 1"]
    day.at("10:03")
    day.happens(events.Unlocked())
    day.works()
    assert day.stage == "Counting", "half a minute locked takes a tenth of an hour off"
    # 62:30 counted; a tenth of it is gone, so 3:45 are missing again.
    assert day.until("10:07") == ["10:05:45 warn move", "10:06:45 due move"]


def test_two_kinds_due_within_five_minutes_are_one_offer_the_longest():
    kinds = (Kind("move", 3600, 120), Kind("roller", 3780, 300, what="roller"))
    day = Day("09:00", rules(kinds=kinds))
    day.works()
    day.at("10:01")
    day.stops()
    day.at("10:01:10")
    day.works()
    lines = day.until("10:04")
    assert lines == [WARN, DUE, "10:03:00 due roller"], "the longer one is due in two minutes: one prompt for both"
    day.stops()
    lines = day.until("10:04:10")
    assert lines == ["10:04:04 prompt 1 move+roller (pause)"]
    assert day.state.cycle.stage.offer.what == "roller"
    assert day.state.cycle.stage.offer.length == 300


def test_a_finished_routine_also_resets_shorter_kinds():
    kinds = (Kind("move", 3600, 120), Kind("eyes", 1200, 30), Kind("roller", 9000, 300))
    day = Day("09:00", rules(kinds=kinds))
    day.works()
    day.at("09:19")
    day.happens(events.PlayNow("r02"), events.RoutineBegan(1, 60.0), events.RoutineEnded(1, 60.0, finished=True))
    counts = [meter.count(day.state.activity.desk) / 60 for meter in day.state.cycle.meters]
    assert counts == [0, 0, 19]


def test_an_appointment_is_offered_at_the_next_pause():
    appointment = Appointment("roller", (0,), 570, "r19")
    day = Day("09:00")
    day.works()
    day.at("09:30")
    day.happens(events.AppointmentCame(appointment))
    day.at("09:31")
    day.stops()
    assert day.until("09:31:04") == ["09:30:00 appointment roller", "09:31:04 prompt 1 r19 (pause)"]
    assert day.state.cycle.stage.offer.what == "r19"


def test_an_appointment_is_dropped_after_an_hour_of_holds():
    appointment = Appointment("roller", (0,), 570, "r19")
    day = Day("09:00")
    day.works()
    day.at("09:30")
    day.happens(events.Pause(length=7200.0), events.AppointmentCame(appointment))
    assert "10:30:00 dropped roller" in day.until("11:00")


def test_changed_rules_keep_what_was_counted():
    day = Day("09:00")
    day.works()
    day.at("09:40")
    kinds = (Kind("move", 1800, 120), Kind("eyes", 1200, 30))
    day.happens(events.RulesChanged(Rules(kinds=kinds)))
    assert day.until("09:41") == ["09:40:00 due move"]


def test_a_prompt_on_the_icon_only():
    kinds = (Kind("move", 3600, 120, surface=Surface.ICON),)
    day = at_due(rules=rules(kinds=kinds))
    day.stops()
    assert day.until("10:00:04") == ["10:00:04 prompt 1 move (pause) on icon"]


def test_a_short_lock_after_the_warning_takes_the_warning_back():
    day = Day("09:00").works().at("09:59:30").happens(events.Locked()).at("10:00").happens(events.Unlocked()).works()
    assert day.until("10:01") == ["09:59:00 warn move"]
    assert day.stage == "Counting"


# -- several things at once ---------------------------------------------------------------------


MOVE, EYES, ROLLER = Kind("move", 3600, 120), Kind("eyes", 3960, 30), Kind("roller", 7200, 300, what="roller")


def test_a_second_kind_need_not_wait_until_the_first_may_be_offered_once_more():
    # move is offered at 10:00 and withdrawn; eyes is due at 10:06, and must be offered by 10:16.
    day = Day("09:00", rules(kinds=(MOVE, EYES))).works().at("09:59:56").stops().at("10:00:01").works()
    assert day.until("10:17") == [
        WARN,
        DUE,
        "10:00:00 prompt 1 move (pause)",
        "10:02:00 withdraw 1",
        "10:06:00 due eyes",
        "10:16:00 prompt 2 move+eyes (bound)",
    ]


def test_each_kind_that_falls_due_is_told():
    kinds = (MOVE, Kind("eyes", 3660, 30))
    day = Day("09:00", rules(kinds=kinds)).works()
    assert day.until("10:02") == [WARN, DUE, "10:01:00 due eyes"]


def test_at_the_bound_what_would_be_due_within_minutes_comes_too():
    kinds = (MOVE, Kind("roller", 3780, 300, what="roller"))
    day = Day("09:00", rules(kinds=kinds, wait_for_pause=120.0)).works()
    assert day.until("10:02")[-1] == "10:02:00 prompt 1 move+roller (bound)"
    day.happens(events.NotNow(1))
    assert "prompt" not in " ".join(day.until("11:01"))


def test_a_break_waits_for_an_appointment_that_is_soon_to_come():
    tea = Appointment("tea", (0,), 603, "r19")
    day = Day("09:00", rules(appointments=(tea,))).works().at("10:01").stops().at("10:01:10").works()
    assert day.until("10:02") == [WARN, DUE], "in two minutes the appointment comes: one prompt for both"
    day.at("10:03:20").stops()
    assert day.until("10:03:30") == ["10:03:00 appointment tea", "10:03:24 prompt 1 move (pause)"]
    assert day.state.cycle.stage.offer.what == "r19"
    assert day.state.cycle.stage.offer.appointment == "tea"


def test_an_appointment_later_than_that_is_not_waited_for():
    tea = Appointment("tea", (0,), 607, "r19")
    day = Day("09:00", rules(appointments=(tea,))).works().at("10:01").stops()
    assert day.until("10:01:05")[-1] == "10:01:04 prompt 1 move (pause)"


def test_an_appointment_on_another_day_is_not_waited_for():
    tea = Appointment("tea", (1,), 603, "r19")
    day = Day("09:00", rules(appointments=(tea,))).works().at("10:01").stops()
    assert day.until("10:01:05")[-1] == "10:01:04 prompt 1 move (pause)"


def test_an_appointment_just_after_midnight_is_waited_for():
    tea = Appointment("tea", (1,), 2, "r19")
    day = Day("22:58", rules(appointments=(tea,))).works().at("23:58:30").stops().at("23:58:40").works()
    assert "prompt" not in " ".join(day.until("1+00:01"))


def test_a_break_that_is_due_soon_comes_with_the_appointment():
    tea = Appointment("tea", (0,), 596, "r19")
    day = Day("09:00", rules(appointments=(tea,))).works().at("09:56:10").stops()
    assert day.until("09:57") == ["09:56:00 appointment tea", "09:56:14 prompt 1 move (pause)"]


def test_doing_an_appointment_resets_like_any_routine_of_its_length():
    tea = Appointment("tea", (0,), 570, "r19")
    day = Day("09:00", rules(kinds=(MOVE, ROLLER), appointments=(tea,))).works().at("09:30:10").stops()
    day.at("09:30:20").happens(events.Start(1), events.RoutineBegan(2, 115.0)).at("09:33")
    day.happens(events.RoutineEnded(2, 115.0, finished=True))
    assert day.new()[-1] == "09:33:00 finished 2 115"
    assert day.desk > 29, "115 s are less than the two minutes of a move break"
    assert day.state.cycle.waiting == ()


def test_an_appointment_that_is_turned_down_is_over_and_the_break_is_not():
    tea = Appointment("tea", (0,), 570, "r19")
    day = Day("09:00", rules(appointments=(tea,))).works().at("09:30:10").stops().at("09:30:20").works()
    day.happens(events.NotNow(1))
    assert day.until("10:01")[-2:] == [WARN, DUE]


def test_an_appointment_can_be_snoozed_and_comes_again():
    tea = Appointment("tea", (0,), 570, "r19")
    day = Day("09:00", rules(appointments=(tea,))).works().at("09:30:10").stops().at("09:30:20").works()
    day.happens(events.Snooze(1, 600.0)).at("09:41").stops()
    assert day.until("09:41:10")[-1] == "09:41:04 prompt 2 r19 (pause)"


def test_two_appointments_are_offered_one_after_the_other():
    tea, nap = Appointment("tea", (0,), 570, "r19"), Appointment("nap", (0,), 570, "r20")
    day = Day("09:00", rules(appointments=(tea, nap))).works().at("09:30:10").stops().at("09:30:20").works()
    day.happens(events.NotNow(1)).at("09:36").stops()
    assert [line for line in day.until("09:36:10") if "prompt" in line] == [
        "09:30:14 prompt 1 r19 (pause)",
        "09:36:04 prompt 2 r20 (pause)",
    ]


def test_an_appointment_found_late_waits_no_longer_than_an_hour_from_its_time():
    tea = Appointment("tea", (0,), 570, "r19")
    day = Day("09:00", rules(appointments=(tea,))).works().at("09:10").sleeps("10:10").works()
    assert day.new() == ["10:10:00 credit away", "10:10:00 appointment tea"]
    # The first minute after the return is quiet, and then its hour ends before a pause has come.
    assert day.until("10:40") == ["10:20:00 prompt 1 r19 (bound)", "10:22:00 withdraw 1", "10:30:00 dropped tea"]


def test_an_absence_delays_an_appointment():
    tea = Appointment("tea", (0,), 570, "r19")
    day = Day("09:00", rules(appointments=(tea,))).works().at("09:20").stops().at("09:50").works().at("09:52").stops()
    assert day.until("09:52:10") == [
        "09:25:00 credit away",
        "09:30:00 appointment tea",
        "09:52:04 prompt 1 r19 (return)",
    ]


def test_after_a_missed_offer_the_next_one_waits_as_long_as_the_first():
    day = at_due()
    day.stops()
    assert day.until("10:04")[-1] == "10:02:04 missed 1"
    day.works()
    assert day.until("10:15") == ["10:14:00 prompt 2 move (bound)"]


def test_an_early_offer_that_is_not_taken_comes_again_when_it_is_due():
    day = Day("09:00").works().at("09:20").happens(events.Sensed(Signal.MICROPHONE, on=True)).at("09:51")
    day.happens(events.Sensed(Signal.MICROPHONE, on=False)).at("09:51:11")
    assert day.new()[-1] == "09:51:10 prompt 1 move (call over)"
    assert day.until("10:11") == ["09:53:10 withdraw 1", DUE, "10:10:00 prompt 2 move (bound)"]


def test_an_early_offer_that_a_lock_overtakes_is_void_when_the_break_is_not_near_any_more():
    day = Day("09:00").works().at("09:20").happens(events.Sensed(Signal.MICROPHONE, on=True)).at("09:51")
    day.happens(events.Sensed(Signal.MICROPHONE, on=False)).at("09:51:20").happens(events.Locked()).at("09:52:20")
    day.happens(events.Unlocked()).works()
    assert day.stage == "Counting"


def test_in_a_snooze_a_long_call_brings_the_offer_as_it_ends():
    day = prompted()
    day.happens(events.Snooze(1, 2400.0), events.Sensed(Signal.MICROPHONE, on=True)).at("10:35")
    day.happens(events.Sensed(Signal.MICROPHONE, on=False))
    assert day.until("10:35:10")[-1] == "10:35:10 prompt 2 move (call over)"


def test_during_a_routine_the_end_of_a_call_is_nothing():
    day = Day("09:00").works().at("09:20").happens(events.Sensed(Signal.MICROPHONE, on=True)).at("09:50")
    day.happens(events.PlayNow("r02"), events.RoutineBegan(1, 120.0), events.Sensed(Signal.MICROPHONE, on=False))
    assert day.until("09:50:30")[-1] == "09:50:10 release call"


def test_rules_that_make_a_break_due_give_it_its_whole_wait():
    day = Day("09:00").works().at("09:50")
    day.happens(events.RulesChanged(rules(kinds=(Kind("move", 1800, 120),))))
    assert day.until("10:01") == ["09:50:00 due move", "10:00:00 prompt 1 move (bound)"]


def test_a_routine_of_a_moment_ends_no_row():
    day = prompted()
    day.happens(events.NotNow(1)).at("11:13").happens(events.Start(2), events.RoutineBegan(3, 120.0))
    day.happens(events.RoutineEnded(3, 0.0, finished=False))
    assert day.state.cycle.refusals == 1
    day.happens(events.PlayNow("r02"), events.RoutineBegan(4, 120.0), events.RoutineEnded(4, 50.0, finished=False))
    assert day.state.cycle.refusals == 0
