"""How much of a technique an area may have in a day (evidence 3.1).

Only what presses is limited: strokes, stretches and movement have no dose that does harm.
"""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from unkink.domain.body import Technique
from unkink.domain.routine import Exercise, Routine
from unkink.domain.units import Seconds

Spent: TypeAlias = Mapping[tuple[Technique, str], Seconds]
"""Seconds of each technique that each area has had today, on one side."""

PER_DAY: Mapping[Technique, Seconds] = {
    Technique.DEEP_PRESSURE: 120.0,
    Technique.TENDER_SPOT: 90.0,
    Technique.FOAM_ROLL: 120.0,
}
"""Seconds a day for one area on one side. Rolling has its limit for one session; there is one such session a day."""
ONCE = (Technique.TENDER_SPOT,)
"""What an area has once a day, however short."""


def spent(routines: Iterable[Routine]) -> dict[tuple[Technique, str], Seconds]:
    """Return what these routines have spent; an exercise counts for its main area."""
    found: dict[tuple[Technique, str], Seconds] = {}
    for routine in routines:
        for step in routine.steps:
            if step.exercise.technique in PER_DAY:
                key = _key(step.exercise)
                found[key] = found.get(key, 0.0) + step.seconds * step.sets
    return found


def within(routine: Routine, before: Spent) -> bool:
    """Return whether a routine keeps within the doses of a day on which `before` was spent."""
    for key, seconds in spent((routine,)).items():
        had = before.get(key, 0.0)
        if had + seconds > PER_DAY[key[0]] or (had and key[0] in ONCE):
            return False
    return True


def _key(exercise: Exercise) -> tuple[Technique, str]:
    return exercise.technique, exercise.areas[0]
