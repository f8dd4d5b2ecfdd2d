"""The piece of the screen's plane that shows all of a figure, its props and its arrows."""

from collections.abc import Iterable, Mapping, Sequence

from unkink.figure.algebra import Mat, Vec, rotate
from unkink.figure.motion import Motion
from unkink.figure.props import Prop, solids
from unkink.figure.settle import extent, flesh
from unkink.figure.signs import Sign
from unkink.figure.solids import Box, Rod
from unkink.figure.surface import outward

_MARGIN = 5.0
"""Centimetres left free all round."""
_BODY = (
    *("pelvis", "waist", "chest", "head"),
    *(f"{bone}_{side}" for side in "rl" for bone in ("thigh", "shin", "foot", "toes", "upper", "fore")),
)
_FINGERTIPS: Vec = (0.0, -17.0, 0.0)
_HAIR = 1.5
"""How far hair, shoes and fingers reach beyond the flesh."""

Frame = tuple[float, float, float, float]
"""Middle x and y, width, height; centimetres on the screen's plane, y up."""


def frame_of(
    view: Mat, motion: Motion, names: Iterable[str], props: Mapping[str, Prop], signs: Sequence[Sign]
) -> Frame:
    """Return the frame round the poses of these names, the props that stand still, and the arrows."""
    right, up = (view[0], view[1], view[2]), (view[3], view[4], view[5])
    spots: list[tuple[Vec, float]] = [(point, 3.0) for sign in signs for point in sign.points]
    for prop in props.values():
        for solid in solids(prop):
            spots += [(corner, 0.5) for corner in _corners(solid)]
    xs, ys = [], []
    for name in names:
        skeleton = motion.still(name)
        lumps = flesh(skeleton, _BODY)
        xs += [sign * extent(lump, _along(right, sign)) for lump in lumps for sign in (-1.0, 1.0)]
        ys += [sign * extent(lump, _along(up, sign)) for lump in lumps for sign in (-1.0, 1.0)]
        spots += [(outward(skeleton.joints[f"hand_{side}"], _FINGERTIPS), _HAIR) for side in "rl"]
    for spot, r in spots:
        x, y, _ = rotate(view, spot)
        xs += [x - r, x + r]
        ys += [y - r, y + r]
    left, low = min(xs) - _MARGIN - _HAIR, min(ys) - _MARGIN - _HAIR
    wide, high = max(xs) + _MARGIN + _HAIR - left, max(ys) + _MARGIN + _HAIR - low
    return (left + wide / 2, low + high / 2, wide, high)


def _along(way: Vec, sign: float) -> Vec:
    return (way[0] * sign, way[1] * sign, way[2] * sign)


def _corners(solid: Box | Rod) -> list[Vec]:
    if isinstance(solid, Rod):
        return [solid.start, solid.end]
    low, high = solid
    return [(x, y, z) for x in (low[0], high[0]) for y in (low[1], high[1]) for z in (low[2], high[2])]
