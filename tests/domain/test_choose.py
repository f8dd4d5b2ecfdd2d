"""What is offered to whom, and the reason: hard filters first, then the score."""

import random
from dataclasses import replace

import pytest

from unkink.catalogue.load import Catalogue, load
from unkink.domain.body import AREAS, Place, Position, Technique
from unkink.domain.choose import Past, Reason, Wish, choose
from unkink.domain.health import Flag, Health
from unkink.domain.person import Person
from unkink.domain.routine import single
from unkink.domain.units import DAY, HOUR

FEW = ("r02", "r03", "r06", "r15", "r16", "r19", "r20")


def small() -> Catalogue:
    """Return a catalogue one can keep in one's head: seven of the shipped routines and what is in them."""
    routines = tuple(routine for routine in load().routines if routine.id in FEW)
    return Catalogue({step.exercise.id: step.exercise for r in routines for step in r.steps}, routines)


CATALOGUE = small()
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


def tagged(*tags: str) -> Health:
    return Health(flags=tuple(Flag(tag) for tag in tags))


def many(wish, person, times=200):
    """Return the routines that chance can bring, by id; those that were made at run time are among them."""
    rng = random.Random(3)
    past, found = Past(), {}
    for _ in range(times):
        choice = chosen(wish, person, past, rng.random)
        assert choice is not None
        found[choice.routine.id] = choice.routine
        past = Past(recent=(choice.routine.id, *past.recent)[:3])
    return found


def test_a_new_person_gets_only_what_needs_no_touch_no_kit_and_no_floor():
    found = many(Wish(180), Person())
    assert {"r02", "r03", "r16"} <= set(found)
    for routine in found.values():
        assert (routine.touch, routine.kit & {"foam-roller", "massage-ball", "mat", "towel"}) == (False, set())
        assert routine.place <= Place.ROOM


def test_without_the_touch_notice_no_routine_with_touch_is_chosen():
    person = Person(place=Place.FLOOR, kit=EVERYTHING.kit, touch=False)
    assert not any(routine.touch for routine in many(Wish(300), person).values())


def test_kit_that_is_not_there_is_not_asked_for():
    assert "r19" not in many(Wish(180), Person(place=Place.FLOOR, touch=True))
    assert "r19" in many(Wish(180), EVERYTHING)


def test_at_the_desk_nothing_needs_room():
    assert {routine.place for routine in many(Wish(180), Person(place=Place.DESK)).values()} == {Place.DESK}


def test_with_a_camera_on_nothing_would_be_seen():
    found = many(Wish(180), Person(place=Place.FLOOR, camera=True))
    assert {routine.place for routine in found.values()} == {Place.DESK}


def test_a_position_is_kept():
    for routine in many(Wish(180), Person(position=Position.STANDING)).values():
        assert {step.exercise.position for step in routine.steps} == {Position.STANDING}


def test_techniques_one_would_rather_not_have_are_left_out():
    person = Person(rather_not=frozenset({Technique.STRETCH}))
    for routine in many(Wish(180), person).values():
        assert Technique.STRETCH not in {step.exercise.technique for step in routine.steps}


def test_hidden_by_a_tag_means_never():
    person = Person(health=tagged("neck-vascular"))
    for routine in many(Wish(180), person).values():
        assert not any("neck-vascular" in step.exercise.hide_if for step in routine.steps)


def test_never_means_never_for_routines_and_exercises():
    found = many(Wish(180), Person(never=frozenset({"r02", "hp-01"})))
    assert "r02" not in found
    assert not any(step.exercise.id == "hp-01" for routine in found.values() for step in routine.steps)
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
    assert chosen(Wish(60, "nk-01"), Person(health=tagged("fracture"))) is None


def test_a_place_and_a_roller_and_an_area_can_be_asked_for():
    assert chosen(Wish(180, "desk"), EVERYTHING).routine.place is Place.DESK
    assert "foam-roller" in chosen(Wish(180, "roller"), EVERYTHING).routine.kit
    assert chosen(Wish(180, "roller"), Person()) is None
    assert "hip" in chosen(Wish(180, "hip"), EVERYTHING).routine.area_seconds


def test_cared_for_areas_come_first_and_say_so():
    choice = chosen(Wish(180), Person(areas=frozenset({"lower-back"})), Past(worked={"lower-back": DAY}))
    assert (choice.routine.id, choice.reason, choice.about, choice.rested) == ("r16", Reason.CARES, "lower-back", DAY)


def test_an_area_they_care_about_that_had_nothing_for_two_days_gets_a_routine_of_its_own():
    whole = load()
    elsewhere = [routine for routine in whole.routines if "chest" not in routine.area_seconds]
    person = Person(place=Place.DESK, areas=frozenset({"chest"}))

    def best(ago: float):
        past = Past(worked={"chest": ago})
        return choose(elsewhere, whole.exercises.values(), Wish(180), person, past, lambda: 0.5)

    assert best(HOUR).routine in elsewhere
    choice = best(2 * DAY)
    assert choice.routine.id.startswith("own+")
    assert set(choice.routine.steps[0].exercise.areas) & {"chest"}
    assert (choice.reason, choice.about, choice.rested) == (Reason.CARES, "chest", 2 * DAY)


def test_without_a_written_one_left_a_routine_is_made():
    choice = chosen(Wish(180), Person(place=Place.DESK), Past(recent=("r02", "r03")))
    assert choice.routine.id.startswith("own+")
    assert choice.routine.seconds <= 180


def test_what_was_rated_worse_twice_does_not_come_again_and_once_seldom():
    worse = Past(worse={"r16": 2, "nk-01": 2})
    rng = random.Random(3)
    found = [chosen(Wish(180), Person(), worse, rng.random).routine for _ in range(50)]
    assert not any(routine.id == "r16" for routine in found)
    assert not any(step.exercise.id == "nk-01" for routine in found for step in routine.steps)
    back = Person(areas=frozenset({"lower-back"}))
    assert chosen(Wish(180), back, Past(worked={"lower-back": HOUR})).routine.id == "r16"
    assert chosen(Wish(180), back, Past(worked={"lower-back": HOUR}, worse={"r16": 1})).routine.id != "r16"


def test_where_something_was_worse_the_lighter_one_comes():
    neck = Wish(60, "neck", short=True)
    firm = replace(CATALOGUE.exercises["nk-01"], id="firm", intensity=3)
    light = replace(CATALOGUE.exercises["nk-01"], id="light", intensity=1)

    def best(past: Past) -> str:
        return choose((), (firm, light), neck, Person(), past, lambda: 0.0).routine.id

    assert best(Past()) == "firm", "the first of two that are alike"
    assert best(Past(worse={"firm": 1})) == "light"


def test_the_dose_of_a_day_is_kept():
    ball = Person(kit=frozenset({"massage-ball"}), touch=True)
    spent = {(Technique.TENDER_SPOT, "shoulder"): 30.0, (Technique.TENDER_SPOT, "upper-back"): 30.0}
    assert "r15" in many(Wish(200), ball)
    assert chosen(Wish(200, "shoulder"), ball, Past(spent=spent)).routine.id != "r15"


@pytest.mark.parametrize(
    ("wish", "reason", "about"), [(Wish(150, typed=True), "typed", "shoulder"), (Wish(150, sat=True), "sat", "hip")]
)
def test_long_typing_is_for_hands_and_shoulders_and_long_sitting_for_hips(wish, reason, about):
    past = Past(worked=dict.fromkeys(AREAS, HOUR))
    routines = [r for r in CATALOGUE.routines if r.id in ("r03", "hp")] + [single(CATALOGUE.exercises["hp-01"])]
    choice = choose(routines, (), wish, Person(), past, lambda: 0.0)
    assert (choice.reason.value, choice.about) == (reason, about)


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
    evening = [replace(routine, evening=routine.id == "r03") for routine in CATALOGUE.routines]
    for late, reason in ((True, Reason.EVENING), (False, None)):
        choice = choose(evening, (), Wish(90, evening=late), Person(), Past(), lambda: 0.0)
        assert (choice.routine.id == "r03") is late
        assert reason is None or choice.reason is reason


def test_nobody_is_left_without_an_answer_when_nothing_fits():
    person = Person(health=tagged("fracture", "recent-surgery", "acute-injury"), rather_not=frozenset(Technique))
    assert chosen(Wish(60), person) is None


@pytest.mark.parametrize("seed", range(3))
def test_the_same_chance_chooses_the_same(seed):
    assert chosen(chance=random.Random(seed).random) == chosen(chance=random.Random(seed).random)
