"""One thread for everything that is a file descriptor: D-Bus, the X server, the config folder, the control socket.

It sleeps until something is ready or a timer is due: an idle loop never wakes.
"""

import contextlib
import heapq
import itertools
import logging
import selectors
import socket
import threading
from collections.abc import Callable

from unkink.domain.units import Seconds

log = logging.getLogger(__name__)


class Timer:
    """A call that is still to come; `cancel` may be called at any time, twice too."""

    __slots__ = ("call",)

    def __init__(self, call: Callable[[], object]) -> None:
        self.call: Callable[[], object] | None = call

    def cancel(self) -> None:
        """Make sure that it does not come."""
        self.call = None


class Loop:
    """Runs callbacks in one thread. Only `call` and `now` may be used from other threads.

    Args:
        now: the clock for its timers, in seconds; it never jumps.
    """

    def __init__(self, now: Callable[[], Seconds]) -> None:
        self.now = now
        self._selector = selectors.DefaultSelector()
        self._inside, self._outside = socket.socketpair()
        self._inside.setblocking(False)
        self._outside.setblocking(False)
        self._selector.register(self._inside, selectors.EVENT_READ, (self._drain, None))
        self._calls: list[Callable[[], object]] = []
        self._lock = threading.Lock()
        self._timers: list[tuple[float, int, Timer]] = []
        self._count = itertools.count()
        self._running = True
        self._thread = threading.Thread(target=self._run, name="io", daemon=True)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def stop(self, limit: Seconds = 3.0) -> None:
        """Run what was handed over so far, end the thread and wait for it, at most `limit` seconds."""
        self.call(self._end)
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join(limit)

    def call(self, what: Callable[[], object]) -> None:
        """Run `what` in the loop's thread, soon. Safe from any thread; after the end it does nothing."""
        with self._lock:
            self._calls.append(what)
        with contextlib.suppress(OSError):  # full: a wake-up is under way already; closed: there is nobody to wake
            self._outside.send(b"\0")

    def later(self, seconds: Seconds, what: Callable[[], object]) -> Timer:
        """Run `what` after so many seconds."""
        timer = Timer(what)
        heapq.heappush(self._timers, (self.now() + seconds, next(self._count), timer))
        return timer

    def watch(self, fd: int, readable: Callable[[], None] | None, writable: Callable[[], None] | None = None) -> None:
        """Call `readable` and `writable` when a descriptor is; both None ends the watch."""
        mask = (selectors.EVENT_READ if readable else 0) | (selectors.EVENT_WRITE if writable else 0)
        known = fd in self._selector.get_map()
        if not mask:
            if known:
                self._selector.unregister(fd)
        elif known:
            self._selector.modify(fd, mask, (readable, writable))
        else:
            self._selector.register(fd, mask, (readable, writable))

    # -- inside -------------------------------------------------------------------

    def _end(self) -> None:
        self._running = False

    def _drain(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self._inside.recv(4096)
        with self._lock:
            calls, self._calls = self._calls, []
        for call in calls:
            self._guarded(call)

    def _run(self) -> None:
        while self._running:
            for key, mask in self._selector.select(self._timeout()):
                readable, writable = key.data
                if mask & selectors.EVENT_WRITE and writable:
                    self._guarded(writable)
                if mask & selectors.EVENT_READ and readable:
                    self._guarded(readable)
            self._fire()
        while self._calls:  # what the last calls handed over is part of the end
            self._drain()
        self._selector.close()
        self._inside.close()
        self._outside.close()

    def _timeout(self) -> float | None:
        while self._timers and self._timers[0][2].call is None:
            heapq.heappop(self._timers)
        return max(0.0, self._timers[0][0] - self.now()) if self._timers else None

    def _fire(self) -> None:
        now = self.now()
        while self._timers and self._timers[0][0] <= now:
            timer = heapq.heappop(self._timers)[2]
            call, timer.call = timer.call, None
            if call is not None:
                self._guarded(call)

    @staticmethod
    def _guarded(call: Callable[[], object]) -> None:
        """Barrier: a callback that fails is logged once, and the loop goes on."""
        try:
            call()
        except Exception:
            log.exception("a callback failed")
