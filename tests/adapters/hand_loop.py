"""A loop whose time a test passes: timelines of what takes minutes, in no time."""

import heapq
import itertools

from unkink.adapters.loop import Timer


class HandLoop:
    """Keeps the promises of `Loop` for calls and timers, in the test's own thread."""

    def __init__(self):
        self.time = 0.0
        self._timers: list[tuple[float, int, Timer]] = []
        self._count = itertools.count()
        self._calls: list[object] = []
        self._busy = False

    def now(self):
        return self.time

    @property
    def waiting(self):
        """Whether any timer is still to come."""
        return any(timer.call is not None for _, _, timer in self._timers)

    def call(self, what):
        """Run it at once, or after what runs now: the real one does nothing inside of something else either."""
        self._calls.append(what)
        if not self._busy:
            self._busy = True
            while self._calls:
                self._calls.pop(0)()
            self._busy = False

    def later(self, seconds, what):
        timer = Timer(what)
        heapq.heappush(self._timers, (self.time + seconds, next(self._count), timer))
        return timer

    def pass_(self, seconds):
        """Let time pass, and what is due happen when it is due."""
        end = self.time + seconds
        while self._timers and self._timers[0][0] <= end:
            self.time, _, timer = heapq.heappop(self._timers)
            call, timer.call = timer.call, None
            if call is not None:
                self.call(call)
        self.time = end
