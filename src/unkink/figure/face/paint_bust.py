"""Neck and shoulders in a shirt, fading out below; forearms fade with them."""

import math
from collections.abc import Sequence

from unkink.figure.art.brush import EDGE
from unkink.figure.art.easel import Easel
from unkink.figure.display import Gradient, Item, Line, Point, Poly, Rgba
from unkink.figure.face.clip import above
from unkink.figure.outline import Ellipse, edged_hull, hull
from unkink.figure.palette import Stuff
from unkink.figure.shading import blend, faint, lighter
from unkink.figure.surface import Bulk

_SHOULDERS = tuple(Bulk((-0.8, -7.0, 15.0 * k), (5.2, 5.2, 5.2)) for k in (1.0, -1.0))
_UPPER_ARMS = tuple(Bulk((-0.2, -24.0, 17.2 * k), (4.8, 4.8, 4.8)) for k in (1.0, -1.0))
_YOKE = Bulk((-1.2, -0.6, 0.0), (5.2, 2.0, 6.0))
_SLOPES = tuple(Bulk((-1.8, -4.6, 9.4 * k), (4.4, 4.2, 4.0)) for k in (1.0, -1.0))
_CHEST, _BELOW = Bulk((1.2, -12.0, 0.0), (9.4, 8.0, 14.2)), Bulk((0.6, -25.0, 0.0), (9.2, 6.0, 13.2))
_NECK = (
    Bulk((-0.4, -1.6, 0.0), (5.0, 2.0, 5.4)),
    Bulk((0.6, 3.4, 0.0), (4.6, 2.0, 4.6)),
    Bulk((0.0, 10.6, 0.0), (6.5, 2.6, 5.2)),
)
_THROAT = Bulk((3.6, -2.6, 0.0), (1.4, 2.2, 3.6))
_FADE = 0.13
"""Over which share of its height the picture fades to nothing at its lower end."""


class Fading:
    """Fills that fade to nothing at the lower end of the picture.

    Args:
        easel: the drawing.
        low: the picture's lower end, in pixels down.
        high: how high the picture is, in pixels.
    """

    def __init__(self, easel: Easel, low: float, high: float) -> None:
        self._easel, self.low = easel, low
        self._start = low - _FADE * high

    def fill(self, stuff: Stuff, top: float) -> Gradient:
        """Return the fill of a material from a level of the screen downwards."""
        top = min(top, self._start - 1.0)
        span = self.low - top
        fade = (self._start - top) / span
        dark = blend(stuff.base, stuff.dark, 0.20)
        stops = ((0.0, lighter(stuff.base, 0.12)), (fade * 0.5, stuff.base), (fade, dark), (1.0, faint(dark, 0.0)))
        x = self._easel.camera.x
        return Gradient(x, top, x, self.low, stops)

    def flat(self, colour: Rgba) -> Gradient:
        """Return a plain colour that fades as the fills do."""
        x = self._easel.camera.x
        return Gradient(x, self._start, x, self.low, ((0.0, colour), (1.0, faint(colour, 0.0))))

    def solid(
        self, groups: Sequence[Sequence[Ellipse]], stuff: Stuff, edge: float = 0.45, top: float | None = None
    ) -> list[Item]:
        """Return a body round these groups of ellipses, with its edge; it is shaded from its own top unless told."""
        rings = [edged_hull(group, EDGE * self._easel.camera.scale) for group in groups]
        inner, outer = ([above(ring[i], self.low) for ring in rings] for i in (0, 1))
        if top is None:
            top = min([y for ring in inner for _, y in ring], default=self.low)
        return [
            Poly(tuple([ring for ring in outer if ring]), self.flat(faint(stuff.dark, edge))),
            Poly(tuple([ring for ring in inner if ring]), self.fill(stuff, top)),
        ]

    def line(self, points: tuple[Point, ...], width: float, colour: Rgba) -> Line:
        """Return a line, so many centimetres wide."""
        return Line((points,), width * self._easel.camera.scale, colour)


def bust(easel: Easel, fading: Fading) -> list[Item]:
    """Return the shoulders, the neck and the collar."""
    chest, neck = easel.skeleton.joints["chest"], easel.skeleton.joints["neck"]
    palette = easel.palette
    shoulders, arms, slopes = (
        [easel.ellipse(chest, bulk) for bulk in bulks] for bulks in (_SHOULDERS, _UPPER_ARMS, _SLOPES)
    )
    yoke, ribs, below = (easel.ellipse(chest, bulk) for bulk in (_YOKE, _CHEST, _BELOW))
    groups = [[yoke, *slopes], [ribs, below], [ribs, *slopes], [ribs, *shoulders]]
    groups += [[slope, shoulder] for slope, shoulder in zip(slopes, shoulders, strict=True)]
    groups += [[shoulder, arm] for shoulder, arm in zip(shoulders, arms, strict=True)]
    top = easel.points(chest, [(0.0, 1.0, 0.0)])[0][1]
    items = fading.solid(groups, palette.shirt, top=top)
    for k in (1.0, -1.0):  # where the sleeve lies on the trunk
        fold = [(4.0 - 0.06 * i, -11.0 - 1.0 * i, (11.6 + 0.9 * (1.0 - 0.75**i)) * k) for i in range(16)]
        beside = [(x, y, z + (0.4 if 0 < i < 15 else 0.0) * k) for i, (x, y, z) in enumerate(fold)]
        ring = above(easel.points(chest, [*fold, *reversed(beside)]), fading.low)
        if ring:
            items.append(Poly((ring,), fading.flat(faint(palette.shirt.dark, 0.26))))
    joints = (chest, neck, neck)
    column = [easel.ellipse(joint, bulk) for joint, bulk in zip(joints, _NECK, strict=True)]
    throat = easel.ellipse(chest, _THROAT)
    items += fading.solid([column[:2], column[1:], [column[0], throat]], palette.skin)
    items.append(_under_chin(easel, [column[:2], column[1:]]))
    return [*items, *_collar(easel, fading, top)]


def _under_chin(easel: Easel, groups: Sequence[Sequence[Ellipse]]) -> Poly:
    """Return the shadow of the head on the neck."""
    x, y = easel.points(easel.skeleton.joints["head"], [(5.0, -2.4, 0.0)])[0]
    dark, reach = easel.palette.skin.dark, 4.6 * easel.camera.scale
    shade = Gradient(x, y - 0.4 * reach, x, y + reach, ((0.0, faint(dark, 0.34)), (1.0, faint(dark, 0.0))))
    return Poly(tuple(hull(group) for group in groups), shade)


def _collar(easel: Easel, fading: Fading, top: float) -> list[Item]:
    """Return the near half of the collar that the neck stands in."""
    chest = easel.skeleton.joints["chest"]
    middle = math.atan2(easel.facing(chest.turn, (0.0, 0.0, 1.0)), easel.facing(chest.turn, (1.0, 0.0, 0.0)))
    angles = [middle + math.radians(a) for a in range(-96, 97, 12)]
    rim, seam, low = (easel.points(chest, [_on_collar(angle, below) for angle in angles]) for below in (0.0, 1.3, 3.8))
    stuff, scale = easel.palette.shirt, easel.camera.scale
    cloth = above((*rim, *reversed(low)), fading.low)
    return [
        Poly((cloth,), fading.fill(stuff, top)),
        Line((rim,), 0.40 * scale, faint(stuff.dark, 0.55)),
        Line((seam,), 0.22 * scale, faint(stuff.dark, 0.38)),
    ]


def _on_collar(angle: float, below: float) -> tuple[float, float, float]:
    """Return a point of the collar in the chest's frame: low in front, high at the back."""
    c, s = math.cos(angle), math.sin(angle)
    below *= 1.0 - 0.5 * max(0.0, c)
    wider = 0.16 * below
    return (-0.3 + (6.2 + wider) * c, -1.0 - 2.7 * c * (1.0 if c > 0.0 else 0.3) - below, (6.3 + wider) * s)
