"""A user's own exercises and routines: added to what is shipped, never in place of it; a bad file is left out."""

import re
from pathlib import Path

import pytest

from tests.catalogue.own import PICTURES, exercise, routine, template, write
from unkink.catalogue import schema
from unkink.catalogue.load import load, made
from unkink.catalogue.merge import merge
from unkink.catalogue.rows import own_files, shipped_files
from unkink.paths import package


def read(folder):
    return made(merge(shipped_files(package("catalogue")), own_files(str(folder))))


def said(folder):
    """The problems, without the folder."""
    return [str(problem).replace(f"{folder}/", "") for problem in read(folder).problems]


def test_what_a_user_wrote_is_there_beside_what_is_shipped(tmp_path):
    write(tmp_path, "mine.toml", exercise(), routine())
    found, shipped = read(tmp_path), load()
    assert found.problems == ()
    assert found.exercises["my-stretch"].name == "Doorway lean"
    assert found.routine("my-routine").steps[0].exercise is found.exercises["my-stretch"]
    assert {id_: each for id_, each in found.exercises.items() if id_ != "my-stretch"} == shipped.exercises
    assert found.routines[:-1] == shipped.routines


def test_a_routine_may_have_exercises_of_any_file(tmp_path):
    write(tmp_path, "a.toml", routine("a", "b-stretch"), routine("shipped", "nk-01"))
    write(tmp_path, "b.toml", exercise("b-stretch"))
    assert said(tmp_path) == []
    assert [each.id for each in read(tmp_path).routines[-2:]] == ["a", "shipped"]


def test_other_files_in_the_folder_and_a_folder_that_is_not_there_are_nothing(tmp_path):
    (tmp_path / "notes.txt").write_text("no toml")
    (tmp_path / ".#mine.toml").write_text("an editor's")
    assert read(tmp_path) == load() == read(tmp_path / "nowhere")


def test_the_template_is_right_once_its_comments_are_taken_away(tmp_path):
    write(tmp_path, "mine.toml", template())
    assert said(tmp_path) == []
    assert read(tmp_path).routine("my-routine").seconds == 80


def test_an_id_that_is_shipped_is_never_replaced_and_both_places_are_named(tmp_path):
    write(tmp_path, "mine.toml", exercise("nk-01"), routine("r02", "nk-02"))
    exercises, routines = package("catalogue", "exercises", "neck.toml"), package("catalogue", "routines.toml")
    one, other = said(tmp_path)
    assert one.startswith(f'mine.toml:1: nk-01: found an id that stands in {exercises}:4 already ("nk-01"); ')
    assert other.startswith(f"mine.toml:20: r02: found an id that stands in {routines}:")
    assert other.endswith('Call it "my-r02", for instance.')
    assert read(tmp_path).exercises == load().exercises
    assert read(tmp_path).routines == load().routines


def test_of_two_files_with_one_id_the_later_is_left_out(tmp_path):
    write(tmp_path, "a.toml", exercise())
    write(tmp_path, "b.toml", exercise(name='"Another"'), routine("b", "nk-01"))
    [problem] = said(tmp_path)
    assert problem.startswith('b.toml:1: my-stretch: found an id that stands in a.toml:1 already ("my-stretch"); ')
    assert read(tmp_path).exercises["my-stretch"].name == "Doorway lean"
    assert read(tmp_path).routine("b") is None


def test_an_exercise_and_a_routine_of_one_file_have_different_ids(tmp_path):
    write(tmp_path, "mine.toml", exercise("mine"), routine("mine", "nk-01"))
    [problem] = said(tmp_path)
    assert problem.startswith('mine.toml:20: mine: found "mine" twice; ')


def test_a_bad_file_is_left_out_whole_and_the_rest_works(tmp_path):
    write(tmp_path, "bad.toml", exercise("a", sets="0"), routine("b", "nk-01"))
    write(tmp_path, "broken.toml", "[exercise.x")
    write(tmp_path, "good.toml", exercise(), routine())
    assert [each.split(";")[0] for each in said(tmp_path)] == [
        "bad.toml:9: a: sets: found 0",
        "broken.toml:1: found Expected ']' at the end of a table declaration",
    ]
    assert [each.id for each in read(tmp_path).routines[-1:]] == ["my-routine"]
    assert "a" not in read(tmp_path).exercises


def test_what_needs_a_file_that_is_left_out_is_left_out_too(tmp_path):
    write(tmp_path, "a.toml", routine("a", "b-stretch"))
    write(tmp_path, "b.toml", exercise("b-stretch"), routine("b", "c-stretch"))
    write(tmp_path, "c.toml", exercise("c-stretch", sets="0"))
    assert [each.split(": found")[0] for each in said(tmp_path)] == [
        "a.toml:5: a: steps[1].exercise",
        "b.toml:24: b: steps[1].exercise",
        "c.toml:9: c-stretch: sets",
    ]


def test_other_tables_are_named_with_the_nearest(tmp_path):
    write(tmp_path, "mine.toml", "loose = 1\n[exercises.x]\nname = 1\n")
    assert said(tmp_path) == [
        "mine.toml:1: loose: found [loose]; it may have [exercise.ID] and [routine.ID].",
        'mine.toml: exercises: found [exercises]; it may have [exercise.ID] and [routine.ID]. Did you mean "exercise"?',
    ]


def test_steps_may_be_tables_of_their_own_and_are_named_by_their_lines(tmp_path):
    tables = '[[routine.x.steps]]\nexercise = "nk-01"\nseconds = 20\nsets = 1\n\n'
    head = '[routine.x]\nname = "X"\nwhen = ""\nscene = ""\n\n'
    write(tmp_path, "mine.toml", head + tables + tables.replace("20", "2"))
    assert said(tmp_path) == ["mine.toml:11: x: steps[2].seconds: found 2; it must be a whole number from 5 to 300."]


@pytest.mark.parametrize(
    ("heading", "keys"),
    [("An exercise", schema.exercise("")), ("A routine", {**schema.ROUTINE, "steps": None})],
)
def test_the_page_tells_every_key_and_no_other(heading, keys):
    page = Path("docs/content.md").read_text(encoding="utf-8")
    section = page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    assert sorted(re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)) == sorted(keys)


class TestPictures:
    @pytest.mark.parametrize("kind", PICTURES)
    def test_a_picture_is_found_beside_its_file_by_its_first_bytes(self, tmp_path, kind):
        write(tmp_path, "mine.toml", exercise(picture='"lean"'))
        (tmp_path / "lean").write_bytes(PICTURES[kind])
        assert said(tmp_path) == []
        assert read(tmp_path).exercises["my-stretch"].picture == str(tmp_path / "lean")

    def test_what_is_shipped_has_none_and_nobody_must_have_one(self, tmp_path):
        write(tmp_path, "mine.toml", exercise())
        assert {each.picture for each in read(tmp_path).exercises.values()} == {""}

    @pytest.mark.parametrize(
        ("value", "found"),
        [
            ('"gone.png"', "'gone.png' (No such file or directory)"),
            ('"."', "'.' (Is a directory)"),
            ('"no.png"', "'no.png', which is another kind of file"),
            ('"a\\u0000b"', "'a\\x00b' (embedded null byte)"),
            ('""', "''"),
            ("5", "5"),
        ],
    )
    def test_what_is_no_picture_is_named(self, tmp_path, value, found):
        (tmp_path / "no.png").write_text("<html><svg></svg></html>")
        write(tmp_path, "mine.toml", exercise(picture=value))
        allowed = "it must be a PNG, JPEG, GIF, WebP or SVG beside this file"
        assert said(tmp_path) == [f"mine.toml:19: my-stretch: picture: found {found}; {allowed}."]
