"""What an offer is made of, and when the moment for one has come."""

from datetime import datetime, timedelta

from unkink.domain import effects as do
from unkink.domain.meter import EXACT, MERGE, Meter, joining
from unkink.domain.moments import GOOD_MOMENTS, disliked
from unkink.domain.rules import AfterWait, Appointment, Rules, Surface
from unkink.domain.stages import STALE, Cycle, Due, Scene, Waiting
from unkink.domain.units import DAY, MINUTE, Instant, Seconds, after

LULL: Seconds = 4.0
"""Input still for this long is a pause: a good moment."""
GLANCE: Seconds = 2.0
"""Without a key for this long, another window in front is a good moment."""
CLICK: Seconds = 1.0
"""The last input before a window came to the front may be this much earlier, or later, than the window."""
AFTER_RETURN: Seconds = MINUTE
"""Nothing comes this soon after a return."""
JUST_BACK: Seconds = 5 * MINUTE
"""A pause this soon after a return belongs to it."""
SHORT_AFTER = 2
"""Refusals in a row after which the next offer is a short one."""


def offered(cycle: Cycle, scene: Scene, cause: do.Cause) -> tuple[tuple[Meter, ...], Waiting | None]:
    """Return the kinds an offer is for, and the appointment."""
    waiting = None if cause is do.Cause.ASKED else ready(cycle, scene.at.now)
    near = cycle.stage.near if isinstance(cycle.stage, Due) else 0.0
    if waiting or cause is do.Cause.BOUND:
        near = max(near, MERGE)  # what would be due within minutes is not asked for twice
    return tuple(meter for meter in cycle.meters if meter.missing(scene.desk) <= near), waiting


def offer(cycle: Cycle, scene: Scene, rules: Rules, cause: do.Cause) -> do.Offer:
    """Return an offer of what is due; where the user asks and nothing is, of a `move` break."""
    meters, waiting = offered(cycle, scene, cause)
    kind = max((meter.kind for meter in meters), key=lambda kind: kind.length, default=cycle.meters[0].kind)
    badge = cause is do.Cause.BOUND and rules.after_wait is AfterWait.BADGE
    return do.Offer(
        id=cycle.serial + 1,
        kinds=tuple(meter.kind.name for meter in meters),
        length=kind.length,
        what=waiting.appointment.what if waiting else kind.what,
        short=cycle.refusals >= SHORT_AFTER and not waiting,
        snoozes=rules.snooze if cycle.snoozes < rules.max_snoozes else (),
        surface=Surface.ICON if badge else kind.surface,
        cause=cause,
        appointment=waiting.appointment.name if waiting else "",
    )


def ready(cycle: Cycle, now: Instant) -> Waiting | None:
    """Return the appointment that may be offered now; None where none may."""
    return next((waiting for waiting in cycle.waiting if now >= waiting.not_before), None)


def good_moment(cycle: Cycle, stage: Due, scene: Scene, rules: Rules) -> do.Cause | None:
    """Return why now is the moment for a prompt; None where it is not."""
    now, desk = scene.at.now, scene.desk
    if not scene.at_desk or scene.silent or scene.margin is not None:
        return None
    if now < max(stage.not_before, cycle.quiet_until, cycle.spaced_until):
        return None
    cause = _cause(cycle, scene)
    wait = _another_joins(cycle, stage, scene, rules) or cause in passed_over(cycle, stage, desk, scene.at.local, rules)
    if cause is not None and not wait:
        return cause
    return do.Cause.BOUND if desk >= stage.bound - EXACT and not scene.perhaps_gone else None


def passed_over(cycle: Cycle, stage: Due, desk: Seconds, local: datetime, rules: Rules) -> tuple[do.Cause, ...]:
    """Return the kinds of moment that are not taken now since the person rarely accepts them; until half the wait."""
    if not rules.learn or not cycle.tallies or desk >= stage.bound - rules.wait_for_pause / 2:
        return ()
    return tuple(cause for cause in GOOD_MOMENTS if disliked(cycle.tallies, cause, local))


def next_looks(scene: Scene) -> list[Instant]:
    """Return the instants at which silence that goes on becomes a good moment."""
    if scene.still is None:
        return []
    began = after(scene.at.now, -scene.still)
    return [after(began, LULL), *([] if scene.fronted is None else [after(scene.fronted, GLANCE)])]


def pausing(scene: Scene) -> do.Cause | None:
    """Return what the pause in input that is now, if there is one, is a sign of; None where the user may have left."""
    still, fronted, now = scene.still, scene.fronted, scene.at.now
    if still is None or still >= STALE:
        return None
    looks = fronted is not None and fronted >= now - still - CLICK and now - fronted >= GLANCE - EXACT
    if looks and still >= GLANCE - EXACT:
        return do.Cause.WINDOW
    return do.Cause.PAUSE if still >= LULL - EXACT else None


def _cause(cycle: Cycle, scene: Scene) -> do.Cause | None:
    """Return which kind of good moment this is; None where it is none."""
    cause = scene.moment or pausing(scene)
    just_back = scene.at.now < after(cycle.quiet_until, JUST_BACK - AFTER_RETURN)
    return do.Cause.RETURN if cause is do.Cause.PAUSE and just_back else cause


def _another_joins(cycle: Cycle, stage: Due, scene: Scene, rules: Rules) -> bool:
    """Return whether what is due is worth keeping a little, since something else is soon to come with it."""
    if stage.near or ready(cycle, scene.at.now):
        return False
    return joining(cycle.meters, scene.desk) > 0 or any(_soon(each, scene) for each in rules.appointments)


def _soon(appointment: Appointment, scene: Scene) -> bool:
    local = scene.at.local
    comes = timedelta(minutes=appointment.at) - timedelta(hours=local.hour, minutes=local.minute, seconds=local.second)
    ahead = comes.total_seconds() % DAY
    day = (local + timedelta(seconds=ahead)).weekday()
    return 0 < ahead <= MERGE and day in appointment.days
