"""One arm: the shoulder that rises with it, the elbow, the forearm's turn, and a hand that touches or hangs."""

import math
from typing import NamedTuple

from unkink.figure import bones
from unkink.figure.algebra import (
    Mat,
    Vec,
    across,
    add,
    compose,
    cross,
    dot,
    frame,
    from_quat,
    inverse,
    rot_x,
    rot_y,
    rot_z,
    rotate,
    scale,
    smoothstep,
    sub,
    to_quat,
    unit,
    unrotate,
)
from unkink.figure.pose import Limb, Mode, Numbers
from unkink.figure.reach import reach
from unkink.figure.surface import Joint, inward, outward


class Touch(NamedTuple):
    """A part of the hand that touches: where it is in the hand's frame, the way it presses, the way that is left free.

    In a hand's frame the fingers point to -y and the palm faces x.
    """

    point: Vec
    press: Vec
    free: Vec


TOUCHES: dict[str, Touch] = {
    "palm": Touch((1.6, -6.0, 0.0), (1.0, 0.0, 0.0), (0.0, -1.0, 0.0)),
    "fingers": Touch((1.0, -13.0, 0.0), (1.0, 0.0, 0.0), (0.0, -1.0, 0.0)),
    "knuckles": Touch((0.3, -10.3, 0.0), (-0.6, -0.8, 0.0), (0.8, -0.6, 0.0)),
    "back": Touch((-1.5, -6.0, 0.0), (-1.0, 0.0, 0.0), (0.0, -1.0, 0.0)),
}
"""Centimetres; the free way is the one the fingers point, for knuckles the one the palm faces."""


class Goal(NamedTuple):
    """Where a placed hand goes, in the world.

    Attributes:
        at: the point for the touching part of the hand.
        press: the way into what is touched; None in the air.
        free: the way the rest of the hand should point, as near as `press` allows; None to go on like the forearm.
        touch: the part of the hand.
        pole: the way the elbow points, in the chest's frame.
    """

    at: Vec
    press: Vec | None
    free: Vec | None
    touch: str
    pole: Vec


class ArmJoints(NamedTuple):
    """The three segments of an arm, and how far a placed hand stays from its goal in centimetres."""

    upper: Joint
    fore: Joint
    hand: Joint
    short: float


_PALM = 7.0
"""From the wrist to the middle of the palm, where a hand in the air is meant to be."""
_RISE_FROM, _RISE_SPAN = 55.0, 115.0
"""Beyond this elevation the shoulder blade turns with the arm, up to overhead (Inman's scapulohumeral rhythm)."""
_RISE, _INWARDS = 4.6, 2.2
"""How far that takes the shoulder up and inwards."""
_RIBS_LIFT = 1.2
"""How far a full breath lifts the shoulders."""
_EASY_TURN = 80.0
"""How far the forearm is turned in while nothing turns it: the thumb forward."""
_DOWN: Vec = (0.0, -1.0, 0.0)
_PARALLEL = 0.5
""" `unit` leaves the zero vector alone: this tells it from a unit vector."""


def solve_turned(chest: Joint, k: float, numbers: Numbers, ribs: float) -> ArmJoints:
    """Return the arm whose joints have these angles."""
    flex, out, turn, elbow, forearm, bend, side, shrug, protract, _ = numbers
    local = compose(compose(rot_z(flex), rot_x(-out * k)), rot_y(-turn * k))
    socket = _socket(k, (-local[1], -local[4], -local[7]), shrug, protract)
    hand = compose(compose(rot_y(forearm * k), rot_x(side * k)), rot_z(bend))
    return _hang(chest, add(socket, (0.0, ribs * _RIBS_LIFT, 0.0)), local, elbow, hand)


def solve_free(chest: Joint, numbers: Numbers, ribs: float) -> ArmJoints:
    """Return the arm whose rotations are given as quaternions."""
    sx, sy, sz, uw, ux, uy, uz, elbow, hw, hx, hy, hz, *_ = numbers
    return _hang(
        chest, (sx, sy + ribs * _RIBS_LIFT, sz), from_quat((uw, ux, uy, uz)), elbow, from_quat((hw, hx, hy, hz))
    )


def solve_placed(chest: Joint, k: float, numbers: Numbers, ribs: float, goal: Goal) -> ArmJoints:
    """Return the arm whose hand is at its goal, or as near as it can be."""
    shrug, protract, _ = numbers[-3:]
    pole = rotate(chest.turn, goal.pole)
    hanging = outward(chest, _socket(k, _DOWN, shrug, protract))
    rough = reach(hanging, goal.at, bones.UPPER, bones.FORE + _PALM, pole)
    towards = unrotate(chest.turn, unit(sub(rough.middle, hanging)))
    socket = _socket(k, towards, shrug, protract)
    shoulder = outward(chest, add(socket, (0.0, ribs * _RIBS_LIFT, 0.0)))
    bend = reach(shoulder, goal.at, bones.UPPER, bones.FORE + _PALM, pole)
    way = unit(sub(bend.end, bend.middle))
    hand = None
    if goal.press is not None:
        touch = TOUCHES[goal.touch]
        hand = _pressing(touch, goal.press, way if goal.free is None else goal.free)
        bend = reach(shoulder, sub(goal.at, rotate(hand, touch.point)), bones.UPPER, bones.FORE, pole)
        way = unit(sub(bend.end, bend.middle))
    hinge = scale(bend.pole, -1.0)
    upper, fore = frame(unit(sub(bend.middle, shoulder)), hinge), frame(way, hinge)
    wrist = add(bend.middle, scale(way, bones.FORE))
    return ArmJoints(
        Joint(shoulder, upper),
        Joint(bend.middle, fore),
        Joint(wrist, compose(fore, rot_y(_EASY_TURN * k)) if hand is None else hand),
        bend.short,
    )


def as_free(chest: Joint, arm: ArmJoints, ribs: float, common: Numbers) -> Limb:
    """Return the same arm as rotations; `common` is its shrug, reach and grip."""
    x, y, z = inward(chest, arm.upper.at)
    bent = compose(inverse(arm.upper.turn), arm.fore.turn)
    upper = to_quat(compose(inverse(chest.turn), arm.upper.turn))
    hand = to_quat(compose(inverse(arm.fore.turn), arm.hand.turn))
    elbow = math.degrees(math.atan2(bent[3], bent[0]))
    return Limb(Mode.FREE, (x, y - ribs * _RIBS_LIFT, z, *upper, elbow, *hand, *common))


def _socket(k: float, towards: Vec, shrug: float, protract: float) -> Vec:
    """Return the shoulder in the chest's frame for an upper arm that points `towards` there."""
    elevation = math.degrees(math.acos(min(1.0, max(-1.0, -towards[1]))))
    rise = smoothstep((elevation - _RISE_FROM) / _RISE_SPAN)
    x, y, z = bones.SHOULDER
    return (x + protract, y + shrug + _RISE * rise, (z - _INWARDS * rise) * k)


def _hang(chest: Joint, socket: Vec, local: Mat, elbow: float, hand: Mat) -> ArmJoints:
    """Return the arm with this rotation at the shoulder, this angle at the elbow, and this rotation of the hand."""
    shoulder = outward(chest, socket)
    upper = compose(chest.turn, local)
    fore = compose(upper, rot_z(elbow))
    middle = add(shoulder, rotate(upper, (0.0, -bones.UPPER, 0.0)))
    wrist = add(middle, rotate(fore, (0.0, -bones.FORE, 0.0)))
    return ArmJoints(Joint(shoulder, upper), Joint(middle, fore), Joint(wrist, compose(fore, hand)), 0.0)


def _pressing(touch: Touch, press: Vec, free: Vec) -> Mat:
    """Return the turn of a hand whose touching part presses this way, and whose free way is as near as it can be."""
    b = unit(across(free, press))
    if dot(b, b) < _PARALLEL:  # the free way runs along the pressing one: any other will do
        b = unit(across((press[1], press[2], press[0]), press))
    c = cross(press, b)
    world = (press[0], b[0], c[0], press[1], b[1], c[1], press[2], b[2], c[2])
    p, f = touch.press, touch.free
    q = cross(p, f)
    return compose(world, (p[0], p[1], p[2], f[0], f[1], f[2], q[0], q[1], q[2]))
