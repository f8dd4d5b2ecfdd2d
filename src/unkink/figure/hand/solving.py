"""From the numbers of hands to where every piece of them is."""

from collections.abc import Mapping
from dataclasses import dataclass

from unkink.figure.algebra import Mat, Vec, add, compose, cross, dot, frame, rot_x, rot_z, rotate, scale, sub, unit
from unkink.figure.bones import SIDES
from unkink.figure.hand.anatomy import DIGITS, FORE, piece
from unkink.figure.hand.digits import pad, pieces, wrapped
from unkink.figure.hand.flesh import (
    Distance,
    finger_spot,
    fore_distance,
    fore_spot,
    palm_distance,
    palm_spot,
    solid_distance,
)
from unkink.figure.hand.pose import FIRST_BEND, Hold, numbers_of
from unkink.figure.hand.shapes import Bends
from unkink.figure.hand.things import Held, Placed, Thing, placed
from unkink.figure.pose import Numbers, Pose
from unkink.figure.skeleton import Breath, Face, Skeleton
from unkink.figure.surface import Joint, Spot

_ORIGIN: Vec = (0.0, 0.0, 0.0)
_TOUCHING = {"thumb": "thumb", "pads": "middle"}
"""The finger whose tip touches, for the parts of a hand that are tips."""


@dataclass(frozen=True, slots=True)
class HandSkeleton(Skeleton):
    """Where everything of the hands is at one moment.

    Attributes:
        sides: the sides of the hands that are there.
        spots: for each hand that touches the other, the spot it touches and the point of its skin that does.
        held: where what hands hold is, by kind.
    """

    sides: str
    spots: Mapping[str, tuple[Spot, Vec]]
    held: Mapping[str, Placed]


def solve(pose: Pose, holds: Mapping[str, Hold], things: Mapping[str, Thing]) -> HandSkeleton:
    """Return the skeleton of a pose: first the hands in the air, then those that touch them."""
    joints: dict[str, Joint] = {}
    spots: dict[str, tuple[Spot, Vec]] = {}
    found: dict[str, Placed] = {}
    for (side, k), hold in sorted(
        ((pair, holds[pair[0]]) for pair in SIDES if pair[0] in holds), key=lambda pair: bool(pair[1].on)
    ):
        numbers = numbers_of(pose, side)
        bends = _bends(numbers)
        if hold.on:
            fore, hand, spot, at = _touching(hold, numbers, side, joints)
            spots[side] = spot, at
        else:
            fore, hand = _free(numbers, k)
        target = _target(hold, joints, side)
        for name, thing in things.items():
            if isinstance(thing, Held) and thing.side == side:
                found[name] = placed(thing, hand, numbers[15])
                target = solid_distance(found[name].solid(thing.long))
        if hold.wrap and target is not None:
            lift = numbers[12] if hold.on else 0.0
            touching = _TOUCHING.get(hold.touch) if hold.on else None  # this one is where it should be
            for digit in DIGITS:
                if digit != touching:
                    bends[digit] = wrapped(hand, k, digit, bends[digit], (target, lift))
        joints |= {f"fore_{side}": fore, f"hand_{side}": hand}
        for digit in DIGITS:
            for i, joint in enumerate(pieces(hand, k, digit, bends[digit])):
                joints[piece(digit, side, i + 1)] = joint
    return HandSkeleton(joints, {}, {}, Breath(0.0, 0.0), Face(0.0, 0.0, 0.0), {}, "".join(holds), spots, found)


def _bends(numbers: Numbers) -> dict[str, Bends]:
    found: dict[str, Bends] = {}
    for i, digit in enumerate(DIGITS):
        a, b, c, d = numbers[FIRST_BEND + 4 * i : FIRST_BEND + 4 * i + 4]
        found[digit] = (a, b, c, d)
    return found


def _free(numbers: Numbers, k: float) -> tuple[Joint, Joint]:
    """Return the forearm and the hand of one in the air."""
    wrist, way, palm = _vector(numbers, 0), unit(_vector(numbers, 3)), _vector(numbers, 6)
    turn = frame(way, palm)
    fore = Joint(sub(wrist, scale(way, FORE)), turn)
    return fore, Joint(wrist, compose(turn, compose(rot_x(numbers[14] * k), rot_z(numbers[13]))))


def _touching(hold: Hold, numbers: Numbers, side: str, joints: Mapping[str, Joint]) -> tuple[Joint, Joint, Spot, Vec]:
    """Return the forearm and the hand of one that touches the other, the spot there, and the point that touches it."""
    k = 1.0 if side == "r" else -1.0
    spot = _spot(hold.on, "l" if side == "r" else "r", numbers, joints)
    palm = _vector(numbers, 6) if hold.faced else scale(spot.out, -1.0)
    turn = _hand_turn(_vector(numbers, 9), unit(palm))
    touch = _touch(hold.touch, k, _bends(numbers))
    at = add(spot.at, scale(spot.out, numbers[12]))
    wrist = sub(at, rotate(turn, touch))
    way = unit(_vector(numbers, 3))
    fore = compose(_least_turn(scale(_axis_y(turn), -1.0), way), turn)
    return Joint(sub(wrist, scale(way, FORE)), fore), Joint(wrist, turn), spot, at


def _touch(touch: str, k: float, bends: Mapping[str, Bends]) -> Vec:
    """Return the point of a hand's skin that touches, in its frame."""
    hand = Joint(_ORIGIN, (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0))
    if touch == "palm":
        return (1.6, -6.2, 0.0)
    if touch == "heel":
        return (2.1, -3.2, 0.0)
    digit = _TOUCHING[touch]
    return pad(pieces(hand, k, digit, bends[digit])[2], digit)


def _spot(on: str, other: str, numbers: Numbers, joints: Mapping[str, Joint]) -> Spot:
    along, aside = numbers[0], numbers[1]
    k = 1.0 if other == "r" else -1.0
    hand = joints[f"hand_{other}"]
    match on:
        case "forearm":
            return fore_spot(joints[f"fore_{other}"], k, along, aside)
        case "fingers" | "finger_backs":
            return finger_spot(joints, other, along, aside, 1.0 if on == "fingers" else -1.0)
        case "thumb_pad":
            return palm_spot(hand, k, 3.6 + along, 2.2 + aside, 1.0)
        case _:
            return palm_spot(hand, k, along, aside, 1.0 if on == "palm" else -1.0)


def _target(hold: Hold, joints: Mapping[str, Joint], side: str) -> Distance | None:
    """Return the surface of the other hand that a touching one shuts round."""
    other, k = ("l", -1.0) if side == "r" else ("r", 1.0)
    if not hold.on:
        return None
    return fore_distance(joints[f"fore_{other}"]) if hold.on == "forearm" else palm_distance(joints[f"hand_{other}"], k)


def _hand_turn(fingers: Vec, palm: Vec) -> Mat:
    """Return the turn of a hand whose palm faces a way, and whose fingers point as near to theirs as that lets them."""
    turn = frame(unit(fingers), palm)
    y = _axis_y(turn)
    y = unit(sub(y, scale(palm, dot(y, palm))))
    z = cross(palm, y)
    return (palm[0], y[0], z[0], palm[1], y[1], z[1], palm[2], y[2], z[2])


def _axis_y(turn: Mat) -> Vec:
    return (turn[1], turn[4], turn[7])


def _least_turn(a: Vec, b: Vec) -> Mat:
    """Return the rotation that takes one unit vector to another the short way."""
    x, y, z = cross(a, b)
    c = dot(a, b)
    k = 1.0 / (1.0 + c) if c > -0.999 else 0.0
    return (
        *(x * x * k + c, x * y * k - z, x * z * k + y),
        *(y * x * k + z, y * y * k + c, y * z * k - x),
        *(z * x * k - y, z * y * k + x, z * z * k + c),
    )


def _vector(numbers: Numbers, first: int) -> Vec:
    return (numbers[first], numbers[first + 1], numbers[first + 2])
