"""Hard shapes: where a hand lands on them, and how far a soft body is from touching them."""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from unkink.figure.algebra import Vec, add, dot, length, scale, sub, unit
from unkink.figure.surface import Spot


class Box(NamedTuple):
    """A box along the axes, from its lowest corner to its highest; centimetres."""

    low: Vec
    high: Vec


class Rod(NamedTuple):
    """A round bar between two points."""

    start: Vec
    end: Vec
    radius: float


class Globe(NamedTuple):
    """A ball."""

    centre: Vec
    radius: float


Solid: TypeAlias = Box | Rod | Globe


def nearest(solids: Sequence[Solid], point: Vec) -> Spot:
    """Return the spot of these solids' surface nearest to a point, outside or inside."""
    spots = [_spot(solid, point) for solid in solids]
    return min(spots, key=lambda spot: length(sub(point, spot.at)))


def clearance(solids: Sequence[Solid], point: Vec) -> float:
    """Return how far a point is outside the nearest of these solids; negative inside."""
    spot = nearest(solids, point)
    return dot(sub(point, spot.at), spot.out)


def _spot(solid: Solid, point: Vec) -> Spot:
    if isinstance(solid, Box):
        return _box_spot(solid.low, solid.high, point)
    if isinstance(solid, Globe):
        return _round_spot(solid.centre, solid.radius, point)
    way = sub(solid.end, solid.start)
    t = min(1.0, max(0.0, dot(sub(point, solid.start), way) / dot(way, way)))
    return _round_spot(add(solid.start, scale(way, t)), solid.radius, point)


def _round_spot(centre: Vec, radius: float, point: Vec) -> Spot:
    out = unit(sub(point, centre)) if point != centre else (0.0, 1.0, 0.0)
    return Spot(add(centre, scale(out, radius)), out)


def _box_spot(low: Vec, high: Vec, point: Vec) -> Spot:
    """Return the spot on the one face the point is most outside of: a hand lies on a face, never on an edge."""
    beyond = [max(lo - p, p - hi) for lo, hi, p in zip(low, high, point, strict=True)]
    axis = beyond.index(max(beyond))
    sign = 1.0 if point[axis] > (low[axis] + high[axis]) / 2.0 else -1.0
    at = [min(hi, max(lo, p)) for lo, hi, p in zip(low, high, point, strict=True)]
    at[axis] = high[axis] if sign > 0.0 else low[axis]
    out = [0.0, 0.0, 0.0]
    out[axis] = sign
    return Spot((at[0], at[1], at[2]), (out[0], out[1], out[2]))
