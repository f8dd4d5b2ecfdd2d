"""From a finger's bends to where its three pieces are, and to how far it can shut round something."""

import math
from collections.abc import Callable

from unkink.figure.algebra import Mat, Vec, add, compose, frame, rot_x, rot_z, rotate
from unkink.figure.hand.anatomy import BONES
from unkink.figure.hand.flesh import Distance
from unkink.figure.hand.shapes import Bends
from unkink.figure.surface import Joint, outward

_THUMB_FACES: Vec = (0.55, -0.1, -0.83)
"""The way a thumb's pad faces in the hand's frame, as near as its bones let it."""
_HALVINGS = 7
_OPEN_THUMB, _OPEN_KNUCKLE = (46.0, 30.0), -20.0
"""How far out and over the palm a thumb goes, and how far back a knuckle, to open round something."""


def pieces(hand: Joint, k: float, digit: str, bends: Bends) -> tuple[Joint, Joint, Joint]:
    """Return the three pieces of a finger of a hand; `k` is the sign of its side."""
    bone = BONES[digit]
    x, y, z = bone.root
    first = _thumb_turn(bends, k) if digit == "thumb" else _finger_turn(bends, bone.away * k)
    found: list[Joint] = []
    at, turn = outward(hand, (x, y, z * k)), compose(hand.turn, first)
    for i, long in enumerate(bone.lengths):
        if i:
            turn = compose(turn, rot_z(bends[i + 1]))
        found.append(Joint(at, turn))
        at = add(at, rotate(turn, (0.0, -long, 0.0)))
    return found[0], found[1], found[2]


def pad(joint: Joint, digit: str) -> Vec:
    """Return the point of a fingertip's skin that touches, from its last piece."""
    bone = BONES[digit]
    return outward(joint, (bone.radii[3] * 1.05, -bone.lengths[2] * 0.75, 0.0))


def wrapped(hand: Joint, k: float, digit: str, shut: Bends, target: tuple[Distance, float]) -> Bends:
    """Return the bends of a finger that shuts, joint by joint, until each piece touches, or as far as `shut`.

    The target is a surface, and how far off it the finger stays.
    """
    bends = (*_OPEN_THUMB, 0.0, 0.0) if digit == "thumb" else (shut[0], _OPEN_KNUCKLE, 0.0, 0.0)
    for number in (1, 2, 3):
        aims = _aims(digit, bends, shut, number)
        low, high = 0.0, 1.0
        if _clear(hand, k, digit, aims(1.0), (number, *target)):
            bends = aims(1.0)
            continue
        for _ in range(_HALVINGS):
            middle = (low + high) / 2.0
            free = _clear(hand, k, digit, aims(middle), (number, *target))
            low, high = (middle, high) if free else (low, middle)
        bends = aims(low)
    return bends


def _aims(digit: str, bends: Bends, shut: Bends, number: int) -> Callable[[float], Bends]:
    """Return what the bends are when a joint has gone so far (0 to 1) to where it is shut."""

    def aim(share: float) -> Bends:
        goal = [*bends]
        for i in (0, 1) if digit == "thumb" and number == 1 else (number,):  # a thumb's root is one joint
            goal[i] = bends[i] + (shut[i] - bends[i]) * share
        return (goal[0], goal[1], goal[2], goal[3])

    return aim


def _clear(hand: Joint, k: float, digit: str, bends: Bends, target: tuple[int, Distance, float]) -> bool:
    """Return whether a piece of a finger, or of a thumb the one after it, is outside a surface by so much."""
    number, distance, lift = target
    if digit == "thumb":
        number = max(2, number)
    bone = BONES[digit]
    joint = pieces(hand, k, digit, bends)[number - 1]
    long, a, b = bone.lengths[number - 1], bone.radii[number - 1], bone.radii[number]
    for share in (0.35, 0.7, 1.0):
        if distance(outward(joint, (0.0, -long * share, 0.0))) - (a + (b - a) * share) < lift:
            return False
    return True


def _finger_turn(bends: Bends, away: float) -> Mat:
    return compose(rot_x(-bends[0] * away), rot_z(bends[1]))


def _thumb_turn(bends: Bends, k: float) -> Mat:
    out, over = math.radians(bends[0]), math.radians(bends[1])
    way = (math.sin(over), -math.cos(over) * math.cos(out), math.cos(over) * math.sin(out) * k)
    x, y, z = _THUMB_FACES
    return frame(way, (x, y, z * k))
