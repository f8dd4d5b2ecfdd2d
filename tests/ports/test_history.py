"""What every history promises: the one in memory and the one on the disk."""

import os
import sqlite3
from datetime import datetime

import pytest

from unkink.errors import UnkinkError
from unkink.history.memory import MemoryHistory
from unkink.history.sqlite import SqliteHistory, history_path, read
from unkink.ports import Kind, Record


def record(kind=Kind.FINISHED, at="2026-03-02T10:00", routine="r02", areas=None, **more):
    return Record(kind, datetime.fromisoformat(at), 3600.0, routine, f"name of {routine}", areas=areas or {}, **more)


def disk(folder):
    return SqliteHistory(history_path(str(folder)), lambda job: job(), lambda: datetime(2026, 3, 2, 9))


@pytest.fixture(params=["memory", "sqlite"])
def history(request, tmp_path):
    made = MemoryHistory() if request.param == "memory" else disk(tmp_path)
    yield made
    made.close()
    made.close()


class TestEveryHistory:
    def test_a_new_one_knows_nothing(self, history):
        assert history.recent(3) == ()
        assert dict(history.worked()) == {}

    def test_the_last_routines_come_newest_first(self, history):
        for number, kind in enumerate((Kind.FINISHED, Kind.STOPPED, Kind.OFFERED, Kind.STARTED, Kind.FINISHED)):
            history.add(record(kind, routine=f"r{number}"))
        assert history.recent(2) == ("r4", "r1")
        assert history.recent(9) == ("r4", "r1", "r0")

    def test_areas_are_worked_when_something_was_done(self, history):
        history.add(record(at="2026-03-02T10:00", areas={"neck": 30.0, "hip": 10.0}))
        history.add(record(at="2026-03-02T11:00", areas={"neck": 5.0, "hip": 0.0}))
        assert dict(history.worked()) == {
            "neck": datetime(2026, 3, 2, 11),
            "hip": datetime(2026, 3, 2, 10),
        }


class TestOnTheDisk:
    def test_everything_is_there_after_a_restart(self, tmp_path):
        first = disk(tmp_path)
        first.add(record(areas={"neck": 30.0}, seconds=60.0, detail="x"))
        first.add(record(Kind.OFFERED, "2026-03-02T12:00", "r03"))
        first.close()
        second = disk(tmp_path)
        assert second.recent(3) == ("r02",)
        assert dict(second.worked()) == {"neck": datetime(2026, 3, 2, 10)}
        second.close()
        assert read(str(tmp_path)) == [
            record(areas={"neck": 30.0}, seconds=60.0, detail="x"),
            record(Kind.OFFERED, "2026-03-02T12:00", "r03"),
        ]

    def test_only_the_newest_lines_can_be_asked_for(self, tmp_path):
        history = disk(tmp_path)
        for number in range(5):
            history.add(record(routine=f"r{number}", areas={"neck": float(number)}))
        assert [(line.routine, line.areas) for line in read(str(tmp_path), last=2)] == [
            ("r3", {"neck": 3.0}),
            ("r4", {"neck": 4.0}),
        ]
        history.close()

    def test_no_file_is_an_empty_history(self, tmp_path):
        assert read(str(tmp_path)) == []

    def test_only_its_owner_can_read_it(self, tmp_path):
        disk(tmp_path).close()
        assert os.stat(history_path(str(tmp_path))).st_mode & 0o777 == 0o600

    def test_a_broken_file_is_kept_aside_and_a_new_one_begun(self, tmp_path):
        path = tmp_path / "history.sqlite3"
        path.write_bytes(b"this is no database, and long enough to be looked at" * 50)
        history = disk(tmp_path)
        history.add(record())
        assert history.recent(1) == ("r02",)
        assert "is kept as" in history.trouble
        assert (tmp_path / "history.sqlite3.broken-20260302-090000").exists()
        history.close()

    def test_a_file_of_a_newer_program_is_kept_aside(self, tmp_path):
        with sqlite3.connect(tmp_path / "history.sqlite3") as connection:
            connection.execute("PRAGMA user_version = 99")
        connection.close()
        history = disk(tmp_path)
        assert "newer unkink" in history.trouble
        history.close()

    def test_where_nothing_can_be_written_it_says_so_and_goes_on(self, tmp_path):
        (tmp_path / "history.sqlite3").mkdir()
        (tmp_path / "history.sqlite3" / "x").touch()
        os.chmod(tmp_path, 0o500)
        history = SqliteHistory(str(tmp_path / "file" / "h"), lambda job: job(), lambda: datetime(2026, 3, 2, 9))
        history.add(record())
        assert history.recent(1) == ("r02",), "as long as it runs it remembers"
        os.chmod(tmp_path, 0o700)
        history.close()

    def test_one_that_cannot_be_read_is_named(self, tmp_path):
        (tmp_path / "history.sqlite3").write_bytes(b"no database at all, really none" * 50)
        with pytest.raises(UnkinkError, match="can't be read"):
            read(str(tmp_path))

    def test_a_killed_writer_loses_no_record_that_was_kept(self, tmp_path):
        import subprocess
        import sys

        code = (
            "import sys, os\n"
            "from datetime import datetime\n"
            "from unkink.history.sqlite import SqliteHistory, history_path\n"
            "from unkink.ports import Kind, Record\n"
            "h = SqliteHistory(history_path(sys.argv[1]), lambda job: job(), datetime.now)\n"
            "n = 0\n"
            "while True:\n"
            "    h.add(Record(Kind.FINISHED, datetime(2026, 3, 2), 0.0, f'r{n}', '', areas={'neck': 1.0}))\n"
            "    print(n, flush=True)\n"
            "    n += 1\n"
        )
        for _ in range(3):
            with subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE) as process:
                said = -1
                for line in process.stdout:
                    said = int(line)
                    if said == 40:
                        process.kill()
                        break
            before = len(read(str(tmp_path)))
            assert before >= said + 1
            (tmp_path / "history.sqlite3").unlink()
