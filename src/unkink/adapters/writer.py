"""One thread for everything that is written to disk, so that a slow disk delays nothing."""

import logging
import queue
import threading
from collections.abc import Callable

from unkink.domain.units import Seconds

log = logging.getLogger(__name__)


class Writer:
    """Runs jobs one after the other in a thread of its own."""

    def __init__(self) -> None:
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def submit(self, job: Callable[[], None]) -> None:
        """Run a job after those before it. Never blocks, never raises."""
        self._jobs.put(job)

    def stop(self, limit: Seconds = 5.0) -> None:
        """Finish what was submitted and end, waiting at most `limit` seconds."""
        self._jobs.put(None)
        if self._thread.is_alive():
            self._thread.join(limit)

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                job()
            except Exception:
                log.exception("could not write")
