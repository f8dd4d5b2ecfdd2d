"""A timeline as people and programs read it: lines, JSON, or a day per line."""

import json
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from unkink.simulate.timeline import Entry

SLOT = timedelta(minutes=15)
SLOTS = 96
MARKS = {"done": "●", "credit": "○", "prompt": "▲", "snooze": "z", "skip": "×", "ignored": "×", "cue": "·"}
"""What stands in a quarter of an hour, the most telling first."""
SITTING, HELD, NOTHING = "─", "░", " "
LEGEND = "─ at the desk  ░ quiet  ▲ offered  ● done  ○ counted by itself  z snoozed  × not now  · cue"


def as_json(entries: Iterable[Entry]) -> str:
    """Return one list of objects: at, effect, kind, why."""
    rows = [{"at": _iso(each.at), "effect": each.effect, "kind": each.kind, "why": each.why} for each in entries]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def as_text(entries: Iterable[Entry]) -> str:
    """Return a line for each entry, and a heading for each day."""
    lines: list[str] = []
    day: date | None = None
    for each in entries:
        if each.at.date() != day:
            day = each.at.date()
            lines += ["", f"{day:%A} {day.isoformat()}"]
        lines.append(f"  {each.at:%H:%M:%S}  {each.effect:<11} {each.kind:<10} {each.why}".rstrip())
    return "\n".join(lines[1:])


def as_chart(entries: Iterable[Entry], sitting: Iterable[tuple[datetime, bool, bool]]) -> str:
    """Return a day per line, a quarter of an hour per sign.

    Args:
        entries: what came.
        sitting: for moments all along the way: when, whether somebody was at the desk, and whether it was quiet.
    """
    days: dict[date, list[str]] = {}
    for at, there, quiet in sitting:
        if there:
            row, slot = _place(days, at)
            row[slot] = HELD if quiet else SITTING if row[slot] == NOTHING else row[slot]
    rank = list(MARKS)
    for each in entries:
        if each.effect in MARKS:
            row, slot = _place(days, each.at)
            before = next((name for name, mark in MARKS.items() if mark == row[slot]), rank[-1])
            if rank.index(each.effect) <= rank.index(before):
                row[slot] = MARKS[each.effect]
    head = " " * 15 + "".join(f"{hour:02d}  " for hour in range(24))
    body = [f"{day:%a} {day.isoformat()} {''.join(row)}".rstrip() for day, row in sorted(days.items())]
    return "\n".join([head.rstrip(), *body, "", LEGEND])


def _place(days: dict[date, list[str]], at: datetime) -> tuple[list[str], int]:
    row = days.setdefault(at.date(), [NOTHING] * SLOTS)
    return row, (at.hour * 60 + at.minute) // 15


def _iso(at: datetime) -> str:
    """Return a time to the second, or finer where it stands between two."""
    return at.isoformat(timespec="milliseconds" if at.microsecond >= 1000 else "seconds")
