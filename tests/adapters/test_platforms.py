"""Windows and macOS, as far as they can be tried elsewhere: which adapter is chosen there, and why not the others."""

import logging
import os
import sys
import threading
import time

import platformdirs  # it looks at the platform when it is imported
import pytest

from tests.adapters.shell import ShellIcon
from tests.waiting import wait_for
from unkink import daemon, paths
from unkink.adapters.idle import Idle
from unkink.adapters.loop import Loop
from unkink.adapters.notify import Notifications, plyer_
from unkink.adapters.opener import open_file
from unkink.adapters.player import Player
from unkink.adapters.tray import make_tray, native
from unkink.adapters.tray.native import NativeTray
from unkink.adapters.tray.null import NullTray
from unkink.domain.events import InputUnknown
from unkink.errors import UnkinkError
from unkink.logs import LogFile
from unkink.ports import Fate, Note, NoteFate

NO_BUS = "no D-Bus on this platform"


@pytest.fixture
def loop():
    made = Loop(time.monotonic)
    made.start()
    yield made
    made.stop()


@pytest.fixture(params=["win32", "darwin"])
def platform(request, monkeypatch):
    assert platformdirs
    monkeypatch.setattr(native, "Icon", ShellIcon)
    monkeypatch.setattr(sys, "platform", request.param)
    return request.param


def test_there_is_no_session_bus(platform, loop):
    assert daemon._session_bus(loop) is None


def test_the_tray_is_pystrays_own_and_wants_the_main_thread(platform, loop):
    tray = make_tray(loop, None, tuple, print, "any", "auto")
    assert isinstance(tray, NativeTray)
    assert callable(tray.run)
    assert tray.health().name == "pystray"


def test_a_tray_that_is_switched_off_is_none(platform, loop):
    tray = make_tray(loop, None, tuple, print, "any", "none")
    assert isinstance(tray, NullTray)
    assert tray.health().reason == "switched off"
    assert not hasattr(tray, "run"), "the main thread waits by itself"


def test_plyer_notifies_on_windows_and_nothing_on_macos(platform, loop, monkeypatch):
    shown, heard = [], []
    monkeypatch.setattr(plyer_, "_notify", lambda title, body: shown.append((title, body)))
    notifier = Notifications(loop, None, heard.append, "auto")
    wait_for(lambda: notifier.health().reason != "not started yet")
    notifier.show(Note(1, "A short break?", "Neck"))
    wait_for(lambda: heard)
    health = notifier.health()
    if platform == "win32":
        assert (health.name, health.ok, health.tried) == ("plyer", True, {"freedesktop": NO_BUS})
        assert (heard, shown) == ([NoteFate(1, Fate.SHOWN)], [("A short break?", "Neck")])
    else:
        nothing = "plyer shows nothing on macOS outside a signed bundle"
        assert (health.name, health.ok, health.tried) == ("none", False, {"freedesktop": NO_BUS, "plyer": nothing})
        assert (heard[0].fate, shown) == (Fate.FAILED, [])
    notifier.stop()


def test_input_is_unknown_and_said_to_be(platform, loop):
    heard = []
    idle = Idle(loop, heard.append, "auto")
    idle.arm(4.0)
    wait_for(lambda: heard == [InputUnknown()])
    assert idle.health().tried == {"x11": "not on this platform"}
    idle.stop()


def test_a_window_needs_no_display_variable(platform, loop, tmp_path):
    player = Player(loop, None, print, str(tmp_path / "log"), print)
    wait_for(lambda: player.health().name == "window")
    assert player.health().tried == {}
    player.stop()


def test_files_are_opened_as_the_platform_does(platform, monkeypatch, tmp_path):
    opened = tmp_path / "opened"
    if platform == "win32":
        monkeypatch.setattr(os, "startfile", lambda path: opened.write_text(f"{path}\n"), raising=False)
    else:
        monkeypatch.setenv("PATH", "/nowhere")
        with pytest.raises(UnkinkError, match="open is not installed"):
            open_file("/x")
        script = tmp_path / "open"
        script.write_text(f'#!/bin/sh\necho "$1" > {opened}.new && /bin/mv {opened}.new {opened}\n')
        script.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))
    open_file("/the/config.toml")
    wait_for(opened.exists)
    assert opened.read_text() == "/the/config.toml\n"


def test_folders_are_those_of_the_platform(platform):
    assert paths.config_file() == os.path.join(platformdirs.user_config_dir("unkink", appauthor=False), "config.toml")
    assert paths.data_folder() == platformdirs.user_data_dir("unkink", appauthor=False)
    assert paths.log_folder() == platformdirs.user_log_dir("unkink", appauthor=False)


class NoServer:
    """In place of the control pipe, which only Windows has."""

    def __init__(self, loop, answer):
        pass

    def stop(self):
        pass


@pytest.mark.parametrize("platform", ["win32"], indirect=True)
def test_the_daemon_runs_with_pystray_in_the_main_thread_until_quit_is_picked(platform, tmp_path, monkeypatch, caplog):
    monkeypatch.setattr(daemon, "Server", NoServer)
    monkeypatch.setattr("signal.signal", lambda number, handler: None)
    level = logging.getLogger().level
    logs = LogFile(str(tmp_path / "log"))
    made = daemon.Daemon(str(tmp_path / "config.toml"), logs)
    found = {}

    def user():
        icon = ShellIcon.made
        try:
            wait_for(lambda: icon.there, name="the icon")
            wait_for(lambda: made._notifier.health().name == "plyer")
            found.update(health={name: health.name for name, health in made._health().items()}, tip=icon.tip)
            icon.rows()
            icon.pick("I just moved")
            wait_for(lambda: "menu moved" in caplog.text)
            icon.pick("Quit")
            wait_for(lambda: not icon.window, name="the end")
        finally:
            made._over.set()

    visitor = threading.Thread(target=user)
    visitor.start()
    assert made.run() is False
    visitor.join(10)
    logs.close()
    logging.getLogger().setLevel(level)
    assert found["health"] == {
        "tray": "pystray",
        "notifications": "plyer",
        "idle": "none",
        "player": "window",
        "history": "sqlite",
    }
    assert found["tip"].startswith("Next break at ")
    assert ShellIcon.made.thread == "MainThread"
    assert not ShellIcon.made.there
