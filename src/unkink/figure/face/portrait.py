"""One moment of a head's close-up as a display list."""

from unkink.figure.art.arrows import arrow
from unkink.figure.art.easel import Easel
from unkink.figure.art.glow import glow
from unkink.figure.body import AVERAGE
from unkink.figure.camera import Camera
from unkink.figure.display import Item, Poly, Soft
from unkink.figure.face.cutaway import cutaway
from unkink.figure.face.motion import FaceMotion
from unkink.figure.face.paint_bust import Fading, bust
from unkink.figure.face.paint_eyes import eyes
from unkink.figure.face.paint_hands import hands
from unkink.figure.face.paint_head import ears, head, nose, tresses
from unkink.figure.face.paint_mouth import mouth
from unkink.figure.face.paint_things import sight_lines, things
from unkink.figure.framing import Frame
from unkink.figure.muscles import Area
from unkink.figure.palette import Palette
from unkink.figure.shading import faint
from unkink.figure.signs import Sign

_ARROW = 0.42
"""How large a close-up's arrows are, measured with a whole body's."""


def portrait(
    motion: FaceMotion, at: float, camera: Camera, frame: Frame, palette: Palette, focus: tuple[tuple[Area, ...], float]
) -> list[Item]:
    """Return what a head looks like at a moment of its loop; `focus` are the worked areas and how strong they shine."""
    shown = motion.skeleton(at)
    easel = Easel(camera, palette, shown, AVERAGE)
    fading = Fading(easel, camera.y - (frame[1] - frame[3] / 2.0) * camera.scale, frame[3] * camera.scale)
    areas, pulse = focus
    behind, before = hands(easel, shown, fading)
    return [
        *things(easel, motion.things),
        *bust(easel, fading),
        *behind,
        *head(easel),
        *[_softer(easel, area, pulse) for area in areas],
        *eyes(easel, shown),
        *mouth(easel, shown),
        *nose(easel),
        *tresses(easel),
        *ears(easel, near=True),
        *before,
        *(cutaway(easel, shown, motion.lens) if motion.lens else []),
        *sight_lines(easel, motion.sights, shown.gaze),
    ]


def _softer(easel: Easel, area: Area, pulse: float) -> Soft:
    """Return the light of an area as far as it is seen, so soft that a face keeps its features."""
    light = glow(easel, area, pulse)[1]
    seen = min(1.0, max(0.0, easel.facing(easel.skeleton.joints[area.segment].turn, area.out) / 0.35))
    return light._replace(paint=faint(light.paint, light.paint.a * 0.5 * seen))


def arrows(camera: Camera, signs: tuple[Sign, ...], palette: Palette, at: float, pulse: float) -> list[Item]:
    """Return the motion arrows of a close-up."""
    items: list[Item] = []
    for sign in signs:
        alpha = sign.window.level(at) * (0.6 + 0.4 * pulse)
        if alpha:
            halo, shape = arrow(camera, sign.points, both=sign.both, size=_ARROW)
            items += [Poly(halo, faint(palette.halo, 0.75 * alpha)), Poly(shape, faint(palette.arrow, alpha))]
    return items
