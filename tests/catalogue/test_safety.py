"""Safe by construction: what the shipped catalogue hides from whom, checked against its own tables and the rules.

The rules are those of evidence 4.1: what every technique, position and region calls for at the least.
"""

from itertools import combinations

import pytest

from unkink.catalogue.health import load_red_flags, load_tags
from unkink.catalogue.load import load
from unkink.domain.body import KIT, TOUCH, Place, Position, Technique
from unkink.domain.choose import Past, Wish, choose
from unkink.domain.health import Flag, Health, Level
from unkink.domain.person import Person

CATALOGUE = load()
EXERCISES = CATALOGUE.exercises.values()
TAGS = tuple(tag.name for tag in load_tags())
LEGS = {"glute", "hip", "groin", "quad", "hamstring", "knee", "shin", "calf", "ankle", "foot"}
SPINE = {"upper-back", "lower-back"}
KIND = {Technique.BREATH, Technique.EYES, Technique.POSTURE}

ALL_TOUCH = {"open-wound", "fracture", "acute-injury", "local-inflammation", "bone-muscle-disease", "recent-surgery"}
PRESSURE = {"bleeding", "cancer", "neuropathy", "lymphoedema", "implant"}
HIDES = {
    Technique.STROKES: ALL_TOUCH,
    Technique.KNEADING: ALL_TOUCH | {"lymphoedema"},
    Technique.DEEP_PRESSURE: ALL_TOUCH | PRESSURE,
    Technique.TENDER_SPOT: ALL_TOUCH | PRESSURE,
    Technique.FOAM_ROLL: ALL_TOUCH | PRESSURE | {"dvt", "osteoporosis"},
    Technique.STRETCH: {"fracture", "acute-injury", "recent-surgery"},
    Technique.MOBILITY: {"fracture", "recent-surgery"},
    Technique.STRENGTH: {"fracture", "acute-injury", "recent-surgery"},
}
CARES = {
    Technique.STROKES: {"bleeding", "cancer", "lymphoedema", "implant", "neuropathy", "sensitised"},
    Technique.KNEADING: {"bleeding", "cancer", "implant", "neuropathy", "sensitised"},
    Technique.DEEP_PRESSURE: {"sensitised", "inflammatory-arthritis"},
    Technique.TENDER_SPOT: {"sensitised", "inflammatory-arthritis"},
    Technique.FOAM_ROLL: {"sensitised", "inflammatory-arthritis", "hypermobility"},
    Technique.STRETCH: {"hypermobility", "implant"},
    Technique.MOBILITY: {"acute-injury"},
    Technique.BREATH: {"lung"},
}
POSITIONS = {Position.FLOOR: {"floor-transfer"}, Position.STANDING: {"no-standing"}, Position.SEATED: set()}
BY_AREA = [
    # technique, where, what hides it there
    (TOUCH, LEGS, "dvt"),
    (TOUCH, {"neck"}, "neck-vascular"),
    ({Technique.KNEADING, Technique.DEEP_PRESSURE, Technique.TENDER_SPOT}, LEGS, "varicose"),
    ({Technique.DEEP_PRESSURE, Technique.TENDER_SPOT}, SPINE | {"ribs"}, "osteoporosis"),
    ({Technique.STRETCH, Technique.STRENGTH}, {"neck"}, "neck-vascular"),
]


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_every_exercise_has_what_its_technique_and_its_position_call_for(exercise):
    told = exercise.hide_if | exercise.care_if
    assert HIDES.get(exercise.technique, set()) <= exercise.hide_if
    assert CARES.get(exercise.technique, set()) <= told
    assert POSITIONS[exercise.position] <= exercise.hide_if


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_every_exercise_has_what_its_main_area_calls_for(exercise):
    for techniques, areas, tag in BY_AREA:
        if exercise.technique in techniques and exercise.areas[0] in areas:
            assert tag in exercise.hide_if


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_every_tag_there_is_is_one_that_can_be_told(exercise):
    assert exercise.hide_if | exercise.care_if <= set(TAGS)
    assert not exercise.hide_if & exercise.care_if


def everybody(*tags: str, **more) -> Person:
    """Return somebody with everything at hand, who has told these tags and minds nothing."""
    flags = tuple(Flag(tag) for tag in tags)
    return Person(Place.FLOOR, kit=frozenset(KIT), touch=True, health=Health(flags=flags, **more))


WISHES = [
    Wish(120),
    Wish(300),
    Wish(60, short=True),
    Wish(300, "roller"),
    Wish(300, "neck"),
    Wish(300, "lower-back"),
    Wish(300, "foot"),
    *(Wish(120, exercise.id) for exercise in list(EXERCISES)[::9]),
    *(Wish(120, routine.id) for routine in CATALOGUE.routines[::4]),
]


def offered(person: Person):
    """Yield the routines that are offered to a person, whatever they wish."""
    for number, wish in enumerate(WISHES):
        choice = choose(CATALOGUE.routines, EXERCISES, wish, person, Past(), lambda n=number: n * 0.37 % 1)
        if choice is not None:
            yield choice.routine


@pytest.mark.parametrize("tag", TAGS)
def test_nobody_is_offered_what_their_tags_hide(tag):
    # Alone, and with every other tag: a pair is looked at once.
    others = [pair for pair in combinations(TAGS, 2) if pair[0] == tag]
    for tags in [(tag,), *others]:
        found = list(offered(everybody(*tags)))
        assert found, f"something is left for {tags}"
        for routine in found:
            for step in routine.steps:
                assert not step.exercise.hide_if & set(tags), f"{routine.id} has {step.exercise.id} for {tags}"


def test_with_every_tag_there_is_something_kind_left():
    [routine, *_] = offered(everybody(*TAGS))
    assert {step.exercise.technique for step in routine.steps} <= KIND


def test_whoever_is_unwell_is_offered_breath_eyes_and_position_alone():
    found = list(offered(everybody(unwell=True)))
    assert found
    assert {step.exercise.technique for routine in found for step in routine.steps} <= KIND


@pytest.mark.parametrize("level", [Level.SAME_DAY, Level.EMERGENCY])
def test_with_a_red_flag_nothing_is_offered(level):
    assert list(offered(everybody(level=level))) == []


def test_until_a_clinician_has_looked_there_is_no_touch_no_roller_and_no_stretch():
    found = list(offered(everybody(level=Level.BOOK)))
    assert found
    assert not {step.exercise.technique for routine in found for step in routine.steps} & (TOUCH | {Technique.STRETCH})


def test_red_flags_are_the_gravest_first_and_each_begins_with_what_to_do():
    flags = load_red_flags()
    assert [flag.level for flag in flags] == sorted((flag.level for flag in flags), reverse=True)
    assert {flag.level for flag in flags} == {Level.BOOK, Level.SAME_DAY, Level.EMERGENCY}
    for flag in flags:
        first = flag.says.split(".")[0]
        assert len(first) <= 60, first
