"""The tray menu as pystray has it, made anew from entries each time it is looked at."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from unkink.ports import Entry

if sys.platform == "linux":
    # pystray chooses a backend on import, and most of them need an X server or GTK; ours needs neither.
    os.environ.setdefault("PYSTRAY_BACKEND", "dummy")

from pystray import Menu, MenuItem

Entries = Callable[[], tuple[Entry, ...]]
"""Makes the entries as they must be now."""
Choose = Callable[[str, Mapping[str, str]], None]
"""Asks for a verb with its arguments."""


def menu(entries: Entries, choose: Choose) -> Any:
    """Return a pystray menu that shows these entries."""
    return Menu(lambda: _items(entries(), choose))


def activate(entries: Entries, choose: Choose) -> None:
    """Do what a click on the icon does."""
    for entry in entries():
        if entry.default:
            choose(entry.verb, entry.args)
            return


def _items(entries: tuple[Entry, ...], choose: Choose) -> Iterator[Any]:
    for entry in entries:
        if not entry.label:
            yield Menu.SEPARATOR
        elif entry.submenu:
            yield MenuItem(entry.label, Menu(*_items(entry.submenu, choose)))
        elif entry.verb:
            yield MenuItem(entry.label, _action(entry, choose), default=entry.default)
        else:
            yield MenuItem(entry.label, None, enabled=False)


def _action(entry: Entry, choose: Choose) -> Callable[[], None]:
    return lambda: choose(entry.verb, entry.args)
