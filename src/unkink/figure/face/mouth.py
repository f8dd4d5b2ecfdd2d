"""The mouth: two lips on the face, the lower one with the jaw; points in the head's frame."""

import math

from unkink.figure.algebra import Vec, add
from unkink.figure.face.skull import face_at, with_jaw

_HALF = 2.35
"""Half the width of the mouth."""
LINE = 1.9
"""How high the shut mouth's line is."""
_STEPS = 10
US = tuple(-1.0 + 2.0 * i / (2 * _STEPS) for i in range(2 * _STEPS + 1))
"""Where the points of a lip's edge lie, from the left corner to the right one."""


def _on_face(u: float, y: float, jaw: float, forward: float) -> Vec:
    wide = _HALF * (1.0 - 0.10 * jaw)
    x, y, z = face_at(y, wide * u)
    return (x + forward, y, z)


def _line(u: float, smile: float) -> float:
    return LINE + 0.06 * math.cos(2.0 * math.pi * u) * (1.0 - u * u) + (u * u - 0.45) * 0.55 * smile


def upper_border(jaw: float, smile: float) -> list[Vec]:
    """Return the upper edge of the upper lip."""
    bow = [0.66 * (1.0 - abs(u) ** 1.7) - 0.17 * math.exp(-((u / 0.16) ** 2)) for u in US]
    return [_on_face(u, _line(u, smile) + b, jaw, 0.04) for u, b in zip(US, bow, strict=True)]


def upper_line(jaw: float, smile: float) -> list[Vec]:
    """Return the lower edge of the upper lip."""
    return [_on_face(u, _line(u, smile), jaw, 0.08) for u in US]


def lower_line(jaw: float, lips: float, smile: float) -> list[Vec]:
    """Return the upper edge of the lower lip: on the upper lip, or as far with the jaw as the lips part (0 to 1)."""
    return [with_jaw(_on_face(u, _line(u, smile), jaw, 0.08), jaw * lips * _with(u)) for u in US]


def lower_border(jaw: float, lips: float, smile: float) -> list[Vec]:
    """Return the lower edge of the lower lip."""
    found = []
    for u in US:
        deep = 0.98 * (1.0 - abs(u) ** 2.2)
        point = _on_face(u, _line(u, smile) - deep, jaw, 0.0)
        found.append(with_jaw(add(point, (0.04, 0.0, 0.0)), jaw * (0.3 + 0.7 * lips) * _with(u)))
    return found


def _with(u: float) -> float:
    """Return how much of the jaw's way the lower lip goes there: in its middle all of it, its corners some."""
    return 0.30 + 0.70 * (1.0 - math.pow(abs(u), 2.6))
