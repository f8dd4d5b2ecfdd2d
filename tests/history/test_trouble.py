"""The history file where something is in its way: a full disk, a lock, a broken file, a file of another version."""

import sqlite3
import time
from contextlib import closing
from datetime import datetime

import pytest

from tests.waiting import wait_for
from unkink.adapters.writer import Writer
from unkink.errors import UnkinkError
from unkink.history import migrations, sqlite
from unkink.history.memory import MemoryHistory
from unkink.history.migrations import STEPS, migrate
from unkink.history.sqlite import KEEP, SqliteHistory, history_path, read
from unkink.ports import Kind, Record

NOON = datetime(2026, 3, 2, 12)


def record(routine="r02", kind=Kind.FINISHED, **more):
    return Record(kind, NOON, 3600.0, routine, f"name of {routine}", **more)


def begin(folder, submit=lambda job: job()):
    return SqliteHistory(history_path(str(folder)), submit, lambda: NOON)


def routines(folder):
    return [line.routine for line in read(str(folder))]


@pytest.fixture
def writer():
    made = Writer()
    made.start()
    yield made
    made.stop()


@pytest.fixture
def history(tmp_path, writer):
    made = begin(tmp_path, writer.submit)
    made.recent(1)  # it has been opened when this returns
    yield made
    made.close()


class TestAFullDisk:
    def test_it_is_logged_once_for_each_record_and_what_was_kept_before_stays(self, tmp_path, history, caplog):
        history.add(record("r01"))
        wait_for(lambda: routines(tmp_path) == ["r01"])
        full(history)
        history.add(record("r02", detail="x" * 100_000))
        wait_for(lambda: "database or disk is full" in caplog.text)
        assert caplog.text.count("could not write") == 1
        caplog.clear()
        assert routines(tmp_path) == ["r01"]
        assert history.recent(2) == ("r02", "r01"), "as long as it runs it remembers"

    def test_where_there_is_room_again_it_goes_on(self, tmp_path, history, caplog):
        full(history)
        history.add(record("r01", detail="x" * 100_000, areas={"neck": 5.0}))
        wait_for(lambda: "could not write" in caplog.text)
        caplog.clear()
        history._connection.execute("PRAGMA max_page_count = 1000000")
        history.add(record("r02", areas={"hip": 5.0}))
        wait_for(lambda: routines(tmp_path) == ["r02"])
        assert read(str(tmp_path))[0].areas == {"hip": 5.0}, "nothing is left of the half that did not fit"


def full(history):
    """Let the file grow no more: what the system says of a full disk, said by SQLite itself."""
    history._connection.execute("PRAGMA max_page_count = 1")


class TestALock:
    def test_a_record_that_could_not_be_kept_is_logged_and_the_next_one_is_kept(self, tmp_path, history, caplog):
        history._connection.execute("PRAGMA busy_timeout = 20")  # instead of five seconds
        with closing(sqlite3.connect(history_path(str(tmp_path)))) as other:
            other.execute("BEGIN EXCLUSIVE")
            history.add(record("r01"))
            wait_for(lambda: "database is locked" in caplog.text)
            caplog.clear()
        history.add(record("r02"))
        wait_for(lambda: routines(tmp_path) == ["r02"])

    def test_a_short_lock_is_waited_for(self, tmp_path, history):
        with closing(sqlite3.connect(history_path(str(tmp_path)))) as other:
            other.execute("BEGIN IMMEDIATE")
            history.add(record("r01"))
            assert routines(tmp_path) == [], "whoever only reads is let in meanwhile"
            other.execute("COMMIT")
        wait_for(lambda: routines(tmp_path) == ["r01"])

    def test_reading_does_not_write(self, tmp_path):
        begin(tmp_path).close()
        path = tmp_path / "history.sqlite3"
        before = path.read_bytes()
        assert read(str(tmp_path)) == []
        assert path.read_bytes() == before
        assert [each.name for each in tmp_path.iterdir()] == ["history.sqlite3"]
        # Private, because nothing public would try: what reads it could not write if it wanted to.
        with sqlite._reading(str(path)) as connection, pytest.raises(sqlite3.OperationalError, match="readonly"):
            connection.execute("DELETE FROM event")


class TestABrokenFile:
    @pytest.mark.parametrize("left", [0.5, 0.9])
    def test_a_file_that_was_cut_short_is_kept_aside_whole(self, tmp_path, left):
        history = begin(tmp_path)
        for number in range(30):
            history.add(record(f"r{number}", detail="x" * 1000))
        history.close()
        path = tmp_path / "history.sqlite3"
        cut = path.read_bytes()[: int(path.stat().st_size * left)]
        path.write_bytes(cut)
        history = begin(tmp_path)
        aside = tmp_path / "history.sqlite3.broken-20260302-120000"
        assert aside.read_bytes() == cut
        assert history.trouble == f"{path} can't be used (database disk image is malformed); it is kept as {aside}"
        assert history.recent(3) == ()
        history.add(record("new"))
        assert routines(tmp_path) == ["new"]
        history.close()

    def test_where_not_even_that_can_be_moved_it_says_that_nothing_is_kept(self, tmp_path, caplog):
        (tmp_path / "history.sqlite3").mkdir()
        (tmp_path / "history.sqlite3" / "in the way").touch()
        (tmp_path / "history.sqlite3.broken-20260302-120000").touch()
        history = begin(tmp_path)
        assert history.trouble.endswith("nothing is kept")
        assert "nothing is kept" in caplog.text
        history.add(record("r01", areas={"neck": 5.0}))
        assert history.recent(1) == ("r01",)
        assert dict(history.worked()) == {"neck": NOON}
        history.close()

    @pytest.mark.parametrize("name", ["a?b", "a#b", "a%20b", "ä ö", "a&mode=rw"])
    def test_a_folder_of_any_name_can_be_read(self, tmp_path, name):
        (tmp_path / name).mkdir()
        history = begin(tmp_path / name)
        history.add(record("r01"))
        history.close()
        assert routines(tmp_path / name) == ["r01"]

    def test_a_file_without_tables_is_named(self, tmp_path):
        (tmp_path / "history.sqlite3").touch()
        with pytest.raises(UnkinkError) as caught:
            read(str(tmp_path))
        assert caught.value.title == "The history can't be read"
        assert str(tmp_path / "history.sqlite3") in caught.value.message


class TestVersions:
    def test_an_empty_file_is_brought_to_this_version(self, tmp_path):
        begin(tmp_path).close()
        assert version(tmp_path) == len(STEPS)
        begin(tmp_path).close()
        assert version(tmp_path) == len(STEPS), "and stays there"

    def test_a_file_of_an_older_version_keeps_its_records_and_gets_what_is_new(self, tmp_path, monkeypatch):
        history = begin(tmp_path)
        history.add(record("r01", areas={"neck": 5.0}))
        history.close()
        more = (*STEPS, "CREATE TABLE note (id INTEGER);", "ALTER TABLE note ADD COLUMN text TEXT DEFAULT 'x';")
        monkeypatch.setattr(migrations, "STEPS", more)
        history = begin(tmp_path)
        assert (history.trouble, history.recent(1)) == ("", ("r01",))
        history._connection.execute("INSERT INTO note (id) VALUES (1)")
        assert history._connection.execute("SELECT text FROM note").fetchall() == [("x",)]
        history.close()
        assert version(tmp_path) == len(more)

    def test_a_step_that_fails_leaves_the_file_at_the_version_it_had(self, tmp_path, monkeypatch):
        begin(tmp_path).close()
        bad = (*STEPS, "CREATE TABLE note (id INTEGER); CREATE TABLE note (id INTEGER);")
        monkeypatch.setattr(migrations, "STEPS", bad)
        with closing(sqlite3.connect(history_path(str(tmp_path)))) as connection, pytest.raises(sqlite3.Error):
            migrate(connection)
        assert version(tmp_path) == len(STEPS)
        with closing(sqlite3.connect(history_path(str(tmp_path)))) as connection:
            names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        assert "note" not in names, "half a step is no step"

    def test_a_newer_file_is_refused_with_both_versions(self, tmp_path):
        with closing(sqlite3.connect(history_path(str(tmp_path)))) as connection:
            connection.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
            said = f"version {len(STEPS) + 1}, this one knows {len(STEPS)}"
            with pytest.raises(sqlite3.DatabaseError, match=said):
                migrate(connection)


def version(folder):
    with closing(sqlite3.connect(history_path(str(folder)))) as connection:
        return connection.execute("PRAGMA user_version").fetchone()[0]


class TestComingBack:
    def test_what_happened_before_the_file_was_open_comes_first(self, tmp_path):
        history = begin(tmp_path)
        for number in range(KEEP + 3):
            history.add(record(f"old{number}", areas={"neck": 5.0, "hip": 5.0}))
        history.close()
        jobs = []
        history = begin(tmp_path, jobs.append)
        later = Record(Kind.FINISHED, NOON.replace(hour=13), 3600.0, "new", "", areas={"neck": 5.0})
        history.add(later)
        for job in jobs:
            job()
        assert history.recent(3) == ("new", f"old{KEEP + 2}", f"old{KEEP + 1}")
        assert len(history.recent(99)) == KEEP
        assert history.worked() == {"neck": later.local, "hip": NOON}
        history.close()

    def test_a_question_that_comes_first_waits_only_so_long(self, tmp_path, monkeypatch):
        monkeypatch.setattr(sqlite, "LOAD_LIMIT", 0.05)
        history = begin(tmp_path, lambda job: None)
        began = time.monotonic()
        assert history.recent(1) == ()
        assert history.worked() == {}
        assert time.monotonic() - began < 1.0

    def test_only_the_last_few_are_kept_in_mind(self, tmp_path):
        history = begin(tmp_path)
        for number in range(KEEP + 3):
            history.add(record(f"r{number}"))
        assert history.recent(99) == tuple(f"r{number}" for number in range(KEEP + 2, 2, -1))
        history.close()

    @pytest.mark.parametrize("where", ["memory", "disk"])
    def test_only_what_was_done_or_left_counts_as_worked(self, tmp_path, where):
        history = MemoryHistory() if where == "memory" else begin(tmp_path)
        history.add(record("r01", Kind.STOPPED, areas={"neck": 5.0}))
        history.add(record("r02", Kind.SNOOZED))
        history.add(record("r03", Kind.RATED, detail="better"))
        assert history.recent(9) == ("r01",)
        assert set(history.worked()) == {"neck"}
        history.close()

    def test_the_offset_of_each_record_is_kept(self, tmp_path):
        history = begin(tmp_path)
        for offset in (3600.0, -12600.0, 0.0):
            history.add(Record(Kind.OFFERED, NOON, offset))
        history.close()
        assert [(line.local, line.offset) for line in read(str(tmp_path))] == [
            (NOON, 3600.0),
            (NOON, -12600.0),
            (NOON, 0.0),
        ]
