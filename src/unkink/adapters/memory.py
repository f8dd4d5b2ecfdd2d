"""Memory that Python has let go of, given back to the system: reading modules leaves three quarters of a megabyte."""

import ctypes
import sys

from unkink.adapters.loop import Loop
from unkink.domain.units import HOUR, Seconds

SETTLED: Seconds = 10.0
"""So long after the start everything is read."""


def give_back() -> None:
    """Have the C library give back what is free; where it cannot be told to (musl, other systems), nothing happens."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)


def tidy(loop: Loop, after: Seconds = SETTLED) -> None:
    """Give memory back when the start is over, and once an hour from then on."""

    def now() -> None:
        give_back()
        tidy(loop, HOUR)

    loop.later(after, now)
