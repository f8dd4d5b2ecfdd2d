"""The shape of the history file, one step for each version (PRAGMA user_version)."""

import sqlite3

STEPS = (
    """
    CREATE TABLE event (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,           -- ISO 8601, local time with its offset
        kind TEXT NOT NULL,
        routine TEXT NOT NULL,      -- an id; empty where none
        name TEXT NOT NULL,         -- what it was called then
        seconds REAL NOT NULL,
        detail TEXT NOT NULL
    );
    CREATE TABLE worked (
        event INTEGER NOT NULL REFERENCES event (id),
        area TEXT NOT NULL,
        seconds REAL NOT NULL
    );
    CREATE INDEX event_at ON event (at);
    CREATE INDEX worked_event ON worked (event);
    """,
)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a history file to the shape of this program.

    Raises:
        sqlite3.Error: the file is no history, or was made by a newer program.
    """
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > len(STEPS):
        raise sqlite3.DatabaseError(f"it was made by a newer unkink (version {version}, this one knows {len(STEPS)})")
    for number in range(version, len(STEPS)):
        connection.executescript(f"BEGIN; {STEPS[number]} PRAGMA user_version = {number + 1}; COMMIT;")
