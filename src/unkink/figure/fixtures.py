"""What belongs to a building: the door one stands in, and the step one stands on. Centimetres."""

from dataclasses import dataclass

from unkink.figure.solids import Box

JAMB_WIDE, JAMB_DEEP = 7.0, 8.0
"""A jamb's width beside the opening, and its depth the way one goes through."""


@dataclass(frozen=True, slots=True, eq=False)
class Door:
    """A door frame without its door, gone through forward.

    Attributes:
        at: x of the face one comes to.
        z: the middle of the opening.
        width: how wide the opening is.
        height: how high the opening is.
    """

    at: float
    z: float
    width: float
    height: float

    def jambs(self) -> tuple[Box, Box]:
        """Return the posts at the right and at the left of the opening."""
        inner, outer = self.width / 2, self.width / 2 + JAMB_WIDE
        return self._beam(0.0, inner, outer), self._beam(0.0, -outer, -inner)

    def lintel(self) -> Box:
        """Return the beam over the opening."""
        outer = self.width / 2 + JAMB_WIDE
        return self._beam(self.height, -outer, outer)

    def _beam(self, low: float, start: float, end: float) -> Box:
        top = self.height + (JAMB_WIDE if low else 0.0)
        return Box((self.at, low, self.z + start), (self.at + JAMB_DEEP, top, self.z + end))


@dataclass(frozen=True, slots=True, eq=False)
class Stair:
    """One step: the middle of it over `at` (x, z), `size` deep and wide, its top at `height`."""

    at: tuple[float, float]
    size: tuple[float, float]
    height: float

    def block(self) -> Box:
        """Return the step."""
        (x, z), (deep, wide) = self.at, self.size
        return Box((x - deep / 2, 0.0, z - wide / 2), (x + deep / 2, self.height, z + wide / 2))
