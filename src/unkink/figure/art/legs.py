"""Legs and feet."""

from unkink.figure.algebra import dot
from unkink.figure.art.brush import capsules, edge_colour, tube
from unkink.figure.art.easel import Easel, Part
from unkink.figure.bones import SIDES
from unkink.figure.display import Caps, Item, Poly
from unkink.figure.outline import circle, edged_hull
from unkink.figure.palette import Stuff
from unkink.figure.shading import dimmed, shaded
from unkink.figure.surface import Ball, Bulk

_EDGE = 0.40
_FAR_DIM = 0.15
"""How much darker the far side's limbs are when the body is seen from the side."""
_ANKLE = (Ball(0.0, -33.0, 0.0, 3.0), Ball(0.2, -40.0, 0.0, 2.9))
_HEEL_SOLE = (Bulk((-2.6, -6.1, 0.0), (3.5, 0.9, 3.3)), Bulk((9.4, -6.1, 0.5), (3.2, 0.9, 3.7)))
_TOE_SOLE = (Bulk((-1.1, 0.9, 0.5), (3.2, 0.9, 3.7)), Bulk((3.1, 0.9, 0.4), (2.9, 0.9, 2.8)))


def far_dim(easel: Easel, k: float) -> float:
    """Return how much darker the limbs of one side are; `k` is the sign of that side."""
    return _FAR_DIM * max(0.0, -k * easel.facing(easel.skeleton.joints["chest"].turn, (0.0, 0.0, 1.0)))


def straight(easel: Easel, side: str) -> float:
    """Return the cosine of the angle between a thigh and the trunk's down: 1 for a leg one stands on."""
    pelvis, thigh = easel.skeleton.joints["pelvis"].turn, easel.skeleton.joints[f"thigh_{side}"].turn
    return dot((pelvis[1], pelvis[4], pelvis[7]), (thigh[1], thigh[4], thigh[7]))


def legs(easel: Easel) -> list[Part]:
    """Return both legs' parts."""
    parts = []
    for side, k in SIDES:
        dim = far_dim(easel, k)
        parts += [
            _thigh(easel, side, dim),
            _shin(easel, side, dim),
            _foot(easel, side, dimmed(easel.palette.shoe, dim)),
        ]
    return parts


def _thigh(easel: Easel, side: str, dim: float) -> Part:
    discs = easel.flesh(f"thigh_{side}")
    spots = easel.spots((f"thigh_{side}", (0.0, -2.0, 0.0)), (f"shin_{side}", (0.0, -2.0, 0.0)))
    return Part(
        f"thigh_{side}", discs, tube(easel, discs, dimmed(easel.palette.trousers, dim), open_end=0.6), spots=spots
    )


def _shin(easel: Easel, side: str, dim: float) -> Part:
    discs = easel.flesh(f"shin_{side}")
    ankle = easel.discs(easel.skeleton.joints[f"shin_{side}"], _ANKLE)
    skin, trousers = dimmed(easel.palette.skin, dim), dimmed(easel.palette.trousers, dim)
    items: list[Item] = [Caps(capsules(ankle), skin.base), *tube(easel, discs, trousers)]
    spots = easel.spots((f"shin_{side}", (0.0, -2.0, 0.0)), (f"foot_{side}", (0.0, 0.0, 0.0)))
    return Part(f"shin_{side}", discs, items, spots=spots)


def _foot(easel: Easel, side: str, shoe: Stuff) -> Part:
    foot, toes = easel.skeleton.joints[f"foot_{side}"], easel.skeleton.joints[f"toes_{side}"]
    heel, tip = easel.flesh(f"foot_{side}"), easel.flesh(f"toes_{side}")
    scale = easel.camera.scale
    uppers = [[circle(x, y, r) for x, y, _, r in discs] for discs in (heel, tip)]
    soles = [[easel.ellipse(foot, bulk) for bulk in _HEEL_SOLE], [easel.ellipse(toes, bulk) for bulk in _TOE_SOLE]]
    fill = shaded(shoe, (heel[0].x, heel[0].y), (tip[1].x, tip[1].y), 4.4 * scale, easel.camera.flip, 0.5)
    rings = [edged_hull(group, _EDGE * scale) for group in (*soles, *uppers)]
    inner = [ring for ring, _ in rings]
    items: list[Item] = [
        Poly(tuple([ring for _, ring in rings]), edge_colour(shoe, 0.6)),
        Poly(tuple(inner[: len(soles)]), easel.palette.sole),
        Poly(tuple(inner[len(soles) :]), fill),
    ]
    spots = easel.spots((f"foot_{side}", (0.0, -2.0, 0.0)), (f"toes_{side}", (0.0, 2.0, 0.0)))
    return Part(f"foot_{side}", [*heel, tip[1]], items, nearer=0.5 * scale, spots=spots)
