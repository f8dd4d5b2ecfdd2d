"""Every shipped figure: it can be read, touches what it touches, and moves as people can."""

import math

import pytest

from tests.figure.shipped import BODIES, CLOSE, FOLDER, IDS, TABLES, WHOLE, figure, moments, rest
from unkink.catalogue.load import load
from unkink.figure import bones
from unkink.figure.algebra import add, dot, length, rotate, scale, sub, unit, unrotate
from unkink.figure.arm import TOUCHES
from unkink.figure.limits import motions
from unkink.figure.pose import Mode
from unkink.figure.posing import FLOOR
from unkink.figure.props import Round, solids
from unkink.figure.resting import to_rest
from unkink.figure.settle import Lump, extent, flesh
from unkink.figure.skeleton import Skeleton
from unkink.figure.solids import clearance
from unkink.figure.surface import outward

TRUNK = ("pelvis", "waist", "chest")

every_figure = pytest.mark.parametrize("id_", BODIES)
"""What is a close-up of a face or of hands is measured in a module of its own."""


def test_every_exercise_has_its_figure_and_every_figure_its_exercise():
    exercises = load().exercises
    assert set(IDS) == set(exercises)
    assert {id_: TABLES[id_]["title"] for id_ in IDS} == {id_: exercises[id_].name for id_ in IDS}


def test_every_file_says_how_to_write_a_figure():
    for file in FOLDER.glob("*.toml"):
        text = file.read_text(encoding="utf-8")
        assert text.startswith("# "), file
        assert "Centimetres and degrees" in text, file


@every_figure
def test_hands_are_where_they_should_be(id_):
    shown = figure(id_)
    for at in moments(shown):
        for limb, short in shown.skeleton(at).short.items():
            assert abs(short) <= 1.0, (limb, at)


@every_figure
def test_planted_feet_stand_on_the_ground(id_):
    shown = figure(id_)
    for at in moments(shown):
        pose, skeleton = shown.motion.pose(at), shown.skeleton(at)
        for side in "rl":
            limb = pose.limb(f"leg_{side}")
            if limb.mode is Mode.PLACED:
                low = -max(extent(lump, (0, -1, 0)) for lump in flesh(skeleton, (f"foot_{side}", f"toes_{side}")))
                assert abs(low - limb.numbers[1]) <= 0.5, at


@every_figure
def test_nothing_is_below_the_floor(id_):
    shown = figure(id_)
    parts = [*bones.SEGMENTS]
    for at in moments(shown):
        for lump in flesh(shown.skeleton(at), parts):
            assert -extent(lump, (0, -1, 0)) >= -0.5, (lump.segment, at)


@every_figure
def test_no_joint_is_beyond_what_people_can(id_):
    shown = figure(id_)
    for at in moments(shown, 12):
        too_far = [motion for motion in motions(shown.skeleton(at)) if motion.excess > 0.5]
        assert not too_far, at


@every_figure
def test_knees_and_elbows_bend_the_right_way(id_):
    shown = figure(id_)
    for at in moments(shown):
        hinges = [m for m in motions(shown.skeleton(at)) if m.joint.startswith(("knee", "elbow"))]
        assert len(hinges) == 4
        assert all(hinge.degrees > -0.5 for hinge in hinges), at


@every_figure
def test_bones_keep_their_lengths(id_):
    shown = figure(id_)
    lengths = {"thigh": ("shin", 42.0), "shin": ("foot", 40.0), "upper": ("fore", 28.0), "fore": ("hand", 25.0)}
    for at in moments(shown):
        joints = shown.skeleton(at).joints
        for side in "rl":
            for bone, (following, long) in lengths.items():
                apart = length(sub(joints[f"{bone}_{side}"].at, joints[f"{following}_{side}"].at))
                assert apart == pytest.approx(long, abs=1e-6), (bone, at)


@every_figure
def test_what_a_body_rests_on_it_touches_all_the_while(id_):
    shown = figure(id_)
    rolls = [name for name, prop in shown.props.items() if isinstance(prop, Round)]
    for at in moments(shown):
        skeleton = shown.skeleton(at)
        for thing in (*rolls, *_seats(id_, at)):
            _, gap = to_rest(thing, skeleton, shown.props, shown.starts)
            assert abs(gap) <= (1.5 if thing in rolls else 0.5), (thing, at)


def _seats(id_, at):
    """Return the chair where the body sits on it at both ends of the way: a chair may be leaned on, or got up from."""
    span = next(span for span in reversed(figure(id_).motion.spans) if span.start <= at)
    return ["chair"] if rest(id_, span.name) == rest(id_, span.to) == "chair" else []


@every_figure
def test_what_rolls_lies_on_its_plane_and_goes_half_as_far_as_the_body(id_):
    shown = figure(id_)
    rolling = {name: prop for name, prop in shown.props.items() if isinstance(prop, Round)}
    begun = shown.rolled(shown.skeleton(0.0))
    for at in moments(shown):
        skeleton = shown.skeleton(at)
        for name, rolled in shown.rolled(skeleton).items():
            prop = rolling[name]
            assert dot(sub(rolled.at, prop.base), prop.normal) == pytest.approx(prop.radius)
            moved = sub(
                outward(skeleton.joints[prop.under], prop.spot),
                outward(shown.skeleton(0.0).joints[prop.under], prop.spot),
            )
            way = sub(rolled.at, begun[name].at)
            assert length(way) <= length(moved) / 2 + 1e-6


@every_figure
def test_hands_lie_on_the_skin_they_touch(id_):
    """Measured against the flesh that is drawn, not against the spot the hand was put to."""
    shown = figure(id_)
    for at in moments(shown):
        skeleton, pose = shown.skeleton(at), shown.motion.pose(at)
        for side in skeleton.touches:
            hold, lift = pose.limb(f"arm_{side}").hold, pose.limb(f"arm_{side}").numbers[12]
            palm = outward(skeleton.joints[f"hand_{side}"], TOUCHES[hold.touch].point)
            if hold.on == FLOOR:
                gap = palm[1]
            elif hold.on in shown.props:
                gap = clearance(solids(shown.props[hold.on]), palm)
            else:
                gap = min(outside(lump, palm) for lump in flesh(skeleton, TRUNK if hold.on in TRUNK else [hold.on]))
            assert abs(gap - lift) <= (1.0 if not lift else 1.5), (side, hold.on, at)


def outside(lump: Lump, point) -> float:
    """How far a point is outside an ellipsoid, nearly."""
    way = sub(point, lump.centre)
    stretched = math.hypot(*(dot(way, unit(axis)) / length(axis) for axis in lump.axes))
    return length(way) * (1 - 1 / stretched)


@every_figure
def test_nothing_jumps_from_frame_to_frame(id_):
    """At 60 frames a second, while the body is on its way; a hold only breathes."""
    shown = figure(id_)
    before: Skeleton | None = None
    frames = [i / 60 for i in range(round(shown.seconds * 60) + 1)]
    ways = [(span.start, span.start + span.seconds) for span in shown.motion.spans if span.name != span.to]
    for at in frames:
        if not any(start - 0.05 <= at <= end + 0.05 for start, end in ways):
            before = None
            continue
        now = shown.skeleton(at)
        if before is not None:
            for name, joint in now.joints.items():
                was = before.joints[name]
                assert length(sub(joint.at, was.at)) < 3.0, (name, at)
                tip = rotate(joint.turn, (5.0, -8.0, 5.0)), rotate(was.turn, (5.0, -8.0, 5.0))
                assert length(sub(*tip)) < 4.0, (name, at)
        before = now


@every_figure
def test_the_loop_closes(id_):
    shown = figure(id_)
    last, first = shown.skeleton(shown.seconds - 1e-6), shown.skeleton(0.0)
    for name, joint in first.joints.items():
        assert length(sub(joint.at, last.joints[name].at)) < 0.05, name


@pytest.mark.parametrize("id_", CLOSE)
def test_a_frame_that_comes_close_shows_what_is_worked(id_):
    shown = figure(id_)
    x, y, wide, high = shown.frame
    assert shown.areas
    for at in moments(shown):
        joints = shown.skeleton(at).joints
        for area in shown.areas:
            for ball in area.balls:
                right, up, _ = rotate(shown.view, outward(joints[area.segment], (ball.x, ball.y, ball.z)))
                assert abs(right - x) < wide / 2, (area.segment, at)
                assert abs(up - y) < high / 2, (area.segment, at)


@pytest.mark.parametrize("id_", WHOLE)
def test_the_frame_shows_the_whole_body(id_):
    shown = figure(id_)
    x, y, wide, high = shown.frame
    for at in moments(shown):
        skeleton = shown.skeleton(at)
        for lump in flesh(skeleton, [name for name in bones.SEGMENTS if not name.startswith("hand")]):
            right, up, _ = rotate(shown.view, lump.centre)
            assert abs(right - x) < wide / 2, (lump.segment, at)
            assert abs(up - y) < high / 2, (lump.segment, at)


@pytest.mark.parametrize("id_", [id_ for id_ in BODIES if id_ != "lb-02"])  # it kneads while it holds
def test_a_hold_only_breathes(id_):
    shown = figure(id_)
    for span in shown.motion.spans:
        if span.name == span.to and not any(
            wave.window.parts and wave.window.touches(span) for wave in shown.motion.waves
        ):
            start, middle = shown.skeleton(span.start), shown.skeleton(span.start + span.seconds / 2)
            for name, joint in start.joints.items():
                assert length(sub(joint.at, middle.joints[name].at)) < 1.5, (span.name, name)


def test_the_paces_are_those_of_the_exercises():
    """Seconds: as dosed in the words of each exercise."""
    assert figure("br-03").seconds == pytest.approx(10.0)
    assert [span.seconds for span in figure("br-03").motion.spans] == [4.0, 6.0]
    for rolling in ("ub-04", "ub-10"):
        assert all(2.0 <= span.seconds <= 4.0 for span in figure(rolling).motion.spans)
    for stroking in ("sh-05", "lb-01"):
        assert 3.0 <= figure(stroking).seconds <= 4.0
    for id_, hold in (
        ("nk-02", 13.0),
        ("lb-12", 13.0),
        ("hp-01", 18.0),
        ("ub-12", 18.0),
        ("sh-04", 12.0),
        ("ub-06", 12.0),
    ):
        assert max(span.seconds for span in figure(id_).motion.spans if span.name == span.to) >= hold, id_
    assert figure("sh-02").seconds == pytest.approx(8.0)
    assert figure("sh-08").seconds == pytest.approx(45 / 8, abs=0.3)
    assert figure("lb-04").seconds == pytest.approx(30 / 6)
    assert figure("lb-06").seconds == pytest.approx(45 / 8, abs=0.1)
    assert figure("nk-01").seconds == pytest.approx(30 / 4, abs=0.2)


def test_breathing_swells_ribs_and_belly():
    shown = figure("br-03")
    empty, full = shown.skeleton(0.0), shown.skeleton(4.0)
    forward = (1.0, 0.0, 0.0)
    for part in ("waist", "chest"):
        depths = []
        for skeleton in (empty, full):
            lumps = flesh(skeleton, [part])
            depths.append(max(extent(x, forward) for x in lumps) + max(extent(x, scale(forward, -1)) for x in lumps))
        assert depths[1] > depths[0] + 1.0, part
    assert full.breath.belly > empty.breath.belly


def test_the_head_looks_over_one_shoulder_and_then_the_other():
    shown = figure("nk-01")
    faces = []
    for pose in ("right", "left"):
        joints = shown.motion.still(pose).joints
        faces.append(unrotate(joints["pelvis"].turn, rotate(joints["head"].turn, (1.0, 0.0, 0.0)))[2])
    assert faces[0] > 0.7
    assert faces[1] < -0.7


def test_a_palm_presses_into_what_it_lies_on():
    shown = figure("hp-01")
    hand = shown.skeleton(10.0).joints["hand_r"]
    palm = rotate(hand.turn, (1.0, 0.0, 0.0))
    assert palm == pytest.approx((0.0, -1.0, 0.0), abs=1e-6)
    assert add(hand.at, (0.0, 0.0, 0.0))[1] > 73.0
