"""Motion arrows: a ribbon and its heads as one shape, so that it stays even while it fades."""

import math
from collections.abc import Sequence

from unkink.figure.algebra import Vec
from unkink.figure.camera import Camera
from unkink.figure.display import Point
from unkink.figure.outline import Ring, circle, hull

_WIDTH, _TAIL = 1.15, 0.45
"""Half a ribbon's width in centimetres, and how much of it is left at a tail."""
_HEAD, _HEAD_WIDE, _ROUND = 5.4, 0.52, 0.7
"""A head's length in centimetres, half its width as a share of that, and how round its corners are."""
_HALO = 0.75
_TAIL_STEPS = 6


def arrow(
    camera: Camera, points: Sequence[Vec], *, both: bool, size: float = 1.0
) -> tuple[tuple[Ring, ...], tuple[Ring, ...]]:
    """Return an arrow along these points of the world, with one head or two: the rings of its halo, and its own.

    A close-up asks for a smaller `size`.
    """
    path = [camera.point(point) for point in points]
    scale = camera.scale * size
    return _shape(path, scale, _HALO * scale, both=both), _shape(path, scale, 0.0, both=both)


def _shape(path: list[Point], scale: float, by: float, *, both: bool) -> tuple[Ring, ...]:
    """Return an arrow's rings, made larger by so many pixels."""
    head, ribbon = _head(path, scale, by)
    heads = [head]
    if both:
        head, ribbon = _head(ribbon[::-1], scale, by)
        heads.append(head)
    return (*heads, _ribbon(ribbon, _WIDTH * scale, by, 1.0 if both else _TAIL))


def _ribbon(path: list[Point], width: float, by: float, tail: float) -> Ring:
    """Return the ribbon along a path, from a round tail of that share of its width; wound as hulls are."""
    count = len(path) - 1
    left, right = [], []
    for i, (x, y) in enumerate(path):
        (ax, ay), (bx, by_) = path[max(0, i - 1)], path[min(count, i + 1)]
        n = math.hypot(bx - ax, by_ - ay) or 1.0
        half = width * (tail + (1.0 - tail) * i / count) + by
        dx, dy = (bx - ax) / n * half, (by_ - ay) / n * half
        left.append((x + dy, y - dx))
        right.append((x - dy, y + dx))
    (x, y), (lx, ly) = path[0], left[0]
    start = math.atan2(ly - y, lx - x)
    round_ = [start - math.pi * i / _TAIL_STEPS for i in range(_TAIL_STEPS, 0, -1)]
    r = math.hypot(lx - x, ly - y)
    return (*left, *reversed(right), *((x + r * math.cos(a), y + r * math.sin(a)) for a in round_[1:]))


def _head(path: list[Point], scale: float, by: float) -> tuple[Ring, list[Point]]:
    """Return the head at a path's end, and the path cut to where the head begins."""
    x, y = path[-1]
    cut = list(path)
    while len(cut) > 2 and math.hypot(cut[-2][0] - x, cut[-2][1] - y) < _HEAD * scale * 0.62:
        del cut[-2]
    px, py = cut[-2]
    n = math.hypot(x - px, y - py) or 1.0
    dx, dy = (x - px) / n, (y - py) / n
    long, r = _HEAD * scale, _ROUND * scale
    wide, cx, cy = long * _HEAD_WIDE, x - dx * long, y - dy * long
    corners = ((x - dx * r, y - dy * r), (cx - dy * wide, cy + dx * wide), (cx + dy * wide, cy - dx * wide))
    cut[-1] = (x - dx * long * 0.7, y - dy * long * 0.7)
    return hull([circle(*corner, r + by) for corner in corners]), cut
