"""Short traces for tests: rows without their date."""

from unkink.domain.rules import Rules
from unkink.simulate.answers import mood_of
from unkink.simulate.run import live
from unkink.simulate.trace import Trace, read_csv


def csv(*rows: str) -> str:
    """Return a trace on a Monday in March: each row is a time of day and what happens."""
    return "\n".join(f"2026-03-02T{row.split(' ', 1)[0]}+01:00,{row.split(' ', 1)[1]}" for row in rows)


def trace(*rows: str) -> Trace:
    return read_csv(csv(*rows), "day.csv")


def told(what: Trace, *, answers: str = "start", rules: Rules | None = None, zone=None) -> list[str]:
    """Return what comes of a trace, a line per entry."""
    entries = live(what, rules or Rules(), mood_of(answers), zone)
    return [f"{each.at:%H:%M:%S} {each.effect} {each.kind}" for each in entries]
