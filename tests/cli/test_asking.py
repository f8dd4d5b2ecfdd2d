"""The verbs that ask a daemon: what they ask, what they say, and how they end."""

import json
import os

import pytest

from tests.waiting import wait_for
from unkink.ipc import client
from unkink.ipc.endpoint import socket_path


def test_status_tells_people_what_is_going_on_and_programs_everything(unkink, daemon):
    daemon.office.until("09:20")
    said = unkink("status")
    assert (said.status, said.err) == (0, "")
    assert said.out.splitlines()[:2] == [
        "Next break in 40 min",
        "At the desk for 20 min; the next break (move) is due in 40 min.",
    ]
    data = json.loads(unkink("status", "--json").out)
    assert data["phase"] == "working"
    assert data["desk_time_s"] == 1200
    assert daemon.asked == [("status", {})] * 2


def test_break_asks_for_an_offer_and_snooze_puts_it_off(unkink, daemon):
    said = unkink("break")
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith("Offered: ")
    assert unkink("snooze").out == "Snoozed for 10 min.\n"
    assert daemon.office.phase == "snoozed"
    assert daemon.asked == [("offer", {}), ("snooze", {})]


def test_break_with_a_routine_starts_that_one(unkink, daemon):
    said = unkink("break", "r02")
    assert (said.status, said.out, said.err) == (0, "Starting: One-minute neck ease\n", "")
    assert daemon.office.phase == "on_break"


def test_break_with_a_routine_that_is_not_there_fails_on_stderr(unkink, daemon):
    said = unkink("break", "r99")
    assert (said.status, said.out) == (1, "")
    assert said.err == 'There is no routine "r99". "unkink routines list" tells which there are.\n'


def test_skip_says_not_now_and_what_comes_next(unkink, daemon):
    unkink("break")
    said = unkink("skip")
    assert (said.status, said.out) == (0, "All right. Next break in 1 h.\n")


@pytest.mark.parametrize("verb", ["snooze", "skip"])
def test_where_nothing_is_on_offer_that_is_a_failure(unkink, daemon, verb):
    said = unkink(verb)
    assert (said.status, said.out) == (1, "")
    assert said.err == 'No break is on offer. "unkink break" asks for one.\n'


@pytest.mark.parametrize(
    ("args", "asked", "line"),
    [
        ((), {}, "Quiet: paused until you resume"),
        (("45",), {"length": "45m"}, "Quiet: paused until 09:45"),
        (("90s",), {"length": "90s"}, "Quiet: paused until 09:01"),
        (("1h30",), {"length": "1h30"}, "Quiet: paused until 10:30"),
        (("until", "14:00"), {"until": "14:00"}, "Quiet: paused until 14:00"),
        (("until", "tomorrow"), {"until": "tomorrow"}, "Quiet: paused until tomorrow 04:00"),
        (("1h", "--meeting"), {"length": "1h", "meeting": "yes"}, "Quiet: in a meeting until 10:00"),
        (("--meeting",), {"meeting": "yes"}, "Quiet: in a meeting until you resume"),
    ],
)
def test_pause_takes_a_length_a_time_or_nothing_and_resume_ends_it(unkink, daemon, args, asked, line):
    said = unkink("pause", *args)
    assert (said.status, said.out, said.err) == (0, f"{line}\n", "")
    assert daemon.asked == [("pause", asked)]
    said = unkink("resume")
    assert (said.status, said.out) == (0, "Next break in 1 h\n")


@pytest.mark.parametrize(
    ("length", "asked"),
    [("10m", "10m"), ("5", "5m"), ("90", "1h30"), ("90s", "90s"), (" 1H 5 ", "1h05"), ("2min", "2m")],
)
def test_lengths_are_what_people_write_and_a_bare_number_is_minutes(unkink, daemon, length, asked):
    unkink("break")
    assert unkink("snooze", length).status == 0
    assert daemon.asked[-1] == ("snooze", {"length": asked})


LENGTH = 'must be a duration such as "90s", "10m" or "1h30".'


@pytest.mark.parametrize(
    ("args", "wrong"),
    [
        (("pause", "25:99"), f'"25:99" {LENGTH}'),
        (("pause", "tomorrow"), f'"tomorrow" {LENGTH}'),
        (("pause", ""), f'"" {LENGTH}'),
        (("pause", "1.5h"), f'"1.5h" {LENGTH}'),
        (("pause", "0"), '"0" must be longer than nothing.'),
        (("pause", "0h0m"), '"0h0m" must be longer than nothing.'),
        (("snooze", "10 minutes"), f'"10 minutes" {LENGTH}'),
        (("snooze", "0s"), '"0s" must be longer than nothing.'),
        (("snooze", "5m", "6m"), "unexpected extra argument"),
        (("pause", "1h", "until"), 'It must be a length ("1h"), "until 14:00", or "until tomorrow".'),
        (("pause", "until", "14:00", "today"), 'It must be a length ("1h"), "until 14:00", or "until tomorrow".'),
        (("pause", "-5"), "-5"),
        (("resume", "now"), "unexpected extra argument"),
    ],
)
def test_what_makes_no_sense_is_wrong_use_and_nobody_is_asked(unkink, daemon, args, wrong):
    said = unkink(*args)
    assert (said.status, said.out) == (2, "")
    assert wrong in said.err
    assert daemon.asked == []


@pytest.mark.parametrize("time", ["25:99", "24:00", "noon", "14", "14:00:00"])
def test_a_time_of_day_that_is_none_is_refused_by_the_daemon(unkink, daemon, time):
    said = unkink("pause", "until", time)
    assert (said.status, said.out) == (1, "")
    assert said.err == f'"{time}" was not understood; it must be a time of day such as "14:00".\n'


def test_stop_waits_until_the_socket_is_gone(unkink, daemon):
    said = unkink("stop")
    assert (said.status, said.out, said.err) == (0, "unkink ends.\nunkink has ended.\n", "")
    assert not os.path.exists(socket_path())
    assert unkink("stop").status == 3


def test_stop_says_so_when_it_does_not_end(unkink, daemon, monkeypatch):
    from unkink.cli.commands import stop

    monkeypatch.setattr(stop, "LIMIT", 0.1)
    daemon.stays = True
    said = unkink("stop")
    assert said.status == 1
    assert said.err == "unkink has not ended. It is still there after 0.1 s.\n"


@pytest.mark.parametrize("verb", ["status", "stop", "break", "snooze", "skip", "pause", "resume", "start"])
def test_a_daemon_that_does_not_answer_is_a_failure_in_one_line(unkink, daemon, monkeypatch, verb):
    monkeypatch.setattr(client, "ANSWER_LIMIT", 0.05)
    daemon.deaf = daemon.stays = True
    said = unkink(verb)
    assert (said.status, said.out) == (1, "")
    assert said.err.startswith("unkink does not answer. Nothing came within 0.05 s. ")
    assert len(said.err.splitlines()) == 1


def test_a_daemon_that_talks_nonsense_is_a_failure_in_one_line(unkink, daemon, monkeypatch):
    from unkink.ipc import server

    monkeypatch.setattr(server, "encode", lambda answer: b"hello")
    said = unkink("status")
    assert (said.status, said.out) == (1, "")
    assert said.err.startswith("unkink's answer made no sense. no JSON")
    assert len(said.err.splitlines()) == 1


def test_two_verbs_at_once_are_both_answered(unkink, daemon):
    import subprocess
    import sys

    asking = [sys.executable, "-m", "unkink", "status"]
    both = [subprocess.Popen(asking, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    assert [each.communicate()[0].splitlines()[0] for each in both] == ["Next break in 1 h"] * 2
    wait_for(lambda: len(daemon.asked) == 2)
