"""Starting, ending, being killed, being asked twice."""

import json
import os
import signal
import time

import pytest

from tests.waiting import wait_for
from unkink import __version__


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_cleanly(desk, how):
    daemon = desk.daemon()
    assert desk.end(daemon, how) == 0
    assert desk.printed() == ""
    assert (desk.folder / ".local/share/unkink/state.json").exists()
    assert not (desk.folder / "run/unkink/control").exists()
    assert desk.cli("status").returncode == 3


def test_start_and_stop_in_the_background(desk):
    assert desk.cli("start").stdout == "Next break in 1 h\n"
    pid = desk.status()["pid"]
    again = desk.cli("start")
    assert (again.returncode, again.stdout) == (0, f"unkink is running already (process {pid}).\n")
    stopped = desk.cli("stop")
    assert stopped.returncode == 0
    assert stopped.stdout.splitlines()[-1] == "unkink has ended."
    wait_for(lambda: not desk.runs(pid))
    assert desk.cli("stop").returncode == 3


def test_a_second_start_says_who_is_there_asks_it_to_offer_and_leaves(desk):
    desk.start_dunst()
    first = desk.daemon()
    said = desk.cli()
    assert said.returncode == 0
    assert said.stdout.splitlines()[0] == f"unkink is running already (process {first.pid})."
    assert said.stdout.splitlines()[1].startswith("Offered: ")
    assert first.poll() is None
    assert desk.status()["phase"] == "prompted"


def test_killed_it_goes_on_where_it_was_and_no_lock_is_left(desk):
    first = desk.daemon()
    desk.cli("pause", "1h")
    wait_for(lambda: "paused" in (desk.folder / ".local/share/unkink/state.json").read_text())
    desk.end(first, signal.SIGKILL)
    assert (desk.folder / "run/unkink/control").exists(), "the socket is stale"
    assert desk.cli("status").returncode == 3
    second = desk.daemon()
    assert desk.status()["phase"] == "held"
    assert desk.status()["pid"] == second.pid
    assert desk.printed() == ""


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_ended_in_a_routine_the_window_goes_and_what_was_done_counts(desk, how):
    desk.agree()
    daemon = desk.daemon()
    desk.cli("break", "r02")
    desk.window("– unkink")
    wait_for(lambda: desk.status()["phase"] == "on_break")
    window = desk.window_process()
    assert desk.runs(window)
    desk.end(daemon, how)
    wait_for(lambda: not desk.runs(window), name="the window's end")
    desk.daemon()
    assert desk.status()["phase"] == "working"


def test_twenty_starts_at_once_are_one_daemon(bare):
    import subprocess
    import sys

    starts = [bare.start(sys.executable, "-m", "unkink", stdout=subprocess.PIPE) for _ in range(8)]
    wait_for(lambda: sum(process.poll() is None for process in starts) == 1, 40)
    assert [process.poll() for process in starts].count(0) == 7
    wait_for(lambda: bare.cli("status").returncode == 0)


def test_a_broken_config_is_kept_and_named_and_defaults_hold(bare):
    text = '[rhythm]\nmove_evry = "45m"\nmax_snoozes = 99\n[look]\ntheme = "drak"\n[you]\nplace = "desk"\n'
    bare.config(text)
    bare.daemon()
    troubles = bare.status()["troubles"]
    assert len(troubles) == 3
    path = bare.folder / ".config/unkink/config.toml"
    assert path.read_text() == text
    for number, (line, key, word) in enumerate(
        [
            (2, "rhythm.move_evry", 'Did you mean "move_every"?'),
            (3, "rhythm.max_snoozes", "from 0 to 10"),
            (5, "look.theme", '"dark"'),
        ]
    ):
        assert troubles[number].startswith(f"{path}:{line}: {key}: ")
        assert word in troubles[number]
    assert bare.status()["next_at"]
    check = bare.cli("config", "check")
    assert check.returncode == 1
    assert check.stderr.splitlines() == troubles


def test_a_config_that_is_no_toml_leaves_the_defaults(bare):
    bare.config("this is = = no toml")
    bare.daemon()
    assert len(bare.status()["troubles"]) == 1
    assert bare.status()["phase"] == "working"


def test_a_broken_state_is_kept_aside_and_never_stops_a_start(bare):
    folder = bare.folder / ".local/share/unkink"
    folder.mkdir(parents=True)
    (folder / "state.json").write_text('{"version": 1, "at": "2026-03-02T09:00:00", "activity": 5}')
    (folder / "history.sqlite3").write_text("no database")
    bare.daemon()
    wait_for(lambda: len(bare.status()["troubles"]) == 2)
    assert len(list(folder.glob("*.broken-*"))) == 2


def test_a_save_is_in_force_within_two_seconds_however_it_is_saved(bare):
    bare.daemon()
    path = bare.folder / ".config/unkink/config.toml"

    def due_in():
        status = bare.status()
        return round((3600 - status["desk_time_s"]) / 60), status["line"]

    bare.config('[rhythm]\nmove_every = "30m"\n')  # renamed over, as most editors do
    wait_for(lambda: due_in()[1] == "Next break in 30 min", 2)
    path.write_text('[rhythm]\nmove_every = "2h"\n')  # written in place
    wait_for(lambda: due_in()[1].startswith("Next break in 2 h"), 2)
    path.write_text('[rhythm]\nmove_every = "45')  # half written
    wait_for(lambda: bare.status()["troubles"], 2)
    assert due_in()[1].startswith("Next break in 2 h"), "the last good value holds"
    path.write_text('[rhythm]\nmove_every = "45m"\n')
    wait_for(lambda: due_in()[1] == "Next break in 45 min" and not bare.status()["troubles"], 2)
    path.unlink()
    wait_for(lambda: due_in()[1] == "Next break in 1 h", 2)


def test_a_change_of_the_system_table_starts_it_anew_as_the_same_process(bare):
    daemon = bare.daemon()
    bare.cli("pause", "2h")
    bare.config('[system]\nidle = "none"\n')
    wait_for(lambda: "starting again" in bare.log())
    wait_for(lambda: bare.cli("status").returncode == 0 and bare.log().count(f"unkink {__version__}") == 2, 20)
    assert bare.status()["pid"] == daemon.pid
    assert bare.status()["phase"] == "held", "it goes on where it was"


def test_unkink_runs_where_its_folders_cannot_be_made(bare):
    (bare.folder / ".local").write_text("in the way")
    del bare.env["XDG_RUNTIME_DIR"]
    said = bare.cli()
    assert said.returncode == 1
    assert said.stderr.startswith("unkink: ")
    assert "Traceback" not in said.stderr
    assert os.path.isfile(bare.folder / ".local")


def test_a_clock_that_is_read_only_in_one_place_does_not_stop_counting(bare):
    bare.daemon()
    first = bare.status()["desk_time_s"]
    began = time.monotonic()
    wait_for(lambda: time.monotonic() - began > 1.5)
    grown = bare.status()["desk_time_s"] - first
    assert 1 < grown < 10


def test_garbage_on_the_control_socket_is_answered_and_survived(bare):
    import socket
    import struct

    bare.daemon()
    path = str(bare.folder / "run/unkink/control")

    def talk(data):
        with socket.socket(socket.AF_UNIX) as link:
            link.settimeout(5)
            link.connect(path)
            link.sendall(data)
            try:
                return link.recv(65536)
            except ConnectionError:
                return b""

    assert b"made no sense" in talk(struct.pack(">I", 5) + b"hello")
    assert b"made no sense" in talk(struct.pack(">I", 2) + b"{}")
    assert talk(struct.pack(">I", 1 << 30)) == b"", "hung up on"
    with socket.socket(socket.AF_UNIX) as half:
        half.connect(path)
        half.sendall(b"\0\0")
    for _ in range(30):
        with socket.socket(socket.AF_UNIX) as idle:
            idle.connect(path)
    assert bare.status()["phase"] == "working"
    assert json.dumps(bare.status())
