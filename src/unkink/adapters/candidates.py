"""Several ways to do one thing: the first that works is in charge, and why each other is not, is kept.

One that gives up is replaced by the next; one that fails three times in a minute is made to give up. Every ten minutes
those before it are tried again.
"""

import logging
from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from unkink.adapters.loop import Loop, Timer
from unkink.domain.units import MINUTE, Seconds
from unkink.errors import Unavailable
from unkink.ports import Health

log = logging.getLogger(__name__)

RETRY: Seconds = 10 * MINUTE
"""How long until what did not work is tried again."""
FAILURES = 3
"""How many failures within a minute are too many."""


class Candidate(Protocol):
    """What can be in charge."""

    def health(self) -> Health:
        """Return whether it works."""

    def stop(self) -> None:
        """Let go; may be called twice."""


P = TypeVar("P", bound=Candidate)
Lost = Callable[[str], None]
Maker = Callable[[Lost], P]
"""Makes a candidate; raises Unavailable where it can't work. It calls what it is given, once, when it gives up."""


class Candidates(Generic[P]):
    """The candidates for one port, best first. Used in the loop's thread, `health` in any.

    Args:
        loop: for the retries.
        what: the port's name, for the log.
        makers: name and maker of each; the last never fails.
        wanted: `auto`, or the name of the only one besides the last that may be used.
        changed: called with the one that is in charge from now on.
        busy: returns whether the one in charge is in the middle of something: then no better one is tried.
    """

    def __init__(
        self,
        loop: Loop,
        what: str,
        makers: Sequence[tuple[str, Maker[P]]],
        wanted: str,
        changed: Callable[[P], None],
        busy: Callable[[], bool] = lambda: False,
    ) -> None:
        self._loop, self._what, self._changed, self._busy = loop, what, changed, busy
        names = [name for name, _ in makers]
        self._tried: dict[str, str] = {}
        if wanted in names:
            makers = [(name, maker) for name, maker in makers if name in (wanted, names[-1])]
        elif wanted != "auto":
            self._tried[wanted] = f"there is no such {what}; there are {', '.join(names)}"
        self._makers = makers
        self._index = -1
        self._failures: list[Seconds] = []
        self._timer: Timer | None = None
        self.current: P | None = None

    def start(self) -> None:
        """Put the first that works in charge."""
        self._advance(0)

    def stop(self) -> None:
        """Let go of the one in charge."""
        if self._timer:
            self._timer.cancel()
        if self.current is not None:
            self.current.stop()
        self._index = len(self._makers)

    def health(self) -> Health:
        """Return how the one in charge does, and why those before it are not."""
        current = self.current
        if current is None:
            return Health("none", ok=False, reason="not started yet")
        found = current.health()
        return Health(found.name, found.ok, found.reason, found.hint, {**self._tried, **found.tried})

    def failed(self, why: str) -> None:
        """Note that the one in charge failed once; the third time in a minute the next takes over."""
        now = self._loop.now()
        self._failures = [*(at for at in self._failures if now - at < MINUTE), now]
        if len(self._failures) >= FAILURES:
            self._lost(self._index, why)

    # -- inside -----------------------------------------------------------------------

    def _advance(self, start: int) -> None:
        for index in range(start, len(self._makers)):
            if self._make(index):
                break
        if self._index > 0 and self._timer is None:
            self._timer = self._loop.later(RETRY, self._retry)

    def _make(self, index: int) -> bool:
        name, maker = self._makers[index]
        before, self._index, self._failures = self._index, index, []
        try:
            made = maker(lambda why: self._lost(index, why))
        except Unavailable as error:
            self._tried[name] = str(error)
            log.info("%s: not %s: %s", self._what, name, error)
            self._index = before
            return False
        self._tried.pop(name, None)
        old, self.current = self.current, made
        if old is not None:
            old.stop()
        log.info("%s: %s", self._what, name)
        self._changed(made)
        return True

    def _lost(self, index: int, why: str) -> None:
        if index != self._index:
            return  # it was replaced already
        name = self._makers[index][0]
        self._tried[name] = why
        log.warning("%s: %s gave up: %s", self._what, name, why)
        self._advance(index + 1)

    def _retry(self) -> None:
        self._timer = None
        for index in range(0 if self._busy() else self._index):
            if self._make(index):
                break
        if self._index > 0:
            self._timer = self._loop.later(RETRY, self._retry)
