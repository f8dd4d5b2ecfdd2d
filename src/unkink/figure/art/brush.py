"""How body parts and things are painted: a soft dark edge, then a fill shaded across."""

from collections.abc import Sequence
from itertools import pairwise

from unkink.figure.art.easel import Disc, Easel, between
from unkink.figure.display import Caps, Item, Paint, Poly, Rgba
from unkink.figure.display import Span as Capsule
from unkink.figure.outline import Ellipse, edged_hull
from unkink.figure.palette import Stuff
from unkink.figure.shading import faint, shaded

EDGE = 0.42
"""How thick the dark edge of a body part is, centimetres."""
_INSIDE = 0.55
"""Where a limb's edge begins, on the way from its first ball to its second: sooner it would cut the joint in two."""


def tube(
    easel: Easel,
    discs: Sequence[Disc],
    stuff: Stuff,
    *,
    open_start: float = _INSIDE,
    open_end: float = 0.0,
) -> list[Item]:
    """Return a limb along these discs; its edge begins and ends so far inside its first and last piece."""
    edge = widened(discs, EDGE * easel.camera.scale)
    if open_start:
        edge[0] = between(discs[0], discs[1], open_start)
    if open_end:
        edge[-1] = between(discs[-1], discs[-2], open_end)
    first, last = discs[0], discs[-1]
    fill = shaded(stuff, (first.x, first.y), (last.x, last.y), max([disc.r for disc in discs]), easel.camera.flip)
    return [Caps(capsules(edge), faint(stuff.dark, 0.45)), Caps(capsules(discs), fill)]


def widened(discs: Sequence[Disc], by: float) -> list[Disc]:
    """Return the discs with their radii made larger by so many pixels."""
    return [Disc(x, y, near, r + by) for x, y, near, r in discs]


def capsules(discs: Sequence[Disc]) -> tuple[Capsule, ...]:
    """Return the tapered capsules between neighbouring discs."""
    return tuple([Capsule(a[0], a[1], a[3], b[0], b[1], b[3]) for a, b in pairwise(discs)])


def solid(
    groups: Sequence[Sequence[Ellipse]], by: float, edge: Rgba, fill: Paint, *, finest: bool = False
) -> list[Item]:
    """Return a body round these groups of ellipses: its edge, so many pixels wide, and its fill."""
    rings = [edged_hull(group, by, finest=finest) for group in groups]
    return [Poly(tuple([outer for _, outer in rings]), edge), Poly(tuple([inner for inner, _ in rings]), fill)]


def edge_colour(stuff: Stuff, alpha: float) -> Rgba:
    """Return the colour of a soft dark edge."""
    return faint(stuff.dark, alpha)
