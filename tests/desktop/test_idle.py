"""Idleness on a real X server."""

import time

import pytest

from tests.suites.idle import IdleSuite
from tests.waiting import stays, wait_for
from unkink.adapters.idle import Idle
from unkink.adapters.idle.x11 import X11Idle
from unkink.adapters.loop import Loop


@pytest.fixture
def loop():
    made = Loop(time.monotonic)
    made.start()
    yield made
    made.stop()


class TestX11(IdleSuite):
    @pytest.fixture
    def source(self, desk, loop):
        self.desk = desk
        made = []
        # What a server says may come at once: it is made where it is heard.
        loop.call(lambda: made.append(X11Idle(loop, desk.env["DISPLAY"], self.heard.append, self.heard.append)))
        wait_for(lambda: made)
        yield made[0]
        made[0].stop()

    def key(self, source):
        self.desk.x("key", "shift")

    def hands_off(self, source, seconds):
        end = time.monotonic() + seconds
        wait_for(lambda: time.monotonic() >= end, seconds + 5)

    def test_the_mouse_is_input_too(self, source):
        self.key(source)
        source.arm(self.SOON)
        self.hands_off(source, self.SOON + 0.3)
        wait_for(lambda: "InputStopped" in self.kinds())
        self.desk.x("mousemove", "300", "300")
        wait_for(lambda: self.kinds()[-1] == "InputSeen")

    def test_a_server_that_goes_is_told_once(self, source):
        source.arm(60.0)
        wait_for(lambda: source.health().ok)
        self.desk.end(self.desk.server, 9)
        # With something still unread it is reset, not closed: then the reason says so too.
        reasons = lambda: [said for said in self.heard if str(said).startswith("the X server went away")]  # noqa: E731
        wait_for(reasons)
        assert stays(lambda: len(reasons()) == 1, 0.2)
        assert source.health().reason == reasons()[0]


def test_a_cookie_opens_a_server_that_wants_one(tmp_path, loop, monkeypatch):
    from tests.desktop.desk import Desk, needs

    needs("xauth", "Xvfb")
    desk = Desk(tmp_path, display=False, bus=False)
    try:
        authority = tmp_path / "authority"
        desk.env["XAUTHORITY"] = str(authority)
        authority.touch()
        desk.out("xauth", "-f", str(authority), "add", ":99", ".", "0123456789abcdef0123456789abcdef")
        import os

        read, write = os.pipe()
        args = ["Xvfb", "-displayfd", str(write), "-auth", str(authority), "-nolisten", "tcp"]
        desk.start(*args, pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        desk.out("xauth", "-f", str(authority), "add", f":{number}", ".", "0123456789abcdef0123456789abcdef")
        lost = []
        monkeypatch.setenv("XAUTHORITY", str(tmp_path / "none"))
        X11Idle(loop, f":{number}", lambda _: None, lost.append)
        wait_for(lambda: lost)
        assert "refuses" in lost[0]
        monkeypatch.setenv("XAUTHORITY", str(authority))
        source = X11Idle(loop, f":{number}", lambda _: None, lost.append)
        wait_for(lambda: source.health().ok)
        source.stop()
    finally:
        desk.clear()


def test_where_there_is_no_server_input_is_unknown_and_the_reason_is_kept(loop, monkeypatch):
    heard = []
    monkeypatch.setenv("DISPLAY", ":4711")
    source = Idle(loop, heard.append, "auto")
    wait_for(lambda: heard)
    health = source.health()
    assert (health.name, health.ok) == ("none", False)
    assert health.tried == {"x11": "no X server at :4711"}
    source.stop()


def test_under_wayland_an_x_server_is_not_believed(desk, loop, monkeypatch):
    monkeypatch.setenv("DISPLAY", desk.env["DISPLAY"])
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    source = Idle(loop, lambda _: None, "auto")
    wait_for(lambda: "Wayland" in source.health().tried.get("x11", ""))
    source.stop()
