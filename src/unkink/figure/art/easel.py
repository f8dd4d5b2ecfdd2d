"""What every drawing module works with: the easel (camera, colours, body) and the part, which is what they make."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from unkink.figure.algebra import Mat, Vec, compose, rotate
from unkink.figure.body import Build
from unkink.figure.camera import Camera
from unkink.figure.display import Item, Point
from unkink.figure.outline import Ellipse, ellipse_of
from unkink.figure.palette import Palette
from unkink.figure.skeleton import Skeleton
from unkink.figure.surface import Ball, Bulk, Joint, outward


class Disc(NamedTuple):
    """A ball as it is seen: its middle, how far it is towards the viewer, its radius; all in pixels."""

    x: float
    y: float
    near: float
    r: float


class Plane(NamedTuple):
    """A plane in the world that a part lies behind: a point of it, and the way it faces.

    What is wholly before the plane is nearer than the part where the plane faces the viewer, else farther. A plane with
    `both` sides is of a thin part: what is wholly behind the plane is behind the part.
    """

    base: Vec
    normal: Vec
    both: bool = False


class Part(NamedTuple):
    """A piece of the picture that is painted in one go.

    Attributes:
        name: what it is; a limb's part has its segment's name.
        discs: what it covers, for finding out what is in front of what.
        items: how it is painted.
        nearer: pixels it is taken to be nearer than its discs are.
        spots: points along its middle, in the world, to compare with other parts' planes.
        planes: the planes that it lies behind.
        behind: painted first where it is painted before the shirt.
    """

    name: str
    discs: Sequence[Disc]
    items: list[Item]
    nearer: float = 0.0
    spots: Sequence[Vec] = ()
    planes: Sequence[Plane] = ()
    behind: Sequence[Item] = ()


@dataclass(frozen=True, slots=True)
class Easel:
    """One drawing in the making."""

    camera: Camera
    palette: Palette
    skeleton: Skeleton
    build: Build

    def flesh(self, segment: str) -> list[Disc]:
        """Return a limb segment's balls as they are seen."""
        return self.discs(self.skeleton.joints[segment], self.build.limbs[segment])

    def discs(self, joint: Joint, balls: Iterable[Ball]) -> list[Disc]:
        """Return balls of a segment's frame as they are seen."""
        c = self.camera
        m, s, sf = c.matrix, c.scale, c.scale * c.flip
        ax, ay, az = joint.at
        t0, t1, t2, t3, t4, t5, t6, t7, t8 = compose(m, joint.turn)
        ox, oy = c.x + (m[0] * ax + m[1] * ay + m[2] * az) * sf, c.y - (m[3] * ax + m[4] * ay + m[5] * az) * s
        oz = (m[6] * ax + m[7] * ay + m[8] * az) * s
        return [
            Disc(
                ox + (t0 * x + t1 * y + t2 * z) * sf,
                oy - (t3 * x + t4 * y + t5 * z) * s,
                oz + (t6 * x + t7 * y + t8 * z) * s,
                r * s,
            )
            for x, y, z, r in balls
        ]

    def points(self, joint: Joint, points: Iterable[Vec]) -> tuple[Point, ...]:
        """Return points of a segment's frame as they are seen."""
        return tuple([(x, y) for x, y, _, _ in self.discs(joint, [Ball(*point, 0.0) for point in points])])

    def ellipse(self, joint: Joint, bulk: Bulk) -> Ellipse:
        """Return an ellipsoid of a segment's frame as it is seen."""
        c = self.camera
        at = c.point(outward(joint, bulk.centre))
        return ellipse_of(at, compose(c.matrix, joint.turn), bulk.radii, c.scale, c.flip)

    def facing(self, turn: Mat, way: Vec) -> float:
        """Return how much a direction of a turned frame faces the viewer: of a unit vector from -1 to 1."""
        return self.camera.depth(rotate(turn, way))

    def near(self, joint: Joint, local: Vec) -> float:
        """Return how far a point of a segment's frame is towards the viewer, in pixels."""
        return self.camera.depth(outward(joint, local)) * self.camera.scale

    def spots(self, *places: tuple[str, Vec]) -> list[Vec]:
        """Return points of segments' frames in the world."""
        return [outward(self.skeleton.joints[segment], local) for segment, local in places]


def disc_of(ellipse: Ellipse, near: float) -> Disc:
    """Return a disc about as large as an ellipse."""
    x, y, a, _, c = ellipse
    return Disc(x, y, near, math.sqrt((a + c) / 2.0))


def between(a: Disc, b: Disc, t: float) -> Disc:
    """Return the disc so far on the way from one to another."""
    return Disc(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t, a.near + (b.near - a.near) * t, a.r + (b.r - a.r) * t)
