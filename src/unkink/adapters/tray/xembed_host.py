"""Whether an old-style (XEmbed) tray is there, watched without polling.

A tray owns the selection _NET_SYSTEM_TRAY_S0 and says so with a MANAGER message to the root window (freedesktop.org,
System Tray Protocol 0.4; ICCCM 2.8).
"""

import struct
from collections.abc import Callable

from unkink.adapters.loop import Loop
from unkink.adapters.x11 import X11

_INTERN_ATOM, _GET_SELECTION_OWNER, _CHANGE_ATTRIBUTES = 16, 23, 2
_CLIENT_MESSAGE = 33
_EVENT_MASK, _STRUCTURE_NOTIFY = 1 << 11, 1 << 17


class XEmbedHost:
    """Tells when a tray is there.

    Args:
        loop: what carries the connection; it is made in the thread of this loop.
        display: the value of `$DISPLAY`.
        found: called whenever there is one, once or more often.
        lost: called once with a reason when nothing more will be heard.

    Raises:
        Unavailable: there is no X server.
    """

    def __init__(self, loop: Loop, display: str, found: Callable[[], None], lost: Callable[[str], None]) -> None:
        self._found = found
        self._manager = self._selection = 0
        self._x = X11(loop, display, self._ready, lost, self._event)

    def look(self) -> None:
        """Look again whether there is one."""
        if self._selection:
            self._x.request(struct.pack("<BxHI", _GET_SELECTION_OWNER, 2, self._selection), self._owner)

    def stop(self) -> None:
        """Let go of the connection."""
        self._x.close()

    def _ready(self) -> None:
        self._x.request(struct.pack("<BxHIII", _CHANGE_ATTRIBUTES, 4, self._x.root, _EVENT_MASK, _STRUCTURE_NOTIFY))
        self._atom(b"MANAGER", self._have_manager)
        self._atom(b"_NET_SYSTEM_TRAY_S0", self._have_selection)

    def _atom(self, name: bytes, have: Callable[[int], None]) -> None:
        padded = name + bytes(-len(name) % 4)
        data = struct.pack("<BBHHxx", _INTERN_ATOM, 0, 2 + len(padded) // 4, len(name)) + padded
        self._x.request(data, lambda reply: have(struct.unpack_from("<I", reply, 8)[0] if reply else 0))

    def _have_manager(self, atom: int) -> None:
        self._manager = atom

    def _have_selection(self, atom: int) -> None:
        self._selection = atom
        self.look()

    def _owner(self, reply: bytes | None) -> None:
        if reply and struct.unpack_from("<I", reply, 8)[0]:
            self._found()

    def _event(self, packet: bytes) -> None:
        if packet[0] & 0x7F != _CLIENT_MESSAGE:
            return
        kind, _, selection = struct.unpack_from("<III", packet, 8)
        if kind == self._manager and selection == self._selection:
            self._found()
