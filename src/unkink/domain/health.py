"""What is known of a person's health, and what it means for an exercise: hidden, with care, or neither.

Rules of evidence 4.1 and 4.2: a tag hides what lists it in `hide_if`, and asks care of what lists it in `care_if`.
A tag that is told of certain areas means exercises of those areas alone; without areas it means all.
"""

from enum import IntEnum

from unkink.domain.body import TOUCH, Technique
from unkink.domain.routine import Exercise, Routine
from unkink.frozen import dataclass

FLARE_STILL_GOOD = frozenset({Technique.BREATH, Technique.EYES, Technique.POSTURE})
"""What is left for somebody who is unwell today."""
SEEN_FIRST = TOUCH | {Technique.STRETCH}
"""What waits until a clinician has looked."""
GENTLE, FIRMEST = 1, 3
"""The least and the greatest intensity."""


class Level(IntEnum):
    """How soon somebody should look at it (evidence 4.3)."""

    NONE = 0
    """Nothing speaks against a break."""
    BOOK = 1
    """Worth a proper check: touch, rollers and stretches wait."""
    SAME_DAY = 2
    """Advice today: no exercise at all."""
    EMERGENCY = 3
    """Help now: no exercise at all."""


@dataclass(frozen=True, slots=True)
class Flag:
    """A health tag, and where; without areas it is everywhere."""

    tag: str
    areas: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Health:
    """What is known of a person's health.

    Attributes:
        level: how soon somebody should look at it.
        seen_first: where touch, rollers and stretches wait for a clinician; everywhere, where `BOOK` names no area.
        flags: the tags that were told.
        leave_out: areas that are not touched at all.
        gentle: areas that are only touched gently.
        touch_limit: the greatest intensity of touch, 1 to 3.
        gentle_only: whether a strong pain leaves only what is gentle.
        unwell: whether they are unwell today.
    """

    level: Level = Level.NONE
    seen_first: frozenset[str] = frozenset()
    flags: tuple[Flag, ...] = ()
    leave_out: frozenset[str] = frozenset()
    gentle: frozenset[str] = frozenset()
    touch_limit: int = FIRMEST
    gentle_only: bool = False
    unwell: bool = False

    @property
    def tags(self) -> frozenset[str]:
        """The tags that were told, wherever."""
        return frozenset(flag.tag for flag in self.flags)


WELL = Health()
"""Nothing is known, or all is well."""


def hides(health: Health, exercise: Exercise) -> bool:
    """Return whether an exercise is not for this person now."""
    if health.level >= Level.SAME_DAY:
        return True
    if health.unwell and exercise.technique not in FLARE_STILL_GOOD:
        return True
    if any(flag.tag in exercise.hide_if and _meets(flag.areas, exercise) for flag in health.flags):
        return True
    if exercise.technique in SEEN_FIRST and health.level is Level.BOOK and _meets(health.seen_first, exercise):
        return True
    if health.gentle_only and exercise.intensity > GENTLE:
        return True
    return exercise.touch and _too_much(health, exercise)


def cares(health: Health, exercise: Exercise) -> tuple[str, ...]:
    """Return the tags for which an exercise calls for care, in the order they were told."""
    return tuple(flag.tag for flag in health.flags if flag.tag in exercise.care_if and _meets(flag.areas, exercise))


def hides_any(health: Health, routine: Routine) -> bool:
    """Return whether a routine has a step that is not for this person now."""
    return any(hides(health, step.exercise) for step in routine.steps)


def _too_much(health: Health, exercise: Exercise) -> bool:
    areas = set(exercise.areas)
    limit = GENTLE if areas & health.gentle else health.touch_limit
    return bool(areas & health.leave_out) or exercise.intensity > limit


def _meets(areas: frozenset[str], exercise: Exercise) -> bool:
    return not areas or not areas.isdisjoint(exercise.areas)
