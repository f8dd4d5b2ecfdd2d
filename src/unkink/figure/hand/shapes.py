"""Common shapes of a hand by a word, and what its joints can do."""

from typing import TypeAlias

from unkink.figure.hand.anatomy import DIGITS

Bends: TypeAlias = tuple[float, float, float, float]
"""A finger: its spread from the middle one, the bends of its three joints. The thumb: out, over the palm, two bends."""


Shape: TypeAlias = tuple[Bends, Bends, Bends, Bends, Bends]
"""The bends of all five, from the thumb to the little finger."""


def _alike(thumb: Bends, knuckle: float, middle: float, end: float, spread: tuple[float, float, float, float]) -> Shape:
    """Return a shape whose fingers bend alike."""
    a, b, c, d = ((away, knuckle, middle, end) for away in spread)
    return (thumb, a, b, c, d)


_CLOSE = (1.5, 0.0, 1.5, 3.0)
"""How far fingers spread that lie beside each other."""
SHAPES: dict[str, Shape] = {
    "flat": _alike((32.0, 8.0, 4.0, 0.0), 0.0, 3.0, 2.0, _CLOSE),
    "relaxed": (
        (30.0, 24.0, 12.0, 14.0),
        (4.0, 20.0, 26.0, 12.0),
        (0.0, 24.0, 30.0, 14.0),
        (3.0, 28.0, 32.0, 15.0),
        (6.0, 30.0, 32.0, 15.0),
    ),
    "soft": (
        (32.0, 14.0, 8.0, 6.0),
        (3.0, 6.0, 12.0, 6.0),
        (0.0, 7.0, 14.0, 7.0),
        (2.0, 8.0, 15.0, 8.0),
        (5.0, 9.0, 15.0, 8.0),
    ),
    "fist": (
        (40.0, 21.0, 57.0, 46.0),
        (-2.0, 84.0, 100.0, 62.0),
        (-1.0, 86.0, 103.0, 64.0),
        (-1.0, 87.0, 103.0, 64.0),
        (-3.0, 88.0, 98.0, 62.0),
    ),
    "loose": (
        (34.0, 26.0, 34.0, 34.0),
        (0.0, 56.0, 74.0, 40.0),
        (0.0, 60.0, 76.0, 42.0),
        (0.0, 62.0, 78.0, 42.0),
        (0.0, 64.0, 76.0, 40.0),
    ),
    "hook": _alike((24.0, 10.0, 6.0, 14.0), 0.0, 100.0, 66.0, _CLOSE),
    "table": _alike((26.0, 18.0, 10.0, 8.0), 88.0, 3.0, 2.0, (0.0, 0.0, 0.0, 0.0)),
    "straight_fist": _alike((24.0, 26.0, 22.0, 20.0), 86.0, 102.0, 4.0, (-1.0, 0.0, 0.0, -1.0)),
    "pinch": (
        (22.0, 46.0, 22.0, 26.0),
        (0.0, 48.0, 44.0, 22.0),
        (0.0, 44.0, 46.0, 26.0),
        (2.0, 40.0, 46.0, 26.0),
        (4.0, 36.0, 44.0, 24.0),
    ),
    "fan": _alike((56.0, 2.0, -4.0, -8.0), -6.0, 0.0, 0.0, (15.0, 1.0, 13.0, 27.0)),
    "wrap": (
        (38.0, 40.0, 26.0, 36.0),
        (4.0, 74.0, 84.0, 52.0),
        (0.0, 76.0, 86.0, 54.0),
        (2.0, 78.0, 86.0, 54.0),
        (4.0, 80.0, 84.0, 52.0),
    ),
}
"""Every word for a shape."""

RANGES: dict[str, tuple[tuple[float, float], ...]] = {
    "thumb": ((-5.0, 70.0), (-12.0, 70.0), (-15.0, 65.0), (-25.0, 90.0)),
    "finger": ((-12.0, 30.0), (-30.0, 95.0), (-5.0, 115.0), (-10.0, 85.0)),
}
"""From where to where each of the four goes in people, in degrees."""
WRIST_BENDS, WRIST_SIDES = (-85.0, 85.0), (-25.0, 40.0)
"""A wrist's bend to the palm and to the little finger."""


def ranges(digit: str) -> tuple[tuple[float, float], ...]:
    """Return how far the four of a finger or the thumb go."""
    return RANGES["thumb" if digit == DIGITS[0] else "finger"]
