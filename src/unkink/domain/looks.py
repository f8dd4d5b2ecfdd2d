"""When a break must be looked at again: the instants at which time alone may change something."""

from typing import assert_never

from unkink.domain.offers import next_looks
from unkink.domain.rules import Rules
from unkink.domain.stages import (
    APPOINTMENT_KEEPS,
    OPEN_FOR,
    WINDOW_SILENT,
    Counting,
    Cycle,
    Due,
    OnBreak,
    Prompted,
    Scene,
    Snoozing,
    Warned,
)
from unkink.domain.units import Instant, Seconds, after


def waits_for_pause(cycle: Cycle) -> bool:
    """Return whether a pause in input would matter now."""
    return isinstance(cycle.stage, Due | Prompted)


def due_since(cycle: Cycle) -> Instant | None:
    """Return since when a break has been due and waits; None where none does."""
    return cycle.stage.since if isinstance(cycle.stage, Due) else None


def deadlines(cycle: Cycle, scene: Scene, rules: Rules) -> list[Instant]:
    """Return the instants at which time alone may change something."""
    now, desk, stage = scene.at.now, scene.desk, cycle.stage
    found: list[Instant] = []
    targets: list[Seconds] = []
    for each in cycle.waiting:
        found += [each.not_before, after(each.came, APPOINTMENT_KEEPS)]
    match stage:
        case Counting() | Snoozing() | Warned():
            soonest = min(meter.due_at for meter in cycle.meters)
            targets += [soonest - rules.warn_before, soonest]
        case Due():
            found += [stage.not_before, cycle.quiet_until, cycle.spaced_until, *next_looks(scene)]
            targets += [stage.bound, stage.bound - rules.wait_for_pause / 2]
            targets += [meter.due_at for meter in cycle.meters]
        case Prompted(shown=shown):
            found.append(after(shown, OPEN_FOR))
        case OnBreak(heard=heard):
            found.append(after(heard, WINDOW_SILENT))
        case _ as never:
            assert_never(never)
    if scene.at_desk:
        found += [after(now, target - desk) for target in targets]
    return [instant for instant in found if instant > now]
