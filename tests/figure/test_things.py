"""Props: their shapes, what of them is touched, how they roll, and how a body comes to rest on them."""

import math
from itertools import pairwise

import pytest

from tests.figure.telling import told
from unkink.figure.algebra import IDENTITY, length, sub
from unkink.figure.art.easel import Easel
from unkink.figure.art.hands import hands
from unkink.figure.art.loose import loose
from unkink.figure.art.order import look, ordered
from unkink.figure.band import strands
from unkink.figure.body import AVERAGE
from unkink.figure.camera import Camera, looking
from unkink.figure.display import Poly
from unkink.figure.fixtures import Door, Stair
from unkink.figure.palette import DARK
from unkink.figure.props import Chair, Desk, Mat, Round, Wall, solids
from unkink.figure.resting import to_rest
from unkink.figure.scene import draw
from unkink.figure.settle import Lump, extent, flesh, gap_to_plane, way_to_round
from unkink.figure.solids import Box, Globe, Rod, clearance, nearest
from unkink.figure.surface import Joint, outward

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


def test_a_chair_may_have_arm_rests_beside_the_seat():
    chair = Chair((0, 0), 43, arms=True)
    assert len(solids(chair)) == 11
    spot = nearest(solids(chair), (0, 65, 22))
    assert spot.at == pytest.approx((0, 62, 22))
    assert spot.out == (0, 1, 0)
    left, right = chair.rests()
    assert right.low[2] == -left.high[2] > 18.0
    for rest, stay in zip(chair.rests(), chair.stays(), strict=True):
        assert clearance([rest], stay.start) <= 0.0


def test_a_door_leaves_its_opening_free():
    door = Door(20, 5, 80, 190)
    right, left = door.jambs()
    assert (left.high[2], right.low[2]) == (-35, 45)
    assert door.lintel().low[1] == right.high[1] == 190
    assert nearest(solids(door), (17, 120, 48)).at == pytest.approx((20, 120, 48))
    assert clearance(solids(door), (25, 100, 5)) == pytest.approx(40.0)


def test_a_step_is_stood_on():
    assert nearest(solids(Stair((10, 0), (30, 60), 16)), (12, 25, 3)).at == pytest.approx((12, 16, 3))
    shown = told(
        timeline=[["a", 1.0]],
        props=[{"kind": "stair", "at": [4, 0]}],
        poses={"a": {"root": [0, 104, 0], "legs": {"foot": [0, 16, 9]}}},
        breath=0,
    )
    low = -max(extent(lump, (0, -1, 0)) for lump in flesh(shown.motion.still("a"), ["foot_r", "toes_r"]))
    assert low == pytest.approx(16.0, abs=0.5)


FISTS = {"hand": [30, 110, 20], "fingers": [1, 0, 0], "palm": [0, -1, 0], "grip": 0.9}


def in_hand(prop, **pose):
    return told(timeline=[["a", 1.0]], props=[prop], poses={"a": {"arms": FISTS, **pose}}, breath=0)


def test_a_towel_hangs_between_two_fists():
    taut, loose = (in_hand({"kind": "towel", "hands": ["hand_r", "hand_l"], "slack": slack}) for slack in (0, 9))
    lows = []
    for shown in (taut, loose):
        right, left = strands(shown.motion.still("a"), shown.props["towel"])
        assert (right.end, left.end) == ("hand_r", "hand_l")
        assert right.spots[-1] == left.spots[-1]
        joint = shown.motion.still("a").joints["hand_r"]
        assert length(sub(right.spots[2].at, outward(joint, (2.6, -7.4, 0)))) == pytest.approx(0.0, abs=1e-6)
        assert right.spots[0].at[1] < right.spots[1].at[1]  # what is left over hangs down
        lows.append(right.spots[-1].at[1])
    assert lows[0] - lows[1] == pytest.approx(9.0)
    assert solids(taut.props["towel"]) == ()


def test_a_towel_lies_on_what_it_goes_over():
    over = [
        {"on": "chest", "spot": [-10, 18, 8]},
        {"on": "waist", "spot": [-9, 4, -6]},
        {"on": "waist", "spot": [-9, 0, -8]},
    ]
    shown = in_hand({"kind": "towel", "hands": ["hand_r", "hand_l"], "over": over})
    skeleton = shown.motion.still("a")
    *ends, back = strands(skeleton, shown.props["towel"])
    for spot, end in zip((back.spots[0], back.spots[-1]), ends, strict=True):
        assert spot.at == pytest.approx(end.spots[-1].at)
    for spot in (back.spots[0], back.spots[-1]):
        assert spot.out[0] < 0.0
    assert max(length(sub(b.at, a.at)) for a, b in pairwise(back.spots)) < 8.0
    loop = in_hand({"kind": "towel", "hands": ["hand_r"], "over": [{"on": "foot_r", "spot": [6, -7.5, 0]}]})
    one, two = strands(loop.motion.still("a"), loop.props["towel"])
    assert one == two
    assert one.spots[-1].out[1] < -0.9
    sleeve = in_hand({"kind": "towel", "hands": ["hand_r"], "over": [{"on": "shin_r", "spot": [6, -20, 0]}]})
    assert strands(sleeve.motion.still("a"), sleeve.props["towel"])[0].spots[-1].out[0] > 0.9


@pytest.mark.parametrize("along", ["across", "forward"])
def test_a_rolled_towel_lies_on_the_floor(along):
    shown = told(props=[{"kind": "towel", "at": [-40, 2], "radius": 4, "along": along}])
    [rod] = solids(shown.props["towel"])
    assert nearest([rod], (-40, 20, 2)).at == pytest.approx((-40, 8, 2))
    assert length(sub(rod.end, rod.start)) == pytest.approx(38.0)


def test_a_bottle_stands_or_is_in_the_hands():
    [rod] = solids(told(props=[{"kind": "bottle", "at": [40, 73, 5]}]).props["bottle"])
    assert rod.start[1] - rod.radius == pytest.approx(73.0)
    held = in_hand({"kind": "bottle", "hands": ["hand_r", "hand_l"]})
    assert solids(held.props["bottle"]) == ()


@pytest.mark.parametrize("yaw", [-150, -60, 0, 30, 90, 170])
@pytest.mark.parametrize(
    "prop",
    [
        {"kind": "door"},
        {"kind": "stair", "at": [30, 0]},
        {"kind": "chair", "at": [-60, 0], "arms": True},
        {"kind": "towel", "hands": ["hand_r", "hand_l"]},
        {"kind": "towel", "hands": ["hand_l"], "over": [{"on": "foot_l", "spot": [6, -7.5, 0]}]},
        {"kind": "towel", "at": [-50, 0]},
        {"kind": "towel", "at": [-50, 0], "along": "forward"},
        {"kind": "bottle", "hands": ["hand_r"]},
        {"kind": "bottle", "at": [40, 0, 0]},
    ],
)
def test_things_are_drawn_from_every_side(prop, yaw):
    def items(props):
        shown = told(timeline=[["a", 1.0]], props=props, poses={"a": {"arms": FISTS}}, view={"yaw": yaw}, breath=0)
        return draw(shown, 0.0, (400, 400), DARK)

    with_it, without = items([prop]), items([])
    assert len(with_it) > len(without)
    for item in with_it:
        if isinstance(item, Poly):
            assert all(math.isfinite(x + y) for ring in item.rings for x, y in ring)


def test_a_hand_is_painted_over_what_it_holds():
    shown = in_hand({"kind": "bottle", "hands": ["hand_r"]})
    for yaw in (-90, 0, 90):
        camera = Camera(looking(yaw, 9), 4.0, 300.0, 300.0)
        easel = Easel(camera, DARK, shown.skeleton(0.0), AVERAGE)
        things = loose(easel, shown.props, {})
        order = [part.name for part in ordered(look([*things, *hands(easel)], camera))]
        assert order.index("bottle hand_r") < order.index("hand_r")
