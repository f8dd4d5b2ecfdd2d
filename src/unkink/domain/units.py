"""Units: instants, seconds, and durations as people write them."""

import re
from datetime import datetime, timedelta
from typing import NewType, TypeAlias

from unkink.frozen import dataclass

Seconds: TypeAlias = float
"""A length of time in seconds."""

Instant = NewType("Instant", float)
"""A point on the clock that never jumps and goes on in sleep, in seconds from an arbitrary start."""

MINUTE: Seconds = 60.0
HOUR: Seconds = 3600.0
DAY: Seconds = 86400.0


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happened: the instant, and what a wall clock showed.

    Attributes:
        now: the instant; only differences mean anything.
        local: naive local time, for hours and appointments only.
        offset: local time minus UTC in seconds.
    """

    now: Instant
    local: datetime
    offset: Seconds


def after(instant: Instant, seconds: Seconds) -> Instant:
    """Return the instant that many seconds later (earlier, where negative)."""
    return Instant(instant + seconds)


_DURATION = re.compile(
    r"(?:(?P<h>\d+)\s*h)?\s*(?:(?P<m>\d+)(?!\d|\s*s)\s*(?:m(?:in)?)?)?\s*(?:(?P<s>\d+)\s*s)?", re.ASCII
)


def parse_duration(text: str, *, bare_minutes: bool = False) -> Seconds:
    """Return the seconds meant by a text such as ``90s``, ``10m`` or ``1h30``.

    Args:
        text: hours, minutes and seconds, each optional, in this order; minutes after hours need no unit.
        bare_minutes: whether a number alone is allowed and means minutes (so on the command line).

    Raises:
        ValueError: nothing or something else was written; the message says what is allowed.
    """
    match = _DURATION.fullmatch(text.strip().lower())
    if match is None or not any(match.groups()):
        raise ValueError('a duration such as "90s", "10m" or "1h30"')
    hours, minutes, seconds = match["h"], match["m"], match["s"]
    no_unit = minutes is not None and "m" not in text.lower()
    if no_unit and seconds is not None:
        raise ValueError('a duration such as "90s", "10m" or "1h30"')
    if no_unit and hours is None and not bare_minutes:
        raise ValueError(f'a duration with its unit, such as "{minutes}m" or "{minutes}s"')
    return int(hours or 0) * HOUR + int(minutes or 0) * MINUTE + int(seconds or 0)


def format_duration(seconds: Seconds) -> str:
    """Return the text that ``parse_duration`` reads back to the same whole seconds: ``90s``, ``10m``, ``1h30``."""
    whole = round(seconds)
    hours, rest = divmod(whole, 3600)
    minutes, secs = divmod(rest, 60)
    if hours and not secs:
        return f"{hours}h{minutes:02d}" if minutes else f"{hours}h"
    if not hours and not secs and minutes:
        return f"{minutes}m"
    if not hours and whole < 2 * MINUTE:
        return f"{whole}s"
    return "".join(f"{n}{unit}" for n, unit in ((hours, "h"), (minutes, "m"), (secs, "s")) if n)


def next_time_of_day(text: str, local: datetime) -> datetime:
    """Return the next local time after `local` at which a clock shows what `text` says, such as ``14:00``.

    Raises:
        ValueError: it is no time of day; the message says what is allowed.
    """
    try:
        time = datetime.strptime(text, "%H:%M").time()  # noqa: DTZ007  a time of the wall clock
    except ValueError:
        raise ValueError('a time of day such as "14:00"') from None
    found = datetime.combine(local.date(), time)
    return found if found > local else found + timedelta(days=1)
