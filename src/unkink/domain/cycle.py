"""The cycle of breaks. Every transition of a break stands in this file and nowhere else.

Counting -> Warned -> Due -> Prompted -> OnBreak -> Counting
                       ^        |  unanswered: once more; snoozed or turned down: Counting with a later mark
                       +--------+  overtaken by a lock, a sleep or a hold: still due
"""

from typing import assert_never

from unkink.domain import effects as do
from unkink.domain import events, holds
from unkink.domain.activity import RETURN_GAP
from unkink.domain.holds import LONG_CALL
from unkink.domain.meter import EXACT, adopt, due, fresh, lowered, put_off, unsnoozed
from unkink.domain.moments import counted
from unkink.domain.offers import AFTER_RETURN, good_moment, offer, ready
from unkink.domain.presence import Fact, LeftDesk, Rested, Returned, WentAway
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
    Waiting,
    Warned,
)
from unkink.domain.units import MINUTE, Moment, Seconds, after
from unkink.frozen import replace

SPACING: Seconds = 5 * MINUTE
"""No two prompts come closer than this, unless the user asked for it."""
AFTER_CALL: Seconds = 2 * MINUTE
"""An offer after a long call waits no longer than this."""
NEAR_CALL: Seconds = 10 * MINUTE
"""After a long call what is due within this is offered too."""


def start(at: Moment, rules: Rules, desk: Seconds = 0.0) -> Cycle:
    """Return the cycle of somebody who has just begun."""
    meters = tuple(fresh(kind, desk) for kind in rules.kinds)
    return Cycle(meters, Counting(), (), 0, 0, 0, at.now, at.now, (), 0)


def step(
    cycle: Cycle,
    event: events.Event,
    facts: tuple[Fact | holds.Change, ...],
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


def _hear(cycle: Cycle, fact: Fact | holds.Change, scene: Scene, rules: Rules, out: list[do.Effect]) -> Cycle:
    now, desk, stage = scene.at.now, scene.desk, cycle.stage
    match fact:
        case WentAway(since=since):
            if isinstance(stage, OnBreak):
                out += [do.Halt(stage.run), do.Stopped(stage.run, stage.done, stage.planned or 0.0)]
            out.append(do.Credited(do.Credit.AWAY, since))
            meters = tuple(fresh(meter.kind, desk) for meter in cycle.meters)
            return replace(_row_ended(_taken_back(cycle, out)), meters=meters, stage=Counting(), unseen=0)
        case Returned():
            return replace(cycle, quiet_until=after(now, AFTER_RETURN))
        case Rested(length=length):
            return _rest(cycle, length, scene, rules)
        case LeftDesk():
            return _taken_back(cycle, out)
        case holds.HoldBegan(hold=hold):
            out.append(do.Held(hold.why))
            asked_for = isinstance(stage, Prompted) and stage.offer.cause is do.Cause.ASKED
            return cycle if asked_for else _taken_back(cycle, out)
        case holds.HoldEnded(hold=hold):
            out.append(do.Released(hold.why))
            if isinstance(stage, Due):
                return replace(cycle, stage=replace(stage, bound=desk + rules.wait_for_pause))
            return cycle
        case holds.CallOver(length=length):
            return _after_call(cycle, scene, out) if length >= LONG_CALL else cycle
        case holds.LeftFullScreen():
            return cycle
        case _ as never:
            assert_never(never)


def _taken_back(cycle: Cycle, out: list[do.Effect]) -> Cycle:
    """Take back an open prompt: it counts for nothing."""
    if not isinstance(cycle.stage, Prompted):
        return cycle
    out.append(do.Withdraw(cycle.stage.offer.id))
    return replace(cycle, stage=cycle.stage.wait or Counting())


def _row_ended(cycle: Cycle) -> Cycle:
    """End the row of snoozes and the row of refusals."""
    return replace(cycle, snoozes=0, refusals=0)


def _rest(cycle: Cycle, length: Seconds, scene: Scene, rules: Rules) -> Cycle:
    """Lower every counter by its share; a break that is not due any more is not snoozed any more either."""
    share = min(1.0, length / rules.away_after)
    meters = tuple(lowered(meter, scene.desk, share) for meter in cycle.meters)
    stage = cycle.stage
    if cycle.snoozes:
        before, meters = (
            meters,
            tuple(
                unsnoozed(new, was_due=old.count(scene.desk) >= old.kind.every, desk=scene.desk)
                for old, new in zip(cycle.meters, meters, strict=True)
            ),
        )
        stage = Counting() if meters != before and isinstance(stage, Snoozing) else stage
    quiet = after(scene.at.now, AFTER_RETURN) if length >= RETURN_GAP else cycle.quiet_until
    return replace(cycle, meters=meters, quiet_until=quiet, stage=stage)


def _after_call(cycle: Cycle, scene: Scene, out: list[do.Effect]) -> Cycle:
    """After a long call make the offer soon, even where the break is not quite due."""
    soon = scene.desk + AFTER_CALL
    match cycle.stage:
        case Due() as stage:
            return replace(cycle, stage=replace(stage, bound=min(stage.bound, soon)))
        case Counting() | Snoozing() | Warned():
            if all(meter.missing(scene.desk) > NEAR_CALL for meter in cycle.meters):
                return cycle
            return _fall_due(cycle, scene, out, Due(scene.at.now, (), 0, scene.at.now, soon, NEAR_CALL))
        case _:
            return cycle


# -- what the user and the window say ------------------------------------------------


def _answer(cycle: Cycle, event: events.Event, scene: Scene, rules: Rules, out: list[do.Effect]) -> Cycle:
    now = scene.at.now
    if isinstance(event, events.Said):
        cycle = replace(cycle, unseen=0)
    match event, cycle.stage:
        case events.OfferNow(), _:
            return _offer(cycle, scene, rules, out, do.Cause.ASKED)
        case events.PlayNow(routine=routine), _:
            return _play(_taken_back(cycle, out), scene, out, routine)
        case events.TakeCue(routine=routine), _:
            return _play(_taken_back(cycle, out), scene, out, routine, kinds=())
        case events.Start(offer=number), _:
            return _start(cycle, number, scene, out)
        case events.Snooze(offer=number, length=length), Prompted() as prompted if number == prompted.offer.id:
            return _snooze(cycle, prompted.offer, length, scene, out) if cycle.snoozes < rules.max_snoozes else cycle
        case events.NotNow(offer=number), Prompted() as prompted if number == prompted.offer.id:
            return _turn_down(cycle, prompted, scene, out)
        case events.NothingToOffer(offer=number), Prompted() as prompted if number == prompted.offer.id:
            return replace(_put_off(cycle, prompted.offer, scene), stage=Counting())
        case events.Moved(), _:
            out.append(do.Credited(do.Credit.MOVED, now))
            first, *others = cycle.meters
            moved = replace(_row_ended(cycle), meters=(fresh(first.kind, scene.desk), *others))
            return _taken_back(moved, out)
        case events.RulesChanged(), _:
            return _adopt(cycle, scene, rules, out)
        case events.AppointmentCame(appointment=appointment, ago=ago), _:
            out.append(do.Appointed(appointment.name))
            return replace(cycle, waiting=(*cycle.waiting, Waiting(appointment, after(now, -ago), now)))
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
    stage = cycle.stage
    if isinstance(stage, OnBreak):
        return cycle
    if isinstance(stage, Prompted):
        out.append(do.Prompt(stage.offer))
        return cycle
    made = offer(cycle, scene, rules, cause)
    out.append(do.Prompt(made))
    prompted = Prompted(made, scene.at.now, stage if isinstance(stage, Due) else None)
    return replace(cycle, stage=prompted, spaced_until=after(scene.at.now, SPACING), serial=made.id)


def _start(cycle: Cycle, number: int, scene: Scene, out: list[do.Effect]) -> Cycle:
    stage = cycle.stage
    if not isinstance(stage, Prompted) or stage.offer.id != number:
        return _play(_taken_back(cycle, out), scene, out, number)
    made = stage.offer
    cycle = replace(_counted(cycle, made, scene, accepted=True), waiting=_without(cycle.waiting, made.appointment))
    kinds = made.kinds if made.kinds or made.appointment else None
    return _play(cycle, scene, out, number, kinds, made.kinds)


def _play(
    cycle: Cycle,
    scene: Scene,
    out: list[do.Effect],
    what: int | str,
    kinds: tuple[str, ...] | None = None,
    offered: tuple[str, ...] = (),
) -> Cycle:
    """Begin a routine: what an offer has by its number, or one by its id.

    It stands for `kinds`; where that is None, for what is due, or for `move`.
    """
    if isinstance(cycle.stage, OnBreak):
        return cycle
    if kinds is None:
        kinds = tuple(meter.kind.name for meter in due(cycle.meters, scene.desk)) or (cycle.meters[0].kind.name,)
    run = cycle.serial + 1
    out.append(do.Play(run, offer=what) if isinstance(what, int) else do.Play(run, routine=what))
    return replace(cycle, stage=OnBreak(run, kinds, offered, None, 0.0, scene.at.now), serial=run)


def _snooze(cycle: Cycle, made: do.Offer, length: Seconds, scene: Scene, out: list[do.Effect]) -> Cycle:
    now = scene.at.now
    out.append(do.Snoozed(made.id, length))
    kinds = made.kinds or (() if made.appointment else (cycle.meters[0].kind.name,))
    meters = tuple(put_off(m, scene.desk, length) if m.kind.name in kinds else m for m in cycle.meters)
    waiting = tuple(
        replace(each, not_before=after(now, length)) if each.appointment.name == made.appointment else each
        for each in cycle.waiting
    )
    cycle = replace(cycle, meters=meters, waiting=waiting, stage=Snoozing(), snoozes=cycle.snoozes + 1)
    return replace(_counted(cycle, made, scene, accepted=False), spaced_until=now)


def _turn_down(cycle: Cycle, prompted: Prompted, scene: Scene, out: list[do.Effect]) -> Cycle:
    if prompted.wait is None and not prompted.offer.kinds:
        return _taken_back(cycle, out)  # they asked, looked, and went on: nothing was refused
    out.append(do.Refused(prompted.offer.id))
    return _refused(cycle, prompted.offer, scene)


def _refused(cycle: Cycle, made: do.Offer, scene: Scene) -> Cycle:
    cycle = _counted(_put_off(cycle, made, scene), made, scene, accepted=False)
    return replace(cycle, stage=Counting(), snoozes=0, refusals=cycle.refusals + 1)


def _put_off(cycle: Cycle, made: do.Offer, scene: Scene) -> Cycle:
    """Put the kinds that were offered off by their interval; the appointment is over."""
    meters = tuple(put_off(m, scene.desk, m.kind.every) if m.kind.name in made.kinds else m for m in cycle.meters)
    return replace(cycle, meters=meters, waiting=_without(cycle.waiting, made.appointment))


def _counted(cycle: Cycle, made: do.Offer, scene: Scene, *, accepted: bool) -> Cycle:
    return replace(cycle, tallies=counted(cycle.tallies, made.cause, scene.at.local, accepted=accepted))


def _without(waiting: tuple[Waiting, ...], name: str) -> tuple[Waiting, ...]:
    return tuple(each for each in waiting if each.appointment.name != name)


def _finish(cycle: Cycle, run: OnBreak, scene: Scene, out: list[do.Effect]) -> Cycle:
    out.append(do.Finished(run.run, run.done))
    meters = tuple(
        fresh(m.kind, scene.desk) if m.kind.name in run.kinds or m.kind.length <= run.done else m for m in cycle.meters
    )
    return replace(_row_ended(cycle), meters=meters, stage=Counting())


def _stop(cycle: Cycle, run: OnBreak, scene: Scene, rules: Rules, out: list[do.Effect]) -> Cycle:
    desk, planned = scene.desk, run.planned or 0.0
    out.append(do.Stopped(run.run, run.done, planned))
    share = min(1.0, run.done / planned) if planned else 0.0
    meters = tuple(lowered(m, desk, share) if m.kind.name in run.kinds else m for m in cycle.meters)
    kinds = tuple(meter.kind.name for meter in due(meters, desk) if meter.kind.name in run.offered)
    cycle = _row_ended(cycle) if run.done else cycle
    # What was offered and is still due is offered once more, as if the prompt had not been answered.
    return replace(cycle, meters=meters, stage=_once_more(scene, rules, kinds) if kinds else Counting())


def _once_more(scene: Scene, rules: Rules, kinds: tuple[str, ...], near: Seconds = 0.0) -> Due:
    now, wait = scene.at.now, rules.remind_once_after
    return Due(now, kinds, 1, after(now, wait), scene.desk + wait + rules.wait_for_pause, near)


def _adopt(cycle: Cycle, scene: Scene, rules: Rules, out: list[do.Effect]) -> Cycle:
    """Obey changed rules: what they make due is due now, not since some time ago."""
    cycle = replace(cycle, meters=adopt(rules.kinds, cycle.meters, scene.desk))
    match cycle.stage:
        case Counting() | Snoozing() | Warned() if due(cycle.meters, scene.desk):
            return _fall_due(cycle, scene, out, _waiting_from(scene.desk, scene, rules))
        case Due(asked=0) as stage:
            return replace(cycle, stage=replace(stage, bound=min(stage.bound, scene.desk + rules.wait_for_pause)))
        case _:
            return cycle


# -- time passes ----------------------------------------------------------------------


def _settle(cycle: Cycle, scene: Scene, rules: Rules, out: list[do.Effect]) -> Cycle:
    """Return the cycle one transition further, or the very same where nothing is to be done now."""
    now = scene.at.now
    if cycle.waiting and not isinstance(cycle.stage, Prompted):
        late = [each for each in cycle.waiting if now >= after(each.came, APPOINTMENT_KEEPS)]
        if late:
            out += [do.Dropped(each.appointment.name) for each in late]
            return replace(cycle, waiting=tuple(each for each in cycle.waiting if each not in late))
    match cycle.stage:
        case Counting() | Snoozing() | Warned():
            return _count(cycle, scene, rules, out)
        case Due() as stage:
            return _wait(cycle, stage, scene, rules, out)
        case Prompted() as prompted if now >= after(prompted.shown, OPEN_FOR):
            return _expire(cycle, prompted, scene, rules, out)
        case OnBreak() as run if now >= after(run.heard, WINDOW_SILENT):
            out.append(do.Halt(run.run))
            return _stop(cycle, run, scene, rules, out)
        case _:
            return cycle


def _count(cycle: Cycle, scene: Scene, rules: Rules, out: list[do.Effect]) -> Cycle:
    desk = scene.desk
    soonest = min(cycle.meters, key=lambda meter: meter.due_at)
    missing = soonest.missing(desk)
    if not missing or ready(cycle, scene.at.now):
        return _fall_due(cycle, scene, out, _waiting_from(desk if missing else soonest.due_at, scene, rules))
    near = missing <= rules.warn_before + EXACT
    if near and not isinstance(cycle.stage, Warned):
        out.append(do.Warn(soonest.kind.name))
        return replace(cycle, stage=Warned())
    if not near and isinstance(cycle.stage, Warned):
        return replace(cycle, stage=Counting())
    return cycle


def _waiting_from(mark: Seconds, scene: Scene, rules: Rules) -> Due:
    return Due(scene.at.now, (), 0, scene.at.now, mark + rules.wait_for_pause)


def _fall_due(cycle: Cycle, scene: Scene, out: list[do.Effect], stage: Due) -> Cycle:
    """Let what is due wait for its moment, `stage`, together with what waited before."""
    new = [meter for meter in due(cycle.meters, scene.desk) if meter.kind.name not in stage.kinds]
    out += [do.BecameDue(meter.kind.name) for meter in new]
    return replace(cycle, stage=replace(stage, kinds=(*stage.kinds, *(meter.kind.name for meter in new))))


def _wait(cycle: Cycle, stage: Due, scene: Scene, rules: Rules, out: list[do.Effect]) -> Cycle:
    desk, standing = scene.desk, due(cycle.meters, scene.desk)
    new = [meter for meter in standing if meter.kind.name not in stage.kinds]
    if len(standing) - len(new) < len(stage.kinds):
        # Rest has made some of it not due any more: when it is due again, that is news.
        names = {meter.kind.name for meter in standing}
        return replace(cycle, stage=replace(stage, kinds=tuple(kind for kind in stage.kinds if kind in names)))
    if new:
        # It need not wait until what was offered before may be offered once more: both come together.
        bound = min(stage.bound, *(meter.due_at + rules.wait_for_pause for meter in new))
        sooner = replace(stage, bound=bound, asked=0, not_before=scene.at.now if stage.asked else stage.not_before)
        return _fall_due(cycle, scene, out, sooner)
    if not any(meter.missing(desk) <= stage.near for meter in cycle.meters) and not ready(cycle, scene.at.now):
        return replace(cycle, stage=Counting())
    if stage.missed:
        if scene.still is not None:
            return cycle
        return replace(cycle, stage=replace(stage, missed=False, bound=desk + rules.wait_for_pause))
    cause = good_moment(cycle, stage, scene, rules)
    return cycle if cause is None else _offer(cycle, scene, rules, out, cause)


def _expire(cycle: Cycle, prompted: Prompted, scene: Scene, rules: Rules, out: list[do.Effect]) -> Cycle:
    """Withdraw a prompt that nobody answered."""
    now, wait, made = scene.at.now, prompted.wait, prompted.offer
    back = _taken_back(cycle, out)
    if wait is None:
        return back
    if scene.still is not None and scene.still >= now - prompted.shown - EXACT:
        out.append(do.Missed(made.id))
        return replace(back, stage=replace(wait, missed=True), unseen=cycle.unseen + 1)
    if wait.asked == 0:
        again = _once_more(scene, rules, wait.kinds, wait.near)
        return replace(_counted(back, made, scene, accepted=False), stage=replace(again, since=wait.since))
    out.append(do.Ignored(made.id))
    return replace(_refused(back, made, scene), unseen=cycle.unseen + 1)
