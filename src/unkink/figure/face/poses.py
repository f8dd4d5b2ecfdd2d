"""From an author's tables to a head's poses: what a table leaves out comes from its base, at last from rest."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from unkink.figure.algebra import Vec
from unkink.figure.bones import SIDES
from unkink.figure.face.hand import TOUCHES
from unkink.figure.face.skull import SPOTS
from unkink.figure.face.values import AT_REST, FACE_VALUES, HAND_VALUES, HANDS
from unkink.figure.pose import Hold, Limb, Mode, Pose
from unkink.figure.reader import Reader

_SHARES = {
    "lids": (0.0, 1.0),
    "brows": (-1.0, 1.0),
    "jaw": (0.0, 1.0),
    "lips": (0.0, 1.0),
    "tongue": (0.0, 1.0),
    "smile": (0.0, 1.0),
    "shoulders": (-2.0, 4.0),
    "breath": (0.0, 1.0),
}
_MIRRORED = tuple(name.endswith(".z") for name in HAND_VALUES)


@dataclass(frozen=True, slots=True)
class _Sketch:
    """What one pose table says, and nothing more: the face's values by their number, hands by name."""

    base: str = ""
    trunk: Mapping[int, float] = field(default_factory=dict)
    hands: Mapping[str, Limb] = field(default_factory=dict)


def read_poses(reader: Reader) -> dict[str, Pose]:
    """Return every pose of a head by name."""
    names = reader.keys()
    sketches = {name: _sketch(reader.table(name), set(names) - {name}) for name in names}
    return {name: _complete(name, sketches, reader) for name in names}


def _complete(name: str, sketches: Mapping[str, _Sketch], reader: Reader) -> Pose:
    line, seen, base = [sketches[name]], {name}, sketches[name].base
    while base and base not in seen:
        seen.add(base)
        line.append(sketches[base])
        base = sketches[base].base
    if base:
        reader.wrong(f"{name}.base", sketches[name].base, "a pose whose own bases don't come back to it")
    trunk, hands = list(AT_REST), dict[str, Limb]()
    for sketch in reversed(line):
        for i, value in sketch.trunk.items():
            trunk[i] = value
        hands.update(sketch.hands)
    return Pose(tuple(trunk), tuple(hands.get(hand, Limb(Mode.PLACED, ())) for hand in HANDS))


def _sketch(reader: Reader, bases: Collection[str]) -> _Sketch:
    trunk: dict[int, float] = {}
    if reader.has("head"):
        trunk.update(enumerate(_within(reader, "head", (0.0, 0.0, 0.0), (35.0, 30.0, 60.0))))
    if reader.has("gaze"):
        first = FACE_VALUES.index("gaze.right")
        trunk.update(enumerate(_within(reader, "gaze", (0.0, 0.0), (27.0, 22.0)), first))
    if reader.has("near"):
        trunk[FACE_VALUES.index("gaze.near")] = 1.0 / reader.number("near", 1e5, 15.0, 1e5)
    for key, (low, high) in _SHARES.items():
        if reader.has(key):
            trunk[FACE_VALUES.index(key)] = reader.number(key, AT_REST[FACE_VALUES.index(key)], low, high)
    hands: dict[str, Limb] = {}
    if reader.has("hands"):
        hands["hand_r"] = _hand(reader.table("hands"), 1.0)
        hands["hand_l"] = _mirrored(hands["hand_r"])
    for side, k in SIDES:
        if reader.has(f"hand_{side}"):
            hands[f"hand_{side}"] = _hand(reader.table(f"hand_{side}"), k)
    base = reader.word("base", "", bases)
    reader.close()
    return _Sketch(base, trunk, hands)


def _within(reader: Reader, key: str, default: tuple[float, ...], most: tuple[float, ...]) -> tuple[float, ...]:
    """Return a list of angles, none beyond what a head or an eye does."""
    angles = reader.numbers(key, default, len(most))
    if any(abs(angle) > limit for angle, limit in zip(angles, most, strict=True)):
        reader.wrong(key, str(list(angles)), f"angles up to {', '.join(f'{limit:g}' for limit in most)} either way")
        return default
    return angles


def _hand(reader: Reader, k: float) -> Limb:
    """Return a hand: on a spot of the face, or in the air where its ``at`` is told."""
    air = reader.has("at")
    near = reader.vector("at", (0.0, 0.0, 0.0)) if air else _spot(reader, k)
    palm = reader.vector("palm", (0.0, 0.0, 0.0))
    fingers = reader.vector("fingers", (0.0, 1.0, 0.0))
    touch = "" if air else reader.word("touch", "tips", TOUCHES)
    if air and not any(palm):
        reader.wrong("palm", "nothing", "the way the palm faces, for a hand in the air")
        palm = (-1.0, 0.0, 0.0)
    if not any(fingers):
        reader.wrong("fingers", "no direction", "a list of 3 numbers, not all of them zero")
        fingers = (0.0, 1.0, 0.0)
    numbers = (
        *(*near, *palm, *fingers),
        reader.number("tilt", 15.0, -30.0, 70.0),
        reader.number("lift", 0.0, -0.5, 20.0),
        reader.number("curl", 0.2, 0.0, 1.1),
        reader.number("spread", 1.0, 0.0, 3.0),
        reader.number("thumb", 0.0, -1.0, 1.0),
        *reader.vector("elbow", (4.0, -34.0, 20.0 * k)),
    )
    reader.close()
    return Limb(Mode.PLACED, numbers, Hold("" if air else "head", touch))


def _spot(reader: Reader, k: float) -> Vec:
    """Return the point that a hand's spot is near: a spot of its side of the face by name, moved by ``by``."""
    if not reader.has("spot"):
        reader.wrong("spot", "nothing", f"a spot of the face ({', '.join(SPOTS)}), or a hand `at` a point in the air")
    x, y, z = SPOTS[reader.word("spot", "cheek", SPOTS)]
    dx, dy, dz = reader.vector("by", (0.0, 0.0, 0.0))
    return (x + dx, y + dy, z * k + dz)


def _mirrored(limb: Limb) -> Limb:
    """Return the other side's hand that does the same."""
    return limb._replace(
        numbers=tuple([-n if turned else n for n, turned in zip(limb.numbers, _MIRRORED, strict=True)])
    )
