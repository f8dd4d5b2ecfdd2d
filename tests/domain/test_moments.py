"""Good moments: which there are, and which a person likes."""

from datetime import datetime

import pytest

from tests.script import Day, rules
from unkink.domain import events
from unkink.domain.effects import Cause
from unkink.domain.moments import Part, Tally, counted, disliked, part_of
from unkink.domain.outlook import outlook
from unkink.domain.rules import AfterWait
from unkink.domain.signals import Signal

NINE = datetime(2026, 3, 2, 9)


@pytest.mark.parametrize(
    ("clock", "part"),
    [
        ("04:00", Part.MORNING),
        ("10:59", Part.MORNING),
        ("11:00", Part.MIDDAY),
        ("13:59", Part.MIDDAY),
        ("14:00", Part.AFTERNOON),
        ("17:59", Part.AFTERNOON),
        ("18:00", Part.EVENING),
        ("23:30", Part.EVENING),
        ("00:00", Part.EVENING),
        ("03:59", Part.EVENING),
    ],
)
def test_a_day_has_four_parts(clock, part):
    assert part_of(datetime.fromisoformat(f"2026-03-02T{clock}")) is part


def test_offers_are_counted_for_each_kind_of_moment_and_part_of_the_day():
    tallies = counted((), Cause.PAUSE, NINE, accepted=True)
    tallies = counted(tallies, Cause.PAUSE, NINE, accepted=False)
    tallies = counted(tallies, Cause.WINDOW, NINE, accepted=True)
    tallies = counted(tallies, Cause.PAUSE, NINE.replace(hour=15), accepted=True)
    assert set(tallies) == {
        Tally(Cause.PAUSE, Part.MORNING, 2, 1),
        Tally(Cause.WINDOW, Part.MORNING, 1, 1),
        Tally(Cause.PAUSE, Part.AFTERNOON, 1, 1),
    }


@pytest.mark.parametrize("cause", [Cause.BOUND, Cause.ASKED])
def test_what_was_no_choice_of_a_moment_is_not_counted(cause):
    assert counted((), cause, NINE, accepted=True) == ()


def tallies(pause: tuple[int, int], window: tuple[int, int], part: Part = Part.MORNING) -> tuple[Tally, ...]:
    return (Tally(Cause.PAUSE, part, *pause), Tally(Cause.WINDOW, part, *window))


@pytest.mark.parametrize(
    ("pause", "window", "found"),
    [
        ((10, 1), (10, 8), True),
        ((10, 4), (10, 8), False),  # half as often is not less than half
        ((10, 3), (10, 8), True),
        ((10, 1), (9, 8), False),  # nineteen offers are too few
        ((19, 0), (1, 1), True),
        ((20, 0), (20, 0), False),  # nothing is liked better
    ],
)
def test_disliked_is_what_is_accepted_less_than_half_as_often_as_the_best(pause, window, found):
    assert disliked(tallies(pause, window), Cause.PAUSE, NINE) is found


def test_what_was_never_offered_is_not_disliked():
    assert not disliked((Tally(Cause.WINDOW, Part.MORNING, 30, 30),), Cause.PAUSE, NINE)


def test_other_parts_of_the_day_say_nothing():
    assert not disliked(tallies((10, 1), (10, 8), Part.EVENING), Cause.PAUSE, NINE)


# -- in a day ------------------------------------------------------------------------------------


def knowing(learned: tuple[Tally, ...], start: str = "09:00", **more) -> Day:
    """Return a day of somebody of whom so much is known."""
    from dataclasses import fields

    day = Day(start, rules(**more)).works()
    cycle = day.state.cycle
    values = {field.name: getattr(cycle, field.name) for field in fields(cycle)} | {"tallies": learned}
    day.state = type(day.state)(
        **{f.name: getattr(day.state, f.name) for f in fields(day.state)} | {"cycle": type(cycle)(**values)}
    )
    return day


DISLIKES_PAUSES = tallies((10, 1), (10, 9))


def test_a_disliked_moment_is_passed_over_until_half_the_wait_is_gone():
    day = knowing(DISLIKES_PAUSES).at("10:02").stops().at("10:02:20").works()
    assert "prompt" not in " ".join(day.new())
    day.at("10:05:30").stops()
    assert day.until("10:05:40")[-1] == "10:05:34 prompt 1 move (pause)"


def test_a_pause_that_goes_on_past_half_the_wait_will_do():
    day = knowing(DISLIKES_PAUSES).at("10:04:30").stops()
    assert day.until("10:05:10")[-1] == "10:05:00 prompt 1 move (pause)"


def test_one_that_is_liked_comes_at_once():
    day = knowing(DISLIKES_PAUSES).at("10:02").stops().happens(events.WindowChanged())
    assert day.until("10:02:03")[-1] == "10:02:02 prompt 1 move (window)"


def test_no_prompt_is_later_than_the_bound_whatever_was_learned():
    assert knowing(DISLIKES_PAUSES).until("10:11")[-1] == "10:10:00 prompt 1 move (bound)"


def test_learning_can_be_turned_off():
    day = knowing(DISLIKES_PAUSES, learn=False).at("10:02").stops()
    assert day.until("10:02:05")[-1] == "10:02:04 prompt 1 move (pause)"


def test_what_is_passed_over_is_told():
    day = knowing(DISLIKES_PAUSES).at("10:02")
    assert outlook(day.state).passing_over == (Cause.PAUSE,)
    assert outlook(day.at("10:05").state).passing_over == ()
    assert outlook(Day("09:00").works().at("10:02").state).passing_over == ()


def answered(how: events.Event | None) -> list[tuple[int, int]]:
    """Return what is counted when an offer at a pause is answered so."""
    day = Day("09:00").works().at("10:02").stops().at("10:02:04").works()
    if how is not None:
        day.happens(how)
    day.at("10:04:04")
    return [(tally.offers, tally.accepted) for tally in day.state.cycle.tallies]


def test_starting_is_accepting_and_everything_else_is_not():
    assert answered(events.Start(1)) == [(1, 1)]
    assert answered(events.Snooze(1, 600.0)) == [(1, 0)]
    assert answered(events.NotNow(1)) == [(1, 0)]
    assert answered(None) == [(1, 0)]


def test_an_offer_that_was_overtaken_or_missed_is_not_counted():
    assert answered(events.Locked()) == []
    assert Day("09:00").works().at("10:02").stops().at("10:05").state.cycle.tallies == ()


def test_an_offer_ignored_twice_is_counted_twice():
    day = Day("09:00").works().at("10:02").stops().at("10:02:05").works().at("10:15").stops().at("10:15:05").works()
    day.at("10:20")
    assert day.state.cycle.tallies == (Tally(Cause.PAUSE, Part.MORNING, 2, 0),)


# -- which moments there are ----------------------------------------------------------------------


def test_another_window_and_no_key_for_two_seconds_is_a_moment():
    day = Day("09:00").works().at("10:02").stops().happens(events.WindowChanged())
    assert day.until("10:02:10")[-1] == "10:02:02 prompt 1 move (window)"


def test_a_window_that_comes_with_the_click_that_is_the_last_input_counts():
    day = Day("09:00").works().at("10:02").happens(events.WindowChanged()).at("10:02:01").stops()
    assert day.until("10:02:10")[-1] == "10:02:03 prompt 1 move (window)"


def test_a_window_long_before_the_hands_came_off_the_keys_is_none():
    day = Day("09:00").works().at("10:02").happens(events.WindowChanged()).at("10:02:02").stops()
    assert day.until("10:02:10")[-1] == "10:02:06 prompt 1 move (pause)"


def test_a_window_that_comes_in_the_middle_of_a_pause_is_one():
    day = Day("09:00").works().at("10:02").stops().at("10:02:01").happens(events.WindowChanged())
    assert day.until("10:02:10")[-1] == "10:02:03 prompt 1 move (window)"


def test_keys_after_it_make_it_none():
    day = Day("09:00").works().at("10:02").stops().happens(events.WindowChanged()).at("10:02:01").works()
    assert "prompt" not in " ".join(day.until("10:03"))


def test_a_window_that_comes_to_an_empty_desk_is_none():
    day = Day("09:00").works().at("09:58:50").stops().at("10:00:10").happens(events.WindowChanged())
    assert "prompt" not in " ".join(day.until("10:00:30"))


def test_the_first_pause_after_a_return_belongs_to_it():
    day = Day("09:00").works().at("09:57").stops().at("10:01").works().at("10:03").stops()
    assert day.until("10:03:10")[-1] == "10:03:04 prompt 1 move (return)"
    day = Day("09:00").works().at("09:52").stops().at("09:55").works().at("10:03").stops()
    assert day.until("10:03:10")[-1] == "10:03:04 prompt 1 move (pause)"


def test_the_end_of_a_call_is_one_and_the_badge_tells_only_where_no_moment_came():
    badge = rules(after_wait=AfterWait.BADGE)
    day = Day("09:00", badge).works().at("09:50").happens(events.Sensed(Signal.CAMERA, on=True)).at("10:05")
    day.happens(events.Sensed(Signal.CAMERA, on=False))
    assert day.until("10:06")[-1] == "10:05:10 prompt 1 move (call over)"
