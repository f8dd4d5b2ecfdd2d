"""The head's shape: level slices from the crown to the chin, a jaw on its hinge, a nose; and where its skin is.

Centimetres in the head's frame: x forward, y up, z to the person's right; the origin is where the head turns.
"""

import math
from collections.abc import Iterator
from typing import NamedTuple

from unkink.figure.algebra import Vec, rot_z, rotate, sub, unit
from unkink.figure.surface import Bulk, Joint, Spot, outward


class Slice(NamedTuple):
    """A level cut through the head: its height, how far it reaches forward and back, half its width."""

    y: float
    front: float
    back: float
    wide: float


SLICES = (
    Slice(20.0, 1.4, -1.4, 1.0),
    Slice(19.2, 5.0, -4.8, 3.9),
    Slice(17.8, 7.5, -7.0, 5.8),
    Slice(16.0, 9.1, -8.2, 6.9),
    Slice(14.0, 9.9, -8.7, 7.5),
    Slice(12.0, 10.2, -8.8, 7.7),
    Slice(10.6, 10.25, -8.7, 7.75),
    Slice(9.3, 9.85, -8.3, 7.68),
    Slice(8.0, 9.6, -7.9, 7.5),
    Slice(6.5, 9.7, -7.2, 7.3),
    Slice(5.0, 9.85, -5.4, 7.1),
    Slice(3.8, 9.95, -4.0, 6.8),
    Slice(3.0, 10.15, -3.2, 6.55),
    Slice(2.4, 10.3, -2.65, 6.35),
    Slice(1.9, 10.0, -2.2, 6.15),
    Slice(1.3, 10.15, -1.6, 5.9),
    Slice(0.8, 9.95, -1.0, 5.65),
    Slice(0.2, 9.5, -0.2, 5.35),
    Slice(-0.6, 9.65, 1.1, 4.85),
    Slice(-1.4, 9.5, 2.5, 4.2),
    Slice(-2.05, 9.0, 3.7, 3.3),
    Slice(-2.5, 8.3, 4.8, 2.3),
    Slice(-2.8, 7.4, 5.8, 1.1),
)
"""From the crown to the chin."""
MOUTH = 14
"""The slice in the mouth's line: what lies below it hangs on the jaw."""
HINGE: Vec = (-0.4, 5.4, 0.0)
"""The joint of the jaw, just before the ears."""
WIDEST = 21.0
"""How far the jaw opens, in degrees."""

BRIDGE, RIDGE = Bulk((9.75, 8.9, 0.0), (0.6, 1.0, 0.62)), Bulk((10.5, 6.8, 0.0), (0.72, 1.1, 0.76))
TIP = Bulk((11.3, 5.15, 0.0), (0.95, 0.88, 0.98))
WINGS = tuple(Bulk((10.2, 4.75, 1.12 * k), (0.85, 0.72, 0.68)) for k in (1.0, -1.0))
NOSE: tuple[tuple[Bulk, ...], ...] = ((BRIDGE, RIDGE), (RIDGE, TIP), (TIP, *WINGS))
"""The nose, as groups that are each wrapped by one skin."""


def flat(cut: Slice, origin: Vec = (0.0, 0.0, 0.0)) -> Bulk:
    """Return a slice as a flat ellipsoid, seen from an origin."""
    middle = ((cut.front + cut.back) / 2.0, cut.y, 0.0)
    return Bulk(sub(middle, origin), ((cut.front - cut.back) / 2.0, 0.02, cut.wide))


def jaw_joint(head: Joint, jaw: float) -> Joint:
    """Return the frame of the jaw that is open by a share from 0 to 1; its origin is its hinge."""
    x0, x1, x2, x3, x4, x5, x6, x7, x8 = head.turn
    c, s = math.cos(math.radians(jaw * WIDEST)), math.sin(math.radians(jaw * WIDEST))
    turn = (
        x0 * c - x1 * s,
        x0 * s + x1 * c,
        x2,
        x3 * c - x4 * s,
        x3 * s + x4 * c,
        x5,
        x6 * c - x7 * s,
        x6 * s + x7 * c,
        x8,
    )
    return Joint(outward(head, HINGE), turn)


def with_jaw(point: Vec, jaw: float) -> Vec:
    """Return where a point of the head's frame goes with a jaw that is open by this share."""
    x, y, z = rotate(rot_z(-jaw * WIDEST), sub(point, HINGE))
    return (x + HINGE[0], y + HINGE[1], z)


def groups(jaw: float) -> Iterator[tuple[bool, bool, Slice, Slice]]:
    """Yield neighbouring slices from the crown down, each with whether it hangs on the jaw, open by this share."""
    cuts = [_stretched(cut, jaw) if i <= MOUTH and cut.y < HINGE[1] else cut for i, cut in enumerate(SLICES)]
    for i in range(1, len(cuts)):
        yield i - 1 > MOUTH, i > MOUTH, cuts[i - 1], cuts[i]


def _stretched(cut: Slice, jaw: float) -> Slice:
    """Return a slice of the upper face whose back goes with the jaw that it is before."""
    return cut._replace(back=with_jaw((cut.back, cut.y, 0.0), jaw)[0])


def _cut(y: float) -> tuple[float, float, float]:
    """Return the middle, half the depth and half the width of the slice at a height."""
    if y >= SLICES[0].y:
        a = b = SLICES[0]
        t = 0.0
    else:
        i = next((i for i in range(1, len(SLICES)) if SLICES[i].y <= y), len(SLICES) - 1)
        a, b = SLICES[i - 1], SLICES[i]
        t = min(1.0, (a.y - y) / (a.y - b.y))
    front, back = a.front + (b.front - a.front) * t, a.back + (b.back - a.back) * t
    return (front + back) / 2.0, (front - back) / 2.0, a.wide + (b.wide - a.wide) * t


def _share(point: Vec) -> tuple[float, float]:
    """Return how far out a point is as a share of the way to the skin at its height, and the middle of its slice."""
    middle, deep, wide = _cut(point[1])
    return math.hypot((point[0] - middle) / deep, point[2] / wide), middle


def face_at(y: float, z: float) -> Vec:
    """Return the point of the face's skin at a height, so far to the right."""
    middle, deep, wide = _cut(y)
    return (middle + deep * math.sqrt(max(0.0, 1.0 - (z / wide) ** 2)), y, z)


def outside(point: Vec) -> float:
    """Return about how far a point is outside the skin; negative inside."""
    share, middle = _share(point)
    return math.hypot(point[0] - middle, point[2]) * (1.0 - 1.0 / share) if share > 1e-6 else -5.0


def skin_near(near: Vec) -> Spot:
    """Return the spot of the skin level with a point, on the side of the head where it is."""
    share, middle = _share(near)
    at = (middle + (near[0] - middle) / share, near[1], near[2] / share)
    x, y, z = at
    e = 0.3
    out = unit(
        (
            outside((x + e, y, z)) - outside((x - e, y, z)),
            outside((x, y + e, z)) - outside((x, y - e, z)),
            outside((x, y, z + e)) - outside((x, y, z - e)),
        )
    )
    return Spot(at, out)


SPOTS: dict[str, Vec] = {
    "forehead": (10.0, 13.4, 1.6),
    "brow": (9.3, 12.0, 4.0),
    "temple": (5.8, 10.6, 6.7),
    "eye": (9.4, 8.6, 3.1),
    "cheekbone": (6.2, 5.8, 6.0),
    "cheek": (4.0, 2.9, 6.3),
    "jaw_joint": (1.8, 5.2, 7.2),
    "chin": (9.6, -0.9, 0.6),
}
"""Spots of the right half of the face that a hand may be told to touch."""
