"""What the engine needs of the world, and what the world tells it. Adapters implement these; nobody else does.

A port's public methods are concrete: they log, and hand over to one abstract method each. None of them blocks: what
takes time happens elsewhere and its result is posted.
"""

from collections.abc import Callable
from typing import TypeAlias

from unkink.domain.events import Event
from unkink.ports.health import Health
from unkink.ports.memory import History, Kind, Record, Store
from unkink.ports.notes import Button, Fate, Key, Note, NoteFate, Notifier, Topic
from unkink.ports.people import IdleSource
from unkink.ports.routines import Confirmed, NotShown, Rated, RoutinePlayer, Show
from unkink.ports.time import Calendar, Carrier, Clock
from unkink.ports.tray import Entry, Face, Glyph, Tray

Told: TypeAlias = Event | NoteFate | Confirmed | Rated | NotShown
"""Everything an adapter may post."""

Post: TypeAlias = Callable[[Told], None]
"""Hands something to the engine; may be called from any thread, never blocks."""

__all__ = [
    "Button",
    "Calendar",
    "Carrier",
    "Clock",
    "Confirmed",
    "Entry",
    "Face",
    "Fate",
    "Glyph",
    "Health",
    "History",
    "IdleSource",
    "Key",
    "Kind",
    "NotShown",
    "Note",
    "NoteFate",
    "Notifier",
    "Post",
    "Rated",
    "Record",
    "RoutinePlayer",
    "Show",
    "Store",
    "Told",
    "Topic",
    "Tray",
]
