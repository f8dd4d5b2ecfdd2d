"""Two bones that reach for a point: the inverse kinematics of arms and legs."""

import math
from typing import NamedTuple

from unkink.figure.algebra import Vec, across, add, dot, length, scale, sub, unit


class Bend(NamedTuple):
    """Two bones from a root to a target.

    Attributes:
        middle: where the elbow or knee is.
        end: where the wrist or ankle is: the target, or the nearest point within reach.
        pole: unit vector at right angles to root-end, the way the middle joint points.
        short: how far the end stays from the target, in centimetres; negative where the target is too near.
    """

    middle: Vec
    end: Vec
    pole: Vec
    short: float


_STRAIGHT = 0.9995
"""A limb is never stretched quite straight: the way its middle joint points would be lost."""
_FOLDED = 0.5
"""Nor is it folded nearer than this many centimetres to the difference of its bones."""

_NOWHERE = 1e-6


def reach(root: Vec, target: Vec, first: float, second: float, pole: Vec) -> Bend:
    """Return how bones of these lengths go from `root` to `target` with the middle joint towards `pole`."""
    way = sub(target, root)
    distance = length(way)
    reached = min(max(distance, abs(first - second) + _FOLDED), (first + second) * _STRAIGHT)
    u = unit(way) if distance > _NOWHERE else (0.0, -1.0, 0.0)
    w = across(pole, u)
    if dot(w, w) < 1e-6:
        w = across((u[1], -u[0], 0.0) if abs(u[2]) < 0.9 else (1.0, 0.0, 0.0), u)
    w = unit(w)
    cosine = (first * first + reached * reached - second * second) / (2.0 * first * reached)
    sine = math.sqrt(max(0.0, 1.0 - cosine * cosine))
    middle = add(root, add(scale(u, first * cosine), scale(w, first * sine)))
    return Bend(middle, add(root, scale(u, reached)), w, distance - reached)
