"""Notifications by the freedesktop specification 1.2, over D-Bus."""

import logging
from typing import Any

from unkink.adapters.dbus.bus import Bus, Incoming
from unkink.adapters.dbus.link import Failure, Reply
from unkink.adapters.loop import Loop
from unkink.paths import icons
from unkink.ports import Fate, Health, Key, Note, NoteFate, Notifier, Post

log = logging.getLogger(__name__)

_NAME = "org.freedesktop.Notifications"
_TO = (_NAME, "/org/freedesktop/Notifications", _NAME)
_BUS = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
_DISMISSED = 2
"""The reason of NotificationClosed when the user closed it."""
_OPEN_MS = 120_000
"""How long an offer stays on the screen, where the server obeys; ours is withdrawn then anyway."""
_DRAWS_DEFAULT = ("Xfce Notify Daemon",)
"""Servers that draw the `default` action as one more button, by the name they give themselves."""


class FreedesktopNotifier(Notifier):
    """The desktop's notification server. Where there is none yet, it is waited for.

    Args:
        loop: what carries the bus.
        bus: the session bus.
        post: gets a `NoteFate` for all that happens.
    """

    def __init__(self, loop: Loop, bus: Bus, post: Post) -> None:
        self._loop, self._bus, self._post = loop, bus, post
        self._ids: dict[Key, int] = {}
        self._there = False
        self._server = ""
        self._abilities: frozenset[str] | None = None
        bus.subscribe({"interface": _NAME, "path": _TO[1]}, self._signal)
        bus.subscribe(
            {"interface": _BUS[2], "member": "NameOwnerChanged", "sender": _BUS[0], "arg0": _NAME}, self._owner
        )
        bus.listen(self._bus_changed)

    def health(self) -> Health:
        """Return whether a server is there."""
        reason, hint = "", ""
        if not self._bus.up:
            reason = self._bus.reason
        elif not self._there:
            reason, hint = "no notification server on the session bus", "install one, such as dunst"
        return Health("freedesktop", ok=not reason, reason=reason, hint=hint)

    def _show(self, note: Note) -> None:
        self._loop.call(lambda: self._ask_abilities(note))

    def _close(self, key: Key) -> None:
        self._loop.call(lambda: self._take_away(key))

    def stop(self) -> None:
        """Take everything away."""
        self._loop.call(self._take_all_away)

    # -- coming and going ---------------------------------------------------------------

    def _bus_changed(self) -> None:
        self._abilities = None
        if not self._bus.up:
            self._there = False
            self._all_gone()
            return
        self._bus.call(_BUS, "NameHasOwner", "s", (_NAME,), self._has_owner)

    def _has_owner(self, reply: Reply) -> None:
        if not isinstance(reply, Failure) and reply[0]:
            self._there = True
            return
        # A server that D-Bus can start is as good as there: the first notification starts it.
        self._bus.call(_BUS, "ListActivatableNames", done=self._activatable)

    def _activatable(self, reply: Reply) -> None:
        self._there = not isinstance(reply, Failure) and _NAME in reply[0]

    def _owner(self, signal: Incoming) -> None:
        owner = signal.body[2]
        self._abilities = None
        if owner:
            self._there = True
        else:
            self._all_gone()
            self._bus.call(_BUS, "ListActivatableNames", done=self._activatable)

    def _all_gone(self) -> None:
        keys, self._ids = list(self._ids), {}
        for key in keys:
            self._post(NoteFate(key, Fate.GONE))

    # -- showing --------------------------------------------------------------------------

    def _ask_abilities(self, note: Note) -> None:
        if not self._bus.up or not self._there:
            self._post(NoteFate(note.key, Fate.FAILED, reason=self.health().reason))
        elif self._abilities is not None:
            self._notify(note)
        else:

            def named(reply: Reply) -> None:
                self._server = "" if isinstance(reply, Failure) else str(reply[0])
                self._bus.call(_TO, "GetCapabilities", done=able)

            def able(reply: Reply) -> None:
                if isinstance(reply, Failure):
                    self._failed(note, reply)
                    return
                self._abilities = frozenset(reply[0])
                log.info("notification server: %s, %s", self._server, ", ".join(sorted(self._abilities)))
                self._notify(note)

            self._bus.call(_TO, "GetServerInformation", done=named)

    def _notify(self, note: Note) -> None:
        abilities = self._abilities or frozenset()
        actions: list[str] = []
        if "actions" in abilities:
            if note.buttons and self._server not in _DRAWS_DEFAULT:
                actions += ["default", note.buttons[0].label]
            for button in note.buttons:
                actions += [button.id, button.label]
        body = _as_markup(note.body) if "body-markup" in abilities else note.body
        hints: dict[str, tuple[str, Any]] = {
            "urgency": ("y", 0 if note.quiet else 1),
            "category": ("s", "x-unkink.break"),
            "desktop-entry": ("s", "unkink"),
        }
        if note.quiet:
            hints["transient"] = ("b", True)
        icon = icons("unkink-128.png")
        arguments = ("unkink", self._ids.get(note.key, 0), icon, note.title, body, actions, hints)
        timeout = -1 if note.quiet else _OPEN_MS

        def shown(reply: Reply) -> None:
            if isinstance(reply, Failure):
                self._failed(note, reply)
                return
            self._ids[note.key] = reply[0]
            self._post(NoteFate(note.key, Fate.SHOWN))

        self._bus.call(_TO, "Notify", "susssasa{sv}i", (*arguments, timeout), shown)

    def _failed(self, note: Note, failure: Failure) -> None:
        self._post(NoteFate(note.key, Fate.FAILED, reason=f"the notification server: {failure}"))

    def _take_all_away(self) -> None:
        for key in list(self._ids):
            self._take_away(key)

    def _take_away(self, key: Key) -> None:
        number = self._ids.pop(key, 0)
        if number:
            self._bus.call(_TO, "CloseNotification", "u", (number,))

    # -- hearing --------------------------------------------------------------------------

    def _signal(self, signal: Incoming) -> None:
        if signal.member not in ("ActionInvoked", "NotificationClosed") or len(signal.body) < 2:
            return
        number, word = signal.body[:2]
        key = next((key for key, known in self._ids.items() if known == number), None)
        if key is None:
            return  # not ours, or over: some servers say everything twice
        if signal.member == "ActionInvoked":
            # It stays ours until it is closed: a server may keep it open, and its closing then means nothing more.
            self._take_away(key)
            button = "" if word == "default" else str(word)
            self._post(NoteFate(key, Fate.PRESSED, button=button))
        else:
            del self._ids[key]
            self._post(NoteFate(key, Fate.DISMISSED if word == _DISMISSED else Fate.GONE))


def _as_markup(text: str) -> str:
    """Return a text as the markup that shows it. `html.escape` would bring half a megabyte of entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
