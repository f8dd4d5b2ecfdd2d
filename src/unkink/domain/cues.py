"""Posture cues: which one, when, and how rarely. Every transition of a cue stands in this file and nowhere else.

Resting -> Wanted -> Shown -> Resting
              |        an answer, or a minute without one
              +-> its moment did not come within five minutes: it lapses

Which row of the table matches, and which text it brings, is table.py's.
"""

from datetime import datetime, time, timedelta
from typing import assert_never

from unkink.domain import effects as do
from unkink.domain import events, holds
from unkink.domain.cue_stages import Cues, Mark, Resting, Shown, Slot, Today, View, Wanted
from unkink.domain.deck import Hands, Row
from unkink.domain.holds import LONG_CALL
from unkink.domain.hours import day_of, finish
from unkink.domain.offers import next_looks, pausing
from unkink.domain.presence import Fact, LeftDesk, Rested, Returned, WentAway
from unkink.domain.rules import CueRules, Rules
from unkink.domain.table import CHANGES, RECENT, WIND_DOWN, again_after, budget, pick, rows
from unkink.domain.units import HOUR, MINUTE, Instant, Moment, Seconds, after
from unkink.frozen import replace

WAITS: Seconds = 5 * MINUTE
"""How long a cue waits for its moment."""
NEAR: Seconds = 5 * MINUTE
"""No cue comes this soon before a break is due: the break says enough."""
STAYS: Seconds = MINUTE
"""How long a cue that nobody answers stays."""
STATED_FOR: Seconds = 90 * MINUTE
"""What the user said of their position is believed for so long."""
A_LOOK_AWAY: Seconds = 20.0
"""Rest that does for the eyes."""
LUNCH: Seconds = 20 * MINUTE
"""The first absence as long as this around noon is lunch."""
LUNCH_FROM, LUNCH_TO = time(11), time(14, 30)
AFTERNOON_FROM, AFTERNOON_TO = time(15), time(16, 30)
REFUSALS = 3
"""So many refused or ignored in a row halve the rate for the day."""


def start(at: Moment, desk: Seconds = 0.0, days: int = 0) -> Cues:
    """Return the cues of somebody who has just begun, and was there on so many days before."""
    yesterday = Today(day_of(at.local) - timedelta(days=1))
    return Cues(Resting(), None, desk, desk, desk, desk, (), Hands.UNKNOWN, (), yesterday, days, (), 0, 0)


def step(
    cues: Cues,
    event: events.Event,
    facts: tuple[Fact | holds.Change, ...],
    done: tuple[do.Effect, ...],
    view: View,
    rules: Rules,
) -> tuple[Cues, tuple[do.Effect, ...]]:
    """Return the cues after `event`, and what is to be done.

    Args:
        cues: where they stood.
        event: what happened.
        facts: what followed from it elsewhere.
        done: what is done about breaks.
        view: what they look at.
        rules: what is obeyed.
    """
    out: list[do.Effect] = []
    cues = _new_day(cues, view)
    for fact in facts:
        cues = _hear(cues, fact, view, rules.cues, out)
    cues = _answer(cues, event, view, out)
    for effect in done:
        cues = _see(cues, effect, view, out)
    while (settled := _settle(cues, view, rules, out)) is not cues:
        cues = settled
    return cues, tuple(out)


# -- what happens elsewhere -------------------------------------------------------------------


def _new_day(cues: Cues, view: View) -> Cues:
    """Begin a day with the first sign of somebody, and within hours greet the morning."""
    scene = view.scene
    if not scene.at_desk or (scene.still is not None and not scene.believed):
        return cues
    day = day_of(scene.at.local)
    if day > cues.today.day or (cues.today.day - day).days > 1:  # a clock set back begins no second day
        cues = replace(cues, today=Today(day), days=cues.days + 1)
    if Slot.MORNING in cues.today.slots or not view.open:
        return cues
    return _slot(cues, Slot.MORNING, view)


def _slot(cues: Cues, slot: Slot, view: View) -> Cues:
    """Take what comes once a day; a check is wanted, where nothing else is."""
    cues = replace(cues, today=replace(cues.today, slots=(*cues.today.slots, slot)))
    return _want(cues, Row.CHECK, view) if isinstance(cues.stage, Resting) else cues


def _want(cues: Cues, row: Row, view: View) -> Cues:
    return replace(cues, stage=Wanted(row, after(view.scene.at.now, WAITS)))


def _hear(cues: Cues, fact: Fact | holds.Change, view: View, rules: CueRules, out: list[do.Effect]) -> Cues:
    scene = view.scene
    match fact:
        case WentAway():
            return _afresh(_taken_back(cues, out), scene.desk)
        case Rested(length=length):
            return replace(cues, looked=scene.desk) if length >= A_LOOK_AWAY else cues
        case Returned(gone=gone):
            spell = scene.desk - (scene.desk - cues.spell) / 2
            cues = replace(cues, looked=scene.desk, spell=spell)
            return _slot(cues, Slot.LUNCH, view) if _was_lunch(cues, gone, scene.at.local) and view.open else cues
        case LeftDesk() | holds.HoldBegan():
            return _taken_back(cues, out)
        case holds.CallOver(length=length) if length >= LONG_CALL and rules.enabled:
            return _want(cues, Row.AFTER_CALL, view) if isinstance(cues.stage, Resting | Wanted) else cues
        case _:
            return cues


def _was_lunch(cues: Cues, gone: Seconds, local: datetime) -> bool:
    began = local - timedelta(seconds=gone)
    around_noon = LUNCH_FROM <= began.time() < LUNCH_TO and began.date() == local.date()
    return gone >= LUNCH and around_noon and Slot.LUNCH not in cues.today.slots


def _see(cues: Cues, effect: do.Effect, view: View, out: list[do.Effect]) -> Cues:
    desk = view.scene.desk
    match effect:
        case do.Credited(cause=do.Credit.MOVED):
            return _afresh(cues, desk)
        case do.Finished():
            return replace(cues, changed=desk, looked=desk, spell=desk)
        case do.Prompt() | do.Play():
            return _taken_back(cues, out)
        case _:
            return cues


def _afresh(cues: Cues, desk: Seconds) -> Cues:
    """Forget what a break makes void: every clock begins again, and a stated position is not known any more."""
    return replace(cues, position=None, changed=desk, spell=desk, looked=desk, not_before=())


def _taken_back(cues: Cues, out: list[do.Effect]) -> Cues:
    """Take back a cue that is overtaken: it counts for nothing."""
    if not isinstance(cues.stage, Shown):
        return cues
    out.append(do.HideCue(cues.stage.number))
    return replace(cues, stage=Resting())


# -- what the user says ---------------------------------------------------------------------------


def _answer(cues: Cues, event: events.Event, view: View, out: list[do.Effect]) -> Cues:
    desk = view.scene.desk
    match event, cues.stage:
        case events.Stated(position=position), _:
            return replace(cues, position=position, stated=desk, changed=desk, not_before=())
        case events.HandsDo(use=use), _:
            return replace(cues, hands=use)
        case events.TakeCue(cue=number), Shown() as shown if number == shown.number:
            out += [do.HideCue(number), do.CueTaken(number, shown.id)]
            return replace(cues, stage=Resting(), refused=0, changed=desk)
        case events.RefuseCue(cue=number), Shown() as shown if number == shown.number:
            return _refused(cues, shown, out)
        case events.CueGone(cue=number), Shown() as shown if number == shown.number:
            return _taken_back(cues, out)
        case _:
            return cues


def _refused(cues: Cues, shown: Shown, out: list[do.Effect]) -> Cues:
    out += [do.HideCue(shown.number), do.CueRefused(shown.number, shown.id)]
    refused = cues.refused + 1
    today = replace(cues.today, halved=cues.today.halved or refused >= REFUSALS)
    return replace(cues, stage=Resting(), refused=refused % REFUSALS, today=today)


# -- time passes ------------------------------------------------------------------------------------


def _settle(cues: Cues, view: View, rules: Rules, out: list[do.Effect]) -> Cues:
    """Return the cues one transition further, or the very same where nothing is to be done now."""
    scene, now = view.scene, view.scene.at.now
    if cues.position is not None and scene.desk - cues.stated >= STATED_FOR:
        return replace(cues, position=None)
    match cues.stage:
        case Resting():
            return _rest(cues, view, rules)
        case Wanted(row=row, until=until):
            if now >= until or not rules.cues.enabled or view.near <= NEAR:
                mark = scene.desk + rules.cues.min_gap
                return replace(_not_before(cues, row, mark), stage=Resting())
            return _show(cues, row, view, rules, out) if _good_moment(view) else cues
        case Shown() as shown if now >= after(shown.since, STAYS):
            if scene.still is not None and scene.still >= now - shown.since:
                return _taken_back(cues, out)  # nobody was there to see it
            return _refused(cues, shown, out)
        case _:
            return cues


def _rest(cues: Cues, view: View, rules: Rules) -> Cues:
    """Want the first cue of the table that matches, where the budget allows one."""
    scene, local = view.scene, view.scene.at.local
    if not rules.cues.enabled or not rules.cues.deck or not scene.at_desk or view.near <= NEAR:
        return cues
    within = AFTERNOON_FROM <= local.time() < AFTERNOON_TO
    if within and Slot.AFTERNOON not in cues.today.slots:
        return _slot(cues, Slot.AFTERNOON, view)
    for row, mark in rows(cues, rules, local):
        if scene.desk >= mark and (row is Row.EYES or budget(cues, scene.at, rules.cues) is None):
            return _want(cues, row, view)
    return cues


def _not_before(cues: Cues, row: Row, mark: Seconds) -> Cues:
    others = tuple(each for each in cues.not_before if each.row is not row)
    return replace(cues, not_before=(*others, Mark(row, mark)))


def _good_moment(view: View) -> bool:
    scene = view.scene
    if not scene.at_desk or scene.silent or scene.margin is not None or scene.at.now < view.quiet_until:
        return False
    return scene.moment is not None or pausing(scene) is not None


def _show(cues: Cues, row: Row, view: View, rules: Rules, out: list[do.Effect]) -> Cues:
    """Show a cue, or none where none suits."""
    desk, now = view.scene.desk, view.scene.at.now
    cues = replace(_not_before(cues, row, desk + again_after(row, rules.cues)), stage=Resting())
    if row is not Row.EYES and budget(cues, view.scene.at, rules.cues) is not None:
        return cues
    cue = pick(cues, row, rules.cues)
    if cue is None:
        return cues
    out.append(do.ShowCue(cues.serial + 1, cue, row))
    today = replace(cues.today, ids=(*cues.today.ids, cue.id))
    times = cues.times
    if row is not Row.EYES:
        today = replace(today, cues=today.cues + 1, others=today.others + (row not in CHANGES))
        times = (*(instant for instant in times if instant > after(now, -HOUR)), now)
    return replace(
        cues,
        stage=Shown(cues.serial + 1, cue.id, row, now),
        looked=desk if row is Row.EYES else cues.looked,
        today=today,
        times=times,
        recent=(*cues.recent, cue.id)[-RECENT:],
        serial=cues.serial + 1,
    )


# -- when to look again --------------------------------------------------------------------------------


def waits_for_pause(cues: Cues) -> bool:
    """Return whether a pause in input would matter now."""
    return isinstance(cues.stage, Wanted | Shown)


def deadlines(cues: Cues, view: View, rules: Rules) -> list[Instant]:
    """Return the instants at which time alone may change something."""
    scene, now = view.scene, view.scene.at.now
    found: list[Instant] = []
    match cues.stage:
        case Resting():
            found += _next_wants(cues, view, rules)
        case Wanted(until=until):
            found += [until, view.quiet_until, *next_looks(scene)]
        case Shown(since=since):
            found.append(after(since, STAYS))
        case _ as never:
            assert_never(never)
    if cues.position is not None and scene.at_desk:
        found.append(after(now, cues.stated + STATED_FOR - scene.desk))
    return [instant for instant in found if instant > now]


def _next_wants(cues: Cues, view: View, rules: Rules) -> list[Instant]:
    scene, at = view.scene, view.scene.at
    if not rules.cues.enabled or not rules.cues.deck or not scene.at_desk:
        return []
    marks = [mark for _, mark in rows(cues, rules, at.local)]
    found = [after(at.now, mark - scene.desk) for mark in marks]
    allowed = budget(cues, at, rules.cues)
    return found if allowed is None else [*found, allowed]


def next_local(cues: Cues, view: View, rules: Rules) -> datetime | None:
    """Return the next local time at which the day has something for once."""
    local = view.scene.at.local
    if not rules.cues.enabled or not rules.cues.deck or not view.scene.at_desk:
        return None
    times = [] if Slot.AFTERNOON in cues.today.slots else [datetime.combine(local.date(), AFTERNOON_FROM)]
    ends = finish(rules.hours, local)
    times += [] if ends is None else [ends - WIND_DOWN]
    return min((each for each in times if each > local), default=None)
