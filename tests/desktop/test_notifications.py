"""Notifications on real servers: shown, pressed, taken away; and a server that goes, comes, or never answers."""

import threading
import time

import pytest

from tests.suites.notifier import BUTTONS, NotifierSuite
from tests.waiting import wait_for
from unkink.adapters.dbus.bus import Bus
from unkink.adapters.loop import Loop
from unkink.adapters.notify import Notifications


@pytest.fixture
def session(desk, monkeypatch):
    """Return a loop and a bus on the desk's session, in this process."""
    loop = Loop(time.monotonic)
    bus = Bus(loop, lambda: desk.env["DBUS_SESSION_BUS_ADDRESS"], "session bus")
    loop.start()
    loop.call(bus.start)
    wait_for(lambda: bus.up)
    yield loop, bus
    loop.call(bus.stop)
    loop.stop()


class TestDunst(NotifierSuite):
    @pytest.fixture
    def notifier(self, desk, session):
        desk.start_dunst()
        self.desk = desk
        made = Notifications(*session, self.heard.append, "auto")
        wait_for(lambda: made.health().ok)
        yield made
        made.stop()

    def press(self, notifier, key, button):
        if button in ("start", ""):
            # dunst draws no buttons: its action 0 is the default.
            self.desk.out("dunstctl", "action", "0")
        else:
            # The others are in a menu program; ours chooses the line with this label.
            label = next(each.label for each in BUTTONS if each.id == button)
            (self.desk.folder / "wanted").write_text(label)
            self.desk.out("dunstctl", "context")

    def dismiss(self, notifier, key):
        self.desk.out("dunstctl", "close-all")

    def shown(self, notifier):
        return int(self.desk.out("dunstctl", "count", "displayed") or 0)

    def first_button(self, button):
        return button in ("", "start")


class TestXfce(NotifierSuite):
    @pytest.fixture
    def notifier(self, desk, session):
        desk.start_notifyd()
        self.desk = desk
        made = Notifications(*session, self.heard.append, "auto")
        wait_for(lambda: made.health().ok)
        yield made
        made.stop()

    def press(self, notifier, key, button):
        self.desk.click_button({"start": 0, "": 0, "snooze 600": 1, "skip": 2}[button])

    def dismiss(self, notifier, key):
        x, y, _, _ = wait_for(self.desk.notification)
        self.desk.x("mousemove", str(x + 40), str(y + 30))
        self.desk.x("click", "1")

    def shown(self, notifier):
        return 1 if self.desk.notification() else 0

    def first_button(self, button):
        return button == "start"


def test_a_server_that_comes_late_is_used_and_one_that_goes_takes_the_offer_from_the_screen_only(desk):
    desk.daemon()
    notifications = desk.status()["adapters"]["notifications"]
    assert notifications["reason"] == "no notification server on the session bus"
    assert "dunst" in notifications["hint"]
    server = desk.start_dunst()
    wait_for(lambda: desk.status()["adapters"]["notifications"]["ok"])
    desk.cli("break")
    wait_for(lambda: desk.out("dunstctl", "count", "displayed").strip() == b"1")
    desk.end(server)
    wait_for(lambda: not desk.status()["adapters"]["notifications"]["ok"])
    assert desk.status()["phase"] == "prompted", "the offer stays open"


def test_a_server_that_never_answers_delays_nothing(desk):
    # Somebody owns the name, takes every call, and says nothing.
    silent = Silent(desk.env["DBUS_SESSION_BUS_ADDRESS"])
    try:
        desk.agree()
        desk.daemon()
        began = time.monotonic()
        assert desk.cli("break").returncode == 0
        assert desk.status()["phase"] in ("prompted", "on_break"), "the answer does not wait for the server"
        window = desk.window("– unkink", 20)
        assert window
        assert time.monotonic() - began < 20
        desk.x("windowfocus", "--sync", window)
        desk.press(window, "Escape")
        for _ in range(3):
            desk.cli("break")
            wait_for(lambda: desk.status()["phase"] != "on_break" or desk.x("key", "Escape") is None, 20)
            desk.cli("skip")
    finally:
        silent.stop()


class Silent:
    """A notification server that never answers."""

    def __init__(self, address):
        from jeepney import message_bus
        from jeepney.io.blocking import open_dbus_connection

        self.connection = open_dbus_connection(address)
        self.connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.Notifications"))
        self.calls = []
        self.stopped = threading.Event()
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.thread.start()

    def run(self):
        while not self.stopped.is_set():
            try:
                self.calls.append(self.connection.receive(timeout=0.2))
            except TimeoutError:
                continue
            except (ConnectionError, OSError):
                return

    def stop(self):
        self.stopped.set()
        self.thread.join(2)
        self.connection.close()
