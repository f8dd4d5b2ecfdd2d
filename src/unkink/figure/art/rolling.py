"""Rollers and balls, drawn where they have rolled to."""

import math

from unkink.figure.algebra import Mat, Vec, add, cross, scale, unit
from unkink.figure.art.brush import edge_colour, solid
from unkink.figure.art.easel import Disc, Easel, Part, Plane
from unkink.figure.display import Item, Line, Point, Poly
from unkink.figure.outline import Ellipse, circle, hull
from unkink.figure.props import Rolled, Round
from unkink.figure.shading import faint, lighter, shaded
from unkink.figure.surface import Bulk, Joint

_GROOVES = 6
_CORE, _RING = 0.46, 0.76
"""How wide a roller's hollow and its rim's inside are, as shares of its radius."""
_MARKS = 3
"""Dots on a roller's end that show it turning."""
_HIGH = 0.6
"""What is above this share of a roller's radius is on it."""


def round_part(easel: Easel, name: str, prop: Round, rolled: Rolled) -> Part:
    """Return a roller or a ball."""
    return _roller(easel, name, prop, rolled) if prop.long else _ball(easel, name, prop, rolled)


def _ball(easel: Easel, name: str, prop: Round, rolled: Rolled) -> Part:
    c, stuff = easel.camera, easel.palette.ball
    (x, y), r = c.point(rolled.at), prop.radius * c.scale
    outline = circle(x, y, r)
    shine = circle(x - 0.32 * r * c.flip, y - 0.40 * r, r * 0.22)
    items: list[Item] = [
        *solid([[outline]], 0.4 * c.scale, edge_colour(stuff, 0.55), shaded(stuff, (x, y), (x, y), r, c.flip, 1.2)),
        Poly((hull([shine]),), faint(lighter(stuff.base, 0.8), 0.7)),
    ]
    return Part(name, [Disc(x, y, c.depth(rolled.at) * c.scale, r)], items)


def _roller(easel: Easel, name: str, prop: Round, rolled: Rolled) -> Part:
    c, stuff, r = easel.camera, easel.palette.roller, prop.radius
    axis = scale(prop.axis, 1.0 if c.depth(prop.axis) > 0.0 else -1.0)
    u = unit(cross(axis, prop.normal))
    v = cross(u, axis)
    turn: Mat = (u[0], v[0], axis[0], u[1], v[1], axis[1], u[2], v[2], axis[2])
    near, far = (Joint(add(rolled.at, scale(axis, k * prop.long / 2.0)), turn) for k in (1.0, -1.0))
    body = [_disc(easel, near, r), _disc(easel, far, r)]
    grooves = [Joint(add(far.at, scale(axis, prop.long * i / _GROOVES)), turn) for i in range(1, _GROOVES)]
    fill = shaded(stuff, c.point(far.at), c.point(near.at), r * c.scale, c.flip, 1.2)
    items: list[Item] = [
        *solid([body], 0.5 * c.scale, edge_colour(stuff, 0.45), fill),
        Line(tuple(_groove(easel, at, r) for at in grooves), 0.45 * c.scale, faint(stuff.dark, 0.35)),
        Poly((hull([_disc(easel, near, r)]),), lighter(stuff.base, 0.38)),
        Poly((hull([_disc(easel, near, r * _RING)]),), stuff.base),
        Poly(tuple(hull([mark]) for mark in _marks(easel, near, r, rolled.angle)), stuff.dark),
        Poly((hull([_disc(easel, near, r * _CORE)]),), stuff.dark),
    ]
    spots = [add(far.at, scale(axis, prop.long * i / 6.0)) for i in range(7)]
    discs = [Disc(*c.point(spot), c.depth(spot) * c.scale, r * c.scale) for spot in spots]
    plane = Plane(add(rolled.at, scale(prop.normal, r * _HIGH)), prop.normal)
    return Part(name, discs, items, spots=spots, planes=(plane,))


def _disc(easel: Easel, at: Joint, r: float) -> Ellipse:
    return easel.ellipse(at, Bulk((0.0, 0.0, 0.0), (r, r, 0.05)))


def _marks(easel: Easel, at: Joint, r: float, angle: float) -> list[Ellipse]:
    marks = []
    for i in range(_MARKS):
        a = math.radians(angle + i * 360.0 / _MARKS)
        spot = (r * 0.88 * math.cos(a), r * 0.88 * math.sin(a), 0.0)
        marks.append(easel.ellipse(at, Bulk(spot, (r * 0.085, r * 0.085, 0.05))))
    return marks


def _groove(easel: Easel, at: Joint, r: float) -> tuple[Point, ...]:
    """Return the half of a ring round the roller that faces the viewer."""
    middle = math.atan2(easel.facing(at.turn, (0.0, 1.0, 0.0)), easel.facing(at.turn, (1.0, 0.0, 0.0)))
    angles = [middle + math.radians(i * 10.9) for i in range(-8, 9)]
    ring: list[Vec] = [(r * math.cos(angle), r * math.sin(angle), 0.0) for angle in angles]
    return easel.points(at, ring)
