"""What a drawing is made of: four kinds of item, painted one over the other in the order of the list.

Pixels, x to the right and y down. Anything that can fill these four can show a figure.
"""

from typing import NamedTuple, TypeAlias

Point: TypeAlias = tuple[float, float]


class Rgba(NamedTuple):
    """A colour: red, green and blue from 0 to 255, alpha from 0 to 1."""

    r: float
    g: float
    b: float
    a: float = 1.0


class Gradient(NamedTuple):
    """Colours along the line from one point to another; each stop is a place from 0 to 1 and a colour."""

    x0: float
    y0: float
    x1: float
    y1: float
    stops: tuple[tuple[float, Rgba], ...]


Paint: TypeAlias = Rgba | Gradient


class Span(NamedTuple):
    """Two circles and the skin between them: a tapered capsule."""

    x0: float
    y0: float
    r0: float
    x1: float
    y1: float
    r1: float


class Caps(NamedTuple):
    """Tapered capsules filled as one shape."""

    spans: tuple[Span, ...]
    paint: Paint


class Poly(NamedTuple):
    """Closed rings, all wound the same way, filled as one shape (the non-zero rule)."""

    rings: tuple[tuple[Point, ...], ...]
    paint: Paint


class Line(NamedTuple):
    """Open lines with round ends and joins."""

    strokes: tuple[tuple[Point, ...], ...]
    width: float
    paint: Rgba


class Soft(NamedTuple):
    """A soft-edged ellipse: half axes `rx`, `ry`, turned by `angle` radians, flattened to `squash` of its height."""

    x: float
    y: float
    rx: float
    ry: float
    angle: float
    squash: float
    paint: Rgba


Item: TypeAlias = Caps | Poly | Line | Soft
