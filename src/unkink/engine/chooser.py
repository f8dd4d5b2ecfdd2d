"""Which routine an offer stands for: the catalogue, the person, their past and a little chance brought together."""

import random
from collections.abc import Callable
from datetime import timedelta

from unkink.catalogue.load import Catalogue, load
from unkink.domain.choose import Choice, Past, Wish, choose
from unkink.domain.effects import Offer
from unkink.domain.person import Person
from unkink.domain.routine import Routine, single
from unkink.domain.units import Moment
from unkink.ports import History

RECENT = 3
EVENING = timedelta(hours=1)
"""How long before the end of the hours the day is nearly over."""


class Chooser:
    """Chooses routines. The catalogue is read at the first question, not before.

    Args:
        history: what was done before.
        person: returns who it is for, as set now.
        seed: for the chance.
    """

    def __init__(self, history: History, person: Callable[[], Person], seed: int | None = None) -> None:
        self._history, self._person = history, person
        self._random = random.Random(seed)  # noqa: S311  no secret
        self._catalogue: Catalogue | None = None

    @property
    def catalogue(self) -> Catalogue:
        """Everything there is to do.

        Raises:
            UnkinkError: it cannot be read.
        """
        if self._catalogue is None:
            self._catalogue = load()
        return self._catalogue

    def routine(self, wanted: str) -> Routine | None:
        """Return the routine, or the exercise as a routine, with this id; None where there is none."""
        found = self.catalogue.routine(wanted)
        exercise = self.catalogue.exercises.get(wanted)
        return found or (single(exercise) if exercise else None)

    def choose(self, offer: Offer, at: Moment, *, evening: bool) -> Choice | None:
        """Return what suits an offer at `at`; None where nothing does."""
        ago = {area: (at.local - when).total_seconds() for area, when in self._history.worked().items()}
        past = Past(self._history.recent(RECENT), ago)
        wish = Wish(offer.length, offer.what, offer.short, evening)
        catalogue = self.catalogue
        return choose(catalogue.routines, catalogue.exercises.values(), wish, self._person(), past, self._random.random)
