"""The worked area: a soft warm light along a muscle."""

import math

from unkink.figure.algebra import Vec
from unkink.figure.art.easel import Easel
from unkink.figure.display import Soft
from unkink.figure.muscles import Area
from unkink.figure.shading import faint
from unkink.figure.surface import Ball

_PART = {"waist": "shirt", "chest": "shirt"}
_HIDDEN = -0.2
"""An area that faces so far away is lit less and less, but never not at all: it is what the exercise is about."""

_SUNK = 0.55
"""How far an area that is seen edge on is moved into the body, as a share of its radius."""


def glow(easel: Easel, area: Area, pulse: float) -> tuple[str, Soft]:
    """Return the part an area's light lies on and the light; `pulse` from 0 to 1 is how strong it is."""
    joint = easel.skeleton.joints[area.segment]
    facing = easel.facing(joint.turn, area.out)
    strength = 1.0 if facing > _HIDDEN else max(0.25, 1.0 + (facing - _HIDDEN) * 1.2)
    a, b = easel.discs(joint, [_inwards(ball, area.out, 1.0 - abs(facing)) for ball in area.balls])
    long, r = math.hypot(b.x - a.x, b.y - a.y), max(a.r, b.r)
    paint = faint(easel.palette.focus, strength * (0.55 + 0.35 * pulse))
    angle = math.atan2(b.y - a.y, b.x - a.x)
    light = Soft((a.x + b.x) / 2, (a.y + b.y) / 2, long / 2 + r * 1.8, r * 1.75, angle, 1.0, paint)
    return _PART.get(area.segment, area.segment), light


def _inwards(ball: Ball, out: Vec, share: float) -> Ball:
    """Return the ball moved into the body: seen edge on, a light on the skin would shine past the body."""
    by = _SUNK * share * ball.r
    return Ball(ball.x - out[0] * by, ball.y - out[1] * by, ball.z - out[2] * by, ball.r)
