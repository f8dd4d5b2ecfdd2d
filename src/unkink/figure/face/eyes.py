"""One eye: a ball that turns to what is looked at, and two lids that slide over it; points in the head's frame."""

import math
from typing import NamedTuple

from unkink.figure.algebra import Mat, Vec, add, cross, rot_y, rotate, scale, sub, unit

HIGH, APART = 8.45, 3.2
"""How high the eyes are, and how far each is from the middle."""
BALL, IRIS, PUPIL = 1.9, 0.86, 0.41
"""Radii of the eyeball, the iris and the pupil."""
_LID = 2.0
"""Radius of the ball that the lids slide on."""
_HALF = 1.75
"""Half the width between the corners."""
_TURN = 17.0
"""How far an eye's opening is turned to its side of the face, in degrees."""
_UP, _DOWN = 1.0, 0.64
"""How far the lids of an open eye are above and below its corners, in the middle."""
_SLANT = 0.10
"""How much higher the outer corner is."""
_STEPS = 8
WIDE_SIDE, WIDE_UP = 27.0, 22.0
"""How far an eye turns without leaving its lids, in degrees."""
_FOLLOW = 0.016
"""How much an upper lid follows the eye up and down, for each degree."""


class Gaze(NamedTuple):
    """Where a head looks: degrees to the right and up, and how near it is, in 1/cm (0 is far away)."""

    right: float
    up: float
    near: float


def centre(k: float) -> Vec:
    """Return the middle of the ball that the lids of an eye slide on; `k` is the sign of its side."""
    return (6.95, HIGH, (APART - 0.35) * k)


def ball_centre(k: float) -> Vec:
    """Return the middle of an eyeball."""
    x, y, z = centre(k)
    return (x, y + 0.08, z + 0.30 * k)


def direction(gaze: Gaze, k: float) -> Vec:
    """Return the way one eye looks. Looking at something near, the eyes turn to each other."""
    right, up = math.radians(gaze.right), math.radians(gaze.up)
    way = (math.cos(up) * math.cos(right), math.sin(up), math.cos(up) * math.sin(right))
    if gaze.near > 1e-6:
        between = (ball_centre(k)[0], ball_centre(k)[1], 0.0)
        way = unit(sub(add(between, scale(way, 1.0 / gaze.near)), ball_centre(k)))
    side = math.degrees(math.atan2(way[2], way[0]))
    high = math.degrees(math.asin(max(-1.0, min(1.0, way[1]))))
    side = math.radians(max(-WIDE_SIDE, min(WIDE_SIDE, side)))
    high = math.radians(max(-WIDE_UP, min(WIDE_UP, high)))
    return (math.cos(high) * math.cos(side), math.sin(high), math.cos(high) * math.sin(side))


def facing(way: Vec) -> Mat:
    """Return the turn that takes straight on to the way an eye looks."""
    side = unit(cross(way, (0.0, 1.0, 0.0)))
    high = cross(side, way)
    return (way[0], high[0], side[0], way[1], high[1], side[1], way[2], high[2], side[2])


def on_lid(u: float, y: float, k: float) -> Vec:
    """Return the point of the lids' ball so far from the inner (-1) to the outer (1) corner, `y` above the corners."""
    side = _HALF * u
    y += _SLANT * u
    forward = math.sqrt(max(0.05, _LID * _LID - y * y - side * side))
    return add(centre(k), rotate(rot_y(-_TURN * k), (forward, y, side * k)))


def lower(u: float, up: float) -> float:
    """Return how high the lower lid is there; `up` is where the eye looks, in degrees."""
    yields = max(0.0, min(0.18, -up * 0.010))
    return -(_DOWN + yields) * (1.0 - _power(u, 2.4))


def upper(u: float, lids: float, up: float) -> float:
    """Return how high the upper lid is there; `lids` 1 open to 0 closed, `up` where the eye looks, in degrees."""
    follow = max(-0.62, min(0.16, up * (_FOLLOW if up > 0.0 else 2.0 * _FOLLOW)))
    wide = (_UP + follow) * (1.0 - _power(u + 0.06 * (1.0 - u * u), 2.3))
    low = lower(u, up)
    return low + (max(wide, low + 0.05) - low) * max(0.0, min(1.0, lids))


def _power(u: float, exponent: float) -> float:
    return math.pow(abs(u), exponent)


US = tuple(-1.0 + 2.0 * i / (2 * _STEPS) for i in range(2 * _STEPS + 1))
"""Where the points of a lid's edge lie, from the inner to the outer corner."""


def upper_edge(k: float, lids: float, up: float) -> list[Vec]:
    """Return the upper lid's edge."""
    return [on_lid(u, upper(u, lids, up), k) for u in US]


def lower_edge(k: float, up: float) -> list[Vec]:
    """Return the lower lid's edge."""
    return [on_lid(u, lower(u, up), k) for u in US]


def crease(k: float, above: float, up: float) -> list[Vec]:
    """Return the fold of the upper lid, so far above the edge of an open eye."""
    inner = US[1:]
    return [on_lid(u * 1.02, upper(u, 1.0, up) + above * (1.0 - 0.55 * u * u), k) for u in inner]
