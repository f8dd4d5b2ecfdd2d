"""A routine made at run time: as long as wanted, in the order in which a massage goes, each area in its turn."""

import random

import pytest

from unkink.catalogue.load import load
from unkink.domain.body import Place, Technique
from unkink.domain.compose import ORDER, compose, composed
from unkink.domain.doses import within

EXERCISES = tuple(load().exercises.values())


def made(minutes: float, *areas: str, allowed=lambda routine: True, seed: int = 1):
    return compose(EXERCISES, minutes * 60, areas, allowed, random.Random(seed).random)


@pytest.mark.parametrize("minutes", [1, 2, 3, 5, 10])
@pytest.mark.parametrize("areas", [(), ("neck",), ("lower-back", "hip"), ("hand", "shoulder", "foot")])
@pytest.mark.parametrize("seed", range(5))
def test_it_is_never_longer_than_wanted_and_nearly_as_long(minutes, areas, seed):
    routine = made(minutes, *areas, seed=seed)
    assert routine.seconds <= minutes * 60
    assert routine.seconds >= minutes * 60 * 0.6 or len(routine.steps) >= 6


@pytest.mark.parametrize("seed", range(20))
def test_strokes_come_first_then_what_is_aimed_then_stretches_and_breath_last(seed):
    order = [ORDER[step.exercise.technique] for step in made(8, "lower-back", "shoulder", "ribs", seed=seed).steps]
    assert order == sorted(order)


def test_every_technique_has_its_place():
    assert set(ORDER) == set(Technique)
    assert (
        ORDER[Technique.STROKES] < ORDER[Technique.DEEP_PRESSURE] < ORDER[Technique.STRETCH] < ORDER[Technique.BREATH]
    )


@pytest.mark.parametrize("seed", range(10))
def test_every_area_has_its_turn_before_any_has_a_second(seed):
    areas = ("neck", "hip", "foot")
    routine = made(5, *areas, seed=seed)
    turns = [sum(area in step.exercise.areas for step in routine.steps) for area in areas]
    assert min(turns) >= 1


@pytest.mark.parametrize("seed", range(10))
def test_no_exercise_comes_twice_and_no_technique_twice_for_one_area(seed):
    steps = made(10, "shoulder", seed=seed).steps
    assert len({step.exercise.id for step in steps}) == len(steps)
    kinds = [(step.exercise.technique, step.exercise.areas[0]) for step in steps]
    assert len(set(kinds)) == len(kinds)


def test_what_is_not_allowed_is_not_in_it():
    at_desk = made(5, allowed=lambda routine: routine.place is Place.DESK)
    assert at_desk.place is Place.DESK
    assert within(made(10, "glute", allowed=lambda routine: within(routine, {})), {})


def test_where_nothing_may_be_in_it_there_is_none():
    assert made(5, allowed=lambda routine: False) is None
    assert made(0.1) is None


def test_other_chance_makes_another_one():
    assert len({made(4, "neck", "shoulder", seed=seed).id for seed in range(12)}) > 3


def test_a_dose_is_shortened_but_not_below_what_makes_sense():
    for seed in range(30):
        for step in made(1.2, "hamstring", seed=seed).steps:
            assert step.seconds >= min(15, step.exercise.seconds)
            assert step.seconds <= step.exercise.seconds


def test_it_can_be_found_again_by_its_id():
    routine = made(5, "neck", "foot")
    assert composed(routine.id, load().exercises) == routine


@pytest.mark.parametrize(
    "id_", ["", "own", "own+", "r02", "own+nk-01", "own+nk-01x20", "own+nk-01x-5x1", "own+xx-99x20x1", "our+nk-01x20x1"]
)
def test_another_id_means_none(id_):
    assert composed(id_, load().exercises) is None


def test_it_is_called_after_what_is_in_it():
    routine = made(3, "neck")
    assert routine.name == ", ".join(step.exercise.name for step in routine.steps[:2])
