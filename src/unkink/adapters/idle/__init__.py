"""Whether there is input: the sources there are, and the choice between them."""

import os
import sys
from collections.abc import Callable

from unkink.adapters.candidates import Candidates, Maker
from unkink.adapters.idle.null import NullIdle
from unkink.adapters.loop import Loop
from unkink.domain.units import Seconds
from unkink.errors import Unavailable
from unkink.ports import Health, IdleSource, Post


class Idle(IdleSource):
    """The idle source in charge. A threshold set once holds for whichever comes after it.

    Args:
        loop: what carries the sources.
        post: gets what they report.
        wanted: `auto`, or a source's name.
    """

    def __init__(self, loop: Loop, post: Post, wanted: str) -> None:
        self._loop = loop
        self._threshold: Seconds | None = None
        self._candidates = Candidates(loop, "idle source", _makers(loop, post), wanted, self._rearm)
        loop.call(self._candidates.start)

    def health(self) -> Health:
        """Return how the one in charge does."""
        return self._candidates.health()

    def _arm(self, threshold: Seconds) -> None:
        def set_it() -> None:
            self._threshold = threshold
            if self._candidates.current is not None:
                self._candidates.current.arm(threshold)

        self._loop.call(set_it)

    def stop(self) -> None:
        """Let go of it."""
        self._loop.call(self._candidates.stop)

    def _rearm(self, source: IdleSource) -> None:
        if self._threshold is not None:
            source.arm(self._threshold)


def _makers(loop: Loop, post: Post) -> list[tuple[str, Maker[IdleSource]]]:
    reason = "nothing here tells whether there is input"
    return [("x11", lambda lost: _x11(loop, post, lost)), ("none", lambda _: NullIdle(post, reason))]


def _x11(loop: Loop, post: Post, lost: Callable[[str], None]) -> IdleSource:
    if sys.platform != "linux":
        raise Unavailable("not on this platform")
    if os.environ.get("WAYLAND_DISPLAY"):
        raise Unavailable("under Wayland an X server only sees its own windows")
    from unkink.adapters.idle.x11 import X11Idle  # noqa: PLC0415  only where it may work

    return X11Idle(loop, os.environ.get("DISPLAY", ""), post, lost)
