"""Exercises and routines as plain values, for programs."""

from unkink.domain.routine import Exercise, Routine


def exercise(what: Exercise) -> dict[str, object]:
    """Return an exercise, with the keys it is written with."""
    return {
        "id": what.id,
        "name": what.name,
        "technique": what.technique.value,
        "kit": sorted(what.kit),
        "position": what.position.value,
        "place": what.place.name.lower(),
        "sided": what.sided,
        "seconds": what.seconds,
        "sets": what.sets,
        "pace": what.pace,
        "steps": list(what.steps),
        "feel": what.feel,
        "stop": what.stop,
        "intensity": what.intensity,
        "areas": list(what.areas),
        "evidence": list(what.evidence),
        "hide_if": sorted(what.hide_if),
        "care_if": sorted(what.care_if),
        "short": list(what.short),
        "picture": what.picture,
        "touch": what.touch,
    }


def routine(what: Routine) -> dict[str, object]:
    """Return a routine, with what follows from its steps."""
    return {
        "id": what.id,
        "name": what.name,
        "when": what.when,
        "scene": what.scene,
        "evening": what.evening,
        "seconds": what.seconds,
        "place": what.place.name.lower(),
        "kit": sorted(what.kit),
        "areas": what.area_seconds,
        "touch": what.touch,
        "steps": [{"exercise": step.exercise.id, "seconds": step.seconds, "sets": step.sets} for step in what.steps],
    }
