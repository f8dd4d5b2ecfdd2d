"""Notifications through plyer: title and text, no buttons, no word of what became of them. The last resort.

plyer blocks for as long as whatever it calls does, so it works in a thread with a limit. Windows takes 63 and 255
UTF-16 units of title and text, and plyer fails there in a thread of its own beyond that, so both are clipped.
"""

import logging
import os
import shutil
import sys
import threading
import warnings
from collections.abc import Callable

from unkink.adapters.loop import Loop
from unkink.domain.units import Seconds
from unkink.errors import Unavailable
from unkink.ports import Fate, Health, Key, Note, NoteFate, Notifier, Post

log = logging.getLogger(__name__)

LIMIT: Seconds = 5.0
"""How long plyer may take; a thread that takes longer is left behind, and plyer is not asked again."""
TITLE_UNITS, BODY_UNITS = 63, 255


class PlyerNotifier(Notifier):
    """plyer, in a thread with a limit.

    Args:
        loop: for the limit.
        post: gets what became of each.
        lost: called when plyer hangs.

    Raises:
        Unavailable: plyer has nothing to work with.
    """

    def __init__(self, loop: Loop, post: Post, lost: Callable[[str], None]) -> None:
        if sys.platform == "linux":
            if not (os.environ.get("DBUS_SESSION_BUS_ADDRESS") or os.environ.get("XDG_RUNTIME_DIR")):
                raise Unavailable("no D-Bus session bus")
            if shutil.which("notify-send") is None:
                raise Unavailable("notify-send is not installed", "apt install libnotify-bin")
        self._loop, self._post, self._lost = loop, post, lost

    def health(self) -> Health:
        """Return that it works, as far as anybody can tell."""
        return Health("plyer", ok=True, reason="no buttons: answer in the menu of the icon")

    def _show(self, note: Note) -> None:
        done = threading.Event()

        def work() -> None:
            try:
                _notify(clip(note.title, TITLE_UNITS), clip(note.body, BODY_UNITS))
            except Exception as error:
                log.exception("plyer failed")
                fate = NoteFate(note.key, Fate.FAILED, reason=f"plyer: {error}")
            else:
                fate = NoteFate(note.key, Fate.SHOWN)
            if not done.is_set():
                done.set()
                self._post(fate)

        def check() -> None:
            if not done.is_set():
                done.set()
                self._post(NoteFate(note.key, Fate.FAILED, reason="plyer does not come back"))
                self._lost(f"it did not come back within {LIMIT:g} s")

        threading.Thread(target=work, name="plyer", daemon=True).start()
        self._loop.call(lambda: self._loop.later(LIMIT, check))

    def _close(self, key: Key) -> None:
        """Nothing is known of it any more; it goes by itself."""

    def stop(self) -> None:
        """Nothing runs."""


def clip(text: str, units: int) -> str:
    """Return a text of at most so many UTF-16 units, with an ellipsis where it was cut."""
    data = text.encode("utf-16-le")
    if len(data) <= 2 * units:
        return text
    return data[: 2 * (units - 1)].decode("utf-16-le", errors="ignore") + "…"


def _notify(title: str, body: str) -> None:
    from plyer import notification  # noqa: PLC0415  only as a last resort

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of what it lacks each time
        notification.notify(title=title, message=body, app_name="unkink", timeout=10)
