"""One leg: by its joints' angles, by where the foot stands, or by rotations."""

import math
from typing import NamedTuple

from unkink.figure import bones
from unkink.figure.algebra import (
    Mat,
    Vec,
    add,
    compose,
    frame,
    from_quat,
    inverse,
    rot_x,
    rot_y,
    rot_z,
    rotate,
    sub,
    to_quat,
    unit,
)
from unkink.figure.pose import Limb, Mode
from unkink.figure.reach import reach
from unkink.figure.surface import Joint, outward


class LegJoints(NamedTuple):
    """The four segments of a leg, and how far a placed foot stays from its place in centimetres."""

    thigh: Joint
    shin: Joint
    foot: Joint
    toes: Joint
    short: float


_OVER_TOES = 0.4
"""How strongly a knee follows the foot, against the way its pole points."""


def solve_leg(pelvis: Joint, turn: float, limb: Limb, k: float) -> LegJoints:
    """Return a leg; `turn` is the way the person faces in degrees, for a foot that stands on the ground."""
    if limb.mode is Mode.PLACED:
        x, y, z, px, py, pz, pitch, out = limb.numbers
        return _standing(pelvis, k, (x, y, z), (px, py, pz), _foot_turn(turn, out, k), pitch)
    if limb.mode is Mode.FREE:
        tw, tx, ty, tz, knee, fw, fx, fy, fz, toes = limb.numbers
        return _hanging(pelvis, k, from_quat((tw, tx, ty, tz)), knee, from_quat((fw, fx, fy, fz)), toes)
    flex, out, inside, knee, ankle, toes = limb.numbers
    local = compose(compose(rot_z(flex), rot_x(-out * k)), rot_y(-inside * k))
    return _hanging(pelvis, k, local, knee, rot_z(ankle), toes)


def as_free(pelvis: Joint, leg: LegJoints) -> Limb:
    """Return the same leg as rotations."""
    bent = compose(inverse(leg.thigh.turn), leg.shin.turn)
    thigh = to_quat(compose(inverse(pelvis.turn), leg.thigh.turn))
    foot = to_quat(compose(inverse(leg.shin.turn), leg.foot.turn))
    return Limb(Mode.FREE, (*thigh, -_about_z(bent), *foot, _about_z(compose(inverse(leg.foot.turn), leg.toes.turn))))


def _about_z(turn: Mat) -> float:
    return math.degrees(math.atan2(turn[3], turn[0]))


def _foot_turn(turn: float, out: float, k: float) -> Mat:
    return rot_y(-turn - out * k)


def _standing(pelvis: Joint, k: float, sole: Vec, pole: Vec, flat: Mat, pitch: float) -> LegJoints:
    """Return the leg whose ankle is over `sole`; pitched, the foot turns about its ball (heel up) or its heel."""
    hip = outward(pelvis, (bones.HIP[0], bones.HIP[1], bones.HIP[2] * k))
    foot = compose(flat, rot_z(-pitch))
    pivot: Vec = (bones.BALL if pitch > 0.0 else bones.HEEL, -bones.ANKLE, 0.0)
    ankle = add(sole, sub(rotate(flat, (pivot[0], 0.0, 0.0)), rotate(foot, pivot)))
    toes = (flat[0] * _OVER_TOES, flat[3] * _OVER_TOES, flat[6] * _OVER_TOES)
    bend = reach(hip, ankle, bones.THIGH, bones.SHIN, add(rotate(pelvis.turn, pole), toes))
    thigh, shin = frame(unit(sub(bend.middle, hip)), bend.pole), frame(unit(sub(bend.end, bend.middle)), bend.pole)
    return LegJoints(Joint(hip, thigh), Joint(bend.middle, shin), *_foot(bend.end, foot, max(0.0, pitch)), bend.short)


def _hanging(pelvis: Joint, k: float, local: Mat, knee: float, foot: Mat, toes: float) -> LegJoints:
    """Return the leg with this rotation at the hip, this angle at the knee, and this rotation of the foot."""
    hip = outward(pelvis, (bones.HIP[0], bones.HIP[1], bones.HIP[2] * k))
    thigh = compose(pelvis.turn, local)
    shin = compose(thigh, rot_z(-knee))
    middle = add(hip, rotate(thigh, (0.0, -bones.THIGH, 0.0)))
    ankle = add(middle, rotate(shin, (0.0, -bones.SHIN, 0.0)))
    return LegJoints(Joint(hip, thigh), Joint(middle, shin), *_foot(ankle, compose(shin, foot), toes), 0.0)


def _foot(ankle: Vec, turn: Mat, toes: float) -> tuple[Joint, Joint]:
    """Return the foot and its toes, which bend up by so many degrees."""
    foot = Joint(ankle, turn)
    return foot, Joint(outward(foot, (bones.BALL, -bones.ANKLE, 0.0)), compose(turn, rot_z(toes)))
