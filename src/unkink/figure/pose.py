"""Poses as numbers: a trunk and four limbs, each a tuple that can be mixed with others of its kind.

A limb's numbers mean one of three things (`Mode`), and only limbs of one kind can be mixed number by number.
"""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple, TypeAlias

Numbers: TypeAlias = tuple[float, ...]

TRUNK_VALUES: tuple[str, ...] = (
    "root.x",
    "root.y",
    "root.z",
    "lean",
    "tilt",
    "turn",
    "spine.bend",
    "spine.side",
    "spine.turn",
    "chest.bend",
    "chest.side",
    "chest.turn",
    "neck.bend",
    "neck.side",
    "neck.turn",
    "ribs",
    "belly",
    "lids",
    "jaw",
    "smile",
)
"""What each number of a trunk means, in order."""

_ARM_COMMON = ("shrug", "reach", "grip")


class Mode(Enum):
    """How a limb's numbers are to be read."""

    TURNED = "by the angles of its joints"
    PLACED = "by where its end is"
    FREE = "by rotations, so that a turned and a placed limb can be mixed"


VALUES: dict[tuple[str, Mode], tuple[str, ...]] = {
    ("arm", Mode.TURNED): (
        *("shoulder.flex", "shoulder.out", "shoulder.turn", "elbow", "forearm", "wrist.bend", "wrist.side"),
        *_ARM_COMMON,
    ),
    ("arm", Mode.PLACED): (
        *("hand.x", "hand.y", "hand.z", "pole.x", "pole.y", "pole.z"),
        *("palm.x", "palm.y", "palm.z", "fingers.x", "fingers.y", "fingers.z", "lift"),
        *_ARM_COMMON,
    ),
    ("arm", Mode.FREE): (
        *("socket.x", "socket.y", "socket.z", "upper.w", "upper.x", "upper.y", "upper.z", "elbow"),
        *("hand.w", "hand.x", "hand.y", "hand.z"),
        *_ARM_COMMON,
    ),
    ("leg", Mode.TURNED): ("hip.flex", "hip.out", "hip.turn", "knee", "ankle", "toes"),
    ("leg", Mode.PLACED): ("foot.x", "foot.y", "foot.z", "pole.x", "pole.y", "pole.z", "pitch", "out"),
    ("leg", Mode.FREE): (
        *("thigh.w", "thigh.x", "thigh.y", "thigh.z", "knee", "foot.w", "foot.x", "foot.y", "foot.z", "toes"),
    ),
}
"""What each number of a limb means, in order."""


class Hold(NamedTuple):
    """What does not change while a placed hand moves.

    Attributes:
        on: the segment or prop touched; empty for a point in the air.
        touch: the part of the hand that touches.
        palm: whether the author said which way the palm faces.
        fingers: whether the author said which way the fingers point.
    """

    on: str = ""
    touch: str = "palm"
    palm: bool = False
    fingers: bool = False


class Limb(NamedTuple):
    """One arm or leg: what its numbers mean, the numbers, and what a placed hand holds."""

    mode: Mode
    numbers: Numbers
    hold: Hold = Hold()


LIMBS: tuple[str, ...] = ("arm_r", "arm_l", "leg_r", "leg_l")
"""The limbs' names, in the order of a pose's limbs."""


class Pose(NamedTuple):
    """A whole body as numbers, centimetres and degrees; `TRUNK_VALUES` and `VALUES` name them, `LIMBS` the limbs."""

    trunk: Numbers
    limbs: tuple[Limb, ...]

    def limb(self, name: str) -> Limb:
        """Return the limb of this name."""
        return self.limbs[LIMBS.index(name)]


def alike(limbs: Sequence[Limb]) -> bool:
    """Return whether these limbs' numbers mean the same, so that they can be mixed."""
    first = limbs[0]
    return all(limb.mode is first.mode and limb.hold == first.hold for limb in limbs)


def mix(poses: Sequence[Pose], weights: Sequence[float]) -> Pose:
    """Return the weighted sum of poses whose limbs are alike; the weights add up to one."""
    limbs = [
        Limb(limbs[0].mode, _sum([limb.numbers for limb in limbs], weights), limbs[0].hold)
        for limbs in zip(*[pose.limbs for pose in poses], strict=True)
    ]
    return Pose(_sum([pose.trunk for pose in poses], weights), tuple(limbs))


def _sum(rows: Sequence[Numbers], weights: Sequence[float]) -> Numbers:
    if len(rows) == 2:  # nearly every frame, and three times as fast
        a, b = weights
        return tuple([x * a + y * b for x, y in zip(*rows, strict=True)])
    return tuple([sum([x * w for x, w in zip(column, weights, strict=True)]) for column in zip(*rows, strict=True)])
