"""The lock: one daemon for each user, freed by the system however the daemon ends."""

import os
import subprocess
import sys

import pytest

from tests.ipc.talk import echo
from unkink.errors import UnkinkError
from unkink.ipc.endpoint import Lock, frame, holder, lock_path, socket_path
from unkink.paths import runtime_folder

HOLD = (
    "import sys\n"
    "from unkink.ipc.endpoint import Lock\n"
    "lock = Lock()\n"
    "print(lock.take(), flush=True)\n"
    "sys.stdin.read()\n"
)


@pytest.fixture
def lock():
    made = Lock()
    yield made
    made.release()


@pytest.fixture
def other():
    """Another process that has the lock."""
    with subprocess.Popen([sys.executable, "-c", HOLD], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"True\n"
        yield process
        process.kill()


def unkink(*args):
    return subprocess.run([sys.executable, "-m", "unkink", *args], capture_output=True, text=True, check=False)


def test_a_message_has_its_length_before_it():
    assert frame(b"hello") == b"\0\0\0\5hello"


def test_lock_and_socket_are_in_the_folder_of_this_session():
    assert runtime_folder() == os.path.join(os.environ["XDG_RUNTIME_DIR"], "unkink")
    assert os.path.dirname(lock_path()) == os.path.dirname(socket_path()) == runtime_folder()


def test_whoever_takes_the_lock_can_be_named(lock):
    assert holder() is None
    assert lock.take()
    assert holder() == os.getpid()


def test_only_one_has_it_and_the_next_gets_it_when_it_is_given_back(lock):
    assert lock.take()
    second = Lock()
    assert not second.take()
    assert holder() == os.getpid(), "who was refused wrote nothing"
    lock.release()
    lock.release()
    assert second.take()
    second.release()


def test_a_lock_that_was_never_taken_can_be_given_back(lock):
    lock.release()
    assert lock.take()


def test_another_process_is_refused_and_told_who_has_it(lock, other):
    assert not lock.take()
    assert holder() == other.pid


def test_a_lock_is_free_again_after_kill_9(lock, other):
    other.kill()
    other.wait()
    assert holder() == other.pid, "its number is still written there"
    assert lock.take()
    assert holder() == os.getpid()


def test_a_shorter_number_leaves_nothing_of_a_longer_one(lock):
    os.makedirs(runtime_folder())
    with open(lock_path(), "w", encoding="ascii") as stream:
        stream.write("1234567890123")
    assert lock.take()
    assert holder() == os.getpid()


@pytest.mark.parametrize("written", [b"", b"soon", b"12 34", b'"12"', b"\xff", b"{}"])
def test_where_no_number_can_be_read_nobody_is_named(written):
    os.makedirs(runtime_folder())
    with open(lock_path(), "wb") as stream:
        stream.write(written)
    assert holder() is None


def test_only_the_user_can_enter_the_folder_and_read_the_lock_whatever_the_umask(lock):
    before = os.umask(0)
    try:
        assert lock.take()
    finally:
        os.umask(before)
    assert os.stat(runtime_folder()).st_mode & 0o777 == 0o700
    assert os.stat(lock_path()).st_mode & 0o777 == 0o600


def test_programs_that_are_started_do_not_keep_the_lock(lock):
    assert lock.take()
    code = "print('there', flush=True); input()"
    start = [sys.executable, "-c", code]
    with subprocess.Popen(start, stdin=subprocess.PIPE, stdout=subprocess.PIPE, close_fds=False) as child:
        assert child.stdout.readline() == b"there\n"
        lock.release()
        second = Lock()
        assert second.take()
        second.release()
        child.communicate(b"\n")


@pytest.mark.parametrize("hindrance", ["a file in place of the folder", "a folder in place of the lock"])
def test_where_it_cannot_be_made_the_error_names_the_path_and_what_to_do(lock, hindrance):
    if hindrance.startswith("a file"):
        with open(runtime_folder(), "w", encoding="ascii"):
            path = runtime_folder()
    else:
        path = lock_path()
        os.makedirs(path)
    with pytest.raises(UnkinkError) as caught:
        lock.take()
    assert caught.value.title == "unkink can't start"
    assert caught.value.message.startswith(f"{path}: ")
    assert "XDG_RUNTIME_DIR" in caught.value.hint
    said = unkink()
    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr == f"unkink: {caught.value}\n"


def test_a_second_daemon_is_told_who_runs_asks_for_an_offer_and_leaves(desk):
    asked = []
    desk.answering = lambda ask, reply: (asked.append(ask.verb), echo(ask, reply))
    said = unkink()
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout == f"unkink is running already (process {os.getpid()}).\noffer\n"
    assert asked == ["offer"]


def test_a_second_daemon_leaves_as_well_while_the_first_does_not_listen_yet(other):
    said = unkink()
    assert said.returncode == 0
    assert said.stdout == f"unkink is running already (process {other.pid}).\n"
    assert said.stderr == "unkink: it does not listen yet\n"
