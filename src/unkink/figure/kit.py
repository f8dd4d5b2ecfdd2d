"""Reading the props of a figure from its tables."""

from unkink.figure.algebra import Vec
from unkink.figure.bones import SEGMENTS
from unkink.figure.props import Chair, Desk, Mat, Prop, Round, Wall
from unkink.figure.reader import Reader

KINDS = ("mat", "chair", "desk", "wall", "roller", "ball")


def read_props(readers: list[Reader]) -> dict[str, Prop]:
    """Return the props by kind; a figure has at most one of each."""
    kinds = [reader.word("kind", "", KINDS) for reader in readers]
    wall = next((_wall(reader) for reader, kind in zip(readers, kinds, strict=True) if kind == "wall"), None)
    found: dict[str, Prop] = {}
    for reader, kind in zip(readers, kinds, strict=True):
        if not kind:  # without its kind there is no telling what else it may say
            if not reader.has("kind"):
                reader.wrong("kind", "nothing", f"one of {', '.join(KINDS)}")
            continue
        if kind in found:
            reader.wrong("kind", kind, "one of a kind")
            continue
        found[kind] = wall if wall and kind == "wall" else _READ[kind](reader, wall)
        reader.close()
    return found


def _spot(reader: Reader) -> tuple[float, float]:
    x, z = reader.numbers("at", (0.0, 0.0), 2)
    return (x, z)


def _mat(reader: Reader, _: Wall | None) -> Prop:
    long, wide = reader.numbers("size", (180.0, 62.0), 2)
    return Mat(_spot(reader), (long, wide))


def _chair(reader: Reader, _: Wall | None) -> Prop:
    at = _spot(reader) if reader.has("at") else (-8.0, 0.0)
    return Chair(at, reader.number("height", 43.0, 20.0, 80.0), reader.flag("back", default=True))


def _desk(reader: Reader, _: Wall | None) -> Prop:
    deep, wide = reader.numbers("size", (60.0, 120.0), 2)
    return Desk(_spot(reader), (deep, wide), reader.number("height", 73.0, 40.0, 120.0))


def _wall(reader: Reader) -> Wall:
    return Wall(
        reader.number("at", -20.0, -300.0, 300.0),
        -1.0 if reader.word("faces", "forward", ("forward", "back")) == "back" else 1.0,
        reader.number("z", 0.0, -200.0, 200.0),
        reader.number("width", 76.0, 10.0, 400.0),
        reader.number("height", 178.0, 20.0, 300.0),
    )


def _round(reader: Reader, wall: Wall | None, radius: float, long: float, axis: Vec) -> Prop:
    on = reader.word("on", "floor", ("floor", "wall"))
    base: Vec = (0.0, 0.0, 0.0)
    normal: Vec = (0.0, 1.0, 0.0)
    if on == "wall":
        if wall is None:
            reader.wrong("on", on, "floor, where the figure has no wall")
        else:
            base, normal = (wall.at, 0.0, 0.0), (wall.faces, 0.0, 0.0)
    return Round(
        reader.number("radius", radius, 1.0, 30.0),
        long,
        axis,
        base,
        normal,
        reader.word("under", "chest", SEGMENTS),
        reader.vector("spot", (-10.0, 8.0, 0.0)),
    )


def _roller(reader: Reader, wall: Wall | None) -> Prop:
    axis: Vec = (
        (1.0, 0.0, 0.0) if reader.word("along", "across", ("across", "forward")) == "forward" else (0.0, 0.0, 1.0)
    )
    return _round(reader, wall, 7.5, reader.number("long", 46.0, 10.0, 120.0), axis)


def _ball(reader: Reader, wall: Wall | None) -> Prop:
    return _round(reader, wall, 3.6, 0.0, (0.0, 0.0, 1.0))


_READ = {"mat": _mat, "chair": _chair, "desk": _desk, "roller": _roller, "ball": _ball}
