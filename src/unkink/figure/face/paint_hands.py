"""Hands of a close-up: forearm and palm in one skin, each finger with its own edge, nails."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from unkink.figure.algebra import add, scale, sub, unit
from unkink.figure.art.brush import capsules, widened
from unkink.figure.art.easel import Disc, Easel, between
from unkink.figure.bones import SIDES
from unkink.figure.display import Caps, Gradient, Item, Poly, Soft
from unkink.figure.face.bust import Bust
from unkink.figure.face.fingers import FINGERS, PALM, finger, thumb
from unkink.figure.face.hand import Hand, nail
from unkink.figure.face.paint_bust import Fading
from unkink.figure.outline import circle, hull
from unkink.figure.shading import faint, lighter, shaded
from unkink.figure.surface import Ball, Bulk

_EDGE = 0.20
_FOREARM = 25.0


class _Piece(NamedTuple):
    """A piece of a hand and how near to the viewer it is."""

    near: float
    items: list[Item]


def hands(easel: Easel, bust: Bust, fading: Fading) -> tuple[list[Item], list[Item]]:
    """Return what is painted of the hands before the head, and after it."""
    behind: list[Item] = []
    before: list[Item] = []
    for side, k in SIDES:
        hand = bust.hands.get(side)
        if hand is None:
            continue
        hidden = hand.spot is not None and easel.camera.depth(hand.spot.out) < -0.02
        (behind if hidden else before).extend(_hand(easel, hand, k, fading))
    return behind, before


def _hand(easel: Easel, hand: Hand, k: float, fading: Fading) -> list[Item]:
    px, skin = easel.camera.scale, easel.palette.skin
    joint = hand.joint
    palm = easel.discs(joint, [Ball(x, y, z * k, r) for x, y, z, r in PALM])
    wrist, knuckles = palm[0], palm[3]
    way = unit(sub(hand.elbow, joint.at))
    ends = [add(joint.at, scale(way, along)) for along in (0.0, 11.0, 44.0)]
    arm = [Disc(*easel.camera.point(end), 0.0, r * px) for end, r in zip(ends, (2.3, 3.1, 4.3), strict=True)]
    base = [_ring(arm[:2]), _ring(arm[1:]), _ring([arm[0], palm[0], palm[1]]), _ring(palm)]
    fill = shaded(skin, (wrist.x, wrist.y), (knuckles.x, knuckles.y), 5.5 * px, easel.camera.flip, 0.55)
    items: list[Item] = [*_shadow(easel, hand, k)]
    items += fading.solid(base, skin, 0.5)
    pieces = [_finger(easel, hand, i, k, fill) for i in range(len(FINGERS))]
    pieces.append(_thumb(easel, hand, k, fill))
    back = easel.facing(joint.turn, (-1.0, 0.0, 0.0))
    over = _Piece((palm[2].near + palm[5].near) / 2.0, [])
    for piece in sorted([*pieces, over], key=lambda piece: piece.near):
        items += piece.items
    if back > 0.25:
        items += _tendons(easel, hand, k, back)
    return items


def _ring(discs: Sequence[Disc]) -> list[tuple[float, float, float, float, float]]:
    return [circle(disc.x, disc.y, disc.r) for disc in discs]


def _finger(easel: Easel, hand: Hand, i: int, k: float, fill: Gradient) -> _Piece:
    discs = easel.discs(hand.joint, finger(i, hand.how, k))
    px, skin = easel.camera.scale, easel.palette.skin
    edge = widened(discs, _EDGE * px)
    edge[0] = between(discs[0], discs[1], 0.30)
    items: list[Item] = [Caps(capsules(edge), faint(skin.dark, 0.45)), Caps(capsules(discs), fill)]
    joint = nail(i, hand, k)
    seen = easel.facing(joint.turn, (-1.0, 0.0, 0.0))
    if seen > 0.15:
        r = FINGERS[i].r * 0.80
        ring = hull([easel.ellipse(joint, Bulk((-r * 0.62, -0.35, 0.0), (0.22, 0.56, r * 0.62)))])
        items.append(Poly((ring,), faint(lighter(skin.base, 0.30), min(0.7, seen * 1.5))))
    return _Piece(sum(disc.near for disc in discs) / len(discs), items)


def _thumb(easel: Easel, hand: Hand, k: float, fill: Gradient) -> _Piece:
    discs = easel.discs(hand.joint, thumb(hand.how, k))
    px, skin = easel.camera.scale, easel.palette.skin
    edge = widened(discs, _EDGE * px)
    edge[0] = between(discs[0], discs[1], 0.65)
    items: list[Item] = [Caps(capsules(edge), faint(skin.dark, 0.45)), Caps(capsules(discs), fill)]
    return _Piece(sum(disc.near for disc in discs[1:]) / 3.0, items)


def _tendons(easel: Easel, hand: Hand, k: float, seen: float) -> list[Item]:
    """Return the soft shade between the knuckles on the back of a hand."""
    px = easel.camera.scale
    items: list[Item] = []
    for i in range(len(FINGERS)):
        x, y, z = FINGERS[i].knuckle
        spot = easel.discs(hand.joint, [Ball(x - 0.7, y + 0.2, z * k, 0.0)])[0]
        items.append(
            Soft(
                spot.x, spot.y, 0.9 * px, 0.8 * px, 0.0, 1.0, faint(lighter(easel.palette.skin.base, 0.5), 0.28 * seen)
            )
        )
    return items


def _shadow(easel: Easel, hand: Hand, k: float) -> list[Item]:
    """Return the soft shadow that fingertips throw on the face."""
    if not hand.tips or hand.spot is None:
        return []
    px = easel.camera.scale
    tips = easel.discs(hand.joint, [finger(i, hand.how, k)[-1] for i in hand.tips])
    x, y = sum(tip.x for tip in tips) / len(tips), sum(tip.y for tip in tips) / len(tips)
    reach = max(math.hypot(tip.x - x, tip.y - y) for tip in tips) + 0.9 * px
    return [Soft(x, y + 0.3 * px, reach, reach, 0.0, 1.0, faint(easel.palette.skin.dark, 0.34))]
