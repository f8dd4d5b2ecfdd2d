"""What hands hold or lie on."""

import math

from unkink.figure.algebra import Vec, compose, lerp, rot_y, rot_z
from unkink.figure.art.brush import edge_colour, solid
from unkink.figure.art.easel import Disc, Easel, Part
from unkink.figure.art.furniture import Workshop
from unkink.figure.display import Item, Line, Point, Poly
from unkink.figure.hand.motion import HandMotion
from unkink.figure.hand.solving import HandSkeleton
from unkink.figure.hand.things import Held, Placed
from unkink.figure.outline import Ellipse, circle, hull
from unkink.figure.props import Desk, Round
from unkink.figure.shading import faint, lighter, shaded
from unkink.figure.surface import Bulk, Joint, outward

_EDGE = 0.15
_TURNS = 2.4
_ASKEW, _SMALL = 24.0, 0.86
"""How a ball's grooves are turned from the way it rolls, and how wide they are, as a share of the ball."""


def board(easel: Easel, desk: Desk) -> list[Item]:
    """Return a desk's top, under everything."""
    return list(Workshop(easel.camera, easel.palette).desk(desk)[0].items)


def things(easel: Easel, motion: HandMotion, skeleton: HandSkeleton) -> list[Part]:
    """Return what rolls and what is held."""
    parts = []
    for name, rolled in motion.rolled(skeleton).items():
        thing = motion.things[name]
        if isinstance(thing, Round):
            turn = compose(rot_y(_ASKEW), rot_z(rolled.angle))
            parts.append(_ball(easel, name, Placed(Joint(rolled.at, turn), thing.radius)))
    for name, held in skeleton.held.items():
        thing = motion.things[name]
        if isinstance(thing, Held):
            parts += _roll(easel, name, held, thing.long) if thing.long else [_ball(easel, name, held)]
    return parts


def _ball(easel: Easel, name: str, held: Placed) -> Part:
    c, stuff = easel.camera, easel.palette.ball
    (x, y), r = c.point(held.joint.at), held.radius * c.scale
    shine = circle(x - 0.32 * r * c.flip, y - 0.40 * r, r * 0.2)
    items: list[Item] = [
        *solid(
            [[circle(x, y, r)]], _EDGE * c.scale, edge_colour(stuff, 0.55), shaded(stuff, (x, y), (x, y), r, c.flip)
        ),
        Poly((hull([shine]),), faint(lighter(stuff.base, 0.8), 0.6)),
    ]
    grooves = tuple(line for way in (-1.0, 1.0) for line in _groove(easel, held, way))
    items.append(Line(grooves, 0.22 * c.scale, faint(stuff.dark, 0.45)))
    return Part(name, [Disc(x, y, c.depth(held.joint.at) * c.scale, r)], items)


def _groove(easel: Easel, ball: Placed, way: float) -> tuple[tuple[Point, ...], ...]:
    """Return what is seen of a groove round a ball: it shows the ball turning."""
    r, pieces, piece = ball.radius * 0.985, [], list[Vec]()
    for i in range(49):
        a = math.tau * i / 48.0
        point = (r * math.cos(a) * _SMALL, r * math.sin(a) * _SMALL, r * way * math.sqrt(1.0 - _SMALL * _SMALL))
        point = (point[2], point[0], point[1])
        if easel.facing(ball.joint.turn, point) > 0.0:
            piece.append(point)
        elif piece:
            pieces.append(piece)
            piece = []
    return tuple(easel.points(ball.joint, line) for line in (*pieces, piece) if len(line) > 1)


def _roll(easel: Easel, name: str, held: Placed, long: float) -> list[Part]:
    """Return a rolled towel."""
    c, stuff, r = easel.camera, easel.palette.towel, held.radius
    half = long / 2.0
    sign = 1.0 if c.depth(outward(held.joint, (0.0, 0.0, half))) > c.depth(held.joint.at) else -1.0
    near, far = (Joint(outward(held.joint, (0.0, 0.0, s * half)), held.joint.turn) for s in (sign, -sign))
    body = [_end(easel, far, r * 1.04), _end(easel, near, r * 1.04)]
    fill = shaded(stuff, c.point(far.at), c.point(near.at), r * c.scale, c.flip, 1.0)
    items: list[Item] = [*solid([body], _EDGE * c.scale, edge_colour(stuff, 0.6), fill, finest=True)]
    for t in (0.1, 0.16, 0.84, 0.9):
        pair = [_end(easel, Joint(lerp(far.at, near.at, t + by), near.turn), r * 1.05) for by in (0.0, 0.025)]
        items.append(Poly((hull(pair, finest=True),), easel.palette.stripe))
        back = [_end(easel, Joint(lerp(far.at, near.at, t + by), near.turn), r * 1.04) for by in (0.03, 0.06)]
        items.append(Poly((hull(back, finest=True),), fill))
    items += [
        Poly((hull([body[1]], finest=True),), lighter(stuff.base, 0.25)),
        Line((easel.points(near, _spiral(r)),), 0.14 * c.scale, faint(stuff.dark, 0.7)),
    ]
    spots = [lerp(near.at, far.at, i / 8.0) for i in range(9)]
    return [Part(name, [Disc(*c.point(spot), c.depth(spot) * c.scale, r * c.scale) for spot in spots], items)]


def _end(easel: Easel, at: Joint, r: float) -> Ellipse:
    return easel.ellipse(at, Bulk((0.0, 0.0, 0.0), (r, r, 0.05)))


def _spiral(r: float) -> list[Vec]:
    count = round(_TURNS * 14)
    places = [(math.tau * _TURNS * i / count, r * 0.9 * i / count) for i in range(3, count + 1)]
    return [(out * math.cos(angle), out * math.sin(angle), 0.0) for angle, out in places]
