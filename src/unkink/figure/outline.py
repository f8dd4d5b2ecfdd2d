"""Silhouettes on the screen: convex hulls of ellipses, always wound the same way."""

import math
from collections.abc import Sequence
from typing import TypeAlias

from unkink.figure.algebra import Mat, Vec
from unkink.figure.display import Point

Ellipse: TypeAlias = tuple[float, float, float, float, float]
"""Middle x, y, and the matrix a, b, c whose support in the direction u is sqrt(u . [[a, b], [b, c]] . u); pixels."""
Ring: TypeAlias = tuple[Point, ...]


def _directions(count: int) -> tuple[tuple[float, float, float, float, float], ...]:
    angles = [2.0 * math.pi * i / count for i in range(count)]
    pairs = [(math.cos(angle), math.sin(angle)) for angle in angles]
    return tuple((u, v, u * u, 2.0 * u * v, v * v) for u, v in pairs)


_COARSE, _MIDDLING, _FINE, _FINEST = _directions(14), _directions(20), _directions(28), _directions(64)
_SMALL, _MEDIUM = 250.0, 1500.0
"""Ellipses whose half axes, squared and added, are all below these (pixels) need fewer points."""


def hull(ellipses: Sequence[Ellipse], *, finest: bool = False) -> Ring:
    """Return the outline round all of these ellipses."""
    return edged_hull(ellipses, 0.0, finest=finest)[0]


def edged_hull(ellipses: Sequence[Ellipse], by: float, *, finest: bool = False) -> tuple[Ring, Ring]:
    """Return the outline round all of these ellipses, and the same so many pixels farther out all round."""
    sqrt = math.sqrt
    if finest:
        directions = _FINEST
    else:
        largest = max([e[2] + e[4] for e in ellipses])
        directions = _COARSE if largest < _SMALL else _MIDDLING if largest < _MEDIUM else _FINE
    x, y, a, b, c = ellipses[0]
    rest = ellipses[1:]
    ring = []
    for ux, uy, uu, uv, vv in directions:
        best = x, y, a, b, c
        root = sqrt(a * uu + b * uv + c * vv)
        if rest:
            far = x * ux + y * uy + root
            for other in rest:
                p, q, d, e, f = other
                other_root = sqrt(d * uu + e * uv + f * vv)
                reach = p * ux + q * uy + other_root
                if reach > far:
                    far, root, best = reach, other_root, other
        p, q, d, e, f = best
        k = 1.0 / root if root else 0.0
        ring.append((p + (d * ux + e * uy) * k, q + (e * ux + f * uy) * k))
    if not by:
        return tuple(ring), ()
    return tuple(ring), tuple([(p + u[0] * by, q + u[1] * by) for (p, q), u in zip(ring, directions, strict=True)])


def circle(x: float, y: float, r: float) -> Ellipse:
    """Return a circle as an ellipse."""
    return (x, y, r * r, 0.0, r * r)


def ellipse_of(at: Point, seen: Mat, radii: Vec, scale: float, flip: float) -> Ellipse:
    """Return an ellipsoid round a point of the screen.

    `seen` is its turn as the camera sees it, `radii` are in centimetres, `scale` in pixels for one; `flip` mirrors.
    """
    rx, ry, rz = radii[0] * scale, radii[1] * scale, radii[2] * scale
    x0, x1, x2 = seen[0] * rx * flip, seen[1] * ry * flip, seen[2] * rz * flip
    y0, y1, y2 = -seen[3] * rx, -seen[4] * ry, -seen[5] * rz
    return (*at, x0 * x0 + x1 * x1 + x2 * x2, x0 * y0 + x1 * y1 + x2 * y2, y0 * y0 + y1 * y1 + y2 * y2)
