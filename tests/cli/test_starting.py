"""The verbs that start a program: the daemon in the background, a window, an editor. Small scripts stand for them."""

import json
import os
import subprocess
import sys
import threading

import pytest

from tests.catalogue.own import exercise, routine, write
from tests.waiting import wait_for
from unkink import __version__
from unkink.cli.commands import play, start


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Puts a script in the place of Python, where unkink starts itself; returns the file it may write to."""

    def put(script):
        file = tmp_path / "program"
        file.write_text(f"#!/bin/sh\nnote={tmp_path}/note\n{script}\n")
        file.chmod(0o755)
        monkeypatch.setattr(sys, "executable", str(file))
        return tmp_path / "note"

    return put


@pytest.fixture
def started(monkeypatch):
    """The processes that `unkink start` left running; they end with the test."""
    found = []

    class Kept(subprocess.Popen):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            found.append(self)

    monkeypatch.setattr(start.subprocess, "Popen", Kept)
    yield found
    for process in found:
        process.kill()
        process.wait()
        process.stderr.close()


class TestStart:
    def test_one_that_runs_goes_on_and_is_named(self, unkink, daemon, started):
        said = unkink("start")
        assert (said.status, said.err) == (0, "")
        assert said.out == f"unkink is running already (process {os.getpid()}).\n"
        assert started == []

    def test_it_waits_until_the_daemon_answers_and_says_what_comes(self, unkink, program, started, begin):
        note = program('echo "$@" > $note; pwd >> $note; exec sleep 20')

        def listen():
            wait_for(lambda: note.exists() and len(note.read_text().splitlines()) == 2)
            begin()

        thread = threading.Thread(target=listen)
        thread.start()
        said = unkink("start")
        thread.join()
        assert (said.status, said.out, said.err) == (0, "Next break in 1 h\n", "")
        assert note.read_text() == "-m unkink\n/\n", "it holds no folder that may want to be unmounted"
        (process,) = started
        assert os.getsid(process.pid) == process.pid, "it outlives the terminal"

    def test_one_that_ends_at_once_is_a_failure_with_its_own_words(self, unkink, program, started):
        program("echo 'unkink: The folder is full.' >&2; exit 1")
        said = unkink("start")
        assert (said.status, said.out) == (1, "")
        assert said.err == "unkink did not start. The folder is full.\n"

    def test_one_that_never_answers_is_given_up(self, unkink, program, started, monkeypatch):
        monkeypatch.setattr(start, "LIMIT", 0.15)
        program("exec sleep 20")
        said = unkink("start")
        assert said.status == 1
        assert said.err == "unkink did not start. It did not answer within 0.15 s. The log may tell more.\n"


def window(*words, after=""):
    """Return the script of a window that notes what it is told, says these words, and ends."""
    lines = "".join(f"echo '{json.dumps(word)}'\n" for word in words)
    return f'read line; echo "$@" > $note; echo "$line" >> $note\n{lines}{after}'


OUTCOME = {"is": "Outcome", "run": 0, "done": 60.0, "finished": True, "rating": "better"}
READY = {"is": "Ready", "version": __version__}


class TestPlay:
    def test_it_shows_the_routine_as_the_settings_say_and_records_nothing(self, unkink, program, own_folders):
        (own_folders / ".config/unkink").mkdir(parents=True)
        (own_folders / ".config/unkink/config.toml").write_text('[look]\ntheme = "dark"\nreduced_motion = "on"\n')
        note = program(window(READY, OUTCOME))
        said = unkink("play", "r02")
        assert (said.status, said.out, said.err) == (0, "", "")
        how, told = note.read_text().splitlines()
        assert how == "-m unkink.ui"
        show = json.loads(told)
        assert (show["is"], show["version"], show["id"]) == ("Play", __version__, "r02")
        assert (show["theme"], show["motion"], show["notices"]) == ("dark", "on", [])
        assert [(dose["exercise"], dose["seconds"], dose["sets"]) for dose in show["doses"]] == [
            ("nk-01", 20, 1),
            ("nk-02", 15, 1),
        ]
        assert not (own_folders / ".local").exists()

    def test_an_exercise_is_a_routine_of_its_own(self, unkink, program):
        note = program(window(OUTCOME))
        assert unkink("play", "nk-02").status == 0
        show = json.loads(note.read_text().splitlines()[1])
        assert (show["id"], show["name"]) == ("nk-02", "Ear-to-shoulder stretch")
        assert show["doses"] == [{"exercise": "nk-02", "seconds": 20.0, "sets": 2}]

    def test_one_of_ones_own_is_shown_like_any_and_a_bad_file_is_named(self, unkink, program, own_folders):
        folder = own_folders / ".config/unkink/routines"
        write(folder, "good.toml", exercise(), routine())
        write(folder, "bad.toml", "[")
        note = program(window(OUTCOME))
        said = unkink("play", "my-routine")
        assert said.status == 0
        assert said.err.startswith(f"{folder}/bad.toml:1: found ")
        show = json.loads(note.read_text().splitlines()[1])
        assert show["doses"] == [{"exercise": "my-stretch", "seconds": 20.0, "sets": 1}]

    def test_where_no_window_can_be_opened_it_says_why_and_what_would_help(self, unkink, program):
        program(window({"is": "Trouble", "reason": "there is no display", "hint": "Start it on a desktop."}))
        said = unkink("play", "r02")
        assert (said.status, said.out) == (1, "")
        assert said.err == "No window can be opened. there is no display. Start it on a desktop.\n"

    def test_a_window_that_ends_by_itself_is_a_failure_with_its_status(self, unkink, program):
        program(window(READY, after="exit 3"))
        said = unkink("play", "r02")
        assert said.status == 1
        assert said.err == "The window ended by itself. Its exit status was 3.\n"

    def test_what_is_not_there_starts_no_window(self, unkink, monkeypatch):
        monkeypatch.setattr(play.subprocess, "Popen", None)
        said = unkink("play", "nk-99")
        assert said.status == 1
        assert said.err == 'There is no routine "nk-99". "unkink routines list" tells which there are.\n'


class TestEdit:
    @pytest.fixture
    def editor(self, tmp_path):
        """Makes an editor that notes what it is given and says its name."""

        def make(name):
            file = tmp_path / name
            file.write_text(f'#!/bin/sh\necho "{name} $@" > {tmp_path}/note\n')
            file.chmod(0o755)
            return str(file)

        return make

    @pytest.fixture
    def edited(self, unkink, tmp_path, monkeypatch):
        def edit(**env):
            for name in ("VISUAL", "EDITOR"):
                monkeypatch.delenv(name, raising=False)
            for name, value in env.items():
                monkeypatch.setenv(name, value)
            said = unkink("config", "edit")
            note = tmp_path / "note"
            return said, note.read_text().strip() if note.exists() else ""

        return edit

    def test_visual_comes_before_editor_and_may_have_arguments(self, edited, editor, own_folders):
        path = own_folders / ".config/unkink/config.toml"
        said, note = edited(VISUAL=f"{editor('seen')} -w --new", EDITOR=editor("unseen"))
        assert (said.status, said.out, said.err) == (0, "", "")
        assert note == f"seen -w --new {path}"

    def test_an_empty_visual_is_none(self, edited, editor):
        assert edited(VISUAL="", EDITOR=editor("seen"))[1].startswith("seen ")

    def test_without_either_it_is_nano(self, edited, editor, tmp_path):
        editor("nano")
        assert edited(PATH=f"{tmp_path}:{os.environ['PATH']}")[1].startswith("nano ")

    def test_an_editor_that_is_not_there_is_named(self, edited, tmp_path):
        said, _ = edited(PATH=str(tmp_path))
        assert (said.status, said.out) == (1, "")
        assert said.err == '"nano" can\'t be started. No such file or directory. Set EDITOR to the one you use.\n'

    def test_where_the_settings_cannot_be_made_no_editor_is_started(self, edited, editor, own_folders):
        (own_folders / ".config").touch()
        said, note = edited(EDITOR=editor("unseen"))
        assert (said.status, note) == (1, "")
        path = own_folders / ".config/unkink/config.toml"
        assert said.err == f"The settings can't be made. {path}: Not a directory.\n"
