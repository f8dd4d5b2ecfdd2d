"""How far flesh is from what it could touch: planes, and round things that it meets on its way.

Flesh here is the same balls and ellipsoids that are drawn.
"""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from unkink.figure.algebra import Vec, dot, length, rotate, scale, sub, unit
from unkink.figure.body import AVERAGE, Build
from unkink.figure.skeleton import Skeleton
from unkink.figure.solids import Globe, Rod
from unkink.figure.surface import Ball, outward


class Lump(NamedTuple):
    """An ellipsoid of flesh in the world: the segment it belongs to, its middle, its three half axes as vectors."""

    segment: str
    centre: Vec
    axes: tuple[Vec, Vec, Vec]


def flesh(skeleton: Skeleton, segments: Iterable[str], build: Build = AVERAGE) -> list[Lump]:
    """Return the flesh of these segments; a limb's cones are filled with balls between its balls."""
    trunk = build.breathing(*skeleton.breath)
    lumps = []
    for segment in segments:
        joint = skeleton.joints[segment]
        if segment in build.limbs:
            for x, y, z, r in _filled(build.limbs[segment]):
                axes = ((r, 0.0, 0.0), (0.0, r, 0.0), (0.0, 0.0, r))
                lumps.append(Lump(segment, outward(joint, (x, y, z)), axes))
            continue
        for centre, (rx, ry, rz) in build.head if segment == "head" else trunk[segment]:
            across = ((rx, 0.0, 0.0), (0.0, ry, 0.0), (0.0, 0.0, rz))
            a, b, c = (rotate(joint.turn, axis) for axis in across)
            lumps.append(Lump(segment, outward(joint, centre), (a, b, c)))
    return lumps


def extent(lump: Lump, way: Vec) -> float:
    """Return how far a lump reaches in the direction of a unit vector, measured from the origin."""
    return dot(lump.centre, way) + math.sqrt(sum(dot(axis, way) ** 2 for axis in lump.axes))


def gap_to_plane(lumps: Sequence[Lump], base: Vec, normal: Vec) -> float:
    """Return how far flesh is from a plane; negative where it is through it, infinite where there is no flesh."""
    down = scale(normal, -1.0)
    return min((-extent(lump, down) for lump in lumps), default=math.inf) - dot(base, normal)


def way_to_round(lumps: Sequence[Lump], solid: Rod | Globe, way: Vec) -> float:
    """Return how far flesh has to move along the unit vector `way` until it first touches something round.

    Negative where it is already in it; infinite where it would pass by. A rod is taken to be endless.
    """
    if isinstance(solid, Globe):
        return min(_meeting(lump, solid.centre, None, solid.radius, way) for lump in lumps)
    axis = unit(sub(solid.end, solid.start))
    return min(_meeting(lump, solid.start, axis, solid.radius, way) for lump in lumps)


def _filled(chain: Sequence[Ball]) -> list[Ball]:
    balls = [chain[0]]
    for a, b in pairwise(chain):
        balls += [Ball(*(p + (q - p) * t for p, q in zip(a, b, strict=True))) for t in (1 / 3, 2 / 3, 1.0)]
    return balls


def _meeting(lump: Lump, centre: Vec, axis: Vec | None, radius: float, way: Vec) -> float:
    """Return how far a lump moves until it touches: it grows by the radius, the round thing shrinks to a line or point.

    Growing the half axes instead of the skin is a millimetre or two off for bodies as round as ours.
    """
    to = sub(centre, lump.centre)
    directions = [(unit(half), length(half) + radius) for half in lump.axes]
    p = [dot(to, u) / r for u, r in directions]
    v = [dot(way, u) / r for u, r in directions]
    if axis is not None:  # what of both runs along the rod doesn't count: the rod is there all along
        q = [dot(axis, u) / r for u, r in directions]
        square = sum(c * c for c in q)
        kp, kv = (sum(c * d for c, d in zip(w, q, strict=True)) / square for w in (p, v))
        p = [c - kp * d for c, d in zip(p, q, strict=True)]
        v = [c - kv * d for c, d in zip(v, q, strict=True)]
    # The first t at which p - t v has length one.
    a, b = sum(c * c for c in v), sum(c * d for c, d in zip(p, v, strict=True))
    inside = b * b - a * (sum(c * c for c in p) - 1.0)
    return (b - math.sqrt(inside)) / a if inside >= 0.0 < a else math.inf
