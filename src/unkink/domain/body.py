"""The vocabulary of bodies and rooms: areas, kit, places, positions, techniques."""

from enum import IntEnum, StrEnum

AREAS = (
    "neck",
    "shoulder",
    "upper-arm",
    "elbow",
    "forearm",
    "wrist",
    "hand",
    "chest",
    "ribs",
    "upper-back",
    "lower-back",
    "glute",
    "hip",
    "groin",
    "quad",
    "hamstring",
    "knee",
    "shin",
    "calf",
    "ankle",
    "foot",
    "jaw",
    "head-eyes",
)
"""Areas of the body, from the top of the trunk down, then the head."""

KIT = ("foam-roller", "massage-ball", "mat", "towel")
"""What a person may own."""
FURNITURE = ("chair", "desk", "wall")
"""What an exercise may lean on and every place of work has."""


class Place(IntEnum):
    """How much room there is, on one scale: whoever has the floor has the desk too."""

    DESK = 0
    """At the desk, without anybody noticing."""
    ROOM = 1
    """Room to stand."""
    FLOOR = 2
    """A floor to lie on."""


class Position(StrEnum):
    """How an exercise is done."""

    SEATED = "seated"
    """On a chair."""
    STANDING = "standing"
    """On the feet."""
    FLOOR = "floor"
    """On the floor."""


class Technique(StrEnum):
    """What is done."""

    STROKES = "self-effleurage"
    """Long strokes."""
    KNEADING = "kneading"
    """Kneading."""
    DEEP_PRESSURE = "deep-pressure"
    """Slow deep pressure."""
    TENDER_SPOT = "trigger-point"
    """A hold on a tender spot."""
    FOAM_ROLL = "foam-roll"
    """Foam rolling."""
    STRETCH = "stretch"
    """A held stretch."""
    MOBILITY = "mobility"
    """Easy movement."""
    STRENGTH = "strength"
    """Light strength."""
    POSTURE = "posture-reset"
    """A change of position."""
    BREATH = "breath"
    """Breathing."""
    EYES = "eyes"
    """Rest for the eyes."""


TOUCH = frozenset(
    {Technique.STROKES, Technique.KNEADING, Technique.DEEP_PRESSURE, Technique.TENDER_SPOT, Technique.FOAM_ROLL}
)
"""The techniques that press or stroke: offered only once the touch notice has been confirmed."""
