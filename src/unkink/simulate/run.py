"""A trace, lived through: the world, the person's answers and the timeline brought together."""

from collections.abc import Callable
from datetime import datetime, tzinfo

from unkink.domain.effects import Effect
from unkink.domain.presence import AtDesk
from unkink.domain.rules import Rules
from unkink.simulate.answers import Answers, Mood
from unkink.simulate.timeline import Entry, Timeline
from unkink.simulate.trace import PLAIN, Trace
from unkink.simulate.world import World

Watch = Callable[[datetime, bool, bool], None]
"""Told all along the way: when, whether somebody is at the desk, whether it is quiet."""


def live(trace: Trace, rules: Rules, mood: Mood, zone: tzinfo | None = None, watch: Watch | None = None) -> list[Entry]:
    """Return what comes of a trace, from its first row to its last.

    Args:
        trace: what happens.
        rules: what is obeyed.
        mood: how prompts are answered that the trace has no answer for.
        zone: the zone the person begins in; None for the offset that the rows are written with.
        watch: told at each row how things stand.
    """
    timeline = Timeline(tuple(kind.name for kind in rules.kinds))

    def heard(effect: Effect) -> None:
        timeline.add(world.clock.shown(), effect)
        answers.heard(effect)

    begins = trace.rows[0].at.astimezone(zone) if zone else trace.rows[0].at
    world = World(rules, begins, heard, pauses=trace.pauses)
    answers = Answers(world, mood)
    if trace.rows[0].act is not PLAIN["active"]:
        world.stops()  # nobody has said that there is input yet
    world.begins()
    for row in trace.rows:
        world.run_to(row.at, watch and (lambda: _tell(world, watch)))
        if not zone and not world.named_zone and row.at.utcoffset() != world.clock.shown().utcoffset():
            world.travels(row.at.tzinfo, named=False)
        row.act(world, answers)
    return timeline.entries


def _tell(world: World, watch: Watch) -> None:
    there = isinstance(world.state.activity.phase, AtDesk)
    watch(world.clock.shown(), there, bool(world.state.holds.reasons))
