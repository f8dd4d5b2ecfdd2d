"""One moment of a figure as a display list."""

from functools import lru_cache
from typing import NamedTuple

from unkink.figure.art.arms import arms as draw_arms
from unkink.figure.art.arrows import arrow
from unkink.figure.art.easel import Easel, Part
from unkink.figure.art.furniture import Workshop
from unkink.figure.art.glow import glow
from unkink.figure.art.hands import hands
from unkink.figure.art.head import head
from unkink.figure.art.joinery import door, stair
from unkink.figure.art.legs import legs, straight
from unkink.figure.art.loose import loose
from unkink.figure.art.order import Found, Over, look, ordered
from unkink.figure.art.shadow import shadows
from unkink.figure.art.trunk import trunk
from unkink.figure.body import AVERAGE
from unkink.figure.camera import Camera, fitting
from unkink.figure.display import Item, Poly
from unkink.figure.face.motion import FaceMotion
from unkink.figure.face.portrait import arrows as signs_of
from unkink.figure.face.portrait import portrait
from unkink.figure.fixtures import Door, Stair
from unkink.figure.hand.motion import HandMotion
from unkink.figure.hand.picture import draw_hands
from unkink.figure.model import Figure
from unkink.figure.outline import Ring
from unkink.figure.palette import Palette
from unkink.figure.props import Chair, Desk, Mat, Wall
from unkink.figure.shading import faint

_STANDING, _HUGGED = 0.62, -0.2
"""Cosines of a hip's bend: nearer to straight than the first one stands on it; past the second the knee is drawn up."""


def draw(  # noqa: PLR0913  the picture has this many choices, most of them with a default
    figure: Figure,
    at: float,
    size: tuple[float, float],
    palette: Palette,
    *,
    mirror: bool = False,
    pulse: float = 1.0,
    arrows: bool = True,
) -> list[Item]:
    """Return what a figure looks like at a moment of its loop.

    Args:
        figure: the figure.
        at: seconds into the loop, which goes round for ever.
        size: the width and height, in pixels, that the figure's frame is fitted into and centred in.
        palette: the colours.
        mirror: whether to show the left side instead of the right: the same picture, mirrored.
        pulse: how strong the worked area and the arrows are, from 0 to 1.
        arrows: whether to show the motion arrows.
    """
    if isinstance(figure.motion, FaceMotion):
        camera = fitting(figure.view, figure.frame, size, mirror=mirror)
        face = portrait(figure.motion, at, camera, figure.frame, palette, (figure.areas, pulse))
        return face + (signs_of(camera, figure.signs, palette, at % figure.seconds, pulse) if arrows else [])
    if isinstance(figure.motion, HandMotion):
        return draw_hands(figure, figure.motion, at, size, palette, mirror=mirror, pulse=pulse, arrows=arrows)
    stage = _stage(figure, size, palette, mirror)
    camera = stage.camera
    skeleton = figure.skeleton(at)
    easel = Easel(camera, palette, skeleton, AVERAGE)
    body = [*legs(easel), *trunk(easel), head(easel), *draw_arms(easel), *hands(easel)]
    parts = {part.name: part for part in body}
    for area in figure.areas:
        name, light = glow(easel, area, pulse)
        if name == "pelvis":  # a thigh one stands on goes over the hips, and would hide it
            side = "r" if area.balls[0].z > 0.0 else "l"
            if straight(easel, side) > _STANDING:
                name = f"thigh_{side}"
        parts[name].items.append(light)
    things = loose(easel, figure.props, figure.rolled(skeleton))
    items: list[Item] = [*stage.under, *shadows(easel)]
    order = ordered(look([*things, *body], camera, _clothed(easel), stage.furniture))
    shirt = order.index(parts["shirt"])
    for i, part in enumerate(order):
        if i < shirt:  # an edge round a whole sleeve is hidden by the shirt, or cuts the shoulder off
            items += part.behind
        items += part.items
    if arrows:
        for sign, (halo, shape) in zip(figure.signs, stage.arrows, strict=True):
            alpha = sign.window.level(at % figure.seconds) * (0.6 + 0.4 * pulse)
            if alpha:
                items += [Poly(halo, faint(palette.halo, 0.75 * alpha)), Poly(shape, faint(palette.arrow, alpha))]
    return items


class _Stage(NamedTuple):
    """What doesn't change from frame to frame: the camera, what lies under everything, furniture, the arrows' rings."""

    camera: Camera
    under: tuple[Item, ...]
    furniture: Found
    arrows: tuple[tuple[tuple[Ring, ...], tuple[Ring, ...]], ...]


@lru_cache(maxsize=16)
def _stage(figure: Figure, size: tuple[float, float], palette: Palette, mirror: bool) -> _Stage:  # noqa: FBT001  a key of the cache
    camera = fitting(figure.view, figure.frame, size, mirror=mirror)
    shop = Workshop(camera, palette)
    under: list[Item] = []
    parts: list[Part] = []
    for prop in figure.props.values():
        match prop:
            case Mat():
                under += shop.mat(prop)
            case Wall():
                under += shop.wall(prop)
            case Chair():
                parts += shop.chair(prop)
            case Desk():
                parts += shop.desk(prop)
            case Door():
                parts += door(camera, palette, prop)
            case Stair():
                parts += stair(camera, palette, prop)
            case _:  # what rolls or is held is drawn anew each time
                pass
    arrows = [arrow(camera, sign.points, both=sign.both) for sign in figure.signs]
    return _Stage(camera, tuple(under), look(parts, camera), tuple(arrows))


def _clothed(easel: Easel) -> list[Over]:
    """Return what clothes tell: the shirt hangs over a thigh, and a thigh one stands on goes over the hips."""
    known = []
    for side in "rl":
        cosine = straight(easel, side)
        if cosine > _HUGGED:
            known.append((f"thigh_{side}", "shirt"))
        if cosine > _STANDING:
            known.append(("pelvis", f"thigh_{side}"))
    return known
