"""The trunk in its clothes: trousers round the hips, a shirt from the hem to the collar, and the neck in the collar."""

import math
from collections.abc import Sequence

from unkink.figure.algebra import IDENTITY, Vec, add, rotate
from unkink.figure.art.brush import capsules, edge_colour, solid, tube
from unkink.figure.art.easel import Easel, Part, disc_of
from unkink.figure.bones import SHOULDER, SIDES
from unkink.figure.display import Caps, Gradient, Item, Line, Point, Poly
from unkink.figure.outline import Ellipse, hull
from unkink.figure.palette import Stuff
from unkink.figure.shading import shaded
from unkink.figure.surface import Ball, Bulk, Joint, inward

_COLLAR = Bulk((-0.6, -1.6, 0.0), (6.0, 2.6, 6.6))
_HEM = Bulk((-0.7, 2.6, 0.0), (11.2, 4.4, 15.8))
_HIP = Bulk((0.0, 0.0, 0.0), (9.3, 9.3, 9.3))
_SHOULDER = Bulk((0.0, -0.2, 0.0), (5.5, 5.5, 5.5))
_SHOULDER_IN = 0.4
"""How far the shirt's own shoulder lies inside the joint; the sleeve makes the rest."""
_DEEP = 13.0
"""How thick the trunk is taken to be when it is shaded, centimetres."""
_EDGE = 0.45
_CHEST = (
    *(Ball(0.0, 4.0, z, 9.0) for z in (6.0, -6.0)),
    *(Ball(0.0, 14.0, z, 9.5) for z in (6.0, -6.0)),
    *(Ball(-0.6, 17.0, z, 5.8) for z in (13.0, -13.0)),
)
"""What the shirt covers, for the order of parts."""
_BLADE: tuple[Vec, ...] = ((-9.6, 16.0, -0.6), (-10.4, 13.0, -0.9), (-10.4, 9.5, 0.0), (-9.6, 7.4, 1.8))
"""The inner edge of a shoulder blade on the back; its z from where the blade is."""
_UNDER_CHIN = (Ball(0.6, 7.0, 0.0, 4.5), Ball(0.3, 4.6, 0.0, 4.55))
"""The part of the neck in the head's shadow."""


def trunk(easel: Easel) -> list[Part]:
    """Return the hips, the shirt and the neck."""
    joints = easel.skeleton.joints
    bulks = easel.build.breathing(*easel.skeleton.breath)
    pelvis = [easel.ellipse(joints["pelvis"], bulk) for bulk in bulks["pelvis"]]
    waist = [easel.ellipse(joints["waist"], bulk) for bulk in bulks["waist"]]
    ribs, front, back, yoke = (easel.ellipse(joints["chest"], bulk) for bulk in bulks["chest"])
    collar, hem = easel.ellipse(joints["neck"], _COLLAR), easel.ellipse(joints["pelvis"], _HEM)
    hips = [easel.ellipse(Joint(joints[f"thigh_{side}"].at, IDENTITY), _HIP) for side, _ in SIDES]
    shoulders = [easel.ellipse(_inside(easel, side, k), _SHOULDER) for side, k in SIDES]
    line = ((pelvis[0][0], pelvis[0][1]), (ribs[0], ribs[1]))
    lower = (pelvis, [pelvis[0], *hips])
    upper = ([hem, *waist], [*waist, ribs], [ribs, front, back, yoke], [yoke, collar])
    low = easel.near(joints["pelvis"], (0.0, 0.0, 0.0))
    hip_discs = [
        disc_of(e, easel.near(joints[f"thigh_{side}"], (0.0, 0.0, 0.0)))
        for e, (side, _) in zip(hips, SIDES, strict=True)
    ]
    shirt_discs = [
        disc_of(waist[0], easel.near(joints["waist"], (0.0, 0.0, 0.0))),
        *easel.discs(joints["chest"], _CHEST),
    ]
    shirt = easel.palette.shirt
    # The shoulders are filled and not edged: the edge would run across a sleeve behind them.
    cloth = [*_cloth(easel, upper, shirt, line, [[yoke, *shoulders]]), *_blades(easel)]
    return [
        Part(
            "pelvis",
            [*(disc_of(e, low) for e in pelvis), *hip_discs],
            _cloth(easel, lower, easel.palette.trousers, line),
            spots=easel.spots(("thigh_r", (0.0, 0.0, 0.0)), ("thigh_l", (0.0, 0.0, 0.0)), ("pelvis", (0.0, 3.0, 0.0))),
        ),
        Part(
            "shirt",
            shirt_discs,
            cloth,
            spots=easel.spots(("waist", (0.0, 4.0, 0.0)), ("chest", (0.0, 4.0, 0.0)), ("chest", (0.0, 20.0, 0.0))),
        ),
        _neck(easel, _fill(easel, shirt, line)),
    ]


def _inside(easel: Easel, side: str, k: float) -> Joint:
    """Return a place a little inside a shoulder."""
    at, turn = easel.skeleton.joints[f"upper_{side}"].at, easel.skeleton.joints["chest"].turn
    return Joint(add(at, rotate(turn, (0.0, 0.0, -_SHOULDER_IN * k))), turn)


def _cloth(
    easel: Easel,
    groups: Sequence[list[Ellipse]],
    stuff: Stuff,
    line: tuple[Point, Point],
    bare: Sequence[list[Ellipse]] = (),
) -> list[Item]:
    """Return cloth round these groups, with an edge, and round the bare ones, without."""
    edge, fill = solid(groups, _EDGE * easel.camera.scale, edge_colour(stuff, 0.34), _fill(easel, stuff, line))
    if bare and isinstance(fill, Poly):
        fill = fill._replace(rings=(*fill.rings, *[hull(group) for group in bare]))
    return [edge, fill]


def _fill(easel: Easel, stuff: Stuff, line: tuple[Point, Point]) -> Gradient:
    return shaded(stuff, *line, _DEEP * easel.camera.scale, easel.camera.flip, 0.8)


def _blades(easel: Easel) -> list[Item]:
    """Return the soft lines of the shoulder blades, which glide with the shoulders; they are seen from behind only."""
    chest = easel.skeleton.joints["chest"]
    lines: list[Item] = []
    for side, k in SIDES:
        seen = easel.facing(chest.turn, (-0.92, 0.0, 0.40 * k)) - 0.25
        if seen <= 0.0:
            continue
        forward, up, _ = inward(chest, easel.skeleton.joints[f"upper_{side}"].at)
        z, y = 6.8 + 0.75 * (forward - SHOULDER[0]), 0.8 * (up - SHOULDER[1])
        line = easel.points(chest, [(px, py + y, (pz + z) * k) for px, py, pz in _BLADE])
        lines.append(Line((line,), 0.5 * easel.camera.scale, edge_colour(easel.palette.shirt, min(0.34, seen))))
    return lines


def _neck(easel: Easel, cloth: Gradient) -> Part:
    """Return the neck, and the near half of the collar that it stands in."""
    joint, chest = easel.skeleton.joints["neck"], easel.skeleton.joints["chest"]
    discs, skin = easel.flesh("neck"), easel.palette.skin
    middle = math.atan2(easel.facing(chest.turn, (0.0, 0.0, 1.0)), easel.facing(chest.turn, (1.0, 0.0, 0.0)))
    angles = [middle + math.radians(a) for a in range(-90, 91, 15)]
    rim = easel.points(chest, [_collar(angle, 0.0) for angle in angles])
    low = easel.points(chest, [_collar(angle, 6.2) for angle in reversed(angles)])
    items = tube(easel, discs, skin, open_start=0.0)
    items += [
        Caps(capsules(easel.discs(joint, _UNDER_CHIN)), edge_colour(skin, 0.11)),
        Poly(((*rim, *low),), cloth),
        Line((rim,), 0.5 * easel.camera.scale, edge_colour(easel.palette.shirt, 0.45)),
    ]
    return Part("neck", discs, items, spots=easel.spots(("neck", (0.0, 0.0, 0.0)), ("head", (0.0, 0.0, 0.0))))


def _collar(angle: float, below: float) -> Vec:
    """Return a point of the collar, in the chest's frame: low in front, high at the back."""
    c, s = math.cos(angle), math.sin(angle)
    return (-0.7 + 5.3 * c, 24.3 - 1.7 * c - below, 5.7 * s)
