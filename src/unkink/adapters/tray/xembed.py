"""The tray icon in an old-style (XEmbed) tray: pystray's xorg icon, repaired.

As it comes it selects no button presses, docks only where a tray is there already, paints black where it should be
transparent, waits for its own thread whenever anything changes, and leaves a thread behind. It has no menu: a click
does what the default entry does. python-xlib and this thread are there only while such a tray is.
"""

import contextlib
import logging
import queue
import select
import socket
import threading
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import Xlib.error
import Xlib.X
from pystray import _xorg

from unkink.adapters.tray.menu import Choose, Entries, menu
from unkink.adapters.tray.picture import Picture, load, name, over
from unkink.errors import Unavailable
from unkink.ports import Face, Health, Tray

log = logging.getLogger(__name__)

_SIZES = (16, 22, 24, 32, 48, 64)


class Icon(_xorg.Icon):  # type: ignore[misc]  # pystray has no types
    """pystray's icon in an XEmbed tray. Its `icon` returns the picture that fits a number of pixels.

    Args:
        picture: makes the picture.
        menu_: the menu, of which the default entry is done by a click.
        docked: called when it was docked or lost its tray, in the icon's thread.
    """

    _systray_manager: Any

    def __init__(self, picture: Callable[[int], Picture], menu_: object, docked: Callable[[], None]) -> None:
        self._jobs: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._inside, self._outside = socket.socketpair()
        self._outside.setblocking(False)
        self.over = False
        super().__init__("unkink", picture, "unkink", menu_)
        self._docked = docked
        self._root = self._display.screen().root
        mask = Xlib.X.ExposureMask | Xlib.X.StructureNotifyMask
        self._window.change_attributes(
            event_mask=mask | Xlib.X.ButtonPressMask, background_pixmap=Xlib.X.ParentRelative
        )
        # A tray that comes later says so on the root window.
        self._root.change_attributes(event_mask=Xlib.X.StructureNotifyMask)
        self._manager_atom = self._display.intern_atom("MANAGER")
        self._display.flush()

    def __del__(self) -> None:
        """Leave no word behind where the display went first."""
        with contextlib.suppress(AttributeError, Xlib.error.ConnectionClosedError, OSError):
            self._display.close()

    @property
    def in_tray(self) -> bool:
        """Whether a tray holds it."""
        return self._systray_manager is not None

    # -- its thread ------------------------------------------------------------------------

    def _run_detached(self) -> None:
        threading.Thread(target=self._run, name="tray", daemon=True).start()

    def _rewrite_implementation(self, *methods: Any) -> None:
        """Have what others call done in the icon's thread, later. pystray would wait for it, perhaps for ever.

        No other thread may touch the display: python-xlib loses the reply that one waits for when another sends.
        """
        for method in methods:
            setattr(self, method.__name__, partial(self._hand_over, method))
        self._message_handlers[Xlib.X.ClientMessage] = self._on_client_message

    def _hand_over(self, method: Callable[[], None]) -> None:
        self._jobs.put(method)
        with contextlib.suppress(OSError):  # full: it is awake already; closed: it has ended
            self._outside.send(b"\0")

    def _events(self) -> Iterator[Any]:
        while True:
            while self._display.pending_events():
                yield self._display.next_event()
            ready, _, _ = select.select([self._display.fileno(), self._inside], [], [])
            if self._inside in ready:
                self._inside.recv(4096)
                while not self._jobs.empty():
                    self._jobs.get()()

    def _mainloop(self) -> None:
        try:
            for event in self._events():
                if event.type == Xlib.X.DestroyNotify and event.window == self._window:
                    break
                self._message_handlers.get(event.type, lambda _: None)(event)
        except Exception as error:  # noqa: BLE001  python-xlib trips over a lost connection in many ways
            log.warning("the tray icon lost its display: %s", error)
        self._systray_manager, self._running = None, False
        self.over = True
        self._inside.close()
        self._outside.close()
        self._docked()

    def _on_client_message(self, event: Any) -> None:
        if event.client_type == self._manager_atom and event.data[1][1] == self._net_system_tray_sx:
            self._dock_window()

    def _update_title(self) -> None:
        """Set the name of the window. The old property takes Latin-1 and no more (ICCCM 4.1.2.1)."""
        name = self._display.intern_atom("_NET_WM_NAME")
        self._window.change_property(name, self._display.intern_atom("UTF8_STRING"), 8, self.title.encode())
        self._window.set_wm_name(self.title.encode("latin-1", "replace").decode("latin-1"))
        self._display.flush()

    # -- its tray --------------------------------------------------------------------------

    def _on_destroy_notify(self, event: Any) -> None:
        if self._systray_manager is not None and event.window.id == self._systray_manager.id:
            self._systray_manager = None  # the next MANAGER message docks us again
            self._docked()

    def _assert_docked(self) -> None:
        if self._systray_manager is None:
            self._dock_window()  # no tray yet is no error

    def _dock_window(self) -> None:
        super()._dock_window()
        self._docked()

    def _draw(self) -> None:
        """Lay the picture over what the tray has behind it."""
        try:
            box = self._window.get_geometry()
            side = min(box.width, box.height)
            if side < min(_SIZES):
                return  # not embedded yet
            picture = self._icon(side)
            left, top = (box.width - picture.size) // 2, (box.height - picture.size) // 2
            self._window.clear_area()
            area = (left, top, picture.size, picture.size, Xlib.X.ZPixmap)
            below = self._window.get_image(*area, 0xFFFFFFFF)
            self._window.put_image(self._gc, *area, box.depth, 0, over(picture, below.data))
        except (Xlib.error.BadDrawable, Xlib.error.BadMatch):
            log.debug("the tray icon is not visible now")


class XEmbedTray(Tray):
    """The tray of an XEmbed host.

    Args:
        entries: makes the menu, of which only the default entry can be reached.
        choose: gets what was clicked.
        theme: `light` or `dark`, as the panel is; `any` where nobody knows.
        changed: called when it was docked or lost its tray.

    Raises:
        Unavailable: there is no X server.
    """

    def __init__(self, entries: Entries, choose: Choose, theme: str, changed: Callable[[], None]) -> None:
        self._theme = theme
        self._face: Face | None = None
        try:
            self._icon = Icon(self._picture, menu(entries, choose), changed)
        except (Xlib.error.DisplayError, OSError) as error:
            raise Unavailable(f"no X server: {error}") from error

    @property
    def over(self) -> bool:
        """Whether it can't come back: its window went with its tray, or the display is lost."""
        return self._icon.over

    def health(self) -> Health:
        """Return whether a tray holds the icon."""
        docked = self._icon.in_tray
        return Health("xembed", ok=docked, reason="" if docked else "no tray is there")

    def _update(self, face: Face) -> None:
        before, self._face = self._face, face
        if before is None:
            # Not in pystray's own thread, as it would without a set-up of ours: a title before that would be lost.
            self._icon.run_detached(lambda _: None)
            self._icon.visible = True
        elif (before.glyph, before.ring) != (face.glyph, face.ring):
            self._icon.icon = self._picture  # the same function, drawn anew
        if before is None or before.title != face.title:
            self._icon.title = face.title

    def stop(self) -> None:
        """Take the icon away."""
        if not self._icon.over:
            self._icon.stop()

    def _picture(self, side: int) -> Picture:
        assert self._face is not None  # noqa: S101  it is shown only with a face
        size = max(size for size in _SIZES if size <= side)
        return load(name(self._face), size, self._theme)
