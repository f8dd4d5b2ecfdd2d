"""Where the skin is: the spot of a body segment's surface near a point, and which way it faces there.

A hand that rests on the body is placed by this, so that it touches whatever the author's rough numbers were,
and goes on touching while it glides or while the ribs swell under it.
"""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from unkink.figure.algebra import Mat, Vec, add, rotate, scale, sub, unit, unrotate


class Joint(NamedTuple):
    """Where a segment's frame is in the world, and how it is turned."""

    at: Vec
    turn: Mat


class Ball(NamedTuple):
    """A ball of flesh in a segment's frame, centimetres; neighbours in a chain are joined by a cone."""

    x: float
    y: float
    z: float
    r: float


class Bulk(NamedTuple):
    """An ellipsoid of flesh in a segment's frame, centimetres."""

    centre: Vec
    radii: Vec


class Spot(NamedTuple):
    """A place on a surface: the point, and the unit vector that points out of it there."""

    at: Vec
    out: Vec


_BLEND = 1.2
"""Where two ellipsoids meet, their directions are mixed over about so many centimetres: a hand doesn't flip there."""


def outward(joint: Joint, local: Vec) -> Vec:
    """Return a point of a segment's frame in the world."""
    return add(joint.at, rotate(joint.turn, local))


def inward(joint: Joint, world: Vec) -> Vec:
    """Return a point of the world in a segment's frame."""
    return unrotate(joint.turn, sub(world, joint.at))


def chain_spot(chain: Sequence[Ball], near: Vec) -> Spot:
    """Return the spot of a limb's surface at the height of `near`, on the side of the bone where `near` is."""
    x, y, z = near
    i = next((i for i in range(1, len(chain)) if chain[i].y <= y), len(chain) - 1)
    above, below = chain[i - 1], chain[i]
    t = min(1.0, max(0.0, (above.y - y) / (above.y - below.y)))
    cx, cy, cz, r = [p + (q - p) * t for p, q in zip(above, below, strict=True)]
    out = unit((x - cx, 0.0, z - cz))
    return Spot((cx + out[0] * r, cy, cz + out[2] * r), out)


def core_ray(core: tuple[Vec, Vec], near: Vec) -> tuple[Vec, Vec]:
    """Return the point of the line `core` nearest to `near`, and the direction from there to `near`."""
    (ax, ay, az), (bx, by, bz) = core
    dx, dy, dz = bx - ax, by - ay, bz - az
    t = ((near[0] - ax) * dx + (near[1] - ay) * dy + (near[2] - az) * dz) / (dx * dx + dy * dy + dz * dz)
    t = min(1.0, max(0.0, t))
    start = (ax + dx * t, ay + dy * t, az + dz * t)
    return start, unit(sub(near, start))


def bulk_spot(parts: Iterable[tuple[Joint, Sequence[Bulk]]], start: Vec, ray: Vec) -> Spot:
    """Return where a ray from inside the flesh leaves the outermost of these ellipsoids; all in the world."""
    hits: list[tuple[float, Vec]] = []
    for joint, bulks in parts:
        p, d = inward(joint, start), unrotate(joint.turn, ray)
        for bulk in bulks:
            hit = _exit(bulk, p, d)
            if hit is not None:
                hits.append((hit[0], rotate(joint.turn, hit[1])))
    far = max(hits)[0]
    nx = ny = nz = 0.0
    for t, (x, y, z) in hits:
        weight = math.exp((t - far) / _BLEND)
        nx, ny, nz = nx + x * weight, ny + y * weight, nz + z * weight
    return Spot(add(start, scale(ray, far)), unit((nx, ny, nz)))


def _exit(bulk: Bulk, start: Vec, ray: Vec) -> tuple[float, Vec] | None:
    """Return how far along the ray the ellipsoid is left for good, and the way its skin faces there."""
    (cx, cy, cz), (rx, ry, rz) = bulk
    px, py, pz = (start[0] - cx) / rx, (start[1] - cy) / ry, (start[2] - cz) / rz
    qx, qy, qz = ray[0] / rx, ray[1] / ry, ray[2] / rz
    a = qx * qx + qy * qy + qz * qz
    b = px * qx + py * qy + pz * qz
    inside = b * b - a * (px * px + py * py + pz * pz - 1.0)
    if inside < 0.0:
        return None
    t = (math.sqrt(inside) - b) / a
    return t, unit(((px + qx * t) / rx, (py + qy * t) / ry, (pz + qz * t) / rz))
