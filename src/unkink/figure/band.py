"""Where a towel runs that hands hold: from fist to fist in the air, and along the skin of what it goes over."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from unkink.figure.algebra import Vec, add, cross, dot, lerp, rotate, scale, sub, unit
from unkink.figure.body import AVERAGE
from unkink.figure.held import Towel
from unkink.figure.skeleton import Skeleton, skin
from unkink.figure.surface import Spot, chain_spot, core_ray, outward

GRIP: Vec = (2.6, -7.4, 0.0)
"""The middle of what a shut hand holds, in its own frame; it runs along z there."""
_FIST = 4.0
"""Half a fist's width: so far from its middle a towel comes out of it."""
_TAIL = 9.0
_LIFT = 0.7
"""How far the middle of a towel is off the skin it lies on."""
_STEPS, _ON_SKIN = 8, 5
_SAG = 0.25
"""The sag of each half of a towel that hangs between two hands, as a share of the whole."""
_SOLE = ((-3.0, -4.0, 0.0), (9.0, -4.4, 0.5))
"""The line inside a foot from which its outside is looked for; a spot of a foot is taken as it is told."""


class Strand(NamedTuple):
    """A piece of a towel.

    Attributes:
        end: the segment of the hand it comes from; empty for the piece between.
        spots: where it runs; a spot's `out` is the way the broad side faces there.
        before: the spot the piece before it has, where there is one.
        beyond: likewise of the piece after it.
        fists: how many of the first spots are in a hand or behind it.
    """

    end: str
    spots: tuple[Spot, ...]
    before: tuple[Spot, ...] = ()
    beyond: tuple[Spot, ...] = ()
    fists: int = 0


def strands(skeleton: Skeleton, towel: Towel) -> tuple[Strand, ...]:
    """Return the pieces of a towel: one from each hand, and where it runs over something the piece between them."""
    if towel.over:
        skin_line = _along_skin(skeleton, towel)
        first = _from_hand(skeleton, towel.ends[0], skin_line[0], towel.slack, skin_line[1:2])
        second = _from_hand(skeleton, towel.ends[1], skin_line[-1], towel.slack, skin_line[-2:-1])
        if len(skin_line) < 2:
            return first, second
        return first, second, Strand("", tuple(skin_line), first.spots[-2:-1], second.spots[-2:-1])
    # In the air it hangs with an edge up, lowest in the middle.
    a, b = (_grip(skeleton, hand) for hand in towel.ends)
    x, y, z = lerp(a, b, 0.5)
    middle = Spot((x, y - towel.slack, z), unit(cross(sub(b, a), (0.0, 1.0, 0.0))))
    return tuple(_from_hand(skeleton, hand, middle, towel.slack * _SAG) for hand in towel.ends)


def _grip(skeleton: Skeleton, hand: str) -> Vec:
    """Return the middle of what a hand holds, in the world."""
    return outward(skeleton.joints[hand], GRIP)


def _from_hand(skeleton: Skeleton, hand: str, to: Spot, slack: float, beyond: Sequence[Spot] = ()) -> Strand:
    """Return the piece that hangs out behind a fist, runs through it, and goes to a spot."""
    grip = _grip(skeleton, hand)
    along = rotate(skeleton.joints[hand].turn, (0.0, 0.0, 1.0))
    if dot(along, sub(to.at, grip)) < 0.0:
        along = scale(along, -1.0)
    behind, before = add(grip, scale(along, -_FIST)), add(grip, scale(along, _FIST))
    tail = add(behind, scale(unit(add(scale(along, -0.6), (0.0, -1.0, 0.0))), _TAIL))
    spots = [Spot(at, to.out) for at in (tail, behind, grip, before)]
    for i in range(1, _STEPS + 1):
        t = i / _STEPS
        x, y, z = lerp(before, to.at, t)
        spots.append(Spot((x, y - 4.0 * slack * t * (1.0 - t), z), to.out))
    return Strand(hand, tuple(spots), (), tuple(beyond), 4)


def _along_skin(skeleton: Skeleton, towel: Towel) -> list[Spot]:
    """Return the piece that lies on the body, hugging it from each place to the next."""
    spots = [_place(skeleton, *towel.over[0])]
    for (on, a), (other, b) in pairwise(towel.over):
        start, end = spots[-1], _place(skeleton, other, b)
        for i in range(1, _ON_SKIN):
            t = i / _ON_SKIN
            between = Spot(lerp(start.at, end.at, t), unit(lerp(start.out, end.out, t)))
            spots.append(_place(skeleton, on, lerp(a, b, t)) if on == other else between)
        spots.append(end)
    return spots


def _place(skeleton: Skeleton, on: str, near: Vec) -> Spot:
    """Return the spot of a segment a towel lies on, a little off the skin."""
    joint = skeleton.joints[on]
    if on.startswith("foot"):
        return Spot(outward(joint, near), rotate(joint.turn, core_ray(_SOLE, near)[1]))
    if on in AVERAGE.limbs:
        at, out = chain_spot(AVERAGE.limbs[on], near)
        spot = Spot(outward(joint, at), rotate(joint.turn, out))
    else:
        spot = skin(skeleton, on, near)
    return Spot(add(spot.at, scale(spot.out, _LIFT)), spot.out)
