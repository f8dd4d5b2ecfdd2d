"""How far a point is from the skin of a forearm, a palm or a finger, and where the skin is that is to be touched."""

import math
from collections.abc import Callable, Mapping
from typing import TypeAlias

from unkink.figure.algebra import Vec, rotate, unit
from unkink.figure.hand.anatomy import BONES, FORE, PALM, SECTIONS, piece
from unkink.figure.solids import Globe, Rod, clearance
from unkink.figure.surface import Joint, Spot, inward, outward

Distance: TypeAlias = Callable[[Vec], float]
"""How far a point of the world is outside a surface, centimetres; negative inside."""

_FAR = 8.0
"""From so far off the skin of a palm is looked for."""
_STEPS = 18


def section(y: float) -> tuple[float, float]:
    """Return half a forearm's thickness and width at a height of its frame."""
    rows = SECTIONS
    i = next((i for i in range(1, len(rows)) if rows[i][0] <= y), len(rows) - 1)
    before, start, end, after = rows[max(0, i - 2)], rows[i - 1], rows[i], rows[min(len(rows) - 1, i + 1)]
    t = min(1.0, max(0.0, (start[0] - y) / (start[0] - end[0])))
    x, z = (spline((before[n], start[n], end[n], after[n]), t) for n in (1, 2))
    return x, z


def spline(values: tuple[float, float, float, float], t: float) -> float:
    """Return the value so far on the way from the second to the third of four (Catmull-Rom)."""
    p, a, b, q = values
    return a + 0.5 * t * (b - p + t * (2.0 * p - 5.0 * a + 4.0 * b - q + t * (3.0 * (a - b) + q - p)))


def fore_distance(fore: Joint) -> Distance:
    """Return how far points are from a forearm."""

    def distance(point: Vec) -> float:
        x, y, z = inward(fore, point)
        rx, rz = section(y)
        beyond = max(0.0, y, -FORE - y)
        flat = _outside((x, z), (rx, rz))
        return math.hypot(max(flat, 0.0), beyond) if beyond else flat

    return distance


def palm_distance(hand: Joint, k: float) -> Distance:
    """Return how far points are from a palm and its back; `k` is the sign of the hand's side."""

    def distance(point: Vec) -> float:
        x, y, z = inward(hand, point)
        return min(
            [_outside((x - bulk.centre[0], y - bulk.centre[1], z * k - bulk.centre[2]), bulk.radii) for bulk in PALM]
        )

    return distance


def solid_distance(solid: Rod | Globe) -> Distance:
    """Return how far points are from something round."""
    return lambda point: clearance([solid], point)


def fore_spot(fore: Joint, k: float, along: float, around: float) -> Spot:
    """Return the spot of a forearm's skin so far along (0 elbow, 1 wrist) and round (0 inner side, 90 the thumb's)."""
    y = -FORE * along
    rx, rz = section(y)
    c, s = math.cos(math.radians(around)), math.sin(math.radians(around)) * k
    out = unit((c / rx, 0.0, s / rz))
    return Spot(outward(fore, (c * rx, y, s * rz)), rotate(fore.turn, out))


def palm_spot(hand: Joint, k: float, along: float, aside: float, sign: float) -> Spot:
    """Return the spot of the palm (`sign` 1) or the back (-1) so far from the wrist, and aside to the thumb."""
    distance = palm_distance(hand, k)
    low, high = 0.0, _FAR
    for _ in range(_STEPS):
        middle = (low + high) / 2.0
        inside = distance(outward(hand, (middle * sign, -along, aside * k))) < 0.0
        low, high = (middle, high) if inside else (low, middle)
    return Spot(outward(hand, (high * sign, -along, aside * k)), rotate(hand.turn, (sign, 0.0, 0.0)))


def finger_spot(joints: Mapping[str, Joint], side: str, along: float, aside: float, sign: float) -> Spot:
    """Return the spot on the pads (`sign` 1) or backs (-1) of the fingers, 0 to 3 pieces along the middle one."""
    number = min(3, max(1, int(along) + 1))
    bone = BONES["middle"]
    share = along - (number - 1)
    joint = joints[piece("middle", side, number)]
    r = bone.radii[number - 1] + (bone.radii[number] - bone.radii[number - 1]) * share
    k = 1.0 if side == "r" else -1.0
    at = (r * sign, -bone.lengths[number - 1] * share, aside * k)
    return Spot(outward(joint, at), rotate(joint.turn, (sign, 0.0, 0.0)))


def _outside(way: tuple[float, ...], radii: tuple[float, ...]) -> float:
    """Return how far a point is outside an ellipse or ellipsoid, nearly (Quilez's bound)."""
    near = math.hypot(*(w / r for w, r in zip(way, radii, strict=True)))
    steep = math.hypot(*(w / (r * r) for w, r in zip(way, radii, strict=True)))
    return near * (near - 1.0) / steep if steep > 1e-9 else -min(radii)
