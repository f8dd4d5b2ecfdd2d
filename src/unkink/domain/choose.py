"""Which routine suits this person now, and why: hard filters, a score, a little seeded chance."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from enum import StrEnum

from unkink.domain.body import AREAS, FURNITURE, Place
from unkink.domain.person import Person
from unkink.domain.routine import Exercise, Routine, single
from unkink.domain.units import DAY, MINUTE, Seconds
from unkink.frozen import dataclass

TOLERANCE = 1.25
"""How much longer than asked for a routine may be."""
SHORT_FROM: Seconds = 30.0
SHORT_TO: Seconds = MINUTE
"""How long a short offer is."""
CHANCE = 0.4
"""How much chance can move a score: less than any one good reason."""


@dataclass(frozen=True, slots=True)
class Past:
    """What was done before.

    Attributes:
        recent: ids of the last routines, newest first.
        worked: for each area, how many seconds ago it was last worked; absent where it never was.
    """

    recent: tuple[str, ...] = ()
    worked: Mapping[str, Seconds] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted now.

    Attributes:
        length: seconds.
        what: `any`, a place, `roller`, an area, or the id of a routine or an exercise.
        short: half a minute to a minute at the desk instead.
        evening: whether the working day ends soon.
    """

    length: Seconds
    what: str = "any"
    short: bool = False
    evening: bool = False


class Reason(StrEnum):
    """Why a routine was chosen; the area or kit it speaks of stands beside it."""

    NAMED = "named"
    """It was asked for by name."""
    CARES = "cares"
    """It works an area the person cares about."""
    RESTED = "rested"
    """It works an area that was not worked for a while."""
    KIT = "kit"
    """It uses what the person owns."""
    EVENING = "evening"
    """It belongs to the end of the day."""
    SHORT = "short"
    """It is short."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A routine and why.

    Attributes:
        routine: what to do.
        reason: the strongest reason.
        about: the area or the kit it speaks of; empty where it speaks of none.
        rested: for `RESTED`, seconds since the area was worked; None where it never was.
    """

    routine: Routine
    reason: Reason
    about: str = ""
    rested: Seconds | None = None


def choose(
    routines: Iterable[Routine],
    exercises: Iterable[Exercise],
    wish: Wish,
    person: Person,
    past: Past,
    chance: Callable[[], float],
) -> Choice | None:
    """Return the routine that suits best, with the reason; None where none passes the filters.

    Args:
        routines: all there are.
        exercises: all there are; those of half a minute to a minute at the desk are short routines.
        wish: what is wanted.
        person: who wants it.
        past: what they did before.
        chance: returns a number from 0 up to 1, seeded by the caller.
    """
    routines = tuple(routines)
    singles = tuple(single(exercise) for exercise in exercises)
    named = next((r for r in routines + singles if r.id == wish.what), None)
    if named is not None:
        # Whoever names it knows whether there is room for it; safety and the notice before touch still stand.
        return Choice(named, Reason.NAMED) if _safe(named, person) else None
    pool = () if wish.short else tuple(r for r in routines if _fits(r, wish, person))
    if not pool:
        shorts = (r for r in singles if SHORT_FROM <= r.seconds <= SHORT_TO and r.place is Place.DESK)
        pool = tuple(r for r in shorts if _suits(r, wish, person))
    if not pool:
        return None
    scored = [(_score(r, wish, person, past) + CHANCE * chance(), r) for r in pool]
    best = max(scored, key=lambda pair: pair[0])[1]
    return _because(best, wish, person, past)


def _safe(routine: Routine, person: Person) -> bool:
    return not any(step.exercise.hide_if & person.tags or step.exercise.id in person.never for step in routine.steps)


def _suits(routine: Routine, wish: Wish, person: Person) -> bool:
    """Return whether the person can and may do it; its length and its place in the day are not looked at."""
    if not _safe(routine, person) or routine.id in person.never:
        return False
    if routine.touch and not person.touch:
        return False
    if not routine.kit - person.kit <= set(FURNITURE):
        return False
    if any(step.exercise.technique in person.rather_not for step in routine.steps):
        return False
    if person.position and any(step.exercise.position is not person.position for step in routine.steps):
        return False
    places = {"desk": Place.DESK, "room": Place.ROOM, "floor": Place.FLOOR}
    place = Place.DESK if person.camera else places.get(wish.what, person.place)
    if routine.place > place:
        return False
    if wish.what == "roller":
        return "foam-roller" in routine.kit
    return wish.what not in AREAS or wish.what in routine.area_seconds


def _fits(routine: Routine, wish: Wish, person: Person) -> bool:
    return routine.seconds <= wish.length * TOLERANCE and _suits(routine, wish, person)


def _score(routine: Routine, wish: Wish, person: Person, past: Past) -> float:
    total = sum(routine.area_seconds.values())
    share = {area: seconds / total for area, seconds in routine.area_seconds.items()} if total else {}
    score = 2.0 * sum(part for area, part in share.items() if area in person.areas)
    score += sum(part * min(1.0, past.worked.get(area, DAY) / DAY) for area, part in share.items())
    score -= 0.5 * abs(routine.seconds - wish.length) / wish.length
    score += 0.5 * bool(routine.kit & person.kit)
    score += (1.0 if wish.evening else -1.0) * routine.evening
    if routine.id in past.recent[: 1 if wish.short else 3]:
        score -= 4.0
    return score


def _because(routine: Routine, wish: Wish, person: Person, past: Past) -> Choice:
    areas = sorted(routine.area_seconds, key=lambda area: -routine.area_seconds[area])
    if wish.evening and routine.evening:
        return Choice(routine, Reason.EVENING)
    cared = next((area for area in areas if area in person.areas), None)
    if cared:
        return Choice(routine, Reason.CARES, cared, past.worked.get(cared))
    kit = sorted(routine.kit & person.kit)
    if kit:
        return Choice(routine, Reason.KIT, kit[0])
    longest = max(areas, key=lambda area: past.worked.get(area, float("inf")), default=None)
    if longest and past.worked.get(longest, DAY) >= DAY:
        return Choice(routine, Reason.RESTED, longest, past.worked.get(longest))
    return Choice(routine, Reason.SHORT)
