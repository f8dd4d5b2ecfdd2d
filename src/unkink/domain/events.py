"""Everything that can happen, as values: what was observed, what the user said, what the window told."""

from datetime import datetime
from typing import TypeAlias

from unkink.domain.body import Position
from unkink.domain.cards import Answer, Question
from unkink.domain.deck import Hands
from unkink.domain.rules import Appointment, Rules
from unkink.domain.signals import Signal
from unkink.domain.units import Seconds
from unkink.frozen import dataclass

# -- observed -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tick:
    """Time has passed; nothing else is known."""


@dataclass(frozen=True, slots=True)
class InputStopped:
    """There has been no input for `idle` seconds of waking time."""

    idle: Seconds


@dataclass(frozen=True, slots=True)
class InputSeen:
    """There was input just now."""


@dataclass(frozen=True, slots=True)
class InputUnknown:
    """Nothing on this machine can tell whether there is input."""


@dataclass(frozen=True, slots=True)
class Locked:
    """The screen was locked."""


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The screen was unlocked."""


@dataclass(frozen=True, slots=True)
class Slept:
    """The machine slept for `length` seconds and has just woken."""

    length: Seconds


@dataclass(frozen=True, slots=True)
class AppointmentCame:
    """The local time of a fixed appointment has come, `ago` seconds ago."""

    appointment: Appointment
    ago: Seconds = 0.0


@dataclass(frozen=True, slots=True)
class Sensed:
    """A signal is on, or is not; None where nobody can tell any more."""

    signal: Signal
    on: bool | None


@dataclass(frozen=True, slots=True)
class WindowChanged:
    """Another window came to the front; never one of our own."""


@dataclass(frozen=True, slots=True)
class HandsDo:
    """What the hands have mostly been doing for the last minutes."""

    use: Hands


# -- said by the user ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OfferNow:
    """The user asks to be offered a break now."""


@dataclass(frozen=True, slots=True)
class PlayNow:
    """The user starts the routine with this id."""

    routine: str


@dataclass(frozen=True, slots=True)
class Start:
    """The user takes the break that was offered under this number, however old the offer is."""

    offer: int


@dataclass(frozen=True, slots=True)
class Snooze:
    """The user wants the offer with this number later, `length` seconds of desk time from now."""

    offer: int
    length: Seconds


@dataclass(frozen=True, slots=True)
class NotNow:
    """The user turns down the offer with this number, in words or by dismissing it."""

    offer: int


@dataclass(frozen=True, slots=True)
class Moved:
    """The user just moved, without being asked."""


@dataclass(frozen=True, slots=True)
class Stated:
    """The user tells how they are: `SEATED` or `STANDING`."""

    position: Position


@dataclass(frozen=True, slots=True)
class Pause:
    """The user wants quiet.

    Attributes:
        length: for so many seconds; None where `until` tells, or where it is open-ended.
        until: until this local time.
        meeting: the quiet is for a meeting: it counts as sitting.
    """

    length: Seconds | None = None
    until: datetime | None = None
    meeting: bool = False


@dataclass(frozen=True, slots=True)
class PauseUntilTomorrow:
    """The user wants quiet until the start of the next day's hours, or else its first input."""


@dataclass(frozen=True, slots=True)
class Resume:
    """The user ends the quiet: what they asked for, or else what is observed and the hours, while those last."""


@dataclass(frozen=True, slots=True)
class IgnoreHolds:
    """The user has what is observed passed over until it ends."""


@dataclass(frozen=True, slots=True)
class Health:
    """An answer about health holds everything, or does no longer."""

    on: bool


@dataclass(frozen=True, slots=True)
class TakeCue:
    """The user does what the cue with this number proposes: `routine`, a routine's or an exercise's id."""

    cue: int
    routine: str


@dataclass(frozen=True, slots=True)
class RefuseCue:
    """The user turns down the cue with this number, in words or by dismissing it."""

    cue: int


@dataclass(frozen=True, slots=True)
class CueGone:
    """The cue with this number is off the screen without an answer: nobody could show it, or it was only looked at."""

    cue: int


@dataclass(frozen=True, slots=True)
class Answered:
    """The user answers a question; None where they only closed it."""

    question: Question
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class RulesChanged:
    """The user changed the rules."""

    rules: Rules


# -- told by whoever shows prompts and routines ---------------------------------


@dataclass(frozen=True, slots=True)
class NothingToOffer:
    """No routine fits the offer with this number."""

    offer: int


@dataclass(frozen=True, slots=True)
class RoutineBegan:
    """A routine is on show; `planned` seconds long."""

    run: int
    planned: Seconds


@dataclass(frozen=True, slots=True)
class RoutineProgressed:
    """A routine goes on; `done` seconds of it are done."""

    run: int
    done: Seconds


@dataclass(frozen=True, slots=True)
class RoutineEnded:
    """A routine is over after `done` seconds, to its end or not."""

    run: int
    done: Seconds
    finished: bool


Said: TypeAlias = (
    OfferNow
    | PlayNow
    | Start
    | Snooze
    | NotNow
    | Moved
    | Stated
    | Pause
    | PauseUntilTomorrow
    | Resume
    | IgnoreHolds
    | TakeCue
    | RefuseCue
    | Answered
)
"""Whoever says one of these is there."""

Event: TypeAlias = (
    Tick
    | InputStopped
    | InputSeen
    | InputUnknown
    | Locked
    | Unlocked
    | Slept
    | Sensed
    | WindowChanged
    | HandsDo
    | AppointmentCame
    | OfferNow
    | PlayNow
    | Start
    | Snooze
    | NotNow
    | Moved
    | Stated
    | Pause
    | PauseUntilTomorrow
    | Resume
    | IgnoreHolds
    | Health
    | TakeCue
    | RefuseCue
    | CueGone
    | Answered
    | RulesChanged
    | NothingToOffer
    | RoutineBegan
    | RoutineProgressed
    | RoutineEnded
)
