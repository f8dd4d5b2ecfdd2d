"""The domain's state as a document and back: what a restart goes on from.

Durations are relative to the save. Saved and restored at the same instant it changes nothing.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from unkink.domain import core
from unkink.domain.activity import Activity
from unkink.domain.effects import Effect
from unkink.domain.events import Slept
from unkink.domain.holds import Hold
from unkink.domain.meter import adopt
from unkink.domain.rules import Rules
from unkink.domain.stages import Cycle
from unkink.domain.units import Moment, after
from unkink.wire.plain import Malformed, from_plain, to_plain

VERSION = 1


def document(state: core.State) -> dict[str, object]:
    """Return a state as plain data."""
    base = state.at.now
    return {
        "version": VERSION,
        "at": (state.at.local - timedelta(seconds=state.at.offset)).isoformat(),
        "activity": to_plain(state.activity, Activity, base),
        "holds": to_plain(state.holds, tuple[Hold, ...], base),
        "cycle": to_plain(state.cycle, Cycle, base),
    }


def restore(found: Mapping[str, Any], rules: Rules, at: Moment) -> tuple[core.State, tuple[Effect, ...]]:
    """Return the state that a document means at `at` and what that leads to; the time since the save counts as away.

    Raises:
        Malformed: it is no document of this kind and version.
    """
    if found.get("version") != VERSION:
        raise Malformed(f"version {found.get('version')!r} is not {VERSION}")
    try:
        saved = datetime.fromisoformat(found["at"])
        parts = found["activity"], found["holds"], found["cycle"]
    except (KeyError, TypeError, ValueError) as error:
        raise Malformed(f"no state: {error}") from None
    off = max(0.0, (at.local - timedelta(seconds=at.offset) - saved).total_seconds())
    # Switched off for long enough to be a break: wake up from it. For less: nobody sat, and nothing else happened.
    long = off >= rules.away_after
    then = replace(at, now=after(at.now, -off)) if long else at
    activity = from_plain(parts[0], Activity, then.now)
    holds = from_plain(parts[1], tuple[Hold, ...], then.now, "holds")
    cycle = from_plain(parts[2], Cycle, then.now)
    cycle = replace(cycle, meters=adopt(rules.kinds, cycle.meters, activity.desk))
    state = core.State(rules, activity, holds, cycle, then)
    return core.step(state, Slept(off), at) if long else (state, ())
