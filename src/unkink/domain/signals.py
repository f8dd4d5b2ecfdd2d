"""What is known of the person besides input: devices in use, what is on the screen; and whether that is a call.

A microphone or camera is a call once it has been in use for `DEBOUNCE` without a break, and until it has been out of
use for as long: a short drop inside is one call.
"""

from enum import StrEnum
from typing import TypeAlias

from unkink.domain.units import Instant, Moment, Seconds, after
from unkink.frozen import dataclass, replace

DEBOUNCE: Seconds = 10.0
"""How long a device must be in use, or out of use, to be believed."""


class Signal(StrEnum):
    """Something that is observed to be so, or not."""

    MICROPHONE = "microphone"
    """Another program listens."""
    CAMERA = "camera"
    """Another program looks."""
    WATCHING = "watching"
    """Another program keeps the screen on: a film, a talk."""
    FULL_SCREEN = "full-screen"
    """A window fills the screen."""
    DO_NOT_DISTURB = "do-not-disturb"
    """The desktop keeps notifications back."""
    SHARING = "sharing"
    """The screen is shared."""
    PROGRAM = "program"
    """A program runs that the user named."""


DEVICES = (Signal.MICROPHONE, Signal.CAMERA)


@dataclass(frozen=True, slots=True)
class NoCall:
    """No device is in use."""


@dataclass(frozen=True, slots=True)
class Starting:
    """A device is in use since an instant; not yet long enough to be a call."""

    since: Instant


@dataclass(frozen=True, slots=True)
class InCall:
    """A call since an instant."""

    since: Instant


@dataclass(frozen=True, slots=True)
class Ending:
    """A call since an instant, whose devices are out of use since `off`; not yet long enough to be over."""

    since: Instant
    off: Instant


Call: TypeAlias = NoCall | Starting | InCall | Ending


@dataclass(frozen=True, slots=True)
class Signals:
    """What is so now.

    Attributes:
        on: the signals that are on, in the order of their names.
        call: what the devices make of it.
    """

    on: tuple[Signal, ...] = ()
    call: Call = NoCall()

    @property
    def in_call(self) -> bool:
        """Whether this is a call for certain."""
        return isinstance(self.call, InCall | Ending)


def passed(signals: Signals, at: Moment) -> Signals:
    """Return the signals once time has passed until `at`."""
    match signals.call:
        case Starting(since=since) if at.now >= after(since, DEBOUNCE):
            return replace(signals, call=InCall(since))
        case Ending(off=off) if at.now >= after(off, DEBOUNCE):
            return replace(signals, call=NoCall())
        case _:
            return signals


def sensed(signals: Signals, signal: Signal, at: Moment, *, on: bool) -> Signals:
    """Return the signals once one of them is on, or is not."""
    others = (other for other in signals.on if other is not signal)
    signals = replace(signals, on=tuple(sorted((*others, signal) if on else others)))
    in_use = any(device in signals.on for device in DEVICES)
    match signals.call:
        case NoCall() if in_use:
            return replace(signals, call=Starting(at.now))
        case Starting() if not in_use:
            return replace(signals, call=NoCall())
        case InCall(since=since) if not in_use:
            return replace(signals, call=Ending(since, at.now))
        case Ending(since=since) if in_use:
            return replace(signals, call=InCall(since))
        case _:
            return signals


def deadline(signals: Signals) -> Instant | None:
    """Return the instant at which time alone changes the signals; None where it does not."""
    match signals.call:
        case Starting(since=since):
            return after(since, DEBOUNCE)
        case Ending(off=off):
            return after(off, DEBOUNCE)
        case _:
            return None
