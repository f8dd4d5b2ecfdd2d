"""The things an exercise is done with: what they are, where they stand, and what of them can be touched.

Centimetres. The floor is y = 0, and a mat lies in it: a body on the mat is a body on the floor.
"""

import math
from dataclasses import dataclass
from typing import TypeAlias

from unkink.figure.algebra import Vec, add, dot, scale, sub
from unkink.figure.fixtures import Door, Stair
from unkink.figure.held import Bottle, Roll, Towel
from unkink.figure.solids import Box, Globe, Rod
from unkink.figure.surface import Joint, outward


@dataclass(frozen=True, slots=True, eq=False)
class Mat:
    """A mat round the point `at` (x, z), `size` long and wide."""

    at: tuple[float, float]
    size: tuple[float, float]


@dataclass(frozen=True, slots=True, eq=False)
class Chair:
    """A chair facing forward: the middle of its seat over `at` (x, z), its top at `height`; a stool has no back."""

    at: tuple[float, float]
    height: float
    back: bool = True
    arms: bool = False

    def seat(self) -> Box:
        """Return the seat."""
        x, z = self.at
        return Box((x - SEAT, self.height - SEAT_THICK, z - SEAT), (x + SEAT, self.height, z + SEAT))

    def legs(self) -> tuple[Rod, ...]:
        """Return the four legs, splayed a little."""
        x, z = self.at
        top, foot, high = SEAT - 3.5, SEAT - 1.5, self.height - SEAT_THICK
        return tuple(
            Rod((x + sx * top, high, z + sz * top), (x + sx * foot, 1.4, z + sz * foot), 1.6)
            for sx in (-1.0, 1.0)
            for sz in (-1.0, 1.0)
        )

    def posts(self) -> tuple[Rod, ...]:
        """Return the two posts of the back rest, leaning back; none on a stool."""
        if not self.back:
            return ()
        x, z = self.at
        start, end = x - SEAT + 1.6, x - SEAT - 4.0
        return tuple(
            Rod((start, self.height - 2.0, z + s * 17.0), (end, self.height + 42.0, z + s * 17.0), 1.6)
            for s in (-1.0, 1.0)
        )

    def rests(self) -> tuple[Box, ...]:
        """Return the arm rests, left and right; none on a chair without."""
        if not self.arms:
            return ()
        x, top = self.at[0], self.height + REST_HIGH
        beside = [self.at[1] + s * (SEAT + 1.0) for s in (-1.0, 1.0)]
        return tuple(Box((x - SEAT - 1.5, top - 2.6, z - 2.7), (x + SEAT - 5.0, top, z + 2.7)) for z in beside)

    def stays(self) -> tuple[Rod, ...]:
        """Return what holds each arm rest in front."""
        return tuple(
            Rod((high[0] - 5.0, low[1], mid), (high[0] - 3.0, self.height - 2.5, mid - (mid - self.at[1]) * 0.08), 1.5)
            for low, high in self.rests()
            for mid in ((low[2] + high[2]) / 2,)
        )


@dataclass(frozen=True, slots=True, eq=False)
class Desk:
    """A desk or counter, the middle of its top over `at` (x, z), `size` deep and wide, the top at `height`."""

    at: tuple[float, float]
    size: tuple[float, float]
    height: float

    def top(self) -> Box:
        """Return the board."""
        (x, z), (depth, width) = self.at, self.size
        return Box((x - depth / 2, self.height - 3.0, z - width / 2), (x + depth / 2, self.height, z + width / 2))

    def legs(self) -> tuple[Rod, ...]:
        """Return the two columns and the bars they stand on."""
        (x, z), (depth, width) = self.at, self.size
        side, long = width / 2 - 9.0, depth / 2 - 3.0
        columns = tuple(Rod((x, self.height - 3.0, z + s * side), (x, 2.0, z + s * side), 2.4) for s in (-1.0, 1.0))
        bars = tuple(Rod((x - long, 1.8, z + s * side), (x + long, 1.8, z + s * side), 1.8) for s in (-1.0, 1.0))
        return (*bars, *columns)


@dataclass(frozen=True, slots=True, eq=False)
class Wall:
    """A wall whose face is the plane x = `at`; `faces` is 1 where the face looks forward, -1 where it looks back."""

    at: float
    faces: float
    z: float
    width: float
    height: float

    def slab(self) -> Box:
        """Return the piece of wall that is shown."""
        back = self.at - self.faces * WALL_THICK
        return Box(
            (min(self.at, back), 0.0, self.z - self.width / 2),
            (max(self.at, back), self.height, self.z + self.width / 2),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Round:
    """A roller or ball that rolls between the body and the floor or a wall.

    Attributes:
        radius: its radius.
        long: a roller's length; 0 for a ball.
        axis: unit vector along a roller.
        base: a point of the plane it rolls on.
        normal: unit vector out of that plane.
        under: the segment that rolls it.
        spot: the point of that segment's frame it is under in the first pose.
    """

    radius: float
    long: float
    axis: Vec
    base: Vec
    normal: Vec
    under: str
    spot: Vec

    def placed(self, first: Joint, now: Joint) -> "Rolled":
        """Return where it is when its segment has moved from `first` to `now`: it goes half as far as the body."""
        start, moved = outward(first, self.spot), sub(outward(now, self.spot), outward(first, self.spot))
        high = dot(sub(start, self.base), self.normal)
        centre = add(start, scale(self.normal, self.radius - high))
        moved = sub(moved, scale(self.normal, dot(moved, self.normal)))
        if self.long:
            moved = sub(moved, scale(self.axis, dot(moved, self.axis)))
        moved = scale(moved, 0.5)
        n, a = self.normal, self.axis
        rolling = (n[1] * a[2] - n[2] * a[1], n[2] * a[0] - n[0] * a[2], n[0] * a[1] - n[1] * a[0])
        return Rolled(add(centre, moved), math.degrees(dot(moved, rolling) / self.radius))

    def solid(self, at: Vec) -> Rod | Globe:
        """Return its shape with its middle at a point of the world."""
        if not self.long:
            return Globe(at, self.radius)
        half = scale(self.axis, self.long / 2.0)
        return Rod(sub(at, half), add(at, half), self.radius)


@dataclass(frozen=True, slots=True)
class Rolled:
    """Where a round thing has rolled: its middle, and how far it has turned about its axis in degrees."""

    at: Vec
    angle: float


Prop: TypeAlias = Mat | Chair | Desk | Wall | Door | Stair | Round | Towel | Roll | Bottle

SEAT = 21.0
"""Half a seat's width and depth."""
SEAT_THICK = 4.5
REST_HIGH = 19.0
"""How high arm rests are over the seat."""
WALL_THICK = 6.0


def carries(prop: Prop) -> bool:
    """Return whether a body may rest on a prop."""
    return isinstance(prop, Mat | Chair | Wall | Round)


def solids(prop: Prop) -> tuple[Box | Rod, ...]:
    """Return what can be touched of a prop that stands still; nothing of one that rolls or is held."""
    match prop:
        case Mat(at=(x, z), size=(long, wide)):
            return (Box((x - long / 2, -1.0, z - wide / 2), (x + long / 2, 0.0, z + wide / 2)),)
        case Chair():
            return (prop.seat(), *prop.legs(), *prop.posts(), *prop.rests(), *prop.stays())
        case Desk():
            return (prop.top(), *prop.legs())
        case Wall():
            return (prop.slab(),)
        case Door():
            return (*prop.jambs(), prop.lintel())
        case Stair():
            return (prop.block(),)
        case Roll() | Bottle(hands=()):
            return (prop.rod(),)
        case _:
            return ()
