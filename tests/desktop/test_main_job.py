"""The whole main job on a real desktop: real input, real notification, real window, real file."""

import json
import os
import signal

import pytest

from tests.script import Day
from tests.waiting import stays, wait_for
from unkink.engine.saved import document


def nearly_due(desk):
    """Let unkink find itself an hour at the desk, less a few seconds."""
    from dataclasses import replace
    from datetime import UTC, datetime

    day = Day("09:00").works().at("09:59:57")
    now = datetime.now(UTC).replace(tzinfo=None)
    state = replace(day.state, at=replace(day.state.at, local=now, offset=0.0))
    folder = desk.folder / ".local/share/unkink"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "state.json").write_text(json.dumps(document(state)))


def type_until(desk, done, limit=30):
    """Type without a pause until something is so."""

    def typed():
        desk.x("key", "shift")
        return done()

    return wait_for(typed, limit)


def start_at_dunst(desk):
    """Start what dunst shows: it draws no buttons, its action 0 is the default."""
    wait_for(lambda: json.loads(desk.out("dunstctl", "count", "displayed") or b"0") == 1)
    desk.out("dunstctl", "action", "0")


def start_at_xfce(desk):
    """Click on Start."""
    desk.click_button(0)


@pytest.mark.parametrize(("server", "start"), [("dunst", start_at_dunst), ("notifyd", start_at_xfce)])
def test_from_typing_to_the_history(desk, server, start):
    desk.start_panel()
    getattr(desk, f"start_{server}")()
    desk.agree()
    nearly_due(desk)
    desk.config('[you]\nplace = "desk"\n[rhythm]\nlength = "35s"\n')
    desk.daemon()
    assert desk.status()["desk_time_s"] > 3590
    # Typing holds the offer back; it comes within seconds of the hands coming off the keys.
    type_until(desk, lambda: desk.status()["phase"] == "due")
    wait_for(lambda: desk.status()["phase"] == "prompted", 15)
    offered = desk.status()["offer"]["routine"]
    start(desk)
    window = desk.window("– unkink")
    desk.x("windowfocus", "--sync", window)
    wait_for(lambda: desk.status()["phase"] == "on_break")
    # A routine of half a minute or more: most of it is done, then skipped to its end with the arrow key.
    started = wait_for(lambda: [line for line in desk.history() if line["kind"] == "started"])[0]
    assert started["name"] in offered
    stays(lambda: True, started["seconds"] * 0.55)

    def skipped():
        desk.press(window, "Right")
        return desk.status()["phase"] != "on_break"

    wait_for(skipped, 20)
    desk.press(window, "Escape")
    kinds = [line["kind"] for line in desk.history()]
    assert kinds == ["offered", "started", "finished"]
    assert desk.history()[-1]["areas"]
    status = desk.status()
    assert status["phase"] == "working"
    assert status["desk_time_s"] < 30, "counting began again with the end of the routine"
    assert desk.printed() == ""


def test_an_offer_asked_for_started_and_left_early(desk):
    desk.start_dunst()
    desk.daemon()
    assert desk.cli("break").stdout.startswith("Offered: ")
    desk.out("dunstctl", "action", "0")
    window = desk.window("– unkink")
    desk.x("windowfocus", "--sync", window)
    # The first time, what unkink is and is not comes first; Esc is a way out at any time.
    desk.press(window, "Escape")
    wait_for(lambda: desk.status()["phase"] == "working")
    assert [line["kind"] for line in desk.history()] == ["offered", "stopped"]


def test_the_notice_is_shown_once_and_then_the_routine(desk):
    desk.daemon()
    desk.cli("break", "r02")
    window = desk.window("– unkink")
    desk.x("windowfocus", "--sync", window)
    assert "started" not in [line["kind"] for line in desk.history()], "first the notice"
    desk.press(window, "Tab")
    desk.press(window, "space")
    wait_for(lambda: "started" in [line["kind"] for line in desk.history()])
    consent = desk.folder / ".local/share/unkink/consent.json"
    wait_for(lambda: consent.exists() and json.loads(consent.read_text())["confirmed"] == ["first"])
    desk.press(window, "Escape")
    wait_for(lambda: desk.status()["phase"] != "on_break")


def test_a_window_that_is_killed_loses_nothing(desk):
    desk.agree()
    desk.daemon()
    desk.cli("break", "r02")
    desk.window("– unkink")
    wait_for(lambda: desk.status()["phase"] == "on_break")
    os.kill(wait_for(desk.window_process), signal.SIGKILL)
    wait_for(lambda: desk.status()["phase"] == "working")
    assert [line["kind"] for line in desk.history()] == ["started", "stopped"]


def test_play_shows_a_routine_without_a_daemon_and_keeps_nothing(desk):
    import threading

    ended = []
    worker = threading.Thread(target=lambda: ended.append(desk.cli("play", "nk-01")))
    worker.start()
    window = desk.window("Slow look-around – unkink")
    desk.x("windowfocus", "--sync", window)
    desk.press(window, "Escape")
    desk.press(window, "Escape")
    worker.join(15)
    assert ended[0].returncode == 0, ended[0].stderr
    assert not (desk.folder / ".local/share/unkink/history.sqlite3").exists()


@pytest.mark.parametrize("routine", ["r99", ""])
def test_play_of_what_is_not_there(desk, routine):
    said = desk.cli("play", routine)
    assert said.returncode == 1
    assert "There is no routine" in said.stderr
