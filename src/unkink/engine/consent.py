"""Which notices were confirmed, kept in a file of its own so that no reset of anything else asks twice."""

from collections.abc import Mapping

from unkink.domain.notice import Notice
from unkink.domain.routine import Routine
from unkink.ports import Store


class Consent:
    """The notices that were confirmed.

    Args:
        store: where they are kept.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        found: Mapping[str, object] = store.load() or {}
        confirmed = found.get("confirmed")
        known = confirmed if isinstance(confirmed, list) else []
        self._given = {notice for notice in Notice if notice.value in known}

    @property
    def touch(self) -> bool:
        """Whether touch, roller and tender-spot work may be offered."""
        return Notice.TOUCH in self._given

    def give(self, notice: Notice) -> None:
        """Keep that a notice was confirmed."""
        self._given.add(notice)
        self._store.save({"confirmed": sorted(given.value for given in self._given)})

    def missing(self, routine: Routine) -> tuple[Notice, ...]:
        """Return what must be confirmed before this routine, in the order it is shown."""
        wanted = (Notice.FIRST, Notice.TOUCH) if routine.touch else (Notice.FIRST,)
        return tuple(notice for notice in wanted if notice not in self._given)
