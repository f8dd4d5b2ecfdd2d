"""The whole of the domain in one step: holds (nobody else decides them), activity, breaks, cues, and what is asked."""

from datetime import datetime, timedelta
from typing import TypeAlias

from unkink.domain import activity as people
from unkink.domain import cues as posture
from unkink.domain import cycle as breaks
from unkink.domain import events, hours, looks, presence, questions
from unkink.domain import holds as quiet
from unkink.domain.cue_stages import Cues, View
from unkink.domain.effects import Cause, Effect
from unkink.domain.holds import SENSED, Holds, Why
from unkink.domain.offers import GLANCE, LULL
from unkink.domain.presence import Fact
from unkink.domain.questions import Questions
from unkink.domain.rules import Rules
from unkink.domain.stages import Counting, Cycle, Scene, Snoozing, Warned
from unkink.domain.units import MINUTE, Instant, Moment, Seconds, after
from unkink.frozen import dataclass, replace

OPENING_QUIET = timedelta(minutes=1)
"""Nothing comes in the first minute of the hours."""
CLOSING_QUIET = timedelta(minutes=2)
"""No prompt comes in the last two minutes of the hours."""
KEPT: Seconds = 90 * MINUTE
"""A sensed hold that has kept a due break for so long is shown, with a way to have it passed over."""
NOBODY = 2
"""Where nothing can tell, so many offers missed or ignored in a row mean that nobody is there."""

Deadline: TypeAlias = tuple[Instant | None, datetime | None]


@dataclass(frozen=True, slots=True)
class State:
    """Everything the domain remembers.

    Attributes:
        rules: what it obeys.
        activity: who is at the desk.
        holds: why it is quiet.
        cycle: where the breaks stand.
        cues: where the posture cues stand.
        questions: what is asked.
        at: the moment of the last step.
    """

    rules: Rules
    activity: presence.Activity
    holds: Holds
    cycle: Cycle
    cues: Cues
    questions: Questions
    at: Moment


def start(rules: Rules, at: Moment, *, days: int = 0) -> State:
    """Return the state of somebody who sits down at `at`, and has been there on so many days before."""
    cycle, cues = breaks.start(at, rules), posture.start(at, days=days)
    return State(rules, people.start(at), quiet.NOTHING, cycle, cues, questions.start(at), at)


def step(state: State, event: events.Event, at: Moment) -> tuple[State, tuple[Effect, ...]]:
    """Return the state after `event` at `at`, and what is to be done, in order.

    Total: every state answers every event. `at` must not be before the last step; if it is, the last step's instant
    stands.
    """
    if at.now < state.at.now:
        at = replace(at, now=state.at.now)
    rules = event.rules if isinstance(event, events.RulesChanged) else state.rules
    due, moving = looks.due_since(state.cycle), not isinstance(state.activity.input, presence.Still)
    holds, changes, sitting = quiet.step(state.holds, event, at, rules, due=due, input_=moving)
    activity, facts = people.step(state.activity, event, at, away_after=rules.away_after, sitting=sitting)
    scene = _scene(activity, holds, rules, at, changes)
    told: tuple[Fact | quiet.Change, ...] = (*facts, *changes)
    cycle, done = breaks.step(state.cycle, event, told, scene, rules)
    if cycle.unseen >= NOBODY and people.cannot_tell(activity):
        activity, facts = people.given_up(activity)
        scene = _scene(activity, holds, rules, at)
        cycle, more = breaks.step(cycle, events.Tick(), facts, scene, rules)
        told, done = (*told, *facts), (*done, *more)
    view = _view(scene, holds, cycle)
    cues, shown = posture.step(state.cues, event, told, done, view, rules)
    done += shown
    asked, put = questions.step(state.questions, event, done, view, holds, cues.days)
    return State(rules, activity, holds, cycle, cues, asked, at), done + put


def next_deadline(state: State) -> Deadline:
    """Return the next instant and the next local time at which time alone may change something; None where none may.

    Neither is before the last step, and stepping at either makes progress.
    """
    rules, at = state.rules, state.at
    scene = _scene(state.activity, state.holds, rules, at)
    view = _view(scene, state.holds, state.cycle)
    instants = looks.deadlines(state.cycle, scene, rules)
    instants += posture.deadlines(state.cues, view, rules)
    instants += questions.deadlines(state.questions, view)
    absent = people.deadline(state.activity, away_after=rules.away_after)
    until, local = quiet.deadline(state.holds, at, rules.hours, due=looks.due_since(state.cycle))
    kept = kept_from(state)
    instants += [instant for instant in (absent, until, kept) if instant is not None and instant > at.now]
    locals_ = [time for time in (local, scene.margin, posture.next_local(state.cues, view, rules)) if time is not None]
    return min(instants, default=None), min(locals_, default=None)


def kept_from(state: State) -> Instant | None:
    """Return the instant from which a sensed hold has kept a due break for too long to go unsaid; None without one."""
    due = looks.due_since(state.cycle)
    sensed = [hold.since for hold in state.holds.reasons if hold.why in SENSED]
    if due is None or not sensed:
        return None
    return after(Instant(max(due, min(sensed))), KEPT)


def watch(state: State) -> Seconds:
    """Return the idle threshold, in seconds, at which the domain wants to hear that input has stopped."""
    threshold = people.watch(state.activity)
    if not (
        looks.waits_for_pause(state.cycle)
        or posture.waits_for_pause(state.cues)
        or questions.waits_for_pause(state.questions)
    ):
        return threshold
    fronted = state.activity.fronted
    glance = fronted is not None and state.at.now < after(fronted, GLANCE)
    return min(threshold, GLANCE if glance else LULL)


def _scene(
    activity: presence.Activity, holds: Holds, rules: Rules, at: Moment, changes: tuple[quiet.Change, ...] = ()
) -> Scene:
    moment = None
    for change in changes:
        if isinstance(change, quiet.CallOver):
            moment = Cause.CALL_OVER
        elif isinstance(change, quiet.LeftFullScreen):
            moment = moment or Cause.WINDOW
    margin = None if rules.hours.always else _margin(rules.hours, at.local)
    return Scene(
        at,
        activity.desk,
        activity.at_desk,
        activity.still_for(),
        not isinstance(activity.input, presence.Unknown),
        activity.believed,
        activity.fronted,
        holds.silent,
        margin,
        moment,
    )


def _view(scene: Scene, holds: Holds, cycle: Cycle) -> View:
    counting = isinstance(cycle.stage, Counting | Snoozing | Warned) and not cycle.waiting
    near = min([meter.missing(scene.desk) for meter in cycle.meters]) if counting else 0.0
    closed = bool(holds.reasons) and any(hold.why is Why.HOURS for hold in holds.reasons)
    return View(scene, not closed, near, Instant(max(cycle.quiet_until, cycle.spaced_until)))


def _margin(week: hours.Hours, local: datetime) -> datetime | None:
    """Return the local time until which a prompt must wait for the edge of the hours; None where it need not."""
    opened = hours.opened_at(week, local)
    if opened is None:
        return None
    if local < opened + OPENING_QUIET:
        return opened + OPENING_QUIET
    closes = hours.next_change(week, local)
    return closes if closes is not None and local >= closes - CLOSING_QUIET else None
