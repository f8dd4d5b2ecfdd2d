"""What ActivityWatch kept of past weeks, as a trace: an export of a bucket that says when somebody was away.

Such an export does not say when somebody paused while they were there, and people pause for four seconds all the time:
any moment there may be a pause.
"""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo
from typing import Any

from unkink.errors import UnkinkError
from unkink.simulate.trace import PLAIN, Row, Trace


def read_export(text: str, name: str, zone: tzinfo | None = None) -> Trace:
    """Return the trace that an export holds.

    Args:
        text: JSON: a list of events, a bucket with `events`, or an export with `buckets`.
        name: what to call it in an error.
        zone: the zone the person was in; None for this machine's.

    Raises:
        UnkinkError: it is no such export.
    """
    try:
        spans = sorted(_spans(_events(json.loads(text))))
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
        allowed = "It must be an export of an ActivityWatch bucket of type afkstatus."
        raise UnkinkError(f"{name} makes no sense ({error!r})", allowed) from None
    if not spans:
        raise UnkinkError(f"{name} holds no time at the desk", 'It has no events whose status is "not-afk".')
    rows: list[Row] = []
    for begins, ends in _joined(spans):
        rows += [Row(begins.astimezone(zone), PLAIN["active"]), Row(ends.astimezone(zone), PLAIN["idle"])]
    return Trace(tuple(rows), pauses=True)


def _events(found: Any) -> list[dict[str, Any]]:
    """Return the events of an export: of the one bucket there is, or of those that are about being away."""
    if isinstance(found, list):
        return found
    if "buckets" in found:
        buckets = found["buckets"].values()
        about = [bucket for bucket in buckets if bucket.get("type") == "afkstatus"]
        return [event for bucket in about for event in bucket["events"]]
    events: list[dict[str, Any]] = found["events"]
    return events


def _spans(events: list[dict[str, Any]]) -> Iterator[tuple[datetime, datetime]]:
    """Yield when somebody was there; a hole between two events is nobody."""
    for event in events:
        if event["data"]["status"] == "not-afk" and event["duration"] > 0:
            begins = datetime.fromisoformat(event["timestamp"])
            if begins.tzinfo is None:
                raise ValueError(f"{event['timestamp']} has no offset")
            yield begins, begins + timedelta(seconds=event["duration"])


def _joined(spans: list[tuple[datetime, datetime]]) -> Iterator[tuple[datetime, datetime]]:
    """Yield the spans with those that touch or overlap made one."""
    begins, ends = spans[0]
    for other_begins, other_ends in spans[1:]:
        if other_begins <= ends:
            ends = max(ends, other_ends)
        else:
            yield begins, ends
            begins, ends = other_begins, other_ends
    yield begins, ends
