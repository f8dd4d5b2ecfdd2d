"""What is wrong with a figure is told all at once, with its place, what was found and what is allowed."""

import pytest

from tests.figure.telling import table, told, wrong
from unkink.figure.model import Figure, FigureError
from unkink.figure.reader import Problem


def test_a_plain_figure_can_be_read():
    shown = told()
    assert shown.id == "x"
    assert shown.title == "A test"
    assert shown.seconds == 2.0
    assert shown.key_poses == ("up", "down")
    assert shown.moment("down") == 1.0
    with pytest.raises(KeyError):
        shown.moment("sideways")


def test_all_problems_are_told_at_once():
    with pytest.raises(FigureError) as caught:
        Figure.parse(
            "nk-01",
            {
                "view": {"yaw": 500, "roll": 1},
                "focus": ["nek"],
                "props": [{"kind": "chiar"}, {"at": [0, 0]}, {"kind": "mat", "colour": "red"}],
                "timeline": [["low", 1.0], ["hihg", 2.0]],
                "poses": {"low": {"arm_r": {"hand": [1, 2], "on": "haed"}, "leans": 4}},
                "speed": 3,
            },
        )
    places = {problem.place for problem in caught.value.problems}
    assert places == {
        "nk-01.title",
        "nk-01.view.yaw",
        "nk-01.view.roll",
        "nk-01.focus.0",
        "nk-01.props.0.kind",
        "nk-01.props.1.kind",
        "nk-01.props.2.colour",
        "nk-01.timeline.1",
        "nk-01.poses.low.arm_r.hand",
        "nk-01.poses.low.arm_r.on",
        "nk-01.poses.low.leans",
        "nk-01.speed",
    }
    text = str(caught.value)
    assert "nk-01.poses.low.arm_r.hand: found [1, 2], allowed is a list of 3 numbers" in text
    assert "did you mean head?" in text
    assert "did you mean lean?" in text


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"title": ""}, "x.title"),
        ({"title": 7}, "x.title"),
        ({"view": 3}, "x.view"),
        ({"view": {"pitch": "steep"}}, "x.view.pitch"),
        ({"view": {"pitch": True}}, "x.view.pitch"),
        ({"view": {"pitch": float("nan")}}, "x.view.pitch"),
        ({"focus": "neck"}, "x.focus"),
        ({"focus": ["between_blades_r"]}, "x.focus.0"),
        ({"props": [3]}, "x.props.0"),
        ({"props": [{"kind": "mat"}, {"kind": "mat"}]}, "x.props.1.kind"),
        ({"props": [{"kind": "ball", "on": "wall"}]}, "x.props.0.on"),
        ({"props": [{"kind": "chair", "back": 1}]}, "x.props.0.back"),
        ({"props": [{"kind": "towel"}]}, "x.props.0.hands"),
        ({"props": [{"kind": "towel", "hands": ["hand_r", "hand_l", "hand_r"]}]}, "x.props.0.hands"),
        ({"props": [{"kind": "towel", "hands": ["hand_r"], "over": [{"at": [0, 0, 0]}]}]}, "x.props.0.over.0.at"),
        ({"props": [{"kind": "towel", "at": [0, 0], "slack": 3}]}, "x.props.0.slack"),
        ({"props": [{"kind": "stair"}], "poses": {"up": {"rest": "stair"}}}, "x.poses.up.rest"),
        ({"timeline": []}, "x.timeline"),
        ({"timeline": ["up", ["up", 1]]}, "x.timeline.0"),
        ({"timeline": [["up", 0]]}, "x.timeline.0"),
        ({"timeline": [["up", 1, "stop"]]}, "x.timeline.0"),
        ({"frame": [0, 0, 10]}, "x.frame"),
        ({"frame": [0, 0, 10, 0]}, "x.frame"),
        ({"breath": 3}, "x.breath"),
        ({"poses": {"up": 3}}, "x.poses.up"),
        ({"poses": {"up": {}, "standing": {}}}, "x.poses.standing"),
        ({"poses": {"up": {"base": "nowhere"}}}, "x.poses.up.base"),
        ({"poses": {"up": {"base": 7}}}, "x.poses.up.base"),
        ({"poses": {"up": {"rest": "desk"}}, "props": [{"kind": "desk"}]}, "x.poses.up.rest"),
        ({"poses": {"up": {"base": "sitting"}}}, "x.poses.up.rest"),
        ({"poses": {"up": {"lids": 3}}}, "x.poses.up.lids"),
        ({"poses": {"up": {"arm_r": {"hand": [0, 0, 0], "elbow": 3}}}}, "x.poses.up.arm_r.elbow"),
        ({"poses": {"up": {"arm_r": {"hand": [0, 0, 0], "on": "fore_r"}}}}, "x.poses.up.arm_r.on"),
        ({"poses": {"up": {"arm_r": {"hand": [0, 0, 0], "touch": "nose"}}}}, "x.poses.up.arm_r.touch"),
        ({"poses": {"up": {"arms": {"hand": [0, 0, 0], "touch": "knuckles"}}}}, "x.poses.up.arms.palm"),
        ({"poses": {"up": {"arms": {"hand": [0, 0, 0], "fingers": [1, 0, 0]}}}}, "x.poses.up.arms.palm"),
        ({"poses": {"up": {"legs": {"foot": [0, 0, 9], "knee": 3}}}}, "x.poses.up.legs.knee"),
        ({"arrows": [{"path": [[0, 0, 0]]}]}, "x.arrows.0.path"),
        ({"arrows": [{"path": [[0, 0], [1, 1, 1], [2, 2, 2]]}]}, "x.arrows.0.path.0"),
        ({"arrows": [{"centre": [0, 0, 0], "axis": [0, 0, 0]}]}, "x.arrows.0.axis"),
        ({"arrows": [{"trace": "tail"}]}, "x.arrows.0.trace"),
        ({"arrows": [{"path": [[0, 0, 0], [1, 1, 1]], "during": ["never"]}]}, "x.arrows.0.during.0"),
        ({"waves": [{"value": "neck.turn", "period": 0.7}]}, "x.waves.0.period"),
        ({"waves": [{"value": "neck.twist"}]}, "x.waves.0.value"),
        ({"waves": [{"value": "arms.wink"}]}, "x.waves.0.value"),
        ({"waves": [{}]}, "x.waves.0.value"),
        ({"waves": [{"value": "legs.knee"}]}, "x.waves.0.value"),
    ],
)
def test_each_thing_that_can_be_wrong_has_its_place(more, place):
    if "poses" in more:
        more = {"timeline": [["up", 1]], **more}
    found = wrong(**more)
    assert list(found) == [place] or set(found) == {place}, found


def test_bases_that_come_back_to_themselves_are_told():
    found = wrong(timeline=[["a", 1]], poses={"a": {"base": "b"}, "b": {"base": "a"}})
    assert set(found) == {"x.poses.a.base", "x.poses.b.base"}


def test_two_arms_that_hold_each_other_are_told():
    arm = {"hand": [3, -10, 0], "on": "fore_l"}
    found = wrong(timeline=[["up", 1]], poses={"up": {"arms": arm}})
    assert found == {"x.poses.up": ("each arm on the other", "one of the hands on something else")}


def test_a_body_that_cannot_come_to_what_it_rests_on_is_told():
    props = [{"kind": "wall"}, {"kind": "ball", "on": "wall", "under": "pelvis", "spot": [-10, 60, 0]}]
    found = wrong(timeline=[["up", 1]], poses={"up": {"rest": "ball"}}, props=props)
    assert set(found) == {"x.poses.up.rest"}
    beside = {"timeline": [["up", 1]], "poses": {"up": {"rest": "chair"}}, "props": [{"kind": "chair", "at": [90, 0]}]}
    assert set(wrong(**beside)) == {"x.poses.up.rest"}


def test_a_long_thing_is_cut_short_in_a_problem():
    found = wrong(title=["a very long list that goes on"] * 5)
    assert found["x.title"][0].endswith("...")
    assert len(found["x.title"][0]) == 60


def test_a_figure_without_a_timeline_tells_what_else_is_wrong():
    raw = table(speed=1, arrows=[], waves=[], breath=1, frame=[])
    del raw["timeline"]
    with pytest.raises(FigureError) as caught:
        Figure.parse("x", raw)
    assert {problem.place for problem in caught.value.problems} == {"x.timeline", "x.speed"}


def test_a_problem_is_one_line():
    assert str(Problem("a.b", "3", "a text")) == "a.b: found 3, allowed is a text"


@pytest.mark.parametrize("rig", ["head", "hands"])
def test_a_close_up_has_a_title_too(rig):
    with pytest.raises(FigureError) as caught:
        Figure.parse("xx-01", {"rig": rig})
    assert "xx-01.title" in {problem.place for problem in caught.value.problems}
