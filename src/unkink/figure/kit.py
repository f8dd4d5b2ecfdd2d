"""Reading the props of a figure from its tables."""

from collections.abc import Mapping
from typing import TypeAlias

from unkink.figure.algebra import Vec
from unkink.figure.bones import SEGMENTS
from unkink.figure.fixtures import Door, Stair
from unkink.figure.held import Bottle, Roll, Towel
from unkink.figure.props import Chair, Desk, Mat, Prop, Round, Wall
from unkink.figure.reader import Reader

KINDS = ("mat", "chair", "desk", "wall", "door", "stair", "roller", "ball", "towel", "bottle")
Others: TypeAlias = Mapping[str, Prop]
"""The props that were read before."""
_HANDS = ("hand_r", "hand_l")
_ACROSS: Vec = (0.0, 0.0, 1.0)
_FORWARD: Vec = (1.0, 0.0, 0.0)


def read_props(readers: list[Reader]) -> dict[str, Prop]:
    """Return the props by kind; a figure has at most one of each."""
    kinds = [reader.word("kind", "", KINDS) for reader in readers]
    found: dict[str, Prop] = {}
    # What rolls is read last: it lies on one of the others.
    for reader, kind in sorted(zip(readers, kinds, strict=True), key=lambda pair: pair[1] in ("roller", "ball")):
        if not kind:  # without its kind there is no telling what else it may say
            if not reader.has("kind"):
                reader.wrong("kind", "nothing", f"one of {', '.join(KINDS)}")
            continue
        if kind in found:
            reader.wrong("kind", kind, "one of a kind")
            continue
        found[kind] = _READ[kind](reader, found)
        reader.close()
    return {kind: found[kind] for kind in kinds if kind in found}


def _spot(reader: Reader) -> tuple[float, float]:
    x, z = reader.numbers("at", (0.0, 0.0), 2)
    return (x, z)


def _mat(reader: Reader, _: Others) -> Prop:
    long, wide = reader.numbers("size", (180.0, 62.0), 2)
    return Mat(_spot(reader), (long, wide))


def _chair(reader: Reader, _: Others) -> Prop:
    at = _spot(reader) if reader.has("at") else (-8.0, 0.0)
    back, arms = reader.flag("back", default=True), reader.flag("arms", default=False)
    return Chair(at, reader.number("height", 43.0, 20.0, 80.0), back, arms)


def _desk(reader: Reader, _: Others) -> Prop:
    deep, wide = reader.numbers("size", (60.0, 120.0), 2)
    return Desk(_spot(reader), (deep, wide), reader.number("height", 73.0, 40.0, 120.0))


def _wall(reader: Reader, _: Others) -> Prop:
    return Wall(
        reader.number("at", -20.0, -300.0, 300.0),
        -1.0 if reader.word("faces", "forward", ("forward", "back")) == "back" else 1.0,
        reader.number("z", 0.0, -200.0, 200.0),
        reader.number("width", 76.0, 10.0, 400.0),
        reader.number("height", 178.0, 20.0, 300.0),
    )


def _door(reader: Reader, _: Others) -> Prop:
    at, z = reader.number("at", 4.0, -300.0, 300.0), reader.number("z", 0.0, -200.0, 200.0)
    return Door(at, z, reader.number("width", 78.0, 40.0, 200.0), reader.number("height", 184.0, 60.0, 300.0))


def _stair(reader: Reader, _: Others) -> Prop:
    deep, wide = reader.numbers("size", (32.0, 66.0), 2)
    return Stair(_spot(reader), (deep, wide), reader.number("height", 16.0, 2.0, 60.0))


def _along(reader: Reader) -> Vec:
    return _FORWARD if reader.word("along", "across", ("across", "forward")) == "forward" else _ACROSS


def _towel(reader: Reader, _: Others) -> Prop:
    if reader.has("at"):
        axis, long = _along(reader), reader.number("long", 38.0, 10.0, 120.0)
        return Roll(_spot(reader), axis, long, reader.number("radius", 3.6, 1.0, 12.0))
    hands = reader.words("hands", _HANDS)
    if not 0 < len(hands) < 3:
        reader.wrong("hands", "nothing" if not hands else "too many", "the hand or the two hands that hold it, or `at`")
        hands = _HANDS
    over = tuple(_place(row) for row in reader.tables("over"))
    return Towel((hands[0], hands[-1]), over, reader.number("slack", 0.0, 0.0, 40.0))


def _place(reader: Reader) -> tuple[str, Vec]:
    place = reader.word("on", "chest", SEGMENTS), reader.vector("spot", (-10.0, 8.0, 0.0))
    reader.close()
    return place


def _bottle(reader: Reader, _: Others) -> Prop:
    hands = reader.words("hands", _HANDS)
    return Bottle(hands, reader.vector("at", (0.0, 0.0, 0.0)))


def _round(reader: Reader, others: Others, radius: float, long: float, axis: Vec) -> Prop:
    on = reader.word("on", "floor", ("floor", "wall", "chair"))
    base: Vec = (0.0, 0.0, 0.0)
    normal: Vec = (0.0, 1.0, 0.0)
    match others.get(on):
        case Wall() as wall:
            base, normal = (wall.at, 0.0, 0.0), (wall.faces, 0.0, 0.0)
        case Chair() as chair:
            base = (0.0, chair.height, 0.0)
        case _ if on != "floor":
            reader.wrong("on", on, f"floor, where the figure has no {on}")
        case _:
            pass
    return Round(
        reader.number("radius", radius, 1.0, 30.0),
        long,
        axis,
        base,
        normal,
        reader.word("under", "chest", SEGMENTS),
        reader.vector("spot", (-10.0, 8.0, 0.0)),
    )


def _roller(reader: Reader, others: Others) -> Prop:
    return _round(reader, others, 7.5, reader.number("long", 46.0, 10.0, 120.0), _along(reader))


def _ball(reader: Reader, others: Others) -> Prop:
    return _round(reader, others, 3.6, 0.0, _ACROSS)


_READ = {
    "mat": _mat,
    "chair": _chair,
    "desk": _desk,
    "wall": _wall,
    "door": _door,
    "stair": _stair,
    "roller": _roller,
    "ball": _ball,
    "towel": _towel,
    "bottle": _bottle,
}
