"""What a body rests on, and how far it is from touching it."""

import math
from collections.abc import Mapping

from unkink.figure.algebra import Vec, add, scale
from unkink.figure.pose import Pose
from unkink.figure.posing import NOTHING, Posed
from unkink.figure.props import Chair, Prop, Round, Wall
from unkink.figure.settle import flesh, gap_to_plane, way_to_round
from unkink.figure.skeleton import Skeleton, Touchable, solve
from unkink.figure.surface import Joint

_DOWN: Vec = (0.0, -1.0, 0.0)
_UP: Vec = (0.0, 1.0, 0.0)
_TRUNK = ("pelvis", "waist", "chest")
_LEGS = tuple(f"{bone}_{side}" for side in "rl" for bone in ("thigh", "shin", "foot", "toes"))
_ROUNDS = 8


def settled(posed: Posed, props: Mapping[str, Prop], starts: Mapping[str, Joint], touchable: Touchable) -> Pose:
    """Return the pose with its body moved until it just touches what it rests on; as it is where it would pass by."""
    pose = posed.pose
    if posed.rest == NOTHING:
        return pose
    for _ in range(_ROUNDS):  # planted feet and hands follow, so what touches may change: until it doesn't
        way, far = to_rest(posed.rest, solve(pose, touchable), props, starts)
        if math.isinf(far):
            break
        x, y, z = add((pose.trunk[0], pose.trunk[1], pose.trunk[2]), scale(way, far))
        pose = pose._replace(trunk=(x, y, z, *pose.trunk[3:]))
    return pose


def to_rest(rest: str, skeleton: Skeleton, props: Mapping[str, Prop], starts: Mapping[str, Joint]) -> tuple[Vec, float]:
    """Return the way a body moves to come to rest on a thing, and how far that is in centimetres.

    Less than nothing is how deep it is in it. `starts`: where the segments that roll something are in the first pose.
    """
    prop = props.get(rest)
    if isinstance(prop, Round):
        way = scale(prop.normal, -1.0)
        thing = prop.solid(prop.placed(starts[rest], skeleton.joints[prop.under]).at)
        return way, way_to_round(flesh(skeleton, (*_TRUNK, *_LEGS)), thing, way)
    if isinstance(prop, Wall):
        normal = (prop.faces, 0.0, 0.0)
        return scale(normal, -1.0), gap_to_plane(flesh(skeleton, _TRUNK), (prop.at, 0.0, 0.0), normal)
    if isinstance(prop, Chair):
        low, high = prop.seat()
        lumps = [
            lump
            for lump in flesh(skeleton, ("pelvis", "thigh_r", "thigh_l"))
            if low[0] < lump.centre[0] < high[0] and low[2] < lump.centre[2] < high[2]
        ]
        return _DOWN, gap_to_plane(lumps, (0.0, prop.height, 0.0), _UP)
    # A planted foot stays where it is however far the body goes down: only what moves with the body counts.
    legs = [name for name in _LEGS if f"leg_{name[-1]}" not in skeleton.short]
    return _DOWN, gap_to_plane(flesh(skeleton, (*_TRUNK, *legs)), (0.0, 0.0, 0.0), _UP)
