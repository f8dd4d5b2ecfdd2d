"""The timeline of a loop: which poses follow each other, how long each way takes, and the pose at any moment."""

import math
from bisect import bisect_right
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from unkink.figure.algebra import smoothstep
from unkink.figure.freeing import freed
from unkink.figure.pose import LIMBS, Limb, Pose, alike, mix
from unkink.figure.reader import Reader, shown
from unkink.figure.skeleton import Touchable


class Stop(NamedTuple):
    """One line of a timeline: a pose, the seconds to the next one, and whether the body moves on without a stop."""

    pose: str
    seconds: float
    passing: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """The way from one pose to the next.

    Attributes:
        start: when it begins, in seconds into the loop.
        seconds: how long it takes.
        name: the pose it begins with.
        to: the pose it ends with.
        poses: the poses mixed on the way, their limbs alike: one for a hold, two, or with a pass at either end four.
        bends: how strongly the way is bent by the pose before it and by the one after it; 0 at a stop.
    """

    start: float
    seconds: float
    name: str
    to: str
    poses: tuple[Pose, ...]
    bends: tuple[float, float] = (0.0, 0.0)

    def pose(self, at: float) -> Pose:
        """Return the pose `at` seconds into the loop."""
        if len(self.poses) == 1:
            return self.poses[0]
        t = (at - self.start) / self.seconds
        if not any(self.bends):
            s = smoothstep(t)
            return mix(self.poses, (1.0 - s, s))
        # Cubic Hermite: at a pass the body keeps the speed it would have on a straight way between the neighbours.
        c0, c1 = self.bends
        t2, t3 = t * t, t * t * t
        out, into = (t3 - 2.0 * t2 + t) * c0, (t3 - t2) * c1
        there = 3.0 * t2 - 2.0 * t3
        return mix(self.poses, (-out, 1.0 - there - into, there + out, into))


def read_stops(reader: Reader, poses: Collection[str]) -> list[Stop]:
    """Return a figure's timeline."""
    stops, rows = [], list(reader.rows("timeline"))
    if not rows:
        reader.wrong("timeline", "no stop", "[pose, seconds] for each stop of the loop")
    for i, row in rows:
        match row:
            case [str(pose), int() | float() as seconds, *rest] if _fits(pose, seconds, rest, poses):
                stops.append(Stop(pose, float(seconds), passing=bool(rest)))
            case _:
                allowed = f'[pose, seconds] or [pose, seconds, "pass"] with a pose of {", ".join(poses)}'
                reader.wrong(f"timeline.{i}", shown(row), allowed)
    return stops


def _fits(pose: str, seconds: float, rest: list[object], poses: Collection[str]) -> bool:
    return pose in poses and _SHORTEST <= seconds <= _LONGEST and rest in ([], ["pass"])


_SHORTEST, _LONGEST = 0.1, 600.0

Unite: TypeAlias = Callable[[Sequence[Pose], Touchable], tuple[Pose, ...]]
"""Tells poses alike, so that they can be mixed."""


def lay_out(
    stops: Sequence[Stop], poses: Mapping[str, Pose], touchable: Touchable, unite: Unite | None = None
) -> tuple[Span, ...]:
    """Return the spans of a loop; a limb that is told in different ways in the poses of a span becomes rotations.

    What is no whole body says with `unite` how the poses of a span are told alike.
    """
    unite = unite or _alike
    spans, start, count = [], 0.0, len(stops)
    for i, stop in enumerate(stops):
        before, after, beyond = stops[i - 1], stops[(i + 1) % count], stops[(i + 2) % count]
        bends = (0.0, 0.0)
        names = [stop.pose] if stop.pose == after.pose else [stop.pose, after.pose]
        if len(names) > 1 and (stop.passing or after.passing):
            bends = (
                stop.seconds / (before.seconds + stop.seconds) if stop.passing else 0.0,
                stop.seconds / (stop.seconds + after.seconds) if after.passing else 0.0,
            )
            names.insert(0, before.pose if stop.passing else stop.pose)
            names.append(beyond.pose if after.passing else after.pose)
        used = unite([poses[name] for name in names], touchable)
        spans.append(Span(start, stop.seconds, stop.pose, after.pose, used, bends))
        start += stop.seconds
    return tuple(spans)


def _alike(poses: Sequence[Pose], touchable: Touchable) -> tuple[Pose, ...]:
    """Return the poses with every limb that cannot be mixed number by number turned into rotations."""
    rows: list[list[Limb]] = []
    for name in LIMBS:
        row = [pose.limb(name) for pose in poses]
        rows.append(row if alike(row) else freed(poses, name, touchable))
    return tuple(Pose(pose.trunk, limbs) for pose, limbs in zip(poses, zip(*rows, strict=True), strict=True))


def span_at(spans: Sequence[Span], at: float) -> Span:
    """Return the span that holds a moment of the loop, in seconds from 0 up to its length."""
    return spans[bisect_right(spans, at, key=lambda span: span.start) - 1]


@dataclass(frozen=True, slots=True)
class Window:
    """The part of a loop in which something happens.

    Attributes:
        parts: from when to when, in seconds into the loop; empty for all of it.
        fade: seconds over which it comes and goes.
    """

    parts: tuple[tuple[float, float], ...]
    fade: float

    def level(self, at: float) -> float:
        """Return 0 outside, 1 well inside, and what is between while it comes and goes."""
        if not self.parts:
            return 1.0
        return max(smoothstep(min(at - start, end - at) / self.fade) for start, end in self.parts)

    def touches(self, span: Span) -> bool:
        """Return whether anything of a span lies inside."""
        return not self.parts or any(start <= span.start < end for start, end in self.parts)


ALWAYS = Window((), 1.0)
"""All of a loop."""


def window(spans: Sequence[Span], names: Collection[str], fade: float) -> Window:
    """Return when these poses are being left, or ways gone (``"low > high"``).

    Spans that follow each other make one part.
    """
    parts: list[tuple[float, float]] = []
    for span in spans:
        if span.name in names or f"{span.name} > {span.to}" in names:
            end = span.start + span.seconds
            if parts and math.isclose(parts[-1][1], span.start):
                parts[-1] = (parts[-1][0], end)
            else:
                parts.append((span.start, end))
    return Window(tuple(parts), fade)


def occasions(spans: Sequence[Span]) -> frozenset[str]:
    """Return every name that `window` knows for these spans."""
    return frozenset(name for span in spans for name in (span.name, f"{span.name} > {span.to}"))
