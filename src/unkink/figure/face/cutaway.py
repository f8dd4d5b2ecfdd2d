"""A lens beside the face that shows the mouth cut open along its middle: palate, teeth, tongue, lips."""

import math
from collections.abc import Sequence
from typing import TypeAlias

from unkink.figure.algebra import lerp
from unkink.figure.art.easel import Easel
from unkink.figure.display import Item, Line, Point, Poly
from unkink.figure.face.bust import Bust
from unkink.figure.face.clip import clipped
from unkink.figure.face.skull import with_jaw
from unkink.figure.outline import Ring
from unkink.figure.shading import blend, darker, faint, lighter

Outline: TypeAlias = tuple[tuple[float, float, float], ...]
"""Points of a closed curve in the middle plane of the head: forward, up, and how much of the jaw's way each goes."""
Lens: TypeAlias = tuple[float, float, float]
"""Where a lens is on the screen's plane, and its radius; centimetres."""

_MIDDLE = (6.6, 1.9)
"""What is in the middle of the lens, and how much of it there is all round."""
_REACH = 6.0

_FLESH: Outline = (
    *((-4.0, 12.0, 0.0), (9.4, 12.0, 0.0), (9.8, 8.6, 0.0), (10.9, 7.0, 0.0), (12.0, 5.7, 0.0), (12.2, 5.0, 0.0)),
    *((11.6, 4.4, 0.0), (10.5, 4.15, 0.0), (10.0, 3.7, 0.0), (10.15, 3.1, 0.0), (10.3, 2.6, 0.0), (10.0, 2.0, 0.0)),
    *((10.0, 1.85, 0.9), (10.1, 1.0, 1.0), (9.55, 0.25, 1.0), (9.6, -0.5, 1.0), (9.5, -1.3, 1.0), (8.7, -2.3, 1.0)),
    *((6.8, -2.9, 1.0), (4.4, -3.4, 0.8), (2.6, -4.4, 0.4), (1.4, -6.5, 0.0), (-4.0, -6.5, 0.0)),
)
_CAVITY: Outline = (
    *((10.0, 2.1, 0.0), (9.1, 2.5, 0.0), (8.8, 3.2, 0.0), (8.1, 3.9, 0.0), (6.8, 4.5, 0.0), (5.2, 4.65, 0.0)),
    *((3.6, 4.1, 0.0), (2.4, 2.9, 0.0), (1.7, 1.0, 0.2), (1.6, -1.4, 0.4), (2.4, -3.2, 0.5), (3.2, -2.6, 0.7)),
    *((4.6, -1.2, 1.0), (7.2, -0.7, 1.0), (8.5, 0.3, 1.0), (9.2, 1.4, 1.0), (9.95, 1.75, 1.0)),
)
_PALATE: Outline = (
    *((9.3, 4.2, 0.0), (8.9, 4.6, 0.0), (7.6, 5.2, 0.0), (5.6, 5.5, 0.0), (4.2, 5.3, 0.0), (4.2, 4.95, 0.0)),
    *((5.4, 4.95, 0.0), (7.0, 4.75, 0.0), (8.3, 4.1, 0.0), (8.85, 3.5, 0.0)),
)
_CHIN: Outline = (
    *((8.5, 0.1, 1.0), (8.95, 0.2, 1.0), (9.1, -0.6, 1.0), (8.9, -1.5, 1.0), (8.2, -1.9, 1.0), (7.7, -1.3, 1.0)),
    *((8.0, -0.5, 1.0),),
)
_UPPER_TOOTH: Outline = (
    *((9.0, 4.3, 0.0), (9.42, 4.0, 0.0), (9.66, 3.0, 0.0), (9.66, 2.1, 0.0), (9.48, 1.66, 0.0), (9.16, 2.2, 0.0)),
    *((8.86, 3.2, 0.0),),
)
_LOWER_TOOTH: Outline = (
    *((8.50, -0.6, 1.0), (8.92, -0.5, 1.0), (9.16, 0.5, 1.0), (9.24, 1.3, 1.0), (9.06, 1.74, 1.0), (8.74, 1.2, 1.0)),
    *((8.48, 0.3, 1.0),),
)
_UPPER_LIP: Outline = (
    *((9.88, 3.2, 0.0), (10.15, 3.1, 0.0), (10.42, 2.6, 0.0), (10.36, 2.05, 0.0), (10.0, 1.9, 0.0), (9.78, 2.3, 0.0)),
)
_LOWER_LIP: Outline = (
    *((9.85, 1.9, 0.0), (10.2, 1.86, 0.0), (10.36, 1.4, 0.4), (10.1, 0.8, 0.8), (9.7, 0.5, 1.0), (9.6, 1.2, 0.6)),
)
_PARTED: Outline = tuple((x, y, 1.0) for x, y, _ in _LOWER_LIP)
_TONGUE_LOW: Outline = (
    *((8.35, 0.75, 1.0), (8.0, 1.35, 1.0), (6.6, 2.15, 1.0), (4.9, 2.5, 1.0), (3.4, 2.1, 0.8), (2.5, 0.6, 0.6)),
    *((2.6, -1.4, 0.6), (4.2, -2.0, 0.9), (6.4, -1.7, 1.0), (7.6, -0.5, 1.0)),
)
_TONGUE_HIGH: Outline = (
    *((8.72, 2.7, 0.0), (8.5, 3.3, 0.0), (7.0, 4.25, 0.0), (5.2, 4.45, 0.0), (3.7, 3.6, 0.0), (2.5, 1.2, 0.3)),
    *((2.6, -1.4, 0.6), (4.2, -2.0, 0.9), (6.4, -1.4, 1.0), (7.7, 0.9, 0.5)),
)


def cutaway(easel: Easel, bust: Bust, lens: Lens) -> list[Item]:
    """Return the lens, tied to the mouth."""
    palette, scale = easel.palette, easel.camera.scale
    skin, lip = palette.skin.base, palette.lip
    rim = tuple(_on_rim(easel, lens, 1.0))
    middle, radius = _spot(easel, lens[0], lens[1]), lens[2] * scale
    lips, up = bust.values["lips"], bust.values["tongue"]
    parts = (
        (_FLESH, blend(skin, lip, 0.16)),
        (_PALATE, lighter(palette.cushion.base, 0.25)),
        (_CAVITY, blend(lip, palette.eye, 0.45)),
        (_mixed(_TONGUE_LOW, _TONGUE_HIGH, up), blend(lighter(lip, 0.30), palette.focus, 0.20)),
        (_CHIN, lighter(palette.cushion.base, 0.25)),
        (_UPPER_TOOTH, palette.shoe.base),
        (_LOWER_TOOTH, palette.shoe.base),
        (_UPPER_LIP, blend(skin, lip, 0.60)),
        (_mixed(_LOWER_LIP, _PARTED, lips), blend(skin, lip, 0.60)),
    )
    items: list[Item] = [
        *_ties(easel, bust, lens),
        Poly((tuple(_on_rim(easel, lens, 1.045)),), faint(palette.metal.dark, 0.55)),
        Poly((rim,), blend(palette.ground, palette.bottle.base, 0.22)),
    ]
    for outline, colour in parts:
        ring: Ring = tuple(_ring(easel, bust, lens, outline))
        if any(math.dist(middle, point) > 0.99 * radius for point in ring):
            ring = clipped(ring, rim)
        if ring:
            edge = 0.10 if outline is _CAVITY else 0.16
            items += [Poly((ring,), colour), Line(((*ring, ring[0]),), edge * scale, faint(darker(lip, 0.45), 0.55))]
    items.append(Line(((*rim, rim[0]),), 0.55 * scale, palette.shoe.base))
    items.append(Line(((*rim, rim[0]),), 0.14 * scale, faint(palette.metal.dark, 0.8)))
    return items


def _ties(easel: Easel, bust: Bust, lens: Lens) -> list[Item]:
    """Return the faint fan from the mouth to the lens."""
    mouth = easel.points(bust.joints["head"], [(10.3, 1.9, 0.0)])[0]
    x, y, r = lens
    far = [_spot(easel, x + r * math.cos(a), y + r * math.sin(a)) for a in (math.radians(130.0), math.radians(230.0))]
    return [Poly(((mouth, *far),), faint(easel.palette.metal.base, 0.22))]


def _spot(easel: Easel, x: float, y: float) -> Point:
    c = easel.camera
    return (c.x + x * c.scale * c.flip, c.y - y * c.scale)


def _on_rim(easel: Easel, lens: Lens, share: float) -> list[Point]:
    x, y, r = lens
    angles = [2.0 * math.pi * i / 56.0 for i in range(56)]
    return [_spot(easel, x + r * share * math.cos(a), y + r * share * math.sin(a)) for a in angles]


def _mixed(a: Outline, b: Outline, t: float) -> Outline:
    return tuple(lerp(p, q, t) for p, q in zip(a, b, strict=True))


def _ring(easel: Easel, bust: Bust, lens: Lens, outline: Outline) -> list[Point]:
    """Return a closed outline in the lens, smooth through its points."""
    moved = [with_jaw((x, y, 0.0), bust.face.jaw * share) for x, y, share in outline]
    zoom = lens[2] / _REACH
    around = [(lens[0] + (x - _MIDDLE[0]) * zoom, lens[1] + (y - _MIDDLE[1]) * zoom) for x, y, _ in moved]
    return [_spot(easel, x, y) for x, y in _smooth(around)]


def _smooth(points: Sequence[Point]) -> list[Point]:
    """Return a closed curve through these points (Catmull and Rom 1974)."""
    found = []
    for i, start in enumerate(points):
        before, end, after = points[i - 1], points[(i + 1) % len(points)], points[(i + 2) % len(points)]
        for step in range(5):
            t = step / 5.0
            x, y = (_curve(a, b, c, d, t) for a, b, c, d in zip(before, start, end, after, strict=True))
            found.append((x, y))
    return found


def _curve(a: float, b: float, c: float, d: float, t: float) -> float:
    return b + 0.5 * t * (c - a + t * (2.0 * a - 5.0 * b + 4.0 * c - d + t * (3.0 * (b - c) + d - a)))
