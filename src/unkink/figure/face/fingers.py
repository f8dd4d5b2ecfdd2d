"""A hand with five fingers of three parts each, and how each of them bends.

Centimetres in the hand's frame: the wrist is its origin, the fingers point to -y, the palm faces x, the thumb of a
right hand points to z; a left hand's z is reversed.
"""

import math
from typing import NamedTuple

from unkink.figure.algebra import Vec
from unkink.figure.surface import Ball


class Finger(NamedTuple):
    """A finger of the right hand: its knuckle, the lengths of its parts, its radius, its fan in degrees."""

    knuckle: Vec
    parts: Vec
    r: float
    fan: float


FINGERS = (
    Finger((0.0, -9.0, 2.75), (4.3, 2.6, 1.8), 0.86, 5.0),
    Finger((0.15, -9.4, 0.95), (4.7, 3.0, 1.9), 0.90, 1.5),
    Finger((0.1, -9.1, -0.85), (4.4, 2.8, 1.9), 0.85, -2.5),
    Finger((-0.1, -8.4, -2.55), (3.5, 2.1, 1.7), 0.74, -7.0),
)
"""Index to little finger."""
PALM = (
    *(Ball(0.0, -0.4, 1.25, 1.55), Ball(0.0, -0.4, -1.25, 1.55)),
    *(
        Ball(0.0, -8.7, 2.7, 1.05),
        Ball(0.15, -9.2, 0.95, 1.1),
        Ball(0.1, -8.9, -0.85, 1.05),
        Ball(-0.1, -8.2, -2.5, 0.95),
    ),
    *(Ball(0.3, -3.0, -2.3, 1.5), Ball(0.3, -3.4, 2.3, 1.6)),
)
"""What is wrapped to make the palm."""
_THUMB = {
    -1.0: (
        Ball(0.6, -2.0, 1.6, 1.5),
        Ball(2.2, -4.6, 2.6, 1.15),
        Ball(3.1, -7.2, 2.0, 0.95),
        Ball(3.4, -9.0, 0.9, 0.80),
    ),
    0.0: (
        Ball(0.4, -2.0, 1.7, 1.5),
        Ball(1.1, -4.6, 3.7, 1.15),
        Ball(1.3, -7.6, 4.5, 0.93),
        Ball(1.3, -10.0, 4.9, 0.78),
    ),
    1.0: (Ball(0.3, -2.2, 1.8, 1.5), Ball(0.5, -3.9, 4.3, 1.2), Ball(0.3, -4.9, 7.3, 1.0), Ball(-0.2, -5.3, 9.9, 0.86)),
}
"""The thumb's balls: before the palm, at ease beside it, straight out."""


class Bends(NamedTuple):
    """How a hand is bent: each finger's knuckle and the two joints after it, in degrees; their fan; the thumb."""

    knuckles: tuple[float, ...]
    middle: float
    last: float
    spread: float
    thumb: float


def bends(curl: float, spread: float, thumb: float) -> Bends:
    """Return a hand bent by a share: 0 straight, 0.2 at ease, 1 a fist."""
    ease = (0.0, 2.0, 5.0, 9.0)
    knuckles = tuple([6.0 + 70.0 * curl + more * (1.0 - curl) for more in ease])
    return Bends(knuckles, 10.0 + 84.0 * curl, 6.0 + 56.0 * curl, spread, thumb)


def finger(i: int, how: Bends, k: float) -> tuple[Ball, ...]:
    """Return the four balls of a finger, from its knuckle to its tip; `k` is the sign of the hand's side."""
    (x, y, z), parts, r, fan = FINGERS[i]
    tip = math.radians(fan * how.spread)
    angle, balls = 0.0, [Ball(x, y, z * k, r * 1.06)]
    for bend, part, share in zip((how.knuckles[i], how.middle, how.last), parts, (1.0, 0.95, 0.80), strict=True):
        angle += math.radians(bend)
        x, y = x + part * math.sin(angle), y - part * math.cos(angle)
        z += part * math.sin(tip) * max(0.0, math.cos(angle))
        balls.append(Ball(x, y, z * k, r * share))
    return tuple(balls)


def thumb(how: Bends, k: float) -> tuple[Ball, ...]:
    """Return the four balls of the thumb."""
    share = max(-1.0, min(1.0, how.thumb))
    end = 1.0 if share > 0.0 else -1.0
    t = abs(share)
    balls = []
    for a, b in zip(_THUMB[0.0], _THUMB[end], strict=True):
        x, y, z, r = [p + (q - p) * t for p, q in zip(a, b, strict=True)]
        balls.append(Ball(x, y, z * k, r))
    return tuple(balls)
