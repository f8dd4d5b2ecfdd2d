"""The areas of the body an exercise works on, by name."""

from typing import NamedTuple

from unkink.figure.algebra import Vec
from unkink.figure.bones import SIDES
from unkink.figure.surface import Ball


class Muscle(NamedTuple):
    """A muscle of the right side, or of the middle.

    Attributes:
        bone: the segment it lies on, without its side.
        balls: its two ends, centimetres in that segment's frame.
        out: the way it faces there.
        middle: whether there is only one of it.
    """

    bone: str
    balls: tuple[Ball, Ball]
    out: Vec
    middle: bool = False


MUSCLES: dict[str, Muscle] = {
    "neck": Muscle("neck", (Ball(-1.0, -1.0, 3.4, 2.4), Ball(-0.6, 6.0, 3.2, 2.2)), (-0.2, 0.0, 1.0)),
    "trap": Muscle("chest", (Ball(-2.0, 21.6, 6.0, 2.9), Ball(-1.6, 19.6, 11.5, 2.9)), (-0.6, 0.8, 0.2)),
    "chest": Muscle("chest", (Ball(7.5, 15.0, 4.5, 4.6), Ball(5.5, 16.0, 10.5, 4.4)), (1.0, 0.0, 0.0)),
    "ribs": Muscle("chest", (Ball(9.0, 10.0, -5.0, 4.6), Ball(9.0, 10.0, 5.0, 4.6)), (1.0, 0.0, 0.0), middle=True),
    "belly": Muscle("waist", (Ball(8.0, 7.0, 0.0, 4.6), Ball(8.0, -1.0, 0.0, 4.6)), (1.0, 0.0, 0.0), middle=True),
    "lat": Muscle("chest", (Ball(-2.5, 11.0, 11.5, 4.4), Ball(-1.0, 1.0, 10.5, 4.0)), (-0.5, 0.0, 0.8)),
    "side": Muscle("waist", (Ball(0.0, 12.0, 11.0, 4.2), Ball(0.0, -1.0, 11.0, 4.2)), (0.0, 0.0, 1.0)),
    "top_of_blade": Muscle("chest", (Ball(-8.6, 20.0, 6.0, 3.2), Ball(-8.6, 18.4, 10.0, 3.2)), (-0.9, 0.4, 0.0)),
    "by_blade": Muscle("chest", (Ball(-10.0, 15.5, 5.0, 3.2), Ball(-10.4, 9.5, 4.8, 3.2)), (-1.0, 0.0, 0.0)),
    "between_blades": Muscle(
        "chest", (Ball(-8.0, 17.5, 0.0, 4.4), Ball(-8.4, 8.0, 0.0, 4.6)), (-1.0, 0.0, 0.0), middle=True
    ),
    "lower_back": Muscle(
        "waist", (Ball(-7.0, 9.0, 0.0, 5.0), Ball(-7.0, -3.0, 0.0, 5.2)), (-1.0, 0.0, 0.0), middle=True
    ),
    "shoulder": Muscle("upper", (Ball(0.5, 0.5, 1.6, 4.3), Ball(0.3, -5.0, 1.6, 4.0)), (0.0, 0.3, 1.0)),
    "biceps": Muscle("upper", (Ball(1.5, -9.0, 0.0, 3.0), Ball(1.2, -20.0, 0.0, 2.7)), (1.0, 0.0, 0.0)),
    "triceps": Muscle("upper", (Ball(-1.5, -9.0, 0.0, 3.0), Ball(-1.2, -20.0, 0.0, 2.7)), (-1.0, 0.0, 0.0)),
    "forearm": Muscle("fore", (Ball(0.8, -4.0, 0.0, 3.0), Ball(0.4, -14.0, 0.0, 2.4)), (1.0, 0.0, 0.0)),
    "glute": Muscle("pelvis", (Ball(-7.0, -2.0, 7.0, 5.2), Ball(-6.6, -4.5, 7.0, 4.6)), (-1.0, 0.0, 0.2)),
    "hip": Muscle("pelvis", (Ball(-1.0, 2.0, 12.0, 4.6), Ball(-1.0, -3.0, 12.0, 4.4)), (-0.2, 0.0, 1.0)),
    "hip_flexor": Muscle("thigh", (Ball(4.8, 3.0, -0.5, 4.2), Ball(4.6, -10.0, 0.0, 4.0)), (1.0, 0.0, 0.0)),
    "quad": Muscle("thigh", (Ball(4.2, -9.0, 0.6, 4.4), Ball(3.0, -33.0, 0.0, 3.4)), (1.0, 0.0, 0.0)),
    "hamstring": Muscle("thigh", (Ball(-3.8, -10.0, 0.0, 4.4), Ball(-2.4, -34.0, 0.0, 3.0)), (-1.0, 0.0, 0.0)),
    "outer_thigh": Muscle("thigh", (Ball(0.0, -6.0, 4.6, 4.0), Ball(0.0, -32.0, 2.6, 3.2)), (0.0, 0.0, 1.0)),
    "inner_thigh": Muscle("thigh", (Ball(0.0, -8.0, -3.6, 4.0), Ball(0.0, -26.0, -2.6, 3.4)), (0.0, 0.0, -1.0)),
    "calf": Muscle("shin", (Ball(-3.4, -7.0, 0.4, 3.6), Ball(-1.8, -24.0, 0.0, 2.6)), (-1.0, 0.0, 0.0)),
    "shin": Muscle("shin", (Ball(1.8, -6.0, 0.6, 2.9), Ball(1.4, -20.0, 0.2, 2.4)), (1.0, 0.0, 0.3)),
    "sole": Muscle("foot", (Ball(-2.0, -6.0, 0.0, 1.9), Ball(8.0, -6.0, 0.3, 1.6)), (0.0, -1.0, 0.0)),
}
"""Every worked area an author may name; with ``_r`` or ``_l`` it is that side's alone."""

AREAS: frozenset[str] = frozenset(
    f"{name}{end}" for name, muscle in MUSCLES.items() for end in (("",) if muscle.middle else ("", "_r", "_l"))
)
"""Every name there is for a worked area."""

_TRUNK = ("pelvis", "waist", "chest", "neck")


class Area(NamedTuple):
    """One worked area of one side: the segment it lies on, its two ends in that segment's frame, the way it faces."""

    segment: str
    balls: tuple[Ball, Ball]
    out: Vec


def areas(names: tuple[str, ...]) -> tuple[Area, ...]:
    """Return the areas of these names of `AREAS`; a name without a side is both sides."""
    found = []
    for name in names:
        one = name[-1] if name.endswith(("_r", "_l")) else ""
        bone, (a, b), out, middle = MUSCLES[name[:-2] if one else name]
        for side, k in SIDES[:1] if middle else SIDES:
            if one in ("", side):
                balls = (a._replace(z=a.z * k), b._replace(z=b.z * k))
                segment = bone if bone in _TRUNK else f"{bone}_{side}"
                found.append(Area(segment, balls, (out[0], out[1], out[2] * k)))
    return tuple(found)
