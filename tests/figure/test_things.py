"""Props: their shapes, what of them is touched, how they roll, and how a body comes to rest on them."""

import math
from itertools import pairwise

import pytest

from tests.figure.telling import told
from unkink.figure.algebra import IDENTITY, length, sub
from unkink.figure.props import Chair, Desk, Mat, Round, Wall, solids
from unkink.figure.resting import to_rest
from unkink.figure.settle import Lump, extent, flesh, gap_to_plane, way_to_round
from unkink.figure.solids import Box, Globe, Rod, clearance, nearest
from unkink.figure.surface import Joint

BALL = Lump("chest", (0.0, 0.0, 0.0), ((5.0, 0.0, 0.0), (0.0, 5.0, 0.0), (0.0, 0.0, 5.0)))
EGG = Lump("chest", (0.0, 0.0, 0.0), ((9.0, 0.0, 0.0), (0.0, 3.0, 0.0), (0.0, 0.0, 5.0)))


@pytest.mark.parametrize(
    ("solid", "point", "at", "out"),
    [
        (Box((0, 0, 0), (10, 4, 10)), (5, 9, 5), (5, 4, 5), (0, 1, 0)),
        (Box((0, 0, 0), (10, 4, 10)), (-3, 2, 5), (0, 2, 5), (-1, 0, 0)),
        (Box((0, 0, 0), (10, 4, 10)), (5, 3, 5), (5, 4, 5), (0, 1, 0)),
        (Box((0, 0, 0), (10, 4, 10)), (5, 2, 40), (5, 2, 10), (0, 0, 1)),
        (Rod((0, 0, 0), (0, 10, 0), 2), (5, 5, 0), (2, 5, 0), (1, 0, 0)),
        (Rod((0, 0, 0), (0, 10, 0), 2), (0, 15, 0), (0, 12, 0), (0, 1, 0)),
        (Globe((0, 0, 0), 3), (0, 0, -9), (0, 0, -3), (0, 0, -1)),
        (Globe((0, 0, 0), 3), (0, 0, 0), (0, 3, 0), (0, 1, 0)),
    ],
)
def test_the_nearest_spot_of_a_thing(solid, point, at, out):
    spot = nearest([solid], point)
    assert spot.at == pytest.approx(at)
    assert spot.out == pytest.approx(out)


def test_the_nearest_of_several_counts():
    things = [Globe((0, 0, 0), 1), Globe((10, 0, 0), 1)]
    assert nearest(things, (7, 0, 0)).at == pytest.approx((9, 0, 0))
    assert clearance(things, (7, 0, 0)) == pytest.approx(2.0)
    assert clearance(things, (0.5, 0, 0)) == pytest.approx(-0.5)


def test_how_far_flesh_is_from_a_plane():
    assert gap_to_plane([BALL], (0, -7, 0), (0, 1, 0)) == pytest.approx(2.0)
    assert gap_to_plane([EGG], (0, -7, 0), (0, 1, 0)) == pytest.approx(4.0)
    assert gap_to_plane([], (0, 0, 0), (0, 1, 0)) == math.inf
    assert extent(EGG, (1, 0, 0)) == pytest.approx(9.0)


@pytest.mark.parametrize("apart", [9.0, 3.0, -2.0])
def test_how_far_flesh_has_to_go_to_touch_something_round(apart):
    down = (0.0, -1.0, 0.0)
    globe = Globe((0, -(5 + 4 + apart), 0), 4)
    assert way_to_round([BALL], globe, down) == pytest.approx(apart)
    rod = Rod((3, -(5 + 4 + apart), -20), (3, -(5 + 4 + apart), 20), 4)
    assert way_to_round([BALL], rod, down) == pytest.approx(apart + 9 - math.sqrt(81 - 9), abs=1e-6)


def test_something_round_may_be_missed():
    assert way_to_round([BALL], Globe((30, -20, 0), 4), (0, -1, 0)) == math.inf
    assert way_to_round([BALL], Rod((0, -20, 0), (0, -40, 0), 4), (0, -1, 0)) == math.inf


def test_a_chair_has_a_seat_four_legs_and_perhaps_a_back():
    chair, stool = Chair((0, 0), 43), Chair((0, 0), 43, back=False)
    assert len(solids(chair)) == 7
    assert len(solids(stool)) == 5
    assert nearest(solids(chair), (0, 50, 0)).at == pytest.approx((0, 43, 0))


def test_a_desk_stands_on_the_floor():
    desk = Desk((50, 0), (60, 120), 73)
    top = desk.top()
    assert top.high[1] == 73
    assert min(min(leg.start[1], leg.end[1]) - leg.radius for leg in desk.legs()) == pytest.approx(0.0, abs=0.5)


@pytest.mark.parametrize("faces", [1.0, -1.0])
def test_a_wall_faces_one_way(faces):
    wall = Wall(20, faces, 0, 80, 180)
    spot = nearest(solids(wall), (20 + faces * 5, 100, 0))
    assert spot.at == pytest.approx((20, 100, 0))
    assert spot.out == pytest.approx((faces, 0, 0))


def test_a_mat_lies_in_the_floor():
    assert nearest(solids(Mat((0, 0), (180, 60))), (0, 5, 0)).at == (0, 0, 0)


def test_a_roller_rolls_half_as_far_as_what_is_on_it():
    roller = Round(7.5, 46, (0, 0, 1), (0, 0, 0), (0, 1, 0), "chest", (-10, 5, 0))
    first, now = Joint((0, 20, 0), IDENTITY), Joint((10, 22, 3), IDENTITY)
    begun, rolled = roller.placed(first, first), roller.placed(first, now)
    assert begun.at == pytest.approx((-10, 7.5, 0))
    assert begun.angle == 0.0
    assert sub(rolled.at, begun.at) == pytest.approx((5, 0, 0))
    assert abs(rolled.angle) == pytest.approx(math.degrees(5 / 7.5))
    assert isinstance(roller.solid(rolled.at), Rod)
    assert solids(roller) == ()


def test_a_ball_rolls_every_way_on_its_wall():
    ball = Round(3.6, 0, (0, 0, 1), (-24, 0, 0), (1, 0, 0), "chest", (-10, 14, 5))
    first, now = Joint((0, 110, 0), IDENTITY), Joint((4, 106, 2), IDENTITY)
    moved = sub(ball.placed(first, now).at, ball.placed(first, first).at)
    assert moved == pytest.approx((0, -2, 1))
    assert ball.placed(first, now).at[0] == pytest.approx(-24 + 3.6)
    assert isinstance(ball.solid((0, 0, 0)), Globe)


SUPINE = {"root": [0, 30, 0], "lean": -88, "legs": {"foot": [50, 0, 12]}}


@pytest.mark.parametrize(
    ("rest", "props", "pose"),
    [
        ("floor", [], SUPINE),
        ("floor", [], {"root": [0, 60, 0], "legs": {"hip": [0, 5, 0], "knee": 90, "ankle": -50}}),
        ("mat", [{"kind": "mat"}], SUPINE),
        ("roller", [{"kind": "roller", "along": "forward", "under": "chest", "spot": [-10, 8, 0]}], SUPINE),
        ("roller", [{"kind": "roller"}], SUPINE),
        ("wall", [{"kind": "wall", "at": -18}], {"legs": {"foot": [8, 0, 9]}, "root": [0, 85, 0]}),
        ("wall", [{"kind": "wall", "at": 25, "faces": "back"}], {}),
        ("chair", [{"kind": "chair", "height": 50}], {"base": "sitting"}),
        ("ball", [{"kind": "wall"}, {"kind": "ball", "on": "wall"}], {}),
    ],
)
def test_a_body_comes_to_rest(rest, props, pose):
    shown = told(timeline=[["a", 1.0]], poses={"a": {**pose, "rest": rest}}, props=props, breath=0)
    _, gap = to_rest(rest, shown.motion.still("a"), shown.props, shown.starts)
    assert gap == pytest.approx(0.0, abs=0.05)


def test_a_body_may_rest_on_nothing():
    shown = told(timeline=[["a", 1.0]], poses={"a": {"base": "sitting", "rest": "nothing"}}, breath=0)
    assert shown.motion.still("a").joints["pelvis"].at == (-3, 54, 0)


def test_flesh_has_no_holes_between_its_balls():
    shown = told()
    lumps = flesh(shown.motion.still("up"), ["thigh_r"])
    ends = sorted(lump.centre[1] for lump in lumps)
    assert all(b - a < 6.0 for a, b in pairwise(ends))
    assert length(sub(lumps[0].centre, lumps[-1].centre)) > 35.0
