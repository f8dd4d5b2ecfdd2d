"""Why unkink is quiet, since when and until when."""

from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeAlias

from unkink.domain import events
from unkink.domain.hours import Hours, is_open, next_change
from unkink.domain.rules import Rules
from unkink.domain.units import Instant, Moment, after
from unkink.frozen import dataclass

DAY_BEGINS = timedelta(hours=4)
"""A day begins at 04:00 local: whoever works past midnight is still in the day before."""


class Why(StrEnum):
    """A reason to be quiet."""

    PAUSED = "paused"
    """The user asked for quiet."""
    MEETING = "meeting"
    """The user said they are in a meeting; it counts as sitting."""
    HOURS = "hours"
    """It is outside the hours the user set."""


ASKED = (Why.PAUSED, Why.MEETING)
"""The reasons a user gives and takes back."""


@dataclass(frozen=True, slots=True)
class Hold:
    """One reason to be quiet.

    Attributes:
        why: the reason.
        since: when it began.
        until: the instant it ends; None where `until_local` tells, or where only the user ends it.
        until_local: the local time it ends.
    """

    why: Why
    since: Instant
    until: Instant | None = None
    until_local: datetime | None = None


Holds: TypeAlias = tuple[Hold, ...]


@dataclass(frozen=True, slots=True)
class HoldBegan:
    """A hold began."""

    hold: Hold


@dataclass(frozen=True, slots=True)
class HoldEnded:
    """A hold ended; others may go on."""

    hold: Hold


HoldChange: TypeAlias = HoldBegan | HoldEnded


def step(holds: Holds, event: events.Event, at: Moment, rules: Rules) -> tuple[Holds, tuple[HoldChange, ...]]:
    """Return the holds after `event` at `at`, and which of them began or ended."""
    new = tuple(hold for hold in holds if not _over(hold, event, at))
    wanted = _wanted(event, at, rules)
    if wanted is not None:
        new = (*(hold for hold in new if hold.why not in ASKED), wanted)
    new = _with_hours(new, at, rules.hours)
    if new == holds:
        return holds, ()
    ended = tuple(HoldEnded(hold) for hold in holds if all(hold.why != other.why for other in new))
    began = tuple(HoldBegan(hold) for hold in new if all(hold.why != other.why for other in holds))
    return new, ended + began


def deadline(holds: Holds, at: Moment, hours: Hours) -> tuple[Instant | None, datetime | None]:
    """Return the next instant and the next local time at which a hold may begin or end."""
    instants = [hold.until for hold in holds if hold.until is not None]
    locals_ = [hold.until_local for hold in holds if hold.until_local is not None]
    change = next_change(hours, at.local)
    if change is not None:
        locals_.append(change)
    return min(instants, default=None), min(locals_, default=None)


def counts_as_sitting(holds: Holds) -> bool:
    """Return whether silence is believed to be sitting because of a hold."""
    return any(hold.why is Why.MEETING for hold in holds)


def next_morning(local: datetime, hours: Hours) -> datetime:
    """Return the start of the next day's hours, or 04:00 of the next day where that is within hours or there are none.

    A day begins at 04:00; in a week without another opening the next day's 04:00 stands.
    """
    day = (local - DAY_BEGINS).date() + timedelta(days=1)
    begins = datetime(day.year, day.month, day.day) + DAY_BEGINS  # noqa: DTZ001  the wall clock's
    if is_open(hours, begins):
        return begins
    return next_change(hours, begins) or begins


def _over(hold: Hold, event: events.Event, at: Moment) -> bool:
    if hold.why in ASKED and isinstance(event, events.Resume):
        return True
    if hold.until is not None and at.now >= hold.until:
        return True
    return hold.why in ASKED and hold.until_local is not None and at.local >= hold.until_local


def _wanted(event: events.Event, at: Moment, rules: Rules) -> Hold | None:
    match event:
        case events.Pause(length=length, until=until, meeting=meeting):
            ends = None if length is None else after(at.now, length)
            return Hold(Why.MEETING if meeting else Why.PAUSED, at.now, ends, until)
        case events.PauseUntilTomorrow():
            return Hold(Why.PAUSED, at.now, until_local=next_morning(at.local, rules.hours))
        case _:
            return None


def _with_hours(holds: Holds, at: Moment, hours: Hours) -> Holds:
    """Return the holds with the one for the hours as it must be now."""
    others = tuple(hold for hold in holds if hold.why is not Why.HOURS)
    if is_open(hours, at.local):
        return others
    old = next((hold for hold in holds if hold.why is Why.HOURS), Hold(Why.HOURS, at.now))
    return (*others, replace(old, until_local=next_change(hours, at.local)))
