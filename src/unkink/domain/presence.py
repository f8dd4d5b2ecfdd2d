"""Where a person can be, as far as anybody can tell, as types; and what of it the other parts are told."""

from typing import TypeAlias

from unkink.domain.units import Instant, Seconds
from unkink.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Moving:
    """There is input, as far as the idle source can tell."""


@dataclass(frozen=True, slots=True)
class Still:
    """No input since an instant, of which `asleep` seconds were spent in sleep."""

    since: Instant
    asleep: Seconds = 0.0


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nothing can tell."""


Input: TypeAlias = Moving | Still | Unknown


@dataclass(frozen=True, slots=True)
class AtDesk:
    """Somebody sits there.

    Attributes:
        sign: the last sign of presence.
        unsure: desk time counted since then.
        floor: the earliest instant `sign` may still turn out to be.
        came: when this stretch at the desk began.
    """

    sign: Instant
    unsure: Seconds
    floor: Instant
    came: Instant


@dataclass(frozen=True, slots=True)
class LockedUp:
    """The screen is locked, not yet for long; the rest as in `AtDesk`."""

    sign: Instant
    unsure: Seconds
    floor: Instant
    since: Instant


@dataclass(frozen=True, slots=True)
class Away:
    """Known to be gone, since the last sign of presence."""

    since: Instant
    locked: bool


@dataclass(frozen=True, slots=True)
class InRoutine:
    """A routine is on: neither sitting nor absence."""

    locked_since: Instant | None = None


Phase: TypeAlias = AtDesk | LockedUp | Away | InRoutine


@dataclass(frozen=True, slots=True)
class Activity:
    """What is known of the person.

    Attributes:
        desk: the desk clock, in seconds.
        seen: the last step.
        input: what the idle source said last.
        phase: where the person is.
        believed: whether silence counts as sitting (a call, a meeting, a film).
        fronted: when another window last came to the front; None where none ever did.
    """

    desk: Seconds
    seen: Instant
    input: Input
    phase: Phase
    believed: bool = False
    fronted: Instant | None = None

    @property
    def at_desk(self) -> bool:
        """Whether the desk clock runs."""
        return isinstance(self.phase, AtDesk)

    def still_for(self) -> Seconds | None:
        """Return for how long there has been no input, in seconds; None where there is input or nobody knows."""
        return self.seen - self.input.since if isinstance(self.input, Still) else None


# -- what the other parts are told ----------------------------------------------


@dataclass(frozen=True, slots=True)
class WentAway:
    """An absence long enough to be a break, known now, since the last sign of presence."""

    since: Instant


@dataclass(frozen=True, slots=True)
class Returned:
    """Somebody is back after `gone` seconds, at least `RETURN_GAP`."""

    gone: Seconds


@dataclass(frozen=True, slots=True)
class Rested:
    """A lock or a sleep of `length` seconds, too short to be a break."""

    length: Seconds


@dataclass(frozen=True, slots=True)
class LeftDesk:
    """The desk clock stopped for a reason that overtakes an open prompt: lock or sleep."""


Fact: TypeAlias = WentAway | Returned | Rested | LeftDesk
