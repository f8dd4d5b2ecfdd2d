"""The tray icon on Windows and macOS: pystray's own. Not run on either yet.

Both want pystray's loop in the main thread; the daemon's main thread has nothing else to do there.
"""

from collections.abc import Callable
from typing import Any

from PIL import Image
from pystray import Icon

from unkink.adapters.tray.menu import Choose, Entries, menu
from unkink.adapters.tray.picture import load, name
from unkink.ports import Face, Health, Tray

_SIZE = 64


class NativeTray(Tray):
    """The tray of the platform.

    Args:
        entries: makes the menu.
        choose: gets what was clicked.
        theme: `light` or `dark`, as the panel is; `any` where nobody knows.
    """

    def __init__(self, entries: Entries, choose: Choose, theme: str) -> None:
        self._theme = theme
        self._face: Face | None = None
        self._icon: Any = Icon("unkink", None, "unkink", menu(entries, choose))

    def run(self, until: Callable[[], None]) -> None:
        """Show the icon; blocks the main thread until `stop`.

        Args:
            until: called in a thread of its own once the icon is there; when it returns, the icon goes.
        """

        def set_up(icon: Any) -> None:
            icon.visible = self._face is not None
            until()
            icon.stop()

        self._icon.run(set_up)

    def health(self) -> Health:
        """Return that it works."""
        return Health("pystray", ok=True)

    def _update(self, face: Face) -> None:
        before, self._face = self._face, face
        if before is None or (before.glyph, before.ring) != (face.glyph, face.ring):
            picture = load(name(face), _SIZE, self._theme)
            self._icon.icon = Image.frombytes("RGBA", (_SIZE, _SIZE), picture.rgba)
            self._icon.visible = True
        self._icon.title = face.title[:127]  # Windows takes 128 units with the end
        self._icon.update_menu()

    def stop(self) -> None:
        """Take the icon away."""
        self._icon.stop()
