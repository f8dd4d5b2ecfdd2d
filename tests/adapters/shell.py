"""pystray's icon on Windows without Windows, as pystray/_win32.py has it.

The shell refuses, without a word, whatever comes before the icon's window is there or after it has gone. The menu is
built when pystray is told to, and the right mouse button opens it as it was built.
"""

import threading

from tests.suites.tray import Row, Seen
from unkink.adapters.tray.menu import Menu

from pystray import _base  # isort: skip  after menu.py, which chooses pystray's backend

WM_LBUTTONUP, WM_RBUTTONUP = 0x0202, 0x0205
"""What the shell says of a click on the icon (winuser.h)."""


class MenuBarIcon(_base.Icon):
    """The stand-in for a platform that tells nothing when the menu opens; the last one made is `made`."""

    SETUP_THREAD_TIMEOUT = 0.05
    made: "MenuBarIcon | None" = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.window = self.there = False
        self.picture, self.tip, self.built, self.open = b"", "", (), ()
        self.thread = ""
        self._end = threading.Event()
        MenuBarIcon.made = self

    # -- what a user sees and does -----------------------------------------------------------------

    def seen(self):
        """Return what the shell shows."""
        return Seen(self.picture, self.tip, attention=False)

    def rows(self):
        """Open the menu and return it."""
        self.open = self.built
        return _rows(self.open)

    def pick(self, *labels):
        """Pick an entry of the menu that is open."""
        level, item = self.open, None
        for label in labels:
            item, level = next((item, below) for item, below in level if getattr(item, "text", "") == label)
        if item.enabled and not level:
            item(self)
            self.update_menu()

    # -- what pystray asks of a backend ----------------------------------------------------------

    def _run(self):
        self.thread = threading.current_thread().name
        self.window = True
        self._mark_ready()
        self._end.wait()
        self.window = self.there = False

    def _stop(self):
        self._end.set()

    def _show(self):
        if self.window:
            self.there, self.picture, self.tip = True, self._icon.tobytes(), self.title

    def _hide(self):
        self.there = False

    def _update_icon(self):
        if self.there:
            self.picture = self._icon.tobytes()
        self._icon_valid = True

    def _update_title(self):
        if self.there:
            self.tip = self.title

    def _update_menu(self):
        self.built = _build(self.menu)


class ShellIcon(MenuBarIcon):
    """The stand-in for Windows."""

    def rows(self):
        self._on_notify(0, WM_RBUTTONUP)
        return _rows(self.open)

    def _on_notify(self, wparam, lparam):
        if lparam == WM_LBUTTONUP:
            self()
        elif lparam == WM_RBUTTONUP:
            self.open = self.built


def _build(menu):
    return tuple((item, _build(item.submenu) if item is not Menu.SEPARATOR and item.submenu else ()) for item in menu)


def _rows(built):
    return tuple(
        Row("", can_be_picked=False) if item is Menu.SEPARATOR else Row(item.text, item.enabled, _rows(below))
        for item, below in built
    )
