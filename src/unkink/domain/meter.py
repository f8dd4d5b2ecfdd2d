"""Counters of desk time: one for each kind of break, as marks on the desk clock."""

from collections.abc import Iterable

from unkink.domain.rules import Kind
from unkink.domain.units import MINUTE, Seconds
from unkink.frozen import dataclass, replace

EXACT: Seconds = 1e-3
"""Desk time is a sum of many steps: a mark is reached when less than this is missing."""
MERGE: Seconds = 5 * MINUTE
"""Kinds that fall due within this become one offer."""


@dataclass(frozen=True, slots=True)
class Meter:
    """One kind's counter.

    Attributes:
        kind: what it counts for.
        zero: where the desk clock stood at the last reset.
        mark: the due mark: the count at which a break of this kind is due.
    """

    kind: Kind
    zero: Seconds
    mark: Seconds

    def count(self, desk: Seconds) -> Seconds:
        """Return the desk time since the last reset."""
        return max(0.0, desk - self.zero)

    @property
    def due_at(self) -> Seconds:
        """Where the desk clock stands when this kind is due."""
        return self.zero + self.mark

    def missing(self, desk: Seconds) -> Seconds:
        """Return the desk time until this kind is due; 0 where it is."""
        rest = self.due_at - desk
        return rest if rest > EXACT else 0.0


def fresh(kind: Kind, desk: Seconds) -> Meter:
    """Return the meter of a kind that has just been reset."""
    return Meter(kind, desk, kind.every)


def lowered(meter: Meter, desk: Seconds, share: float) -> Meter:
    """Return the meter with `share` (0 to 1) of its count gone; its mark stays."""
    return replace(meter, zero=desk - meter.count(desk) * (1.0 - share))


def put_off(meter: Meter, desk: Seconds, by: Seconds) -> Meter:
    """Return the meter that is due `by` seconds of desk time from now."""
    return replace(meter, mark=meter.count(desk) + by)


def unsnoozed(meter: Meter, *, was_due: bool, desk: Seconds) -> Meter:
    """Return the meter without its snooze, where rest has made the break that was snoozed not due any more."""
    snoozed = meter.mark != meter.kind.every
    ended = snoozed and was_due and meter.count(desk) < meter.kind.every
    return replace(meter, mark=meter.kind.every) if ended else meter


def adopt(kinds: Iterable[Kind], meters: tuple[Meter, ...], desk: Seconds) -> tuple[Meter, ...]:
    """Return the meters for changed kinds: counts stay, new kinds begin now, marks follow a changed interval."""
    old = {meter.kind.name: meter for meter in meters}
    adopted = []
    for kind in kinds:
        meter = old.get(kind.name)
        if meter is None:
            adopted.append(fresh(kind, desk))
        else:
            untouched = meter.mark == meter.kind.every
            adopted.append(replace(meter, kind=kind, mark=kind.every if untouched else meter.mark))
    return tuple(adopted)


def due(meters: tuple[Meter, ...], desk: Seconds) -> tuple[Meter, ...]:
    """Return the meters that are due."""
    return tuple(meter for meter in meters if not meter.missing(desk))


def joining(meters: tuple[Meter, ...], desk: Seconds) -> Seconds:
    """Return the desk time until the last kind that joins the first one due is due too; 0 where none is to come."""
    first = min(meter.due_at for meter in meters)
    return max((meter.missing(desk) for meter in meters if meter.due_at <= first + MERGE), default=0.0)
