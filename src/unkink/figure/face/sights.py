"""What the eyes of a close-up look at: a window, a screen; and the dotted line that shows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from unkink.figure.algebra import smoothstep
from unkink.figure.face.eyes import Gaze
from unkink.figure.face.values import FACE_VALUES
from unkink.figure.pose import Pose
from unkink.figure.reader import Reader

KINDS = ("window", "screen")


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing drawn on the screen's plane: its kind, its middle, its width and height; centimetres."""

    kind: str
    at: tuple[float, float]
    size: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Sight:
    """A dotted line from between the eyes to a point of the screen's plane, while they look where a pose looks."""

    to: tuple[float, float]
    gaze: Gaze

    def level(self, gaze: Gaze) -> float:
        """Return how strongly the line is shown while the eyes look so, from 0 to 1."""
        off = max(abs(gaze.right - self.gaze.right), abs(gaze.up - self.gaze.up)) / _DEGREES
        return smoothstep(1.0 - off - abs(gaze.near - self.gaze.near) / _NEARNESS)


_DEGREES, _NEARNESS = 6.0, 0.02
"""A gaze that is off by so much, in degrees or in 1/cm, is no longer on what is looked at."""


def read_things(readers: Sequence[Reader]) -> tuple[Thing, ...]:
    """Return the things that are looked at."""
    found = []
    for reader in readers:
        kind = reader.word("kind", "", KINDS)
        if not reader.has("kind"):
            reader.wrong("kind", "nothing", f"one of {', '.join(KINDS)}")
        x, y = reader.numbers("at", (20.0, 8.0), 2)
        wide, high = reader.numbers("size", (24.0, 28.0), 2)
        if min(wide, high) <= 0.0:
            reader.wrong("size", f"{wide:g} by {high:g}", "a width and a height above 0")
        reader.close()
        if kind:
            found.append(Thing(kind, (x, y), (wide, high)))
    return tuple(found)


def read_sights(readers: Sequence[Reader], poses: Mapping[str, Pose]) -> tuple[Sight, ...]:
    """Return the lines of sight."""
    found = []
    for reader in readers:
        x, y = reader.numbers("to", (20.0, 8.0), 2)
        pose = reader.word("pose", "", poses)
        for key, allowed in (("to", "[x, y] on the screen's plane"), ("pose", "the pose whose gaze it is")):
            if not reader.has(key):
                reader.wrong(key, "nothing", allowed)
        reader.close()
        if pose:
            found.append(Sight((x, y), Gaze(*poses[pose].trunk[_GAZE])))
    return tuple(found)


_GAZE = slice(FACE_VALUES.index("gaze.right"), FACE_VALUES.index("gaze.near") + 1)
