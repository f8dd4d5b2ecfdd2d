"""The whole of the domain in one step: holds (nobody else decides them), then activity, then the cycle of breaks."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeAlias

from unkink.domain import activity as people
from unkink.domain import cycle as breaks
from unkink.domain import events, hours
from unkink.domain import holds as quiet
from unkink.domain.effects import Effect
from unkink.domain.rules import Rules
from unkink.domain.stages import Cycle, Scene
from unkink.domain.units import Instant, Moment, Seconds
from unkink.frozen import dataclass

OPENING_QUIET = timedelta(minutes=1)
"""Nothing comes in the first minute of the hours."""
CLOSING_QUIET = timedelta(minutes=2)
"""No prompt comes in the last two minutes of the hours."""

Deadline: TypeAlias = tuple[Instant | None, datetime | None]


@dataclass(frozen=True, slots=True)
class State:
    """Everything the domain remembers.

    Attributes:
        rules: what it obeys.
        activity: who is at the desk.
        holds: why it is quiet.
        cycle: where the breaks stand.
        at: the moment of the last step.
    """

    rules: Rules
    activity: people.Activity
    holds: quiet.Holds
    cycle: Cycle
    at: Moment


def start(rules: Rules, at: Moment) -> State:
    """Return the state of somebody who sits down at `at`."""
    return State(rules, people.start(at), (), breaks.start(at, rules), at)


def step(state: State, event: events.Event, at: Moment) -> tuple[State, tuple[Effect, ...]]:
    """Return the state after `event` at `at`, and what is to be done, in order.

    Total: every state answers every event. `at` must not be before the last step; if it is, the last step's instant
    stands.
    """
    if at.now < state.at.now:
        at = replace(at, now=state.at.now)
    rules = event.rules if isinstance(event, events.RulesChanged) else state.rules
    holds, changes = quiet.step(state.holds, event, at, rules)
    activity, facts = people.step(
        state.activity, event, at, away_after=rules.away_after, believed=quiet.counts_as_sitting(holds)
    )
    scene = _scene(activity, holds, rules, at)
    cycle, effects = breaks.step(state.cycle, event, (*facts, *changes), scene, rules)
    return State(rules, activity, holds, cycle, at), effects


def next_deadline(state: State) -> Deadline:
    """Return the next instant and the next local time at which time alone may change something; None where none may.

    The instant is never before the last step, and stepping at either makes progress.
    """
    scene = _scene(state.activity, state.holds, state.rules, state.at)
    instants = breaks.deadlines(state.cycle, scene, state.rules)
    absent = people.deadline(state.activity, away_after=state.rules.away_after)
    until, local = quiet.deadline(state.holds, state.at, state.rules.hours)
    instants += [instant for instant in (absent, until) if instant is not None]
    locals_ = [time for time in (local, scene.margin) if time is not None]
    return min(instants, default=None), min(locals_, default=None)


def watch(state: State) -> Seconds:
    """Return the idle threshold, in seconds, at which the domain wants to hear that input has stopped."""
    threshold = people.watch(state.activity)
    return min(threshold, breaks.LULL) if breaks.waits_for_pause(state.cycle) else threshold


def _scene(activity: people.Activity, holds: quiet.Holds, rules: Rules, at: Moment) -> Scene:
    return Scene(
        at=at,
        desk=activity.desk,
        at_desk=activity.at_desk,
        still=activity.still_for(),
        held=bool(holds),
        margin=_margin(rules.hours, at.local),
    )


def _margin(week: hours.Hours, local: datetime) -> datetime | None:
    """Return the local time until which a prompt must wait for the edge of the hours; None where it need not."""
    opened = hours.opened_at(week, local)
    if opened is None:
        return None
    if local < opened + OPENING_QUIET:
        return opened + OPENING_QUIET
    closes = hours.next_change(week, local)
    return closes if closes is not None and local >= closes - CLOSING_QUIET else None
