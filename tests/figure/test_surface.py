"""Where the skin is."""

import math
from itertools import pairwise

import pytest

from unkink.figure.algebra import IDENTITY, dot, length, rot_z, sub
from unkink.figure.body import AVERAGE
from unkink.figure.pose import Pose
from unkink.figure.posing import Surroundings, read_poses
from unkink.figure.reader import Problem, Reader
from unkink.figure.skeleton import skin, solve
from unkink.figure.surface import Ball, Bulk, Joint, bulk_spot, chain_spot, core_ray, inward, outward

CHAIN = (Ball(0, 0, 0, 5), Ball(0, -10, 0, 3), Ball(2, -30, 0, 1))


def standing() -> Pose:
    problems: list[Problem] = []
    poses = read_poses(Reader({"up": {"base": "standing"}}, "x", problems), Surroundings(frozenset(), frozenset()))
    assert not problems
    return poses["up"].pose


def test_a_point_goes_into_a_frame_and_out_again():
    joint = Joint((3, 4, 5), rot_z(30))
    assert inward(joint, outward(joint, (1, 2, 3))) == pytest.approx((1, 2, 3))


@pytest.mark.parametrize(
    ("near", "at"),
    [
        ((9, -5, 0), (4, -5, 0)),
        ((0, -10, -4), (0, -10, -3)),
        ((9, -20, 0), (3, -20, 0)),
        ((9, 40, 0), (5, 0, 0)),
        ((9, -60, 0), (3, -30, 0)),
    ],
)
def test_a_limb_is_as_thick_as_its_balls(near, at):
    spot = chain_spot(CHAIN, near)
    assert spot.at == pytest.approx(at)
    assert dot(spot.out, (near[0] - at[0], 0, near[2] - at[2])) > 0


def test_a_ray_leaves_the_outermost_ellipsoid():
    joint = Joint((0, 0, 0), IDENTITY)
    bulks = (Bulk((0, 0, 0), (5, 5, 5)), Bulk((8, 0, 0), (4, 2, 2)), Bulk((0, 50, 0), (1, 1, 1)))
    spot = bulk_spot([(joint, bulks)], (0, 0, 0), (1, 0, 0))
    assert spot.at == pytest.approx((12, 0, 0))
    assert spot.out == pytest.approx((1, 0, 0), abs=0.01)
    assert bulk_spot([(joint, bulks)], (0, 0, 0), (-1, 0, 0)).at == pytest.approx((-5, 0, 0))


def test_the_way_out_turns_gently_from_one_ellipsoid_to_the_next():
    joint = Joint((0, 0, 0), IDENTITY)
    bulks = (Bulk((0, 0, 0), (6, 6, 6)), Bulk((0, 8, 0), (6, 6, 6)))
    ways = []
    for i in range(41):
        start, ray = core_ray(((0, 0, 0), (0, 8, 0)), (5, i * 0.2, 0))
        ways.append(bulk_spot([(joint, bulks)], start, ray).out)
    turns = [math.degrees(math.acos(min(1.0, dot(a, b)))) for a, b in pairwise(ways)]
    assert max(turns) < 6.0


def test_a_core_is_a_line_with_two_ends():
    core = ((0, 0, 0), (0, 10, 0))
    assert core_ray(core, (3, 4, 0)) == ((0, 4, 0), (1, 0, 0))
    assert core_ray(core, (0, 15, 0)) == ((0, 10, 0), (0, 1, 0))
    assert core_ray(core, (0, -5, 0))[0] == (0, 0, 0)


@pytest.mark.parametrize("segment", ["pelvis", "waist", "chest", "head", "neck", "thigh_r", "upper_l", "hand_l"])
def test_every_segment_has_a_skin_round_it(segment):
    skeleton = solve(standing(), {})
    joint = skeleton.joints[segment]
    for near in ((9, -3, 1), (-9, -3, 1), (1, -3, 9), (1, -3, -9)):
        spot = skin(skeleton, segment, near)
        local = sub(spot.at, joint.at)
        assert 1.0 < length(local) < 25.0
        assert math.isclose(length(spot.out), 1.0, rel_tol=1e-6)
        assert dot(spot.out, sub(outward(joint, near), joint.at)) > 0.0


def test_a_breath_moves_the_skin_of_the_belly_forward():
    pose = standing()
    full = Pose((*pose.trunk[:15], 1.0, 1.0, *pose.trunk[17:]), pose.limbs)
    empty_spot, full_spot = (skin(solve(p, {}), "waist", (20, 4, 0)) for p in (pose, full))
    assert full_spot.at[0] > empty_spot.at[0] + 1.5


def test_the_left_side_is_the_right_one_mirrored():
    for bone in ("thigh", "shin", "foot", "toes", "upper", "fore", "hand", "sleeve"):
        right, left = AVERAGE.limbs[f"{bone}_r"], AVERAGE.limbs[f"{bone}_l"]
        assert [(x, y, -z, r) for x, y, z, r in right] == [tuple(ball) for ball in left]
