"""The head of a close-up: skull and jaw in one skin, ears, nose, hair."""

import math
from functools import lru_cache

from unkink.figure.algebra import Vec, compose
from unkink.figure.art.brush import edge_colour
from unkink.figure.art.easel import Easel
from unkink.figure.art.hair import cut, hair
from unkink.figure.bones import SIDES
from unkink.figure.camera import Camera
from unkink.figure.display import Gradient, Item, Line, Poly, Soft
from unkink.figure.face.skull import HINGE, NOSE, TIP, flat, groups, jaw_joint
from unkink.figure.outline import Ellipse, Ring, edged_hull, ellipse_of, hull
from unkink.figure.shading import faint, lighter, shaded
from unkink.figure.surface import Bulk, Joint, outward

_EDGE = 0.34
"""How thick the edge round the face is, centimetres."""
_EAR = (Bulk((-1.9, 8.6, 7.9), (1.7, 1.6, 0.75)), Bulk((-1.3, 5.3, 7.15), (0.9, 0.9, 0.6)))
_HELIX: tuple[Vec, ...] = (
    (-0.6, 7.2, 8.1),
    (-0.5, 8.8, 8.3),
    (-1.3, 9.7, 8.4),
    (-2.5, 9.4, 8.3),
    (-2.9, 8.0, 8.2),
    (-2.3, 6.4, 7.9),
    (-1.7, 5.5, 7.7),
)
_CONCH = Bulk((-1.2, 7.0, 7.95), (0.75, 1.25, 0.3))


_CUT = cut(
    Bulk((0.4, 11.2, 0.0), (10.05, 10.3, 8.15)),
    (
        *(
            (0.0, 0.45),
            (16.0, 0.44),
            (30.0, 0.405),
            (40.0, 0.355),
            (50.0, 0.28),
            (58.0, 0.19),
            (65.0, 0.09),
            (70.0, -0.02),
        ),
        *((74.0, -0.17), (77.0, -0.25), (83.0, -0.24), (94.0, -0.02), (112.0, -0.16), (135.0, -0.52), (180.0, -0.66)),
    ),
    96,
)
"""The hair of a close-up: brow, temple, before and behind the ear, nape."""
_STRANDS = (
    (tuple((-28.0 + 9.0 * i, 44.0 + 4.2 * i) for i in range(8)), 0.11),
    (tuple((2.0 + 6.0 * i, 40.0 + 4.0 * i) for i in range(8)), 0.11),
    (tuple((-52.0 + 4.0 * i, 34.0 + 5.0 * i) for i in range(8)), 0.08),
)


def head(easel: Easel) -> list[Item]:
    """Return the face without eyes and mouth, and the far ear behind it."""
    joint = easel.skeleton.joints["head"]
    scale, skin = easel.camera.scale, easel.palette.skin
    rings = _skin(easel.camera, joint, easel.skeleton.face.jaw)
    middle = easel.points(joint, [(1.5, 8.5, 0.0)])[0]
    fill = shaded(skin, middle, middle, 12.0 * scale, easel.camera.flip, 0.5)
    return [
        *ears(easel, near=False),
        Poly(tuple([outer for _, outer in rings]), edge_colour(skin, 0.40)),
        Poly(tuple([inner for inner, _ in rings]), fill),
        *_bloom(easel),
    ]


@lru_cache(maxsize=8)
def _skin(camera: Camera, head: Joint, jaw: float) -> tuple[tuple[Ring, Ring], ...]:
    """Return the rings that make the head, each with its edge; most of the time a head keeps still."""
    hanging, by = jaw_joint(head, jaw), _EDGE * camera.scale
    rings = []
    for high_hangs, low_hangs, high, low in groups(jaw):
        pair = [
            _ellipse(camera, hanging if hangs else head, flat(cut_, HINGE if hangs else (0.0, 0.0, 0.0)))
            for hangs, cut_ in ((high_hangs, high), (low_hangs, low))
        ]
        rings.append(edged_hull(pair, by, finest=True))
    rings += [edged_hull([_ellipse(camera, head, bulk) for bulk in group], by) for group in NOSE]
    return tuple(rings)


def _ellipse(camera: Camera, joint: Joint, bulk: Bulk) -> Ellipse:
    at = camera.point(outward(joint, bulk.centre))
    return ellipse_of(at, compose(camera.matrix, joint.turn), bulk.radii, camera.scale, camera.flip)


def _bloom(easel: Easel) -> list[Item]:
    """Return the soft colour of the cheeks, and the shade of the sockets and under the lip."""
    joint, scale, palette = easel.skeleton.joints["head"], easel.camera.scale, easel.palette
    items: list[Item] = []
    for _, k in SIDES:
        seen = max(0.0, easel.facing(joint.turn, (0.78, 0.0, 0.62 * k)))
        x, y = easel.points(joint, [(7.4, 5.2, 4.6 * k)])[0]
        items.append(
            Soft(x, y, 3.4 * scale * (0.4 + 0.6 * seen), 2.6 * scale, 0.0, 1.0, faint(palette.lip, 0.24 * seen))
        )
        seen = max(0.0, easel.facing(joint.turn, (0.94, 0.0, 0.34 * k)))
        x, y = easel.points(joint, [(8.9, 9.6, 2.7 * k)])[0]
        items.append(Soft(x, y, 2.7 * scale * seen, 1.7 * scale, 0.0, 1.0, faint(palette.skin.dark, 0.20 * seen)))
    return items


def nose(easel: Easel) -> list[Item]:
    """Return the nose: its lower half stands out of the face, its bridge runs into it."""
    joint, scale, skin = easel.skeleton.joints["head"], easel.camera.scale, easel.palette.skin
    seen = easel.facing(joint.turn, (1.0, 0.0, 0.0))
    if seen < -0.05:
        return []
    rings = [edged_hull([easel.ellipse(joint, bulk) for bulk in group], 0.16 * scale) for group in NOSE[1:]]
    top, end = easel.points(joint, [(10.7, 7.4, 0.0), (11.6, 4.4, 0.0)])
    edge = Gradient(
        *top, *end, ((0.0, faint(skin.dark, 0.0)), (0.5, faint(skin.dark, 0.06)), (1.0, faint(skin.dark, 0.34)))
    )
    light = lighter(skin.base, 0.09)
    fill = Gradient(*top, *end, ((0.0, faint(light, 0.0)), (0.6, faint(light, 0.9)), (1.0, faint(skin.base, 1.0))))
    items: list[Item] = [
        Poly(tuple([outer for _, outer in rings]), edge),
        Poly(tuple([inner for inner, _ in rings]), fill),
    ]
    for _, k in SIDES:
        hole = easel.ellipse(joint, Bulk((10.6, 4.25, 0.62 * k), (0.34, 0.16, 0.36)))
        facing = min(1.0, max(0.0, (easel.facing(joint.turn, (0.9, 0.0, 0.45 * k)) + 0.1) / 0.4))
        items.append(Poly((hull([hole]),), faint(easel.palette.lip, 0.75 * facing)))
    x, y = easel.points(joint, [(TIP.centre[0] + 0.6, TIP.centre[1] + 0.25, -0.25)])[0]
    items.append(Soft(x, y, 0.75 * scale, 0.6 * scale, 0.0, 1.0, faint(lighter(skin.base, 0.75), 0.40)))
    return items


def ears(easel: Easel, *, near: bool) -> list[Item]:
    """Return the ears in front of the hair, or those behind the face."""
    joint, scale, skin = easel.skeleton.joints["head"], easel.camera.scale, easel.palette.skin
    items: list[Item] = []
    for _, k in SIDES:
        if (easel.facing(joint.turn, (-0.25, 0.0, k)) > 0.02) is not near:
            continue
        outer = [easel.ellipse(joint, _sided(bulk, k)) for bulk in _EAR]
        inner, around = edged_hull(outer, 0.26 * scale)
        items += [Poly((around,), edge_colour(skin, 0.42)), Poly((inner,), lighter(skin.base, 0.02))]
        if near:
            conch = hull([easel.ellipse(joint, _sided(_CONCH, k))])
            helix = easel.points(joint, [(x, y, z * k) for x, y, z in _HELIX])
            items += [Poly((conch,), edge_colour(skin, 0.30)), Line((helix,), 0.28 * scale, edge_colour(skin, 0.30))]
    return items


def _sided(bulk: Bulk, k: float) -> Bulk:
    (x, y, z), radii = bulk
    return Bulk((x, y, z * k), radii)


def tresses(easel: Easel) -> list[Item]:
    """Return the hair, with a few strands that shine."""
    joint, scale, stuff = easel.skeleton.joints["head"], easel.camera.scale, easel.palette.hair
    items: list[Item] = [hair(easel, joint, _CUT)]
    for turns, alpha in _STRANDS:
        points = easel.points(joint, [_on_hair(*turn) for turn in turns])
        items.append(Line((points,), 0.45 * scale, faint(lighter(stuff.base, 0.55), alpha)))
    return items


def _on_hair(azimuth: float, high: float) -> Vec:
    """Return the point of the hair so many degrees from the front and above its widest."""
    (cx, cy, cz), (rx, ry, rz) = _CUT.bulk
    a, h = math.radians(azimuth), math.radians(high)
    return (cx + rx * math.cos(h) * math.cos(a), cy + ry * math.sin(h), cz + rz * math.cos(h) * math.sin(a))
