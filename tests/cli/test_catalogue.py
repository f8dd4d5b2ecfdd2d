"""Looking at exercises and routines, and writing one's own."""

import json
import os

import pytest

from tests.catalogue.own import PICTURES, exercise, routine, template, write
from unkink.catalogue.health import load_tags
from unkink.catalogue.load import load
from unkink.domain.body import Place
from unkink.words.exercises import STOP_SIGNS

CATALOGUE = load()


@pytest.fixture
def own(own_folders):
    return own_folders / ".config/unkink/routines"


def ids(said):
    assert (said.status, said.err) == (0, "")
    return [each["id"] for each in json.loads(said.out)]


def one_line(text):
    return " ".join(text.split())


class TestLists:
    def test_every_exercise_is_a_line(self, unkink, monkeypatch):
        monkeypatch.setenv("COLUMNS", "200")
        head, *lines = unkink("exercises", "list").out.splitlines()
        assert head.split() == ["id", "exercise", "technique", "place", "needs", "areas"]
        assert [line.split()[0] for line in lines] == list(CATALOGUE.exercises)
        assert all(each.name in line for each, line in zip(CATALOGUE.exercises.values(), lines, strict=True))

    def test_for_programs_everything_is_there_as_it_is_written(self, unkink):
        found = json.loads(unkink("exercises", "list", "--json").out)
        assert [each["id"] for each in found] == list(CATALOGUE.exercises)
        (stretch,) = [each for each in found if each["id"] == "nk-02"]
        assert stretch["technique"] == "stretch"
        assert stretch["hide_if"] == ["acute-injury", "fracture", "neck-vascular", "recent-surgery"]

    @pytest.mark.parametrize("what", ["exercises", "routines"])
    def test_they_can_be_picked_by_area_kit_and_place(self, unkink, what):
        every = json.loads(unkink(what, "list", "--json").out)
        for pick, fits in {
            ("--area", "neck"): lambda each: "neck" in each["areas"],
            ("--kit", "foam-roller"): lambda each: "foam-roller" in each["kit"],
            ("--kit", "wall"): lambda each: "wall" in each["kit"],
            ("--place", "desk"): lambda each: each["place"] == "desk",
            ("--place", "room"): lambda each: each["place"] in ("desk", "room"),
            ("--place", "floor"): lambda each: True,
        }.items():
            found = ids(unkink(what, "list", "--json", *pick))
            assert found == [each["id"] for each in every if fits(each)]
            assert found
        both = ids(unkink(what, "list", "--json", "--area", "neck", "--place", "desk"))
        assert set(both) == set(ids(unkink(what, "list", "--json", "--area", "neck"))) & set(
            ids(unkink(what, "list", "--json", "--place", "desk"))
        )

    @pytest.mark.parametrize("pick", [("--area", "nek"), ("--kit", "towl"), ("--place", "moon")])
    def test_what_nobody_has_heard_of_is_wrong_use(self, unkink, pick):
        said = unkink("exercises", "list", *pick)
        assert (said.status, said.out) == (2, "")
        assert pick[1] in said.err

    def test_ones_own_are_there_too_with_brackets_as_they_were_written(self, unkink, own):
        write(own, "mine.toml", exercise(name='"Lean [bold]left[/]"'), routine(name='"Mine [red]"'))
        assert "Lean [bold]left[/]" in unkink("exercises", "list").out
        assert "Mine [red]" in unkink("routines", "list").out
        assert "my-routine" in ids(unkink("routines", "list", "--json"))

    def test_a_bad_file_is_named_on_standard_error_and_the_rest_is_listed(self, unkink, own):
        write(own, "bad.toml", exercise("a", sets="0"))
        write(own, "good.toml", exercise(), routine())
        said = unkink("routines", "list", "--json")
        assert said.status == 0
        assert said.err == f"{own}/bad.toml:9: a: sets: found 0; it must be a whole number from 1 to 10.\n"
        assert json.loads(said.out)[-1]["id"] == "my-routine"


class TestShow:
    def test_an_exercise_is_shown_with_everything_there_is_to_read(self, unkink):
        said = unkink("exercises", "show", "nk-02")
        assert (said.status, said.err) == (0, "")
        text, what = one_line(said.out), CATALOGUE.exercises["nk-02"]
        assert text.startswith("Ear-to-shoulder stretch (nk-02) what Stretch: Hold where you feel a mild pull, ")
        for part in (
            "dose 2 × 20 s on each side; still hold; gentle",
            "needs chair",
            "place at the desk, seated",
            "areas neck, shoulder",
            *what.steps,
            what.feel,
            what.stop,
            STOP_SIGNS,
            "fair (unblinded trials) (ST5, ST6, X7, X8)",
            "ST6: Neck/shoulder stretching twice a day beat a leaflet at 4 weeks",
            "Tunwattanapong P et al. 2016",
            "V2: a page that quotes it was read.",
        ):
            assert part in text
        for tag in load_tags():
            assert (f"{tag.name}: {tag.meaning}" in text) == (tag.name in what.hide_if | what.care_if)

    @pytest.mark.parametrize("id_", CATALOGUE.exercises)
    def test_each_exercise_can_be_shown(self, unkink, id_):
        said = unkink("exercises", "show", id_)
        assert (said.status, said.err) == (0, "")
        assert one_line(STOP_SIGNS) in one_line(said.out)

    def test_for_programs_an_exercise_has_its_sources(self, unkink):
        found = json.loads(unkink("exercises", "show", "nk-02", "--json").out)
        assert found["name"] == "Ear-to-shoulder stretch"
        assert [source["id"] for source in found["sources"]] == ["ST1", "ST6"]

    def test_ones_own_is_shown_with_its_picture_and_nothing_that_it_lacks(self, unkink, own):
        write(own, "mine.toml", exercise(picture='"lean.png"', sided="false", kit="[]"))
        (own / "lean.png").write_bytes(PICTURES["png"])
        text = one_line(unkink("exercises", "show", "my-stretch").out)
        assert "needs nothing" in text
        assert "dose 20 s; gentle needs" in text
        assert f"picture {own}/lean.png" in text
        assert "care with" not in text
        assert text.endswith("evidence fair (unblinded trials) (ST5, ST6, X7, X8)")

    @pytest.mark.parametrize("routine_", CATALOGUE.routines, ids=lambda each: each.id)
    def test_a_routine_is_shown_with_its_steps_and_what_hides_any_of_them(self, unkink, routine_):
        said = unkink("routines", "show", routine_.id)
        assert (said.status, said.err) == (0, "")
        text = one_line(said.out)
        assert text.startswith(f"{routine_.name} ({routine_.id}) when {routine_.when}")
        assert one_line(STOP_SIGNS) in text
        for step in routine_.steps:
            assert f"{step.exercise.name} ({step.exercise.id}): " in text
            assert step.exercise.stop in text
            assert all(f"{tag}: " in text for tag in step.exercise.hide_if)
        assert {Place.DESK: "at the desk", Place.ROOM: "room to", Place.FLOOR: "a floor to"}[routine_.place] in text

    def test_for_programs_a_routine_has_its_doses(self, unkink):
        found = json.loads(unkink("routines", "show", "r02", "--json").out)
        assert found["steps"][0] == {"exercise": "nk-01", "seconds": 20.0, "sets": 1}
        assert (found["when"], found["evening"]) == ("After a call or long typing spell", False)

    @pytest.mark.parametrize(("what", "one"), [("exercises", "exercise"), ("routines", "routine")])
    def test_one_that_is_not_there_is_a_failure(self, unkink, what, one):
        said = unkink(what, "show", "zz-99")
        assert (said.status, said.out) == (1, "")
        assert said.err == f'There is no {one} "zz-99". "unkink {what} list" tells which there are.\n'


class TestCheck:
    def test_where_there_are_none_it_says_so(self, unkink, own):
        said = unkink("routines", "check")
        assert (said.status, said.err) == (0, "")
        assert said.out == f'There are none of your own in {own} yet; "unkink routines new" begins one.\n'

    def test_what_is_right_is_counted(self, unkink, own):
        write(own, "a.toml", exercise(), routine(), routine("another"))
        write(own, "b.toml", routine("b", "my-stretch"))
        said = unkink("routines", "check")
        assert (said.status, said.err) == (0, "")
        assert said.out.splitlines() == [
            f"{own}/a.toml: 1 exercise, 2 routines; nothing wrong.",
            f"{own}/b.toml: 0 exercises, 1 routine; nothing wrong.",
        ]

    def test_every_problem_of_every_file_is_a_line_of_its_own(self, unkink, own):
        write(own, "a.toml", exercise(sets="0", kit='["towl"]'))
        write(own, "b.toml", routine("b", "nk-99"))
        said = unkink("routines", "check")
        assert (said.status, said.out) == (1, "")
        assert [line.split(": found")[0] for line in said.err.splitlines()] == [
            f"{own}/a.toml:4: my-stretch: kit",
            f"{own}/a.toml:9: my-stretch: sets",
            f"{own}/b.toml:5: b: steps[1].exercise",
        ]

    def test_one_file_is_checked_wherever_it_lies_with_the_others(self, unkink, own, tmp_path, monkeypatch):
        write(own, "a.toml", exercise())
        write(own, "bad.toml", "[")
        write(tmp_path, "b.toml", routine())
        monkeypatch.chdir(tmp_path)
        said = unkink("routines", "check", "b.toml")
        assert (said.status, said.err) == (0, "")
        assert said.out == f"{tmp_path}/b.toml: 0 exercises, 1 routine; nothing wrong.\n"
        assert unkink("routines", "check", str(own / "a.toml")).status == 0, "it is not there twice"
        assert unkink("routines", "check", str(own / "bad.toml")).err == (
            f"{own}/bad.toml:1: found Invalid initial character for a key part; it must be TOML.\n"
        )

    def test_one_that_is_not_there_is_a_failure(self, unkink, tmp_path):
        said = unkink("routines", "check", str(tmp_path / "gone.toml"))
        assert (said.status, said.out) == (1, "")
        assert said.err == f"{tmp_path}/gone.toml: found No such file or directory; it must be readable.\n"

    def test_a_mistake_in_what_is_shipped_would_be_named_too(self, unkink, monkeypatch, tmp_path):
        import shutil

        from unkink import paths

        shutil.copytree(paths.package("catalogue"), tmp_path / "catalogue")
        neck = tmp_path / "catalogue/exercises/neck.toml"
        neck.write_text(neck.read_text(encoding="utf-8").replace("sets = 1", "sets = 0", 1), encoding="utf-8")
        monkeypatch.setattr(paths, "package", lambda *parts: str(tmp_path.joinpath(*parts)))
        said = unkink("routines", "check")
        assert said.status == 1
        assert said.err.startswith(f"{neck}:12: nk-01: sets: found 0; ")


class TestNew:
    def test_a_template_is_written_where_it_is_looked_for(self, unkink, own):
        said = unkink("routines", "new")
        assert (said.status, said.err) == (0, "")
        file = own / "my-routines.toml"
        assert said.out.startswith(f"{file} is written. ")
        assert all(line.startswith("#") or not line for line in file.read_text(encoding="utf-8").splitlines())

    def test_as_it_is_it_is_no_trouble_and_holds_nothing(self, unkink, own):
        unkink("routines", "new")
        assert unkink("routines", "list").err == ""
        file = own / "my-routines.toml"
        nothing = f"{file}: there is no exercise and no routine in it yet.\n"
        assert (unkink("routines", "check").status, unkink("routines", "check").err) == (0, nothing)
        said = unkink("routines", "check", str(file))
        assert (said.status, said.out, said.err) == (1, "", nothing)

    def test_it_is_right_as_soon_as_its_comments_are_taken_away(self, unkink, own):
        unkink("routines", "new")
        (own / "my-routines.toml").write_text(template(), encoding="utf-8")
        said = unkink("routines", "check", str(own / "my-routines.toml"))
        assert (said.status, said.err) == (0, "")
        assert "my-routine" in ids(unkink("routines", "list", "--json"))

    def test_it_never_writes_over_a_file(self, unkink, own):
        file = write(own, "my-routines.toml", "# mine\n")
        for args in ((), (str(file),)):
            said = unkink("routines", "new", *args)
            assert (said.status, said.out) == (1, "")
            assert said.err == f'{file} is there already. Name another one: "unkink routines new FILE".\n'
        assert file.read_text() == "# mine\n"

    def test_it_may_be_written_elsewhere(self, unkink, tmp_path, own, monkeypatch):
        monkeypatch.chdir(tmp_path)
        assert unkink("routines", "new", "deep/er/mine.toml").status == 0
        assert os.listdir(tmp_path / "deep/er") == ["mine.toml"]
        assert not own.exists()

    def test_where_none_can_be_made_it_says_why(self, unkink, tmp_path):
        (tmp_path / "file").write_text("")
        said = unkink("routines", "new", str(tmp_path / "file" / "mine.toml"))
        assert (said.status, said.out) == (1, "")
        assert said.err.startswith(f"No file can be made there. {tmp_path}/file/mine.toml: ")


@pytest.mark.parametrize(
    "verb",
    [
        ("exercises",),
        ("exercises", "list"),
        ("exercises", "show"),
        ("routines",),
        ("routines", "list"),
        ("routines", "show"),
        ("routines", "check"),
        ("routines", "new"),
    ],
)
def test_every_help_has_an_example(unkink, verb):
    said = unkink(*verb, "--help")
    assert said.status == 0
    assert f"\n    unkink {' '.join(verb)}" in said.out
