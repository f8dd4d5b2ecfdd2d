"""Hands: a palm, four fingers and a thumb that open and close."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from unkink.figure.algebra import Mat, Vec
from unkink.figure.art.brush import EDGE, capsules, widened
from unkink.figure.art.easel import Disc, Easel, Part, between
from unkink.figure.art.legs import far_dim
from unkink.figure.bones import SIDES
from unkink.figure.display import Caps, Item, Line, Point
from unkink.figure.shading import dimmed, faint, shaded
from unkink.figure.surface import Ball


class Finger(NamedTuple):
    """A finger of the right hand: its knuckle, the lengths of its two parts, its radius, its fan in degrees."""

    knuckle: Vec
    first: float
    second: float
    r: float
    fan: float


FINGERS = (
    Finger((0.0, -8.9, 2.7), 4.0, 3.4, 0.98, 5.0),
    Finger((0.0, -9.3, 0.9), 4.4, 3.8, 1.02, 1.0),
    Finger((0.0, -9.0, -0.9), 4.1, 3.6, 0.98, -3.0),
    Finger((0.0, -8.2, -2.6), 3.2, 2.8, 0.88, -8.0),
)
"""Index to little finger; centimetres in the hand's frame (fingers to -y, palm to x, thumb to z)."""
_PALM = (
    (Ball(0.0, -0.6, 0.9, 2.0), Ball(0.0, -8.8, 2.6, 1.35)),
    (Ball(0.0, -0.6, 0.0, 2.2), Ball(0.0, -9.0, 0.9, 1.40)),
    (Ball(0.0, -0.6, -0.4, 2.2), Ball(0.0, -8.8, -0.9, 1.35)),
    (Ball(0.0, -1.0, -0.9, 2.0), Ball(0.0, -8.0, -2.5, 1.25)),
)
_THUMB_OPEN = (
    Ball(0.5, -1.8, 1.4, 1.7),
    Ball(1.2, -4.8, 3.5, 1.25),
    Ball(1.6, -7.4, 4.6, 1.0),
    Ball(1.8, -9.4, 5.2, 0.85),
)
_THUMB_SHUT = (
    Ball(0.5, -1.8, 1.4, 1.7),
    Ball(1.8, -4.8, 2.9, 1.35),
    Ball(3.3, -7.0, 2.3, 1.1),
    Ball(4.0, -8.0, 0.2, 0.95),
)
_CURL_FIRST, _CURL_SECOND = (4.0, 88.0), (14.0, 190.0)
"""The angles of a finger's two parts to the palm, in degrees: flat, and in a fist."""
_NEARER = 2.2
_FIST = 0.5
"""A hand shut more than this shows its fingers from the front."""


def finger(which: Finger, grip: float, k: float) -> tuple[Ball, ...]:
    """Return the balls of one finger of a hand shut by `grip` (0 to 1); `k` is the sign of the hand's side."""
    x, y, z = which.knuckle
    a1, a2 = (math.radians(flat + (shut - flat) * grip) for flat, shut in (_CURL_FIRST, _CURL_SECOND))
    fan = math.sin(math.radians(which.fan)) * (1.0 - grip)
    mx, my = x + which.first * math.sin(a1), y - which.first * math.cos(a1)
    tx, ty = mx + which.second * math.sin(a2), my - which.second * math.cos(a2)
    mz, tz = z + which.first * fan, z + (which.first + which.second) * fan
    return (Ball(x, y, z * k, which.r * 1.08), Ball(mx, my, mz * k, which.r), Ball(tx, ty, tz * k, which.r * 0.82))


def thumb(grip: float, k: float) -> tuple[Ball, ...]:
    """Return the balls of the thumb."""
    balls = []
    for a, b in zip(_THUMB_OPEN, _THUMB_SHUT, strict=True):
        x, y, z, r = (p + (q - p) * grip for p, q in zip(a, b, strict=True))
        balls.append(Ball(x, y, z * k, r))
    return tuple(balls)


def hands(easel: Easel) -> list[Part]:
    """Return both hands' parts."""
    return [_hand(easel, side, k) for side, k in SIDES]


def _hand(easel: Easel, side: str, k: float) -> Part:
    joint, grip = easel.skeleton.joints[f"hand_{side}"], easel.skeleton.grips[side]
    scale = easel.camera.scale
    skin = dimmed(easel.palette.skin, far_dim(easel, k))
    chains = [tuple([Ball(x, y, z * k, r) for x, y, z, r in chain]) for chain in _PALM]
    chains += [finger(which, grip, k) for which in FINGERS]
    chains.append(thumb(grip, k))
    seen = _seen(easel.discs(joint, [ball for chain in chains for ball in chain]), [len(chain) for chain in chains])
    palm, fingers = seen[: len(_PALM)], seen[len(_PALM) : -1]
    edge = [widened(chain, EDGE * scale * 0.9) for chain in seen]
    for chain in edge[: len(palm)]:
        chain[0] = between(chain[0], chain[1], 0.45)  # no edge across the wrist
    wrist, knuckle, middle, tip = palm[1][0], palm[1][1], fingers[1][1], fingers[1][2]
    fill = shaded(skin, (wrist.x, wrist.y), (tip.x, tip.y), 4.2 * scale, easel.camera.flip, 0.6)
    items: list[Item] = [
        Caps(tuple([c for chain in edge for c in capsules(chain)]), faint(skin.dark, 0.5)),
        Caps(tuple([c for chain in seen for c in capsules(chain)]), fill),
    ]
    gaps = _gaps(easel, fingers, joint.turn, grip)
    if gaps:
        items.append(Line(gaps, 0.30 * scale, faint(skin.dark, 0.38)))
    discs = [disc._replace(r=r * scale) for disc, r in ((wrist, 2.4), (knuckle, 3.2), (middle, 2.6), (tip, 1.4))]
    spots = easel.spots((f"hand_{side}", (0.0, -2.0, 0.0)), (f"hand_{side}", (0.0, -12.0, 0.0)))
    return Part(f"hand_{side}", discs, items, nearer=_NEARER * scale, spots=spots)


def _seen(discs: list[Disc], lengths: Sequence[int]) -> list[list[Disc]]:
    """Return the discs cut into chains of these lengths."""
    left = iter(discs)
    return [[next(left) for _ in range(count)] for count in lengths]


def _gaps(easel: Easel, fingers: Sequence[Sequence[Disc]], turn: Mat, grip: float) -> tuple[tuple[Point, ...], ...]:
    """Return the lines between neighbouring fingers, as far as the side of the hand that is seen shows them."""
    palm, front = easel.facing(turn, (1.0, 0.0, 0.0)), easel.facing(turn, (0.0, -1.0, 0.0))
    ends: tuple[int, ...] = ()
    if grip <= _FIST:
        ends = (0, 1, 2) if abs(palm) > 0.2 else ()
    elif palm > 0.3:
        ends = (1, 2)
    elif palm < -0.2 or front > 0.2:
        ends = (0, 1)
    if not ends:
        return ()
    return tuple([tuple([((a[i].x + b[i].x) / 2, (a[i].y + b[i].y) / 2) for i in ends]) for a, b in pairwise(fingers)])
