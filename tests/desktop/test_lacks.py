"""What is not there: the daemon runs on, says why in `status`, and a break still leads to a routine where it can."""

import json
import time

from tests.desktop.desk import Desk
from tests.waiting import stays, wait_for


def adapters(desk):
    return desk.status()["adapters"]


def test_nothing_at_all(bare):
    daemon = bare.daemon()
    found = wait_for(lambda: (a := adapters(bare))["player"]["tried"] and a["idle"]["tried"] and a)
    assert not any(found[port]["ok"] for port in ("tray", "notifications", "idle", "player"))
    assert found["tray"]["reason"] == "no D-Bus session bus"
    assert found["notifications"]["reason"] == "no D-Bus session bus"
    assert found["idle"]["tried"] == {"x11": "DISPLAY is not set"}
    assert found["player"]["tried"] == {"window": "no display (neither DISPLAY nor WAYLAND_DISPLAY is set)"}
    # It counts by the wall clock, and says what can't be done.
    before = bare.status()["desk_time_s"]
    wait_for(lambda: bare.status()["desk_time_s"] > before)
    said = bare.cli("break")
    assert said.returncode == 0
    wait_for(lambda: bare.status()["phase"] == "working")
    assert bare.end(daemon) == 0
    lines = bare.printed().splitlines()
    assert lines
    assert all(line.startswith("unkink: ") for line in lines), "one line each, and no traceback"


def test_status_in_words_names_every_reason(bare):
    bare.daemon()
    wait_for(lambda: adapters(bare)["player"]["tried"])
    text = bare.cli("status").stdout
    assert "tray: statusnotifier, not working (no D-Bus session bus)" in text
    assert "input: none (nothing here tells whether there is input)" in text
    assert "routines: notifications, not working (no D-Bus session bus)" in text


def test_no_bus_but_a_display_still_opens_a_window(tmp_path):
    desk = Desk(tmp_path, bus=False)
    try:
        desk.agree()
        desk.daemon()
        assert adapters(desk)["notifications"]["reason"] == "no D-Bus session bus"
        assert desk.cli("break").returncode == 0
        window = desk.window("– unkink")
        assert desk.status()["phase"] == "on_break"
        desk.x("windowfocus", "--sync", window)
        desk.press(window, "Escape")
        wait_for(lambda: desk.status()["phase"] == "working")
    finally:
        desk.clear()


def test_no_display_but_notifications_guide_step_by_step(desk):
    desk.start_dunst()
    desk.agree()
    dunst = dict(desk.env)
    del desk.env["DISPLAY"]
    daemon = desk.daemon()
    desk.env = dunst
    wait_for(lambda: adapters(desk)["player"]["name"] == "notifications")
    assert adapters(desk)["player"]["ok"]
    assert desk.cli("break", "r02").stdout == "Starting: One-minute neck ease\n"
    wait_for(lambda: desk.status()["phase"] == "on_break")

    def on_screen():
        """Return the summary and the body of what dunst shows now."""
        desk.out("dunstctl", "close")
        said = json.loads(desk.out("dunstctl", "history"))["data"][0]
        desk.out("dunstctl", "history-pop")
        return said[0]["summary"]["data"], said[0]["body"]["data"] if said else ("", "")

    title, body = on_screen()
    assert title == "1 of 3 · Slow look-around"
    assert "Turn your head slowly" in body
    assert desk.end(daemon) == 0


def test_the_guide_goes_on_by_its_button_and_ends_by_itself(desk):
    desk.start_dunst()
    desk.agree()
    keep = dict(desk.env)
    del desk.env["DISPLAY"]
    desk.daemon()
    desk.env = keep
    wait_for(lambda: adapters(desk)["player"]["name"] == "notifications")
    desk.cli("break", "nk-01")
    wait_for(lambda: [line["kind"] for line in desk.history()] == ["started"])

    def pressed():
        desk.out("dunstctl", "action", "0")
        return desk.status()["phase"] == "working"

    wait_for(pressed)
    assert [line["kind"] for line in desk.history()] == ["started", "finished"]


def test_a_bus_that_comes_late_is_found(desk):
    address = desk.env["DBUS_SESSION_BUS_ADDRESS"]
    desk.end(desk.bus, 9)
    path = address.removeprefix("unix:path=").partition(",")[0]
    desk.daemon()
    assert not adapters(desk)["tray"]["ok"]
    assert path
    desk.start_bus()
    desk.start_panel()
    wait_for(lambda: adapters(desk)["tray"]["ok"], 40)


def test_a_bus_that_is_lost_is_survived_and_found_again(desk):
    desk.start_dunst()
    daemon = desk.daemon()
    wait_for(lambda: adapters(desk)["notifications"]["ok"])
    desk.end(desk.bus, 9)
    wait_for(lambda: not adapters(desk)["notifications"]["ok"])
    assert stays(lambda: daemon.poll() is None, 1)
    desk.start_bus()
    desk.start_dunst()
    wait_for(lambda: adapters(desk)["notifications"]["ok"], 40)
    assert "Traceback" not in desk.log()
    assert "Traceback" not in desk.printed()


def test_a_display_that_is_lost_leaves_a_daemon_that_counts_by_the_clock(desk):
    daemon = desk.daemon()
    wait_for(lambda: adapters(desk)["idle"]["ok"])
    desk.end(desk.server, 9)
    wait_for(lambda: adapters(desk)["idle"]["name"] == "none")
    assert adapters(desk)["idle"]["tried"]["x11"].startswith("the X server went away")
    before = desk.status()["desk_time_s"]
    wait_for(lambda: desk.status()["desk_time_s"] > before)
    assert desk.end(daemon) == 0
    assert "Traceback" not in desk.log()
    assert all(line.startswith("unkink: ") for line in desk.printed().splitlines())


def test_a_display_lost_while_an_old_tray_had_the_icon(desk):
    desk.config('[system]\ntray = "xembed"\n')
    desk.start_trayer()
    daemon = desk.daemon()
    wait_for(lambda: adapters(desk)["tray"]["ok"], 20)
    desk.end(desk.server, 9)
    wait_for(lambda: not adapters(desk)["tray"]["ok"])
    assert stays(lambda: daemon.poll() is None, 0.5)
    assert desk.end(daemon) == 0
    assert "Traceback" not in desk.log()
    assert "Traceback" not in desk.printed()


def test_a_missing_system_bus_changes_nothing(desk):
    desk.env["DBUS_SYSTEM_BUS_ADDRESS"] = "unix:path=/nowhere"
    daemon = desk.daemon()
    wait_for(lambda: adapters(desk)["idle"]["ok"])
    assert desk.end(daemon) == 0
    assert desk.printed() == ""


def test_a_bus_that_lets_nobody_in_is_given_up_and_tried_again(bare):
    import socket

    path = str(bare.folder / "silent")
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(path)
        silent.listen()
        bare.env["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={path}"
        began = time.monotonic()
        bare.daemon()
        assert bare.status()["phase"] == "working"
        assert time.monotonic() - began < 5, "a silent bus delays nothing"
        wait_for(lambda: adapters(bare)["tray"]["reason"] == "the bus does not answer", 15)
