"""Waiting for what happens elsewhere: the one place in the tests that sleeps."""

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def wait_for(what: Callable[[], T], limit: float = 10.0, name: str = "") -> T:
    """Return what `what` returns as soon as it is true; fail after `limit` seconds."""
    end = time.monotonic() + limit
    while True:
        found = what()
        if found:
            return found
        assert time.monotonic() < end, f"{name or 'it'} did not happen within {limit:g} s"
        time.sleep(0.01)


def stays(what: Callable[[], object], seconds: float) -> bool:
    """Return whether `what` stays true for so long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if not what():
            return False
        time.sleep(0.01)
    return True
