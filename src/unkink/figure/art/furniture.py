"""Mat, chair, desk and wall: they stand still, so they are drawn once for a camera."""

from collections.abc import Sequence
from dataclasses import dataclass

from unkink.figure.algebra import Vec, lerp
from unkink.figure.art.brush import edge_colour, solid
from unkink.figure.art.easel import Disc, Part, Plane
from unkink.figure.art.joinery import faces
from unkink.figure.camera import Camera
from unkink.figure.display import Item, Poly
from unkink.figure.outline import Ellipse, ellipse_of, hull
from unkink.figure.palette import Palette, Stuff
from unkink.figure.props import Chair, Desk, Mat, Wall
from unkink.figure.shading import lighter, shaded
from unkink.figure.solids import Box, Rod

_EDGE = 0.35
_MAT_THICK = 0.85
_BACK_FROM, _BACK_TO = 0.52, 0.97
"""How far up its posts a chair's back begins and ends."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """Draws furniture for one camera and palette."""

    camera: Camera
    palette: Palette

    def mat(self, mat: Mat) -> list[Item]:
        """Return the mat as it lies on the floor, under everything."""
        top = self._board(mat.at, mat.size, 7.0, -0.45, 0.45)
        low = self._board(mat.at, mat.size, 7.0, -0.45 - _MAT_THICK, 0.45)
        return [Poly((hull([*top, *low], finest=True),), self.palette.mat.dark), _flat(top, self.palette.mat)]

    def wall(self, wall: Wall) -> list[Item]:
        """Return the wall, behind everything: its face, and the edges of the piece of it that is shown."""
        low, high = wall.slab()
        corners = [(x, y, z) for x in (low[0], high[0]) for y in (low[1], high[1]) for z in (low[2], high[2])]
        slab = [self._ball(corner, 0.5) for corner in corners]
        face = [self._ball(corner, 0.5) for corner in corners if corner[0] == wall.at]
        return [Poly((hull(slab, finest=True),), self.palette.wall.dark), _flat(face, self.palette.wall)]

    def chair(self, chair: Chair) -> list[Part]:
        """Return the chair's parts: seat, legs, and the back of one that has it."""
        low, high = chair.seat()
        thick = (high[1] - low[1]) / 2
        size = (high[0] - low[0], high[2] - low[2])
        wood, cushion = self.palette.wood, self.palette.cushion
        frame = self._board(chair.at, size, 9.0, low[1] + thick * 0.5, thick * 0.5)
        pad = self._board(chair.at, (size[0] - 0.6, size[1] - 0.6), 9.0, high[1] - thick * 0.55, thick * 0.55)
        items = [*self._edged(frame, wood), *self._edged(pad, cushion)]
        parts = [Part("seat", self._covered(chair.seat()), items, planes=faces(chair.seat()))]
        parts += [self._bar(f"chair leg {i}", leg, wood) for i, leg in enumerate(chair.legs())]
        posts = chair.posts()
        if posts:
            front = (Plane((low[0] + 3.0, 0.0, 0.0), (1.0, 0.0, 0.0), both=True),)
            parts += [self._bar(f"chair post {i}", post, wood)._replace(planes=front) for i, post in enumerate(posts)]
            parts.append(self._back(posts, front))
        parts += [self._bar(f"chair stay {i}", stay, wood) for i, stay in enumerate(chair.stays())]
        return parts + [self._rest(f"chair arm {i}", rest) for i, rest in enumerate(chair.rests())]

    def desk(self, desk: Desk) -> list[Part]:
        """Return the desk's parts: top and legs."""
        low, high = desk.top()
        thick, wood = (high[1] - low[1]) / 2, self.palette.wood
        board = self._board(desk.at, desk.size, 4.0, high[1] - thick, thick)
        face = self._board(desk.at, desk.size, 4.0, high[1] - 0.2, 0.2)
        items = [*self._edged(board, wood), Poly((hull(face, finest=True),), lighter(wood.base, 0.16))]
        parts = [Part("desk", self._covered(desk.top()), items, planes=faces(desk.top()))]
        return parts + [self._bar(f"desk leg {i}", leg, self.palette.metal) for i, leg in enumerate(desk.legs())]

    def _back(self, posts: Sequence[Rod], front: Sequence[Plane]) -> Part:
        corners = [lerp(post.start, post.end, t) for post in posts for t in (_BACK_FROM, _BACK_TO)]
        outer, inner = ([self._ball(corner, r) for corner in corners] for r in (3.4, 2.9))
        items = [*self._edged(outer, self.palette.wood), _flat(inner, self.palette.cushion)]
        return Part("chair back", [self._disc(corner, 12.0) for corner in corners], items, planes=front)

    def _rest(self, name: str, rest: Box) -> Part:
        (x0, y0, z0), (x1, y1, z1) = rest
        shape = ((x0 + x1) / 2, (z0 + z1) / 2), (x1 - x0, z1 - z0), 2.4
        thick = (y1 - y0) / 2
        board = self._board(*shape, y0 + thick, thick)
        face = self._board(*shape, y1 - 0.2, 0.2)
        items = [*self._edged(board, self.palette.wood), Poly((hull(face, finest=True),), self.palette.cushion.base)]
        return Part(
            name, [d._replace(r=2.6 * self.camera.scale) for d in self._covered(rest)], items, planes=faces(rest)
        )

    def _bar(self, name: str, rod: Rod, stuff: Stuff) -> Part:
        c = self.camera
        spots = [lerp(rod.start, rod.end, i / 4) for i in range(5)]
        ends = [self._ball(rod.start, rod.radius), self._ball(rod.end, rod.radius * 0.9)]
        fill = shaded(stuff, c.point(rod.start), c.point(rod.end), 4.0 * c.scale, c.flip, 0.6)
        items = solid([ends], _EDGE * c.scale, edge_colour(stuff, 0.4), fill, finest=True)
        return Part(name, [self._disc(spot, rod.radius) for spot in spots], items, spots=spots)

    def _edged(self, shape: Sequence[Ellipse], stuff: Stuff) -> list[Item]:
        return solid([shape], _EDGE * self.camera.scale, edge_colour(stuff, 0.4), stuff.base, finest=True)

    def _board(
        self, at: tuple[float, float], size: tuple[float, float], corner: float, y: float, thick: float
    ) -> list[Ellipse]:
        """Return the four round corners whose hull is a board: its middle at a height, half so thick."""
        (x, z), a, b = at, size[0] / 2 - corner, size[1] / 2 - corner
        places = [(x + sx * a, y, z + sz * b) for sx in (-1, 1) for sz in (-1, 1)]
        return [self._ellipsoid(place, (corner, thick, corner)) for place in places]

    def _covered(self, box: Box) -> list[Disc]:
        """Return discs all over a board."""
        (x0, y0, z0), (x1, y1, z1) = box
        shares = (0.1, 0.37, 0.63, 0.9)
        spots = [(x0 + (x1 - x0) * i, (y0 + y1) / 2, z0 + (z1 - z0) * j) for i in shares for j in shares]
        return [self._disc(spot, (x1 - x0) * 0.12) for spot in spots]

    def _disc(self, at: Vec, r: float) -> Disc:
        c = self.camera
        return Disc(*c.point(at), c.depth(at) * c.scale, r * c.scale)

    def _ball(self, at: Vec, r: float) -> Ellipse:
        return self._ellipsoid(at, (r, r, r))

    def _ellipsoid(self, at: Vec, radii: Vec) -> Ellipse:
        c = self.camera
        return ellipse_of(c.point(at), c.matrix, radii, c.scale, c.flip)


def _flat(shape: Sequence[Ellipse], stuff: Stuff) -> Poly:
    return Poly((hull(shape, finest=True),), stuff.base)
