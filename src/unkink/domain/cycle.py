"""The cycle of breaks. Every transition of a break stands in this file and nowhere else.

Counting -> Warned -> Due -> Prompted -> OnBreak -> Counting
                       ^        |  unanswered: once more; snoozed or turned down: Counting with a later mark
                       +--------+  overtaken by a lock, a sleep or a hold: still due
"""

from dataclasses import replace
from typing import assert_never

from unkink.domain import effects as do
from unkink.domain import events, holds
from unkink.domain.activity import RETURN_GAP, Fact, LeftDesk, Rested, Returned, WentAway
from unkink.domain.meter import EXACT, MERGE, adopt, due, fresh, joining, lowered, put_off
from unkink.domain.rules import AfterWait, Rules, Surface
from unkink.domain.stages import Counting, Cycle, Due, OnBreak, Prompted, Scene, Snoozing, Waiting, Warned
from unkink.domain.units import HOUR, MINUTE, Instant, Moment, Seconds, after

LULL: Seconds = 4.0
"""Input still for this long is a pause: a good moment."""
STALE: Seconds = MINUTE
"""Input still for this long may mean that the user has left: no moment at all."""
OPEN_FOR: Seconds = 2 * MINUTE
"""How long an unanswered prompt stays."""
SPACING: Seconds = 5 * MINUTE
"""No two prompts come closer than this, unless the user asked for it."""
AFTER_RETURN: Seconds = MINUTE
"""Nothing comes this soon after a return."""
APPOINTMENT_KEEPS: Seconds = HOUR
"""How long an appointment waits before it is dropped."""
WINDOW_SILENT: Seconds = 10 * MINUTE
"""A routine that nothing was heard of for this long is over."""
SHORT_AFTER = 2
"""Refusals in a row after which the next offer is a short one."""


def start(at: Moment, rules: Rules, desk: Seconds = 0.0) -> Cycle:
    """Return the cycle of somebody who has just begun."""
    meters = tuple(fresh(kind, desk) for kind in rules.kinds)
    return Cycle(meters, Counting(), None, 0, 0, at.now, at.now, 0)


def step(
    cycle: Cycle,
    event: events.Event,
    facts: tuple[Fact | holds.HoldChange, ...],
    scene: Scene,
    rules: Rules,
) -> tuple[Cycle, tuple[do.Effect, ...]]:
    """Return the cycle after `event` and what followed from it elsewhere, and what is to be done."""
    out: list[do.Effect] = []
    for fact in facts:
        cycle = _hear(cycle, fact, scene, rules, out)
    cycle = _answer(cycle, event, scene, rules, out)
    while (settled := _settle(cycle, scene, rules, out)) is not cycle:
        cycle = settled
    return cycle, tuple(out)


# -- what the other parts found out -----------------------------------------------


def _hear(cycle: Cycle, fact: Fact | holds.HoldChange, scene: Scene, rules: Rules, out: list[do.Effect]) -> Cycle:
    now, desk = scene.at.now, scene.desk
    match fact:
        case WentAway(since=since):
            if isinstance(cycle.stage, OnBreak):
                run = cycle.stage
                out += [do.Halt(run.run), do.Stopped(run.run, run.done, run.planned or 0.0)]
            out.append(do.Credited(do.Credit.AWAY, since))
            meters = tuple(fresh(meter.kind, desk) for meter in cycle.meters)
            return replace(_taken_back(cycle, out), meters=meters, stage=Counting(), snoozes=0, refusals=0)
        case Returned():
            return replace(cycle, quiet_until=after(now, AFTER_RETURN))
        case Rested(length=length):
            share = min(1.0, length / rules.away_after)
            quiet = after(now, AFTER_RETURN) if length >= RETURN_GAP else cycle.quiet_until
            meters = tuple(lowered(meter, desk, share) for meter in cycle.meters)
            return replace(cycle, meters=meters, quiet_until=quiet)
        case LeftDesk():
            return _taken_back(cycle, out)
        case holds.HoldBegan(hold=hold):
            out.append(do.Held(hold.why))
            asked_for = isinstance(cycle.stage, Prompted) and cycle.stage.offer.cause is do.Cause.ASKED
            return cycle if asked_for else _taken_back(cycle, out)
        case holds.HoldEnded(hold=hold):
            out.append(do.Released(hold.why))
            if isinstance(cycle.stage, Due):
                return replace(cycle, stage=replace(cycle.stage, bound=desk + rules.wait_for_pause))
            return cycle
        case _ as never:
            assert_never(never)


def _taken_back(cycle: Cycle, out: list[do.Effect]) -> Cycle:
    """Take back an open prompt: it counts for nothing."""
    if not isinstance(cycle.stage, Prompted):
        return cycle
    out.append(do.Withdraw(cycle.stage.offer.id))
    return replace(cycle, stage=cycle.stage.wait or Counting())


# -- what the user and the window say ------------------------------------------------


def _answer(cycle: Cycle, event: events.Event, scene: Scene, rules: Rules, out: list[do.Effect]) -> Cycle:
    now = scene.at.now
    match event, cycle.stage:
        case events.OfferNow(), _:
            return _offer(cycle, scene, rules, out, do.Cause.ASKED)
        case events.PlayNow(routine=routine), _:
            return _play(_taken_back(cycle, out), scene, out, routine=routine)
        case events.Start(offer=offer), _:
            return _play(cycle, scene, out, offer=offer)
        case events.Snooze(offer=offer, length=length), Prompted() as prompted if offer == prompted.offer.id:
            return _snooze(cycle, prompted, length, scene, out) if cycle.snoozes < rules.max_snoozes else cycle
        case events.NotNow(offer=offer), Prompted() as prompted if offer == prompted.offer.id:
            return _turn_down(cycle, prompted, scene, out)
        case events.NothingToOffer(offer=offer), Prompted() as prompted if offer == prompted.offer.id:
            return replace(_put_off(cycle, prompted.offer, scene), stage=Counting())
        case events.Moved(), _:
            out.append(do.Credited(do.Credit.MOVED, now))
            first, *others = cycle.meters
            moved = replace(cycle, meters=(fresh(first.kind, scene.desk), *others), snoozes=0, refusals=0)
            return _taken_back(moved, out)
        case events.RulesChanged(), _:
            return replace(cycle, meters=adopt(rules.kinds, cycle.meters, scene.desk))
        case events.AppointmentCame(appointment=appointment), _:
            return replace(cycle, waiting=Waiting(appointment, now, now))
        case events.RoutineBegan(run=run, planned=planned), OnBreak() as on if run == on.run:
            return replace(cycle, stage=replace(on, planned=planned, heard=now))
        case events.RoutineProgressed(run=run, done=done), OnBreak() as on if run == on.run:
            return replace(cycle, stage=replace(on, done=done, heard=now))
        case events.RoutineEnded(run=run, done=done, finished=True), OnBreak() as on if run == on.run:
            return _finish(cycle, replace(on, done=done), scene, out)
        case events.RoutineEnded(run=run, done=done), OnBreak() as on if run == on.run:
            return _stop(cycle, replace(on, done=done), scene, rules, out)
        case _:
            return cycle


def _offer(cycle: Cycle, scene: Scene, rules: Rules, out: list[do.Effect], cause: do.Cause) -> Cycle:
    """Make an offer of what is due; where the user asks and nothing is, of a `move` break."""
    stage = cycle.stage
    if isinstance(stage, OnBreak):
        return cycle
    if isinstance(stage, Prompted):
        out.append(do.Prompt(stage.offer))
        return cycle
    near = MERGE if cycle.waiting else 0.0
    meters = tuple(meter for meter in cycle.meters if meter.missing(scene.desk) <= near)
    kind = max((meter.kind for meter in meters), key=lambda kind: kind.length, default=cycle.meters[0].kind)
    surface, what = kind.surface, kind.what
    if cause is do.Cause.BOUND and rules.after_wait is AfterWait.BADGE:
        surface = Surface.ICON
    if cycle.waiting and cause is not do.Cause.ASKED:
        what = cycle.waiting.appointment.what
    offer = do.Offer(
        id=cycle.serial + 1,
        kinds=tuple(meter.kind.name for meter in meters),
        length=kind.length,
        what=what,
        short=cycle.refusals >= SHORT_AFTER and not cycle.waiting,
        snoozes=rules.snooze if cycle.snoozes < rules.max_snoozes else (),
        surface=surface,
        cause=cause,
    )
    out.append(do.Prompt(offer))
    wait = stage if isinstance(stage, Due) else None
    return replace(
        cycle,
        stage=Prompted(offer, scene.at.now, wait),
        spaced_until=after(scene.at.now, SPACING),
        serial=offer.id,
    )


def _play(
    cycle: Cycle, scene: Scene, out: list[do.Effect], offer: int | None = None, routine: str | None = None
) -> Cycle:
    stage = cycle.stage
    if isinstance(stage, OnBreak):
        return cycle
    if isinstance(stage, Prompted) and stage.offer.id != offer:
        cycle = _taken_back(cycle, out)
    standing = tuple(meter.kind.name for meter in due(cycle.meters, scene.desk))
    kinds = stage.offer.kinds if isinstance(stage, Prompted) and stage.offer.id == offer else standing
    run = cycle.serial + 1
    out.append(do.Play(run, offer, routine))
    on_break = OnBreak(run, kinds or (cycle.meters[0].kind.name,), None, 0.0, scene.at.now)
    return replace(cycle, stage=on_break, serial=run, waiting=None)


def _snooze(cycle: Cycle, prompted: Prompted, length: Seconds, scene: Scene, out: list[do.Effect]) -> Cycle:
    offer, now = prompted.offer, scene.at.now
    out.append(do.Snoozed(offer.id, length))
    kinds = offer.kinds or (() if cycle.waiting else (cycle.meters[0].kind.name,))
    meters = tuple(put_off(m, scene.desk, length) if m.kind.name in kinds else m for m in cycle.meters)
    waiting = cycle.waiting and replace(cycle.waiting, not_before=after(now, length))
    return replace(cycle, meters=meters, stage=Snoozing(), waiting=waiting, snoozes=cycle.snoozes + 1, spaced_until=now)


def _turn_down(cycle: Cycle, prompted: Prompted, scene: Scene, out: list[do.Effect]) -> Cycle:
    if prompted.wait is None and not prompted.offer.kinds:
        return _taken_back(cycle, out)  # they asked, looked, and went on: nothing was refused
    out.append(do.Refused(prompted.offer.id))
    return _refused(_put_off(cycle, prompted.offer, scene))


def _refused(cycle: Cycle) -> Cycle:
    return replace(cycle, stage=Counting(), snoozes=0, refusals=cycle.refusals + 1)


def _put_off(cycle: Cycle, offer: do.Offer, scene: Scene) -> Cycle:
    """Put the kinds that were offered off by their interval."""
    meters = tuple(put_off(m, scene.desk, m.kind.every) if m.kind.name in offer.kinds else m for m in cycle.meters)
    return replace(cycle, meters=meters, waiting=None)


def _finish(cycle: Cycle, run: OnBreak, scene: Scene, out: list[do.Effect]) -> Cycle:
    out.append(do.Finished(run.run, run.done))
    meters = tuple(
        fresh(m.kind, scene.desk) if m.kind.name in run.kinds or m.kind.length <= run.done else m for m in cycle.meters
    )
    return replace(cycle, meters=meters, stage=Counting(), snoozes=0, refusals=0)


def _stop(cycle: Cycle, run: OnBreak, scene: Scene, rules: Rules, out: list[do.Effect]) -> Cycle:
    desk, planned = scene.desk, run.planned or 0.0
    out.append(do.Stopped(run.run, run.done, planned))
    share = min(1.0, run.done / planned) if planned else 0.0
    meters = tuple(lowered(m, desk, share) if m.kind.name in run.kinds else m for m in cycle.meters)
    # What is still due after a routine was left is offered once more, as if the prompt had not been answered.
    stage = _once_more(scene, rules) if due(meters, desk) else Counting()
    return replace(cycle, meters=meters, stage=stage)


def _once_more(scene: Scene, rules: Rules) -> Due:
    wait = rules.remind_once_after
    return Due(asked=1, not_before=after(scene.at.now, wait), bound=scene.desk + wait + rules.wait_for_pause)


# -- time passes ----------------------------------------------------------------------


def _settle(cycle: Cycle, scene: Scene, rules: Rules, out: list[do.Effect]) -> Cycle:
    """Return the cycle one transition further, or the very same where nothing is to be done now."""
    now, desk = scene.at.now, scene.desk
    if cycle.waiting and now >= after(cycle.waiting.came, APPOINTMENT_KEEPS) and not isinstance(cycle.stage, Prompted):
        out.append(do.Dropped(cycle.waiting.appointment.name))
        return replace(cycle, waiting=None)
    match cycle.stage:
        case Counting() | Snoozing() | Warned():
            return _count(cycle, scene, rules, out)
        case Due() as stage:
            if not due(cycle.meters, desk) and not _appointment_ready(cycle, now):
                return replace(cycle, stage=Counting())
            if stage.bound is None and scene.still is None:
                return replace(cycle, stage=replace(stage, bound=desk + rules.wait_for_pause))
            cause = _good_moment(cycle, stage, scene)
            return cycle if cause is None else _offer(cycle, scene, rules, out, cause)
        case Prompted() as prompted if now >= after(prompted.shown, OPEN_FOR):
            return _expire(cycle, prompted, scene, rules, out)
        case OnBreak() as run if now >= after(run.heard, WINDOW_SILENT):
            out.append(do.Halt(run.run))
            return _stop(cycle, run, scene, rules, out)
        case _:
            return cycle


def _count(cycle: Cycle, scene: Scene, rules: Rules, out: list[do.Effect]) -> Cycle:
    desk, now = scene.desk, scene.at.now
    soonest = min(cycle.meters, key=lambda meter: meter.due_at)
    missing = soonest.missing(desk)
    if not missing:
        out.append(do.BecameDue(soonest.kind.name))
    if not missing or _appointment_ready(cycle, now):
        return replace(cycle, stage=Due(0, now, desk + rules.wait_for_pause))
    near = missing <= rules.warn_before + EXACT
    if near and not isinstance(cycle.stage, Warned):
        out.append(do.Warn(soonest.kind.name))
        return replace(cycle, stage=Warned())
    if not near and isinstance(cycle.stage, Warned):
        return replace(cycle, stage=Counting())
    return cycle


def _appointment_ready(cycle: Cycle, now: Instant) -> bool:
    return cycle.waiting is not None and now >= cycle.waiting.not_before


def _good_moment(cycle: Cycle, stage: Due, scene: Scene) -> do.Cause | None:
    """Return why now is the moment for a prompt; None where it is not."""
    if not scene.at_desk or scene.held or scene.margin is not None:
        return None
    if scene.at.now < max(stage.not_before, cycle.quiet_until, cycle.spaced_until):
        return None
    if stage.bound is not None and scene.desk >= stage.bound - EXACT:
        return do.Cause.BOUND
    if not _appointment_ready(cycle, scene.at.now) and joining(cycle.meters, scene.desk):
        return None
    return do.Cause.PAUSE if scene.still is not None and LULL - EXACT <= scene.still < STALE else None


def _expire(cycle: Cycle, prompted: Prompted, scene: Scene, rules: Rules, out: list[do.Effect]) -> Cycle:
    """Withdraw a prompt that nobody answered."""
    now, wait = scene.at.now, prompted.wait
    back = _taken_back(cycle, out)
    if wait is None:
        return back
    if scene.still is not None and scene.still >= now - prompted.shown - EXACT:
        out.append(do.Missed(prompted.offer.id))
        return replace(back, stage=replace(wait, not_before=now, bound=None))
    if wait.asked == 0:
        return replace(back, stage=_once_more(scene, rules))
    out.append(do.Ignored(prompted.offer.id))
    return _refused(_put_off(back, prompted.offer, scene))


# -- when to look again --------------------------------------------------------------------


def waits_for_pause(cycle: Cycle) -> bool:
    """Return whether a pause in input would matter now."""
    return isinstance(cycle.stage, Due | Prompted)


def deadlines(cycle: Cycle, scene: Scene, rules: Rules) -> list[Instant]:
    """Return the instants at which time alone may change something."""
    now, desk, stage = scene.at.now, scene.desk, cycle.stage
    found: list[Instant] = []
    targets: list[Seconds] = []
    if cycle.waiting:
        found += [cycle.waiting.not_before, after(cycle.waiting.came, APPOINTMENT_KEEPS)]
    match stage:
        case Counting() | Snoozing() | Warned():
            soonest = min(meter.due_at for meter in cycle.meters)
            targets += [soonest - rules.warn_before, soonest]
        case Due():
            found += [stage.not_before, cycle.quiet_until, cycle.spaced_until]
            targets += [meter.due_at for meter in cycle.meters]
            targets += [] if stage.bound is None else [stage.bound]
            found += [] if scene.still is None else [after(now, LULL - scene.still)]
        case Prompted(shown=shown):
            found.append(after(shown, OPEN_FOR))
        case OnBreak(heard=heard):
            found.append(after(heard, WINDOW_SILENT))
        case _ as never:
            assert_never(never)
    if scene.at_desk:
        found += [after(now, target - desk) for target in targets]
    return [instant for instant in found if instant > now]
