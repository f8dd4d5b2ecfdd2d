"""The command line: every verb has help with an example, and says with its exit code how it went."""

import json
import os
import subprocess
import sys

import pytest

from unkink import __version__
from unkink.cli.main import VERBS
from unkink.config.example import example


def run(*args, **env):
    return subprocess.run(
        [sys.executable, "-m", "unkink", *args],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONWARNINGS": "error", **env},
    )


def test_help_names_every_verb_and_the_first_steps():
    said = run("--help")
    assert said.returncode == 0
    for verb, line in VERBS.items():
        assert f"  {verb} " in said.stdout
        assert line in said.stdout
    assert "unkink start" in said.stdout


@pytest.mark.parametrize(
    "verb",
    [
        *([verb] for verb in VERBS),
        ["routines", "list"],
        *(["config", each] for each in ("path", "show", "check", "edit")),
    ],
)
def test_every_verb_explains_itself_with_an_example(verb):
    said = run(*verb, "--help")
    assert said.returncode == 0
    assert "Example" in said.stdout
    assert f"unkink {' '.join(verb)}" in said.stdout


def test_version():
    assert run("--version").stdout == f"unkink {__version__}\n"


@pytest.mark.parametrize("verb", ["status", "stop", "break", "snooze", "skip", "pause", "resume"])
def test_without_a_daemon_the_exit_code_is_three(verb):
    said = run(verb)
    assert (said.returncode, said.stdout) == (3, "")
    assert said.stderr == 'unkink is not running. "unkink start" starts it.\n'


@pytest.mark.parametrize(
    "args",
    [
        ("dance",),
        ("status", "--xml"),
        ("snooze", "soon"),
        ("snooze", "0"),
        ("pause", "soon"),
        ("pause", "until"),
        ("pause", "1h", "2h", "3h"),
        ("routines", "sing"),
        ("history", "--last", "0"),
    ],
)
def test_wrong_use_is_two_and_says_what_is_right(args):
    said = run(*args)
    assert said.returncode == 2
    assert said.stderr
    assert "Traceback" not in said.stderr


def test_routines_as_a_table_and_for_programs():
    said = run("routines", "list", COLUMNS="120")
    assert said.returncode == 0
    assert "One-minute neck ease" in said.stdout
    found = {routine["id"]: routine for routine in json.loads(run("routines", "list", "--json").stdout)}
    assert found["r02"]["seconds"] == 60
    assert found["r19"]["touch"]
    assert found["r19"]["kit"] == ["foam-roller", "mat"]
    assert [step["exercise"] for step in found["r02"]["steps"]] == ["nk-01", "nk-02"]


def test_an_empty_history_says_so():
    assert run("history").stdout == "Nothing yet: it begins with the first offer.\n"
    assert json.loads(run("history", "--json").stdout) == []


def test_a_history_is_shown_newest_last(own_folders):
    from datetime import datetime

    from unkink.history.sqlite import SqliteHistory, history_path
    from unkink.ports import Kind, Record

    folder = own_folders / ".local/share/unkink"
    folder.mkdir(parents=True)
    history = SqliteHistory(history_path(str(folder)), lambda job: job(), datetime.now)
    for kind, detail in ((Kind.OFFERED, "pause"), (Kind.FINISHED, ""), (Kind.CREDITED, "away")):
        name = "Neck ease" if kind is not Kind.CREDITED else ""
        history.add(Record(kind, datetime(2026, 3, 2, 10), 3600.0, "r02", name, 60.0, detail))
    history.close()
    lines = run("history", COLUMNS="100").stdout.splitlines()
    assert lines[1].split()[:3] == ["2026-03-02", "10:00", "offered"]
    assert "counted as a break: away" in lines[3]
    assert len(json.loads(run("history", "--json", "--last", "2").stdout)) == 2


def test_config_path_show_and_check(own_folders):
    path = run("config", "path").stdout.strip()
    assert path == str(own_folders / ".config/unkink/config.toml")
    assert run("config", "check").stdout.endswith("is not there: everything is as it comes.\n")
    os.makedirs(os.path.dirname(path))
    with open(path, "w", encoding="utf-8") as stream:
        stream.write('[rhythm]\nmove_every = "45m"\n[[break]]\nname = "eyes"\nevery = "20m"\n')
    shown = run("config", "show").stdout
    assert 'move_every = "45m"  # yours' in shown
    assert 'length = "2m"\n' in shown
    assert "# 1 of [[break]]" in shown
    assert run("config", "check").stdout == f"{path} is fine.\n"
    with open(path, "w", encoding="utf-8") as stream:
        stream.write('[rhythm]\nmove_evry = "45m"\n')
    said = run("config", "check")
    assert said.returncode == 1
    assert said.stderr.startswith(f"{path}:2: rhythm.move_evry")


def test_config_edit_makes_the_file_opens_it_and_checks_it(own_folders):
    path = own_folders / ".config/unkink/config.toml"
    editor = own_folders / "editor"
    editor.write_text(f"#!/bin/sh\ncp $1 {own_folders}/seen\necho 'nonsense = 1' >> $1\n")
    editor.chmod(0o755)
    said = run("config", "edit", EDITOR=str(editor))
    assert said.returncode == 0
    assert (own_folders / "seen").read_text() == example()
    assert "nonsense" in said.stderr
    assert path.exists()
    said = run("config", "edit", VISUAL="/no/such/editor")
    assert said.returncode == 1
    assert "Set EDITOR" in said.stderr


def test_play_of_an_unknown_routine_says_where_to_look():
    said = run("play", "r99")
    assert said.returncode == 1
    assert said.stderr == 'There is no routine "r99". "unkink routines list" tells which there are.\n'


def test_play_without_a_display_says_what_is_missing():
    said = run("play", "r02")
    assert said.returncode == 1
    assert "No window can be opened" in said.stderr
    assert "Traceback" not in said.stderr


def test_a_reader_who_leaves_is_no_error():
    said = subprocess.run(
        f"{sys.executable} -m unkink routines list | head -1", shell=True, capture_output=True, text=True, check=False
    )
    assert "Traceback" not in said.stderr
