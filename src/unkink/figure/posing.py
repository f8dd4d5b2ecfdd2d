"""From an author's pose tables to poses: what a table leaves out comes from its base, and at last from standing."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from unkink.figure.bones import ARM, SIDES
from unkink.figure.limbs import mirrored, read_arm, read_leg
from unkink.figure.pose import LIMBS, TRUNK_VALUES, Hold, Limb, Numbers, Pose
from unkink.figure.reader import Reader
from unkink.figure.stock import STOCK

FLOOR = "floor"
"""What every figure has to rest on and to touch."""
NOTHING = "nothing"
"""What a body rests on that is only where its root says."""

_STANDING: Numbers = (0.0, 88.6, *[0.0] * (len(TRUNK_VALUES) - 3), 0.35)
_VECTORS = ("root", "spine", "chest", "neck")
_ANGLES = {"lean": 180.0, "tilt": 180.0, "turn": 360.0}
_SHARES = ("ribs", "belly", "lids", "jaw", "smile")


class Surroundings(NamedTuple):
    """What of a figure's props a hand may be on, and what the body may rest on."""

    touchable: frozenset[str]
    carrying: frozenset[str]


@dataclass(frozen=True, slots=True)
class Posed:
    """A whole pose, and what it rests on."""

    pose: Pose
    rest: str


@dataclass(frozen=True, slots=True)
class _Sketch:
    """What one pose table says, and nothing more: trunk values by their number, limbs by name."""

    base: str = ""
    trunk: Mapping[int, float] = field(default_factory=dict)
    limbs: Mapping[str, Limb] = field(default_factory=dict)
    rest: str = ""


def read_poses(reader: Reader, around: Surroundings) -> dict[str, Posed]:
    """Return every pose of a figure by name."""
    names = reader.keys()
    for name in names:
        if name in STOCK:
            reader.wrong(name, name, f"a name of its own: {', '.join(STOCK)} are there for every figure")
    bases = {*names, *STOCK}
    sketches = {name: _sketch(reader.table(name), bases - {name}, around) for name in names}
    furnished = Surroundings(around.touchable | {"chair"}, around.carrying | {"chair"})
    stock = {name: _sketch(Reader(table, name, []), bases, furnished) for name, table in STOCK.items()}
    return {name: _complete(name, {**sketches, **stock}, reader, around) for name in names}


def _complete(name: str, sketches: Mapping[str, _Sketch], reader: Reader, around: Surroundings) -> Posed:
    line = _line(name, sketches, reader)
    trunk, limbs, rest = list(_STANDING), dict[str, Limb](), NOTHING
    for sketch in reversed(line):
        for i, value in sketch.trunk.items():
            trunk[i] = value
        limbs.update(sketch.limbs)
        rest = sketch.rest or rest
    if rest not in _rests(around):  # a stock pose may rest on what this figure has not
        reader.wrong(f"{name}.rest", rest, f"one of {', '.join(sorted(_rests(around)))}")
        rest = NOTHING
    if all(limbs[arm].hold.on.startswith(ARM) for arm in LIMBS[:2]):
        reader.wrong(name, "each arm on the other", "one of the hands on something else")
        limbs["arm_l"] = limbs["arm_l"]._replace(hold=Hold())
    return Posed(Pose(tuple(trunk), tuple(limbs[limb] for limb in LIMBS)), rest)


def _line(name: str, sketches: Mapping[str, _Sketch], reader: Reader) -> list[_Sketch]:
    """Return a pose's sketch, its base's, and so on, down to standing."""
    line, seen, base = [sketches[name]], {name}, sketches[name].base
    while base and base not in seen:
        seen.add(base)
        line.append(sketches[base])
        base = sketches[base].base
    if base:
        reader.wrong(f"{name}.base", sketches[name].base, "a pose whose own bases don't come back to it")
    return [*line, sketches["standing"]]


def _sketch(reader: Reader, bases: Collection[str], around: Surroundings) -> _Sketch:
    trunk: dict[int, float] = {}
    for key in _VECTORS:
        if reader.has(key):
            first = next(i for i, value in enumerate(TRUNK_VALUES) if value.startswith(f"{key}."))
            trunk.update(enumerate(reader.numbers(key, (0.0, 0.0, 0.0)), first))
    for key, most in _ANGLES.items():
        if reader.has(key):
            trunk[TRUNK_VALUES.index(key)] = reader.number(key, 0.0, -most, most)
    for key in _SHARES:
        if reader.has(key):
            trunk[TRUNK_VALUES.index(key)] = reader.number(key, 0.0, -0.5, 1.5)
    limbs: dict[str, Limb] = {}
    if reader.has("legs"):
        limbs["leg_r"] = read_leg(reader.table("legs"), 1.0)
        limbs["leg_l"] = mirrored(limbs["leg_r"])
    if reader.has("arms"):
        limbs["arm_r"] = read_arm(reader.table("arms"), 1.0, around.touchable)
        limbs["arm_l"] = mirrored(limbs["arm_r"])
    for side, k in SIDES:
        if reader.has(f"leg_{side}"):
            limbs[f"leg_{side}"] = read_leg(reader.table(f"leg_{side}"), k)
        if reader.has(f"arm_{side}"):
            limbs[f"arm_{side}"] = read_arm(reader.table(f"arm_{side}"), k, around.touchable)
    base, rest = reader.word("base", "", bases), reader.word("rest", "", _rests(around))
    reader.close()
    return _Sketch(base, trunk, limbs, rest)


def _rests(around: Surroundings) -> frozenset[str]:
    return around.carrying | {FLOOR, NOTHING}
