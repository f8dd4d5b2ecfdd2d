"""A history that forgets: for tests, and where the file cannot be opened."""

from collections.abc import Mapping
from datetime import datetime

from unkink.ports import Kind, Record

DONE = (Kind.FINISHED, Kind.STOPPED)
"""The records of a routine that was done or left."""


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

    def worked(self) -> Mapping[str, datetime]:
        """Return when each area was last worked."""
        return {area: record.local for record in self.records for area, seconds in record.areas.items() if seconds > 0}

    def close(self) -> None:
        """Nothing is open."""
