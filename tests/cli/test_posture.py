"""`moved`, `standing` and `sitting`: said to a daemon, noted, and believed."""

import json
import os

import pytest

from unkink.ipc import client

VERBS = ("moved", "standing", "sitting")


@pytest.mark.parametrize(
    ("verb", "answer"), [("moved", "That counted."), ("standing", "Noted."), ("sitting", "Noted.")]
)
def test_it_is_said_and_answered(unkink, daemon, verb, answer):
    said = unkink(verb)
    assert (said.status, said.out, said.err) == (0, f"{answer}\n", "")
    assert daemon.asked == [(verb, {})]


def test_moved_counts_as_a_break(unkink, daemon):
    daemon.office.until("09:40")
    unkink("moved")
    data = json.loads(unkink("status", "--json").out)
    assert data["desk_time_s"] == 0
    assert daemon.office.told == ["credited"]
    assert daemon.office.history.records[0].detail == "moved"


def test_moved_takes_an_open_offer_away(unkink, daemon):
    unkink("break")
    assert daemon.office.note
    unkink("moved")
    assert daemon.office.note is None
    assert daemon.office.phase == "working"


@pytest.mark.parametrize("verb", ["standing", "sitting"])
def test_how_one_is_is_no_break(unkink, daemon, verb):
    daemon.office.until("09:40")
    unkink(verb)
    assert json.loads(unkink("status", "--json").out)["desk_time_s"] == 2400
    assert daemon.office.told == []


@pytest.mark.parametrize("verb", VERBS)
def test_without_a_daemon_it_is_three_and_says_what_starts_one(unkink, own_folders, verb):
    said = unkink(verb)
    assert (said.status, said.out) == (3, "")
    assert said.err == 'unkink is not running. "unkink start" starts it.\n'
    assert os.listdir(own_folders) == ["run"]


@pytest.mark.parametrize("verb", VERBS)
def test_a_daemon_that_does_not_answer_is_a_failure_in_one_line(unkink, daemon, monkeypatch, verb):
    monkeypatch.setattr(client, "ANSWER_LIMIT", 0.05)
    daemon.deaf = True
    said = unkink(verb)
    assert (said.status, said.out) == (1, "")
    assert said.err.startswith("unkink does not answer. ")
    assert len(said.err.splitlines()) == 1


@pytest.mark.parametrize("verb", VERBS)
def test_it_takes_nothing_more(unkink, daemon, verb):
    for more in ("now", "--json"):
        said = unkink(verb, more)
        assert (said.status, said.out) == (2, "")
        assert more in said.err
    assert daemon.asked == []
