"""What hands hold: a towel and a water bottle. Each may as well lie or stand somewhere. Centimetres."""

from dataclasses import dataclass

from unkink.figure.algebra import Vec
from unkink.figure.solids import Rod

BOTTLE_HIGH, BOTTLE_ROUND = 19.0, 3.1
"""A half-litre bottle's height and radius."""


@dataclass(frozen=True, slots=True, eq=False)
class Towel:
    """A towel held as a band, its two ends in hands.

    Attributes:
        ends: the hand that holds each end (a segment's name; twice the same one for a loop).
        over: what it runs over from the first end to the second: segments, each with a spot of its frame.
        slack: how far it sags between two places, in centimetres.
    """

    ends: tuple[str, str]
    over: tuple[tuple[str, Vec], ...]
    slack: float


@dataclass(frozen=True, slots=True, eq=False)
class Roll:
    """A towel rolled up, lying on the floor.

    Attributes:
        at: x and z of its middle.
        axis: unit vector along it.
        long: its length.
        radius: how thick the roll is.
    """

    at: tuple[float, float]
    axis: Vec
    long: float
    radius: float

    def rod(self) -> Rod:
        """Return its shape."""
        (x, z), (dx, _, dz), half = self.at, self.axis, self.long / 2
        return Rod(
            (x - dx * half, self.radius, z - dz * half), (x + dx * half, self.radius, z + dz * half), self.radius
        )


@dataclass(frozen=True, slots=True, eq=False)
class Bottle:
    """A water bottle: one in each of these hands (segments' names), or else one that stands at a point of the world."""

    hands: tuple[str, ...]
    at: Vec

    def rod(self) -> Rod:
        """Return the shape of the one that stands."""
        x, y, z = self.at
        return Rod((x, y + BOTTLE_ROUND, z), (x, y + BOTTLE_HIGH - BOTTLE_ROUND, z), BOTTLE_ROUND)
