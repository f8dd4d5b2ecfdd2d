"""Hair: the cap of an ellipsoid above a real hairline, so that it is right from every side."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from unkink.figure.algebra import Mat, Vec, compose, lerp, unit
from unkink.figure.art.easel import Easel
from unkink.figure.display import Poly
from unkink.figure.shading import shaded
from unkink.figure.surface import Bulk, Joint

_RIM = 36


class Cut(NamedTuple):
    """A haircut.

    Attributes:
        bulk: the ellipsoid whose cap is hair.
        line: the hairline on the unit sphere, all round.
        heights: the hairline's height every two degrees, from the back by the left round to the back.
    """

    bulk: Bulk
    line: tuple[Vec, ...]
    heights: tuple[float, ...]


def cut(bulk: Bulk, stops: Sequence[tuple[float, float]], count: int = 48) -> Cut:
    """Return a haircut.

    `stops` tell how high the hair begins at so many degrees from the front, as a share of its half height; the line has
    `count` points.
    """
    line = []
    for i in range(count):
        azimuth = i * 360.0 / count - 180.0
        y = _height(stops, azimuth)
        out = math.sqrt(1.0 - y * y)
        line.append((out * math.cos(math.radians(azimuth)), y, out * math.sin(math.radians(azimuth))))
    return Cut(bulk, tuple(line), tuple(_height(stops, i * 2.0 - 180.0) for i in range(181)))


def _height(stops: Sequence[tuple[float, float]], azimuth: float) -> float:
    """Return how high the hair begins at so many degrees from the front."""
    i = max(1, bisect_left(stops, (abs(azimuth), -1.0)))
    (a0, y0), (a1, y1) = stops[i - 1], stops[i]
    t = (abs(azimuth) - a0) / (a1 - a0)
    return y0 + (y1 - y0) * t * t * (3.0 - 2.0 * t)


SHORT = cut(
    Bulk((0.3, 10.9, 0.0), (10.2, 10.4, 9.15)),
    (
        *((0.0, 0.50), (35.0, 0.44), (58.0, 0.16), (72.0, -0.12), (84.0, -0.20)),
        *((95.0, -0.04), (112.0, -0.14), (135.0, -0.50), (180.0, -0.62)),
    ),
)
"""The hair of a whole body: brow, ear, nape."""
_TURNS = tuple((math.cos(2.0 * math.pi * i / _RIM), math.sin(2.0 * math.pi * i / _RIM)) for i in range(_RIM))


class _Crossing(NamedTuple):
    """Where the hairline goes over the horizon: its direction on the screen, and the end of which visible run it is."""

    angle: float
    run: int
    end: int


def hair(easel: Easel, joint: Joint, style: Cut = SHORT) -> Poly:
    """Return the hair of a head: what of it is seen."""
    seen = compose(easel.camera.matrix, joint.turn)
    (cx, cy, cz), (rx, ry, rz) = style.bulk
    rings = [
        easel.points(joint, [(cx + x * rx, cy + y * ry, cz + z * rz) for x, y, z in outline])
        for outline in _cap(seen, style)
    ]
    x, y, *_ = easel.ellipse(joint, style.bulk)
    fill = shaded(easel.palette.hair, (x, y), (x, y), 11.0 * easel.camera.scale, easel.camera.flip, 0.9)
    return Poly(tuple(rings), fill)


def _cap(seen: Mat, style: Cut) -> list[list[Vec]]:
    """Return the outlines, on the unit sphere, of what is hair and faces the viewer.

    An outline goes along the hairline where that is seen, and between along the horizon where that is hair. The
    hairline goes so far up and down that a part of it is seen from everywhere.
    """
    runs = _runs(seen, style)
    rim = _rim(seen, style.bulk.radii)
    crossings = sorted(
        _Crossing(_angle(seen, style, run[-end]), i, end) for i, run in enumerate(runs) for end in (0, 1)
    )
    arcs = _arcs(rim, [crossing.angle for crossing in crossings], seen, style)
    # Hair and skin take turns along the horizon: which arcs are hair is decided by all of them together.
    votes = [sum(1 if _hairy(style, point) else -1 for point in arc) * (-1) ** i for i, arc in enumerate(arcs)]
    first = 0 if sum(votes) > 0 else 1
    count = len(crossings)
    partner = {}
    for i in range(first, count + first, 2):
        here, there = i % count, (i + 1) % count
        partner[here] = (there, arcs[here])
        partner[there] = (here, arcs[here][::-1])
    places = {(crossing.run, crossing.end): i for i, crossing in enumerate(crossings)}
    outlines = []
    while partner:
        outline: list[Vec] = []
        at = next(iter(partner))
        while at in partner:
            there, arc = partner.pop(at)
            del partner[there]
            _, run, end = crossings[there]
            outline += arc
            outline += runs[run] if end == 0 else runs[run][::-1]
            at = places[run, 1 - end]
        outlines.append(outline)
    return outlines


def _runs(seen: Mat, style: Cut) -> list[list[Vec]]:
    """Return the pieces of the hairline that face the viewer, each from horizon to horizon."""
    rx, ry, rz = style.bulk.radii
    nx, ny, nz = seen[6] / rx, seen[7] / ry, seen[8] / rz
    line = [(point, point[0] * nx + point[1] * ny + point[2] * nz) for point in style.line]
    runs = []
    for start in range(len(line)):
        if line[start][1] > 0.0 >= line[start - 1][1]:
            run, at = [_crossed(line[start - 1], line[start])], start
            while line[at % len(line)][1] > 0.0:
                run.append(line[at % len(line)][0])
                at += 1
            run.append(_crossed(line[(at - 1) % len(line)], line[at % len(line)]))
            runs.append(run)
    return runs


def _crossed(a: tuple[Vec, float], b: tuple[Vec, float]) -> Vec:
    """Return where the hairline goes over the horizon, between a point on one side of it and one on the other."""
    (p, u), (q, v) = a, b
    return lerp(p, q, u / (u - v))


def _rim(seen: Mat, radii: Vec) -> list[Vec]:
    """Return the horizon of the hair as points of the unit sphere, all round."""
    rx, ry, rz = radii
    turns = [
        ((seen[0] * u + seen[3] * v) * rx, (seen[1] * u + seen[4] * v) * ry, (seen[2] * u + seen[5] * v) * rz)
        for u, v in _TURNS
    ]
    return [unit(turn) for turn in turns]


def _arcs(rim: list[Vec], angles: list[float], seen: Mat, style: Cut) -> list[list[Vec]]:
    """Return the horizon's points in the gaps between neighbouring angles, in their order; the last gap goes round."""
    arcs: list[list[Vec]] = [[] for _ in angles]
    for angle, point in sorted((_angle(seen, style, point), point) for point in rim):
        arcs[bisect_right(angles, angle) - 1].append(point)
    early = bisect_left([_angle(seen, style, point) for point in arcs[-1]], angles[-1])
    arcs[-1] = arcs[-1][early:] + arcs[-1][:early]
    return arcs


def _angle(seen: Mat, style: Cut, point: Vec) -> float:
    """Return the direction, on the screen, of a point of the unit sphere from the middle of the hair."""
    rx, ry, rz = style.bulk.radii
    x, y, z = point[0] * rx, point[1] * ry, point[2] * rz
    return math.atan2(seen[3] * x + seen[4] * y + seen[5] * z, seen[0] * x + seen[1] * y + seen[2] * z)


def _hairy(style: Cut, point: Vec) -> bool:
    x, y, z = point
    return y > style.heights[round((math.degrees(math.atan2(z, x)) + 180.0) / 2.0)]
