"""Everything that can happen, as values: what was observed, what the user said, what the window told."""

from datetime import datetime
from typing import TypeAlias

from unkink.domain.rules import Appointment, Rules
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
    """The local time of a fixed appointment has come."""

    appointment: Appointment


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
    """The user ends every pause that was asked for."""


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


Event: TypeAlias = (
    Tick
    | InputStopped
    | InputSeen
    | InputUnknown
    | Locked
    | Unlocked
    | Slept
    | AppointmentCame
    | OfferNow
    | PlayNow
    | Start
    | Snooze
    | NotNow
    | Moved
    | Pause
    | PauseUntilTomorrow
    | Resume
    | RulesChanged
    | NothingToOffer
    | RoutineBegan
    | RoutineProgressed
    | RoutineEnded
)
