"""Reading the catalogue: every mistake names the file, the table and what is wrong with it."""

import shutil

import pytest

from unkink.catalogue.load import load, names
from unkink.domain.body import Place, Position, Technique
from unkink.errors import UnkinkError
from unkink.paths import package

NECK, ROUTINES = "exercises/neck.toml", "routines.toml"


@pytest.fixture
def folder(tmp_path):
    """A catalogue of one exercise and one routine, as it is shipped."""
    (tmp_path / "exercises").mkdir()
    shutil.copy(package("catalogue", NECK), tmp_path / NECK)
    (tmp_path / ROUTINES).write_text(
        '[r01]\nname = "Neck"\nwhen = "now"\nscene = ""\n'
        'steps = [{ exercise = "nk-01", seconds = 20, sets = 1 }, { exercise = "nk-02", seconds = 15, sets = 2 }]\n',
        encoding="utf-8",
    )
    return tmp_path


def change(folder, file, old, new):
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def refused(folder):
    with pytest.raises(UnkinkError) as caught:
        load(str(folder))
    assert caught.value.title == "The catalogue can't be read"
    return caught.value.message.replace(f"{folder}/", "")


def test_an_exercise_is_what_its_table_says(folder):
    found = load(str(folder)).exercises["nk-02"]
    assert (found.id, found.name, found.region) == ("nk-02", "Ear-to-shoulder stretch", "neck")
    assert (found.technique, found.position, found.place) == (Technique.STRETCH, Position.SEATED, Place.DESK)
    assert (found.kit, found.sided, found.seconds, found.sets) == (frozenset({"chair"}), True, 20.0, 2)
    assert (found.pace, found.intensity, found.areas) == ("still hold", 1, ("neck", "shoulder"))
    assert len(found.steps) == 3
    assert found.feel.startswith("A mild stretch")
    assert found.stop.startswith("Pins and needles")
    assert found.evidence == ("ST1", "ST6")
    assert found.hide_if == {"acute-injury", "fracture", "neck-vascular", "recent-surgery"}
    assert found.care_if == {"dizziness", "hypermobility", "implant"}


def test_a_routine_is_what_its_table_says_and_no_evening_unless_it_is_said(folder):
    found = load(str(folder)).routine("r01")
    assert (found.id, found.name, found.when, found.scene, found.evening) == ("r01", "Neck", "now", "", False)
    assert [(step.exercise.id, step.seconds, step.sets) for step in found.steps] == [("nk-01", 20, 1), ("nk-02", 15, 2)]
    change(folder, ROUTINES, 'scene = ""', 'scene = ""\nevening = true')
    assert load(str(folder)).routine("r01").evening


def test_a_routine_that_does_not_exist_is_none(folder):
    assert load(str(folder)).routine("r02") is None


def test_routines_keep_the_order_of_the_file(folder):
    text = (folder / ROUTINES).read_text(encoding="utf-8")
    (folder / ROUTINES).write_text(text.replace("r01", "r09") + text, encoding="utf-8")
    assert [routine.id for routine in load(str(folder)).routines] == ["r09", "r01"]


KEYS = (
    *("name", "technique", "kit", "position", "place", "sided", "seconds", "sets", "pace", "steps"),
    *("feel", "stop", "intensity", "areas", "evidence", "hide_if", "care_if"),
)


@pytest.mark.parametrize("key", KEYS)
def test_a_key_that_an_exercise_lacks_is_named(folder, key):
    change(folder, NECK, f"\n{key} = ", "\nsomething_else = ")
    assert f"{NECK}: nk-01: {key} is missing" in refused(folder)


@pytest.mark.parametrize("key", ["name", "when", "scene", "steps"])
def test_a_key_that_a_routine_lacks_is_named(folder, key):
    change(folder, ROUTINES, f"\n{key} = ", "\nsomething_else = ")
    assert f"{ROUTINES}: r01: {key} is missing" in refused(folder)


@pytest.mark.parametrize(("key", "part"), [("exercise", '"nk-02"'), ("seconds", "15"), ("sets", "2")])
def test_a_key_that_a_step_lacks_is_named(folder, key, part):
    change(folder, ROUTINES, f"{key} = {part}", f"something = {part}")
    said = refused(folder)
    assert said.startswith(f"{ROUTINES}: r01: ")
    assert key in said


@pytest.mark.parametrize(
    ("file", "old", "new", "where"),
    [
        (
            NECK,
            "\ncare_if = ",
            "\ncare_iff = []\ncare_if = ",
            "nk-01: care_iff is unknown; there are name, technique, ",
        ),
        (ROUTINES, "\nscene = ", "\nevenings = true\nscene = ", "r01: evenings is unknown; there are name, when, "),
        (ROUTINES, "sets = 2", "sets = 2, side = 1", "r01: side is unknown; there are exercise, seconds, sets"),
        (NECK, "\nname = ", '\nid = "x"\nname = ', "nk-01: id is unknown"),
        (NECK, "\nname = ", '\nregion = "x"\nname = ', "nk-01: region is unknown"),
    ],
)
def test_a_key_that_nobody_knows_is_named(folder, file, old, new, where):
    change(folder, file, old, new)
    assert refused(folder).startswith(f"{file}: {where}")


def test_an_exercise_that_a_routine_names_and_nobody_has_is_named(folder):
    change(folder, ROUTINES, "nk-02", "nk-99")
    said = refused(folder)
    assert said.startswith(f"{ROUTINES}: r01: ")
    assert "nk-99" in said


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ('technique = "mobility"', 'technique = "mobilty"', "mobilty"),
        ('position = "seated"', 'position = "sat"', "sat"),
        ('place = "desk"', 'place = "dsk"', "dsk"),
        ("seconds = 30", 'seconds = "half"', "half"),
        ("kit = []", "kit = 5", ""),
        ("areas = [", "areas = 5 # [", ""),
    ],
)
def test_a_value_that_cannot_be_is_named_with_its_table(folder, old, new, found):
    change(folder, NECK, old, new)
    said = refused(folder)
    assert said.startswith(f"{NECK}: nk-01: ")
    assert found in said.lower()


def test_what_is_no_table_is_named(folder):
    change(folder, NECK, "[nk-01]", "loose = 5\n[nk-01]")
    assert refused(folder).startswith(f"{NECK}: loose: ")


def test_the_same_id_twice_in_a_file_is_named_with_its_line(folder):
    change(folder, NECK, "[nk-02]", "[nk-01]")
    said = refused(folder)
    assert said.startswith(f"{NECK}: ")
    assert "nk-01" in said
    assert "line" in said


@pytest.mark.parametrize("file", [NECK, ROUTINES])
def test_a_file_that_is_no_toml_is_named_with_the_line(folder, file):
    (folder / file).write_text("[nk-01]\nname = \n", encoding="utf-8")
    said = refused(folder)
    assert said.startswith(f"{file}: ")
    assert "line 2" in said


def test_a_folder_without_routines_is_refused(folder):
    (folder / ROUTINES).unlink()
    said = refused(folder)
    assert said.startswith(f"{ROUTINES}: ")


def test_a_file_that_cannot_be_read_is_named(folder):
    (folder / NECK).unlink()
    (folder / NECK).mkdir()
    assert refused(folder).startswith(f"{NECK}: ")


def test_the_names_for_the_menu_are_those_of_the_routines():
    assert names() == tuple((routine.id, routine.name) for routine in load().routines)


def test_the_shipped_catalogue_can_lie_anywhere(tmp_path):
    shutil.copytree(package("catalogue"), tmp_path / "here")
    assert load(str(tmp_path / "here")) == load()
