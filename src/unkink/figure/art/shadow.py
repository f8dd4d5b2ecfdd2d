"""The soft shadow a body casts on the floor."""

import math
from typing import NamedTuple

from unkink.figure.algebra import Vec
from unkink.figure.art.easel import Easel
from unkink.figure.display import Soft
from unkink.figure.shading import faint


class _Caster(NamedTuple):
    """Two places of the body, each a segment and a point of its frame, and how thick the body is between them."""

    start: tuple[str, Vec]
    end: tuple[str, Vec]
    r: float


_CASTERS = (
    _Caster(("pelvis", (0.0, 3.0, 0.0)), ("chest", (0.0, 14.0, 0.0)), 14.0),
    _Caster(("head", (1.0, 9.0, 0.0)), ("neck", (0.0, 2.0, 0.0)), 9.0),
    *(
        _Caster((f"{start}_{side}", (0.0, y, 0.0)), (f"{end}_{side}", (0.0, z, 0.0)), r)
        for side in "rl"
        for start, y, end, z, r in (
            ("thigh", -4.0, "shin", 0.0, 8.0),
            ("shin", -2.0, "foot", 0.0, 5.0),
            ("upper", -2.0, "fore", 0.0, 4.5),
            ("fore", -1.0, "hand", -12.0, 3.4),
        )
    ),
    *(_Caster((f"foot_{side}", (-3.0, -5.0, 0.0)), (f"toes_{side}", (4.0, 2.0, 0.0)), 3.2) for side in "rl"),
)
_HIGH = 60.0
"""Above this height nothing leaves a shadow."""
_SLANT = 0.08
"""How far a shadow lies forward for each centimetre of height: the light comes a little from behind."""


def shadows(easel: Easel) -> list[Soft]:
    """Return the shadows of trunk, head and limbs on the floor."""
    camera = easel.camera
    squash = max(0.10, camera.matrix[7])
    found = []
    for start, end, r in _CASTERS:
        a, b = easel.spots(start, end)
        height = max(0.0, (a[1] + b[1]) / 2.0 - r)
        if height > _HIGH:
            continue
        (x0, y0), (x1, y1) = camera.point(_dropped(a)), camera.point(_dropped(b))
        dx, dy = x1 - x0, (y1 - y0) / squash
        wide = (r * 1.15 + 2.5 + height * 0.08) * camera.scale
        alpha = 0.32 * (1.0 - height / _HIGH) ** 1.5
        long = math.hypot(dx, dy) / 2.0 + wide
        paint = faint(easel.palette.shadow, alpha)
        found.append(Soft((x0 + x1) / 2, (y0 + y1) / 2, long, wide, math.atan2(dy, dx), squash, paint))
    return found


def _dropped(spot: Vec) -> Vec:
    return (spot[0] + spot[1] * _SLANT, 0.0, spot[2])
