"""From an author's tables to poses of hands: the numbers of each hand, and what does not change while it moves."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from unkink.figure.bones import SIDES
from unkink.figure.hand.anatomy import DIGITS
from unkink.figure.hand.shapes import SHAPES, WRIST_BENDS, WRIST_SIDES, Shape, ranges
from unkink.figure.pose import LIMBS, Limb, Mode, Numbers, Pose
from unkink.figure.reader import Reader

_FINGER = ("spread", "knuckle", "middle", "end")
_THUMB = ("out", "over", "knuckle", "end")
VALUES: tuple[str, ...] = (
    *(f"{name}.{axis}" for name in ("at", "arm", "palm", "fingers") for axis in "xyz"),
    *("lift", "bend", "side", "squeeze"),
    *(f"{digit}.{name}" for digit in DIGITS for name in (_THUMB if digit == "thumb" else _FINGER)),
)
"""What each number of a hand means, in order."""
COUNT = len(VALUES)
NAMES: tuple[str, ...] = tuple(f"hand_{side}.{value}" for side, _ in SIDES for value in VALUES)
"""What each number of a pose means, in order."""
FIRST_BEND = VALUES.index("thumb.out")

ON = ("forearm", "palm", "back", "fingers", "finger_backs", "thumb_pad")
TOUCH = ("palm", "pads", "thumb", "heel")


class Hold(NamedTuple):
    """What a hand does all the while.

    Attributes:
        on: the place of the other hand that it touches; empty for a hand that is where its wrist is told to be.
        touch: the part of it that touches.
        wrap: whether its fingers shut until they touch what it is on or holds.
        faced: whether the author said which way the palm of a touching hand faces.
    """

    on: str = ""
    touch: str = "palm"
    wrap: bool = False
    faced: bool = False


@dataclass(frozen=True, slots=True)
class _Sketch:
    """What one table says of one hand, and nothing more."""

    numbers: Mapping[int, float] = field(default_factory=dict)
    words: Mapping[str, str | bool] = field(default_factory=dict)


class Poses(NamedTuple):
    """The poses of a figure by name, and of each hand that is there (by its side) what it does all the while."""

    poses: Mapping[str, Pose]
    holds: Mapping[str, Hold]


def numbers_of(pose: Pose, side: str) -> Numbers:
    """Return the numbers of one hand."""
    return pose.trunk[:COUNT] if side == "r" else pose.trunk[COUNT:]


def read_poses(reader: Reader) -> Poses:
    """Return every pose of a figure of hands."""
    names = reader.keys()
    tables = {name: reader.table(name) for name in names}
    bases = {name: tables[name].word("base", "", set(names) - {name}) for name in names}
    sketches = {name: _sketches(tables[name]) for name in names}
    found: dict[str, Pose] = {}
    holds: dict[str, Hold] = {}
    for name in names:
        line = _line(name, bases)
        if bases[line[-1]]:
            reader.wrong(f"{name}.base", bases[name], "a pose whose own bases don't come back to it")
        numbers: list[float] = []
        for side, k in SIDES:
            parts = [sketches[one][side] for one in reversed(line) if side in sketches[one]]
            numbers += _numbers(parts, k)
            if parts:
                hold = _hold({key: word for part in parts for key, word in part.words.items()})
                if holds.setdefault(side, hold) != hold:
                    wanted = "the same on, touch, wrap, and palm told or not, in every pose"
                    reader.wrong(f"{name}.hand_{side}", _shown(hold), wanted)
        found[name] = Pose(tuple(numbers), tuple(Limb(Mode.FREE, ()) for _ in LIMBS))
    for name in names:
        told = {side for one in _line(name, bases) for side in sketches[one]}
        for side in holds:
            if side not in told:
                reader.wrong(f"{name}.hand_{side}", "nothing", "a hand that is there in every pose, or in none")
    _check(reader, names, holds)
    return Poses(found, holds)


def _check(reader: Reader, names: Collection[str], holds: dict[str, Hold]) -> None:
    """Note what hands cannot do, and mend it, so that reading goes on."""
    if names and not holds:
        reader.wrong(next(iter(names)), "no hand", "hand_r, hand_l or hands")
    touching = [side for side, hold in holds.items() if hold.on]
    if touching and len(touching) == len(holds):
        found = "each hand on the other" if len(holds) > 1 else "a hand on one that is not there"
        reader.wrong(f"{next(iter(names))}.hand_{touching[0]}.on", found, "one hand on the other, which is in the air")
        holds[touching[0]] = Hold()


def _line(name: str, bases: Mapping[str, str]) -> list[str]:
    """Return a pose, its base, and so on to the last one, or to the last before they come back."""
    line, base = [name], bases[name]
    while base and base not in line:
        line.append(base)
        base = bases[base]
    return line


def _sketches(reader: Reader) -> dict[str, _Sketch]:
    found: dict[str, _Sketch] = {}
    if reader.has("hands"):
        found["r"] = _sketch(reader.table("hands"))
        found["l"] = _mirrored(found["r"])
    for side, _ in SIDES:
        if reader.has(f"hand_{side}"):
            own = _sketch(reader.table(f"hand_{side}"))
            both = found.get(side, _Sketch())
            found[side] = _Sketch({**both.numbers, **own.numbers}, {**both.words, **own.words})
    reader.close()
    return found


def _sketch(reader: Reader) -> _Sketch:
    """Return what a table says of a hand."""
    numbers: dict[int, float] = {}
    words: dict[str, str | bool] = {}
    if reader.has("on"):
        words |= {"on": reader.word("on", "palm", ON), "touch": reader.word("touch", "palm", TOUCH)}
        along, around = reader.numbers("spot", (0.5, 0.0), 2)
        numbers |= {0: along, 1: around, 2: 0.0} if reader.has("spot") else {}
    elif reader.has("spot"):  # the place is told by a base
        numbers |= dict(enumerate((*reader.numbers("spot", (0.5, 0.0), 2), 0.0)))
    for key, first in (("wrist", 0), ("arm", 3), ("palm", 6), ("fingers", 9)):
        if reader.has(key):
            numbers |= dict(enumerate(reader.vector(key, (0.0, -1.0, 0.0)), first))
            words |= {"faced": True} if key == "palm" else {}
    if reader.has("lift"):
        numbers[12] = reader.number("lift", 0.0, -1.0, 12.0)
    if reader.has("bend"):
        bend, side = reader.numbers("bend", (0.0, 0.0), 2)
        numbers |= {13: bend, 14: side}
        for value, (low, high) in ((bend, WRIST_BENDS), (side, WRIST_SIDES)):
            if not low <= value <= high:
                reader.wrong("bend", f"{value:g}", f"a wrist's bend from {low:g} to {high:g}")
    if reader.has("squeeze"):
        numbers[15] = reader.number("squeeze", 0.0, 0.0, 1.0)
    if reader.has("wrap"):
        words["wrap"] = reader.flag("wrap", default=False)
    numbers |= _bends(reader)
    reader.close()
    return _Sketch(numbers, words)


def _bends(reader: Reader) -> dict[int, float]:
    """Return the numbers of the fingers: of a shape, and of each one that is told by itself."""
    found: dict[int, float] = {}
    if reader.has("shape"):
        found |= dict(enumerate(_flat(SHAPES[reader.word("shape", "relaxed", SHAPES)]), FIRST_BEND))
    for i, digit in enumerate(DIGITS):
        if not reader.has(digit):
            continue
        bends = reader.numbers(digit, (0.0, 0.0, 0.0, 0.0), 4)
        for bend, (low, high) in zip(bends, ranges(digit), strict=True):
            if not low <= bend <= high:
                reader.wrong(digit, f"{bend:g}", f"there a number from {low:g} to {high:g}")
        found |= dict(enumerate(bends, FIRST_BEND + 4 * i))
    return found


def _flat(shape: Shape) -> Numbers:
    return tuple(bend for bends in shape for bend in bends)


def _mirrored(sketch: _Sketch) -> _Sketch:
    numbers = {i: -value if VALUES[i].endswith(".z") else value for i, value in sketch.numbers.items()}
    return _Sketch(numbers, sketch.words)


def _numbers(parts: list[_Sketch], k: float) -> list[float]:
    """Return the numbers of a hand; what is not told is that of a relaxed one in front, its palm down."""
    rest = (0.0, 0.0, 12.0 * k, 1.0, 0.0, 0.0, 0.0, -1.0, 0.0, 0.0, -1.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    numbers = [*rest, *_flat(SHAPES["relaxed"])]
    for part in parts:
        for i, value in part.numbers.items():
            numbers[i] = value
    return numbers


def _hold(words: Mapping[str, str | bool]) -> Hold:
    on, touch = str(words.get("on", "")), str(words.get("touch", "palm"))
    return Hold(on, touch, bool(words.get("wrap", False)), bool(on) and bool(words.get("faced", False)))


def _shown(hold: Hold) -> str:
    return f"on {hold.on or 'nothing'}, touch {hold.touch}, wrap {str(hold.wrap).lower()}"
