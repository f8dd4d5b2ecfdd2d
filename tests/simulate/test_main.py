"""The command: what it prints, and how it fails."""

import json
from pathlib import Path

import pytest

from tests.simulate.living import csv
from unkink.simulate.__main__ import main
from unkink.simulate.show import LEGEND


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Return a function that runs the command in a folder with a trace, and returns its status, output and errors."""
    monkeypatch.chdir(tmp_path)
    Path("day.csv").write_text(csv("09:00:00 active,", "10:02:00 idle,", "10:02:06 active,", "10:10:00 off,"))
    Path("config.toml").write_text("")

    def run(*arguments: str, config: str = "config.toml") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["simulate", *arguments, "--config", config])
        status = main()
        return (status, *capsys.readouterr())

    return run


def test_lines(run):
    status, out, err = run("day.csv")
    assert (status, err) == (0, "")
    assert out.splitlines()[0] == "Monday 2026-03-02"
    assert [line.split()[1] for line in out.splitlines()[1:]] == ["warn", "due", "prompt", "start", "done"]


def test_json(run):
    _, out, _ = run("day.csv", "--json", "--answers", "skip")
    assert [row["effect"] for row in json.loads(out)] == ["warn", "due", "prompt", "skip"]


def test_chart(run):
    _, out, _ = run("day.csv", "--chart")
    [_, day, *_] = out.splitlines()
    assert day[15:].strip() == "────●"
    assert out.endswith(f"{LEGEND}\n")


def test_a_zone_other_than_the_traces(run):
    _, out, _ = run("day.csv", "--zone", "Asia/Tokyo")
    assert "18:00:00  due" in out


def test_other_settings(run):
    Path("often.toml").write_text('[rhythm]\nmove_every = "30m"\n')
    _, out, _ = run("day.csv", config="often.toml")
    assert "09:30:00  due" in out


def test_a_mistake_in_the_settings_is_told_and_the_rest_obeyed(run):
    Path("odd.toml").write_text('[rhythm]\nmove_every = "30m"\naway_after = "soon"\n')
    status, out, err = run("day.csv", config="odd.toml")
    assert status == 0
    assert "09:30:00  due" in out
    assert "odd.toml:3" in err
    assert "away_after" in err


def test_an_export_of_activitywatch_is_told_by_its_form(run):
    event = {"timestamp": "2026-03-02T08:00:00Z", "duration": 4000, "data": {"status": "not-afk"}}
    Path("week").write_text(json.dumps([event]))
    _, out, _ = run("week", "--zone", "Europe/Berlin")
    assert "10:00:00  prompt" in out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("none.csv",), "none.csv can't be read"),
        (("binary",), "binary can't be read"),
        (("empty.csv",), "empty.csv holds no rows"),
    ],
)
def test_what_can_not_be_done_is_said_in_one_breath(run, arguments, told):
    Path("binary").write_bytes(b"\xff\xfe\x00")
    Path("empty.csv").write_text("")
    status, out, err = run(*arguments)
    assert (status, out) == (1, "")
    assert told in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("arguments", "config", "told"),
    [
        (("--answers", "often"), "config.toml", '"often" is no mood; there are start, skip, ignore, mix:7.'),
        (("--zone", "Atlantis"), "config.toml", '"Atlantis" is no time zone, such as Europe/Lisbon.'),
        ((), "nowhere.toml", "nowhere.toml is not there."),
    ],
)
def test_an_option_that_makes_no_sense_is_wrong_use(run, arguments, config, told):
    assert run("day.csv", *arguments, config=config) == (2, "", f"{told}\n")


def test_a_trace_may_look_like_an_option(run, monkeypatch):
    Path("-x.csv").write_text(Path("day.csv").read_text())
    monkeypatch.setattr("sys.argv", ["simulate", "--config=config.toml", "--", "-x.csv"])
    assert main() == 0
