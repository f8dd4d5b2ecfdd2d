"""The domain's state as a document and back: what a restart goes on from.

Durations are relative to the save. Saved and restored at the same instant it changes nothing. How long it was off is
told by the machine's own clock where the machine was not started anew in between, else by the wall clock.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from unkink.domain import core
from unkink.domain.cue_stages import Cues
from unkink.domain.effects import Effect
from unkink.domain.events import RulesChanged, Slept
from unkink.domain.holds import Holds
from unkink.domain.presence import Activity
from unkink.domain.questions import Questions
from unkink.domain.rules import Rules
from unkink.domain.stages import Cycle
from unkink.domain.units import Moment, Seconds, after
from unkink.wire.plain import Malformed, from_plain, to_plain

VERSION = 2
_PARTS: dict[str, type[Any]] = {
    "activity": Activity,
    "holds": Holds,
    "cycle": Cycle,
    "cues": Cues,
    "questions": Questions,
}


def document(state: core.State, boot: str = "") -> dict[str, object]:
    """Return a state as plain data; `boot` names this run of the machine."""
    parts = {name: to_plain(getattr(state, name), kind, state.at.now) for name, kind in _PARTS.items()}
    return {"version": VERSION, "at": _utc(state.at).isoformat(), "boot": boot, "instant": float(state.at.now), **parts}


def restore(
    found: Mapping[str, Any], rules: Rules, at: Moment, boot: str = ""
) -> tuple[core.State, tuple[Effect, ...]]:
    """Return the state that a document means at `at` and what that leads to; the time since the save counts as away.

    Raises:
        Malformed: it is no document of this kind and version.
    """
    if found.get("version") != VERSION:
        raise Malformed(f"version {found.get('version')!r} is not {VERSION}")
    try:
        off = _off(found, at, boot)
        saved = {name: found[name] for name in _PARTS}
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise Malformed(f"no state: {error}") from None
    # Switched off for long enough to be a break: wake up from it. For less: nobody sat, and nothing else happened.
    long = off >= rules.away_after
    then = replace(at, now=after(at.now, -off)) if long else at
    parts = {name: from_plain(saved[name], kind, then.now, name) for name, kind in _PARTS.items()}
    state = core.State(rules=rules, at=then, **parts)
    slept: tuple[Effect, ...] = ()
    if long:
        state, slept = core.step(state, Slept(off), at)
    changed = tuple(meter.kind for meter in state.cycle.meters) != rules.kinds
    state, more = core.step(state, RulesChanged(rules), at) if changed else (state, ())
    return state, slept + more


def _off(found: Mapping[str, Any], at: Moment, boot: str) -> Seconds:
    if boot and found["boot"] == boot:
        return max(0.0, at.now - float(found["instant"]))
    return max(0.0, (_utc(at) - datetime.fromisoformat(found["at"])).total_seconds())


def _utc(at: Moment) -> datetime:
    return at.local - timedelta(seconds=at.offset)
