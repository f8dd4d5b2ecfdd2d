"""Which moments suit a person: counted, kept on this machine, and plain to explain.

Offers are counted for each kind of good moment and each part of the day, and how many of them were accepted. A kind
that is accepted less than half as often as the best one is passed over until half the wait is gone.
"""

from datetime import datetime
from enum import StrEnum

from unkink.domain.effects import Cause
from unkink.frozen import dataclass, replace

ENOUGH = 20
"""Nothing is learned from fewer offers."""
GOOD_MOMENTS = (Cause.PAUSE, Cause.CALL_OVER, Cause.RETURN, Cause.WINDOW)
"""The kinds of moment there are; the others are no choice of a moment."""


class Part(StrEnum):
    """A part of the day."""

    MORNING = "morning"
    """04:00 to 11:00."""
    MIDDAY = "midday"
    """11:00 to 14:00."""
    AFTERNOON = "afternoon"
    """14:00 to 18:00."""
    EVENING = "evening"
    """18:00 to 04:00."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many offers at one kind of moment, in one part of the day, and how many of them were accepted."""

    cause: Cause
    part: Part
    offers: int
    accepted: int


Tallies = tuple[Tally, ...]


def part_of(local: datetime) -> Part:
    """Return the part of the day a local time is in."""
    if 4 <= local.hour < 11:
        return Part.MORNING
    if 11 <= local.hour < 14:
        return Part.MIDDAY
    return Part.AFTERNOON if 14 <= local.hour < 18 else Part.EVENING


def counted(tallies: Tallies, cause: Cause, local: datetime, *, accepted: bool) -> Tallies:
    """Return the tallies with one more offer that was answered, or not answered, by somebody who was there."""
    if cause not in GOOD_MOMENTS:
        return tallies
    part = part_of(local)
    old = next((t for t in tallies if (t.cause, t.part) == (cause, part)), Tally(cause, part, 0, 0))
    others = tuple(t for t in tallies if t is not old)
    return (*others, replace(old, offers=old.offers + 1, accepted=old.accepted + accepted))


def disliked(tallies: Tallies, cause: Cause, local: datetime) -> bool:
    """Return whether this kind is accepted less than half as often as the best one, in this part of the day."""
    part = part_of(local)
    here = [tally for tally in tallies if tally.part is part]
    if sum(tally.offers for tally in here) < ENOUGH:
        return False
    rates = {tally.cause: tally.accepted / tally.offers for tally in here}
    return cause in rates and rates[cause] < max(rates.values()) / 2
