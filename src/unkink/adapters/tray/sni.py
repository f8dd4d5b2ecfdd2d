"""The tray icon as a StatusNotifierItem: what KDE, Xfce, LXQt, waybar and GNOME's extension show.

A pystray icon without GTK: its menu and items are pystray's, the rest speaks D-Bus over the loop. Where no panel
watches yet it waits, and it registers again whenever one comes. Specification: freedesktop.org, StatusNotifierItem 0.1.
"""

import logging
import os
from collections.abc import Callable
from typing import Any

from unkink.adapters.dbus.bus import Bus, Incoming
from unkink.adapters.dbus.link import Failure, Reply
from unkink.adapters.loop import Loop
from unkink.adapters.tray.dbusmenu import INTERFACE as MENU
from unkink.adapters.tray.dbusmenu import PROPERTIES, DBusMenu, Variant
from unkink.adapters.tray.menu import Choose, Entries, activate, menu
from unkink.adapters.tray.picture import SIZES, load, name
from unkink.ports import Face, Health, Tray

from pystray import _base  # isort: skip  after menu.py, which chooses pystray's backend

log = logging.getLogger(__name__)

_BUS = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
_WATCHER = "org.kde.StatusNotifierWatcher"
_TO_WATCHER = (_WATCHER, "/StatusNotifierWatcher", _WATCHER)
_ITEM, _ITEM_PATH, _MENU_PATH = "org.kde.StatusNotifierItem", "/StatusNotifierItem", "/MenuBar"
_XML = """<!DOCTYPE node PUBLIC "-//freedesktop//DTD D-BUS Object Introspection 1.0//EN"
"http://www.freedesktop.org/standards/dbus/1.0/introspect.dtd"><node><interface name="org.kde.StatusNotifierItem">
%s<method name="Activate"><arg type="i" direction="in"/><arg type="i" direction="in"/></method>
<method name="SecondaryActivate"><arg type="i" direction="in"/><arg type="i" direction="in"/></method>
<method name="ContextMenu"><arg type="i" direction="in"/><arg type="i" direction="in"/></method>
<method name="Scroll"><arg type="i" direction="in"/><arg type="s" direction="in"/></method></interface></node>"""


class Icon(_base.Icon):  # type: ignore[misc]  # pystray has no types
    """pystray's icon over D-Bus. Its `icon` is a list of (size, size, ARGB)."""

    HAS_MENU = HAS_DEFAULT_ACTION = HAS_MENU_RADIO = True
    HAS_NOTIFICATION = False

    def __init__(self, loop: Loop, bus: Bus, pictures: object, menu_: object, activated: Callable[[], None]) -> None:
        super().__init__("unkink", pictures, "unkink", menu_)
        self._loop, self._bus, self._activated = loop, bus, activated
        self.attention = False
        self._menu_server = DBusMenu(menu_, self._chosen, self._layout_changed)

    # -- what pystray asks of a backend -----------------------------------------------

    def _run_detached(self) -> None:
        self._bus.serve(_ITEM_PATH, self._answer)
        self._bus.serve(_MENU_PATH, self._menu_server.answer)
        self._mark_ready()

    def _show(self) -> None:
        """Nothing yet: the icon counts as visible only afterwards, and the status must say what holds."""

    def _hide(self) -> None:
        """As for `_show`."""

    def _stop(self) -> None:
        self._visible = False
        self.update_status()

    def _update_icon(self) -> None:
        self._icon_valid = True
        self._signal("NewIcon")

    def _update_title(self) -> None:
        self._signal("NewTitle")
        self._signal("NewToolTip")

    def _update_menu(self) -> None:
        """The menu is made anew when it opens; one that is open is left alone."""

    # -- D-Bus ----------------------------------------------------------------------------

    def update_status(self) -> None:
        """Tell the panel whether the icon is there and whether it wants to be seen."""
        self._signal("NewStatus", "s", (self._status(),))

    def _status(self) -> str:
        return ("NeedsAttention" if self.attention else "Active") if self._visible else "Passive"

    def _signal(self, member: str, signature: str = "", body: tuple[object, ...] = ()) -> None:
        self._loop.call(lambda: self._bus.emit(_ITEM_PATH, _ITEM, member, signature, body))

    def _layout_changed(self, revision: int) -> None:
        self._bus.emit(_MENU_PATH, MENU, "LayoutUpdated", "ui", (revision, 0))

    def _chosen(self, item: Any) -> None:
        item(self)

    def _properties(self) -> dict[str, Variant]:
        return {
            "Category": ("s", "ApplicationStatus"),
            "Id": ("s", self.name),
            "Title": ("s", "unkink"),
            "Status": ("s", self._status()),
            "WindowId": ("i", 0),
            "IconName": ("s", ""),
            "IconPixmap": ("a(iiay)", self._icon),
            # Qt hosts complain of each of these that is missing.
            "OverlayIconName": ("s", ""),
            "OverlayIconPixmap": ("a(iiay)", []),
            "AttentionIconName": ("s", ""),
            "AttentionIconPixmap": ("a(iiay)", self._icon),
            "AttentionMovieName": ("s", ""),
            "ToolTip": ("(sa(iiay)ss)", ("", [], "unkink", self.title)),
            # xfce4-panel takes a missing one for true, and then a left click never activates.
            "ItemIsMenu": ("b", False),
            "Menu": ("o", _MENU_PATH),
        }

    def _answer(self, call: Incoming) -> tuple[str, tuple[Any, ...]]:
        if call.interface == PROPERTIES:
            if call.member == "GetAll":
                return "a{sv}", (self._properties(),)
            return "v", (self._properties()[call.body[1]],)
        if call.member == "Introspect":
            rows = (f'<property name="{k}" type="{v[0]}" access="read"/>' for k, v in self._properties().items())
            return "s", (_XML % "".join(rows),)
        if call.member in ("Activate", "SecondaryActivate"):
            self._activated()
        elif call.member not in ("ContextMenu", "Scroll"):
            raise LookupError(call.member)
        return "", ()


class SniTray(Tray):
    """The tray of a StatusNotifier host.

    Args:
        loop: what carries the bus.
        bus: the session bus.
        entries: makes the menu.
        choose: gets what was clicked.
        theme: `light` or `dark`, as the panel is; `any` where nobody knows.
        changed: called when it found a host or lost it.
    """

    def __init__(
        self, loop: Loop, bus: Bus, entries: Entries, choose: Choose, theme: str, changed: Callable[[], None]
    ) -> None:
        self._loop, self._bus, self._theme, self._changed = loop, bus, theme, changed
        self._face: Face | None = None
        self._reason = "waiting for the session bus"
        self._stopped = False
        self._own = f"{_ITEM}-{os.getpid()}-1"
        self._icon = Icon(loop, bus, [], menu(entries, choose), lambda: activate(entries, choose))
        bus.subscribe(
            {"interface": _BUS[2], "member": "NameOwnerChanged", "sender": _BUS[0], "arg0": _WATCHER}, self._watcher
        )
        bus.listen(self._bus_changed)

    def health(self) -> Health:
        """Return whether a host shows the icon."""
        reason = self._reason if self._bus.up else self._bus.reason
        hint = "on GNOME, enable the AppIndicator extension" if reason and self._bus.up else ""
        return Health("statusnotifier", ok=not reason, reason=reason, hint=hint)

    def _update(self, face: Face) -> None:
        self._loop.call(lambda: self._set(face))

    def stop(self) -> None:
        """Take the icon away."""

        def stop() -> None:
            self._stopped = True
            self._icon.stop()
            self._bus.call(_BUS, "ReleaseName", "s", (self._own,))

        self._loop.call(stop)

    def _set(self, face: Face) -> None:
        if self._stopped:
            return
        before, self._face = self._face, face
        if before is None or (before.glyph, before.ring) != (face.glyph, face.ring):
            pictures = [load(name(face), size, self._theme) for size in SIZES]
            self._icon.icon = [(picture.size, picture.size, picture.argb()) for picture in pictures]
        self._icon.title = face.title
        attention, self._icon.attention = self._icon.attention, face.attention
        if before is None:
            # Not in pystray's own thread, as it would without a set-up of ours: that comes too late or too early.
            self._icon.run_detached(lambda _: None)
            self._icon.visible = True
            self._icon.update_status()
            self._bus_changed()
        elif attention != face.attention:
            self._icon.update_status()

    def _bus_changed(self) -> None:
        if not self._bus.up:
            self._set_reason(self._bus.reason)
        elif self._face is not None:
            # The item is served by now: whoever hears of it may ask at once.
            self._bus.call(_BUS, "RequestName", "su", (self._own, 0))
            self._register()

    def _watcher(self, signal: Incoming) -> None:
        if signal.body[2]:
            self._register()
        else:
            self._set_reason("no panel shows tray icons")

    def _register(self) -> None:
        self._bus.call(_TO_WATCHER, "RegisterStatusNotifierItem", "s", (self._own,), self._registered)

    def _registered(self, reply: Reply) -> None:
        if isinstance(reply, Failure):
            unknown = reply.name.endswith(("ServiceUnknown", "NameHasNoOwner"))
            self._set_reason("no panel shows tray icons" if unknown else f"the panel: {reply}")
        else:
            self._set_reason("")

    def _set_reason(self, reason: str) -> None:
        if reason != self._reason:
            self._reason = reason
            log.info("tray: %s", reason or "registered with the panel")
            self._changed()
