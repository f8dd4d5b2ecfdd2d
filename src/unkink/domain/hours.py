"""Hours: when unkink may speak. Weekday ranges, several a day, over midnight too."""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from unkink.frozen import dataclass

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_RANGE = re.compile(r"(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})", re.ASCII)
_DAY = timedelta(days=1)
_NEVER = datetime.max  # noqa: DTZ901  hours are the wall clock's
DAY_BEGINS = timedelta(hours=4)
"""A day begins at 04:00 local: whoever works past midnight is still in the day before."""
_AHEAD = 10
"""Days looked ahead: a week holds every change there is, and a range may reach into the day after."""


class Range(NamedTuple):
    """One stretch of a day: it opens `start` after midnight, and closes `end` after the same midnight.

    `end` is after `start`; a range over midnight ends after 24 hours have passed.
    """

    start: timedelta
    end: timedelta


Week: TypeAlias = tuple[tuple[Range, ...], ...]
"""The ranges of each weekday, Monday first."""


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours of a week: for each weekday (Monday first) its ranges.

    All days empty means always open: as soon as one day is named, a day left out is quiet.
    """

    days: Week = ((),) * 7

    @property
    def always(self) -> bool:
        """Whether no day is named at all."""
        return not any(self.days)


def parse_range(text: str) -> Range:
    """Return the range meant by ``"09:00-12:30"``; ``"22:00-06:00"`` reaches into the next day.

    Raises:
        ValueError: not two times of day, or an empty range; the message says what is allowed.
    """
    match = _RANGE.fullmatch(text.strip())
    if match is None:
        raise ValueError('a range such as "09:00-17:30"')
    h1, m1, h2, m2 = (int(part) for part in match.groups())
    start, end = timedelta(hours=h1, minutes=m1), timedelta(hours=h2, minutes=m2)
    if m1 > 59 or m2 > 59 or start >= _DAY or end > _DAY:
        raise ValueError("times from 00:00 to 23:59 (24:00 is allowed as an end)")
    if start == end:
        raise ValueError('a range that is not empty ("00:00-24:00" is a whole day)')
    return Range(start, end if end > start else end + _DAY)


def is_open(hours: Hours, local: datetime) -> bool:
    """Return whether `local` lies within hours; a range includes its start and not its end."""
    return hours.always or _stretch(hours.days, local).open


def next_change(hours: Hours, local: datetime) -> datetime | None:
    """Return the first local time after `local` at which hours open or close; None where they never do."""
    until = _NEVER if hours.always else _stretch(hours.days, local).until
    return None if until == _NEVER else until


def opened_at(hours: Hours, local: datetime) -> datetime | None:
    """Return when the hours that hold `local` opened; None where they are always open, or closed at `local`."""
    if hours.always:
        return None
    now = _stretch(hours.days, local)
    return now.since if now.open else None


def finish(hours: Hours, local: datetime) -> datetime | None:
    """Return when the hours of the day that `local` belongs to end for good; None where always open, or closed all day.

    A range belongs to the day it opens in; a day begins at 04:00.
    """
    return None if hours.always else _finish(hours.days, day_of(local))


def day_of(local: datetime) -> date:
    """Return the day that a local time belongs to; it begins at 04:00."""
    return (local - DAY_BEGINS).date()


def next_morning(local: datetime, hours: Hours) -> datetime:
    """Return the start of the next day's hours, or 04:00 of the next day where that is within hours or there are none.

    A day begins at 04:00; in a week without another opening the next day's 04:00 stands.
    """
    begins = datetime.combine(day_of(local) + _DAY, datetime.min.time()) + DAY_BEGINS
    if is_open(hours, begins):
        return begins
    return next_change(hours, begins) or begins


class _Stretch(NamedTuple):
    """A stretch of time that is open, or closed, all along."""

    open: bool
    since: datetime
    until: datetime


class _Last:
    """The stretch that was asked for last: the next look nearly always falls into it."""

    week: Week = ()
    found = _Stretch(open=False, since=_NEVER, until=_NEVER)


def _stretch(week: Week, local: datetime) -> _Stretch:
    """Return the stretch that `local` lies in."""
    if _Last.week is week and _Last.found.since <= local < _Last.found.until:
        return _Last.found
    spans = _spans(week, local.date())
    to_come = [span for span in spans if local < span[1]]
    start, end = to_come[0]  # a week with ranges has one
    if local < start:
        midnight = datetime.combine(local.date(), datetime.min.time())
        closed = max([span[1] for span in spans if span[1] <= local], default=midnight)
        found = _Stretch(open=False, since=closed, until=start)
    else:
        found = _Stretch(open=True, since=start, until=_NEVER if (start, end) == spans[-1] else end)
    _Last.week, _Last.found = week, found
    return found


@lru_cache(maxsize=8)
def _finish(week: Week, day: date) -> datetime | None:
    begins = datetime.combine(day, datetime.min.time()) + DAY_BEGINS
    ends = [end for start, end in _spans(week, day) if begins <= start < begins + _DAY]
    return max(ends, default=None)


@lru_cache(maxsize=8)
def _spans(week: Week, day: date) -> tuple[tuple[datetime, datetime], ...]:
    """Return the open spans from the day before `day` to a week after it, touching ranges joined, in order."""
    joined: list[tuple[datetime, datetime]] = []
    for days in range(-1, _AHEAD):
        date_ = day + timedelta(days=days)
        midnight = datetime(date_.year, date_.month, date_.day)  # noqa: DTZ001  hours are the wall clock's
        for span in sorted(week[date_.weekday()]):
            start, end = midnight + span.start, midnight + span.end
            if joined and start <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(joined[-1][1], end))
            else:
                joined.append((start, end))
    return tuple(joined)
