"""Everything the domain can ask for, as values: it decides, others act."""

from enum import StrEnum
from typing import TypeAlias

from unkink.domain.cards import Question
from unkink.domain.deck import Cue, Row
from unkink.domain.holds import Why
from unkink.domain.rules import Surface
from unkink.domain.units import Instant, Seconds
from unkink.frozen import dataclass


class Cause(StrEnum):
    """Why a prompt came at this moment."""

    PAUSE = "pause"
    """The user paused."""
    CALL_OVER = "call over"
    """A call was over."""
    RETURN = "return"
    """The user had just come back, and paused."""
    WINDOW = "window"
    """Another window came to the front and no key followed, or one that filled the screen does so no longer."""
    BOUND = "bound"
    """No pause came within the wait."""
    ASKED = "asked"
    """The user asked for it."""


class Credit(StrEnum):
    """What counted as a break."""

    AWAY = "away"
    """An absence, a lock or a sleep."""
    MOVED = "moved"
    """The user said so."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An offered break.

    Attributes:
        id: a number never used twice.
        kinds: the kinds of break it stands for; empty for an appointment or an offer that was only asked for.
        length: how long the routine may be, in seconds.
        what: `any`, a place, `roller`, an area or a routine's id.
        short: a half-minute to a minute at the desk is wanted instead.
        snoozes: the lengths that can still be asked for, in seconds.
        surface: where it appears.
        cause: why now.
        appointment: the name of the appointment it is for; empty where it is for none.
    """

    id: int
    kinds: tuple[str, ...]
    length: Seconds
    what: str
    short: bool
    snoozes: tuple[Seconds, ...]
    surface: Surface
    cause: Cause
    appointment: str = ""


@dataclass(frozen=True, slots=True)
class Warn:
    """A break will soon be due: the icon changes."""

    kind: str


@dataclass(frozen=True, slots=True)
class BecameDue:
    """A break is due and waits for a good moment."""

    kind: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """Show this offer; shown again where it is open already."""

    offer: Offer


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take the offer with this number off every surface."""

    offer: int


@dataclass(frozen=True, slots=True)
class Missed:
    """Nobody was there to see the offer."""

    offer: int


@dataclass(frozen=True, slots=True)
class Ignored:
    """The offer was shown twice and not answered."""

    offer: int


@dataclass(frozen=True, slots=True)
class Snoozed:
    """The offer was put off by `length` seconds."""

    offer: int
    length: Seconds


@dataclass(frozen=True, slots=True)
class Refused:
    """The offer was turned down."""

    offer: int


@dataclass(frozen=True, slots=True)
class Play:
    """Show a routine under the number `run`: the one offered under `offer`, or the one with the id `routine`."""

    run: int
    offer: int | None = None
    routine: str | None = None


@dataclass(frozen=True, slots=True)
class Halt:
    """Close the routine with this number, kindly."""

    run: int


@dataclass(frozen=True, slots=True)
class Finished:
    """A routine was done to its end."""

    run: int
    done: Seconds


@dataclass(frozen=True, slots=True)
class Stopped:
    """A routine was left after `done` of `planned` seconds."""

    run: int
    done: Seconds
    planned: Seconds


@dataclass(frozen=True, slots=True)
class Credited:
    """A break was taken without being asked for, since the given instant."""

    cause: Credit
    since: Instant


@dataclass(frozen=True, slots=True)
class Held:
    """A reason to be quiet began."""

    why: Why


@dataclass(frozen=True, slots=True)
class Released:
    """A reason to be quiet ended."""

    why: Why


@dataclass(frozen=True, slots=True)
class Appointed:
    """The time of an appointment has come; it is offered at a good moment."""

    appointment: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """An appointment could not come within its hour."""

    appointment: str


@dataclass(frozen=True, slots=True)
class ShowCue:
    """Show a cue under this number."""

    cue: int
    card: Cue
    row: Row


@dataclass(frozen=True, slots=True)
class HideCue:
    """Take the cue with this number off the screen."""

    cue: int


@dataclass(frozen=True, slots=True)
class CueTaken:
    """What a cue proposed is done."""

    cue: int
    id: str


@dataclass(frozen=True, slots=True)
class CueRefused:
    """A cue was turned down, or not answered by somebody who was there."""

    cue: int
    id: str


@dataclass(frozen=True, slots=True)
class PutQuestion:
    """Ask this."""

    question: Question


@dataclass(frozen=True, slots=True)
class DropQuestion:
    """Ask this no longer."""

    question: Question


Effect: TypeAlias = (
    Warn
    | BecameDue
    | Prompt
    | Withdraw
    | Missed
    | Ignored
    | Snoozed
    | Refused
    | Play
    | Halt
    | Finished
    | Stopped
    | Credited
    | Held
    | Released
    | Appointed
    | Dropped
    | ShowCue
    | HideCue
    | CueTaken
    | CueRefused
    | PutQuestion
    | DropQuestion
)
