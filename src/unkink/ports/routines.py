"""What shows routines."""

import logging
from abc import ABC, abstractmethod

from unkink.domain.notice import Notice
from unkink.domain.routine import Routine
from unkink.frozen import dataclass
from unkink.ports.health import Health

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Show:
    """A routine to show.

    Attributes:
        run: its number.
        routine: what to do.
        because: why it was chosen, one line; empty where it was asked for.
        notices: what must be confirmed first.
        theme: `system`, `light` or `dark`.
        motion: `system`, `on` or `off`, for reduced motion.
    """

    run: int
    routine: Routine
    because: str = ""
    notices: tuple[Notice, ...] = ()
    theme: str = "system"
    motion: str = "system"


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The user confirmed a notice."""

    notice: Notice


@dataclass(frozen=True, slots=True)
class Rated:
    """The user said how a routine was: `better`, `same` or `worse`."""

    run: int
    rating: str


@dataclass(frozen=True, slots=True)
class NotShown:
    """A routine could not be shown at all."""

    run: int
    reason: str


class RoutinePlayer(ABC):
    """Shows routines; posts `RoutineBegan`, `RoutineProgressed` and `RoutineEnded`, or `NotShown`."""

    def prepare(self) -> None:
        """Get ready to show a routine at once; may do nothing."""
        log.debug("player: prepare")
        self._prepare()

    def relax(self) -> None:
        """Let go of what `prepare` got ready."""
        log.debug("player: relax")
        self._relax()

    def play(self, show: Show) -> None:
        """Show a routine."""
        log.debug("routine %s (run %d)", show.routine.id, show.run)
        self._play(show)

    def halt(self, run: int) -> None:
        """Close a routine kindly; one that is over does nothing."""
        log.debug("run %d: close", run)
        self._halt(run)

    @abstractmethod
    def health(self) -> Health:
        """Return whether it can show anything."""

    @abstractmethod
    def _prepare(self) -> None: ...

    @abstractmethod
    def _relax(self) -> None: ...

    @abstractmethod
    def _play(self, show: Show) -> None: ...

    @abstractmethod
    def _halt(self, run: int) -> None: ...

    @abstractmethod
    def stop(self) -> None:
        """Close everything and let go; may be called twice."""
