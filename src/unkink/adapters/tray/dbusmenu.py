"""com.canonical.dbusmenu: a pystray menu as the panel reads it. Protocol version 3 (libdbusmenu's dbus-menu.xml)."""

from collections.abc import Callable
from typing import Any

from pystray import Menu

from unkink.adapters.dbus.bus import Incoming

INTERFACE = "com.canonical.dbusmenu"
PROPERTIES = "org.freedesktop.DBus.Properties"

Variant = tuple[str, Any]

_OWN: dict[str, Variant] = {
    "Version": ("u", 3),
    "TextDirection": ("s", "ltr"),
    "Status": ("s", "normal"),
    "IconThemePath": ("as", []),
}


class DBusMenu:
    """Answers a panel that asks for the menu.

    Args:
        menu: the pystray menu; its items are made anew whenever the panel is about to show it.
        clicked: called with the item that was chosen.
        changed: called with a revision when the layout changed.
    """

    def __init__(self, menu: Any, clicked: Callable[[Any], None], changed: Callable[[int], None]) -> None:
        self._menu, self._clicked, self._changed = menu, clicked, changed
        self._revision = 1
        self._props: dict[int, dict[str, Variant]] = {}
        self._children: dict[int, list[int]] = {}
        self._items: dict[int, Any] = {}

    def refresh(self) -> bool:
        """Make the items anew; whether anything changed. Item numbers stay for as long as the shape does."""
        before = self._props
        self._props, self._children, self._items = {0: {"children-display": ("s", "submenu")}}, {0: []}, {}
        self._add(0, self._menu)
        if before == self._props:
            return False
        self._revision += 1
        self._changed(self._revision)
        return True

    def answer(self, call: Incoming) -> tuple[str, tuple[Any, ...]]:
        """Answer a call to the menu's object.

        Raises:
            LookupError: there is no such method or property.
        """
        if call.interface == PROPERTIES:
            if call.member == "GetAll":
                return "a{sv}", (_OWN,)
            return "v", (_OWN[call.body[1]],)
        match call.member:
            case "GetLayout":
                parent, depth, _ = call.body
                self._props or self.refresh()
                return "u(ia{sv}av)", (self._revision, self._node(parent, depth))
            case "GetGroupProperties":
                wanted = call.body[0] or list(self._props)
                return "a(ia{sv})", ([(number, self._props[number]) for number in wanted if number in self._props],)
            case "GetProperty":
                return "v", (self._props[call.body[0]][call.body[1]],)
            case "Event":
                self._event(call.body[0], call.body[1])
                return "", ()
            case "EventGroup":
                for number, event, _, _ in call.body[0]:
                    self._event(number, event)
                return "ai", ([],)
            case "AboutToShow":
                # xfce4-panel shows old labels unless it hears of the new layout and is told so in the answer.
                return "b", (self.refresh(),)
            case "AboutToShowGroup":
                return "aiai", (call.body[0] if self.refresh() else [], [])
        raise LookupError(call.member)

    def _add(self, parent: int, menu: Any) -> None:
        for item in menu:
            number = len(self._props)
            self._children[parent].append(number)
            self._children[number], self._items[number] = [], item
            if item is Menu.SEPARATOR:
                self._props[number] = {"type": ("s", "separator")}
                continue
            # A single underscore would mark the letter behind it.
            label = ("s", item.text.replace("_", "__"))
            props: dict[str, Variant] = {"label": label, "enabled": ("b", bool(item.enabled))}
            if item.checked is not None:
                props["toggle-type"] = ("s", "radio" if item.radio else "checkmark")
                props["toggle-state"] = ("i", int(item.checked))
            self._props[number] = props
            if item.submenu is not None:
                props["children-display"] = ("s", "submenu")
                self._add(number, item.submenu)

    def _node(self, number: int, depth: int) -> tuple[Any, ...]:
        below = [] if depth == 0 else [("(ia{sv}av)", self._node(child, depth - 1)) for child in self._children[number]]
        return (number, self._props[number], below)

    def _event(self, number: int, event: str) -> None:
        item = self._items.get(number)
        if event == "clicked" and item is not None and item.submenu is None and item.enabled:
            self._clicked(item)
