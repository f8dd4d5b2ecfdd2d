"""Lengths and points of time, as people say them."""

from datetime import datetime, timedelta

from unkink.domain.units import HOUR, MINUTE, Seconds
from unkink.words.language import _, ngettext

_WEEKDAYS = (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))


def length(seconds: Seconds) -> str:
    """Return a length in words: `45 s`, `1 min 30 s`, `23 min`, `1 h 30 min`. Seconds matter below three minutes."""
    whole = max(0, round(seconds))
    if whole < MINUTE:
        return _("{n} s").format(n=whole)
    minutes, rest = divmod(whole, 60)
    if whole < 3 * MINUTE and rest:
        return _("{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)
    minutes = round(whole / 60)
    if minutes < 60:
        return _("{n} min").format(n=minutes)
    hours, minutes = divmod(minutes, 60)
    if not minutes:
        return _("{n} h").format(n=hours)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=minutes)


def soon(seconds: Seconds) -> str:
    """Return how long until something comes, rounded up to whole minutes: `in 23 min`, `in less than a minute`."""
    minutes = -int(-seconds // MINUTE)
    if minutes <= 1:
        return _("in less than a minute")
    if minutes < HOUR / MINUTE:
        return ngettext("in {n} min", "in {n} min", minutes).format(n=minutes)
    return _("in {length}").format(length=length(minutes * MINUTE))


def clock(local: datetime, now: datetime) -> str:
    """Return a time of day with its day, where that is not today: `14:00`, `tomorrow 09:00`, `Monday 09:00`."""
    text = f"{local:%H:%M}"
    days = (local.date() - now.date()).days
    if days == 0:
        return text
    if days == 1:
        return _("tomorrow {time}").format(time=text)
    if 0 < days < 7:
        return _("{weekday} {time}").format(weekday=_WEEKDAYS[local.weekday()], time=text)
    return f"{local:%Y-%m-%d} {text}"


def after(now: datetime, seconds: Seconds) -> datetime:
    """Return the local time so many seconds later, to the minute."""
    return now + timedelta(seconds=seconds)
