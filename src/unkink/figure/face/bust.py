"""Head, neck and shoulders at one moment: from a pose's numbers to where everything is."""

from collections.abc import Mapping
from dataclasses import dataclass

from unkink.figure.algebra import IDENTITY, Vec, compose, rot_x, rot_y, rot_z
from unkink.figure.bones import SIDES
from unkink.figure.face.eyes import Gaze
from unkink.figure.face.hand import Hand, place
from unkink.figure.face.values import FACE_VALUES
from unkink.figure.pose import Pose
from unkink.figure.skeleton import Breath, Face, Skeleton
from unkink.figure.surface import Joint, outward

CHEST: Vec = (-2.0, -7.4, 0.0)
"""The base of the neck, where the collar is; the head's joint of a head at rest is the world's origin."""
_NECK: Vec = (0.4, 2.2, 0.0)
_HEAD: Vec = (1.6, 5.2, 0.0)
_NECK_SHARE = 0.4
"""How much of the head's turn the neck makes."""
_BREATH_LIFT = 0.7
"""How far a full breath lifts the shoulders."""
_RIGHT, _UP, _NEAR, _LIDS = (FACE_VALUES.index(name) for name in ("gaze.right", "gaze.up", "gaze.near", "lids"))


@dataclass(frozen=True, slots=True)
class Bust(Skeleton):
    """A skeleton of head, neck and chest, with what a close-up shows besides.

    Attributes:
        gaze: where it looks.
        values: the face's numbers by name.
        hands: the hands that are there, by side (``r``, ``l``).
    """

    gaze: Gaze
    values: Mapping[str, float]
    hands: Mapping[str, Hand]


def solve_bust(pose: Pose) -> Bust:
    """Return the bust of a head's pose."""
    values = dict(zip(FACE_VALUES, pose.trunk, strict=True))
    nod, tilt, turn = pose.trunk[:3]
    lift = values["shoulders"] + _BREATH_LIFT * values["breath"]
    base = Joint(CHEST, IDENTITY)
    low, high = _NECK_SHARE, 1.0 - _NECK_SHARE
    neck = Joint(outward(base, _NECK), _bent(nod * low, tilt * low, turn * low))
    head = Joint(outward(neck, _HEAD), compose(neck.turn, _bent(nod * high, tilt * high, turn * high)))
    joints = {"chest": Joint((CHEST[0], CHEST[1] + lift, 0.0), IDENTITY), "neck": neck, "head": head}
    hands: dict[str, Hand] = {}
    for (side, k), limb in zip(SIDES, pose.limbs, strict=True):
        if limb.numbers:
            hands[side] = place(limb, head, k)
            joints[f"hand_{side}"] = hands[side].joint
    gaze = Gaze(pose.trunk[_RIGHT], pose.trunk[_UP], max(0.0, pose.trunk[_NEAR]))
    return Bust(
        joints,
        {},
        {side: hand.spot for side, hand in hands.items() if hand.spot is not None},
        Breath(values["breath"], values["breath"]),
        Face(1.0 - values["lids"], values["jaw"], values["smile"]),
        dict.fromkeys(hands, 0.0),
        gaze,
        values,
        hands,
    )


def _bent(nod: float, tilt: float, turn: float) -> tuple[float, float, float, float, float, float, float, float, float]:
    return compose(compose(rot_y(-turn), rot_z(-nod)), rot_x(tilt))
