"""Cutting rings to a convex window, since a display list has no clip."""

from collections.abc import Sequence

from unkink.figure.display import Point
from unkink.figure.outline import Ring


def clipped(ring: Sequence[Point], window: Sequence[Point]) -> Ring:
    """Return what of a ring lies inside a convex one, wound as it was; maybe nothing (Sutherland and Hodgman 1974)."""
    found = list(ring)
    sign = 1.0 if _area(window) > 0.0 else -1.0
    for a, b in zip(window, (*window[1:], window[0]), strict=True):
        nx, ny = -(b[1] - a[1]) * sign, (b[0] - a[0]) * sign
        found = _beside(found, a, (nx, ny))
        if not found:
            break
    return tuple(found) if len(found) > 2 else ()


def above(ring: Sequence[Point], low: float) -> Ring:
    """Return what of a ring is above (not below) a level of the screen."""
    return tuple(_beside(list(ring), (0.0, low), (0.0, -1.0)))


def _beside(ring: list[Point], at: Point, inward: Point) -> list[Point]:
    """Return what of a ring lies on one side of a line."""
    (ax, ay), (nx, ny) = at, inward
    depths = [(x - ax) * nx + (y - ay) * ny for x, y in ring]
    if not depths or min(depths) >= 0.0:
        return ring
    found: list[Point] = []
    for i, (here, depth) in enumerate(zip(ring, depths, strict=True)):
        before, was = ring[i - 1], depths[i - 1]
        if (depth >= 0.0) != (was >= 0.0):
            t = was / (was - depth)
            found.append((before[0] + (here[0] - before[0]) * t, before[1] + (here[1] - before[1]) * t))
        if depth >= 0.0:
            found.append(here)
    return found


def _area(ring: Sequence[Point]) -> float:
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, (*ring[1:], ring[0]), strict=True))
