"""Qt without a display, for the tests here that want it; they are skipped where Qt's system libraries are missing.

pytest-qt's plugin stays off: on a machine without those libraries it can't even be imported. Its QtBot does without it,
and the best of it is done here: what a slot raises fails the test. So does what Qt complains about.
"""

import ctypes
import os
import sys
import traceback
from functools import partial
from importlib.util import find_spec

import pytest

from unkink.ui import preflight

WRONG = pytest.StashKey[list[str]]()
OFFSCREEN = "This plugin does not support"
"""How Qt begins to tell what can't be done without a screen, such as raising a window: that is no mistake."""


def trouble():
    """Return what keeps Qt from working without a display; None where nothing does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DISPLAY", ":0")  # The preflight wants one, whether or not windows are shown on it.
        patch.delenv("WAYLAND_DISPLAY", raising=False)
        found = preflight.trouble()
    if found is not None or sys.platform != "linux":
        return found
    folder = os.path.dirname(find_spec("PySide6").origin)
    try:
        ctypes.CDLL(os.path.join(folder, "Qt", "plugins", "platforms", "libqoffscreen.so"))
    except OSError as error:
        return preflight._missing(preflight._library(str(error)))  # in the preflight's own words
    return None


@pytest.fixture(scope="session")
def qt():
    """Skip, naming the Debian package, where Qt can't be loaded; where the desktop is required, fail."""
    found = trouble()
    if found is None:
        return
    why = f"{found.hint} ({found.reason})"
    if os.environ.get("UNKINK_DESKTOP") == "required":
        pytest.fail(f"the desktop is required here: {why}")
    pytest.skip(why)


@pytest.fixture(scope="session")
def app(qt):
    """Return the application, on no screen."""
    from PySide6.QtWidgets import QApplication
    from pytestqt.qt_compat import qt_api

    qt_api.set_qt_api("pyside6")
    there = QApplication.instance()
    if there is not None and not isinstance(there, QApplication):
        there.shutdown()  # A test of pictures made one that has no windows; there can be only one.
        there = None
    return there or QApplication(["unkink", "-platform", "offscreen"])


@pytest.fixture
def wrong(request, monkeypatch):
    """Return the list of what goes wrong inside Qt; what a test leaves in it makes it fail."""
    found = request.node.stash.setdefault(WRONG, [])

    def raised(_kind, error, _trace):
        found.append("".join(traceback.format_exception(error)))

    monkeypatch.setattr(sys, "excepthook", raised)
    return found


@pytest.fixture
def qtbot(app, wrong, request):
    """Return pytest-qt's hands; in the end what they were given is closed."""
    from PySide6.QtCore import QEvent, QtMsgType, qInstallMessageHandler
    from pytestqt.qtbot import QtBot, _close_widgets

    def complain(kind, _context, text):
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and not text.startswith(OFFSCREEN):
            wrong.append(f"Qt: {text}")

    before = qInstallMessageHandler(complain)
    yield QtBot(request)
    _close_widgets(request.node)  # as the plugin does
    app.processEvents()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qInstallMessageHandler(before)
    fail_if(wrong)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    """Fail the test itself, where it could not see what went wrong."""
    result = yield
    fail_if(item.stash.get(WRONG, []))
    return result


def fail_if(wrong):
    if wrong:
        text = "\n".join(wrong)
        wrong.clear()
        pytest.fail(f"inside Qt:\n{text}", pytrace=False)


@pytest.fixture
def play(qtbot):
    """Return what opens a player's window."""
    from tests.ui.screen import Player

    return partial(Player, qtbot)


@pytest.fixture
def often(qt, monkeypatch):
    """Let progress be told every 20 ms."""
    monkeypatch.setattr("unkink.ui.player.window.TELL_EVERY", 0.02)


@pytest.fixture
def short(qt):
    """Return a routine of 0.6 s."""
    from tests.ui.screen import routine

    return routine(0.6)
