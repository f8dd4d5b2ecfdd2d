"""What is kept: the history, and the state."""

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from unkink.domain.units import Seconds
from unkink.frozen import dataclass


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
    CUE_SHOWN = "cue-shown"
    """A posture cue was shown."""
    CUE_DONE = "cue-done"
    """What a cue proposed was done."""
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

    def since(self, local: datetime) -> tuple[str, ...]:
        """Return the ids of the routines done or left since a local time, newest first; of many only the newest."""

    def worked(self) -> Mapping[str, datetime]:
        """Return when each area was last worked, local time."""

    def worse(self) -> Mapping[str, int]:
        """Return how often each routine was rated worse since it was last rated better, where it was at all."""

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
