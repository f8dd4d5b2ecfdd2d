"""Eyes and brows of a close-up: whites, irises cut off by the lids, lashes, folds, brows."""

import math
from collections.abc import Sequence

from unkink.figure.algebra import Vec, add, compose, sub
from unkink.figure.algebra import scale as scale_by
from unkink.figure.art.easel import Easel
from unkink.figure.bones import SIDES
from unkink.figure.display import Gradient, Item, Line, Point, Poly
from unkink.figure.face.bust import Bust
from unkink.figure.face.clip import clipped
from unkink.figure.face.eyes import (
    BALL,
    IRIS,
    PUPIL,
    US,
    ball_centre,
    centre,
    crease,
    direction,
    facing,
    lower_edge,
    on_lid,
    upper,
    upper_edge,
)
from unkink.figure.face.skull import face_at
from unkink.figure.outline import hull
from unkink.figure.shading import blend, darker, faint, lighter
from unkink.figure.surface import Bulk, Joint, outward

_BROW = (0.0, 0.015, 0.05, 0.10, 0.16, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.93, 1.0)
_BULGE = 0.55
"""How far the clear front of an eye bulges, as a share of the radius it is seen through."""
_SHUT = 0.06
"""Lids less open than this show no eye."""


def eyes(easel: Easel, bust: Bust) -> list[Item]:
    """Return both eyes with their brows, as far as they are seen."""
    items: list[Item] = []
    for _, k in SIDES:
        joint = bust.joints["head"]
        seen = min(1.0, max(0.0, (easel.facing(joint.turn, (0.93, 0.0, 0.36 * k)) - 0.06) / 0.16))
        if seen:
            items += _eye(easel, bust, k, seen)
        if easel.facing(joint.turn, (0.90, 0.2, 0.42 * k)) > 0.04:
            items.append(_brow(easel, bust.values["brows"], k))
    return items


def opening(easel: Easel, bust: Bust, k: float) -> tuple[Point, ...]:
    """Return the ring between the lids of an eye, on the screen: what of it is not behind the bulge of the eye."""
    edges = (upper_edge(k, bust.values["lids"], bust.gaze.up), lower_edge(k, bust.gaze.up)[-2:0:-1])
    return tuple([point for edge in edges for point in _seen(easel, edge, k)])


def iris(easel: Easel, bust: Bust, k: float, radius: float, lids: tuple[Point, ...]) -> tuple[Point, ...]:
    """Return what is seen of a circle round where an eye looks, between its lids, whose ring is given."""
    head = bust.joints["head"]
    # A dome, not a disc: from the side an iris is seen through the bulge before it.
    dome = Joint(outward(head, ball_centre(k)), compose(head.turn, facing(direction(bust.gaze, k))))
    bulk = Bulk((math.sqrt(BALL * BALL - radius * radius), 0.0, 0.0), (_BULGE * radius, radius, radius))
    return clipped(lids, hull([easel.ellipse(dome, bulk)]))


def _seen(easel: Easel, edge: Sequence[Vec], k: float) -> tuple[Point, ...]:
    """Return what of a line on the lids faces the viewer."""
    joint, middle = easel.skeleton.joints["head"], centre(k)
    return easel.points(joint, [at for at in edge if easel.facing(joint.turn, sub(at, middle)) > -0.1])


def _eye(easel: Easel, bust: Bust, k: float, seen: float) -> list[Item]:
    palette, scale = easel.palette, easel.camera.scale
    lids, up, skin = bust.values["lids"], bust.gaze.up, easel.palette.skin

    fold = _seen(easel, crease(k, 0.42, up), k)
    lash = _seen(easel, upper_edge(k, lids, up), k)
    lid = faint(blend(lighter(skin.base, 0.04), skin.dark, 0.10), seen)
    items: list[Item] = [Poly(((*fold, *reversed(lash)),), lid)]
    if lids > _SHUT:
        ring = opening(easel, bust, k)
        white = blend(palette.shoe.base, skin.base, 0.10)
        items.append(Poly((ring,), faint(white, seen)))
        items += _ball(easel, bust, k, seen, ring)
        shade = [on_lid(u, upper(u, lids, up) - 0.14 * min(1.0, lids * 2.0), k) for u in US]
        items.append(Line((_seen(easel, shade, k),), 0.26 * scale, faint(skin.dark, 0.26 * seen)))
    items += [
        Line(
            (_seen(easel, lower_edge(k, up)[2:-1], k),),
            0.13 * scale,
            faint(skin.dark, (0.45 if lids > _SHUT else 0.0) * seen),
        ),
        Line((lash,), 0.27 * scale, faint(palette.eye, 0.92 * seen)),
        Line((fold,), 0.17 * scale, faint(skin.dark, (0.34 + 0.16 * lids) * seen)),
    ]
    return items


def _ball(easel: Easel, bust: Bust, k: float, seen: float, lids: tuple[Point, ...]) -> list[Item]:
    """Return the iris with its rim, the pupil and a spark of light."""
    palette, flip, scale = easel.palette, easel.camera.flip, easel.camera.scale
    colour = blend(palette.hair.base, palette.wood.dark, 0.75)
    rings = [iris(easel, bust, k, r, lids) for r in (IRIS, IRIS - 0.12, PUPIL)]
    items: list[Item] = []
    if rings[0]:
        top, low = min(y for _, y in rings[0]), max(y for _, y in rings[0])
        shine = Gradient(
            easel.camera.x,
            top,
            easel.camera.x,
            low + 1e-3,
            ((0.0, faint(darker(colour, 0.35), seen)), (1.0, faint(lighter(colour, 0.16), seen))),
        )
        for ring, paint in (
            (rings[0], faint(darker(colour, 0.50), seen)),
            (rings[1], shine),
            (rings[2], faint(darker(palette.eye, 0.3), seen)),
        ):
            if ring:
                items.append(Poly((ring,), paint))
    x, y = easel.points(bust.joints["head"], [add(ball_centre(k), scale_by(direction(bust.gaze, k), BALL))])[0]
    x, y, r = x - 0.26 * scale * flip, y - 0.28 * scale, 0.17 * scale
    spark_seen = min(1.0, max(0.0, easel.facing(bust.joints["head"].turn, direction(bust.gaze, k)) - 0.3) / 0.4)
    spark = clipped(lids, [(x + r * dx, y + r * dy) for dx, dy in _ROUND])
    if spark:
        items.append(Poly((spark,), faint(palette.shoe.base, 0.92 * seen * spark_seen)))
    return items


_ROUND = ((1.0, 0.0), (0.7, 0.7), (0.0, 1.0), (-0.7, 0.7), (-1.0, 0.0), (-0.7, -0.7), (0.0, -1.0), (0.7, -0.7))


def _brow(easel: Easel, raised: float, k: float) -> Poly:
    """Return a brow: a soft stroke that is thickest in its inner third."""
    high, low = [], []
    for t in _BROW:
        z = 1.35 + 3.75 * t
        y = 11.25 + 0.42 * math.sin(math.pi * (0.08 + 0.70 * t)) - 0.18 * t * t + 0.8 * raised
        blunt = math.sqrt(1.0 - (1.0 - min(1.0, t / 0.16)) ** 2)
        thick = 0.40 * (1.0 - t) ** 0.5 * blunt
        high.append(_lifted(y + thick, z * k))
        low.append(_lifted(y - thick, z * k))
    points = easel.points(easel.skeleton.joints["head"], [*high, *reversed(low)])
    return Poly((points,), faint(easel.palette.hair.base, 0.86))


def _lifted(y: float, z: float) -> Vec:
    x, y, z = face_at(y, z)
    return (x + 0.15, y, z)
