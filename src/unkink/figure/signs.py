"""Motion arrows as an author tells them, and the points in the world they run along."""

import math
from dataclasses import dataclass

from unkink.figure.algebra import Vec, add, compose, dot, frame, lerp, rot_y, rotate, scale, sub, unit, unrotate
from unkink.figure.motion import Motion
from unkink.figure.reader import Reader
from unkink.figure.surface import outward
from unkink.figure.timeline import Window, occasions, window

_FADE = 0.5
"""Seconds over which an arrow comes and goes."""
_STEPS = 8
"""Pieces of the way from one point of an arrow to the next."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One arrow: the points it runs along in the world, whether it has a head at both ends, when it is shown."""

    points: tuple[Vec, ...]
    both: bool
    window: Window


def read_sign(reader: Reader, motion: Motion) -> Sign:
    """Return an arrow: the trace of a spot of the body, an arc round a centre, or a path through points."""
    if reader.has("trace"):
        points = _trace(reader, motion)
    else:
        points = _arc(reader) if reader.has("centre") else _path(reader)
        on = reader.word("on", "", motion.segments)
        pose = reader.word("pose", motion.spans[0].name, motion.poses)
        if on:
            joint = motion.still(pose).joints[on]
            points = [outward(joint, point) for point in points]
    names = reader.words("during", occasions(motion.spans))
    both = reader.flag("both", default=False)
    reader.close()
    return Sign(tuple(points), both, window(motion.spans, names, _FADE))


def _trace(reader: Reader, motion: Motion) -> list[Vec]:
    """Return the way a spot goes from one pose to another, stretched about its middle."""
    segment, spot = reader.word("trace", motion.segments[0], motion.segments), reader.vector("spot", (0.0, 0.0, 0.0))
    start = reader.word("from", motion.spans[0].name, motion.poses)
    end = reader.word("to", motion.spans[0].to, motion.poses)
    stretch = reader.number("stretch", 1.0, 0.2, 10.0)
    points = [outward(motion.between(start, end, i / _STEPS).joints[segment], spot) for i in range(_STEPS + 1)]
    middle = scale(add(points[0], points[-1]), 0.5)
    return [add(middle, scale(sub(point, middle), stretch)) for point in points]


def _arc(reader: Reader) -> list[Vec]:
    """Return the way of a point that turns about an axis through a centre."""
    centre, start = reader.vector("centre", (0.0, 0.0, 0.0)), reader.vector("start", (10.0, 0.0, 0.0))
    sweep = reader.number("sweep", 120.0, -350.0, 350.0)
    down = scale(unit(reader.vector("axis", (0.0, 1.0, 0.0))), -1.0)
    if not math.isclose(dot(down, down), 1.0):
        reader.wrong("axis", "no direction", "a list of 3 numbers, not all of them zero")
        down = (0.0, -1.0, 0.0)
    turn = frame(down, start)
    local = unrotate(turn, start)
    count = max(_STEPS, round(abs(sweep) / 10.0))
    return [add(centre, rotate(compose(turn, rot_y(sweep * i / count)), local)) for i in range(count + 1)]


def _path(reader: Reader) -> list[Vec]:
    points = [reader.point(f"path.{i}", row) for i, row in reader.rows("path")]
    if len(points) < 2:
        reader.wrong("path", "too little", "two points or more (or an arrow with a trace, or with a centre)")
        return [(0.0, 0.0, 0.0), (10.0, 0.0, 0.0)]
    return _smooth(points)


def _smooth(points: list[Vec]) -> list[Vec]:
    """Return a curve through these points (Catmull-Rom), so that a bent arrow has no corners."""
    line = [sub(scale(points[0], 2.0), points[1]), *points, sub(scale(points[-1], 2.0), points[-2])]
    curve = []
    for before, start, end, after in zip(line, line[1:], line[2:], line[3:], strict=False):
        for i in range(_STEPS):
            t = i / _STEPS
            # Barry and Goldman's pyramid: three mixes of mixes.
            a, b, c = lerp(before, start, t + 1.0), lerp(start, end, t), lerp(end, after, t - 1.0)
            curve.append(lerp(lerp(a, b, (t + 1.0) / 2.0), lerp(b, c, t / 2.0), t))
    return [*curve, points[-1]]
