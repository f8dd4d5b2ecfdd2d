"""From a pose to a skeleton: what angles mean, where hands and feet go, how far joints may go."""

import pytest

from tests.figure.telling import told
from unkink.figure.algebra import add, dot, length, rotate, scale, sub
from unkink.figure.arm import TOUCHES
from unkink.figure.limits import RANGES, motions
from unkink.figure.surface import outward


def skeleton(props=(), **pose):
    shown = told(timeline=[["a", 1.0]], poses={"a": {"base": "standing", **pose}}, breath=0, props=list(props))
    return shown.motion.still("a")


def angle(made, joint, motion):
    return next(m.degrees for m in motions(made) if (m.joint, m.motion) == (joint, motion))


@pytest.mark.parametrize(
    ("pose", "joint", "motion", "degrees"),
    [
        ({"neck": [30, 0, 0]}, "neck", "bend", 30),
        ({"neck": [0, 20, 0]}, "neck", "side", 20),
        ({"neck": [0, 0, 40]}, "neck", "turn", 40),
        ({"spine": [10, 0, 0], "chest": [15, 0, 0]}, "trunk", "bend", 25),
        ({"spine": [0, 0, 10], "chest": [0, 0, 15]}, "trunk", "turn", 25),
        ({"legs": {"hip": [50, 0, 0], "knee": 70, "ankle": -20}}, "hip_l", "flex", 50),
        ({"legs": {"hip": [50, 0, 0], "knee": 70, "ankle": -20}}, "knee_l", "bend", 70),
        ({"legs": {"hip": [50, 0, 0], "knee": 70, "ankle": -20}}, "ankle_r", "up", -20),
        ({"legs": {"hip": [0, 25, 0]}}, "hip_r", "out", 25),
        ({"legs": {"hip": [0, 25, 0]}}, "hip_l", "out", 25),
        ({"legs": {"hip": [0, 0, 15]}}, "hip_l", "turn", 15),
        ({"arms": {"shoulder": [0, 0, 0], "elbow": 60}}, "elbow_r", "bend", 60),
        ({"arms": {"shoulder": [0, 0, 0], "forearm": 120}}, "forearm_l", "turn", 120),
        ({"arms": {"shoulder": [0, 0, 0], "wrist": [30, 0]}}, "wrist_l", "bend", 30),
        ({"arms": {"shoulder": [0, 0, 0], "wrist": [0, 20]}}, "wrist_l", "side", 20),
        ({"arms": {"shoulder": [0, 0, 0], "wrist": [0, 20]}}, "wrist_r", "side", 20),
        ({"arms": {"shoulder": [-50, 0, 0]}}, "shoulder_r", "back", 50),
        ({"arms": {"shoulder": [0, 0, 30]}}, "shoulder_l", "turn", 30),
        ({"arms": {"shoulder": [90, 30, 0]}}, "shoulder_l", "across", 60),
    ],
)
def test_a_told_angle_is_the_measured_one(pose, joint, motion, degrees):
    assert angle(skeleton(**pose), joint, motion) == pytest.approx(degrees, abs=1.5)


def test_an_arm_straight_up_has_no_turn_to_speak_of():
    made = skeleton(arms={"shoulder": [180, 0, 70], "elbow": 0})
    assert angle(made, "shoulder_r", "turn") == 0.0


def test_turning_the_palm_far_out_is_measured_past_half_a_turn():
    made = skeleton(arms={"shoulder": [0, 0, 0], "forearm": 190})
    assert angle(made, "forearm_r", "turn") == pytest.approx(190, abs=0.5)
    assert angle(made, "forearm_l", "turn") == pytest.approx(190, abs=0.5)


def test_a_joint_that_goes_too_far_is_noticed():
    made = skeleton(neck=[70, 0, 0], legs={"hip": [150, 0, 0], "knee": 20}, arms={"shoulder": [-90, 0, 0]})
    excess = {(m.joint, m.motion): m.excess for m in motions(made) if m.excess > 0}
    assert excess["neck", "bend"] == pytest.approx(25.0, abs=0.1)
    assert excess["hip_r", "flex"] == pytest.approx(25.0, abs=0.1)
    assert ("shoulder_l", "back") in excess
    assert {m.joint.partition("_")[0] for m in motions(made)} == {joint for joint, _ in RANGES}


def test_a_raised_arm_takes_its_shoulder_up():
    low, high = (skeleton(arms={"shoulder": [flex, 0, 0]}).joints["upper_r"].at for flex in (0, 175))
    assert high[1] > low[1] + 3.0
    assert abs(high[2]) < abs(low[2])


def test_shoulders_go_where_they_are_told():
    rest = skeleton(arms={"shoulder": [0, 5, 0]}).joints["upper_l"].at
    moved = skeleton(arms={"shoulder": [0, 5, 0], "shrug": 4, "reach": -3}).joints["upper_l"].at
    assert sub(moved, rest) == pytest.approx((-3, 4, 0))


def test_a_hand_in_the_air_goes_on_like_its_forearm():
    made = skeleton(arm_r={"hand": [35, 115, 20]})
    fore, hand = made.joints["fore_r"], made.joints["hand_r"]
    fingers = rotate(hand.turn, (0, -1, 0))
    assert fingers == pytest.approx(rotate(fore.turn, (0, -1, 0)))
    assert add(hand.at, scale(fingers, 7.0)) == pytest.approx((35, 115, 20))
    assert made.touches == {}


def test_a_hand_in_the_air_may_face_a_way():
    made = skeleton(arm_r={"hand": [35, 115, 20], "palm": [1, 0, 0], "fingers": [0, 1, 0]})
    hand = made.joints["hand_r"]
    assert rotate(hand.turn, (1, 0, 0)) == pytest.approx((1, 0, 0))
    assert rotate(hand.turn, (0, -1, 0)) == pytest.approx((0, 1, 0))
    assert outward(hand, TOUCHES["palm"].point) == pytest.approx((35, 115, 20))


@pytest.mark.parametrize("touch", sorted(TOUCHES))
def test_every_part_of_a_hand_can_touch(touch):
    arm = (
        {"hand": [12, 12, 6], "on": "chest", "touch": touch, "palm": [0, -1, 0]}
        if touch == "knuckles"
        else {"hand": [12, 12, 6], "on": "chest", "touch": touch}
    )
    made = skeleton(arm_r=arm)
    spot = made.touches["r"]
    hand = made.joints["hand_r"]
    assert abs(made.short["arm_r"]) < 1e-6
    assert length(sub(outward(hand, TOUCHES[touch].point), spot.at)) < 1e-6
    assert dot(rotate(hand.turn, TOUCHES[touch].press), spot.out) == pytest.approx(-1.0)


def test_fingers_told_straight_into_the_skin_go_some_other_way():
    made = skeleton(arm_r={"hand": [12, 12, 0], "on": "chest"})
    out = made.touches["r"].out
    local = tuple(-part for part in out)
    again = skeleton(arm_r={"hand": [12, 12, 0], "on": "chest", "fingers": list(local)})
    fingers = rotate(again.joints["hand_r"].turn, (0, -1, 0))
    assert abs(dot(fingers, out)) < 0.01


def test_a_palm_may_face_otherwise_than_the_skin_it_is_on():
    made = skeleton(arm_r={"hand": [12, 12, 6], "on": "chest", "palm": [0, -1, 0], "fingers": [-1, 0, 0]})
    assert rotate(made.joints["hand_r"].turn, (1, 0, 0)) == pytest.approx((0, -1, 0), abs=1e-6)


def test_a_hand_may_be_lifted_off():
    made = skeleton(arm_r={"hand": [12, 12, 6], "on": "chest", "lift": 5})
    palm = outward(made.joints["hand_r"], TOUCHES["palm"].point)
    assert length(sub(palm, made.touches["r"].at)) == pytest.approx(5.0)


@pytest.mark.parametrize(("holding", "held"), [("r", "l"), ("l", "r")])
def test_one_hand_may_hold_the_other_arm(holding, held):
    pose = {
        f"arm_{held}": {"hand": [30, 100, 0]},
        f"arm_{holding}": {"hand": [2, -20, 0], "on": f"fore_{held}", "pole": [0.5, -1, 0]},
    }
    made = skeleton(**pose)
    palm = outward(made.joints[f"hand_{holding}"], TOUCHES["palm"].point)
    assert length(sub(palm, made.touches[holding].at)) < 1.0


def test_a_hand_may_be_on_the_floor_or_on_furniture():
    floor = skeleton(
        root=[0, 40, 0],
        lean=80,
        arm_r={"hand": [42, 9, 20], "on": "floor", "fingers": [1, 0, 0]},
        legs={"hip": [80, 0, 0], "knee": 90},
    )
    assert outward(floor.joints["hand_r"], TOUCHES["palm"].point)[1] == pytest.approx(0.0, abs=0.01)
    desk = skeleton(props=[{"kind": "desk", "at": [50, 0]}], lean=25, arm_r={"hand": [30, 80, 18], "on": "desk"})
    assert outward(desk.joints["hand_r"], TOUCHES["palm"].point)[1] == pytest.approx(73.0, abs=0.01)


@pytest.mark.parametrize(("pitch", "still"), [(40, "toes_r"), (-20, None)])
def test_a_pitched_foot_turns_about_its_ball_or_its_heel(pitch, still):
    flat = skeleton(root=[0, 82, 0], legs={"foot": [0, 0, 9], "out": 0})
    made = skeleton(root=[0, 82, 0], legs={"foot": [0, 0, 9], "out": 0, "pitch": pitch})
    heel = outward(made.joints["foot_r"], (-4.0, -7.0, 0.0))
    if still:
        assert made.joints[still].at == pytest.approx(flat.joints[still].at)
        assert rotate(made.joints[still].turn, (1, 0, 0)) == pytest.approx((1, 0, 0), abs=1e-9)
        assert heel[1] > 5.0
    else:
        assert heel == pytest.approx((-4.0, 0.0, 9.0), abs=1e-6)
        assert made.joints["toes_r"].at[1] > 3.0


def test_toes_bend_as_told():
    made = skeleton(legs={"hip": [20, 0, 0], "knee": 60, "ankle": -20, "toes": 30})
    foot, toes = made.joints["foot_r"].turn, made.joints["toes_r"].turn
    assert dot(rotate(foot, (1, 0, 0)), rotate(toes, (1, 0, 0))) == pytest.approx(0.866, abs=0.001)


def test_lean_tilt_and_turn_go_the_ways_they_say():
    head = {key: skeleton(**{key: 20}).joints["head"].at for key in ("lean", "tilt")}
    assert head["lean"][0] > 10
    assert head["tilt"][2] > 10
    face = rotate(skeleton(turn=90).joints["head"].turn, (1, 0, 0))
    assert face == pytest.approx((0, 0, 1), abs=1e-9)


def test_the_face_and_the_hands_are_passed_on():
    made = skeleton(lids=1, jaw=0.5, smile=0.2, arms={"shoulder": [0, 5, 0], "grip": 0.7})
    assert made.face == (1.0, 0.5, 0.2)
    assert made.grips == {"r": 0.7, "l": 0.7}
    assert skeleton().face.smile == pytest.approx(0.35)
