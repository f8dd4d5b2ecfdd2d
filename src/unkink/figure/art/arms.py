"""Arms down to the wrist: a sleeve, a bare elbow, a forearm."""

from unkink.figure.art.brush import EDGE, capsules, edge_colour, tube, widened
from unkink.figure.art.easel import Easel, Part
from unkink.figure.art.legs import far_dim
from unkink.figure.bones import SIDES
from unkink.figure.display import Caps
from unkink.figure.shading import dimmed

_NEARER, _FORE_NEARER = 1.6, 1.9
"""Centimetres an arm is taken to be nearer than it is: lying on the trunk, it is seen on the trunk."""


def arms(easel: Easel) -> list[Part]:
    """Return both arms' parts without the hands."""
    parts = []
    scale = easel.camera.scale
    for side, k in SIDES:
        dim = far_dim(easel, k)
        skin = dimmed(easel.palette.skin, dim)
        bare = easel.flesh(f"upper_{side}")[1:]
        sleeve = easel.discs(easel.skeleton.joints[f"upper_{side}"], easel.build.limbs[f"sleeve_{side}"])
        shirt = dimmed(easel.palette.shirt, dim)
        items = tube(easel, bare, skin, open_start=0.0, open_end=0.6) + tube(easel, sleeve, shirt)
        around = Caps(capsules(widened(sleeve, EDGE * scale)), edge_colour(shirt, 0.45))
        spots = easel.spots((f"upper_{side}", (0.0, -2.0, 0.0)), (f"fore_{side}", (0.0, -2.0, 0.0)))
        parts.append(Part(f"upper_{side}", [*sleeve, *bare], items, _NEARER * scale, spots, behind=[around]))
        fore = easel.flesh(f"fore_{side}")
        spots = easel.spots((f"fore_{side}", (0.0, -2.0, 0.0)), (f"hand_{side}", (0.0, -2.0, 0.0)))
        parts.append(Part(f"fore_{side}", fore, tube(easel, fore, skin), nearer=_FORE_NEARER * scale, spots=spots))
    return parts
