"""What is offered to whom, and the reason: hard filters first, then the score."""

import random

import pytest

from unkink.catalogue.load import load
from unkink.domain.body import Place, Position, Technique
from unkink.domain.choose import Past, Reason, Wish, choose
from unkink.domain.person import Person
from unkink.domain.units import DAY, HOUR

CATALOGUE = load()
EVERYTHING = Person(place=Place.FLOOR, kit=frozenset({"foam-roller", "massage-ball", "mat", "towel"}), touch=True)


def chosen(wish=None, person=None, past=None, chance=lambda: 0.0):
    return choose(
        CATALOGUE.routines,
        CATALOGUE.exercises.values(),
        wish or Wish(120),
        person or Person(),
        past or Past(),
        chance,
    )


def many(wish, person, times=200):
    """Return every routine that chance can bring."""
    rng = random.Random(3)
    past, found = Past(), set()
    for _ in range(times):
        choice = chosen(wish, person, past, rng.random)
        assert choice is not None
        found.add(choice.routine.id)
        past = Past(recent=(choice.routine.id, *past.recent)[:3])
    return found


def test_a_new_person_gets_only_what_needs_no_touch_no_kit_and_no_floor():
    assert many(Wish(180), Person()) == {"r02", "r03", "r16"}


def test_without_the_touch_notice_no_routine_with_touch_is_chosen():
    person = Person(place=Place.FLOOR, kit=EVERYTHING.kit, touch=False)
    for routine in (choice for choice in many(Wish(300), person)):
        found = CATALOGUE.routine(routine)
        assert found is None or not found.touch


def test_kit_that_is_not_there_is_not_asked_for():
    assert "r19" not in many(Wish(180), Person(place=Place.FLOOR, touch=True))
    assert "r19" in many(Wish(180), EVERYTHING)


def test_at_the_desk_nothing_needs_room():
    for id_ in many(Wish(180), Person(place=Place.DESK)):
        routine = CATALOGUE.routine(id_)
        assert routine is not None
        assert routine.place is Place.DESK


def test_with_a_camera_on_nothing_would_be_seen():
    assert many(Wish(180), Person(place=Place.FLOOR, camera=True)) <= {"r02", "r03"}


def test_a_position_is_kept():
    for id_ in many(Wish(180), Person(position=Position.STANDING)):
        assert {step.exercise.position for step in CATALOGUE.routine(id_).steps} == {Position.STANDING}


def test_techniques_one_would_rather_not_have_are_left_out():
    person = Person(rather_not=frozenset({Technique.STRETCH}))
    assert many(Wish(180), person) == {"r03"}


def test_hidden_by_a_tag_means_never():
    person = Person(tags=frozenset({"neck-vascular"}))
    for id_ in many(Wish(180), person):
        assert not any("neck-vascular" in step.exercise.hide_if for step in CATALOGUE.routine(id_).steps)


def test_never_means_never_for_routines_and_exercises():
    assert many(Wish(180), Person(never=frozenset({"r02", "hp-01"}))) == {"r03"}
    assert chosen(Wish(120, "r16"), Person(never=frozenset({"hp-01"}))) is None


def test_a_quarter_longer_is_let_pass_and_no_more():
    assert "r16" in many(Wish(108), Person()), "135 s is a quarter more than 108 s"
    assert "r16" not in many(Wish(107), Person())


def test_where_nothing_is_short_enough_a_single_exercise_will_do():
    choice = chosen(Wish(35))
    assert choice is not None
    assert choice.routine.id in CATALOGUE.exercises
    assert 30 <= choice.routine.seconds <= 60


def test_a_short_offer_is_half_a_minute_to_a_minute_at_the_desk():
    for id_ in many(Wish(300, short=True), EVERYTHING):
        exercise = CATALOGUE.exercises[id_]
        assert exercise.place is Place.DESK


def test_what_is_named_is_chosen_with_or_without_room_for_it():
    choice = chosen(Wish(60, "r19"), Person())
    assert (choice.routine.id, choice.reason) == ("r19", Reason.NAMED)
    assert chosen(Wish(60, "nk-01")).routine.id == "nk-01"
    assert chosen(Wish(60, "nk-01"), Person(tags=frozenset({"fracture"}))) is None


def test_a_place_and_a_roller_and_an_area_can_be_asked_for():
    assert chosen(Wish(180, "desk"), EVERYTHING).routine.place is Place.DESK
    assert "foam-roller" in chosen(Wish(180, "roller"), EVERYTHING).routine.kit
    assert chosen(Wish(180, "roller"), Person()) is None
    assert "hip" in chosen(Wish(180, "hip"), EVERYTHING).routine.area_seconds


def test_cared_for_areas_come_first_and_say_so():
    choice = chosen(Wish(180), Person(areas=frozenset({"lower-back"})), Past(worked={"lower-back": 2 * DAY}))
    assert (choice.routine.id, choice.reason, choice.about, choice.rested) == (
        "r16",
        Reason.CARES,
        "lower-back",
        2 * DAY,
    )


def test_what_was_not_moved_for_longest_is_preferred():
    past = Past(worked=dict.fromkeys(("neck", "shoulder", "chest", "upper-back"), HOUR))
    choice = chosen(Wish(120), Person(), past)
    assert choice.routine.id == "r16"
    assert choice.reason is Reason.RESTED


def test_what_one_owns_is_used_and_said():
    person = Person(kit=frozenset({"foam-roller"}), touch=True)
    choice = chosen(Wish(95, "roller"), person)
    assert (choice.routine.id, choice.reason, choice.about) == ("r20", Reason.KIT, "foam-roller")


def test_nothing_of_the_last_three_comes_again_while_there_is_something_else():
    choice = chosen(Wish(180), Person(), Past(recent=("r02", "r03")))
    assert choice.routine.id == "r16"


def test_everything_done_today_is_still_short_and_easy():
    past = Past(worked=dict.fromkeys(("neck", "shoulder"), 60.0))
    assert chosen(Wish(60), Person(place=Place.DESK), past).reason is Reason.SHORT


def test_the_evening_has_routines_of_its_own():
    from dataclasses import replace

    evening = [replace(routine, evening=routine.id == "r03") for routine in CATALOGUE.routines]
    for late, reason in ((True, Reason.EVENING), (False, None)):
        choice = choose(evening, (), Wish(90, evening=late), Person(), Past(), lambda: 0.0)
        assert (choice.routine.id == "r03") is late
        assert reason is None or choice.reason is reason


def test_nobody_is_left_without_an_answer_when_nothing_fits():
    person = Person(tags=frozenset({"fracture", "recent-surgery", "acute-injury"}), rather_not=frozenset(Technique))
    assert chosen(Wish(60), person) is None


@pytest.mark.parametrize("seed", range(3))
def test_the_same_chance_chooses_the_same(seed):
    assert chosen(chance=random.Random(seed).random) == chosen(chance=random.Random(seed).random)
