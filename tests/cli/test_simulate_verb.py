"""`simulate` as a verb: its options reach the simulator, and its exit code tells how it went."""

import json
import sys

import pytest

from tests.cli.conftest import Said
from unkink.cli.main import main

MORNING = """\
2026-03-02T09:00:00+01:00,active,
2026-03-02T10:05:00+01:00,idle,
2026-03-02T10:05:30+01:00,active,
2026-03-02T10:30:00+01:00,idle,
"""


@pytest.fixture
def simulate(capfd, monkeypatch, tmp_path):
    """Runs `unkink simulate` with these arguments; what the process it starts says is read too."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "day.csv").write_text(MORNING)

    def run(*args):
        monkeypatch.setattr(sys, "argv", ["unkink", "simulate", *args])
        capfd.readouterr()
        status = main()
        return Said(status, *capfd.readouterr())

    return run


def test_a_trace_is_told_line_by_line(simulate):
    said = simulate("day.csv")
    assert (said.status, said.err) == (0, "")
    assert said.out.splitlines()[0] == "Monday 2026-03-02"
    assert "  10:05:04  prompt      move       you paused" in said.out.splitlines()


def test_for_programs_it_is_a_list_of_objects(simulate):
    said = simulate("day.csv", "--json")
    assert (said.status, said.err) == (0, "")
    entries = json.loads(said.out)
    assert "2026-03-02T10:05:04+01:00" in [entry["at"] for entry in entries]


def test_as_a_chart_a_day_is_a_line(simulate):
    said = simulate("day.csv", "--chart")
    assert (said.status, said.err) == (0, "")
    assert [line for line in said.out.splitlines() if line.startswith("Mon 2026-03-02 ")]


def test_answers_zone_and_config_reach_the_simulator(simulate, tmp_path):
    assert "not now" in simulate("day.csv", "--answers", "skip").out
    (tmp_path / "own.toml").write_text('[rhythm]\nmove_every = "30m"\n')
    assert "  09:30:00  due " in simulate("day.csv", "--config", "own.toml").out
    assert "  09:30:00  due " not in simulate("day.csv").out
    row = {"timestamp": "2026-03-02T08:00:00+00:00", "duration": 7200, "data": {"status": "not-afk"}}
    bucket = {"type": "afkstatus", "events": [row]}
    (tmp_path / "week.json").write_text(json.dumps({"buckets": {"aw-watcher-afk_x": bucket}}))
    assert "  10:00:00  due " in simulate("week.json", "--zone", "Europe/Berlin").out
    assert "  04:00:00  due " in simulate("week.json", "--zone", "America/New_York").out


def test_the_settings_in_force_are_used_and_what_is_wrong_in_them_is_named(simulate, own_folders):
    path = own_folders / ".config/unkink/config.toml"
    path.parent.mkdir(parents=True)
    path.write_text('[rhythm]\nmove_every = "30m"\nlength = "soon"\n')
    said = simulate("day.csv")
    assert said.status == 0
    assert "  09:30:00  due " in said.out
    assert said.err.startswith(f"{path}:3: rhythm.length: found 'soon'; ")


@pytest.mark.parametrize(
    ("args", "wrong"),
    [
        ((), "Missing argument 'TRACE'"),
        (("nowhere.csv",), "nowhere.csv"),
        (("nowhere.csv",), "does not exist"),
        ((".",), "is a directory"),
        (("day.csv", "day.csv"), "unexpected extra argument"),
        (("day.csv", "--xml"), "--xml"),
        (("day.csv", "--answers"), "--answers"),
        (("day.csv", "--config", "."), "is a directory"),
        (("day.csv", "--config", "nowhere.toml"), "nowhere.toml"),
        (("day.csv", "--config", "nowhere.toml"), "does not exist"),
        (("day.csv", "--json", "--chart"), "--json and --chart exclude each other."),
    ],
)
def test_wrong_use_is_two_and_says_what_is_wrong(simulate, args, wrong):
    said = simulate(*args)
    assert (said.status, said.out) == (2, "")
    assert wrong in said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "bad.csv holds no rows."),
        ("what,is,this\n", 'bad.csv:1: what,is,this. "what" is no ISO time'),
        ("{", "bad.csv makes no sense"),
    ],
)
def test_a_trace_that_makes_no_sense_is_a_failure_in_one_line(simulate, tmp_path, text, why):
    (tmp_path / "bad.csv").write_text(text)
    said = simulate("bad.csv")
    assert (said.status, said.out) == (1, "")
    assert said.err.startswith(why)
    assert len(said.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("option", "value", "why"),
    [
        ("--answers", "dance", '"dance" is no mood; there are start, skip, ignore, mix:7.\n'),
        ("--answers", "mix:x", '"mix:x" is no mood; there are start, skip, ignore, mix:7.\n'),
        ("--zone", "Mars", '"Mars" is no time zone, such as Europe/Lisbon.\n'),
    ],
)
def test_an_option_that_makes_no_sense_is_named_and_nothing_is_told(simulate, option, value, why):
    said = simulate("day.csv", option, value)
    assert (said.status, said.out, said.err) == (2, "", why)


def test_what_begins_with_a_dash_is_a_name(simulate, tmp_path):
    (tmp_path / "-x.csv").write_text(MORNING)
    (tmp_path / "-x.toml").write_text('[rhythm]\nmove_every = "30m"\n')
    said = simulate("--config", "-x.toml", "--", "-x.csv")
    assert (said.status, said.err) == (0, "")
    assert "  09:30:00  due " in said.out
    said = simulate("day.csv", "--zone", "-x")
    assert (said.status, said.err) == (2, '"-x" is no time zone, such as Europe/Lisbon.\n')


def test_help_has_examples(simulate):
    said = simulate("--help")
    assert said.status == 0
    assert "  Examples:\n    unkink simulate week.json --chart\n" in said.out
