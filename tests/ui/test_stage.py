"""The stage: which picture is shown when, and what is drawn for it."""

import os
import subprocess
import sys

import pytest

from tests.figure.shipped import figure
from unkink.ui.theme import DARK, LIGHT


@pytest.fixture
def stage(qtbot):
    """Return what puts a figure on a stage."""
    from unkink.ui.player.stage import Stage

    def show(name="nk-01", *, theme=LIGHT, mirror=False, size=(320, 280), **more):
        made = Stage(theme, **more)
        qtbot.addWidget(made)
        made.resize(*size)
        if name is not None:
            made.show_figure(figure(name), mirror=mirror)
        with qtbot.waitExposed(made):
            made.show()
        return made

    return show


@pytest.fixture
def drawn(qt, monkeypatch):
    """The moments that were drawn, instead of being taken from what is kept."""
    from unkink.ui.player import stage

    moments = []

    def draw(shown, at, *rest, **more):
        moments.append(at)
        return real(shown, at, *rest, **more)

    real = stage.draw
    monkeypatch.setattr(stage, "draw", draw)
    return moments


def seen(stage, at=None):
    from tests.ui.screen import picture

    if at is not None:
        stage.set_moment(at)
    return picture(stage)


def test_a_figure_moves_and_comes_round_again(stage):
    moving = stage()
    loop = figure("nk-01").seconds
    assert seen(moving, 0) != seen(moving, loop / 3)
    assert seen(moving, loop / 3) != seen(moving, loop / 2)
    assert seen(moving, loop) == seen(moving, 0)


def test_nothing_is_a_stage_without_a_figure(stage):
    empty = stage(None)
    empty.set_moment(1)
    background = seen(empty)
    full = stage()
    assert seen(full) != background
    full.show_figure(None, mirror=False)
    assert seen(full) == background


def test_a_loop_is_drawn_once(stage, drawn):
    moving = stage()
    frames = [n / 24 for n in range(12)]
    first = [seen(moving, at) for at in frames]
    count = len(drawn)
    assert count >= 12
    assert [seen(moving, at) for at in frames] == first
    assert len(drawn) == count


def test_of_a_long_loop_only_so_many_pictures_are_kept(stage, drawn, monkeypatch):
    monkeypatch.setattr("unkink.ui.player.stage.KEPT", 4)
    moving = stage()
    frames = [n / 24 for n in range(12)]
    first = [seen(moving, at) for at in frames]
    drawn.clear()
    assert [seen(moving, at) for at in frames] == first
    assert len(drawn) == 12 - 4


def test_what_is_kept_is_of_this_figure_side_and_size(stage, drawn):
    moving = stage("nk-02")
    right = seen(moving)
    drawn.clear()
    moving.show_figure(figure("nk-02"), mirror=True)
    assert seen(moving) != right
    moving.show_figure(figure("nk-01"), mirror=True)
    seen(moving)
    moving.resize(400, 300)
    seen(moving)
    assert len(drawn) == 3


def test_in_another_size_it_is_as_if_it_had_never_had_one(stage):
    changed, new = stage(), stage(size=(400, 300))
    seen(changed)
    changed.resize(400, 300)
    assert seen(changed) == seen(new)


def test_another_figure_begins_at_its_beginning(stage):
    moving = stage("nk-02")
    first = seen(moving, 0)
    moving.set_moment(2)
    moving.show_figure(figure("nk-01"), mirror=False)
    moving.show_figure(figure("nk-02"), mirror=False)
    assert seen(moving) == first


def test_without_motion_the_key_poses_stand_in_turn(stage, drawn):
    still = stage("hp-01", still=True)
    poses = figure("hp-01").key_poses
    assert len(poses) == 2
    one, other = seen(still, 0), seen(still, 4.1)
    assert one != other
    assert [seen(still, at) == one for at in (3.9, 7.9, 8.1)] == [True, False, True]
    assert drawn == [figure("hp-01").moment(pose) for pose in poses]


def test_a_small_one_shows_the_middle_of_the_movement_and_stands(stage, drawn):
    small = stage("hp-01", still=True, small=True, size=(84, 72))
    seen(small)
    assert set(drawn) == {figure("hp-01").moment(figure("hp-01").key_poses[1])}


def test_a_small_one_has_no_arrows(stage, monkeypatch):
    asked = []
    monkeypatch.setattr("unkink.ui.player.stage.draw", lambda *_, arrows, **__: asked.append(arrows) or [])
    seen(stage(small=True))
    assert set(asked) == {False}
    seen(stage())
    assert asked[-1] is True


def test_each_figure_is_told_when_it_is_first_painted(stage, qtbot):
    moving = stage()
    told = []
    moving.painted.connect(lambda: told.append(True))
    moving.set_moment(1)
    seen(moving)
    assert told == [], "it was told before"
    for name, mirror in (("nk-02", False), ("nk-02", True), ("nk-02", True)):
        told.clear()
        moving.show_figure(figure(name), mirror=mirror)
        qtbot.waitUntil(lambda: bool(told))
        seen(moving, 1)
        assert told == [True]


def test_it_is_painted_only_where_the_picture_changes(stage, qtbot):
    from tests.ui.screen import Paints, settle

    moving = stage()
    settle()
    paints = Paints(moving)
    for at in (0.001, 0.01, 0.02, 0.04):
        moving.set_moment(at)
        settle()
    assert paints.count == 0
    moving.set_moment(0.05)
    qtbot.waitUntil(lambda: paints.count == 1)


def test_it_is_dark_in_the_dark(stage):
    middle = [seen(stage(None, theme=theme)).pixelColor(160, 270).lightness() for theme in (LIGHT, DARK)]
    assert middle[0] > 200
    assert middle[1] < 60


PAINTING = """
import sys
from PySide6.QtWidgets import QApplication
from tests.figure.shipped import figure
from unkink.ui.player.stage import Stage
from unkink.ui.theme import LIGHT

app = QApplication(["unkink", "-platform", "offscreen"])
stage = Stage(LIGHT, small=True)
stage.resize(84, 72)
stage.show_figure(figure("nk-01"), mirror=False)
stage.show()
app.processEvents()
before = sys.getrefcount(None)
for frame in range(1000):
    stage.set_moment(frame / 24)
    stage.repaint()
print(sys.getrefcount(None) - before)
"""


def test_painting_takes_nothing_from_none(qt):
    # A PySide6 that loses a reference to None on every call aborts within a second of painting (6.12.0, Python 3.11).
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    said = subprocess.run([sys.executable, "-c", PAINTING], capture_output=True, text=True, check=False, env=env)
    assert (said.returncode, said.stderr) == (0, "")
    assert int(said.stdout) > -100
