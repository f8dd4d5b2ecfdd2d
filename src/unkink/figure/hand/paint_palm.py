"""The middle of a hand: the palm with its pads and lines, the back with its knuckles, and the skin between fingers."""

from collections.abc import Sequence
from itertools import pairwise

from unkink.figure.algebra import Vec, add, dot, scale
from unkink.figure.art.easel import Disc, Easel, Part
from unkink.figure.display import Item, Line, Soft
from unkink.figure.hand.anatomy import BONES, EDGE, FINGERS, HEADS, HEEL, THENAR, WRIST, piece
from unkink.figure.hand.flesh import spline
from unkink.figure.hand.paint import facing_side, shape, toned
from unkink.figure.hand.paint_fore import fill_of, wrist_patch
from unkink.figure.outline import Ellipse
from unkink.figure.palette import Stuff
from unkink.figure.shading import faint, lighter
from unkink.figure.surface import Ball, Bulk, Joint, inward, outward

_PALM_LINES: tuple[tuple[Vec, ...], ...] = (
    ((1.35, -6.9, 3.3), (1.75, -6.4, 1.9), (2.1, -5.1, 0.75), (2.2, -3.6, 0.3), (2.0, -2.2, 0.35)),
    ((1.35, -6.9, 3.3), (1.5, -6.5, 1.6), (1.6, -5.9, -0.3), (1.7, -5.1, -2.2)),
    ((1.3, -8.0, 1.7), (1.4, -7.2, 0.6), (1.5, -6.7, -1.2), (1.4, -6.6, -3.3)),
)
"""Round the thumb's pad, and the two across."""
_KNUCKLE = 0.9
_GOES_ON = 0.72
_TIP: Vec = (0.0, -2.0, 0.0)
_BEHIND = -0.9
"""A thumb whose tip is farther away than its knuckle by more than this goes behind the hand."""


def palm(easel: Easel, side: str, k: float, stuff: Stuff) -> Part:
    """Return the part of a hand's middle."""
    joint = easel.skeleton.joints[f"hand_{side}"]
    sees_palm = easel.facing(joint.turn, (1.0, 0.0, 0.0))
    skin = toned(easel, stuff, facing_side(easel, joint.turn))
    groups = _groups(easel, side, k, joint)
    fill = fill_of(easel, joint, stuff)[1]
    items = shape(easel, groups, fill, skin)
    items += wrist_patch(easel, side, stuff)
    items += (
        _palm_side(easel, joint, k, sees_palm, skin) if sees_palm > 0.0 else _back_side(easel, side, k, sees_palm, skin)
    )
    return Part(f"hand_{side}", _discs(easel, side, joint, k), items)


def straight_on(easel: Easel, side: str, digit: str) -> bool:
    """Return whether a finger goes on from the hand so straight that there is no edge between them."""
    if digit == "thumb":
        tip, knuckle = (easel.skeleton.joints[piece(digit, side, number)] for number in (3, 2))
        return easel.near(tip, _TIP) - easel.near(knuckle, (0.0, 0.0, 0.0)) > _BEHIND * easel.camera.scale
    hand, first = (easel.skeleton.joints[name].turn for name in (f"hand_{side}", piece(digit, side, 1)))
    return dot((hand[1], hand[4], hand[7]), (first[1], first[4], first[7])) > _GOES_ON


def _flipped(bulk: Bulk, k: float) -> Bulk:
    (x, y, z), radii = bulk
    return Bulk((x, y, z * k), radii)


def _groups(easel: Easel, side: str, k: float, joint: Joint) -> list[list[Ellipse]]:
    """Return the ellipses of each convex piece."""
    seen = {digit: _ball(easel, joint, ball, k) for digit, ball in HEADS.items()}
    wrist, heel, edge = (easel.ellipse(joint, _flipped(bulk, k)) for bulk in (WRIST, HEEL, EDGE))
    groups = [[wrist, heel], [heel, edge], [edge, seen["little"]], [heel, *seen.values()]]
    for digit in FINGERS:
        bone, first = BONES[digit], easel.skeleton.joints[piece(digit, side, 1)]
        base = easel.discs(first, [Ball(0.0, -bone.lengths[0] * 0.5, 0.0, (bone.radii[0] + bone.radii[1]) * 0.475)])[0]
        groups.append([seen[digit], _round(base)])
    for a, b in pairwise(FINGERS):
        groups.append([seen[a], seen[b], _web(easel, side, joint, a, b)])
    thumb = easel.skeleton.joints[piece("thumb", side, 1)]
    bone = BONES["thumb"]
    middle = easel.discs(thumb, [Ball(0.25, -2.1, 0.0, 1.5)])[0]
    end = easel.discs(thumb, [Ball(0.0, -bone.lengths[0], 0.0, bone.radii[1])])[0]
    pads = [_ball(easel, joint, ball, k) for ball in THENAR]
    second = easel.skeleton.joints[piece("thumb", side, 2)]
    on = easel.discs(
        second,
        [Ball(0.0, -bone.lengths[1] * (0.5 if straight_on(easel, side, "thumb") else 0.1), 0.0, bone.radii[1] * 0.9)],
    )[0]
    end_, middle_ = _round(end), _round(middle)
    groups += [[heel, *pads], [pads[0], middle_], [*pads, middle_], [middle_, end_], [end_, _round(on)]]
    skin = easel.discs(thumb, [Ball(0.1, -3.6, 0.0, 0.75)])[0]
    groups.append([_round(skin), middle_, pads[1], _ball(easel, joint, Ball(0.3, -6.0, 2.85, 0.8), k)])
    return groups


def _web(easel: Easel, side: str, joint: Joint, a: str, b: str) -> Ellipse:
    """Return the skin between two fingers: a little way along both."""
    points = [
        outward(easel.skeleton.joints[piece(digit, side, 1)], (0.25, -BONES[digit].lengths[0] * 0.42, 0.0))
        for digit in (a, b)
    ]
    at = inward(joint, scale(add(*points), 0.5))
    return _round(easel.discs(joint, [Ball(*at, 0.72)])[0])


def _ball(easel: Easel, joint: Joint, ball: Ball, k: float) -> Ellipse:
    return _round(easel.discs(joint, [ball._replace(z=ball.z * k)])[0])


def _round(disc: Disc) -> Ellipse:
    return (disc.x, disc.y, disc.r * disc.r, 0.0, disc.r * disc.r)


def _discs(easel: Easel, side: str, joint: Joint, k: float) -> list[Disc]:
    """Return what the palm covers."""
    balls = [Ball(0.0, -1.2, 1.0, 1.7), Ball(0.0, -1.2, -1.0, 1.7), *THENAR]
    balls += [Ball(0.0, -y, z, 1.3) for y in (4.0, 6.2) for z in (-2.2, -0.7, 0.8, 2.2)]
    balls += HEADS.values()
    discs = easel.discs(joint, [ball._replace(z=ball.z * k) for ball in balls])
    thumb = easel.skeleton.joints[piece("thumb", side, 1)]
    return [*discs, *easel.discs(thumb, [Ball(0.0, -2.1, 0.0, 1.4), Ball(0.0, -4.2, 0.0, 1.1)])]


def _palm_side(easel: Easel, joint: Joint, k: float, seen: float, skin: Stuff) -> list[Item]:
    alpha = min(1.0, max(0.0, (seen - 0.15) / 0.4))
    if not alpha:
        return []
    scale_ = easel.camera.scale
    items: list[Item] = []
    for x, y, z, r in (Ball(1.6, -3.6, 2.0, 2.1), Ball(1.4, -4.6, -2.2, 1.9)):
        disc = easel.discs(joint, [Ball(x, y, z * k, r)])[0]
        light = faint(lighter(skin.base, 0.35), 0.5 * alpha)
        items.append(Soft(disc.x, disc.y, disc.r * 1.2, disc.r * 1.2 * max(0.4, seen), 0.0, 1.0, light))
    hollow = easel.discs(joint, [Ball(1.2, -5.6, -0.2, 2.0)])[0]
    items.append(Soft(hollow.x, hollow.y, hollow.r, hollow.r, 0.0, 1.0, faint(skin.dark, 0.16 * alpha)))
    lines = tuple(_curve(easel, joint, line, k) for line in _PALM_LINES)
    items.append(Line(lines, 0.1 * scale_, faint(skin.dark, 0.36 * alpha)))
    return items


def _back_side(easel: Easel, side: str, k: float, seen: float, skin: Stuff) -> list[Item]:
    """Return the knuckles: a light on each, and a shade between."""
    alpha = min(1.0, max(0.0, (-seen - 0.1) / 0.4))
    if not alpha:
        return []
    joint = easel.skeleton.joints[f"hand_{side}"]
    items: list[Item] = []
    for digit in FINGERS:
        x, y, z, _ = HEADS[digit]
        disc = easel.discs(joint, [Ball(x - 0.8, y, z * k, _KNUCKLE)])[0]
        light = faint(lighter(skin.base, 0.35), 0.38 * alpha)
        items.append(Soft(disc.x, disc.y, disc.r * 1.35, disc.r * 1.35, 0.0, 1.0, light))
    for a, b in pairwise(FINGERS):
        (x, y, z, _), (_, y1, z1, _) = HEADS[a], HEADS[b]
        disc = easel.discs(joint, [Ball(x - 0.7, (y + y1) / 2 + 0.3, (z + z1) / 2 * k, 0.6)])[0]
        items.append(Soft(disc.x, disc.y, disc.r * 1.5, disc.r * 1.5, 0.0, 1.0, faint(skin.dark, 0.12 * alpha)))
    return items


def _curve(easel: Easel, joint: Joint, line: Sequence[Vec], k: float) -> tuple[tuple[float, float], ...]:
    """Return a smooth line through points of the palm's skin."""
    points = easel.points(joint, [(x, y, z * k) for x, y, z in line])
    ends = [points[0], *points, points[-1]]
    found = []
    for p, a, b, q in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for i in range(6):
            t = i / 6.0
            x, y = (spline((p[n], a[n], b[n], q[n]), t) for n in (0, 1))
            found.append((x, y))
    return (*found, points[-1])
