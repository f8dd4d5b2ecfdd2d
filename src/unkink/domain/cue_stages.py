"""Where the posture cues can stand, as types. Marks stand on the desk clock."""

from datetime import date
from enum import StrEnum
from typing import TypeAlias

from unkink.domain.body import Position
from unkink.domain.deck import Hands, Row
from unkink.domain.stages import Scene
from unkink.domain.units import Instant, Seconds
from unkink.frozen import dataclass


class Slot(StrEnum):
    """What a day has once."""

    MORNING = "morning"
    """The first input of the day, within hours."""
    LUNCH = "lunch"
    """The return from lunch."""
    AFTERNOON = "afternoon"
    """The middle of the afternoon."""


@dataclass(frozen=True, slots=True)
class Resting:
    """No cue is wanted."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A cue waits for its moment, until an instant."""

    row: Row
    until: Instant


@dataclass(frozen=True, slots=True)
class Shown:
    """A cue is on the screen."""

    number: int
    id: str
    row: Row
    since: Instant


Stage: TypeAlias = Resting | Wanted | Shown


@dataclass(frozen=True, slots=True)
class Today:
    """What the day has had.

    Attributes:
        day: which day; it begins at 04:00.
        slots: what comes once a day, and has come.
        ids: the cues shown.
        cues: how many of them count.
        others: how many of those were of another kind than a change of position.
        halved: whether the rate is halved after refusals.
    """

    day: date
    slots: tuple[Slot, ...] = ()
    ids: tuple[str, ...] = ()
    cues: int = 0
    others: int = 0
    halved: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark before which a row does not match again."""

    row: Row
    at: Seconds


@dataclass(frozen=True, slots=True)
class Cues:
    """All about cues.

    Attributes:
        stage: what is going on.
        position: what the user said of it; None where that is not known any more.
        stated: the mark at which they said so.
        changed: the mark of the last change of position that is known of.
        spell: the mark at which this spell of work began.
        looked: the mark of the last look into the distance.
        not_before: what keeps rows from matching again too soon.
        hands: what the hands have been doing.
        times: when the last cues came, for the budget of an hour.
        today: what the day has had.
        days: on how many days there has been anybody.
        recent: the last cues, the newest last.
        refused: how many were refused or ignored in a row.
        serial: the last number given to a cue.
    """

    stage: Stage
    position: Position | None
    stated: Seconds
    changed: Seconds
    spell: Seconds
    looked: Seconds
    not_before: tuple[Mark, ...]
    hands: Hands
    times: tuple[Instant, ...]
    today: Today
    days: int
    recent: tuple[str, ...]
    refused: int
    serial: int


@dataclass(frozen=True, slots=True)
class View:
    """What a cue has to look at besides itself.

    Attributes:
        scene: what a break looks at too.
        open: whether it is within hours.
        near: desk time until a break is due, in seconds; 0 where one is, or where a prompt or a routine is on.
        quiet_until: nothing comes before this instant.
    """

    scene: Scene
    open: bool
    near: Seconds
    quiet_until: Instant
