"""Close-ups of hands: they bend as hands do, touch what they touch, and a table that is wrong says where."""

import math

import pytest

from tests.figure.shipped import RIGS, figure, moments
from unkink.figure.algebra import compose, dot, inverse, length, rotate, sub
from unkink.figure.display import Caps, Gradient, Line, Poly, Soft
from unkink.figure.hand.anatomy import BONES, DIGITS, FINGERS, FORE, piece
from unkink.figure.hand.flesh import fore_distance, palm_distance, section, solid_distance
from unkink.figure.hand.motion import HandMotion
from unkink.figure.hand.pose import numbers_of
from unkink.figure.hand.shapes import SHAPES, WRIST_BENDS, WRIST_SIDES, ranges
from unkink.figure.hand.things import Held
from unkink.figure.model import Figure, FigureError
from unkink.figure.palette import DARK, LIGHT
from unkink.figure.props import Desk, Round
from unkink.figure.scene import draw
from unkink.figure.solids import Rod, clearance
from unkink.figure.surface import inward, outward

HANDS = tuple(id_ for id_, rig in RIGS.items() if rig == "hands")
K = {"r": 1.0, "l": -1.0}

every_figure = pytest.mark.parametrize("id_", HANDS)


def motion_of(id_):
    motion = figure(id_).motion
    assert isinstance(motion, HandMotion)
    return motion


def bend(before, after):
    """Degrees that a piece is bent towards its pad from the one before."""
    x, y, _ = rotate(compose(inverse(before), after), (0.0, -1.0, 0.0))
    return math.degrees(math.atan2(x, -y))


def test_all_ten_are_there():
    assert set(HANDS) == {f"hw-{i:02}" for i in range(1, 11)}


@every_figure
def test_fingers_bend_the_right_way_and_as_far_as_people_can(id_):
    shown = figure(id_)
    for at in moments(shown, 12):
        skeleton = shown.skeleton(at)
        for side in skeleton.sides:
            for digit in DIGITS:
                turns = [skeleton.joints[piece(digit, side, number)].turn for number in (1, 2, 3)]
                angles = [bend(turns[0], turns[1]), bend(turns[1], turns[2])]
                if digit in FINGERS:
                    angles.insert(0, bend(skeleton.joints[f"hand_{side}"].turn, turns[0]))
                for angle, (low, high) in zip(angles, ranges(digit)[-len(angles) :], strict=True):
                    assert low - 0.5 <= angle <= high + 0.5, (digit, side, at)


@every_figure
def test_wrists_bend_as_far_as_people_can(id_):
    shown = figure(id_)
    for at in moments(shown, 12):
        skeleton = shown.skeleton(at)
        for side in skeleton.sides:
            fore, hand = skeleton.joints[f"fore_{side}"], skeleton.joints[f"hand_{side}"]
            x, y, z = rotate(compose(inverse(fore.turn), hand.turn), (0.0, -1.0, 0.0))
            assert WRIST_BENDS[0] <= math.degrees(math.atan2(x, -y)) <= WRIST_BENDS[1], (side, at)
            assert WRIST_SIDES[0] <= math.degrees(math.asin(-z * K[side])) <= WRIST_SIDES[1], (side, at)


@every_figure
def test_bones_keep_their_lengths(id_):
    shown = figure(id_)
    roots: dict[str, tuple[float, float, float]] = {}
    for at in moments(shown):
        joints, sides = shown.skeleton(at).joints, shown.skeleton(at).sides
        for side in sides:
            assert length(sub(joints[f"fore_{side}"].at, joints[f"hand_{side}"].at)) == pytest.approx(FORE)
            for digit in DIGITS:
                a, b, c = (joints[piece(digit, side, number)].at for number in (1, 2, 3))
                assert length(sub(a, b)) == pytest.approx(BONES[digit].lengths[0])
                assert length(sub(b, c)) == pytest.approx(BONES[digit].lengths[1])
                root = inward(joints[f"hand_{side}"], a)
                assert root == pytest.approx(roots.setdefault(digit + side, root), abs=1e-6)


def target_of(skeleton, hold, side):
    """How far points are from what a hand is on."""
    other = "l" if side == "r" else "r"
    if hold.on == "forearm":
        return fore_distance(skeleton.joints[f"fore_{other}"])
    if hold.on in ("fingers", "finger_backs"):
        rods = []
        for digit in FINGERS:
            radii = BONES[digit].radii
            for i, long in enumerate(BONES[digit].lengths):
                joint = skeleton.joints[piece(digit, other, i + 1)]
                rods.append(Rod(joint.at, outward(joint, (0.0, -long, 0.0)), (radii[i] + radii[i + 1]) / 2))
        return lambda point: clearance(rods, point)
    return palm_distance(skeleton.joints[f"hand_{other}"], K[other])


def touching_skin(skeleton, hold, side):
    """The point of the drawn skin that touches."""
    if hold.touch in ("palm", "heel"):
        return outward(skeleton.joints[f"hand_{side}"], (1.6, -6.2, 0.0) if hold.touch == "palm" else (2.1, -3.2, 0.0))
    digit = "thumb" if hold.touch == "thumb" else "middle"
    bone = BONES[digit]
    return outward(skeleton.joints[piece(digit, side, 3)], (bone.radii[3], -bone.lengths[2] * 0.75, 0.0))


@every_figure
def test_a_helping_hand_is_on_what_it_touches_all_through_the_loop(id_):
    """Measured against the skin that is drawn."""
    shown, motion = figure(id_), motion_of(id_)
    for at in moments(shown, 16):
        skeleton = shown.skeleton(at)
        for side, hold in motion.holds.items():
            if hold.on:
                lift = numbers_of(motion.pose(at), side)[12]
                gap = target_of(skeleton, hold, side)(touching_skin(skeleton, hold, side))
                assert abs(gap - lift) <= 1.0, (side, at)


@every_figure
def test_fingers_that_wrap_reach_round_and_go_into_nothing(id_):
    shown, motion = figure(id_), motion_of(id_)
    for at in moments(shown):
        skeleton = shown.skeleton(at)
        for side, hold in motion.holds.items():
            if not hold.wrap:
                continue
            lift = numbers_of(motion.pose(at), side)[12] if hold.on else 0.0
            held = [
                solid_distance(skeleton.held[name].solid(thing.long))
                for name, thing in motion.things.items()
                if isinstance(thing, Held)
            ]
            distance = held[0] if held else target_of(skeleton, hold, side)
            for digit in FINGERS:
                joint, bone = skeleton.joints[piece(digit, side, 3)], BONES[digit]
                gap = distance(outward(joint, (0.0, -bone.lengths[2], 0.0))) - bone.radii[3]
                assert gap - lift >= -0.4, (digit, at)


@every_figure
def test_things_are_touched(id_):
    shown, motion = figure(id_), motion_of(id_)
    for at in moments(shown):
        skeleton = shown.skeleton(at)
        for name, rolled in motion.rolled(skeleton).items():
            thing = motion.things[name]
            assert isinstance(thing, Round)
            gap = fore_distance(skeleton.joints[thing.under])(rolled.at) - thing.radius
            assert abs(gap) <= 1.0, at
        for name, placed in skeleton.held.items():
            side = motion.things[name].side
            solid = solid_distance(placed.solid(motion.things[name].long))
            assert abs(solid(outward(skeleton.joints[f"hand_{side}"], (1.4, -7.4, 0.0)))) <= 1.0, at
            tips = [skeleton.joints[piece(digit, side, 3)].at for digit in FINGERS]
            assert sum(solid(tip) < 1.6 for tip in tips) >= 3, at


@every_figure
def test_nothing_goes_through_a_desk(id_):
    shown, motion = figure(id_), motion_of(id_)
    for desk in motion.things.values():
        if not isinstance(desk, Desk):
            continue
        for at in moments(shown):
            skeleton = shown.skeleton(at)
            for side in skeleton.sides:
                fore = skeleton.joints[f"fore_{side}"]
                for y in (0.0, -8.0, -16.0, -25.0):
                    axes = [rotate(fore.turn, axis)[1] for axis in ((1.0, 0.0, 0.0), (0.0, 0.0, 1.0))]
                    thick = math.hypot(*(a * r for a, r in zip(axes, section(y), strict=True)))
                    assert outward(fore, (0.0, y, 0.0))[1] - thick >= desk.height - 1.5, (side, y, at)
                for digit in DIGITS:
                    joint, bone = skeleton.joints[piece(digit, side, 3)], BONES[digit]
                    tip = outward(joint, (0.0, -bone.lengths[2], 0.0))
                    assert tip[1] - bone.radii[3] >= desk.height - 0.5, (digit, side, at)


@every_figure
def test_nothing_jumps_from_frame_to_frame(id_):
    """At 60 frames a second, all the loop long: a hold may shake."""
    shown = figure(id_)
    before = None
    for i in range(round(shown.seconds * 60) + 1):
        now = shown.skeleton(i / 60).joints
        if before is not None:
            for name, joint in now.items():
                assert length(sub(joint.at, before[name].at)) < 1.5, (name, i / 60)
                tip, was = (outward(place, (0.0, -2.0, 0.0)) for place in (joint, before[name]))
                assert length(sub(tip, was)) < 1.8, (name, i / 60)
        before = now


@every_figure
def test_the_loop_closes(id_):
    shown = figure(id_)
    last, first = shown.skeleton(shown.seconds - 1e-6), shown.skeleton(0.0)
    for name, joint in first.joints.items():
        assert length(sub(joint.at, last.joints[name].at)) < 0.05, name


@every_figure
def test_the_frame_shows_the_whole_hands(id_):
    shown = figure(id_)
    x, y, wide, high = shown.frame
    for at in moments(shown):
        for name, joint in shown.skeleton(at).joints.items():
            if not name.startswith("fore"):
                right, up, _ = rotate(shown.view, joint.at)
                assert abs(right - x) < wide / 2, (name, at)
                assert abs(up - y) < high / 2, (name, at)


def xs(item):
    """Every place across of an item of the picture."""
    match item:
        case Caps(spans, _):
            return [x for span in spans for x in (span.x0, span.x1)]
        case Poly(parts, _) | Line(parts, _, _):
            return [x for part in parts for x, _ in part]
        case Soft():
            return [item.x]


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@every_figure
def test_the_left_side_is_the_same_picture_mirrored(id_, palette):
    shown, at = figure(id_), 0.4
    plain = draw(shown, at, (300.0, 200.0), palette)
    other = draw(shown, at, (300.0, 200.0), palette, mirror=True)
    assert [type(item) for item in plain] == [type(item) for item in other]
    for a, b in zip(plain, other, strict=True):
        if len(xs(a)) == len(xs(b)):  # a hull may begin elsewhere
            assert min(xs(a)) == pytest.approx(300.0 - max(xs(b)), abs=0.5)
            assert max(xs(a)) == pytest.approx(300.0 - min(xs(b)), abs=0.5)


@every_figure
def test_a_picture_has_sane_numbers(id_):
    shown = figure(id_)
    for item in draw(shown, 0.3, (300.0, 200.0), LIGHT):
        assert all(math.isfinite(x) and -2000 < x < 2000 for x in xs(item))
        if isinstance(item.paint, Gradient):
            assert all(0.0 <= place <= 1.0 and 0.0 <= colour.a <= 1.0 for place, colour in item.paint.stops)


def test_the_paces_are_those_of_the_exercises():
    spans = {id_: figure(id_).motion.spans for id_ in HANDS}
    for stretch in ("hw-01", "hw-02"):
        assert max(span.seconds for span in spans[stretch] if span.name == span.to) >= 13
    assert [span.seconds for span in spans["hw-03"] if span.name == span.to] == [2.0] * 5
    assert 3.0 <= figure("hw-04").seconds <= 4.0
    assert all(2.0 <= span.seconds <= 4.0 for span in spans["hw-06"])
    assert figure("hw-03").seconds == pytest.approx(40 / 2)
    assert figure("hw-05").seconds == pytest.approx(2 * (3 + 2))
    assert figure("hw-08").seconds == pytest.approx(30 / 8)
    assert figure("hw-09").seconds == pytest.approx(30.0)
    assert figure("hw-10").seconds == pytest.approx(30 / 6)


def test_shapes_are_what_people_can_do():
    for word, shape in SHAPES.items():
        for digit, bends in zip(DIGITS, shape, strict=True):
            for value, (low, high) in zip(bends, ranges(digit), strict=True):
                assert low <= value <= high, (word, digit)


def test_a_fan_is_wide_and_a_fist_is_small():
    reach = {}
    for word in ("fan", "flat", "fist"):
        skeleton = told(poses={"a": {"hand_r": {"shape": word}}}).skeleton(0.0)
        hand = skeleton.joints["hand_r"]
        tips = [outward(skeleton.joints[piece(digit, "r", 3)], (0.0, -1.8, 0.0)) for digit in FINGERS]
        reach[word] = max(length(sub(tip, hand.at)) for tip in tips), length(sub(tips[0], tips[-1]))
    assert reach["fist"][0] < 9.0
    assert reach["flat"][0] > 16.0
    assert reach["fan"][1] > 1.5 * reach["flat"][1]


def test_both_hands_are_told_at_once_as_mirror_images():
    joints = (
        told(poses={"a": {"hands": {"wrist": [1, 2, 9], "arm": [0.2, 1, -0.3], "shape": "fan"}}}).skeleton(0).joints
    )
    for name, joint in joints.items():
        if "_r" in name:
            x, y, z = joints[name.replace("_r", "_l")].at
            assert joint.at == pytest.approx((x, y, -z), abs=1e-6)


def test_a_palm_presses_into_what_it_lies_on():
    poses = {
        "a": {"hand_r": {}, "hand_l": {"on": "forearm", "spot": [0.5, 180], "fingers": [0, 0, 1], "arm": [0, 0, 1]}}
    }
    joints = told(poses=poses).skeleton(0.0).joints
    assert dot(rotate(joints["hand_l"].turn, (1.0, 0.0, 0.0)), (0.0, -1.0, 0.0)) > 0.999


def table(**more):
    plain = {"rig": "hands", "title": "A test", "timeline": [["a", 1.0]], "poses": {"a": {"hand_r": {}}}}
    return {**plain, **more}


def told(**more):
    return Figure.parse("x", table(**more))


def places(**more):
    try:
        told(**more)
    except FigureError as error:
        return {problem.place for problem in error.problems}
    return set()


ON = {"on": "forearm"}


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"rig": "feet"}, "x.rig"),
        ({"title": 3}, "x.title"),
        ({"poses": {}}, "x.timeline.0"),
        ({"poses": {"a": {}}}, "x.poses.a"),
        ({"sleeve": 2}, "x.sleeve"),
        ({"focus": ["calf"]}, "x.focus.0"),
        ({"view": {"roll": 3}}, "x.view.roll"),
        ({"colour": "red"}, "x.colour"),
        ({"frame": [0, 0, 0, 4]}, "x.frame"),
        ({"poses": {"a": {"hand_r": {"shape": "paw"}}}}, "x.poses.a.hand_r.shape"),
        ({"poses": {"a": {"hand_r": {"index": [0, 0, -40, 0]}}}}, "x.poses.a.hand_r.index"),
        ({"poses": {"a": {"hand_r": {"thumb": [0, 0]}}}}, "x.poses.a.hand_r.thumb"),
        ({"poses": {"a": {"hand_r": {"bend": [120, 0]}}}}, "x.poses.a.hand_r.bend"),
        ({"poses": {"a": {"hand_r": {"squeeze": 2}}}}, "x.poses.a.hand_r.squeeze"),
        ({"poses": {"a": {"hand_r": {"wrist": [0, 0]}}}}, "x.poses.a.hand_r.wrist"),
        ({"poses": {"a": {"hand_r": {"nail": 1}}}}, "x.poses.a.hand_r.nail"),
        ({"poses": {"a": {"hand_r": {}, "hand_l": {"on": "knee"}}}}, "x.poses.a.hand_l.on"),
        ({"poses": {"a": {"hand_r": {}, "hand_l": {**ON, "touch": "elbow"}}}}, "x.poses.a.hand_l.touch"),
        ({"poses": {"a": {"hand_r": ON, "hand_l": ON}}}, "x.poses.a.hand_r.on"),
        ({"poses": {"a": {"hand_r": ON}}}, "x.poses.a.hand_r.on"),
        ({"poses": {"a": {"hand_r": {}, "hand_l": ON}, "b": {"hand_r": {}, "hand_l": {}}}}, "x.poses.b.hand_l"),
        ({"poses": {"a": {"hand_r": {}}, "b": {"hand_l": {}}}}, "x.poses.b.hand_r"),
        ({"poses": {"a": {"base": "a", "hand_r": {}}}}, "x.poses.a.base"),
        ({"poses": {"a": {"base": "b", "hand_r": {}}, "b": {"base": "a"}}}, "x.poses.a.base"),
        ({"props": [{"kind": "hammer"}]}, "x.props.0.kind"),
        ({"props": [{}]}, "x.props.0.kind"),
        ({"props": [{"kind": "desk"}, {"kind": "desk"}]}, "x.props.1.kind"),
        ({"props": [{"kind": "towel", "hand": "hand_l"}]}, "x.props"),
        ({"props": [{"kind": "ball", "under": "fore_l"}]}, "x.props"),
        ({"waves": [{"value": "hand_r.tail"}]}, "x.waves.0.value"),
        ({"waves": [{"value": "hand_r.bend", "period": 0.3}]}, "x.waves.0.period"),
        ({"waves": [{"value": "hand_l.bend"}]}, "x.waves.0.value"),
        ({"arrows": [{"on": "chest", "path": [[0, 0, 0], [1, 0, 0]]}]}, "x.arrows.0.on"),
        ({"timeline": [["b", 1]]}, "x.timeline.0"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(more, place):
    assert place in places(**more)


def test_a_plain_table_is_right():
    assert places() == set()


def test_waves_swing_a_hand():
    shown = told(waves=[{"value": "hands.bend", "size": 30, "period": 1}], poses={"a": {"hands": {}}})
    bent = [
        bend(shown.skeleton(at).joints["fore_r"].turn, shown.skeleton(at).joints["hand_r"].turn) for at in (0.25, 0.75)
    ]
    assert bent == pytest.approx([30.0, -30.0])
