"""What hands hold or lie on: a desk's top, a ball that rolls under a forearm, a ball or a rolled towel in a hand."""

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from unkink.figure.algebra import Vec, add, compose, rot_x, rotate, sub
from unkink.figure.hand.anatomy import segments
from unkink.figure.props import Desk, Round
from unkink.figure.reader import Reader
from unkink.figure.solids import Globe, Rod
from unkink.figure.surface import Joint, outward

KINDS = ("desk", "ball", "towel")
_PALM_SKIN = 1.35
"""How far the palm's skin is from the middle of the hand where something lies in it."""
_YIELDS = 0.2
"""How much thinner a thing gets that is squeezed with all one's might, as a share."""


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """A ball, or a towel rolled up (`long` above 0), in the hand of a side; `slant` is its turn to the knuckles."""

    side: str
    radius: float
    long: float
    slant: float
    at: float


Thing: TypeAlias = Desk | Round | Held


class Placed(NamedTuple):
    """A held thing at one moment: its middle and turn (its length along z), its radius."""

    joint: Joint
    radius: float

    def solid(self, long: float) -> Rod | Globe:
        """Return its shape."""
        if not long:
            return Globe(self.joint.at, self.radius)
        half = rotate(self.joint.turn, (0.0, 0.0, long / 2.0))
        return Rod(sub(self.joint.at, half), add(self.joint.at, half), self.radius)


def placed(held: Held, hand: Joint, squeeze: float) -> Placed:
    """Return where a held thing is in a hand that squeezes it so much (0 to 1)."""
    k = 1.0 if held.side == "r" else -1.0
    radius = held.radius * (1.0 - _YIELDS * squeeze)
    at = outward(hand, (_PALM_SKIN + radius, -held.at, 0.0))
    return Placed(Joint(at, compose(hand.turn, rot_x(held.slant * k))), radius)


def read_things(readers: list[Reader]) -> dict[str, Thing]:
    """Return the things by kind; a figure has at most one of each."""
    found: dict[str, Thing] = {}
    for reader in readers:
        kind = reader.word("kind", "", KINDS)
        if not kind:
            if not reader.has("kind"):
                reader.wrong("kind", "nothing", f"one of {', '.join(KINDS)}")
            continue
        if kind in found:
            reader.wrong("kind", kind, "one of a kind")
            continue
        found[kind] = _desk(reader) if kind == "desk" else _ball(reader) if kind == "ball" else _towel(reader)
        reader.close()
    return found


def _desk(reader: Reader) -> Thing:
    x, z = reader.numbers("at", (0.0, 0.0), 2)
    deep, wide = reader.numbers("size", (46.0, 60.0), 2)
    return Desk((x, z), (deep, wide), reader.number("height", 0.0, -40.0, 40.0))


def _ball(reader: Reader) -> Thing:
    if reader.has("hand"):
        return _held(reader, 2.9, 0.0)
    under = reader.word("under", "fore_r", segments("rl"))
    base: Vec = (0.0, reader.number("height", 0.0, -40.0, 40.0), 0.0)
    spot = reader.vector("spot", (4.0, -9.0, 0.0))
    up: Vec = (0.0, 1.0, 0.0)
    return Round(reader.number("radius", 3.4, 1.0, 8.0), 0.0, (0.0, 0.0, 1.0), base, up, under, spot)


def _towel(reader: Reader) -> Thing:
    return _held(reader, 2.3, reader.number("long", 17.0, 6.0, 40.0))


def _held(reader: Reader, radius: float, long: float) -> Held:
    return Held(
        reader.word("hand", "hand_r", ("hand_r", "hand_l"))[-1],
        reader.number("radius", radius, 0.5, 5.0),
        long,
        reader.number("slant", 0.0, -45.0, 45.0),
        reader.number("along", 7.4, 3.0, 12.0),
    )
