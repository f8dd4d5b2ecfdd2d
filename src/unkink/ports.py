"""What the engine needs of the world, and what the world tells it. Adapters implement these; nobody else does.

A port's public methods are concrete: they log, and hand over to one abstract method each. None of them blocks: what
takes time happens elsewhere and its result is posted.
"""

import logging
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol, TypeAlias

from unkink.domain.events import Event
from unkink.domain.notice import Notice
from unkink.domain.routine import Routine
from unkink.domain.rules import Appointment
from unkink.domain.units import Instant, Moment, Seconds

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Health:
    """Whether a port works.

    Attributes:
        name: the candidate in charge.
        ok: whether it does what it is for; a counterpart that is waited for is not there yet.
        reason: why not, or what is worth knowing; empty where there is nothing to say.
        hint: what would help.
        tried: the candidates before it, each with its reason.
    """

    name: str
    ok: bool
    reason: str = ""
    hint: str = ""
    tried: Mapping[str, str] = field(default_factory=dict)


# -- time -----------------------------------------------------------------------


class Clock(Protocol):
    """The one place where time is read."""

    def now(self) -> Seconds:
        """Return seconds from an arbitrary start; stands still in sleep, never jumps."""

    def asleep(self) -> Seconds:
        """Return the seconds the machine has slept since an arbitrary start."""

    def wall(self) -> tuple[datetime, Seconds]:
        """Return the naive local time and its offset from UTC in seconds."""

    def moment(self) -> Moment:
        """Return all of it at once: the instant counts waking and sleeping time."""

    def when(self, local: datetime) -> Instant:
        """Return the instant of a local time, as the wall clock goes now; a time that does not exist is the jump."""


class Calendar(Protocol):
    """Jobs at fixed local times."""

    def set(self, appointments: tuple[Appointment, ...]) -> None:
        """Replace the appointments."""

    def next(self) -> datetime | None:
        """Return the local time of the next job; None where there is none."""

    def run_due(self) -> None:
        """Run what is due. Never raises."""


class Carrier(Protocol):
    """One thread that waits for descriptors and runs what it is handed. All but `call` belong to that thread."""

    def call(self, what: Callable[[], object]) -> None:
        """Run `what` in that thread, soon. Safe from any thread."""

    def watch(self, fd: int, readable: Callable[[], None] | None, writable: Callable[[], None] | None = None) -> None:
        """Call `readable` and `writable` when a descriptor is; both None ends the watch."""


# -- people -----------------------------------------------------------------------


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


# -- surfaces -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Button:
    """A button of a notification."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Note:
    """A notification. One that is shown under the number of another replaces it."""

    key: int
    title: str
    body: str
    buttons: tuple[Button, ...] = ()
    quiet: bool = False
    """Whether it only tells, and may go by itself."""


class Fate(StrEnum):
    """What became of a notification."""

    SHOWN = "shown"
    """A server took it."""
    FAILED = "failed"
    """Nothing could show it."""
    PRESSED = "pressed"
    """A button was pressed."""
    DISMISSED = "dismissed"
    """The user closed it by hand."""
    GONE = "gone"
    """It expired, or the server closed it."""


@dataclass(frozen=True, slots=True)
class NoteFate:
    """What became of the notification with this key.

    Attributes:
        key: which.
        fate: what.
        button: which button, for `PRESSED`.
        reason: why not, for `FAILED`.
    """

    key: int
    fate: Fate
    button: str = ""
    reason: str = ""


class Notifier(ABC):
    """Shows notifications; tells what became of each by posting a `NoteFate`."""

    def show(self, note: Note) -> None:
        """Show a notification, or replace the one with its key."""
        log.debug("notification %d: %s", note.key, note.title)
        self._show(note)

    def close(self, key: int) -> None:
        """Take a notification away; unknown keys do nothing."""
        log.debug("notification %d: close", key)
        self._close(key)

    @abstractmethod
    def health(self) -> Health:
        """Return whether it works."""

    @abstractmethod
    def _show(self, note: Note) -> None: ...

    @abstractmethod
    def _close(self, key: int) -> None: ...

    @abstractmethod
    def stop(self) -> None:
        """Take everything away and let go; may be called twice."""


class Glyph(StrEnum):
    """The pictures of the tray icon; the ring has a number of steps beside it."""

    RING = "ring"
    """Desk time."""
    DUE = "due"
    """A break is due or on offer."""
    BREAK = "break"
    """A routine runs."""
    HELD = "held"
    """Quiet for a reason."""
    OUTSIDE = "outside"
    """Outside hours."""


@dataclass(frozen=True, slots=True)
class Face:
    """What the tray shows without being opened.

    Attributes:
        glyph: the picture.
        ring: how full the ring is, 0 to 12.
        title: the status line, for the tooltip.
        attention: whether an offer is open.
    """

    glyph: Glyph
    ring: int
    title: str
    attention: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the tray menu. Without a label it is a separator.

    Attributes:
        label: what it says.
        verb: what is asked for when it is clicked; empty where it only tells.
        args: with what.
        default: whether a click on the icon does the same.
        submenu: the entries below it.
    """

    label: str = ""
    verb: str = ""
    args: Mapping[str, str] = field(default_factory=dict)
    default: bool = False
    submenu: tuple["Entry", ...] = ()


class Tray(ABC):
    """Shows the icon and its menu. The menu's words are made when it opens."""

    def update(self, face: Face) -> None:
        """Show this face."""
        log.debug("tray: %s %d, %s", face.glyph, face.ring, face.title)
        self._update(face)

    @abstractmethod
    def health(self) -> Health:
        """Return whether it is shown."""

    @abstractmethod
    def _update(self, face: Face) -> None: ...

    @abstractmethod
    def stop(self) -> None:
        """Take the icon away; may be called twice."""


# -- routines -------------------------------------------------------------------------


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


# -- memory ---------------------------------------------------------------------------


class Kind(StrEnum):
    """What the history keeps."""

    OFFERED = "offered"
    """A break was offered."""
    STARTED = "started"
    """A routine began."""
    FINISHED = "finished"
    """It was done to its end."""
    STOPPED = "stopped"
    """It was left before."""
    SNOOZED = "snoozed"
    """An offer was put off."""
    SKIPPED = "skipped"
    """An offer was turned down."""
    MISSED = "missed"
    """Nobody was there to see an offer."""
    IGNORED = "ignored"
    """An offer was shown twice and not answered."""
    CREDITED = "credited"
    """A break was taken without being offered."""
    DROPPED = "dropped"
    """An appointment did not come within its hour."""
    RATED = "rated"
    """The user said how it was."""


@dataclass(frozen=True, slots=True)
class Record:
    """One line of the history.

    Attributes:
        kind: what happened.
        local: when, local time.
        offset: its offset from UTC in seconds.
        routine: which routine, by id; empty where none.
        name: its name then.
        seconds: how long; 0 where that says nothing.
        detail: the cause, the rating, or what else is worth keeping.
        areas: seconds for each area worked.
    """

    kind: Kind
    local: datetime
    offset: Seconds
    routine: str = ""
    name: str = ""
    seconds: Seconds = 0.0
    detail: str = ""
    areas: Mapping[str, Seconds] = field(default_factory=dict)


class History(Protocol):
    """Keeps what happened."""

    def add(self, record: Record) -> None:
        """Keep a record."""

    def recent(self, count: int) -> tuple[str, ...]:
        """Return the ids of the last routines done or left, newest first."""

    def worked(self) -> Mapping[str, datetime]:
        """Return when each area was last worked, local time."""

    def close(self) -> None:
        """Let go; may be called twice."""


class Store(Protocol):
    """Keeps one document of plain values across restarts."""

    def load(self) -> dict[str, object] | None:
        """Return what was saved; None where nothing was, or where it is broken: then it is moved aside."""

    def save(self, document: Mapping[str, object]) -> None:
        """Keep a document in place of the last one."""

    def set_aside(self, why: str) -> None:
        """Move a document that makes no sense out of the way; the next `load` finds nothing."""

    def trouble(self) -> str:
        """Return what went wrong, for the user to read; empty where nothing did."""


Told: TypeAlias = Event | NoteFate | Confirmed | Rated | NotShown
"""Everything an adapter may post."""

Post: TypeAlias = Callable[[Told], None]
"""Hands something to the engine; may be called from any thread, never blocks."""
