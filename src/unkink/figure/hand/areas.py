"""The areas of forearms and hands that an exercise works on, by name."""

from unkink.figure.algebra import Vec
from unkink.figure.bones import SIDES
from unkink.figure.muscles import Area
from unkink.figure.surface import Ball

_PLACES: dict[str, tuple[str, tuple[Ball, Ball], Vec]] = {
    "forearm_in": ("fore", (Ball(2.0, -4.8, 0.3, 1.9), Ball(1.4, -14.5, 0.0, 1.4)), (1.0, 0.0, 0.0)),
    "forearm_out": ("fore", (Ball(-2.0, -4.5, 0.8, 1.9), Ball(-1.4, -14.5, 0.3, 1.4)), (-1.0, 0.0, 0.3)),
    "forearm_side": ("fore", (Ball(2.2, -5.5, 1.6, 1.8), Ball(1.6, -13.0, 1.2, 1.4)), (0.8, 0.0, 0.6)),
    "wrist_in": ("hand", (Ball(1.0, 1.2, 0.0, 1.5), Ball(1.0, -1.2, 0.0, 1.5)), (1.0, 0.0, 0.0)),
    "wrist_out": ("hand", (Ball(-1.0, 1.2, 0.0, 1.5), Ball(-1.0, -1.2, 0.0, 1.5)), (-1.0, 0.0, 0.0)),
    "palm": ("hand", (Ball(1.0, -4.6, 0.2, 1.5), Ball(1.0, -6.6, 0.0, 1.5)), (1.0, 0.0, 0.0)),
    "back": ("hand", (Ball(-1.0, -4.2, 0.0, 2.2), Ball(-1.0, -7.0, 0.0, 2.2)), (-1.0, 0.0, 0.0)),
    "thumb_pad": ("hand", (Ball(1.8, -2.7, 1.8, 1.25), Ball(2.1, -4.4, 2.5, 1.1)), (1.0, 0.0, 0.2)),
}
AREAS: frozenset[str] = frozenset(f"{name}{end}" for name in _PLACES for end in ("", "_r", "_l"))
"""Every name there is for a worked area."""


def areas(names: tuple[str, ...], sides: str) -> tuple[Area, ...]:
    """Return the areas of these names of `AREAS` on the hands that are there; a name without a side is both sides."""
    found = []
    for name in names:
        one = name[-1] if name.endswith(("_r", "_l")) else ""
        bone, (a, b), out = _PLACES[name[:-2] if one else name]
        for side, k in SIDES:
            if side in sides and one in ("", side):
                balls = (a._replace(z=a.z * k), b._replace(z=b.z * k))
                found.append(Area(f"{bone}_{side}", balls, (out[0], out[1], out[2] * k)))
    return tuple(found)
