"""The eye: a parallel projection from the side (yaw 0), the front (90) or the back (-90), a little from above."""

import math
from dataclasses import dataclass

from unkink.figure.algebra import Mat, Vec, compose
from unkink.figure.display import Point


@dataclass(frozen=True, slots=True)
class Camera:
    """From centimetres in the world to pixels.

    Attributes:
        matrix: rows are the world's directions to the right, up, and towards the viewer.
        scale: pixels per centimetre.
        x: where the world's origin falls, in pixels.
        y: likewise, downwards.
        flip: 1, or -1 for the mirrored picture.
    """

    matrix: Mat
    scale: float
    x: float
    y: float
    flip: float = 1.0

    def point(self, v: Vec) -> Point:
        """Return where a point of the world is seen."""
        m, s = self.matrix, self.scale
        x, y, z = v
        return (
            self.x + (m[0] * x + m[1] * y + m[2] * z) * s * self.flip,
            self.y - (m[3] * x + m[4] * y + m[5] * z) * s,
        )

    def depth(self, v: Vec) -> float:
        """Return how far a point is towards the viewer (cm); of a direction, how much it faces the viewer."""
        m = self.matrix
        return m[6] * v[0] + m[7] * v[1] + m[8] * v[2]


def looking(yaw: float, pitch: float) -> Mat:
    """Return the matrix of a camera that looks from this yaw and from so many degrees above."""
    cy, sy = math.cos(math.radians(yaw)), math.sin(math.radians(yaw))
    cp, sp = math.cos(math.radians(pitch)), math.sin(math.radians(pitch))
    return compose((1.0, 0.0, 0.0, 0.0, cp, -sp, 0.0, sp, cp), (cy, 0.0, -sy, 0.0, 1.0, 0.0, sy, 0.0, cy))


def fitting(
    matrix: Mat, frame: tuple[float, float, float, float], size: tuple[float, float], *, mirror: bool
) -> Camera:
    """Return the camera that shows a frame (middle x, y, width, height on the screen's plane; cm) in so many pixels."""
    x, y, wide, high = frame
    scale = min(size[0] / wide, size[1] / high)
    flip = -1.0 if mirror else 1.0
    return Camera(matrix, scale, size[0] / 2 - x * scale * flip, size[1] / 2 + y * scale, flip)
