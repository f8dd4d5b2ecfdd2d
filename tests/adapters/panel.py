"""A panel of our own on a real session bus: StatusNotifierWatcher and host in one.

It looks at an icon when the icon says that something changed, as real panels do, and never in between. It reads a menu
again only where the answer to AboutToShow says so and the new layout was announced: xfce4-panel wants both.
"""

import contextlib
import threading

from jeepney import (
    DBusAddress,
    DBusErrorResponse,
    HeaderFields,
    MessageType,
    message_bus,
    new_method_call,
    new_method_return,
)
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import unwrap_msg

from tests.suites.tray import Row, Seen
from tests.waiting import wait_for

WATCHER = "org.kde.StatusNotifierWatcher"
ITEM, ITEM_PATH = "org.kde.StatusNotifierItem", "/StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
PROPERTIES = "org.freedesktop.DBus.Properties"
SHOWN_BY = {"NewIcon": "IconPixmap", "NewTitle": "Title", "NewToolTip": "ToolTip", "NewStatus": "Status"}
"""What each signal of an icon says has changed."""


class Panel:
    """The panel; it shows one icon.

    Args:
        address: the session bus.
    """

    def __init__(self, address):
        self._ears, self._eyes, self._hands = (open_dbus_connection(address) for _ in range(3))
        self.service = ""
        self.properties: dict[str, object] = {}
        self.layout: tuple[object, ...] = ()
        self.announced = 0
        self.statuses: list[tuple[str, str]] = []
        """The status that each NewStatus said, and the one that was found then: some panels believe it, some ask."""
        self._stopped = threading.Event()
        for rule in (f"interface='{ITEM}'", f"interface='{MENU}'", "member='NameOwnerChanged'"):
            self._ears.send_and_get_reply(message_bus.AddMatch(f"type='signal',{rule}"))
        self._ears.send_and_get_reply(message_bus.RequestName(WATCHER))
        self._thread = threading.Thread(target=self._run, name="panel", daemon=True)
        self._thread.start()

    def stop(self):
        """Leave the bus."""
        self._stopped.set()
        self._thread.join(5)
        for connection in (self._ears, self._eyes, self._hands):
            connection.close()

    # -- what a user sees and does -------------------------------------------------------------

    @property
    def shows(self):
        """Whether the icon is there."""
        return bool(self.service) and self.properties.get("Status") in ("Active", "NeedsAttention")

    def seen(self):
        """Return what the icon looks like."""
        pictures = tuple((width, height, bytes(data)) for width, height, data in self.properties["IconPixmap"])
        attention = self.properties["Status"] == "NeedsAttention"
        return Seen(pictures, self.properties["ToolTip"][3], attention)

    def open_menu(self):
        """Open the menu and return it."""
        announced = self.announced
        if self._call(self._hands, MENU, "AboutToShow", "i", (0,))[0]:
            wait_for(lambda: self.announced > announced, name="LayoutUpdated")
            self._read_menu(self._hands)
        return tuple(_row(node) for _, node in self.layout[2])

    def pick(self, *labels):
        """Click on an entry of the open menu."""
        node = self.layout
        for label in labels:
            node = next(below for _, below in node[2] if _label(below) == label)
        self._call(self._hands, MENU, "Event", "isvu", (node[0], "clicked", ("s", ""), 0))

    def click(self):
        """Click on the icon: where the item says that it is only a menu, that opens it."""
        if not self.properties["ItemIsMenu"]:
            self._call(self._hands, ITEM, "Activate", "ii", (12, 18))

    # -- inside -----------------------------------------------------------------------------

    def _call(self, connection, interface, method, signature="", body=()):
        path = self.properties["Menu"] if interface == MENU else ITEM_PATH
        address = DBusAddress(path, bus_name=self.service, interface=interface)
        message = new_method_call(address, method, signature or None, body)
        return unwrap_msg(connection.send_and_get_reply(message, timeout=5))

    def _read_menu(self, connection):
        _, self.layout = self._call(connection, MENU, "GetLayout", "iias", (0, -1, []))

    def _run(self):
        while not self._stopped.is_set():
            try:
                message = self._ears.receive(timeout=0.05)
            except TimeoutError:
                continue
            fields = message.header.fields
            with contextlib.suppress(DBusErrorResponse):  # an icon may go while it is looked at
                if message.header.message_type is MessageType.method_call:
                    self._answer(message, fields)
                elif message.header.message_type is MessageType.signal:
                    self._signal(fields[HeaderFields.member], message.body)

    def _answer(self, message, fields):
        if fields[HeaderFields.member] == "RegisterStatusNotifierItem":
            self._ears.send(new_method_return(message))
            self.service = message.body[0]
            (found,) = self._call(self._eyes, PROPERTIES, "GetAll", "s", (ITEM,))
            self.properties = {key: value for key, (_, value) in found.items()}
            self._read_menu(self._eyes)

    def _signal(self, member, body):
        if member == "NameOwnerChanged":
            if body[0] == self.service and not body[2]:
                self.service = ""
        elif member == "LayoutUpdated":
            self.announced += 1
        elif self.service and (name := SHOWN_BY.get(member)):
            ((_, value),) = self._call(self._eyes, PROPERTIES, "Get", "ss", (ITEM, name))
            self.properties = {**self.properties, name: value}
            if member == "NewStatus":
                self.statuses.append((body[0], value))


def _label(node):
    return node[1].get("label", ("s", ""))[1].replace("__", "\0").replace("_", "").replace("\0", "_")


def _row(node):
    _, properties, below = node
    separator = properties.get("type", ("s", ""))[1] == "separator"
    can_be_picked = not separator and properties.get("enabled", ("b", True))[1]
    return Row(_label(node), can_be_picked, tuple(_row(child) for _, child in below))
