"""A routine made at run time of exercises, in the order in which a massage goes: strokes first, stretches last.

The order is that of evidence 1: long strokes and kneading, then what is aimed at one place, then stretches and easy
movement, breath at the end.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from unkink.domain.body import Technique
from unkink.domain.routine import CHANGE, Exercise, Routine, Step
from unkink.domain.units import Seconds

ORDER: Mapping[Technique, int] = {
    Technique.POSTURE: 0,
    Technique.STROKES: 1,
    Technique.KNEADING: 2,
    Technique.DEEP_PRESSURE: 3,
    Technique.TENDER_SPOT: 3,
    Technique.FOAM_ROLL: 3,
    Technique.STRENGTH: 4,
    Technique.MOBILITY: 5,
    Technique.STRETCH: 6,
    Technique.EYES: 7,
    Technique.BREATH: 8,
}
"""Which comes before which; what has the same number may come in any order."""
LEAST: Seconds = 15.0
"""No exercise is made shorter than this on one side."""
OWN = "own"
"""The id of a routine that was made at run time begins with this; its exercises and their doses follow."""
NAMED = 2
"""It is called after so many of its exercises."""


def compose(
    exercises: Iterable[Exercise],
    length: Seconds,
    areas: Sequence[str],
    allowed: Callable[[Routine], bool],
    chance: Callable[[], float],
) -> Routine | None:
    """Return a routine of about a length for some areas; None where nothing may be in it.

    Every area has its turn before any has a second one, and no technique comes twice for the same main area.

    Args:
        exercises: all there are.
        length: seconds, change-overs counted; it is never exceeded.
        areas: the areas wanted, the most wanted first; empty for any.
        allowed: whether somebody may be offered a routine: asked of each exercise alone, and of the whole so far.
        chance: returns a number from 0 up to 1, seeded by the caller.
    """
    pool = [exercise for exercise in exercises if not areas or not set(areas).isdisjoint(exercise.areas)]
    ranked = sorted(((chance(), exercise) for exercise in pool), key=lambda pair: pair[0])
    chosen: list[Step] = []
    while (step := _next([each for _, each in ranked], chosen, length, areas, allowed)) is not None:
        chosen.append(step)
    return _routine(chosen) if chosen else None


def composed(id_: str, exercises: Mapping[str, Exercise]) -> Routine | None:
    """Return the routine that was made at run time and has this id; None where it means none."""
    own, *doses = id_.split("+")
    steps: list[Step] = []
    for dose in doses:
        match dose.rsplit("x", 2):  # an id may have an x in it
            case [name, seconds, sets] if name in exercises and seconds.isdecimal() and sets.isdecimal():
                steps.append(Step(exercises[name], float(seconds), int(sets)))
            case _:
                return None
    return _routine(steps) if own == OWN and steps else None


def _next(
    pool: Sequence[Exercise],
    chosen: Sequence[Step],
    length: Seconds,
    areas: Sequence[str],
    allowed: Callable[[Routine], bool],
) -> Step | None:
    """Return the step that helps most; None where none fits in."""
    worked = [_area(step.exercise, areas) for step in chosen]
    done = {(step.exercise.technique, step.exercise.areas[0]) for step in chosen}
    ids = {step.exercise.id for step in chosen}
    fitting: list[tuple[int, int, int, Step]] = []
    for number, exercise in enumerate(pool):
        if exercise.id in ids or (exercise.technique, exercise.areas[0]) in done:
            continue
        step = _dosed(exercise, length - _length(chosen))
        if step is not None and allowed(_routine([*chosen, step])):
            area = _area(exercise, areas)
            kinds = sum(other.exercise.technique is exercise.technique for other in chosen)
            fitting.append((worked.count(area), kinds, number, step))
    return min(fitting, key=lambda each: each[:3])[3] if fitting else None


def _dosed(exercise: Exercise, left: Seconds) -> Step | None:
    """Return an exercise with its own dose, else with one set of what is left, at least `LEAST`; None without that."""
    sides = 2 if exercise.sided else 1
    whole = Step(exercise, exercise.seconds, exercise.sets)
    if _length([whole]) + CHANGE <= left:
        return whole
    seconds = min(exercise.seconds, (left - CHANGE * sides) / sides // 5 * 5)
    return Step(exercise, seconds, 1) if seconds >= min(LEAST, exercise.seconds) else None


def _length(steps: Sequence[Step]) -> Seconds:
    rounds = sum(step.rounds for step in steps)
    return sum(step.work for step in steps) + CHANGE * max(0, rounds - 1)


def _area(exercise: Exercise, areas: Sequence[str]) -> str:
    """Return the most wanted area of an exercise."""
    return next((area for area in areas if area in exercise.areas), exercise.areas[0])


def _routine(steps: Sequence[Step]) -> Routine:
    ordered = sorted(steps, key=lambda step: ORDER[step.exercise.technique])
    doses = (f"{step.exercise.id}x{step.seconds:g}x{step.sets}" for step in ordered)
    name = ", ".join(step.exercise.name for step in ordered[:NAMED])
    return Routine("+".join((OWN, *doses)), name, when="", scene="", evening=False, steps=tuple(ordered))
