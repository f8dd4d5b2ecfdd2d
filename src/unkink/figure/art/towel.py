"""A towel: a soft band between the hands, or rolled up on the floor."""

import math
from collections.abc import Sequence
from itertools import pairwise

from unkink.figure.algebra import Mat, Vec, add, cross, lerp, smoothstep, sub, unit
from unkink.figure.art.brush import edge_colour, solid
from unkink.figure.art.easel import Disc, Easel, Part, Plane
from unkink.figure.band import Strand, strands
from unkink.figure.display import Item, Line, Point, Poly
from unkink.figure.held import Roll, Towel
from unkink.figure.outline import Ellipse, hull
from unkink.figure.shading import faint, lighter, shaded
from unkink.figure.skeleton import Skeleton
from unkink.figure.surface import Bulk, Joint, Spot

_THICK, _WIDE = 0.9, 3.9
"""Half a towel's thickness and width where it lies flat, folded."""
_BUNCHED = 1.7
"""Its radius where a fist gathers it."""
_EDGE = 0.38
_FOLDS = (-0.42, 0.3)
"""Where the folds run, as shares of half its width."""
_STRIPES = (0.375, 0.5)
"""Where on the way from a fist to what the towel goes over its stripes are, as shares of that way."""
_TURNS = 2.6
_HIGH = 0.6
"""What is above this share of a roll's radius is on it."""


def towel(easel: Easel, held: Towel, skeleton: Skeleton) -> list[Part]:
    """Return the pieces of a towel that hands hold."""
    return [_strand(easel, strand) for strand in strands(skeleton, held)]


def _strand(easel: Easel, strand: Strand) -> Part:
    c, stuff = easel.camera, easel.palette.towel
    end, spots, fists = strand.end, strand.spots, strand.fists
    count = len(spots)
    shares = [min(1.0, max(0.0, (i - fists + 1) / (count - fists))) if end else 1.0 for i in range(count)]
    first = len(strand.before)
    line = [*strand.before, *spots, *strand.beyond]
    nodes = [_node(line, first + i, share) for i, share in enumerate(shares)]
    shapes = [easel.ellipse(joint, bulk) for joint, bulk in nodes]
    fill = shaded(stuff, c.point(spots[0].at), c.point(spots[-1].at), _WIDE * c.scale, c.flip, 0.8)
    pairs = [list(pair) for pair in pairwise(shapes)]
    edge, body = solid(pairs, _EDGE * c.scale, edge_colour(stuff, 0.5), fill)
    rings = edge.rings[0 if end else 1 : -1] if isinstance(edge, Poly) else ()  # no edge across where pieces meet
    items: list[Item] = [Poly(rings, edge.paint), body]
    if end:
        free = nodes[fists - 1 :]
        folds = tuple(_fold(easel, free, share) for share in _FOLDS)
        stripes = tuple(_stripe(easel, free[round(share * (len(free) - 1))]) for share in _STRIPES)
        items.append(Line(folds, 0.3 * c.scale, faint(stuff.dark, 0.28)))
        items.append(Line(stripes, 0.8 * c.scale, easel.palette.stripe))
    discs = [Disc(*c.point(spot.at), c.depth(spot.at) * c.scale, 2.2 * c.scale) for spot in spots]
    name = f"towel {end}".strip()
    return Part(name, discs, items, nearer=0.8 * c.scale, spots=[spot.at for spot in spots[fists:]])


def _node(spots: Sequence[Spot], i: int, share: float) -> tuple[Joint, Bulk]:
    """Return a spot's frame (broad side to x, the way on to y) and how far the towel reaches there, so far opened."""
    at, out = spots[i]
    way = unit(sub(spots[min(len(spots) - 1, i + 1)].at, spots[max(0, i - 1)].at))
    side = unit(cross(out, way))
    out = cross(way, side)
    turn: Mat = (out[0], way[0], side[0], out[1], way[1], side[1], out[2], way[2], side[2])
    thick, wide = (_BUNCHED + (flat - _BUNCHED) * smoothstep(share) for flat in (_THICK, _WIDE))
    return Joint(at, turn), Bulk((0.0, 0.0, 0.0), (thick, thick, wide))


def _fold(easel: Easel, nodes: Sequence[tuple[Joint, Bulk]], share: float) -> tuple[Point, ...]:
    """Return the line of a fold along a towel, so far from its middle, on the broad side that is seen."""
    line: list[Point] = []
    for joint, bulk in nodes:
        k = 0.9 if easel.facing(joint.turn, (1.0, 0.0, 0.0)) > 0.0 else -0.9
        line += easel.points(joint, [(bulk.radii[0] * k, 0.0, bulk.radii[2] * share)])
    return tuple(line)


def _stripe(easel: Easel, node: tuple[Joint, Bulk]) -> tuple[Point, ...]:
    """Return a stripe across a towel, on the half of it that faces the viewer."""
    joint, bulk = node
    thick, _, wide = bulk.radii
    across, ahead = (easel.facing(joint.turn, way) for way in ((0.0, 0.0, 1.0), (1.0, 0.0, 0.0)))
    middle = math.atan2(across / wide, ahead / thick)
    angles = [middle + math.radians(i * 20.0) for i in range(-4, 5)]
    return easel.points(joint, [(thick * math.cos(angle), 0.0, wide * math.sin(angle)) for angle in angles])


def rolled_towel(easel: Easel, roll: Roll) -> Part:
    """Return a towel rolled up on the floor."""
    c, stuff, r = easel.camera, easel.palette.towel, roll.radius
    rod = roll.rod()
    near, far = (rod.end, rod.start) if c.depth(rod.end) > c.depth(rod.start) else (rod.start, rod.end)
    axis = unit(sub(near, far))
    u: Vec = (axis[2], 0.0, -axis[0])
    turn: Mat = (u[0], 0.0, axis[0], u[1], 1.0, axis[1], u[2], 0.0, axis[2])
    body = [_end(easel, Joint(at, turn), r) for at in (far, near)]
    fill = shaded(stuff, c.point(far), c.point(near), r * c.scale, c.flip, 1.1)
    items: list[Item] = [*solid([body], _EDGE * c.scale, edge_colour(stuff, 0.5), fill)]
    for t in (0.80, 0.87):
        pair = [_end(easel, Joint(lerp(far, near, t + by), turn), r) for by in (0.0, 0.025)]
        items.append(Poly((hull(pair),), easel.palette.stripe))
    # the roll this side of the stripes, then its end
    items += [
        Poly((hull([_end(easel, Joint(lerp(far, near, 0.897), turn), r), body[1]]),), fill),
        Poly((hull([body[1]]),), lighter(stuff.base, 0.25)),
        Line((easel.points(Joint(near, turn), _spiral(r)),), 0.32 * c.scale, faint(stuff.dark, 0.7)),
    ]
    spots = [lerp(rod.start, rod.end, i / 6.0) for i in range(7)]
    discs = [Disc(*c.point(spot), c.depth(spot) * c.scale, r * c.scale) for spot in spots]
    plane = Plane(add(rod.start, (0.0, r * _HIGH, 0.0)), (0.0, 1.0, 0.0))
    return Part("towel", discs, items, spots=spots, planes=(plane,))


def _end(easel: Easel, at: Joint, r: float) -> Ellipse:
    return easel.ellipse(at, Bulk((0.0, 0.0, 0.0), (r, r, 0.05)))


def _spiral(r: float) -> list[Vec]:
    count = round(_TURNS * 14)
    places = [(math.tau * _TURNS * i / count, r * 0.86 * i / count) for i in range(3, count + 1)]
    return [(out * math.cos(angle), out * math.sin(angle), 0.0) for angle, out in places]
