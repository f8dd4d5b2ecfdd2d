"""From a pose's numbers to where every segment is: trunk, then legs, then arms, which may rest on all of these."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from unkink.figure import bones
from unkink.figure.algebra import Mat, Vec, add, compose, rot_x, rot_y, rot_z, rotate, scale, unit
from unkink.figure.arm import ArmJoints, Goal, solve_free, solve_placed, solve_turned
from unkink.figure.body import AVERAGE, Build
from unkink.figure.leg import solve_leg
from unkink.figure.pose import Limb, Mode, Numbers, Pose
from unkink.figure.surface import Joint, Spot, bulk_spot, chain_spot, core_ray, outward

Touchable: TypeAlias = Mapping[str, Callable[[Vec], Spot]]
"""Props by name: each finds the spot of its surface nearest to a point of the world."""


class Breath(NamedTuple):
    """How much breath is in: 0 after an easy breath out, 1 after a full easy breath in."""

    ribs: float
    belly: float


class Face(NamedTuple):
    """What the face does, each from 0 to 1: lids closed, jaw open, mouth smiling."""

    lids: float
    jaw: float
    smile: float


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Where everything is at one moment; centimetres in the world.

    Attributes:
        joints: for every segment of `bones.SEGMENTS` its frame in the world.
        short: for each limb placed by its end, how far that end stays from where it should be.
        touches: for each hand (``r``, ``l``) that rests on something, the spot it should touch.
        breath: the breath in the trunk.
        face: the face.
        grips: for each hand 0 (flat) to 1 (a fist).
    """

    joints: Mapping[str, Joint]
    short: Mapping[str, float]
    touches: Mapping[str, Spot]
    breath: Breath
    face: Face
    grips: Mapping[str, float]


_TRUNK = ("pelvis", "waist", "chest")


def solve(pose: Pose, props: Touchable, build: Build = AVERAGE) -> Skeleton:
    """Return the skeleton of a pose.

    Raises:
        KeyError: a hand is on something that is neither a segment nor in `props`.
    """
    ribs, belly, lids, jaw, smile = pose.trunk[15:20]
    joints = _trunk(pose.trunk)
    short: dict[str, float] = {}
    touches: dict[str, Spot] = {}
    for (side, k), limb in zip(bones.SIDES, pose.limbs[2:], strict=True):
        leg = solve_leg(joints["pelvis"], pose.trunk[5], limb, k)
        *segments, missing = leg
        joints.update(zip((f"thigh_{side}", f"shin_{side}", f"foot_{side}", f"toes_{side}"), segments, strict=True))
        if limb.mode is Mode.PLACED:
            short[f"leg_{side}"] = missing
    skeleton = Skeleton(
        joints,
        short,
        touches,
        Breath(ribs, belly),
        Face(lids, jaw, smile),
        {"r": pose.limbs[0].numbers[-1], "l": pose.limbs[1].numbers[-1]},
    )
    arms = list(zip(bones.SIDES, pose.limbs[:2], strict=True))
    if pose.limbs[0].hold.on.startswith(bones.ARM):
        arms.reverse()  # the arm that is held has to be there before the hand that holds it
    for (side, k), limb in arms:
        arm, spot = _arm(skeleton, limb, k, props, build)
        joints[f"upper_{side}"], joints[f"fore_{side}"], joints[f"hand_{side}"], missing = arm
        if limb.mode is Mode.PLACED:
            short[f"arm_{side}"] = missing
        if spot is not None:
            touches[side] = spot
    return skeleton


def skin(skeleton: Skeleton, segment: str, near: Vec, build: Build = AVERAGE) -> Spot:
    """Return the spot of the skin, in the world, that is near a point of a segment's frame.

    The trunk has one skin: a spot asked of the waist may be found on the ribs.
    """
    joint = skeleton.joints[segment]
    if segment in build.limbs:
        at, out = chain_spot(build.limbs[segment], near)
        return Spot(outward(joint, at), rotate(joint.turn, out))
    start, ray = core_ray(build.cores[segment], near)
    if segment == "head":
        parts = [(joint, build.head)]
    else:
        bulks = build.breathing(*skeleton.breath)
        parts = [(skeleton.joints[name], bulks[name]) for name in _TRUNK]
    return bulk_spot(parts, outward(joint, start), rotate(joint.turn, ray))


def _trunk(numbers: Numbers) -> dict[str, Joint]:
    x, y, z, lean, tilt, turn, *spine = numbers[:15]
    pelvis = Joint((x, y, z), compose(compose(rot_y(-turn), rot_z(-lean)), rot_x(tilt)))
    waist = Joint(outward(pelvis, bones.WAIST), _bent(pelvis.turn, spine[0], spine[1], spine[2]))
    chest = Joint(outward(waist, bones.CHEST), _bent(waist.turn, spine[3], spine[4], spine[5]))
    low, high = bones.NECK_SHARE, 1.0 - bones.NECK_SHARE
    neck = Joint(outward(chest, bones.NECK), _bent(chest.turn, spine[6] * low, spine[7] * low, spine[8] * low))
    head = Joint(outward(neck, bones.HEAD), _bent(neck.turn, spine[6] * high, spine[7] * high, spine[8] * high))
    return {"pelvis": pelvis, "waist": waist, "chest": chest, "neck": neck, "head": head}


def _bent(turn: Mat, bend: float, side: float, twist: float) -> Mat:
    """Return a vertebra's turn above one turned so: bent forward, to the right, and twisted to the right."""
    return compose(compose(compose(turn, rot_z(-bend)), rot_x(side)), rot_y(-twist))


def _arm(skeleton: Skeleton, limb: Limb, k: float, props: Touchable, build: Build) -> tuple[ArmJoints, Spot | None]:
    chest, ribs = skeleton.joints["chest"], skeleton.breath.ribs
    if limb.mode is Mode.TURNED:
        return solve_turned(chest, k, limb.numbers, ribs), None
    if limb.mode is Mode.FREE:
        return solve_free(chest, limb.numbers, ribs), None
    x, y, z, px, py, pz, *ways, lift, _, _, _ = limb.numbers
    hold, near = limb.hold, (x, y, z)
    palm, fingers = (ways[0], ways[1], ways[2]), (ways[3], ways[4], ways[5])
    spot: Spot | None = None
    if hold.on in skeleton.joints:
        turn = skeleton.joints[hold.on].turn
        palm, fingers = rotate(turn, palm), rotate(turn, fingers)
        spot = skin(skeleton, hold.on, near, build)
    elif hold.on:
        spot = props[hold.on](near)
    at, press = (near, None) if spot is None else (add(spot.at, scale(spot.out, lift)), scale(spot.out, -1.0))
    if hold.touch == "knuckles":
        free = unit(palm) if hold.palm else None
    else:
        press = unit(palm) if hold.palm else press
        free = unit(fingers) if hold.fingers else None
    return solve_placed(chest, k, limb.numbers, ribs, Goal(at, press, free, hold.touch, (px, py, pz))), spot
