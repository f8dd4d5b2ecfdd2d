"""The close-up of a head: eyes between lids, a jaw on its hinge, fingertips on the skin, and what is wrong."""

import math

import pytest

from tests.figure.shipped import HEADS, figure, moments
from unkink.figure.algebra import dot, length, sub
from unkink.figure.art.easel import Easel
from unkink.figure.body import AVERAGE
from unkink.figure.camera import fitting
from unkink.figure.display import Caps, Poly
from unkink.figure.face.bust import Bust
from unkink.figure.face.clip import above, clipped
from unkink.figure.face.eyes import IRIS, PUPIL, Gaze, direction, lower, upper
from unkink.figure.face.fingers import bends, finger, thumb
from unkink.figure.face.hand import gap
from unkink.figure.face.motion import OPENING, SHUTTING, FaceMotion
from unkink.figure.face.mouth import US, lower_line, upper_line
from unkink.figure.face.paint_eyes import iris, opening
from unkink.figure.face.skull import HINGE, SPOTS, face_at, outside, skin_near, with_jaw
from unkink.figure.model import Figure, FigureError
from unkink.figure.palette import DARK, LIGHT
from unkink.figure.scene import draw

SIZE = (600.0, 500.0)
SIDES = {"r": 1.0, "l": -1.0}

every_head = pytest.mark.parametrize("id_", HEADS)


def table(**more: object) -> dict[str, object]:
    """A whole figure of a head, and whatever else is told."""
    plain: dict[str, object] = {
        "title": "A test",
        "rig": "head",
        "timeline": [["a", 2.0], ["b", 2.0]],
        "poses": {"a": {}, "b": {"jaw": 0.5}},
    }
    return {**plain, **more}


def told(**more: object) -> Figure:
    return Figure.parse("x", table(**more))


def wrong(**more: object) -> dict[str, tuple[str, str]]:
    """The problems of a head by place: what was found, what is allowed."""
    try:
        told(**more)
    except FigureError as error:
        return {problem.place: (problem.found, problem.allowed) for problem in error.problems}
    return {}


def posed(**pose: object) -> Bust:
    return told(poses={"a": pose, "b": pose}).skeleton(0.0)


def easel(shown: Figure, at: float) -> Easel:
    return Easel(fitting(shown.view, shown.frame, SIZE, mirror=False), LIGHT, shown.skeleton(at), AVERAGE)


def inside(ring, point, by=0.05):
    """Whether a point is in a ring, or by so little outside."""
    x, y = point
    odd = False
    for (ax, ay), (bx, by_) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (ay > y) is not (by_ > y) and x < ax + (y - ay) * (bx - ax) / (by_ - ay):
            odd = not odd
        n = math.hypot(bx - ax, by_ - ay)
        t = max(0.0, min(1.0, ((x - ax) * (bx - ax) + (y - ay) * (by_ - ay)) / (n * n))) if n else 0.0
        if math.hypot(x - ax - (bx - ax) * t, y - ay - (by_ - ay) * t) <= by:
            return True
    return odd


def within(ring, count=9):
    """Points all over what is painted of a ring."""
    if not ring:
        return []
    (left, right), (top, low) = ((min(axis), max(axis)) for axis in zip(*ring, strict=True))
    steps = [(i + 0.5) / count for i in range(count)]
    grid = [(left + (right - left) * u, top + (low - top) * v) for u in steps for v in steps]
    return [point for point in grid if inside(ring, point, 0.0)]


def area(ring):
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, (*ring[1:], ring[0]), strict=True)) / 2


def frames(shown: Figure) -> list[float]:
    return [i / 60 for i in range(round(shown.seconds * 60) + 1)]


# The shipped heads


def test_eyes_and_jaw_are_all_there():
    assert set(HEADS) >= {*(f"ey-0{i}" for i in range(1, 7)), *(f"jw-0{i}" for i in range(1, 5))}


@every_head
def test_the_iris_never_leaves_the_lids(id_):
    shown = figure(id_)
    for at in moments(shown):
        for k in SIDES.values():
            lids = opening(easel(shown, at), shown.skeleton(at), k)
            for radius in (IRIS, PUPIL):
                ring = iris(easel(shown, at), shown.skeleton(at), k, radius, lids)
                assert all(inside(lids, point, 0.3) for point in within(ring)), at


@every_head
def test_of_an_open_eye_that_is_seen_most_of_the_iris_shows(id_):
    shown = figure(id_)
    for at in moments(shown):
        bust = shown.skeleton(at)
        if bust.values["lids"] < 0.95 or bust.gaze.up < -10.0:
            continue
        board = easel(shown, at)
        for k in SIDES.values():
            if board.facing(bust.joints["head"].turn, direction(bust.gaze, k)) > 0.75:
                whole = math.pi * (IRIS * board.camera.scale) ** 2
                assert abs(area(iris(board, bust, k, IRIS, opening(board, bust, k)))) > 0.45 * whole, (at, k)


@every_head
def test_fingertips_are_on_their_spot_all_through_the_loop(id_):
    shown = figure(id_)
    for at in moments(shown, 16):
        bust = shown.skeleton(at)
        for side, hand in bust.hands.items():
            for i in hand.tips:
                assert abs(gap(hand, bust.joints["head"], i, SIDES[side]) - hand.lift) <= 1.0, (side, i, at)


@every_head
def test_no_finger_is_in_the_face(id_):
    shown = figure(id_)
    for at in moments(shown):
        bust = shown.skeleton(at)
        for side, hand in bust.hands.items():
            for i in range(4):
                assert gap(hand, bust.joints["head"], i, SIDES[side]) >= -1.0, (side, i, at)


@every_head
def test_nothing_jumps_from_frame_to_frame(id_):
    shown = figure(id_)
    before: Bust | None = None
    for at in frames(shown):
        now = shown.skeleton(at)
        if before is not None:
            for name, joint in now.joints.items():
                assert length(sub(joint.at, before.joints[name].at)) < 1.5, (name, at)
                assert all(abs(a - b) < 0.15 for a, b in zip(joint.turn, before.joints[name].turn, strict=True)), at
            for side, hand in now.hands.items():
                was = before.hands[side].how
                assert all(abs(a - b) < 8.0 for a, b in zip(hand.how.knuckles, was.knuckles, strict=True)), at
            for k in SIDES.values():
                assert dot(direction(now.gaze, k), direction(before.gaze, k)) > math.cos(math.radians(3.0)), at
            for name in ("jaw", "lips", "tongue", "brows", "smile", "breath"):
                assert abs(now.values[name] - before.values[name]) < 0.1, (name, at)
            blinking = shown.motion.blink(at) + shown.motion.blink(max(0.0, at - 1 / 60)) > 0.0
            if not blinking:
                assert abs(now.values["lids"] - before.values["lids"]) < 0.12, at
        before = now


@every_head
def test_the_loop_closes(id_):
    shown = figure(id_)
    last, first = shown.skeleton(shown.seconds - 1e-6), shown.skeleton(0.0)
    for name, joint in first.joints.items():
        assert length(sub(joint.at, last.joints[name].at)) < 0.05, name
    for name, value in first.values.items():
        assert last.values[name] == pytest.approx(value, abs=0.01), name


@every_head
def test_the_drawing_stays_in_the_frame_all_the_while(id_):
    shown = figure(id_)
    x, _, wide, high = shown.frame
    del x
    size = (wide * 10.0, high * 10.0)
    for at in moments(shown, 4):
        for item in draw(shown, at, size, LIGHT):
            match item:
                case Poly(rings, _):
                    covered = [(px, py, 0.0) for ring in rings for px, py in ring]
                case Caps(spans, _):
                    covered = [(px, py, r) for s in spans for px, py, r in ((s.x0, s.y0, s.r0), (s.x1, s.y1, s.r1))]
                case _:
                    covered = []
            for px, py, r in covered:
                assert px - r >= -0.5, at
                assert px + r <= size[0] + 0.5, at
                assert py - r >= -0.5, at
                assert py + r <= size[1] + 0.5, at


def test_the_paces_are_those_of_the_exercises():
    """Seconds: as dosed in the words of each exercise."""
    assert 20 / 10 <= figure("ey-02").seconds <= 20 / 8
    assert {span.seconds for span in figure("ey-03").motion.spans if span.name == span.to} == {3.0}
    assert 3.0 <= figure("ey-06").seconds <= 4.0
    assert figure("jw-03").seconds == pytest.approx(40 / 6, abs=0.1)
    for id_, pose, hold in (("ey-01", "far", 12.0), ("ey-04", "cupped", 12.0), ("jw-04", "press", 10.0)):
        assert max(s.seconds for s in figure(id_).motion.spans if s.name == s.to == pose) >= hold, id_


def test_teeth_come_apart_while_lips_stay_together():
    hanging = figure("jw-01").skeleton(figure("jw-01").moment("hanging"))
    assert hanging.face.jaw > 0.1
    assert hanging.values["lips"] == 0.0
    assert hanging.values["tongue"] == 1.0


def test_eyes_turn_to_each_other_for_what_is_near():
    shown = figure("ey-03")
    near, far = (shown.skeleton(shown.moment(pose)).gaze for pose in ("thumb", "far"))
    assert direction(near, 1.0)[2] < direction(near, -1.0)[2] - 0.1
    assert direction(far, 1.0)[2] == pytest.approx(direction(far, -1.0)[2], abs=0.001)


# Eyes


def test_lids_meet_when_they_are_shut_and_not_before():
    for u in (-0.9, -0.5, 0.0, 0.5, 0.9):
        for up in (-20.0, 0.0, 20.0):
            assert upper(u, 0.0, up) == lower(u, up)
            heights = [upper(u, lids / 10, up) for lids in range(11)]
            assert heights == sorted(heights)
            assert heights[-1] > lower(u, up)


def test_shut_eyes_show_no_iris():
    shown = told(poses={"a": {"lids": 0.0}, "b": {"lids": 0.0}})
    board = easel(shown, 0.0)
    bust = shown.skeleton(0.0)
    assert all(abs(area(iris(board, bust, k, IRIS, opening(board, bust, k)))) < 1.0 for k in SIDES.values())
    assert len(draw(shown, 0.0, SIZE, LIGHT)) < len(draw(told(), 0.0, SIZE, LIGHT))


def test_eyes_look_where_they_are_told_and_no_farther_than_they_can():
    x, y, z = direction(Gaze(20.0, 10.0, 0.0), 1.0)
    assert math.degrees(math.atan2(z, x)) == pytest.approx(20.0)
    assert math.degrees(math.asin(y)) == pytest.approx(10.0)
    assert math.degrees(math.asin(direction(Gaze(0.0, 80.0, 0.0), 1.0)[1])) == pytest.approx(22.0)


def test_a_blink_shuts_the_eyes_in_a_sixth_of_a_second_and_opens_them_again():
    shown = told(blinks=[1.0])
    motion = shown.motion
    assert isinstance(motion, FaceMotion)
    assert pytest.approx(0.15) == SHUTTING
    lids = [shown.skeleton(1.0 + t).values["lids"] for t in (0.0, SHUTTING, SHUTTING + OPENING, 2.0)]
    assert lids == pytest.approx([1.0, 0.0, 1.0, 1.0], abs=1e-6)
    assert motion.blink(1.0 + SHUTTING / 2) == pytest.approx(0.5)


# The mouth and the jaw


def test_the_jaw_opens_about_its_hinge_and_goes_down_and_back():
    chin = (9.6, -0.9, 0.0)
    opened = with_jaw(chin, 1.0)
    assert length(sub(opened, HINGE)) == pytest.approx(length(sub(chin, HINGE)))
    assert opened[1] < chin[1] - 2.5
    assert opened[0] < chin[0]
    assert with_jaw(chin, 0.0) == pytest.approx(chin)


def test_lips_part_with_the_jaw_or_stay_together():
    middle = len(US) // 2
    for jaw, lips, apart in ((0.0, 1.0, 0.0), (0.5, 0.0, 0.0), (0.5, 1.0, 1.0)):
        found = upper_line(jaw, 0.3)[middle][1] - lower_line(jaw, lips, 0.3)[middle][1]
        assert found == pytest.approx(0.0, abs=1e-9) if not apart else found > apart
    corner = upper_line(0.5, 0.3)[0][1] - lower_line(0.5, 1.0, 0.3)[0][1]
    assert corner < 0.8


# Skin and hands


@pytest.mark.parametrize("name", SPOTS)
def test_spots_are_on_the_skin_and_look_out_of_it(name):
    spot = skin_near(SPOTS[name])
    assert outside(spot.at) == pytest.approx(0.0, abs=1e-6)
    assert length(sub(spot.at, SPOTS[name])) < 1.2
    assert length(spot.out) == pytest.approx(1.0)
    x, y, z = spot.at
    assert outside((x + spot.out[0], y + spot.out[1], z + spot.out[2])) > 0.5


def test_the_face_is_as_wide_on_either_side():
    x, y, z = face_at(6.0, 3.0)
    assert face_at(6.0, -3.0) == pytest.approx((x, y, -z))
    assert outside((x, y, z)) == pytest.approx(0.0, abs=1e-6)


def test_a_fist_is_shorter_than_a_flat_hand_and_a_left_hand_is_a_right_one_mirrored():
    for i in range(4):
        flat, fist = finger(i, bends(0.0, 1.0, 0.0), 1.0)[-1], finger(i, bends(1.0, 1.0, 0.0), 1.0)[-1]
        assert flat.y < fist.y - 4.0
        x, y, z, r = finger(i, bends(0.2, 1.0, 0.0), 1.0)[-1]
        assert finger(i, bends(0.2, 1.0, 0.0), -1.0)[-1] == pytest.approx((x, y, -z, r))
    up, rest = thumb(bends(1.0, 1.0, 1.0), 1.0)[-1], thumb(bends(1.0, 1.0, 0.0), 1.0)[-1]
    assert up.z > rest.z + 3.0


def test_a_hand_told_for_both_sides_is_mirrored():
    bust = posed(hands={"spot": "cheek", "fingers": [0.1, 0.9, -0.35]})
    right, left = bust.hands["r"], bust.hands["l"]
    x, y, z = right.joint.at
    assert left.joint.at == pytest.approx((x, y, -z))
    assert left.how.knuckles == pytest.approx(right.how.knuckles)


def test_a_hand_goes_with_the_head():
    still = posed(hands={"spot": "temple"})
    turned = posed(hands={"spot": "temple"}, head=[10, 5, 30])
    for bust in (still, turned):
        assert all(abs(gap(bust.hands["r"], bust.joints["head"], i, 1.0)) < 0.5 for i in bust.hands["r"].tips)
    assert length(sub(still.joints["hand_r"].at, turned.joints["hand_r"].at)) > 2.0


def test_a_hand_from_the_air_to_the_face_takes_a_straight_way():
    air = {"at": [15, -13, 1], "palm": [0, 0, -1], "fingers": [0.25, 1, 0]}
    shown = told(poses={"a": {"hand_r": air}, "b": {"hand_r": {"spot": "cheek"}}})
    start, half, end = (shown.skeleton(at).joints["hand_r"].at for at in (0.0, 1.0, 2.0 - 1e-9))
    assert half == pytest.approx(tuple((a + b) / 2 for a, b in zip(start, end, strict=True)), abs=0.01)
    between = shown.motion.between("a", "b", 0.5).joints["hand_r"].at
    assert between == pytest.approx(half, abs=0.01)


def test_a_wave_makes_circles_on_the_skin():
    waves = [
        {"value": "hands.spot.y", "size": 0.6, "period": 2.0},
        {"value": "hands.spot.x", "size": 0.6, "period": 2.0, "phase": 90},
        {"value": "hands.spot.z", "size": 0.2, "period": 2.0},
    ]
    pose = {"hands": {"spot": "cheek"}}
    shown = told(waves=waves, poses={"a": pose, "b": pose}, breath=0)
    spots = [shown.skeleton(t).hands["r"].spot.at for t in (0.0, 0.5, 1.0, 1.5)]
    heights = [spot[1] for spot in spots]
    assert heights[1] - heights[3] == pytest.approx(1.2)
    assert heights[0] == pytest.approx(heights[2])
    assert spots[0][0] > spots[2][0] + 0.5
    left = shown.skeleton(0.5).hands["l"].spot.at
    assert left == pytest.approx((spots[1][0], spots[1][1], -spots[1][2]))


# The picture


def test_a_ring_is_cut_to_a_window_whichever_way_either_is_wound():
    square = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0))
    beside = ((2.0, 1.0), (6.0, 1.0), (6.0, 3.0), (2.0, 3.0))
    for ring in (beside, beside[::-1]):
        for window in (square, square[::-1]):
            found = clipped(ring, window)
            assert abs(area(found)) == pytest.approx(4.0)
            assert (area(found) > 0) is (area(ring) > 0)
    assert clipped([(x + 9, y) for x, y in beside], square) == ()
    assert abs(area(above(square, 1.0))) == pytest.approx(4.0)
    assert above(square, -1.0) == ()


@pytest.mark.parametrize("yaw", [0, 8, 30, 55, 90, 125, 180])
@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_a_head_can_be_drawn_from_everywhere_in_front(yaw, palette):
    hands = {"spot": "cheek"}
    shown = told(
        view={"yaw": yaw},
        poses={"a": {"hands": hands}, "b": {"hands": hands, "jaw": 0.7, "tongue": 1, "head": [10, 10, 20]}},
        lens=[20, 3, 8],
        props=[{"kind": "window"}, {"kind": "screen", "at": [20, -12], "size": [9, 14]}],
        sights=[{"to": [22, 8], "pose": "a"}],
        focus=["cheek", "jaw_r", "eyes", "brow", "temple"],
    )
    for at in (0.0, 1.0, 2.0):
        plain, mirrored = draw(shown, at, SIZE, palette), draw(shown, at, SIZE, palette, mirror=True)
        assert [type(item) for item in plain] == [type(item) for item in mirrored]


def test_a_sight_shows_while_the_eyes_look_there():
    shown = told(
        poses={"a": {"gaze": [0, -16], "near": 50}, "b": {}},
        sights=[{"to": [22, -8], "pose": "a"}, {"to": [22, 8], "pose": "b"}],
    )
    first, second = shown.motion.sights
    assert [first.level(shown.skeleton(at).gaze) for at in (0.0, 2.0)] == pytest.approx([1.0, 0.0])
    assert [second.level(shown.skeleton(at).gaze) for at in (0.0, 2.0)] == pytest.approx([0.0, 1.0])


# What is wrong in a table


POSE = {
    "head": ([1, 2], "a list of 3 numbers"),
    "gaze": ([40, 0], "angles up to 27, 22 either way"),
    "near": (3, "a number from 15 to 100000"),
    "lids": (2, "a number from 0 to 1"),
    "brows": (-2, "a number from -1 to 1"),
    "jaw": (1.5, "a number from 0 to 1"),
    "lips": ("shut", "a number from 0 to 1"),
    "tongue": (-1, "a number from 0 to 1"),
    "base": ("c", "one of b"),
}


@pytest.mark.parametrize("key", POSE)
def test_a_wrong_value_of_a_pose_is_told_with_its_place(key):
    value, allowed = POSE[key]
    found = wrong(poses={"a": {key: value}, "b": {}})
    assert set(found) == {f"x.poses.a.{key}"}
    assert found[f"x.poses.a.{key}"][1].startswith(allowed)


HAND = {
    "spot": {"spot": "knee"},
    "touch": {"spot": "cheek", "touch": "fist"},
    "lift": {"spot": "cheek", "lift": 90},
    "curl": {"spot": "cheek", "curl": 5},
    "fingers": {"spot": "cheek", "fingers": [0, 0, 0]},
    "palm": {"at": [10, 0, 0]},
    "by": {"spot": "cheek", "by": [1]},
    "elbow": {"spot": "cheek", "elbow": 3},
    "grip": {"spot": "cheek", "grip": 1},
}


@pytest.mark.parametrize("key", HAND)
def test_a_wrong_value_of_a_hand_is_told_with_its_place(key):
    hand = {"hand_r": HAND[key]}
    assert f"x.poses.a.hand_r.{key}" in wrong(poses={"a": hand, "b": hand})


def test_a_hand_must_say_where_it_is():
    hand = {"hands": {}}
    assert set(wrong(poses={"a": hand, "b": hand})) == {"x.poses.a.hands.spot", "x.poses.b.hands.spot"}


def test_the_same_hands_are_there_in_every_pose():
    found = wrong(poses={"a": {"hand_r": {"spot": "cheek"}}, "b": {}})
    assert found == {"x.poses.b": ("another number of hands", "the same hands in every pose of the timeline")}


WHOLE = {
    "frame": ([0, 0, 0, 10], "x.frame"),
    "view": ({"yaw": -90}, "x.view.yaw"),
    "focus": (["calf"], "x.focus.0"),
    "blinks": ([99], "x.blinks.0"),
    "lens": ([1, 2, 0], "x.lens"),
    "props": ([{"kind": "door"}], "x.props.0.kind"),
    "sights": ([{"to": [1, 2], "pose": "c"}], "x.sights.0.pose"),
    "waves": ([{"value": "knee"}], "x.waves.0.value"),
    "breath": (3, "x.breath"),
    "arrows": ([{"path": []}], "x.arrows.0.path"),
    "timeline": ([["c", 1]], "x.timeline.0"),
    "legs": ({}, "x.legs"),
}


@pytest.mark.parametrize("key", WHOLE)
def test_a_wrong_value_of_a_figure_is_told_with_its_place(key):
    value, place = WHOLE[key]
    assert set(wrong(**{key: value})) == {place}


def test_props_and_sights_tell_what_is_missing():
    found = wrong(props=[{}, {"kind": "window", "size": [0, 5]}], sights=[{}])
    assert set(found) == {"x.props.0.kind", "x.props.1.size", "x.sights.0.to", "x.sights.0.pose"}


def test_waves_fit_into_the_loop_and_swing_what_is_there():
    assert set(wrong(waves=[{"value": "jaw", "period": 3}])) == {"x.waves.0.period"}
    assert set(wrong(waves=[{"value": "hand_r.lift", "period": 2}])) == {"x.waves.0.value"}


def test_bases_that_come_back_to_themselves_are_told():
    assert "x.poses.a.base" in wrong(poses={"a": {"base": "b"}, "b": {"base": "a"}})


def test_a_rig_that_is_not_there_and_a_title_that_is_missing_are_told():
    assert "x.rig" in wrong(rig="foot")
    with pytest.raises(FigureError) as caught:
        Figure.parse("x", {"rig": "head", "timeline": [["a", 1]], "poses": {"a": {}}})
    assert [problem.place for problem in caught.value.problems] == ["x.title"]
    assert set(wrong(timeline=[])) == {"x.timeline"}


def test_a_base_gives_what_a_pose_leaves_out():
    shown = told(poses={"a": {"jaw": 0.4, "brows": 0.5}, "b": {"base": "a", "jaw": 0.1}})
    values = shown.motion.still("b").values
    assert (values["jaw"], values["brows"]) == (0.1, 0.5)
