"""The figures by the ids of the exercises: read when wanted, and what is wrong names its file."""

import shutil
from dataclasses import replace

import pytest

from unkink.catalogue import figures
from unkink.catalogue.figures import Figures
from unkink.catalogue.load import load
from unkink.errors import UnkinkError
from unkink.paths import package

NECK = load().exercises["nk-01"]


@pytest.fixture
def neck(tmp_path, monkeypatch):
    """The file of the neck's figures, in a folder of its own."""
    monkeypatch.setattr(figures, "package", lambda *parts: str(tmp_path.joinpath(*parts)))
    folder = tmp_path / "catalogue" / "figures"
    folder.mkdir(parents=True)
    shutil.copy(package("catalogue", "figures", "neck.toml"), folder)
    return folder / "neck.toml"


def refused(exercise, title):
    with pytest.raises(UnkinkError) as caught:
        Figures().of(exercise)
    assert caught.value.title == title
    return caught.value.message


def test_a_figure_is_read_once(neck):
    shown = Figures()
    first = shown.of(NECK)
    neck.unlink()
    assert shown.of(NECK) is first
    assert shown.of(load().exercises["nk-02"]).id == "nk-02", "its file was read already"


def test_an_exercise_without_a_figure_is_named_with_the_file(neck):
    assert refused(replace(NECK, id="nk-99"), "A figure is missing") == f"{neck}: nk-99"


def test_a_region_without_a_file_is_named(neck):
    said = refused(replace(NECK, region="tail"), "A figure can't be read")
    assert str(neck.with_name("tail.toml")) in said


def test_a_file_that_is_no_toml_is_named_with_the_line(neck):
    neck.write_text("[nk-01]\ntitle = \n")
    said = refused(NECK, "A figure can't be read")
    assert said.startswith(f"{neck}: ")
    assert "line 2" in said


def test_a_figure_that_is_wrong_is_named_with_every_problem(neck):
    text = neck.read_text(encoding="utf-8")
    neck.write_text(text.replace("yaw = 66", "yaw = 666").replace('focus = ["neck"]', 'focus = ["tail"]', 1))
    said = refused(NECK, "A figure can't be read")
    assert said.startswith(f"{neck}: ")
    assert "nk-01.view.yaw" in said
    assert "tail" in said
    assert Figures().of(load().exercises["nk-02"]), "the others are none the worse"
