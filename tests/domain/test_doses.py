"""How much of what presses an area may have in a day (evidence 3.1)."""

from dataclasses import replace

import pytest

from tests.domain.test_health import SHOULDER
from unkink.domain.body import Technique
from unkink.domain.doses import PER_DAY, spent, within
from unkink.domain.routine import Routine, Step


def routine(technique: Technique, seconds: float, sets: int = 1, area: str = "shoulder") -> Routine:
    exercise = replace(SHOULDER, technique=technique, areas=(area, "neck"))
    return Routine("r", "R", "", "", evening=False, steps=(Step(exercise, seconds, sets),))


@pytest.mark.parametrize("technique", [Technique.DEEP_PRESSURE, Technique.FOAM_ROLL])
def test_an_area_has_so_many_seconds_a_day_on_each_side(technique):
    minute = routine(technique, 60)
    assert within(minute, {})
    assert within(minute, spent([minute]))
    assert not within(minute, spent([minute, minute]))
    assert not within(routine(technique, 61, sets=2), {})


def test_a_tender_spot_is_held_once_a_day_for_each_area():
    held = routine(Technique.TENDER_SPOT, 30)
    assert within(held, {})
    assert not within(held, spent([held]))
    assert within(routine(Technique.TENDER_SPOT, 30, area="glute"), spent([held]))


def test_each_technique_has_its_own():
    assert within(routine(Technique.TENDER_SPOT, 30), spent([routine(Technique.DEEP_PRESSURE, 120)]))


@pytest.mark.parametrize("technique", set(Technique) - set(PER_DAY))
def test_what_does_not_press_has_no_limit(technique):
    assert within(routine(technique, 3600), spent([routine(technique, 3600)]))


def test_an_exercise_counts_for_its_main_area():
    assert spent([routine(Technique.FOAM_ROLL, 30, sets=2)]) == {(Technique.FOAM_ROLL, "shoulder"): 60}
