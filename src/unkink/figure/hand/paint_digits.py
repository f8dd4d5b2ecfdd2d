"""Fingers and thumbs: a part for each piece, with its nail, its creases and the folds over its joints."""

import math
from collections.abc import Mapping

from unkink.figure.algebra import Vec, dot, smoothstep
from unkink.figure.art.easel import Easel, Part
from unkink.figure.display import Item, Line, Point, Poly
from unkink.figure.hand.anatomy import BONES, DIGITS, piece
from unkink.figure.hand.paint import Skin, facing_side, joined, skin_of, toned, tube
from unkink.figure.outline import hull
from unkink.figure.palette import Stuff
from unkink.figure.shading import blend, faint, lighter
from unkink.figure.surface import Ball, Bulk, Joint

_SLIM = 0.955
"""How thick the middle of a piece is, of what is half-way between its ends."""
_SHUT = -0.1
"""The inside of a finger is dark where the cosine of all its bends is below minus this."""
_NAIL_SEEN = 0.12
"""A nail that faces the viewer less than this is not seen."""


def digits(easel: Easel, side: str, stuff: Stuff) -> list[Part]:
    """Return the pieces of a hand's fingers; the thumb's first one is in the palm."""
    parts = []
    for digit in DIGITS:
        skins = {number: piece_skin(easel, side, digit, number, stuff) for number in _shown(digit)}
        parts += [_piece(easel, side, digit, number, skins) for number in skins]
        if digit != "thumb" and (inner := _inner(easel, side, digit, skins)):
            parts.append(inner)
    return parts


def root(digit: str) -> int:
    """Return the first piece of a finger that is not in the palm."""
    return _shown(digit)[0]


def piece_skin(easel: Easel, side: str, digit: str, number: int, stuff: Stuff) -> Skin:
    """Return the skin of a piece."""
    joint = easel.skeleton.joints[piece(digit, side, number)]
    toned_ = toned(easel, stuff, facing_side(easel, joint.turn))
    return skin_of(easel, easel.discs(joint, flesh(digit, number)), toned_)


def _shown(digit: str) -> tuple[int, ...]:
    return (2, 3) if digit == "thumb" else (1, 2, 3)


def flesh(digit: str, number: int) -> list[Ball]:
    """Return the balls of a piece, in its frame; the first of a finger begins as a tip that lies on the palm."""
    bone = BONES[digit]
    long, a, b = bone.lengths[number - 1], bone.radii[number - 1], bone.radii[number]
    middle = Ball(0.12 if number < 3 else 0.0, -long * 0.5, 0.0, (a + b) / 2 * _SLIM)
    end = Ball(0.0, -long, 0.0, b)
    if number == root(digit):
        return [Ball(0.0, -long * 0.05, 0.0, a * 0.35), Ball(0.0, -long * 0.3, 0.0, a * 0.86), middle, end]
    return [Ball(0.0, 0.0, 0.0, a), middle, end]


def _piece(easel: Easel, side: str, digit: str, number: int, skins: Mapping[int, Skin]) -> Part:
    name = piece(digit, side, number)
    joint, skin = easel.skeleton.joints[name], skins[number]
    first = number == root(digit)
    items = tube(easel, skin, root=first)
    if not first:
        items += joined(skins[number - 1], _straight(easel, side, digit, number - 1), end=True)
    if number < 3:
        items += joined(skins[number + 1], _straight(easel, side, digit, number))
    if number == 3:
        items += _nail(easel, joint, digit, skin.stuff)
    if number > 1:
        items += _creases(easel, joint, BONES[digit].radii[number - 1], skin.stuff)
    return Part(name, skin.discs, items)


def _straight(easel: Easel, side: str, digit: str, number: int) -> float:
    """Return the cosine of the bend between a piece and the next."""
    a, b = (easel.skeleton.joints[piece(digit, side, n)].turn for n in (number, number + 1))
    return dot((a[1], a[4], a[7]), (b[1], b[4], b[7]))


def _inner(easel: Easel, side: str, digit: str, skins: Mapping[int, Skin]) -> Part | None:
    """Return the dark inside of a finger that is shut, so that nothing shows through it."""
    first, last = (easel.skeleton.joints[piece(digit, side, number)].turn for number in (1, 3))
    shut = -dot((first[1], first[4], first[7]), (last[1], last[4], last[7]))
    alpha = smoothstep((shut - _SHUT) / 0.5)
    if not alpha:
        return None
    corners = [skins[1].discs[0], skins[2].discs[0], skins[3].discs[0], skins[3].discs[-1]]
    ring = hull([(d.x, d.y, d.r * d.r * 0.3, 0.0, d.r * d.r * 0.3) for d in corners])
    shade = blend(skins[2].stuff.base, skins[2].stuff.dark, 0.55)
    return Part(f"inner {digit}_{side}", corners, [Poly((ring,), faint(shade, alpha))], -0.5 * easel.camera.scale)


def _nail(easel: Easel, joint: Joint, digit: str, skin: Stuff) -> list[Item]:
    """Return the nail, as far as it faces the viewer."""
    facing = easel.facing(joint.turn, (-1.0, 0.0, 0.0))
    if facing < _NAIL_SEEN:
        return []
    bone = BONES[digit]
    r, long = bone.radii[3], bone.lengths[2]
    alpha = min(1.0, (facing - _NAIL_SEEN) / 0.2)
    outer, inner = (
        hull(
            [
                easel.ellipse(joint, Bulk((-r * 0.86, -long * 0.98, 0.0), (0.06, r * by, r * 0.66 * by))),
                easel.ellipse(joint, Bulk((-r * 0.98, -long * 0.62, 0.0), (0.06, r * 0.5 * by, r * 0.62 * by))),
            ],
            finest=True,
        )
        for by in (1.0, 0.86)
    )
    return [
        Poly((outer,), faint(skin.dark, 0.42 * alpha)),
        Poly((inner,), faint(lighter(easel.palette.skin.base, 0.42), 0.95 * alpha)),
    ]


def _creases(easel: Easel, joint: Joint, r: float, skin: Stuff) -> list[Item]:
    """Return the crease in the bend of a joint, or the folds over it, on the side that is seen."""
    seen = easel.facing(joint.turn, (1.0, 0.0, 0.0))
    if abs(seen) < 0.25:
        return []
    alpha = min(1.0, (abs(seen) - 0.25) / 0.3)
    if seen > 0.0:
        return [Line((_ring(easel, joint, r, 0.0, 0.0),), 0.09 * easel.camera.scale, faint(skin.dark, 0.42 * alpha))]
    lines = tuple(_ring(easel, joint, r, 180.0, y) for y in (-0.16, 0.16))
    return [Line(lines, 0.08 * easel.camera.scale, faint(skin.dark, 0.26 * alpha))]


def _ring(easel: Easel, joint: Joint, r: float, middle: float, y: float) -> tuple[Point, ...]:
    """Return an arc across a finger on its skin, round its joint."""
    bow = -1.0 if y < 0.0 else 1.0 if y > 0.0 else 0.0
    half = 52.0 if not middle else 36.0
    points: list[Vec] = []
    for i in range(9):
        share = i / 4.0 - 1.0
        angle = math.radians(middle + half * share)
        points.append((r * math.cos(angle), y + bow * 0.12 * (1.0 - share * share), r * math.sin(angle)))
    return easel.points(joint, points)
