"""Exercises, doses and routines, and how a routine runs second by second."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property

from unkink.domain.body import TOUCH, Place, Position, Technique
from unkink.domain.units import Seconds
from unkink.frozen import dataclass

CHANGE: Seconds = 5.0
"""The change-over between sides, sets and exercises."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """One movement.

    Attributes:
        id: such as `nk-01`; figures have the same.
        name: what people call it.
        region: the part of the catalogue it stands in.
        technique: what is done.
        kit: what it needs besides a body, furniture included.
        position: how it is done.
        place: how much room it needs.
        sided: whether it is done on one side and then on the other.
        seconds: how long one set takes, on one side where it is sided.
        sets: how often.
        pace: the rhythm, in words.
        steps: what to do, one sentence each.
        feel: what it should feel like.
        stop: its own stop signs.
        intensity: 1 gentle, 2 moderate, 3 firm.
        areas: the areas it works.
        evidence: the evidence rows it rests on.
        hide_if: health tags that hide it.
        care_if: health tags that call for care.
        short: for each step that is long, what is shown of it while moving; empty for the others.
        picture: the file of a picture that is shown instead of a figure; empty where there is none.
    """

    id: str
    name: str
    region: str
    technique: Technique
    kit: frozenset[str]
    position: Position
    place: Place
    sided: bool
    seconds: Seconds
    sets: int
    pace: str
    steps: tuple[str, ...]
    feel: str
    stop: str
    intensity: int
    areas: tuple[str, ...]
    evidence: tuple[str, ...]
    hide_if: frozenset[str]
    care_if: frozenset[str]
    short: tuple[str, ...] = ()
    picture: str = ""

    @property
    def brief(self) -> tuple[str, ...]:
        """What to do, as it is read while moving."""
        short = (*self.short, *[""] * (len(self.steps) - len(self.short)))
        return tuple(brief or step for brief, step in zip(short, self.steps, strict=False))

    @property
    def touch(self) -> bool:
        """Whether it presses or strokes."""
        return self.technique in TOUCH


@dataclass(frozen=True, slots=True)
class Step:
    """An exercise with a dose: `sets` times `seconds`, on each side where it is sided."""

    exercise: Exercise
    seconds: Seconds
    sets: int

    @property
    def rounds(self) -> int:
        """How often it is done in all, sides counted."""
        return self.sets * (2 if self.exercise.sided else 1)

    @property
    def work(self) -> Seconds:
        """Seconds of exercise, change-overs not counted."""
        return self.seconds * self.rounds


class Side(StrEnum):
    """The side that works."""

    BOTH = "both"
    """Both at once, or neither."""
    RIGHT = "right"
    """The person's right."""
    LEFT = "left"
    """The person's left."""


@dataclass(frozen=True, slots=True)
class Round:
    """One stretch of a routine without a change-over.

    Attributes:
        step: which step of the routine, from 0.
        exercise: what is done.
        side: on which side.
        change: seconds of change-over before it.
        seconds: seconds of exercise.
    """

    step: int
    exercise: Exercise
    side: Side
    change: Seconds
    seconds: Seconds


@dataclass(frozen=True)
class Routine:
    """A named sequence of steps.

    Attributes:
        id: such as `r02`; an exercise on its own has the exercise's.
        name: what it is called.
        when: when it fits, in words.
        scene: what makes the place comfortable, in words; empty where nothing does.
        evening: whether it belongs to the end of the working day.
        steps: what is done.
    """

    id: str
    name: str
    when: str
    scene: str
    evening: bool
    steps: tuple[Step, ...]

    @cached_property
    def rounds(self) -> tuple[Round, ...]:
        """How it runs: the right side before the left, both before the next set."""
        return tuple(_unfold(self.steps))

    @cached_property
    def seconds(self) -> Seconds:
        """Its whole length, change-overs counted."""
        return sum(part.change + part.seconds for part in self.rounds)

    @property
    def place(self) -> Place:
        """The most room any step needs."""
        return max(step.exercise.place for step in self.steps)

    @property
    def kit(self) -> frozenset[str]:
        """Everything any step needs."""
        return frozenset().union(*(step.exercise.kit for step in self.steps))

    @property
    def touch(self) -> bool:
        """Whether any step presses or strokes."""
        return any(step.exercise.touch for step in self.steps)

    @cached_property
    def area_seconds(self) -> dict[str, Seconds]:
        """Seconds of exercise for each area; an exercise counts for all of its areas."""
        found: dict[str, Seconds] = {}
        for step in self.steps:
            for area in step.exercise.areas:
                found[area] = found.get(area, 0.0) + step.work
        return found


def single(exercise: Exercise) -> Routine:
    """Return the routine of one step that an exercise is on its own."""
    step = Step(exercise, exercise.seconds, exercise.sets)
    return Routine(exercise.id, exercise.name, when="", scene="", evening=False, steps=(step,))


def _unfold(steps: tuple[Step, ...]) -> Iterator[Round]:
    change = 0.0
    for number, step in enumerate(steps):
        sides = (Side.RIGHT, Side.LEFT) if step.exercise.sided else (Side.BOTH,)
        for _ in range(step.sets):
            for side in sides:
                yield Round(number, step.exercise, side, change, step.seconds)
                change = CHANGE
