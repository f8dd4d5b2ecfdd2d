"""The tray icon on Windows and macOS: pystray's own. Not run on either yet.

Both want pystray's loop in the main thread; the daemon's main thread has nothing else to do there.
"""

import threading
from collections.abc import Callable
from typing import Any

from PIL import Image
from pystray import Icon

from unkink.adapters.tray.menu import Choose, Entries, menu
from unkink.adapters.tray.picture import load, name
from unkink.ports import Face, Health, Tray

SIZE = 64
TIP_LIMIT = 127
"""Windows takes 128 units, the end counted (szTip of NOTIFYICONDATAW)."""
RIGHT_BUTTON_UP = 0x0205
"""WM_RBUTTONUP, which opens the menu on Windows (winuser.h)."""


class NativeTray(Tray):
    """The tray of the platform.

    Args:
        entries: makes the menu.
        choose: gets what was clicked.
        theme: `light` or `dark`, as the panel is; `any` where nobody knows.
    """

    def __init__(self, entries: Entries, choose: Choose, theme: str) -> None:
        self._theme = theme
        self._lock = threading.Lock()
        self._running = False
        self._face: Face | None = None
        self._shown: Face | None = None
        self._icon: Any = _fresh_menu(Icon)("unkink", None, "unkink", menu(entries, choose))
        # Where nothing tells that the menu opens, it is made again with each face.
        self._makes_menus = not hasattr(Icon, "_on_notify")

    def run(self, until: Callable[[], None]) -> None:
        """Show the icon; blocks the main thread until `stop`.

        Args:
            until: called in a thread of its own once the icon is there; when it returns, the icon goes.
        """

        def set_up(icon: Any) -> None:
            # Before its loop runs, pystray takes everything and the platform shows nothing of it.
            with self._lock:
                self._running = True
                self._show()
            until()
            icon.stop()

        self._icon.run(set_up)

    def health(self) -> Health:
        """Return that it works."""
        return Health("pystray", ok=True)

    def _update(self, face: Face) -> None:
        with self._lock:
            self._face = face
            if self._running:
                self._show()

    def _show(self) -> None:
        """Show the face as it is now."""
        face, before = self._face, self._shown
        if face is None:
            return
        if before is None or (before.glyph, before.ring) != (face.glyph, face.ring):
            picture = load(name(face), SIZE, self._theme)
            self._icon.icon = Image.frombytes("RGBA", (SIZE, SIZE), picture.rgba)
        self._icon.title = face.title[:TIP_LIMIT]
        self._icon.visible = True
        if self._makes_menus:
            self._icon.update_menu()
        self._shown = face

    def stop(self) -> None:
        """Take the icon away."""
        with self._lock:
            self._running = False
        self._icon.stop()


def _fresh_menu(icon: Any) -> Any:
    """Return pystray's icon as one that makes its menu when it opens, where it can tell.

    pystray itself makes it whenever it is told to. On Windows that would be too early for its words to be true, and
    from another thread it would take the menu away from under the pointer.
    """

    class Fresh(icon):  # type: ignore[misc]  # the class is known at run time only
        """It hears of the click before pystray does."""

        def _on_notify(self, wparam: int, lparam: int) -> Any:
            if lparam == RIGHT_BUTTON_UP:
                self.update_menu()
            return super()._on_notify(wparam, lparam)

    return Fresh
