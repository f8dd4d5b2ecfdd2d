"""The log: one small file that only its owner reads, warnings in one line on the terminal."""

import logging
import os

import pytest

from unkink import logs
from unkink.logs import LogFile

log = logging.getLogger("unkink.test")


@pytest.fixture
def root():
    """The root logger, as it was before once the test is over."""
    found = logging.getLogger()
    level, handlers = found.level, list(found.handlers)
    yield found
    found.setLevel(level)
    for handler in [handler for handler in found.handlers if handler not in handlers]:
        found.removeHandler(handler)
        handler.close()


@pytest.fixture
def file(root, tmp_path):
    made = LogFile(str(tmp_path / "state" / "log"))
    yield made
    made.close()


def lines(path):
    with open(path, encoding="utf-8") as stream:
        return stream.read().splitlines()


def test_it_is_one_file_in_its_folder_and_tells_when_how_bad_and_where(file, tmp_path):
    assert file.path == str(tmp_path / "state" / "log" / "unkink.log")
    log.info("a word: %s", "ä → ö")
    (line,) = lines(file.path)
    assert line.endswith(" INFO unkink.test: a word: ä → ö")
    assert line[:4].isdecimal()


def test_only_its_owner_can_read_it_whatever_the_umask(root, tmp_path):
    before = os.umask(0)
    try:
        made = LogFile(str(tmp_path / "log"))
    finally:
        os.umask(before)
    assert os.stat(tmp_path / "log").st_mode & 0o777 == 0o700
    assert os.stat(made.path).st_mode & 0o777 == 0o600
    made.close()


def test_the_next_start_goes_on_in_the_same_file(root, tmp_path):
    for word in ("first", "second"):
        made = LogFile(str(tmp_path))
        log.info(word)
        made.close()
    assert [line.rpartition(" ")[2] for line in lines(made.path)] == ["first", "second"]


@pytest.mark.parametrize(
    ("level", "kept"),
    [
        ("error", ["error"]),
        ("warning", ["warning", "error"]),
        ("info", ["info", "warning", "error"]),
        ("debug", ["debug", "info", "warning", "error"]),
    ],
)
def test_the_level_says_how_much_is_written(file, caplog, level, kept):
    file.level(level)
    for each in ("debug", "info", "warning", "error"):
        getattr(log, each)(each)
    assert [line.rpartition(" ")[2] for line in lines(file.path)] == kept
    caplog.clear()


def test_debug_is_not_written_unless_it_is_asked_for(file):
    log.debug("nobody asked")
    assert lines(file.path) == []


def test_the_terminal_gets_warnings_in_one_line_and_the_file_the_whole_of_it(root, tmp_path, capsys, caplog):
    file = LogFile(str(tmp_path))
    log.info("all is well")
    try:
        int("deep inside")
    except ValueError:
        log.exception("it failed at 100%% of %s", "everything")
    caplog.clear()
    file.close()
    assert capsys.readouterr().err == "unkink: it failed at 100% of everything\n"
    written = "\n".join(lines(file.path))
    assert "Traceback" in written
    assert "ValueError: invalid literal" in written


class TestGrowing:
    def test_a_small_log_is_left_as_it_is(self, file):
        log.info("word")
        file.roll()
        assert not os.path.exists(f"{file.path}.1")
        assert len(lines(file.path)) == 1

    def test_a_log_that_has_grown_too_long_is_begun_anew_and_the_last_one_kept(self, file, monkeypatch):
        monkeypatch.setattr(logs, "SIZE", 100)
        log.info("old %s", "x" * 100)
        file.roll()
        log.info("new")
        assert [line.rpartition(" ")[2] for line in lines(file.path)] == ["new"]
        assert "old" in lines(f"{file.path}.1")[0]
        assert os.stat(file.path).st_mode & 0o777 == 0o600

    def test_only_one_is_kept_beside_it(self, file, monkeypatch):
        monkeypatch.setattr(logs, "SIZE", 100)
        for number in range(4):
            log.info("%d %s", number, "x" * 100)
            file.roll()
        assert sorted(os.listdir(os.path.dirname(file.path))) == ["unkink.log", "unkink.log.1"]
        assert " 3 x" in lines(f"{file.path}.1")[0]

    def test_it_may_be_a_million_bytes_and_not_more(self, file):
        with open(file.path, "wb") as stream:
            stream.truncate(1_000_000)
        file.roll()
        assert not os.path.exists(f"{file.path}.1")
        with open(file.path, "ab") as stream:
            stream.write(b"x")
        file.roll()
        assert os.path.exists(f"{file.path}.1")

    def test_every_line_is_written_once(self, file, root, monkeypatch):
        before = len(root.handlers)
        monkeypatch.setattr(logs, "SIZE", 0)
        log.info("old")
        file.roll()
        assert len(root.handlers) == before
        log.info("new")
        assert len(lines(file.path)) == 1


class TestTrouble:
    def test_a_folder_that_cannot_be_made_is_an_error_that_names_it(self, root, tmp_path):
        (tmp_path / "file").touch()
        before = list(root.handlers)
        with pytest.raises(OSError, match="file") as caught:
            LogFile(str(tmp_path / "file" / "log"))
        assert str(caught.value.filename).startswith(str(tmp_path / "file"))
        assert root.handlers == before, "nothing is left behind"

    def test_a_file_that_cannot_be_written_is_an_error_that_names_it(self, root, tmp_path):
        (tmp_path / "unkink.log").mkdir()
        before = list(root.handlers)
        with pytest.raises(IsADirectoryError) as caught:
            LogFile(str(tmp_path))
        assert caught.value.filename == str(tmp_path / "unkink.log")
        assert root.handlers == before


def test_closed_it_writes_nothing_more_and_lets_go(root, tmp_path, caplog):
    before = list(root.handlers)
    file = LogFile(str(tmp_path))
    log.info("word")
    file.close()
    log.error("after the end")
    caplog.clear()
    assert len(lines(file.path)) == 1
    assert root.handlers == before


def test_the_daemon_that_cannot_write_its_log_says_so_in_one_line(own_folders):
    import subprocess
    import sys

    (own_folders / ".local").touch()
    said = subprocess.run([sys.executable, "-m", "unkink"], capture_output=True, text=True, check=False)
    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr.startswith("unkink: ")
    assert str(own_folders / ".local") in said.stderr
    assert len(said.stderr.splitlines()) == 1
