"""Light and shade: tints, and gradients across a limb from its lit side to its dark one."""

import math

from unkink.figure.display import Gradient, Rgba
from unkink.figure.palette import Stuff

LIGHT_FROM = (-0.50, -0.80)
"""The way to the light on the screen (x right, y down); fixed, so that nothing flickers when a limb turns."""
_WHITE = Rgba(255.0, 255.0, 255.0)


def blend(a: Rgba, b: Rgba, t: float) -> Rgba:
    """Return the colour `t` of the way from `a` to `b`, as opaque as `a`."""
    return Rgba(a.r + (b.r - a.r) * t, a.g + (b.g - a.g) * t, a.b + (b.b - a.b) * t, a.a)


def lighter(colour: Rgba, t: float) -> Rgba:
    """Return the colour so much nearer to white."""
    return blend(colour, _WHITE, t)


def darker(colour: Rgba, t: float) -> Rgba:
    """Return the colour so much nearer to black."""
    k = 1.0 - t
    return Rgba(colour.r * k, colour.g * k, colour.b * k, colour.a)


def faint(colour: Rgba, alpha: float) -> Rgba:
    """Return the colour with this alpha."""
    return Rgba(colour.r, colour.g, colour.b, alpha)


def dimmed(stuff: Stuff, t: float) -> Stuff:
    """Return the material so much darker, as the far side of the body is."""
    return Stuff(darker(stuff.base, t), stuff.dark) if t else stuff


def shaded(
    stuff: Stuff, start: tuple[float, float], end: tuple[float, float], radius: float, flip: float, gloss: float = 1.0
) -> Gradient:
    """Return the gradient across a limb drawn from `start` to `end` (pixels) and `radius` thick.

    Its contrast follows the angle to the light, so that it fades instead of jumping to the other side.
    """
    dx, dy = end[0] - start[0], end[1] - start[1]
    n = math.hypot(dx, dy)
    lx, ly = LIGHT_FROM[0] * flip, LIGHT_FROM[1]
    if n < 1e-6:
        px, py, k = lx, ly, 1.0
    else:
        px, py = -dy / n, dx / n
        k = px * lx + py * ly
        if k < 0.0:
            px, py, k = -px, -py, -k
        short = max(0.0, 1.0 - n / (2.2 * radius))  # seen end on: lit like a ball
        px, py = px * (1.0 - short) + lx * short, py * (1.0 - short) + ly * short
        k = min(1.0, (k * (1.0 - short) + short) * 1.15)
    mx, my = (start[0] + end[0]) / 2.0, (start[1] + end[1]) / 2.0
    base = stuff.base
    stops = (
        (0.0, lighter(base, 0.10 * k * gloss)),
        (0.22, lighter(base, 0.20 * k * gloss)),
        (0.58, base),
        (1.0, blend(base, stuff.dark, 0.42 * k)),
    )
    return Gradient(mx + px * radius, my + py * radius, mx - px * radius, my - py * radius, stops)
