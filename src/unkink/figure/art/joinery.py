"""Blocks: door frames and steps, their faces shaded by the way they look."""

from unkink.figure.algebra import Vec
from unkink.figure.art.brush import edge_colour
from unkink.figure.art.easel import Disc, Part, Plane
from unkink.figure.camera import Camera
from unkink.figure.display import Item, Poly
from unkink.figure.fixtures import Door, Stair
from unkink.figure.outline import Ellipse, circle, edged_hull, hull
from unkink.figure.palette import Palette, Stuff
from unkink.figure.shading import blend, lighter
from unkink.figure.solids import Box

_EDGE, _ROUND = 0.35, 0.5
_SIDES: tuple[tuple[Vec, float], ...] = (
    ((1.0, 0.0, 0.0), 0.0),
    ((-1.0, 0.0, 0.0), 0.0),
    ((0.0, 0.0, 1.0), -0.22),
    ((0.0, 0.0, -1.0), -0.22),
    ((0.0, 1.0, 0.0), 0.28),
)
"""The faces that may be seen, and how much lighter than its stuff (or, below nothing, darker) each is."""
_APART = 9.0
"""About how far apart the discs are that tell what a block covers."""


def door(camera: Camera, palette: Palette, prop: Door) -> list[Part]:
    """Return a door frame's parts."""
    blocks = (*prop.jambs(), prop.lintel())
    return [_block(camera, palette.wood, f"door {i}", box) for i, box in enumerate(blocks)]


def stair(camera: Camera, palette: Palette, prop: Stair) -> list[Part]:
    """Return a step as its one part."""
    return [_block(camera, palette.wood, "stair", prop.block())]


def faces(box: Box) -> tuple[Plane, ...]:
    """Return the planes of a box's faces."""
    normals = (*(normal for normal, _ in _SIDES), (0.0, -1.0, 0.0))
    return tuple(Plane(box.high if sum(normal) > 0.0 else box.low, normal) for normal in normals)


def _block(camera: Camera, stuff: Stuff, name: str, box: Box) -> Part:
    corners = _corners(box)
    outline, edge = edged_hull([_ball(camera, corner) for corner in corners], _EDGE * camera.scale, finest=True)
    items: list[Item] = [Poly((edge,), edge_colour(stuff, 0.45)), Poly((outline,), stuff.base)]
    for normal, tint in _SIDES:
        if camera.depth(normal) > 0.01:
            face = [_ball(camera, corner) for corner in corners if _on(box, corner, normal)]
            paint = lighter(stuff.base, tint) if tint >= 0.0 else blend(stuff.base, stuff.dark, -tint)
            items.append(Poly((hull(face, finest=True),), paint))
    return Part(name, _discs(camera, box), items, planes=faces(box))


def _corners(box: Box) -> list[Vec]:
    low, high = box
    return [(x, y, z) for x in (low[0], high[0]) for y in (low[1], high[1]) for z in (low[2], high[2])]


def _on(box: Box, corner: Vec, normal: Vec) -> bool:
    """Return whether a corner is on the face that looks this way."""
    end = box.high if sum(normal) > 0.0 else box.low
    return all(c == e for c, e, n in zip(corner, end, normal, strict=True) if n)


def _ball(camera: Camera, at: Vec) -> Ellipse:
    return circle(*camera.point(at), _ROUND * camera.scale)


def _discs(camera: Camera, box: Box) -> list[Disc]:
    """Return discs all over a block."""
    counts = [max(1, round((hi - lo) / _APART)) for lo, hi in zip(*box, strict=True)]
    axes = [[lo + (hi - lo) * (i + 0.5) / n for i in range(n)] for lo, hi, n in zip(*box, counts, strict=True)]
    spots = [(x, y, z) for x in axes[0] for y in axes[1] for z in axes[2]]
    return [Disc(*camera.point(spot), camera.depth(spot) * camera.scale, _APART * 0.6 * camera.scale) for spot in spots]
