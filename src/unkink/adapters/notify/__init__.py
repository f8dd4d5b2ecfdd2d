"""Notifications: the notifiers there are, and the choice between them."""

import sys
from typing import TYPE_CHECKING

from unkink.adapters.candidates import Candidates, Lost, Maker
from unkink.adapters.loop import Loop
from unkink.adapters.notify.null import NullNotifier
from unkink.errors import Unavailable
from unkink.ports import Fate, Health, Key, Note, NoteFate, Notifier, Post, Told

if TYPE_CHECKING:
    from unkink.adapters.dbus.bus import Bus


class Notifications(Notifier):
    """The notifier in charge.

    Args:
        loop: what carries them.
        bus: the session bus; None where there is no such thing.
        post: gets what became of each notification.
        wanted: `auto`, or a notifier's name.
    """

    def __init__(self, loop: Loop, bus: "Bus | None", post: Post, wanted: str) -> None:
        self._loop, self._post = loop, post
        makers: list[tuple[str, Maker[Notifier]]] = [
            ("freedesktop", lambda _: self._freedesktop(bus)),
            ("plyer", self._plyer),
            ("none", lambda _: NullNotifier(self._heard, "nothing here shows notifications")),
        ]
        self._candidates = Candidates(loop, "notifier", makers, wanted, lambda _: None)
        loop.call(self._candidates.start)

    def health(self) -> Health:
        """Return how the one in charge does."""
        return self._candidates.health()

    def _show(self, note: Note) -> None:
        self._loop.call(lambda: self._current().show(note))

    def _close(self, key: Key) -> None:
        self._loop.call(lambda: self._current().close(key))

    def stop(self) -> None:
        """Let go of it."""
        self._loop.call(self._candidates.stop)

    def _current(self) -> Notifier:
        return self._candidates.current or NullNotifier(self._heard, "not started yet")

    def _heard(self, told: Told) -> None:
        if isinstance(told, NoteFate) and told.fate is Fate.FAILED and self._candidates.health().ok:
            self._loop.call(lambda: self._candidates.failed(told.reason))
        self._post(told)

    def _freedesktop(self, bus: "Bus | None") -> Notifier:
        if bus is None:
            raise Unavailable("no D-Bus on this platform")
        from unkink.adapters.notify.freedesktop import FreedesktopNotifier  # noqa: PLC0415  only where there is D-Bus

        return FreedesktopNotifier(self._loop, bus, self._heard)

    def _plyer(self, lost: Lost) -> Notifier:
        from unkink.adapters.notify.plyer_ import PlyerNotifier  # noqa: PLC0415  only as a last resort

        if sys.platform == "darwin":
            raise Unavailable("plyer shows nothing on macOS outside a signed bundle")
        return PlyerNotifier(self._loop, self._heard, lost)
