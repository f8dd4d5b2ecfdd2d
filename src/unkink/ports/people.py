"""Whether somebody is there."""

import logging
from abc import ABC, abstractmethod

from unkink.domain.units import Seconds
from unkink.ports.health import Health

log = logging.getLogger(__name__)


class IdleSource(ABC):
    """Tells when input stops and when it resumes.

    From `arm` on it reports `InputSeen` at the next input, `InputStopped` each time input has been still for the
    threshold (at once, where it has been already), and `InputSeen` at the first input after that.
    """

    def arm(self, threshold: Seconds) -> None:
        """Report crossings of this threshold from now on."""
        log.debug("idle: armed at %g s", threshold)
        self._arm(threshold)

    @abstractmethod
    def health(self) -> Health:
        """Return whether it works."""

    @abstractmethod
    def _arm(self, threshold: Seconds) -> None: ...

    @abstractmethod
    def stop(self) -> None:
        """Stop reporting; may be called twice."""
