"""Which routine an offer stands for: the catalogue, the person, their past and a little chance brought together."""

import random
from collections.abc import Callable
from datetime import datetime, time, timedelta

from unkink.catalogue.library import Library
from unkink.catalogue.load import Catalogue
from unkink.domain.choose import Choice, Past, Wish, choose
from unkink.domain.compose import composed
from unkink.domain.core import State
from unkink.domain.deck import Hands
from unkink.domain.doses import spent
from unkink.domain.effects import Offer
from unkink.domain.hours import DAY_BEGINS, day_of, finish
from unkink.domain.person import Person
from unkink.domain.routine import Routine, single
from unkink.domain.table import SPELL
from unkink.domain.units import MINUTE, Seconds
from unkink.ports import History

RECENT = 3
EVENING = timedelta(hours=1)
"""How long before the end of the hours the day is nearly over."""
STILL: Seconds = 45 * MINUTE
"""So long in one position is long for legs and hips."""


class Chooser:
    """Chooses routines. The catalogue is read at the first question, not before; what changed in it counts at the next.

    Args:
        history: what was done before.
        person: returns who it is for, as set now.
        seed: for the chance.
        library: has the catalogue.
    """

    def __init__(
        self,
        history: History,
        person: Callable[[], Person],
        seed: int | None = None,
        library: Library | None = None,
    ) -> None:
        self._history, self._person = history, person
        self._random = random.Random(seed)  # noqa: S311  no secret
        self._library = library or Library()

    def routine(self, wanted: str) -> Routine | None:
        """Return the routine, or the exercise as a routine, with this id; None where there is none.

        Raises:
            UnkinkError: the catalogue cannot be read.
        """
        return _find(self._library.catalogue(), wanted)

    def choose(self, offer: Offer, state: State) -> Choice | None:
        """Return what suits an offer that comes with `state`; None where nothing does.

        Raises:
            UnkinkError: the catalogue cannot be read.
        """
        at, desk, cues = state.at, state.activity.desk, state.cues
        ends = finish(state.rules.hours, at.local)
        wish = Wish(
            offer.length,
            offer.what,
            offer.short,
            evening=ends is not None and timedelta(0) < ends - at.local <= EVENING,
            typed=cues.hands in (Hands.TYPING, Hands.POINTING) and desk - cues.spell >= SPELL,
            sat=desk - cues.changed >= STILL,
        )
        catalogue = self._library.catalogue()
        past = self._past(at.local, catalogue)
        return choose(catalogue.routines, catalogue.exercises.values(), wish, self._person(), past, self._random.random)

    def _past(self, now: datetime, catalogue: Catalogue) -> Past:
        history = self._history
        ago = {area: (now - when).total_seconds() for area, when in history.worked().items()}
        morning = datetime.combine(day_of(now), time()) + DAY_BEGINS
        today = [found for id_ in history.since(morning) if (found := _find(catalogue, id_)) is not None]
        return Past(history.recent(RECENT), ago, history.worse(), spent(today))


def _find(catalogue: Catalogue, wanted: str) -> Routine | None:
    exercise = catalogue.exercises.get(wanted)
    found = catalogue.routine(wanted)
    return found or (single(exercise) if exercise else composed(wanted, catalogue.exercises))
