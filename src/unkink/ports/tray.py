"""The tray icon and its menu."""

import logging
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from unkink.frozen import dataclass
from unkink.ports.health import Health

log = logging.getLogger(__name__)


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
