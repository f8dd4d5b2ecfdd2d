"""The verbs that read what lies on the disk, and how every error ends."""

import io
import json
import os
import re
import sys
from datetime import datetime

import pytest

from unkink import paths
from unkink.cli.commands import routines
from unkink.cli.main import VERBS
from unkink.cli.main import unkink as group
from unkink.history.sqlite import SqliteHistory, history_path
from unkink.ports import Kind, Record


@pytest.fixture
def settings(own_folders):
    """Writes the settings; returns their path."""
    path = own_folders / ".config/unkink/config.toml"

    def write(text):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def keep(folder, *records):
    folder.mkdir(parents=True, exist_ok=True)
    history = SqliteHistory(history_path(str(folder)), lambda job: job(), datetime.now)
    for record in records:
        history.add(record)
    history.close()


def done(minute, **more):
    return Record(Kind.FINISHED, datetime(2026, 3, 2, 10, minute), 3600.0, "r02", "Neck ease", **more)


class TestHistory:
    def test_every_line_says_when_what_which_and_how_long(self, unkink, own_folders):
        keep(
            own_folders / ".local/share/unkink",
            done(0, seconds=60.0),
            Record(Kind.STOPPED, datetime(2026, 3, 2, 11), 3600.0, "r02", "Neck ease", 90.0),
            Record(Kind.RATED, datetime(2026, 3, 2, 11, 1), 3600.0, "r02", "Neck ease", detail="better"),
        )
        said = unkink("history")
        assert (said.status, said.err) == (0, "")
        assert [re.split(r"  +", line.rstrip()) for line in said.out.splitlines()] == [
            ["when", "what", "routine", "length"],
            ["2026-03-02 10:00", "finished", "Neck ease", "1 min"],
            ["2026-03-02 11:00", "stopped before the end", "Neck ease", "1 min 30 s"],
            ["2026-03-02 11:01", "rated: better", "Neck ease"],
        ]

    def test_programs_get_everything(self, unkink, own_folders):
        keep(own_folders / ".local/share/unkink", done(0, seconds=60.0, detail="asked", areas={"neck": 30.0}))
        assert json.loads(unkink("history", "--json").out) == [
            {
                "at": "2026-03-02T10:00:00",
                "offset_s": 3600.0,
                "kind": "finished",
                "routine": "r02",
                "name": "Neck ease",
                "seconds": 60.0,
                "detail": "asked",
                "areas": {"neck": 30.0},
            }
        ]

    def test_twenty_lines_unless_more_are_asked_for(self, unkink, own_folders):
        keep(own_folders / ".local/share/unkink", *[done(minute) for minute in range(25)])
        assert [line["at"][14:16] for line in json.loads(unkink("history", "--json").out)][::19] == ["05", "24"]
        assert len(unkink("history").out.splitlines()) == 21
        assert len(unkink("history", "--last", "23").out.splitlines()) == 24

    def test_it_lies_where_the_settings_say(self, unkink, own_folders, settings):
        settings(f'[system]\ndata_folder = "{own_folders}/mine"\n')
        keep(own_folders / "mine", done(0))
        assert len(json.loads(unkink("history", "--json").out)) == 1

    def test_a_broken_file_is_a_failure_in_one_line_that_names_it(self, unkink, own_folders):
        folder = own_folders / ".local/share/unkink"
        folder.mkdir(parents=True)
        (folder / "history.sqlite3").write_bytes(b"this is no database at all" * 99)
        said = unkink("history")
        assert (said.status, said.out) == (1, "")
        assert said.err == f"The history can't be read. {folder}/history.sqlite3: file is not a database.\n"


class TestRoutines:
    def test_every_routine_is_a_line_with_its_length_place_needs_and_areas(self, unkink, monkeypatch):
        monkeypatch.setenv("COLUMNS", "200")  # the longest name in one piece
        said = unkink("routines", "list")
        assert (said.status, said.err) == (0, "")
        head, *_ = said.out.splitlines()
        assert head.split() == ["id", "routine", "length", "place", "needs", "areas"]
        for routine in json.loads(unkink("routines", "list", "--json").out):
            (line,) = [line for line in said.out.splitlines() if line.startswith(routine["id"])]
            assert routine["name"] in line
            assert f" {routine['place']} " in line
            assert " min" in line or " s " in line

    def test_a_catalogue_that_cannot_be_read_is_a_failure_in_one_line(self, unkink, monkeypatch, tmp_path):
        (tmp_path / "catalogue" / "exercises").mkdir(parents=True)
        monkeypatch.setattr(paths, "package", lambda *parts: str(tmp_path.joinpath(*parts)))
        said = unkink("routines", "list")
        assert (said.status, said.out) == (1, "")
        assert said.err.startswith(f"The catalogue can't be read. {tmp_path}/catalogue/routines.toml: ")
        assert len(said.err.splitlines()) == 1


class TestConfig:
    def test_path_is_where_it_would_be(self, unkink, own_folders):
        said = unkink("config", "path")
        assert (said.status, said.out, said.err) == (0, f"{own_folders}/.config/unkink/config.toml\n", "")
        assert not (own_folders / ".config").exists(), "telling makes nothing"

    def test_show_is_toml_of_everything_in_force(self, unkink, settings):
        import tomllib

        settings(
            '[hours]\nmon = ["09:00-17:00"]\n[you]\nkit = ["mat"]\n[[appointment]]\ndays = ["mon"]\nat = "16:00"\n'
        )
        said = unkink("config", "show")
        assert (said.status, said.err) == (0, "")
        shown = tomllib.loads(said.out)
        assert list(shown) == ["rhythm", "prompt", "hours", "quiet", "cues", "you", "look", "system"]
        assert shown["hours"]["mon"] == ["09:00-17:00"]
        assert [line for line in said.out.splitlines() if line.endswith("# yours")] == [
            'mon = ["09:00-17:00"]  # yours',
            'kit = ["mat"]  # yours',
        ]
        assert "# 1 of [[appointment]]" in said.out
        assert "[[break]]" not in said.out

    def test_show_names_what_is_wrong_and_shows_the_rest(self, unkink, settings):
        path = settings('[rhythm]\nmove_every = "5s"\nlength = "3m"\n')
        said = unkink("config", "show")
        assert said.status == 0
        assert said.err.startswith(f"{path}:2: rhythm.move_every: found '5s'; ")
        assert 'move_every = "1h"\n' in said.out
        assert 'length = "3m"  # yours' in said.out

    @pytest.mark.parametrize(
        ("text", "wrong"),
        [
            ("a = = 5", "the file must be TOML"),
            (b'[rhythm]\nmove_every = "\xff"\n', "it is not UTF-8"),
            ('[rhythm]\nmove_evry = "5s"\n[look]\ntheme = "drak"\n', 'Did you mean "move_every"?'),
        ],
    )
    def test_check_names_every_mistake_in_a_line_of_its_own_and_fails(self, unkink, settings, text, wrong):
        path = settings(text)
        said = unkink("config", "check")
        assert (said.status, said.out) == (1, "")
        assert wrong in said.err
        assert all(line.startswith(str(path)) for line in said.err.splitlines())
        assert len(said.err.splitlines()) == (2 if "drak" in str(text) else 1)

    @pytest.mark.parametrize("group", ["config", "routines", "exercises"])
    def test_a_group_without_its_verb_tells_which_there_are(self, unkink, group):
        said = unkink(group)
        assert f"Usage: unkink {group}" in said.out + said.err
        assert "Example" in said.out + said.err


class TestEnds:
    def test_help_in_this_process_names_every_verb(self, unkink):
        said = unkink("-h")
        assert said.status == 0
        assert all(line in said.out for line in VERBS.values())

    @pytest.mark.parametrize("verb", VERBS)
    def test_each_verb_is_named_as_it_is_called(self, unkink, verb):
        said = unkink(verb, "--help")
        assert said.status == 0
        assert said.out.startswith(f"Usage: unkink {verb} ")

    def test_a_shell_that_completes_is_told_every_verb(self):
        context = group.make_context("unkink", ["status"])
        assert [found.value for found in group.shell_complete(context, "") if found.value != "--"] == list(VERBS)

    def test_a_verb_that_does_not_exist_is_wrong_use(self, unkink):
        said = unkink("dance")
        assert (said.status, said.out) == (2, "")
        assert "dance" in said.err

    @pytest.mark.parametrize("ends", [KeyboardInterrupt, EOFError])
    def test_one_that_is_interrupted_fails_without_a_traceback(self, unkink, monkeypatch, ends):
        monkeypatch.setattr(routines, "catalogue", raising(ends))
        said = unkink("routines", "list")
        assert said.status == 1
        assert said.out + said.err.strip() == ""

    def test_a_reader_who_leaves_ends_it_silently(self, unkink, monkeypatch):
        monkeypatch.setattr(routines, "catalogue", raising(BrokenPipeError))
        monkeypatch.setattr(sys, "stderr", io.StringIO())
        assert unkink("routines", "list").status == 0
        assert sys.stderr.closed, "nothing is said at the end either"

    def test_nothing_is_made_by_reading_but_the_cache(self, unkink, own_folders):
        for args in (["status"], ["history"], ["routines", "check"], ["config", "show"], ["config", "check"]):
            unkink(*args)
        assert os.listdir(own_folders) == ["run"]
        unkink("routines", "list")
        assert sorted(os.listdir(own_folders)) == [".cache", "run"]
        assert os.listdir(own_folders / "run") == []


def raising(error):
    def fail():
        raise error

    return fail
