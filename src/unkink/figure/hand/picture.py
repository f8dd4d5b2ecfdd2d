"""One moment of hands as a display list."""

from unkink.figure.art.arrows import arrow
from unkink.figure.art.easel import Easel, Part
from unkink.figure.art.glow import glow
from unkink.figure.art.order import Over, look, ordered
from unkink.figure.body import AVERAGE
from unkink.figure.bones import SIDES
from unkink.figure.camera import fitting
from unkink.figure.display import Item, Poly
from unkink.figure.hand.anatomy import DIGITS, FINGERS, piece
from unkink.figure.hand.motion import HandMotion
from unkink.figure.hand.paint_digits import digits, root
from unkink.figure.hand.paint_fore import forearm, opens
from unkink.figure.hand.paint_palm import palm, straight_on
from unkink.figure.hand.paint_things import board, things
from unkink.figure.hand.things import Held
from unkink.figure.model import Figure
from unkink.figure.palette import Palette
from unkink.figure.props import Desk, Round
from unkink.figure.shading import faint

_ARROW = 0.3
"""How large motion arrows are, of those of a whole body."""


def draw_hands(  # noqa: PLR0913  the same choices as for a body
    figure: Figure,
    motion: HandMotion,
    at: float,
    size: tuple[float, float],
    palette: Palette,
    *,
    mirror: bool,
    pulse: float,
    arrows: bool,
) -> list[Item]:
    """Return what hands look like at a moment of their loop; as `unkink.figure.scene.draw`."""
    camera = fitting(figure.view, figure.frame, size, mirror=mirror)
    skeleton = motion.skeleton(at)
    easel = Easel(camera, palette, skeleton, AVERAGE)
    items: list[Item] = []
    for thing in motion.things.values():
        if isinstance(thing, Desk):
            items += board(easel, thing)
    parts: dict[str, Part] = {}
    for side, k in SIDES:
        if side in skeleton.sides:
            skin = palette.skin
            found = [*forearm(easel, side, skin, motion.cuff), palm(easel, side, k, skin), *digits(easel, side, skin)]
            parts |= {part.name: part for part in found}
    known = []
    for side in skeleton.sides:
        pair = (f"fore_{side}", f"sleeve_{side}")
        known.append(pair[::-1] if opens(easel, skeleton.joints[pair[0]]) else pair)
    known += [
        (f"hand_{side}", piece(digit, side, root(digit)))
        for side in skeleton.sides
        for digit in DIGITS
        if straight_on(easel, side, digit)
    ]
    known += [(name, thing.under) for name, thing in motion.things.items() if isinstance(thing, Round)]
    known += [pair for name in skeleton.held for pair in _grasp(easel, name, motion)]
    order = ordered(look([*things(easel, motion, skeleton), *parts.values()], camera, known))
    for area in figure.areas:
        name, light = glow(easel, area, pulse)
        on = {name, name.replace("hand", "fore")} if area.balls[0].y > 0.0 else {name}  # a wrist is of both
        [part for part in order if part.name in on][-1].items.append(light)
    for part in order:
        items += part.items
    if arrows:
        for sign in figure.signs:
            alpha = sign.window.level(at % figure.seconds) * (0.6 + 0.4 * pulse)
            if alpha:
                halo, shape = arrow(camera, sign.points, both=sign.both, size=_ARROW)
                items += [Poly(halo, faint(palette.halo, 0.75 * alpha)), Poly(shape, faint(palette.arrow, alpha))]
    return items


def _grasp(easel: Easel, name: str, motion: HandMotion) -> list[Over]:
    """Return what of a hand is under and over a thing it holds, as it is seen from the palm or from the back."""
    thing = motion.things[name]
    if not isinstance(thing, Held):
        return []
    side = thing.side
    hand = easel.skeleton.joints[f"hand_{side}"]
    inner = [
        f"hand_{side}",
        *(f"inner {digit}_{side}" for digit in FINGERS),
        *(piece(digit, side, 1) for digit in FINGERS),
    ]
    outer = [piece(digit, side, 3) for digit in DIGITS]
    if easel.facing(hand.turn, (1.0, 0.0, 0.0)) < 0.0:
        inner, outer = outer, inner
    return [*((part, name) for part in inner), *((name, part) for part in outer)]
