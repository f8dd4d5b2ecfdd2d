"""What the state means to somebody who looks: one phase, what comes next and when, and why."""

from enum import StrEnum

from unkink.domain.core import State, kept_from
from unkink.domain.effects import Cause, Offer
from unkink.domain.holds import Hold
from unkink.domain.meter import Meter
from unkink.domain.offers import AFTER_RETURN, passed_over
from unkink.domain.presence import Away
from unkink.domain.stages import STALE, Due, OnBreak, Prompted, Snoozing
from unkink.domain.units import Instant, Seconds, after
from unkink.frozen import dataclass

RING_STEPS = 12
"""How many steps the ring of the icon has."""


class Phase(StrEnum):
    """What is going on, in one word."""

    WORKING = "working"
    """Desk time grows."""
    DUE = "due"
    """A break waits for a good moment."""
    PROMPTED = "prompted"
    """A break is on offer."""
    SNOOZED = "snoozed"
    """A break was put off."""
    ON_BREAK = "on_break"
    """A routine runs."""
    AWAY = "away"
    """Nobody is there."""
    HELD = "held"
    """There is a reason to be quiet."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """One look at a state.

    Attributes:
        phase: what is going on.
        desk: desk time of `move`, in seconds.
        kind: the kind of break that comes next.
        next_in: seconds until it is due if the person stays, or until it is offered anyway where it is due; None where
            nothing comes.
        warned: whether it comes so soon that the icon says so.
        ring: how full the ring of the icon is, 0 to 12.
        hold: the reason to be quiet that is shown; it counts in every phase.
        kept: whether what is observed has kept a due break for so long that it must be said.
        welcome: whether the person has just come back from what counted as a break.
        offer: the offer that is open.
        run: the number of the routine that runs.
        since: for `AWAY`, since when.
        passing_over: the kinds of moment that are passed over for now, as learned.
        snoozes_left: how many snoozes in a row are left.
    """

    phase: Phase
    desk: Seconds
    kind: str
    next_in: Seconds | None
    warned: bool
    ring: int
    hold: Hold | None
    kept: bool
    welcome: bool
    offer: Offer | None
    run: int | None
    since: Instant | None
    passing_over: tuple[Cause, ...]
    snoozes_left: int


def outlook(state: State) -> Outlook:
    """Return how things stand."""
    stage, activity, desk = state.cycle.stage, state.activity, state.activity.desk
    hold = state.holds.reasons[0] if state.holds.reasons else None
    kept = kept_from(state)
    count = state.cycle.meters[0].count(desk)
    soonest = min(state.cycle.meters, key=lambda meter: meter.due_at)
    phase = _phase(state, hold)
    missing = soonest.missing(desk)
    next_in: Seconds | None = missing
    if isinstance(stage, Due):
        next_in = max(0.0, stage.bound - desk) if activity.at_desk and not _perhaps_gone(state) else None
    if phase in (Phase.ON_BREAK, Phase.PROMPTED, Phase.AWAY, Phase.HELD):
        next_in = None
    return Outlook(
        phase=phase,
        desk=count,
        kind=soonest.kind.name,
        next_in=next_in,
        warned=missing <= state.rules.warn_before,
        ring=_ring(soonest, desk),
        hold=hold,
        kept=kept is not None and state.at.now >= kept,
        welcome=count < AFTER_RETURN and state.at.now < state.cycle.quiet_until,
        offer=stage.offer if isinstance(stage, Prompted) else None,
        run=stage.run if isinstance(stage, OnBreak) else None,
        since=activity.phase.since if isinstance(activity.phase, Away) else None,
        passing_over=passed_over(state.cycle, stage, desk, state.at.local, state.rules)
        if isinstance(stage, Due)
        else (),
        snoozes_left=max(0, state.rules.max_snoozes - state.cycle.snoozes),
    )


def _phase(state: State, hold: Hold | None) -> Phase:
    match state.cycle.stage:
        case OnBreak():
            return Phase.ON_BREAK
        case Prompted():
            return Phase.PROMPTED
        case _ if hold is not None:
            return Phase.HELD
        case _ if isinstance(state.activity.phase, Away):
            return Phase.AWAY
        case Due():
            return Phase.DUE
        case Snoozing():
            return Phase.SNOOZED
        case _:
            return Phase.WORKING


def _perhaps_gone(state: State) -> bool:
    still = state.activity.still_for()
    return still is not None and still >= STALE and not state.activity.believed


def _ring(meter: Meter, desk: Seconds) -> int:
    return min(RING_STEPS, int(meter.count(desk) / meter.mark * RING_STEPS)) if meter.mark else RING_STEPS


def next_at(state: State, look: Outlook) -> Instant | None:
    """Return the instant of what comes next, as far as it is known now."""
    if look.hold is not None:
        return look.hold.until
    return None if look.next_in is None else after(state.at.now, look.next_in)
