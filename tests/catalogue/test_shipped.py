"""What is shipped: enough to do, in words that can be followed, and a figure for each."""

import json
import tomllib
from pathlib import Path

import pytest

from unkink.catalogue.figures import Figures
from unkink.catalogue.load import load
from unkink.domain.body import AREAS, FURNITURE, KIT, Place, Technique
from unkink.paths import package

CATALOGUE = load()
EXERCISES = tuple(CATALOGUE.exercises.values())

every_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
every_routine = pytest.mark.parametrize("routine", CATALOGUE.routines, ids=lambda routine: routine.id)


def tables():
    """Every figure's table as it was written."""
    found = {}
    for file in sorted(Path(package("catalogue", "figures")).glob("*.toml")):
        found |= tomllib.loads(file.read_text(encoding="utf-8"))
    return found


def test_there_is_enough_to_choose_from():
    assert len(EXERCISES) >= 12
    assert len(CATALOGUE.routines) >= 6
    assert sum("foam-roller" in exercise.kit for exercise in EXERCISES) >= 3
    assert sum(routine.place is Place.DESK for routine in CATALOGUE.routines) >= 2


@pytest.mark.parametrize(
    "technique",
    [Technique.KNEADING, Technique.STROKES, Technique.TENDER_SPOT, Technique.STRETCH, Technique.FOAM_ROLL],
)
def test_every_technique_that_was_promised_is_there_and_in_a_routine(technique):
    assert any(exercise.technique is technique for exercise in EXERCISES)
    used = {step.exercise.technique for routine in CATALOGUE.routines for step in routine.steps}
    assert technique in used


def test_some_routine_needs_nothing_but_what_every_desk_has_and_no_touch():
    plain = [
        routine
        for routine in CATALOGUE.routines
        if routine.place is Place.DESK and routine.kit <= {*FURNITURE} and not routine.touch
    ]
    assert plain, "whoever has not confirmed the touch notice has something to do at the desk"


@every_exercise
def test_an_exercise_is_in_the_vocabulary_of_bodies_and_rooms(exercise):
    assert set(exercise.areas) <= set(AREAS)
    assert exercise.areas
    assert exercise.kit <= {*KIT, *FURNITURE}
    assert exercise.intensity in (1, 2, 3)
    assert 5 <= exercise.seconds <= 300
    assert exercise.sets >= 1
    assert not exercise.hide_if & exercise.care_if, "what hides it need not ask for care"


@every_exercise
def test_an_exercise_can_be_followed_by_its_words(exercise):
    assert 2 <= len(exercise.steps) <= 6
    for sentence in (*exercise.steps, exercise.feel, exercise.stop):
        assert sentence == sentence.strip()
        assert sentence.endswith(".")
        assert "!" not in sentence


@every_routine
def test_a_routine_takes_from_half_a_minute_to_five(routine):
    assert routine.steps
    assert 30 <= routine.seconds <= 300
    assert routine.name
    assert routine.when


def test_no_two_have_one_name():
    for things in (EXERCISES, CATALOGUE.routines):
        assert len({thing.name for thing in things}) == len(things)


def test_an_id_stands_in_one_file_only():
    found = []
    for file in sorted(Path(package("catalogue", "exercises")).glob("*.toml")):
        found += tomllib.loads(file.read_text(encoding="utf-8"))
    assert sorted(found) == sorted(CATALOGUE.exercises)
    assert len(found) == len(set(found))


@every_exercise
def test_every_exercise_has_a_figure_with_its_name(exercise):
    figure = Figures().of(exercise)
    assert (figure.id, figure.title) == (exercise.id, exercise.name)
    assert figure.seconds > 0
    assert figure.key_poses


def test_every_exercise_has_a_figure_of_its_own_and_no_figure_is_left_over():
    written = tables()
    assert set(written) == set(CATALOGUE.exercises)
    bodies = [
        json.dumps({key: table.get(key) for key in ("poses", "timeline", "props")}, sort_keys=True)
        for table in written.values()
    ]
    assert len(set(bodies)) == len(bodies)


LONG = 14
"""A step of so many words has a short form, to be read from two metres away."""


@pytest.mark.parametrize("exercise", load().exercises.values(), ids=lambda exercise: exercise.id)
def test_what_is_read_while_moving_is_short(exercise):
    assert len(exercise.short) in (0, len(exercise.steps))
    for step, brief in zip(exercise.steps, exercise.short, strict=False):
        assert bool(brief) == (len(step.split()) >= LONG), step
    for brief in exercise.brief:
        assert len(brief.split()) < LONG, brief


@pytest.mark.parametrize("exercise", load().exercises.values(), ids=lambda exercise: exercise.id)
def test_it_can_be_read_in_the_time_it_takes(exercise):
    words = len(" ".join(exercise.brief).split())
    assert words / 3 <= exercise.seconds * exercise.sets * (2 if exercise.sided else 1)
