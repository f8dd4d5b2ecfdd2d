"""The areas of a head that an exercise works on, by name."""

from unkink.figure.algebra import Vec
from unkink.figure.bones import SIDES
from unkink.figure.muscles import Area
from unkink.figure.surface import Ball

_PLACES: dict[str, tuple[Ball, Ball, Vec]] = {
    "eyes": (Ball(9.0, 8.6, 2.8, 1.5), Ball(8.6, 8.6, 3.8, 1.5), (1.0, 0.0, 0.3)),
    "brow": (Ball(9.6, 12.2, 2.2, 1.3), Ball(8.4, 12.2, 4.6, 1.3), (1.0, 0.0, 0.3)),
    "temple": (Ball(5.6, 11.0, 6.6, 1.4), Ball(5.6, 9.8, 6.7, 1.4), (0.5, 0.0, 0.9)),
    "cheek": (Ball(3.4, 4.0, 6.4, 1.5), Ball(3.0, 1.6, 6.0, 1.5), (0.5, 0.0, 0.9)),
    "jaw": (Ball(1.6, 5.0, 7.0, 1.5), Ball(2.2, 3.0, 6.6, 1.5), (0.3, 0.0, 1.0)),
}

AREAS: frozenset[str] = frozenset(f"{name}{end}" for name in _PLACES for end in ("", "_r", "_l"))
"""Every name there is for a worked area of a head; with ``_r`` or ``_l`` it is that side's alone."""


def areas(names: tuple[str, ...]) -> tuple[Area, ...]:
    """Return the areas of these names of `AREAS`; a name without a side is both sides."""
    found = []
    for name in names:
        one = name[-1] if name.endswith(("_r", "_l")) else ""
        a, b, out = _PLACES[name[:-2] if one else name]
        for side, k in SIDES:
            if one in ("", side):
                balls = (a._replace(z=a.z * k), b._replace(z=b.z * k))
                found.append(Area("head", balls, (out[0], out[1], out[2] * k)))
    return tuple(found)
