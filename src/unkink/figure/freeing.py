"""Turning limbs into rotations, so that one told by its joints can be mixed with one told by where its end is."""

from collections.abc import Sequence

from unkink.figure import arm, leg
from unkink.figure.algebra import along
from unkink.figure.pose import Limb, Numbers, Pose
from unkink.figure.skeleton import Touchable, solve

_QUATS = {"arm": (3, 8), "leg": (0, 5)}
"""Where the quaternions of a limb's numbers begin."""


def freed(poses: Sequence[Pose], name: str, touchable: Touchable) -> list[Limb]:
    """Return the limb of this name of every pose as rotations; in its pose each stays exactly where it is."""
    limbs = [_freed(pose, name, touchable) for pose in poses]
    for i in range(1, len(limbs)):
        limbs[i] = limbs[i]._replace(numbers=_near(limbs[i].numbers, limbs[i - 1].numbers, _QUATS[name[:3]]))
    return limbs


def _freed(pose: Pose, name: str, touchable: Touchable) -> Limb:
    skeleton = solve(pose, touchable)
    joints, side = skeleton.joints, name[-1]
    if name.startswith("leg"):
        thigh, shin, foot, toes = (joints[f"{bone}_{side}"] for bone in ("thigh", "shin", "foot", "toes"))
        return leg.as_free(joints["pelvis"], leg.LegJoints(thigh, shin, foot, toes, 0.0))
    upper, fore, hand = (joints[f"{bone}_{side}"] for bone in ("upper", "fore", "hand"))
    common = pose.limb(name).numbers[-3:]
    return arm.as_free(joints["chest"], arm.ArmJoints(upper, fore, hand, 0.0), skeleton.breath.ribs, common)


def _near(numbers: Numbers, like: Numbers, starts: tuple[int, ...]) -> Numbers:
    """Return the numbers with each quaternion the one of its two signs that is nearer to `like`'s."""
    result = list(numbers)
    for i in starts:
        w, x, y, z = numbers[i : i + 4]
        a, b, c, d = like[i : i + 4]
        result[i : i + 4] = along((w, x, y, z), (a, b, c, d))
    return tuple(result)
