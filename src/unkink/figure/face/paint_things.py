"""What is looked at: a window with a far horizon, a screen seen from its side; and dotted lines of sight."""

import math
from collections.abc import Sequence

from unkink.figure.art.easel import Easel
from unkink.figure.display import Caps, Gradient, Item, Line, Point, Poly, Soft
from unkink.figure.display import Span as Capsule
from unkink.figure.face.eyes import HIGH, Gaze
from unkink.figure.face.sights import Sight, Thing
from unkink.figure.outline import circle, hull
from unkink.figure.shading import blend, faint, lighter


def things(easel: Easel, told: Sequence[Thing]) -> list[Item]:
    """Return everything that is looked at."""
    items: list[Item] = []
    for thing in told:
        items += _window(easel, thing) if thing.kind == "window" else _screen(easel, thing)
    return items


def _place(easel: Easel, x: float, y: float) -> Point:
    """Return a point of the screen's plane, in pixels."""
    c = easel.camera
    return (c.x + x * c.scale * c.flip, c.y - y * c.scale)


def _round(easel: Easel, corners: tuple[float, float, float, float], r: float) -> tuple[Point, ...]:
    """Return a rectangle (left, low, right, high) with round corners."""
    left, low, right, high = corners
    scale = easel.camera.scale
    spots = [(x, y) for x in (left + r, right - r) for y in (low + r, high - r)]
    return hull([circle(*_place(easel, x, y), r * scale) for x, y in spots], finest=True)


def _window(easel: Easel, thing: Thing) -> list[Item]:
    palette, scale = easel.palette, easel.camera.scale
    (x, y), (wide, high) = thing.at, thing.size
    left, right, low, top = x - wide / 2, x + wide / 2, y - high / 2, y + high / 2
    frame, b = palette.shoe, 1.3
    inner = (left + b, low + b, right - b, top - b)
    horizon = y - high * 0.16
    sky = blend(palette.bottle.base, palette.ground, 0.35)
    ground = Gradient(*_place(easel, x, inner[3]), *_place(easel, x, horizon), ((0.0, sky), (1.0, lighter(sky, 0.45))))
    items: list[Item] = [
        Poly((_round(easel, (left, low, right, top), 0.8),), blend(frame.base, frame.dark, 0.30)),
        Poly((_round(easel, (left + 0.25, low + 0.25, right - 0.25, top - 0.25), 0.7),), frame.base),
        Poly((_round(easel, inner, 0.3),), ground),
    ]
    sun = _place(easel, x + wide * 0.20, horizon + high * 0.20)
    items.append(Soft(*sun, 4.2 * scale, 4.2 * scale, 0.0, 1.0, faint(palette.ball.base, 0.55)))
    items.append(Poly((hull([circle(*sun, 1.25 * scale)]),), lighter(palette.ball.base, 0.25)))
    far, near = blend(palette.bottle.dark, sky, 0.45), blend(palette.mat.dark, palette.shirt.base, 0.25)
    for colour, base, swell, phase in ((far, 0.9, 1.3, 0.4), (near, -1.6, 0.9, 2.4)):
        ridge = []
        for i in range(25):
            t = i / 24.0
            rise = math.sin(phase + t * 5.2) * 0.6 + math.sin(phase * 2.0 + t * 9.0) * 0.4
            ridge.append(_place(easel, inner[0] + (inner[2] - inner[0]) * t, horizon + base + swell * rise))
        items.append(Poly(((*ridge, _place(easel, inner[2], inner[1]), _place(easel, inner[0], inner[1])),), colour))
    bar = blend(frame.base, frame.dark, 0.10)
    mid = y + high * 0.10
    for start, end in (((x, inner[1]), (x, inner[3])), ((inner[0], mid), (inner[2], mid))):
        items.append(Line(((_place(easel, *start), _place(easel, *end)),), 0.8 * scale, bar))
    sill = _round(easel, (left - 1.2, low - 0.9, right + 1.2, low + 0.5), 0.5)
    items += [Poly((sill,), blend(frame.base, frame.dark, 0.16))]
    return items


def _screen(easel: Easel, thing: Thing) -> list[Item]:
    """Return a screen on its foot that is seen from its side, its light towards the head."""
    palette, scale = easel.palette, easel.camera.scale
    (x, y), (wide, high) = thing.at, thing.size
    lean = wide * 0.22
    low, top = (x, y - high / 2), (x + lean, y + high / 2)
    foot = y - high / 2 - 3.0
    metal = palette.metal
    items: list[Item] = [
        Soft(*_place(easel, x - 2.0, y), 5.0 * scale, high * 0.55 * scale, 0.0, 1.0, faint(palette.bottle.base, 0.40)),
        Poly((_round(easel, (x - 3.6, foot - 0.9, x + 6.4, foot), 0.4),), metal.base),
        Line(((_place(easel, x + 2.6, foot), _place(easel, x + lean * 0.5 + 1.0, y)),), 1.3 * scale, metal.dark),
        Line(((_place(easel, *low), _place(easel, *top)),), 1.7 * scale, metal.dark),
    ]
    face = [(px - 0.75, py) for px, py in (low, top)]
    items.append(Line((tuple([_place(easel, *point) for point in face]),), 0.45 * scale, palette.bottle.base))
    return items


def sight_lines(easel: Easel, sights: Sequence[Sight], gaze: Gaze) -> list[Item]:
    """Return the dotted lines from between the eyes to what is looked at now."""
    items: list[Item] = []
    scale = easel.camera.scale
    joint = easel.skeleton.joints["head"]
    for sight in sights:
        alpha = sight.level(gaze)
        if not alpha:
            continue
        (x0, y0), (x1, y1) = easel.points(joint, [(9.8, HIGH, 0.0)])[0], _place(easel, *sight.to)
        long = math.hypot(x1 - x0, y1 - y0)
        ux, uy = (x1 - x0) / long, (y1 - y0) / long
        start, gap, r = 3.2 * scale, 1.5 * scale, 0.32 * scale
        count = max(0, int((long - start - 1.0 * scale) / gap))
        dots = [(x0 + ux * (start + gap * i), y0 + uy * (start + gap * i)) for i in range(count)]
        items.append(Soft(x1, y1, 3.4 * scale, 3.4 * scale, 0.0, 1.0, faint(easel.palette.arrow, 0.45 * alpha)))
        if dots:
            items.append(
                Caps(tuple([Capsule(x, y, r, x, y, r) for x, y in dots]), faint(easel.palette.arrow, 0.85 * alpha))
            )
    return items
