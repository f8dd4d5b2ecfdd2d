"""The tray icon: the trays there are, and which one shows it.

On Linux a StatusNotifier host is waited for as long as there is a bus. Where none came within ten seconds and an
old-style tray is there, that one shows the icon, until a StatusNotifier host appears.
"""

import logging
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from unkink.adapters.loop import Loop
from unkink.adapters.tray.menu import Choose, Entries
from unkink.adapters.tray.null import NullTray
from unkink.domain.units import Seconds
from unkink.errors import Unavailable
from unkink.ports import Face, Health, Tray

if TYPE_CHECKING:
    from unkink.adapters.dbus.bus import Bus
    from unkink.adapters.tray.xembed_host import XEmbedHost

log = logging.getLogger(__name__)

PATIENCE: Seconds = 10.0
"""How long a StatusNotifier host is waited for before an old-style tray will do."""
WANTED = ("auto", "statusnotifier", "xembed", "none")
"""What `[system] tray` may be on Linux."""


def make_tray(loop: Loop, bus: "Bus | None", entries: Entries, choose: Choose, theme: str, wanted: str) -> Tray:
    """Return the tray of this platform. One that has a `run` wants it called in the main thread.

    Args:
        loop: what carries everything.
        bus: the session bus; None where there is no such thing.
        entries: makes the menu.
        choose: gets what was clicked.
        theme: `light` or `dark`, as the panel is; `any` where nobody knows.
        wanted: `[system] tray`.
    """
    if bus is not None:
        return LinuxTray(loop, bus, entries, choose, theme, wanted)
    if wanted == "none":
        return NullTray("switched off")
    from unkink.adapters.tray.native import NativeTray  # noqa: PLC0415  pystray's own, and Pillow

    return NativeTray(entries, choose, theme)


class LinuxTray(Tray):
    """The tray of a Linux desktop.

    Args:
        loop: what carries everything.
        bus: the session bus.
        entries: makes the menu.
        choose: gets what was clicked.
        theme: `light` or `dark`, as the panel is; `any` where nobody knows.
        wanted: one of `WANTED`.
    """

    def __init__(self, loop: Loop, bus: "Bus", entries: Entries, choose: Choose, theme: str, wanted: str) -> None:
        self._loop = loop
        self._make_old: Callable[[], Tray] = lambda: _xembed(entries, choose, theme, self._old_changed)
        self._face: Face | None = None
        self._new: Tray = NullTray("switched off")
        self._old: Tray = NullTray(f"not tried: a StatusNotifier host has {PATIENCE:g} s to come")
        self._host: XEmbedHost | None = None
        self._stopped = False
        self._complaint = "" if wanted in WANTED else f"there is no tray {wanted!r}; there are {', '.join(WANTED)}"
        if wanted not in ("xembed", "none"):
            from unkink.adapters.tray.sni import SniTray  # noqa: PLC0415  pystray and D-Bus, where they are wanted

            self._new = SniTray(loop, bus, entries, choose, theme, self._changed)
        if wanted not in ("statusnotifier", "none"):
            loop.call(lambda: loop.later(0 if wanted == "xembed" else PATIENCE, self._look_for_old))

    def health(self) -> Health:
        """Return which tray shows the icon, and why not the others."""
        new, old = self._new.health(), self._old.health()
        tried = {"tray": self._complaint} if self._complaint else {}
        if new.ok or not old.ok:
            tried |= {} if new.ok else {"xembed": old.reason}
            return Health(new.name, new.ok, new.reason, new.hint, tried)
        return Health(old.name, old.ok, old.reason, old.hint, {**tried, "statusnotifier": new.reason})

    def _update(self, face: Face) -> None:
        self._loop.call(lambda: self._set(face))

    def stop(self) -> None:
        """Take the icon away."""
        self._stopped = True
        self._new.stop()
        self._loop.call(self._stop_old)

    def _set(self, face: Face) -> None:
        self._face = face
        self._new.update(face)
        self._old.update(face)

    def _changed(self) -> None:
        """The StatusNotifier host came or went."""
        if self._new.health().ok:
            self._stop_old()
        else:
            self._loop.later(PATIENCE, self._look_for_old)

    def _look_for_old(self) -> None:
        if self._stopped or self._host is not None or self._new.health().ok:
            return
        from unkink.adapters.tray.xembed_host import XEmbedHost  # noqa: PLC0415  only where it may be needed

        try:
            self._host = XEmbedHost(self._loop, os.environ.get("DISPLAY", ""), self._found_old, self._lost_display)
            self._old = NullTray("no tray is there")
        except Unavailable as error:
            self._old = NullTray(str(error))

    def _found_old(self) -> None:
        if self._stopped or self._new.health().ok or self._old.health().name != "none":
            return
        try:
            self._old = self._make_old()
        except Unavailable as error:
            self._old = NullTray(str(error))
        log.info("tray: %s", self._old.health().name)
        if self._face is not None:
            self._old.update(self._face)

    def _old_changed(self) -> None:
        """The old-style tray took the icon or lost it; told in the icon's thread."""

        def look() -> None:
            if getattr(self._old, "over", False):
                # Its window went with its tray: the next tray gets a new one, and may be there already.
                self._old = NullTray("no tray is there")
                if self._host is not None:
                    self._host.look()

        self._loop.call(look)

    def _lost_display(self, why: str) -> None:
        self._host = None
        self._old.stop()
        self._old = NullTray(why)

    def _stop_old(self) -> None:
        if self._host is not None:
            self._host.stop()
            self._host = None
        self._old.stop()
        self._old = NullTray("not needed")


def _xembed(entries: Entries, choose: Choose, theme: str, changed: Callable[[], None]) -> Tray:
    if sys.platform != "linux":
        raise Unavailable("not on this platform")
    from unkink.adapters.tray.xembed import XEmbedTray  # noqa: PLC0415  python-xlib, only while such a tray is there

    return XEmbedTray(entries, choose, theme, changed)
