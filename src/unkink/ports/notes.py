"""Notifications."""

import logging
from abc import ABC, abstractmethod
from enum import StrEnum

from unkink.frozen import dataclass
from unkink.ports.health import Health

log = logging.getLogger(__name__)


class Topic(StrEnum):
    """What a notification is about."""

    OFFER = "offer"
    """A break on offer."""
    RUN = "run"
    """A routine that is guided by notifications."""
    CUE = "cue"
    """A posture cue."""
    QUESTION = "question"
    """A question about unkink itself."""


@dataclass(frozen=True, slots=True)
class Key:
    """What names a notification: what it is about, and which one of those."""

    topic: Topic
    id: int | str


@dataclass(frozen=True, slots=True)
class Button:
    """A button of a notification."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Note:
    """A notification. One that is shown under the key of another replaces it."""

    key: Key
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

    key: Key
    fate: Fate
    button: str = ""
    reason: str = ""


class Notifier(ABC):
    """Shows notifications; tells what became of each by posting a `NoteFate`."""

    def show(self, note: Note) -> None:
        """Show a notification, or replace the one with its key."""
        log.debug("notification %s: %s", note.key, note.title)
        self._show(note)

    def close(self, key: Key) -> None:
        """Take a notification away; unknown keys do nothing."""
        log.debug("notification %s: close", key)
        self._close(key)

    @abstractmethod
    def health(self) -> Health:
        """Return whether it works."""

    @abstractmethod
    def _show(self, note: Note) -> None: ...

    @abstractmethod
    def _close(self, key: Key) -> None: ...

    @abstractmethod
    def stop(self) -> None:
        """Take everything away and let go; may be called twice."""
