"""The head: skull, jaw and nose, ears, eyes with lids, brows, a mouth that smiles and opens."""

import math
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from unkink.figure.algebra import Mat, Vec, compose, rot_y, unit
from unkink.figure.art.brush import EDGE, edge_colour, solid
from unkink.figure.art.easel import Easel, Part, disc_of
from unkink.figure.art.hair import hair
from unkink.figure.body import Build
from unkink.figure.bones import SIDES
from unkink.figure.display import Item, Line, Poly, Rgba
from unkink.figure.outline import hull
from unkink.figure.shading import blend, faint, lighter, shaded
from unkink.figure.surface import Bulk, Joint, outward

_NOSE = (Bulk((11.2, 6.3, 0.0), (1.25, 1.0, 1.1)), Bulk((9.9, 9.2, 0.0), (0.9, 1.5, 0.7)))
_EYE_HIGH, _EYE_APART = 8.4, 3.5
_ARC = (-1.0, -0.6, -0.2, 0.2, 0.6, 1.0)
"""Where the points of a small curved line on the face lie, from end to end."""
_SHUT = 0.7
"""Lids closed more than this are a line."""
_OPEN = 0.15
"""A jaw open more than this shows the mouth."""


def head(easel: Easel) -> Part:
    """Return the head."""
    joint = easel.skeleton.joints["head"]
    scale, skin = easel.camera.scale, easel.palette.skin
    skull, jaw, chin = (easel.ellipse(joint, bulk) for bulk in easel.build.head)
    face = ([skull, jaw], [jaw, chin], [easel.ellipse(joint, bulk) for bulk in _NOSE])
    middle = (skull[0], skull[1])
    fill = shaded(skin, middle, middle, 10.5 * scale, easel.camera.flip, 0.5)
    near_ears, far_ears = _ears(easel, joint)
    items: list[Item] = [
        *far_ears,
        *solid(face, EDGE * scale, edge_colour(skin, 0.32), fill),
        *_eyes(easel, joint),
        *_nose_and_mouth(easel, joint),
        hair(easel, joint),
        *near_ears,
    ]
    discs = [disc_of(e, easel.near(joint, at)) for e, at in ((skull, (1.4, 9.8, 0.0)), (chin, (6.0, 2.0, 0.0)))]
    spots = easel.spots(("head", (0.0, 2.0, 0.0)), ("head", (0.0, 16.0, 0.0)))
    return Part("head", discs, items, nearer=0.4 * scale, spots=spots)


class _Eye(NamedTuple):
    """Where one eye is on a build's skull, with its lid and brow: points, and the ways the face looks at them."""

    at: Vec
    out: Vec
    turn: Mat
    lid: tuple[tuple[Vec, Vec], ...]
    brow: tuple[tuple[Vec, Vec], ...]


@lru_cache(maxsize=4)
def _eyes_of(build: Build) -> tuple[_Eye, ...]:
    skull = build.head[0]
    eyes = []
    for _, k in SIDES:
        at, out = _on_face(skull, _EYE_HIGH, _EYE_APART * k)
        lid = [_on_face(skull, _EYE_HIGH - 0.7 * (1.0 - u * u) + 0.3, (_EYE_APART + 1.3 * u) * k) for u in _ARC]
        brow = [_on_face(skull, _EYE_HIGH + 2.7 + 0.5 * (1.0 - u * u), (_EYE_APART + 0.1 + 1.6 * u) * k) for u in _ARC]
        turn = rot_y(math.degrees(math.atan2(-out[2], out[0])))
        eyes.append(_Eye(at, out, turn, tuple(lid), tuple(brow)))
    return tuple(eyes)


def _eyes(easel: Easel, joint: Joint) -> list[Item]:
    """Return the eyes and brows on the side of the face that is seen."""
    palette, lids = easel.palette, easel.skeleton.face.lids
    items: list[Item] = []
    for eye in _eyes_of(easel.build):
        alpha = min(1.0, max(0.0, (easel.facing(joint.turn, eye.out) - 0.10) / 0.15))
        if not alpha:
            continue
        if lids < _SHUT:
            place = Joint(outward(joint, eye.at), compose(joint.turn, eye.turn))
            pupil = easel.ellipse(place, Bulk((0.0, 0.0, 0.0), (0.1, 1.2 * (1.0 - lids), 0.85)))
            items.append(Poly((hull([pupil]),), faint(palette.eye, alpha)))
        else:
            items += _line(easel, joint, eye.lid, 0.6, faint(palette.eye, 0.9 * alpha))
        items += _line(easel, joint, eye.brow, 0.6, faint(palette.hair.base, 0.8 * alpha))
    return items


def _nose_and_mouth(easel: Easel, joint: Joint) -> list[Item]:
    scale, palette = easel.camera.scale, easel.palette
    forward = easel.facing(joint.turn, (1.0, 0.0, 0.0))
    if forward < -0.05:
        return []
    seen = min(1.0, (forward + 0.05) / 0.3)
    nose = [easel.ellipse(joint, bulk) for bulk in _NOSE]
    under = [(11.6 - 0.6 * u * u, 5.5 + 0.55 * u * u, 1.05 * u) for u in _ARC]
    items: list[Item] = [
        *solid(
            [nose], 0.2 * scale, edge_colour(palette.skin, 0.15 * seen), faint(lighter(palette.skin.base, 0.06), seen)
        ),
        Line((easel.points(joint, under),), 0.35 * scale, edge_colour(palette.skin, 0.4 * seen)),
    ]
    _, jaw, smile = easel.skeleton.face
    if jaw > _OPEN:
        mouth = easel.ellipse(joint, Bulk((8.9, 2.3 - 0.6 * jaw, 0.0), (0.5, 0.5 + 1.2 * jaw, 1.9 - 0.6 * jaw)))
        items.append(Poly((hull([mouth]),), faint(blend(palette.lip, palette.eye, 0.35), seen)))
    else:
        line = [(9.35 - 1.0 * u * u, 2.5 + (u * u - 0.5) * 1.7 * smile, 2.2 * u) for u in _ARC]
        lips = [(point, _on_face(easel.build.head[0], point[1], point[2])[1]) for point in line]
        items += _line(easel, joint, lips, 0.55, faint(palette.lip, 0.9))
    return items


def _ears(easel: Easel, joint: Joint) -> tuple[list[Item], list[Item]]:
    """Return the ear in front of the hair, and those behind the face."""
    near: list[Item] = []
    far: list[Item] = []
    skin = easel.palette.skin
    for _, k in SIDES:
        outer = easel.ellipse(joint, Bulk((-0.7, 8.0, 8.4 * k), (1.9, 2.7, 1.0)))
        ear = solid([[outer]], 0.3 * easel.camera.scale, edge_colour(skin, 0.4), skin.base)
        if easel.facing(joint.turn, (-0.25, 0.0, k)) > 0.02:
            inner = easel.ellipse(joint, Bulk((-0.5, 8.0, 9.0 * k), (1.0, 1.6, 0.4)))
            near += [*ear, Poly((hull([inner]),), edge_colour(skin, 0.22))]
        else:
            far += ear
    return near, far


def _on_face(skull: Bulk, y: float, z: float) -> tuple[Vec, Vec]:
    """Return the point of the skull's front at a height and so far from the middle, and the way it looks there."""
    (cx, cy, _), (rx, ry, rz) = skull
    forward = rx * math.sqrt(max(0.0, 1.0 - ((y - cy) / ry) ** 2 - (z / rz) ** 2))
    return (cx + forward, y, z), unit((forward / rx**2, (y - cy) / ry**2, z / rz**2))


def _line(easel: Easel, joint: Joint, points: Iterable[tuple[Vec, Vec]], width: float, colour: Rgba) -> list[Item]:
    """Return a line on the face through these points, as far as the ways it looks there are seen."""
    seen = [point for point, out in points if easel.facing(joint.turn, out) > 0.02]
    return [Line((easel.points(joint, seen),), width * easel.camera.scale, colour)] if len(seen) > 1 else []
