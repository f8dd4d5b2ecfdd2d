"""What the numbers of a head's pose mean: the face is its trunk, the hands are its limbs.

A pose of a head is a `Pose` as a body's is, so that a timeline mixes both alike.
"""

FACE_VALUES: tuple[str, ...] = (
    *("head.nod", "head.tilt", "head.turn"),
    *("gaze.right", "gaze.up", "gaze.near"),
    *("lids", "brows", "jaw", "lips", "tongue", "smile", "shoulders", "breath"),
)
"""Degrees; nearness in 1/cm; shoulders lifted in centimetres; the rest are shares."""

AT_REST: tuple[float, ...] = (*[0.0] * 6, 1.0, 0.0, 0.0, 1.0, 0.0, 0.4, 0.0, 0.0)
"""A head that looks straight on, eyes open, mouth shut, the lips ready to part with the jaw."""

HAND_VALUES: tuple[str, ...] = (
    *("spot.x", "spot.y", "spot.z", "palm.x", "palm.y", "palm.z", "fingers.x", "fingers.y", "fingers.z"),
    *("tilt", "lift", "curl", "spread", "thumb", "elbow.x", "elbow.y", "elbow.z"),
)
"""A hand as an author places it: centimetres and directions in the head's frame, degrees, shares."""

HANDS: tuple[str, ...] = ("hand_r", "hand_l")
"""The names of a head's limbs, in their order."""
