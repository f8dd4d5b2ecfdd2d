"""A forearm, bare, that comes out of a rolled-up sleeve; the sleeve fades away where the picture ends."""

from itertools import pairwise

from unkink.figure.algebra import smoothstep
from unkink.figure.art.easel import Easel, Part
from unkink.figure.display import Gradient, Item, Paint, Point, Poly, Rgba
from unkink.figure.hand.flesh import section
from unkink.figure.hand.paint import DARK, EDGE, facing_side, faded, shape, toned
from unkink.figure.outline import Ellipse, edged_hull, hull
from unkink.figure.palette import Stuff
from unkink.figure.shading import blend, faint, shaded
from unkink.figure.surface import Ball, Bulk, Joint

_HEM = 1.7
_BLENDS = -18.5
"""Below this a forearm takes on the light of its hand."""
_BENT = 0.85
"""A hand that comes towards the viewer or goes away from them more than this has an edge at the wrist."""
SLEEVE = 9.0
"""How much of a sleeve is seen."""
_FINE = tuple((1.4 - i * 2.4, *section(1.4 - i * 2.4)) for i in range(12))


def forearm(easel: Easel, side: str, stuff: Stuff, cuff: float) -> list[Part]:
    """Return the forearm, and the sleeve over its upper end down to `cuff` in its frame."""
    joint = easel.skeleton.joints[f"fore_{side}"]
    hand = easel.skeleton.joints[f"hand_{side}"]
    rows = [row for row in _FINE if row[0] <= cuff + (-0.5 if opens(easel, joint) else 1.2)]
    rings = [_ellipse(easel, joint, row, min(row[1], 1.6, row[0] + 25.6)) for row in rows]
    if opens(easel, joint):
        rings.insert(0, _ellipse(easel, joint, (cuff - 0.4, *section(cuff)), 0.05))
        rings[1] = _ellipse(easel, joint, rows[0], 0.05)
    skin, fill = fill_of(easel, joint, stuff)
    items = shape(easel, [list(pair) for pair in pairwise(rings)], fill, skin)
    balls = [Ball(0.0, y, z, rx) for y, rx, rz in rows[::2] for z in (rx - rz, rz - rx)]
    low = [ring for ring, row in zip(rings[-len(rows) :], rows, strict=True) if row[0] < _BLENDS]
    items.append(Poly(tuple([hull(pair, finest=True) for pair in pairwise(low)]), _blending(easel, joint, hand, stuff)))
    joins = _joining(easel, joint, hand)
    heel = [_ellipse(easel, hand, (y, 1.82, 2.58), thick) for y, thick in ((0.0, 0.05), (-0.8, 0.3))]
    if joins:
        items.append(Poly((hull(heel, finest=True),), faded(fill_of(easel, hand, stuff)[1], joins)))
    arm = Part(f"fore_{side}", easel.discs(joint, balls), items)
    return [arm, _sleeve(easel, side, joint, cuff)]


def wrist_patch(easel: Easel, side: str, stuff: Stuff) -> list[Item]:
    """Return the forearm's end, which a hand paints over its own edge there; nothing where the wrist is bent far."""
    joint = easel.skeleton.joints[f"fore_{side}"]
    hand = easel.skeleton.joints[f"hand_{side}"]
    joins = _joining(easel, joint, hand)
    if not joins:
        return []
    pair = [
        _ellipse(easel, joint, (y, *[r * 0.96 for r in section(y)]), thick)
        for y, thick in ((-22.5, 0.8), (-25.0, 0.05))
    ]
    ring = (hull(pair, finest=True),)
    paints = fill_of(easel, joint, stuff)[1], _blending(easel, joint, hand, stuff)
    return [Poly(ring, faded(paint, joins)) for paint in paints]


def _blending(easel: Easel, fore: Joint, hand: Joint, stuff: Stuff) -> Gradient:
    """Return the paint that takes the end of a forearm to the colour of a hand that is lit otherwise."""
    a, b = fore.turn, hand.turn
    bent = 1.0 - (a[1] * b[1] + a[4] * b[4] + a[7] * b[7])
    base, own = fill_of(easel, hand, stuff)[0].base, fill_of(easel, fore, stuff)[0].base
    start, end = easel.points(fore, [(0.0, _BLENDS, 0.0), (0.0, -25.0, 0.0)])
    alpha = 0.85 * smoothstep(max(bent / 0.2, abs(base.g - own.g) / 8.0))
    return Gradient(*start, *end, ((0.0, faint(base, 0.0)), (1.0, faint(base, alpha))))


def _joining(easel: Easel, fore: Joint, hand: Joint) -> float:
    """Return 1 where a hand goes on from its forearm without an edge, 0 where one is bent far before the other."""
    down = (0.0, -1.0, 0.0)
    before = abs(easel.facing(hand.turn, down) - easel.facing(fore.turn, down))
    return 1.0 - smoothstep((before - _BENT) / 0.35)


def fill_of(easel: Easel, joint: Joint, stuff: Stuff) -> tuple[Stuff, Paint]:
    """Return the colours of a forearm or of a hand's root, and the gradient across it."""
    skin = toned(easel, stuff, facing_side(easel, joint.turn))
    start, end = easel.points(joint, [(0.0, 0.0, 0.0), (0.0, -14.0, 0.0)])
    return skin, shaded(skin, start, end, 4.4 * easel.camera.scale, easel.camera.flip, 0.8)


def _ellipse(easel: Easel, joint: Joint, row: tuple[float, ...], thick: float) -> Ellipse:
    y, rx, rz = row
    return easel.ellipse(joint, Bulk((0.0, y, 0.0), (rx, thick, rz)))


def _sleeve(easel: Easel, side: str, joint: Joint, cuff: float) -> Part:
    c, shirt = easel.camera, toned(easel, easel.palette.shirt, facing_side(easel, joint.turn))
    wide = max(section(cuff)) + 0.75
    far = cuff + SLEEVE
    tube = [_ring(easel, joint, y, r) for y, r in ((far, wide + 0.5), (cuff + 0.6, wide))]
    hem = [_ring(easel, joint, y, wide + 0.25) for y in (cuff + _HEM, cuff)]
    start, end = easel.points(joint, [(0.0, far, 0.0), (0.0, cuff, 0.0)])
    by = EDGE * c.scale
    edge = [edged_hull(group, by, finest=True)[1] for group in (tube, hem)]
    body, band = (edged_hull(group, 0.0, finest=True)[0] for group in (tube, hem))
    fill = shaded(shirt, start, end, 5.2 * c.scale, c.flip)
    items: list[Item] = [
        Poly((edge[0],), _fading(shirt.dark, start, end, 0.5)),
        Poly((body,), _fading(shirt.base, start, end, 1.0)),
        Poly((edge[1],), faint(shirt.dark, DARK)),
        Poly((band,), fill),
    ]
    if opens(easel, joint):
        opening = easel.ellipse(joint, Bulk((0.0, cuff - 0.4, 0.0), (wide - 0.25, 0.1, wide - 0.25)))
        items.append(Poly((hull([opening], finest=True),), blend(shirt.base, shirt.dark, 0.7)))
    discs = easel.discs(joint, [Ball(0.0, y, 0.0, wide) for y in (cuff + 1.0, cuff + 4.0, cuff + 7.0)])
    return Part(f"sleeve_{side}", discs, items, nearer=0.6 * c.scale)


def opens(easel: Easel, fore: Joint) -> bool:
    """Return whether the viewer looks into a sleeve."""
    return easel.facing(fore.turn, (0.0, -1.0, 0.0)) > 0.0


def _ring(easel: Easel, joint: Joint, y: float, r: float) -> Ellipse:
    return easel.ellipse(joint, Bulk((0.0, y, 0.0), (r, 0.6, r)))


def _fading(colour: Rgba, start: Point, end: Point, alpha: float) -> Gradient:
    """Return a colour that comes in from nothing along a sleeve."""
    stops = ((0.0, faint(colour, 0.0)), (0.5, faint(colour, 0.75 * alpha)), (0.9, faint(colour, alpha)))
    return Gradient(*start, *end, stops)
