"""Where a hand is: its fingertips on the skin they touch, its palm over it, or in the air."""

from typing import NamedTuple

from unkink.figure.algebra import (
    Mat,
    Vec,
    across,
    add,
    along,
    compose,
    cross,
    from_quat,
    rot_z,
    rotate,
    scale,
    sub,
    to_quat,
    unit,
)
from unkink.figure.face.fingers import Bends, bends, finger
from unkink.figure.face.skull import outside, skin_near
from unkink.figure.pose import Hold, Limb, Mode, Numbers
from unkink.figure.surface import Joint, Spot, inward, outward

TOUCHES: dict[str, tuple[int, ...]] = {"tips": (0, 1, 2), "two": (0, 1), "all": (0, 1, 2, 3), "palm": (0, 1, 2, 3)}
"""The ways a hand may touch the face, and the fingers whose tips rest on it; the middle finger leads."""
_LEAD = 1
_KNUCKLE = 18.0
"""How the leading finger's knuckle is bent while its tip touches, in degrees."""
_LEAST, _MOST = -15.0, 60.0
"""How far a knuckle goes to bring its tip to the skin."""
_HALVINGS = 14
_CUP = 2.5
"""How far a palm is off the skin when its fingertips can still be on it."""
_PALM: Vec = (1.3, -5.5, 0.0)
"""The middle of the palm in the hand's frame."""


class Hand(NamedTuple):
    """One hand: its frame in the world, how its fingers are bent, where its elbow is, what it touches.

    Attributes:
        joint: the hand's frame.
        how: its fingers.
        elbow: the elbow's point.
        spot: where the leading fingertip (or the palm) rests on the skin; None in the air.
        tips: the fingers whose tips touch.
        lift: how far off the skin it is kept.
    """

    joint: Joint
    how: Bends
    elbow: Vec
    spot: Spot | None
    tips: tuple[int, ...]
    lift: float


def place(limb: Limb, head: Joint, k: float) -> Hand:
    """Return the hand that a limb's numbers tell."""
    if limb.mode is Mode.FREE:
        return _free(limb.numbers, head)
    n = limb.numbers
    near, palm, fingers = (n[0], n[1], n[2]), (n[3], n[4], n[5]), (n[6], n[7], n[8])
    tilt, lift, curl, spread, out = n[9:14]
    elbow = outward(head, (n[14], n[15], n[16]))
    how = bends(curl, spread, out)
    if not limb.hold.on:
        turn = compose(head.turn, _turned(unit(palm), unit(fingers)))
        return Hand(Joint(sub(outward(head, near), rotate(turn, _PALM)), turn), how, elbow, None, (), 0.0)
    spot = skin_near(near)
    touching = TOUCHES[limb.hold.touch]
    if limb.hold.touch == "palm":
        turn = _turned(scale(spot.out, -1.0) if not any(palm) else unit(palm), unit(fingers))
        wrist = sub(add(spot.at, scale(spot.out, lift)), rotate(turn, _PALM))
        off = max(0.0, lift - _CUP)
    else:
        how = how._replace(knuckles=tuple([_KNUCKLE if i in touching else b for i, b in enumerate(how.knuckles)]))
        turn = _on_tip(spot, fingers, tilt, _KNUCKLE + how.middle + how.last)
        tip = finger(_LEAD, how, k)[-1]
        at = add(spot.at, scale(spot.out, lift + tip.r))
        wrist = sub(at, rotate(turn, (tip.x, tip.y, tip.z)))
        off = lift
    how = _settled(Joint(wrist, turn), how, touching, off, k)
    world = Joint(outward(head, wrist), compose(head.turn, turn))
    seen = Spot(outward(head, spot.at), rotate(head.turn, spot.out))
    return Hand(world, how, elbow, seen, touching, off)


def gap(hand: Hand, head: Joint, i: int, k: float) -> float:
    """Return how far a fingertip is off the face's skin; negative inside."""
    tip = finger(i, hand.how, k)[-1]
    return outside(inward(head, outward(hand.joint, (tip.x, tip.y, tip.z)))) - tip.r


def freed(limb: Limb, k: float) -> Limb:
    """Return the same hand as a place and a rotation in the head's frame, for mixing with one told otherwise."""
    if limb.mode is Mode.FREE:
        return limb
    here = Joint((0.0, 0.0, 0.0), (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0))
    hand = place(limb, here, k)
    quat = along(to_quat(hand.joint.turn), (1.0, 0.0, 0.0, 0.0))
    how = hand.how
    numbers = (*hand.joint.at, *quat, *how.knuckles, how.middle, how.last, how.spread, how.thumb, *hand.elbow)
    return Limb(Mode.FREE, numbers, Hold())


def aligned(limbs: list[Limb]) -> list[Limb]:
    """Return freed hands whose rotations mix the short way."""
    found = [limbs[0]]
    for limb in limbs[1:]:
        w, x, y, z = limb.numbers[3:7]
        p, q, r, s = found[-1].numbers[3:7]
        quat = along((w, x, y, z), (p, q, r, s))
        found.append(limb._replace(numbers=(*limb.numbers[:3], *quat, *limb.numbers[7:])))
    return found


def _free(n: Numbers, head: Joint) -> Hand:
    turn = compose(head.turn, from_quat((n[3], n[4], n[5], n[6])))
    how = Bends(n[7:11], n[11], n[12], n[13], n[14])
    return Hand(
        Joint(outward(head, (n[0], n[1], n[2])), turn), how, outward(head, (n[15], n[16], n[17])), None, (), 0.0
    )


def _turned(palm: Vec, fingers: Vec) -> Mat:
    """Return the turn of a hand whose palm faces one way, its fingers as near another as can be."""
    y = scale(unit(across(fingers, palm)), -1.0)
    z = cross(palm, y)
    return (palm[0], y[0], z[0], palm[1], y[1], z[1], palm[2], y[2], z[2])


def _on_tip(spot: Spot, fingers: Vec, tilt: float, bent: float) -> Mat:
    """Return the turn of a hand at a tilt to the skin whose leading finger, bent by an angle in all, touches it."""
    flat = unit(across(unit(fingers), spot.out))
    pitch = rot_z(tilt + bent)
    along_, into = pitch[0], pitch[3]
    way = sub(scale(flat, along_), scale(spot.out, into))
    pad = sub(scale(spot.out, -along_), scale(flat, into))
    return compose(_turned(pad, way), rot_z(-bent))


def _settled(joint: Joint, how: Bends, touching: tuple[int, ...], lift: float, k: float) -> Bends:
    """Return the fingers with each touching tip brought to the skin, or as near as its knuckle lets it."""
    knuckles = list(how.knuckles)
    for i in touching:
        low, high = _LEAST, _MOST
        for _ in range(_HALVINGS):
            knuckles[i] = (low + high) / 2.0
            tip = finger(i, how._replace(knuckles=tuple(knuckles)), k)[-1]
            if outside(outward(joint, (tip.x, tip.y, tip.z))) - tip.r > lift:
                low = knuckles[i]
            else:
                high = knuckles[i]
    return how._replace(knuckles=tuple(knuckles))


def nail(i: int, hand: Hand, k: float) -> Joint:
    """Return the frame of a finger's last part: its origin half-way, -y to the tip, x to the pad."""
    balls = finger(i, hand.how, k)
    a, b = balls[-2], balls[-1]
    angle = hand.how.knuckles[i] + hand.how.middle + hand.how.last
    at = ((a.x + 2.2 * b.x) / 3.2, (a.y + 2.2 * b.y) / 3.2, (a.z + 2.2 * b.z) / 3.2)
    return Joint(outward(hand.joint, at), compose(hand.joint.turn, rot_z(angle)))
