"""Which routine suits this person now, and why: hard filters, a score, a little seeded chance."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import field
from enum import StrEnum

from unkink.domain.body import AREAS, FURNITURE, Place
from unkink.domain.compose import compose
from unkink.domain.doses import Spent, within
from unkink.domain.health import hides_any
from unkink.domain.person import Person
from unkink.domain.routine import Exercise, Routine, single
from unkink.domain.units import DAY, MINUTE, Seconds
from unkink.frozen import dataclass

WORSE = 2
"""What was rated worse so often is not offered any more."""
TOLERANCE = 1.25
"""How much longer than asked for a routine may be."""
SHORT_FROM: Seconds = 30.0
SHORT_TO: Seconds = MINUTE
"""How long a short offer is."""
MISSED: Seconds = 2 * DAY
"""An area they care about that has had nothing for so long gets a routine of its own."""
FROM_TYPING = ("hand", "wrist", "forearm", "shoulder", "neck")
"""What has worked when somebody typed for long."""
FROM_SITTING = ("hip", "glute", "hamstring", "quad", "calf", "lower-back")
"""What has been still when somebody sat for long."""
CHANCE = 0.4
"""How much chance can move a score: less than any one good reason."""


@dataclass(frozen=True, slots=True)
class Past:
    """What was done before.

    Attributes:
        recent: ids of the last routines, newest first.
        worked: for each area, how many seconds ago it was last worked; absent where it never was.
        worse: how often each routine, or exercise as a routine, was rated worse since it was last rated better.
        spent: what each area has had today of what has a limit.
    """

    recent: tuple[str, ...] = ()
    worked: Mapping[str, Seconds] = field(default_factory=dict)
    worse: Mapping[str, int] = field(default_factory=dict)
    spent: Spent = field(default_factory=dict)

    def hides(self, routine: Routine) -> bool:
        """Return whether a routine, or an exercise in it, has been rated worse too often."""
        ids = (routine.id, *(step.exercise.id for step in routine.steps))
        return any(self.worse.get(id_, 0) >= WORSE for id_ in ids)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted now.

    Attributes:
        length: seconds.
        what: `any`, a place, `roller`, an area, or the id of a routine or an exercise.
        short: half a minute to a minute at the desk instead.
        evening: whether the working day ends soon.
        typed: whether hands have long been at the keys or the mouse.
        sat: whether the person has long been in one position.
    """

    length: Seconds
    what: str = "any"
    short: bool = False
    evening: bool = False
    typed: bool = False
    sat: bool = False


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
    TYPED = "typed"
    """Hands and arms have been at the keys for long."""
    SAT = "sat"
    """Legs and hips have been still for long."""
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
    pool = Pool(tuple(routines), tuple(exercises), wish, person, past)
    named = next((r for r in (*pool.routines, *pool.singles) if r.id == wish.what), None)
    if named is not None:
        # Whoever names it knows whether there is room for it; safety and the notice before touch still stand.
        return Choice(named, Reason.NAMED) if _safe(named, person) else None
    offers = pool.offers(chance)
    if not offers:
        return None
    sore = {area for r in (*pool.routines, *pool.singles) if past.worse.get(r.id, 0) for area in r.area_seconds}
    scored = [(_score(r, wish, person, past) - _hard(r, sore) + CHANCE * chance(), r) for r in offers]
    best = max(scored, key=lambda pair: pair[0])[1]
    return _because(best, wish, person, past)


class Pool:
    """What there is for a person with a wish: written routines, one that is made now, or a single exercise.

    What was done late comes again only where there is nothing else at all.
    """

    def __init__(
        self, routines: tuple[Routine, ...], exercises: tuple[Exercise, ...], wish: Wish, person: Person, past: Past
    ) -> None:
        self.routines, self._exercises = routines, exercises
        self.singles = tuple(single(exercise) for exercise in exercises)
        self._wish, self._person, self._past = wish, person, past
        self._late = past.recent[: 1 if wish.short else 3]

    def offers(self, chance: Callable[[], float]) -> tuple[Routine, ...]:
        """Return what may be offered; `chance` is for what is made now."""
        short = self._wish.short
        fitting = () if short else tuple(r for r in self.routines if self._fits(r))
        new = self._new(fitting)
        areas = self._missed() if new else (self._wish.what,) if self._wish.what in AREAS else self._cared()
        own = None if short or (new and not areas) else self._own(areas, chance)
        if new or own:
            return (*new, *own) if own else new
        suiting = tuple(r for r in self.singles if SHORT_FROM <= r.seconds <= SHORT_TO and r.place is Place.DESK)
        suiting = tuple(r for r in suiting if self._suits(r))
        return self._new(suiting) or fitting or suiting

    def _cared(self) -> tuple[str, ...]:
        """Return the areas they care about, the one first that was not worked for longest."""
        worked = self._past.worked
        return tuple(sorted(self._person.areas, key=lambda area: (-worked.get(area, float("inf")), area)))

    def _missed(self) -> tuple[str, ...]:
        """Return the areas they care about that have had nothing for long."""
        if self._wish.what != "any":
            return ()
        return tuple(area for area in self._cared() if self._past.worked.get(area, float("inf")) >= MISSED)

    def _own(self, areas: tuple[str, ...], chance: Callable[[], float]) -> tuple[Routine, ...] | None:
        made = compose(self._exercises, self._wish.length, areas, self._suits, chance)
        return None if made is None or len(made.steps) < 2 or made.id in self._late else (made,)

    def _new(self, routines: Collection[Routine]) -> tuple[Routine, ...]:
        return tuple(routine for routine in routines if routine.id not in self._late)

    def _fits(self, routine: Routine) -> bool:
        return routine.seconds <= self._wish.length * TOLERANCE and self._suits(routine)

    def _suits(self, routine: Routine) -> bool:
        return _suits(routine, self._wish, self._person, self._past)


def _safe(routine: Routine, person: Person) -> bool:
    never = any(step.exercise.id in person.never for step in routine.steps)
    return not never and not hides_any(person.health, routine)


def _suits(routine: Routine, wish: Wish, person: Person, past: Past) -> bool:
    """Return whether the person can and may do it; its length and its place in the day are not looked at."""
    if not _safe(routine, person) or routine.id in person.never:
        return False
    if past.hides(routine) or not within(routine, past.spent):
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


def _score(routine: Routine, wish: Wish, person: Person, past: Past) -> float:
    total = sum(routine.area_seconds.values())
    share = {area: seconds / total for area, seconds in routine.area_seconds.items()} if total else {}
    score = 2.0 * sum(part for area, part in share.items() if area in person.areas)
    score += sum(part * min(1.0, past.worked.get(area, DAY) / DAY) for area, part in share.items())
    score -= 0.5 * abs(routine.seconds - wish.length) / wish.length
    score += 0.5 * bool(routine.kit & person.kit)
    score += (1.0 if wish.evening else -1.0) * routine.evening
    score += wish.typed * sum(part for area, part in share.items() if area in FROM_TYPING)
    score += wish.sat * sum(part for area, part in share.items() if area in FROM_SITTING)
    score -= past.worse.get(routine.id, 0)
    return score


def _hard(routine: Routine, sore: Collection[str]) -> float:
    """Return how much less a routine suits that is firm where something was rated worse: a lighter one is better."""
    firm = [step.exercise.intensity for step in routine.steps if not set(step.exercise.areas).isdisjoint(sore)]
    return 0.5 * (max(firm, default=1) - 1)


def _because(routine: Routine, wish: Wish, person: Person, past: Past) -> Choice:
    areas = sorted(routine.area_seconds, key=lambda area: -routine.area_seconds[area])
    if wish.evening and routine.evening:
        return Choice(routine, Reason.EVENING)
    cared = next((area for area in areas if area in person.areas), None)
    if cared:
        return Choice(routine, Reason.CARES, cared, past.worked.get(cared))
    if wish.typed and areas and areas[0] in FROM_TYPING:
        return Choice(routine, Reason.TYPED, areas[0])
    if wish.sat and areas and areas[0] in FROM_SITTING:
        return Choice(routine, Reason.SAT, areas[0])
    kit = sorted(routine.kit & person.kit)
    if kit:
        return Choice(routine, Reason.KIT, kit[0])
    longest = max(areas, key=lambda area: past.worked.get(area, float("inf")), default=None)
    if longest and past.worked.get(longest, DAY) >= DAY:
        return Choice(routine, Reason.RESTED, longest, past.worked.get(longest))
    return Choice(routine, Reason.SHORT)
