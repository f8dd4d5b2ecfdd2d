"""The history file: written by the daemon in the writer's thread, read by anybody."""

import logging
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import datetime, timedelta, timezone

from unkink.domain.units import Seconds
from unkink.errors import UnkinkError
from unkink.history.memory import DONE, rated
from unkink.history.migrations import migrate
from unkink.ports import Kind, Record

log = logging.getLogger(__name__)

LOAD_LIMIT: Seconds = 2.0
"""How long a first question waits for the file to be opened."""
KEEP = 64
"""How many of the last routines are kept in mind."""


def history_path(folder: str) -> str:
    """Return the path of the history file in a data folder."""
    return os.path.join(folder, "history.sqlite3")


class SqliteHistory:
    """Keeps records in a file. A record is on the disk when its job has run; `kill -9` then loses nothing.

    Args:
        path: the file; made where it is missing, moved aside where it is broken.
        submit: where the writing happens, one job after the other.
        now: the local time, for the name of a broken file.
    """

    def __init__(self, path: str, submit: Callable[[Callable[[], None]], None], now: Callable[[], datetime]) -> None:
        self._path, self._submit, self._now = path, submit, now
        self._connection: sqlite3.Connection | None = None
        self._loaded = threading.Event()
        self._recent: list[tuple[str, datetime]] = []
        self._worked: dict[str, datetime] = {}
        self._worse: dict[str, int] = {}
        self.trouble = ""
        submit(self._open)

    def add(self, record: Record) -> None:
        """Keep a record."""
        if record.kind in DONE:
            self._recent = [(record.routine, record.local), *self._recent][:KEEP]
            self._worked |= {area: record.local for area, seconds in record.areas.items() if seconds > 0}
        elif record.kind is Kind.RATED:
            rated(self._worse, record.routine, record.detail)
        self._submit(lambda: self._insert(record))

    def recent(self, count: int) -> tuple[str, ...]:
        """Return the ids of the last routines done or left, newest first."""
        self._loaded.wait(LOAD_LIMIT)
        return tuple(routine for routine, _ in self._recent[:count])

    def since(self, local: datetime) -> tuple[str, ...]:
        """Return the ids of the routines done or left since a local time, newest first; of many only the newest."""
        self._loaded.wait(LOAD_LIMIT)
        return tuple(routine for routine, at in self._recent if at >= local)

    def worked(self) -> Mapping[str, datetime]:
        """Return when each area was last worked, local time."""
        self._loaded.wait(LOAD_LIMIT)
        return dict(self._worked)

    def worse(self) -> Mapping[str, int]:
        """Return how often each routine was rated worse since it was last rated better."""
        self._loaded.wait(LOAD_LIMIT)
        return dict(self._worse)

    def close(self) -> None:
        """Close the file once everything is written."""

        def close() -> None:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

        self._submit(close)

    # -- in the writer's thread ----------------------------------------------------------

    def _open(self) -> None:
        try:
            self._connection = self._connect()
        except sqlite3.Error as error:
            aside = f"{self._path}.broken-{self._now():%Y%m%d-%H%M%S}"
            self.trouble = f"{self._path} can't be used ({error}); it is kept as {aside}"
            log.warning("%s", self.trouble)
            try:
                os.replace(self._path, aside)
                self._connection = self._connect()
            except (OSError, sqlite3.Error) as again:
                self.trouble = f"{self._path} can't be used ({again}); nothing is kept"
                log.warning("%s", self.trouble)
        if self._connection is not None:
            self._load(self._connection)
        self._loaded.set()

    def _connect(self) -> sqlite3.Connection:
        os.makedirs(os.path.dirname(self._path), mode=0o700, exist_ok=True)
        connection = sqlite3.connect(self._path, timeout=5.0, check_same_thread=False)
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            migrate(connection)
        except sqlite3.Error:
            connection.close()
            raise
        os.chmod(self._path, 0o600)
        return connection

    def _load(self, connection: sqlite3.Connection) -> None:
        marks = ",".join("?" * len(DONE))
        rows = connection.execute(
            f"SELECT routine, at FROM event WHERE kind IN ({marks}) ORDER BY id DESC LIMIT ?",  # noqa: S608  only marks
            (*(kind.value for kind in DONE), KEEP),
        )
        self._recent += [(routine, _local(at)) for routine, at in rows][: KEEP - len(self._recent)]
        rows = connection.execute(
            "SELECT area, MAX(at) FROM worked JOIN event ON event.id = event WHERE worked.seconds > 0 GROUP BY area"
        )
        for area, at in rows:
            self._worked.setdefault(area, _local(at))
        new, self._worse = self._worse, {}
        ratings = connection.execute(
            "SELECT routine, detail FROM event WHERE kind = ? ORDER BY id", (Kind.RATED.value,)
        )
        for routine, rating in ratings:
            rated(self._worse, routine, rating)
        for routine, count in new.items():  # given while the file was not open yet
            self._worse[routine] = self._worse.get(routine, 0) + count

    def _insert(self, record: Record) -> None:
        if self._connection is None:
            return
        with self._connection as connection:
            at = record.local.replace(tzinfo=timezone(timedelta(seconds=record.offset))).isoformat(timespec="seconds")
            values = (at, record.kind.value, record.routine, record.name, record.seconds, record.detail)
            cursor = connection.execute(
                "INSERT INTO event (at, kind, routine, name, seconds, detail) VALUES (?, ?, ?, ?, ?, ?)", values
            )
            connection.executemany(
                "INSERT INTO worked (event, area, seconds) VALUES (?, ?, ?)",
                [(cursor.lastrowid, area, seconds) for area, seconds in record.areas.items()],
            )


def _local(at: str) -> datetime:
    return datetime.fromisoformat(at).replace(tzinfo=None)


def read(folder: str, *, last: int | None = None) -> list[Record]:
    """Return the records of a data folder, oldest first; none where there is no file yet.

    Args:
        folder: the data folder.
        last: only so many, the newest.

    Raises:
        UnkinkError: the file cannot be read.
    """
    path = history_path(folder)
    if not os.path.exists(path):
        return []
    try:
        with _reading(path) as connection:
            limit = -1 if last is None else last
            rows = connection.execute(
                "SELECT id, at, kind, routine, name, seconds, detail FROM event ORDER BY id DESC LIMIT ?", (limit,)
            ).fetchall()
            areas: dict[int, dict[str, float]] = {}
            least = rows[-1][0] if rows else 0
            for event, area, seconds in connection.execute(
                "SELECT event, area, seconds FROM worked WHERE event >= ?", (least,)
            ):
                areas.setdefault(event, {})[area] = seconds
    except sqlite3.Error as error:
        raise UnkinkError("The history can't be read", f"{path}: {error}.") from error
    return [_record(row, areas.get(row[0], {})) for row in reversed(rows)]


@contextmanager
def _reading(path: str) -> Iterator[sqlite3.Connection]:
    quoted = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    with closing(sqlite3.connect(f"file:{quoted}?mode=ro", uri=True, timeout=5.0)) as connection:
        yield connection


def _record(row: tuple[int, str, str, str, str, float, str], areas: Mapping[str, float]) -> Record:
    at = datetime.fromisoformat(row[1])
    offset = at.utcoffset()
    return Record(
        kind=Kind(row[2]),
        local=at.replace(tzinfo=None),
        offset=offset.total_seconds() if offset else 0.0,
        routine=row[3],
        name=row[4],
        seconds=row[5],
        detail=row[6],
        areas=areas,
    )
