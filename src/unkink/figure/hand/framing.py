"""The piece of the screen's plane that shows hands, what they hold and their arrows."""

from collections.abc import Sequence

from unkink.figure.algebra import Mat, Vec, rotate
from unkink.figure.framing import Frame
from unkink.figure.hand.anatomy import BONES, DIGITS, piece
from unkink.figure.hand.motion import HandMotion
from unkink.figure.hand.paint_fore import SLEEVE
from unkink.figure.hand.things import Held
from unkink.figure.props import Round
from unkink.figure.signs import Sign
from unkink.figure.surface import outward

_MARGIN = 1.5


def frame_of(view: Mat, motion: HandMotion, signs: Sequence[Sign]) -> Frame:
    """Return the frame round the poses of a timeline."""
    spots: list[tuple[Vec, float]] = [(point, 1.5) for sign in signs for point in sign.points]
    for span in motion.spans:
        skeleton = motion.still(span.name)
        for side in skeleton.sides:
            spots.append((skeleton.joints[f"hand_{side}"].at, 3.0))
            sleeve = outward(skeleton.joints[f"fore_{side}"], (0.0, motion.cuff + SLEEVE * 0.85, 0.0))
            spots.append((sleeve, 3.5))
            for digit in DIGITS:
                bone = BONES[digit]
                for i, long in enumerate(bone.lengths):
                    joint = skeleton.joints[piece(digit, side, i + 1)]
                    spots.append((outward(joint, (0.0, -long, 0.0)), bone.radii[i + 1]))
        for name, held in skeleton.held.items():
            thing = motion.things[name]
            half = thing.long / 2.0 if isinstance(thing, Held) else 0.0
            spots += [(outward(held.joint, (0.0, 0.0, s * half)), held.radius) for s in (-1.0, 1.0)]
        for name, rolled in motion.rolled(skeleton).items():
            thing = motion.things[name]
            spots.append((rolled.at, thing.radius if isinstance(thing, Round) else 0.0))
    xs, ys = [], []
    for spot, r in spots:
        x, y, _ = rotate(view, spot)
        xs += [x - r, x + r]
        ys += [y - r, y + r]
    left, low_, right, high_ = min(xs) - _MARGIN, min(ys) - _MARGIN, max(xs) + _MARGIN, max(ys) + _MARGIN
    return ((left + right) / 2, (low_ + high_) / 2, right - left, high_ - low_)
