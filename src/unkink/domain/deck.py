"""The posture cues as a deck of cards: what each says, what it proposes, and whom it suits."""

from enum import StrEnum

from unkink.domain.body import Place
from unkink.domain.health import Level
from unkink.domain.person import Person
from unkink.frozen import dataclass


class Hands(StrEnum):
    """What the hands have mostly been doing, by counts only; nobody looks at which keys."""

    TYPING = "typing"
    """Keys, far more than the mouse."""
    POINTING = "pointing"
    """The mouse, far more than keys."""
    READING = "reading"
    """Little typing and steady scrolling."""
    MIXED = "mixed"
    """Some of everything."""
    UNKNOWN = "unknown"
    """Nobody can tell."""


class Row(StrEnum):
    """A row of the table that says which cue comes when (evidence 7.3), in its order: the first that matches wins."""

    AFTER_CALL = "after-call"
    """A long call is over and no break is near."""
    STANDING = "standing"
    """The user said they stand, a while ago."""
    BREAK = "break"
    """The words of a break's prompt; never a cue."""
    RETURN = "return"
    """The words of a prompt soon after a return; never a cue."""
    POSITION = "position"
    """The same position for half an hour."""
    SPELL = "spell"
    """A long spell of typing or pointing."""
    EYES = "eyes"
    """A while since the eyes looked far away."""
    CHECK = "check"
    """The morning, the return from lunch, the middle of the afternoon."""
    WIND_DOWN = "wind-down"
    """The working day is nearly over."""
    BACK_OFF = "back-off"
    """After refusals: the lightest ones, in place of any other."""


_LIGHT = {Row.POSITION, Row.EYES, Row.CHECK, Row.BACK_OFF}
"""What is left for somebody who is unwell: eyes, breath, another position."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue.

    Attributes:
        id: such as `m01`.
        text: one short line.
        do: the routine or exercise it proposes, by id; empty where it proposes none.
        rows: the rows it stands for.
        hands: what the hands must have been doing for it; empty where anything will do.
        seated: whether it speaks to somebody who sits.
        first: whether it is for the first cue of the day, or the first after lunch, only.
        area: the area the user must care about; empty where none.
        kit: what the user must own; empty where nothing.
        unseen: whether it is only for those on whom no camera is.
        at_home: whether it wants a floor to lie on.
        any_routine: whether, as the words of a prompt, it fits any routine that is done standing.
        touch: whether it proposes touch.
        hide_if: health tags that hide it.
        only_if: health tags of which one must be there for it; empty where none must.
    """

    id: str
    text: str
    do: str = ""
    rows: tuple[Row, ...] = ()
    hands: tuple[Hands, ...] = ()
    seated: bool = False
    first: bool = False
    area: str = ""
    kit: str = ""
    unseen: bool = False
    at_home: bool = False
    any_routine: bool = False
    touch: bool = False
    hide_if: frozenset[str] = frozenset()
    only_if: frozenset[str] = frozenset()


Deck = tuple[Cue, ...]


def suiting(deck: Deck, person: Person) -> Deck:
    """Return the cues of a deck that a person can and may be shown."""
    return tuple(cue for cue in deck if _suits(cue, person))


def _suits(cue: Cue, person: Person) -> bool:
    """Return whether a person can and may be shown a cue."""
    health = person.health
    if cue.hide_if & health.tags or cue.do in person.never or (health.unwell and not _LIGHT & {*cue.rows}):
        return False
    if cue.touch and (not person.touch or health.level is not Level.NONE):
        return False
    if cue.only_if and not cue.only_if & health.tags:
        return False
    if cue.kit and cue.kit not in person.kit:
        return False
    if cue.area and cue.area not in person.areas:
        return False
    if cue.unseen and person.camera:
        return False
    return not cue.at_home or person.place is Place.FLOOR
