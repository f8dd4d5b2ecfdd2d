"""A history that forgets: for tests, and where the file cannot be opened."""

from collections.abc import Mapping
from datetime import datetime

from unkink.ports import Kind, Record

DONE = (Kind.FINISHED, Kind.STOPPED)
"""The records of a routine that was done or left."""


def rated(worse: dict[str, int], routine: str, rating: str) -> None:
    """Take a rating into the count of how often each routine was rated worse since it was last rated better."""
    if rating == "worse":
        worse[routine] = worse.get(routine, 0) + 1
    elif rating == "better":
        worse.pop(routine, None)


class MemoryHistory:
    """Keeps records in a list."""

    def __init__(self) -> None:
        self.records: list[Record] = []

    def add(self, record: Record) -> None:
        """Keep a record."""
        self.records.append(record)

    def recent(self, count: int) -> tuple[str, ...]:
        """Return the ids of the last routines done or left, newest first."""
        return tuple(record.routine for record in reversed(self.records) if record.kind in DONE)[:count]

    def since(self, local: datetime) -> tuple[str, ...]:
        """Return the ids of the routines done or left since a local time, newest first."""
        return tuple(r.routine for r in reversed(self.records) if r.kind in DONE and r.local >= local)

    def worked(self) -> Mapping[str, datetime]:
        """Return when each area was last worked."""
        return {area: record.local for record in self.records for area, seconds in record.areas.items() if seconds > 0}

    def worse(self) -> Mapping[str, int]:
        """Return how often each routine was rated worse since it was last rated better."""
        found: dict[str, int] = {}
        for record in self.records:
            if record.kind is Kind.RATED:
                rated(found, record.routine, record.detail)
        return found

    def close(self) -> None:
        """Nothing is open."""
