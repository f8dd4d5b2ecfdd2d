"""The loop: stops, holds, passes, mixed ways of telling a limb, waves, windows."""

import math
from itertools import pairwise

import pytest

from tests.figure.telling import told, wrong
from unkink.figure.algebra import length, rotate, sub
from unkink.figure.pose import Mode
from unkink.figure.timeline import Window

THREE = {
    "a": {"base": "standing", "neck": [0, 0, 0]},
    "b": {"base": "standing", "neck": [0, 0, 20]},
    "c": {"base": "standing", "neck": [0, 0, 40]},
}


def turned(shown, at):
    """How far the head is turned to the right."""
    face = rotate(shown.skeleton(at).joints["head"].turn, (1.0, 0.0, 0.0))
    return math.degrees(math.atan2(face[2], face[0]))


def speed(shown, at):
    return (turned(shown, at + 0.01) - turned(shown, at - 0.01)) / 0.02


def test_a_stop_is_stood_still_at():
    shown = told(timeline=[["a", 1.0], ["b", 1.0], ["c", 2.0]], poses=THREE, breath=0)
    assert turned(shown, 1.0) == pytest.approx(20.0)
    assert abs(speed(shown, 1.0)) < 0.5
    assert turned(shown, 0.5) == pytest.approx(10.0)
    assert turned(shown, 2.0) == pytest.approx(40.0)


def test_a_pass_is_gone_through_without_a_stop():
    shown = told(timeline=[["a", 1.0], ["b", 1.0, "pass"], ["c", 2.0]], poses=THREE, breath=0)
    assert turned(shown, 1.0) == pytest.approx(20.0)
    assert speed(shown, 1.0) == pytest.approx(20.0, abs=0.5)
    assert speed(shown, 0.99) == pytest.approx(speed(shown, 1.01), abs=1.0)
    assert abs(speed(shown, 0.0)) < 1.0
    assert abs(speed(shown, 2.0)) < 1.0


def test_a_loop_of_nothing_but_passes_never_stops():
    round_ = [[pose, 0.5, "pass"] for pose in ("a", "b", "c", "b")]
    shown = told(timeline=round_, poses=THREE, breath=0)
    assert abs(speed(shown, 0.5)) > 30.0
    assert turned(shown, 1.5) == pytest.approx(20.0)


def test_the_same_pose_twice_is_a_hold():
    shown = told(timeline=[["a", 1.0], ["b", 5.0], ["b", 1.0]], poses=THREE, breath=0)
    assert all(turned(shown, at) == pytest.approx(20.0) for at in (1.0, 3.0, 5.9))
    assert shown.key_poses == ("a", "b")


def test_time_goes_round_for_ever():
    shown = told(timeline=[["a", 1.0], ["b", 1.0]], poses=THREE)
    assert turned(shown, 0.3) == pytest.approx(turned(shown, 200.3))
    assert turned(shown, 0.3) == pytest.approx(turned(shown, -1.7))


ARM = {
    "hangs": {"base": "standing"},
    "head": {"base": "standing", "arm_r": {"hand": [0, 18, 3], "on": "head", "pole": [0.3, 0.3, 1]}},
    "chest": {"base": "standing", "arm_r": {"hand": [12, 12, 4], "on": "chest"}},
    "air": {"base": "standing", "arm_r": {"hand": [30, 120, 20]}},
    "lifted": {"base": "standing", "leg_r": {"hip": [60, 5, 0], "knee": 80}, "root": [0, 88, -4]},
    "low": {"base": "standing", "root": [0, 70, 0]},
}


@pytest.mark.parametrize(
    ("start", "end"), [("hangs", "head"), ("head", "chest"), ("chest", "air"), ("hangs", "lifted"), ("low", "lifted")]
)
def test_limbs_told_in_different_ways_are_mixed_as_rotations(start, end):
    shown = told(timeline=[[start, 1.0], [end, 1.0]], poses=ARM, breath=0)
    span = shown.motion.spans[0]
    modes = {limb.mode for pose in span.poses for limb in pose.limbs}
    assert Mode.FREE in modes
    for name, at in ((start, 0.0), (end, 1.0)):
        still, moving = shown.motion.still(name), shown.skeleton(at)
        for segment, joint in still.joints.items():
            assert length(sub(joint.at, moving.joints[segment].at)) < 0.01, (name, segment)
            tip = (3.0, -9.0, 2.0)
            assert length(sub(rotate(joint.turn, tip), rotate(moving.joints[segment].turn, tip))) < 0.02, (
                name,
                segment,
            )


def test_limbs_told_alike_are_mixed_as_they_are_told():
    poses = {
        name: {"base": "standing", "arms": {"hand": [12, y, 8], "on": "chest"}} for name, y in (("a", 8), ("b", 14))
    }
    shown = told(timeline=[["a", 1.0], ["b", 1.0]], poses=poses)
    assert {limb.mode for pose in shown.motion.spans[0].poses for limb in pose.limbs} == {Mode.PLACED, Mode.PLACED}
    assert len(shown.skeleton(0.5).touches) == 2


def test_a_wave_swings_about_what_the_timeline_tells():
    wave = {"value": "neck.turn", "size": 10, "period": 1.0}
    shown = told(timeline=[["a", 2.0], ["a", 2.0]], poses=THREE, waves=[wave], breath=0)
    assert turned(shown, 0.25) == pytest.approx(10.0, abs=0.1)
    assert turned(shown, 0.75) == pytest.approx(-10.0, abs=0.1)
    assert turned(shown, 1.0) == pytest.approx(0.0, abs=0.1)


def test_a_wave_of_both_arms_is_mirrored():
    poses = {"a": {"base": "standing", "arms": {"hand": [12, 8, 8], "on": "chest"}}}
    wave = {"value": "arms.hand.z", "size": 3, "period": 1.0}
    shown = told(timeline=[["a", 1.0]], poses=poses, waves=[wave], breath=0)
    joints = shown.skeleton(0.25).joints
    assert joints["hand_r"].at[2] == pytest.approx(-joints["hand_l"].at[2])
    assert joints["hand_r"].at[2] > shown.motion.still("a").joints["hand_r"].at[2] + 1.0


def test_a_wave_of_one_arm_leaves_the_other():
    wave = {"value": "arm_r.elbow", "size": 20, "period": 1.0}
    shown = told(timeline=[["a", 1.0]], poses=THREE, waves=[wave], breath=0)
    now, still = shown.skeleton(0.25).joints, shown.motion.still("a").joints
    assert length(sub(now["hand_r"].at, still["hand_r"].at)) > 5.0
    assert length(sub(now["hand_l"].at, still["hand_l"].at)) < 1e-9


def test_a_wave_may_swing_only_now_and_then():
    wave = {"value": "neck.turn", "size": 10, "period": 0.7, "during": ["b > b"]}
    shown = told(timeline=[["b", 3.0], ["b", 1.0], ["a", 1.0]], poses=THREE, waves=[wave], breath=0)
    assert turned(shown, 4.5) == pytest.approx(
        turned(told(timeline=[["b", 3.0], ["b", 1.0], ["a", 1.0]], poses=THREE, breath=0), 4.5)
    )
    assert max(abs(turned(shown, 1.0 + i / 50) - 20.0) for i in range(40)) > 9.0


def test_a_wave_needs_its_value_all_the_while():
    poses = {"a": {"base": "standing"}, "b": {"base": "standing", "arms": {"hand": [30, 120, 20]}}}
    found = wrong(timeline=[["a", 1.0], ["b", 1.0]], poses=poses, waves=[{"value": "arms.elbow", "during": ["a"]}])
    assert found == {}
    found = wrong(timeline=[["a", 1.0], ["b", 1.0]], poses=poses, waves=[{"value": "arms.wrist.bend"}])
    assert list(found) == ["x.waves.0.value"]


def test_somebody_who_holds_still_breathes():
    quiet, still = told(timeline=[["a", 10.0]], poses=THREE), told(timeline=[["a", 10.0]], poses=THREE, breath=0)
    breaths = [quiet.skeleton(i / 10).breath.ribs for i in range(100)]
    assert max(breaths) == pytest.approx(0.3, abs=0.01)
    assert min(breaths) == pytest.approx(-0.3, abs=0.01)
    assert sum(a < 0 <= b for a, b in pairwise(breaths)) == 2
    assert still.skeleton(2.0).breath == (0.0, 0.0)


def test_a_window_comes_and_goes_softly():
    window = Window(((1.0, 3.0), (5.0, 6.0)), 0.5)
    assert [window.level(at) for at in (0.5, 1.0, 1.25, 2.0, 3.0, 4.0, 5.5)] == [0.0, 0.0, 0.5, 1.0, 0.0, 0.0, 1.0]
    assert Window((), 0.5).level(0.0) == 1.0
