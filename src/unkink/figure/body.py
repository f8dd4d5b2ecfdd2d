"""The flesh on the bones of one body type: balls along the limbs, ellipsoids for the trunk and the head.

Everything that is drawn, and everything that touches something, comes from these tables. Centimetres, each in its
segment's frame; a left limb is the right one with its z reversed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from unkink.figure.algebra import Vec
from unkink.figure.surface import Ball, Bulk

Chain = tuple[Ball, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Build:
    """One body type.

    Attributes:
        limbs: balls along each limb segment of each side (and the neck), from its joint outwards.
        trunk: ellipsoids of the pelvis, the waist and the chest, as at the end of a quiet breath out.
        head: ellipsoids of the skull and the face.
        cores: a line inside each trunk segment and the head, from which its surface is looked for.
    """

    limbs: Mapping[str, Chain]
    trunk: Mapping[str, tuple[Bulk, ...]]
    head: tuple[Bulk, ...]
    cores: Mapping[str, tuple[Vec, Vec]]

    def breathing(self, ribs: float, belly: float) -> Mapping[str, tuple[Bulk, ...]]:
        """Return the trunk's ellipsoids with so much breath in the ribs and in the belly (1 is a full easy breath)."""
        if not ribs and not belly:
            return self.trunk
        return {
            "pelvis": self.trunk["pelvis"],
            "waist": tuple(_swollen(bulk, belly, _BELLY) for bulk in self.trunk["waist"]),
            "chest": tuple(_swollen(bulk, ribs, _RIBS) for bulk in self.trunk["chest"]),
        }


_BELLY: tuple[Vec, Vec] = ((1.6, -0.3, 0.0), (1.7, 0.3, 0.8))
_RIBS: tuple[Vec, Vec] = ((0.9, 0.4, 0.0), (1.1, 0.5, 1.0))
"""How far a full breath moves an ellipsoid's middle and lengthens its radii. Larger than life, to be seen."""


def _swollen(bulk: Bulk, breath: float, by: tuple[Vec, Vec]) -> Bulk:
    (cx, cy, cz), (rx, ry, rz) = bulk
    (mx, my, mz), (gx, gy, gz) = by
    return Bulk(
        (cx + mx * breath, cy + my * breath, cz + mz * breath),
        (rx + gx * breath, ry + gy * breath, rz + gz * breath),
    )


def _both_sides(right: Mapping[str, Chain]) -> Mapping[str, Chain]:
    left = {f"{bone}_l": tuple(Ball(x, y, -z, r) for x, y, z, r in chain) for bone, chain in right.items()}
    return {**{f"{bone}_r": chain for bone, chain in right.items()}, **left}


AVERAGE = Build(
    limbs={
        **_both_sides(
            {
                "thigh": (
                    Ball(0.2, -4.0, 0.2, 9.2),
                    Ball(0.8, -14.0, 0.3, 8.6),
                    Ball(0.6, -29.0, 0.0, 7.0),
                    Ball(0.4, -42.0, 0.0, 5.7),
                ),
                "shin": (
                    Ball(0.4, 0.0, 0.0, 5.7),
                    Ball(-1.5, -11.0, 0.3, 5.6),
                    Ball(-0.9, -23.0, 0.0, 4.4),
                    Ball(0.0, -36.5, 0.0, 3.6),
                ),
                "foot": (Ball(-2.9, -3.8, 0.0, 3.2), Ball(-0.2, -2.0, 0.0, 3.3), Ball(9.0, -4.4, 0.5, 2.6)),
                "toes": (Ball(-1.5, 2.6, 0.5, 2.6), Ball(3.6, 1.8, 0.3, 1.8)),
                "sleeve": (Ball(0.0, 0.0, 0.0, 5.6), Ball(0.0, -8.0, 0.0, 5.3), Ball(0.0, -16.0, 0.0, 4.9)),
                "upper": (Ball(0.0, -2.0, 0.0, 5.4), Ball(0.0, -14.0, 0.0, 4.4), Ball(0.0, -28.0, 0.0, 3.8)),
                "fore": (
                    Ball(0.0, 0.0, 0.0, 3.8),
                    Ball(0.3, -7.0, 0.0, 4.0),
                    Ball(0.1, -16.0, 0.0, 3.3),
                    Ball(0.0, -24.5, 0.0, 2.5),
                ),
                "hand": (Ball(0.0, 0.0, 0.0, 2.4), Ball(0.0, -6.0, 0.0, 1.9), Ball(0.0, -10.0, 0.0, 1.6)),
            }
        ),
        "neck": (Ball(0.6, 7.0, 0.0, 4.5), Ball(-0.4, 0.0, 0.0, 4.8)),
    },
    trunk={
        "pelvis": (
            Bulk((-0.8, 3.0, 0.0), (10.4, 9.4, 15.2)),
            Bulk((-4.8, -2.3, 6.8), (7.2, 8.2, 8.2)),
            Bulk((-4.8, -2.3, -6.8), (7.2, 8.2, 8.2)),
        ),
        "waist": (Bulk((0.0, 5.0, 0.0), (9.2, 10.0, 12.8)),),
        "chest": (
            Bulk((0.6, 8.5, 0.0), (10.8, 12.0, 15.0)),
            Bulk((2.0, 14.5, 0.0), (9.4, 8.0, 14.6)),
            Bulk((-3.2, 14.5, 0.0), (7.8, 9.0, 14.2)),
            Bulk((-1.2, 17.6, 0.0), (6.6, 7.0, 17.6)),
        ),
    },
    head=(
        Bulk((1.4, 9.8, 0.0), (9.5, 10.2, 8.3)),
        Bulk((4.4, 4.4, 0.0), (5.6, 5.6, 5.9)),
        Bulk((6.6, 1.4, 0.0), (2.9, 2.5, 3.1)),
    ),
    cores={
        "pelvis": ((0.0, -3.0, 0.0), (0.0, 8.0, 0.0)),
        "waist": ((0.0, -4.0, 0.0), (0.0, 14.0, 0.0)),
        "chest": ((0.0, 2.0, 0.0), (0.0, 17.5, 0.0)),
        "head": ((1.0, 6.0, 0.0), (1.0, 11.0, 0.0)),
    },
)
"""The body type drawn unless another is asked for."""
