"""How skin is painted close up: a thin dark edge, a fill lit by which way it faces, and fine lines on it."""

from collections.abc import Sequence
from typing import NamedTuple

from unkink.figure.algebra import Mat, Vec, dot, rotate, smoothstep, unit
from unkink.figure.art.brush import capsules, widened
from unkink.figure.art.easel import Disc, Easel, between
from unkink.figure.display import Caps, Item, Paint, Poly, Rgba
from unkink.figure.outline import Ellipse, edged_hull
from unkink.figure.palette import Stuff
from unkink.figure.shading import blend, faint, lighter, shaded

EDGE = 0.13
"""How thick the dark edge round skin is, centimetres."""
DARK = 0.62
"""How dark it is."""
_LIGHT: Vec = unit((-0.45, 0.70, 0.62))
"""The way to the light as the camera sees it: right, up, towards the viewer."""
_LARGE = 900.0
"""Half axes in pixels, squared and added."""
_JOINED = 0.75
"""How much of its first or last span a piece paints over its neighbour's edge."""
_EVEN, _STRONG = 0.55, 0.34
"""The light on skin that is neither lit more nor less than usual, and how much more or less does."""


def toned(easel: Easel, stuff: Stuff, out: Vec) -> Stuff:
    """Return a material as it is lit where it faces this way in the world."""
    lit = (dot(rotate(easel.camera.matrix, out), _LIGHT) - _EVEN) * _STRONG
    base = lighter(stuff.base, lit * 0.9) if lit > 0.0 else blend(stuff.base, stuff.dark, -lit)
    return Stuff(base, stuff.dark)


def facing_side(easel: Easel, turn: Mat) -> Vec:
    """Return the way out of a limb along -y of a frame, on the side that the viewer sees; in the world."""
    m = easel.camera.matrix
    v, a = (m[6], m[7], m[8]), (turn[1], turn[4], turn[7])
    k = dot(v, a)
    return unit((v[0] - a[0] * k * 0.9, v[1] - a[1] * k * 0.9, v[2] - a[2] * k * 0.9))


class Skin(NamedTuple):
    """A piece of a finger as it is painted: what it covers, its colours, its fill."""

    discs: Sequence[Disc]
    stuff: Stuff
    fill: Paint


def skin_of(easel: Easel, discs: Sequence[Disc], stuff: Stuff) -> Skin:
    """Return a piece of a finger along these discs."""
    first, last = discs[0], discs[-1]
    r = max([disc.r for disc in discs])
    return Skin(discs, stuff, shaded(stuff, (first.x, first.y), (last.x, last.y), r, easel.camera.flip, 0.8))


def tube(easel: Easel, skin: Skin, *, root: bool = False) -> list[Item]:
    """Return a piece of a finger; the edge of one at the `root` comes out of the palm little by little."""
    by = EDGE * easel.camera.scale
    edge = widened(skin.discs, by)
    if root:
        edge[:2] = widened(skin.discs[:2], -by)
    return [Caps(capsules(edge), faint(skin.stuff.dark, DARK)), Caps(capsules(skin.discs), skin.fill)]


def joined(skin: Skin, straight: float, *, end: bool = False) -> list[Item]:
    """Return the skin over a joint: painted over the edge of the neighbour, it makes one finger of two pieces.

    The more the joint is bent (`straight` is the cosine), the less of it there is.
    """
    share = _JOINED * smoothstep((straight + 0.2) / 0.9)
    if not share:
        return []
    a, b = (skin.discs[-1], skin.discs[-2]) if end else (skin.discs[0], skin.discs[1])
    return [Caps(capsules([a, between(a, b, share)]), skin.fill)]


def faded(paint: Paint, alpha: float) -> Paint:
    """Return a paint with its opacity changed."""
    if isinstance(paint, Rgba):
        return faint(paint, paint.a * alpha)
    return paint._replace(stops=tuple([(at, faint(colour, colour.a * alpha)) for at, colour in paint.stops]))


def shape(easel: Easel, groups: Sequence[Sequence[Ellipse]], fill: Paint, stuff: Stuff) -> list[Item]:
    """Return a body round these groups of ellipses: its edge and its fill."""
    rings = [edged_hull(group, EDGE * easel.camera.scale, finest=_large(group)) for group in groups]
    return [
        Poly(tuple([outer for _, outer in rings]), faint(stuff.dark, DARK)),
        Poly(tuple([inner for inner, _ in rings]), fill),
    ]


def _large(group: Sequence[Ellipse]) -> bool:
    """Return whether an outline is so large that its corners would be seen."""
    return max([a + c for _, _, a, _, c in group]) > _LARGE
