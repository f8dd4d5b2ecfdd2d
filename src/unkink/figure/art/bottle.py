"""A water bottle, in a hand or where it stands."""

from itertools import pairwise

from unkink.figure.algebra import Mat, Vec, add, cross, rotate, scale, unit
from unkink.figure.art.brush import edge_colour, solid
from unkink.figure.art.easel import Disc, Easel, Part
from unkink.figure.display import Item, Line, Poly
from unkink.figure.held import BOTTLE_HIGH, BOTTLE_ROUND, Bottle
from unkink.figure.outline import Ellipse, hull
from unkink.figure.shading import faint, lighter, shaded
from unkink.figure.skeleton import Skeleton
from unkink.figure.surface import Bulk, Joint, outward

_HELD: Vec = (BOTTLE_ROUND + 1.0, -7.4, 0.0)
"""The middle of a bottle that a hand is shut round, in the hand's frame."""
_BELOW = 8.5
"""How much of it is below the middle of the hand."""
_PROFILE = ((0.0, 0.88), (0.05, 1.0), (0.62, 1.0), (0.76, 0.72), (0.84, 0.42), (0.9, 0.42))
"""Its height from the bottom and its radius, as shares of the whole, up to the cap."""
_CAP = ((0.88, 0.5), (1.0, 0.5))
_LABEL = ((0.26, 1.01), (0.52, 1.01))


def bottles(easel: Easel, bottle: Bottle, skeleton: Skeleton) -> list[Part]:
    """Return the bottles in the hands, or the one that stands."""
    if not bottle.hands:
        return [_bottle(easel, "bottle", bottle.at, (0.0, 1.0, 0.0))]
    parts = []
    for hand in bottle.hands:
        joint = skeleton.joints[hand]
        up = rotate(joint.turn, (0.0, 0.0, 1.0 if hand.endswith("r") else -1.0))
        foot = add(outward(joint, _HELD), scale(up, -_BELOW))
        parts.append(_bottle(easel, f"bottle {hand}", foot, up))
    return parts


def _bottle(easel: Easel, name: str, foot: Vec, up: Vec) -> Part:
    c, palette = easel.camera, easel.palette
    side = unit(cross(up, (1.0, 0.0, 0.0) if abs(up[0]) < 0.8 else (0.0, 0.0, 1.0)))
    ahead = cross(side, up)
    turn: Mat = (ahead[0], up[0], side[0], ahead[1], up[1], side[1], ahead[2], up[2], side[2])

    def rings(profile: tuple[tuple[float, float], ...]) -> list[Ellipse]:
        shapes = [(high * BOTTLE_HIGH, share * BOTTLE_ROUND) for high, share in profile]
        return [
            easel.ellipse(Joint(add(foot, scale(up, y)), turn), Bulk((0.0, 0.0, 0.0), (r, 0.05, r))) for y, r in shapes
        ]

    top = add(foot, scale(up, BOTTLE_HIGH))
    fill = shaded(palette.bottle, c.point(foot), c.point(top), BOTTLE_ROUND * c.scale, c.flip, 1.6)
    body = [list(pair) for pair in pairwise(rings(_PROFILE))]
    shine = [add(foot, add(scale(up, BOTTLE_HIGH * t), scale(c_left(easel), BOTTLE_ROUND * 0.5))) for t in (0.1, 0.58)]
    items: list[Item] = [
        *solid([rings(_CAP)], 0.3 * c.scale, faint(palette.bottle.dark, 0.6), palette.cap),
        *solid(body, 0.32 * c.scale, edge_colour(palette.bottle, 0.6), fill),
        Poly((hull(rings(_LABEL)),), faint(palette.cap, 0.75)),
        Poly((hull(rings(_CAP)),), palette.cap),
        Line((tuple(c.point(spot) for spot in shine),), 0.55 * c.scale, faint(lighter(palette.bottle.base, 0.8), 0.6)),
    ]
    spots = [add(foot, scale(up, BOTTLE_HIGH * t)) for t in (0.1, 0.35, 0.6, 0.9)]
    discs = [Disc(*c.point(spot), c.depth(spot) * c.scale, BOTTLE_ROUND * c.scale) for spot in spots]
    return Part(name, discs, items, spots=spots)


def c_left(easel: Easel) -> Vec:
    """Return the way to the left of the unmirrored picture, in the world: light comes from there."""
    m = easel.camera.matrix
    return (-m[0], -m[1], -m[2])
