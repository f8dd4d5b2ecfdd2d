"""No source of idleness: input is unknown, and sitting is counted by the wall clock, lock and sleep."""

from unkink.domain import events
from unkink.domain.units import Seconds
from unkink.ports import Health, IdleSource, Post


class NullIdle(IdleSource):
    """Says once that nothing can be known."""

    def __init__(self, post: Post, reason: str = "nothing here tells whether there is input") -> None:
        self._reason = reason
        post(events.InputUnknown())

    def health(self) -> Health:
        """Return why nothing is known."""
        return Health("none", ok=False, reason=self._reason)

    def _arm(self, threshold: Seconds) -> None:
        """Nothing will ever cross it."""

    def stop(self) -> None:
        """Nothing runs."""
