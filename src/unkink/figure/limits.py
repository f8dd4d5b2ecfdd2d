"""How far a person's joints go, and how far a skeleton's have gone.

Where nothing else is said the ranges are the normal ones of the American Academy of Orthopaedic Surgeons ("Joint
Motion: Method of Measuring and Recording", 1965). Where body weight pushes a joint on, it is the passive range.
"""

import math
from typing import NamedTuple

from unkink.figure.algebra import Mat, compose, inverse, unrotate
from unkink.figure.bones import SIDES
from unkink.figure.skeleton import Skeleton


class Range(NamedTuple):
    """The degrees a motion may have."""

    low: float
    high: float


class Motion(NamedTuple):
    """One joint's angle: the joint (with its side), the motion, and its degrees."""

    joint: str
    motion: str
    degrees: float

    @property
    def excess(self) -> float:
        """How many degrees it is beyond its range; 0 within."""
        low, high = RANGES[self.joint.partition("_")[0], self.motion]
        return max(low - self.degrees, self.degrees - high, 0.0)


RANGES: dict[tuple[str, str], Range] = {
    ("neck", "bend"): Range(-45.0, 45.0),
    ("neck", "side"): Range(-45.0, 45.0),
    ("neck", "turn"): Range(-60.0, 60.0),
    ("trunk", "bend"): Range(-30.0, 80.0),
    ("trunk", "side"): Range(-35.0, 35.0),
    ("trunk", "turn"): Range(-45.0, 45.0),
    # Across the chest, from the side: 135 (Kurz, "Stretching Scientifically"); back as `_BACK` says.
    ("shoulder", "across"): Range(-180.0, 135.0),
    ("shoulder", "back"): Range(-180.0, 60.0),
    # 70 in (-) and 90 out (+) with the arm at the side; the blade adds to it, a hand behind the back or the head.
    ("shoulder", "turn"): Range(-100.0, 100.0),
    ("elbow", "bend"): Range(0.0, 150.0),
    # Palm forward is 0 here: 80 each way from the thumb forward, and some play in the wrist.
    ("forearm", "turn"): Range(-10.0, 180.0),
    # 70 back; 90 with the hand flat under the body's weight.
    ("wrist", "bend"): Range(-90.0, 80.0),
    ("wrist", "side"): Range(-25.0, 40.0),
    ("hip", "flex"): Range(-30.0, 125.0),
    ("hip", "out"): Range(-30.0, 45.0),
    ("hip", "turn"): Range(-45.0, 50.0),
    # 135 by its own muscles; sitting on the heels takes it to 155.
    ("knee", "bend"): Range(0.0, 155.0),
    # 20 up by its own muscles, 35 under the body's weight (lunge test, Bennell 1998); 50 down, 65 on the instep.
    ("ankle", "up"): Range(-65.0, 35.0),
    ("ankle", "turn"): Range(-35.0, 35.0),
}
"""Degrees by joint and motion."""

_BACK, _SIDEWAYS_BACK = 60.0, 45.0
"""How far an arm goes behind the shoulders' plane: low, and raised to the side; between the two, in between."""
_HANGING, _OVERHEAD = 25.0, 150.0
"""Below and above these elevations an arm is neither in front of the chest nor beside it."""


def motions(skeleton: Skeleton) -> list[Motion]:
    """Return every joint's angles."""
    turn = {name: joint.turn for name, joint in skeleton.joints.items()}
    found = [*_spine("neck", turn["chest"], turn["head"]), *_spine("trunk", turn["pelvis"], turn["chest"])]
    for side, k in SIDES:
        found += _shoulder(side, k, compose(inverse(turn["chest"]), turn[f"upper_{side}"]))
        found.append(Motion(f"elbow_{side}", "bend", _hinge(turn[f"upper_{side}"], turn[f"fore_{side}"])))
        found += _wrist(side, k, compose(inverse(turn[f"fore_{side}"]), turn[f"hand_{side}"]))
        flex, out, turned = _zxy(compose(inverse(turn["pelvis"]), turn[f"thigh_{side}"]))
        found.append(Motion(f"hip_{side}", "flex", flex))
        found.append(Motion(f"hip_{side}", "out", -out * k))
        found.append(Motion(f"hip_{side}", "turn", -turned * k))
        found.append(Motion(f"knee_{side}", "bend", -_hinge(turn[f"thigh_{side}"], turn[f"shin_{side}"])))
        up, _, twist = _zxy(compose(inverse(turn[f"shin_{side}"]), turn[f"foot_{side}"]))
        found.append(Motion(f"ankle_{side}", "up", up))
        found.append(Motion(f"ankle_{side}", "turn", -twist * k))
    return found


def _spine(joint: str, low: Mat, high: Mat) -> list[Motion]:
    bend, side, turned = _zxy(compose(inverse(low), high))
    return [Motion(joint, "bend", -bend), Motion(joint, "side", side), Motion(joint, "turn", -turned)]


def _shoulder(side: str, k: float, local: Mat) -> list[Motion]:
    x, y, z = -local[1], -local[4], -local[7] * k
    elevation = math.degrees(math.acos(max(-1.0, min(1.0, -y))))
    azimuth = math.degrees(math.atan2(x, z))  # 0 to the side, 90 forward, -90 back
    joint = f"shoulder_{side}"
    behind = math.degrees(math.asin(max(-1.0, min(1.0, -x))))
    behind += (_BACK - _SIDEWAYS_BACK) * min(1.0, max(0.0, (elevation - _BACK) / (90.0 - _BACK)))
    found = [Motion(joint, "turn", -_twist(local) * k), Motion(joint, "back", behind)]
    if _HANGING < elevation < _OVERHEAD:
        found.append(Motion(joint, "across", max(0.0, azimuth)))
    return found


def _twist(local: Mat) -> float:
    """Return how far an arm is turned about its own length, against the shortest swing there from hanging down."""
    dx, dy, dz = -local[1], -local[4], -local[7]
    if dy > 0.999:  # straight up every swing is as short as any other
        return 0.0
    f = dx / (1.0 - dy)
    seen = unrotate(local, (1.0 - dx * f, dx, -dz * f))
    return math.degrees(math.atan2(seen[2], seen[0]))


def _wrist(side: str, k: float, local: Mat) -> list[Motion]:
    turned = math.degrees(math.atan2(local[2], local[8]))
    sideways = math.degrees(math.asin(max(-1.0, min(1.0, -local[5]))))
    bend = math.degrees(math.atan2(local[3], local[4]))
    turned *= k
    if turned < -90.0:
        turned += 360.0
    return [
        Motion(f"forearm_{side}", "turn", turned),
        Motion(f"wrist_{side}", "side", sideways * k),
        Motion(f"wrist_{side}", "bend", bend),
    ]


def _hinge(upper: Mat, lower: Mat) -> float:
    bent = compose(inverse(upper), lower)
    return math.degrees(math.atan2(bent[3], bent[0]))


def _zxy(m: Mat) -> tuple[float, float, float]:
    """Return the angles about z, then x, then y that make a rotation."""
    return (
        math.degrees(math.atan2(-m[1], m[4])),
        math.degrees(math.asin(max(-1.0, min(1.0, m[7])))),
        math.degrees(math.atan2(-m[6], m[8])),
    )
