"""A file that is written whole: whatever happens, it is the old one or the new one."""

import os
import signal
import subprocess
import sys

import pytest

from tests.waiting import wait_for
from unkink.files import write_whole


def test_it_is_written_and_written_again(tmp_path):
    path = tmp_path / "file"
    for text in ("long " * 1000, "short", "", "ü – 背中 💺\n\n  end"):
        write_whole(str(path), text)
        assert path.read_text(encoding="utf-8") == text
        assert os.listdir(tmp_path) == ["file"]


def test_line_ends_are_kept_as_they_are(tmp_path):
    write_whole(str(tmp_path / "file"), "a\r\nb\nc\r")
    assert (tmp_path / "file").read_bytes() == b"a\r\nb\nc\r"


def test_folders_that_are_not_there_are_made_for_the_owner_only(tmp_path):
    path = tmp_path / "one" / "two" / "file"
    write_whole(str(path), "x")
    assert path.read_text() == "x"
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.fixture
def narrow():
    """A umask that lets others only read."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.mark.usefixtures("narrow")
@pytest.mark.parametrize("mode", [0o600, 0o400, 0o664])
def test_who_may_read_it_is_as_told_whatever_it_was(tmp_path, mode):
    path = tmp_path / "file"
    path.write_text("old")
    path.chmod(0o644)
    write_whole(str(path), "new", mode)
    assert path.stat().st_mode & 0o777 == mode


@pytest.mark.parametrize("mode", [0o600, 0o400, 0o664])
def test_who_may_read_it_is_as_told_whatever_an_earlier_death_left_beside_it(tmp_path, mode):
    beside = tmp_path / "file.new"
    beside.write_text("half")
    beside.chmod(0o644)
    with beside.open() as reader:
        write_whole(str(tmp_path / "file"), "new", mode)
        assert reader.read() == "half", "whoever has that open does not see what is written now"
    assert (tmp_path / "file").stat().st_mode & 0o777 == mode


def test_what_an_earlier_death_left_beside_it_is_overwritten(tmp_path):
    (tmp_path / "file.new").write_text("half of something that was longer than this")
    write_whole(str(tmp_path / "file"), "new")
    assert (tmp_path / "file").read_text() == "new"
    assert os.listdir(tmp_path) == ["file"]


def test_a_folder_that_is_a_file_is_an_error(tmp_path):
    (tmp_path / "folder").write_text("I am a file")
    with pytest.raises(OSError, match="folder"):
        write_whole(str(tmp_path / "folder" / "file"), "x")
    assert (tmp_path / "folder").read_text() == "I am a file"


@pytest.mark.parametrize("fails", ["fsync", "replace"])
def test_a_disk_that_fails_leaves_the_old_one(tmp_path, monkeypatch, fails):
    path = tmp_path / "file"
    path.write_text("old")

    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, fails, full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(str(path), "new")
    assert path.read_text() == "old"


DIES = """
import os, signal, sys
from unkink.files import write_whole

def die(*args):
    os.kill(os.getpid(), signal.SIGKILL)

setattr(os, sys.argv[2], die)
write_whole(sys.argv[1], "new" * 1000)
"""


@pytest.mark.parametrize("at", ["fsync", "replace"])
@pytest.mark.parametrize("old", ["old", None])
def test_one_that_is_killed_before_the_end_leaves_the_old_one(tmp_path, at, old):
    path = tmp_path / "file"
    if old is not None:
        path.write_text(old)
    died = subprocess.run([sys.executable, "-c", DIES, str(path), at], check=False)
    assert died.returncode == -signal.SIGKILL
    assert path.exists() is (old is not None)
    assert old is None or path.read_text() == old
    write_whole(str(path), "newer")
    assert path.read_text() == "newer"
    assert os.listdir(tmp_path) == ["file"]


WRITES = """
import sys
from unkink.files import write_whole

while True:
    for letter in "ab":
        write_whole(sys.argv[1], letter * 300_000)
"""


def test_whoever_reads_in_between_sees_a_whole_one_and_so_does_who_kills_it(tmp_path):
    path = tmp_path / "file"
    with subprocess.Popen([sys.executable, "-c", WRITES, str(path)]) as writer:
        try:
            wait_for(path.exists)
            seen = set()

            def whole():
                text = path.read_text()
                assert text in ("a" * 300_000, "b" * 300_000)
                seen.add(text[0])
                return len(seen) == 2

            wait_for(whole)
            for _ in range(50):
                whole()
        finally:
            writer.kill()
    assert path.read_text() in ("a" * 300_000, "b" * 300_000)
