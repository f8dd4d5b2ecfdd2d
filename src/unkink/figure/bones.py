"""The bones: how long each is and where it starts. All body types share them, so one pose fits everybody.

Lengths in centimetres, of a person 162 cm tall. Each segment has its own frame: x forward, y up, z to the person's
right, and limbs run down along -y.
"""

from unkink.figure.algebra import Vec

SIDES: tuple[tuple[str, float], ...] = (("r", 1.0), ("l", -1.0))
"""Each side's letter, and the sign of its z."""

WAIST: Vec = (0.0, 8.0, 0.0)
"""The waist joint in the pelvis's frame."""
CHEST: Vec = (0.0, 12.0, 0.0)
"""The chest joint in the waist's frame."""
NECK: Vec = (0.0, 25.0, 0.0)
"""The neck joint in the chest's frame."""
HEAD: Vec = (0.8, 6.6, 0.0)
"""The head joint in the neck's frame."""
SHOULDER: Vec = (-0.6, 17.0, 15.8)
"""The right shoulder in the chest's frame, the arm hanging."""
HIP: Vec = (0.0, 0.0, 8.2)
"""The right hip in the pelvis's frame."""

UPPER = 28.0
"""Shoulder to elbow."""
FORE = 25.0
"""Elbow to wrist."""
THIGH = 42.0
"""Hip to knee."""
SHIN = 40.0
"""Knee to ankle."""
ANKLE = 7.0
"""Ankle to sole."""
HEEL = -4.0
"""The back edge of the sole, forward of the ankle."""
BALL = 10.5
"""The ball of the foot, forward of the ankle: where the foot bends when the heel lifts."""

NECK_SHARE = 0.45
"""How much of a bend of the neck happens at its root; the rest happens under the skull."""

SEGMENTS: tuple[str, ...] = (
    "pelvis",
    "waist",
    "chest",
    "neck",
    "head",
    *(f"{bone}_{side}" for side, _ in SIDES for bone in ("thigh", "shin", "foot", "toes", "upper", "fore", "hand")),
)
"""Every segment's name, trunk first."""

ARM: tuple[str, ...] = ("upper", "fore", "hand")
"""The bones of an arm, without their side."""
