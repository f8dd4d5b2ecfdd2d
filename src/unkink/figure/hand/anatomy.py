"""The bones and the flesh of a forearm and a hand. The tables are of the right one; the left has its z reversed.

Centimetres. In a hand's frame the fingers point to -y, the palm faces x and the thumb is at z; a forearm's frame is
that of a hand that goes straight on from it, and begins at the elbow. In the frame of a piece of a finger the piece
runs along -y, and its pad faces x.
"""

from typing import NamedTuple

from unkink.figure.algebra import Vec
from unkink.figure.surface import Ball, Bulk

FORE = 25.0
"""Elbow to wrist."""
DIGITS = ("thumb", "index", "middle", "ring", "little")
FINGERS = DIGITS[1:]


class Digit(NamedTuple):
    """A finger or the thumb: where it begins, how long its three pieces are, its radius at their four ends.

    Attributes:
        root: in the hand's frame.
        lengths: for the thumb the first piece is in the palm.
        radii: from the root to the tip.
        away: the way that it spreads, as a sign of z.
    """

    root: Vec
    lengths: tuple[float, float, float]
    radii: tuple[float, float, float, float]
    away: float


BONES: dict[str, Digit] = {
    "thumb": Digit((0.75, -1.9, 1.75), (4.3, 3.3, 2.0), (1.55, 1.14, 1.0, 0.80), 1.0),
    "index": Digit((0.05, -8.75, 2.75), (4.2, 2.5, 1.75), (0.98, 0.90, 0.79, 0.64), 1.0),
    "middle": Digit((-0.12, -8.9, 0.85), (4.7, 2.9, 1.85), (1.00, 0.92, 0.81, 0.66), 1.0),
    "ring": Digit((-0.02, -8.45, -1.05), (4.3, 2.7, 1.8), (0.95, 0.87, 0.76, 0.62), -1.0),
    "little": Digit((0.25, -7.7, -2.8), (3.4, 1.9, 1.6), (0.86, 0.78, 0.68, 0.55), -1.0),
}

SECTIONS: tuple[tuple[float, float, float], ...] = (
    (1.6, 3.5, 3.9),
    (-2.5, 4.05, 4.35),
    (-7.0, 4.15, 4.5),
    (-13.0, 3.45, 3.95),
    (-19.0, 2.55, 3.15),
    (-23.0, 2.05, 2.8),
    (-25.0, 1.95, 2.75),
)
"""A forearm's sections from the elbow to the wrist: y, half its thickness (x), half its width (z)."""

WRIST = Bulk((0.0, -0.2, 0.0), (1.92, 1.5, 2.72))
HEEL = Bulk((0.25, -2.9, 0.0), (1.85, 1.6, 3.05))
EDGE = Bulk((0.75, -4.4, -2.35), (1.45, 2.7, 1.45))
"""The pad on the little finger's side."""
THENAR = (Ball(0.95, -2.3, 1.75, 1.65), Ball(1.35, -4.0, 2.2, 1.55))
"""The pad of the thumb, as far as it doesn't move with it."""
HEADS: dict[str, Ball] = {
    "index": Ball(0.05, -8.45, 2.7, 1.12),
    "middle": Ball(-0.05, -8.7, 0.85, 1.2),
    "ring": Ball(0.0, -8.3, -1.05, 1.14),
    "little": Ball(0.25, -7.55, -2.7, 1.02),
}
"""The knuckles' flesh in the palm."""
PALM: tuple[Bulk, ...] = (
    WRIST,
    HEEL,
    EDGE,
    Bulk((0.15, -5.8, 0.2), (1.45, 3.4, 3.3)),
    *(Bulk((x, y, z), (r, r, r)) for x, y, z, r in (*THENAR, *HEADS.values())),
)
"""All that doesn't move of a hand's flesh, for what touches it."""


def piece(digit: str, side: str, number: int) -> str:
    """Return the segment's name of a piece (1 to 3) of a finger."""
    return f"{digit}_{side}{number}"


def segments(sides: str) -> tuple[str, ...]:
    """Return every segment's name of the hands of these sides."""
    return tuple(
        name
        for side in sides
        for name in (
            f"fore_{side}",
            f"hand_{side}",
            *(piece(digit, side, number) for digit in DIGITS for number in (1, 2, 3)),
        )
    )
