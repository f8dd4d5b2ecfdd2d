"""Reading the catalogue: every mistake names the file, the table and what is wrong with it."""

import shutil

import pytest

from unkink.catalogue.load import load, names
from unkink.catalogue.merge import survey
from unkink.catalogue.rows import shipped_files
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


def problems(folder):
    """Every problem as a line, without the folder."""
    sources = survey(shipped_files(str(folder)))
    return [
        str(problem).replace(f"{folder}/", "") for each in sources for source in each for problem in source.problems
    ]


def line(folder, file, part):
    """The line that has this in it, from 1."""
    lines = (folder / file).read_text(encoding="utf-8").splitlines()
    return next(number for number, text in enumerate(lines, start=1) if part in text)


@pytest.mark.parametrize("key", KEYS)
def test_a_key_that_an_exercise_lacks_is_named(folder, key):
    change(folder, NECK, f"\n{key} = ", "\nsomething_else = ")
    missing, unknown = problems(folder)
    assert missing.startswith(f"{NECK}:{line(folder, NECK, '[nk-01]')}: nk-01: {key}: found nothing; it must be ")
    where = f"{NECK}:{line(folder, NECK, 'something_else')}: nk-01: something_else: "
    assert unknown.startswith(f"{where}found a key that nobody knows; it may be name, technique, ")


@pytest.mark.parametrize("key", ["name", "when", "scene", "steps"])
def test_a_key_that_a_routine_lacks_is_named(folder, key):
    change(folder, ROUTINES, f"\n{key} = ", "\nsomething_else = ")
    assert [found.split(";")[0] for found in sorted(problems(folder))] == [
        f"{ROUTINES}:1: r01: {key}: found nothing",
        f"{ROUTINES}:{line(folder, ROUTINES, 'something')}: r01: something_else: found a key that nobody knows",
    ]


@pytest.mark.parametrize(("key", "part"), [("exercise", '"nk-02"'), ("seconds", "15"), ("sets", "2")])
def test_a_key_that_a_step_lacks_is_named_with_the_number_of_the_step(folder, key, part):
    change(folder, ROUTINES, f"{key} = {part}", f"something = {part}")
    assert [found.split(";")[0] for found in problems(folder)] == [
        f"{ROUTINES}:5: r01: steps[2].{key}: found nothing",
        f"{ROUTINES}:5: r01: steps[2].something: found a key that nobody knows",
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "where"),
    [
        (NECK, "\ncare_if = ", "\ncare_iff = []\ncare_if = ", 'nk-01: care_iff: DID YOU MEAN "care_if"?'),
        (ROUTINES, "\nscene = ", "\nevenings = true\nscene = ", 'r01: evenings: DID YOU MEAN "evening"?'),
        (ROUTINES, "sets = 2", "sets = 2, side = 1", "r01: steps[2].side: "),
        (NECK, "\nname = ", '\nid = "x"\nname = ', "nk-01: id: "),
        (NECK, "\nname = ", '\nregion = "x"\nname = ', "nk-01: region: "),
    ],
)
def test_a_key_that_nobody_knows_is_named_with_the_nearest(folder, file, old, new, where):
    change(folder, file, old, new)
    [said] = problems(folder)
    key, _, hint = where.partition("DID YOU MEAN ")
    assert f": {key}found a key that nobody knows; it may be " in said
    assert said.endswith(f"Did you mean {hint}") if hint else True


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('technique = "mobility"', 'technique = "mobilty"', "technique: found 'mobilty'; HINT \"mobility\"?"),
        ('position = "seated"', 'position = "sitted"', "position: found 'sitted'; HINT \"seated\"?"),
        ('place = "desk"', 'place = "dsk"', "place: found 'dsk'; HINT \"desk\"?"),
        ("kit = []", 'kit = ["towl"]', "kit: found 'towl'; HINT \"towel\"?"),
        ('areas = ["neck"]', 'areas = ["nek"]', "areas: found 'nek'; HINT \"neck\"?"),
        ('evidence = ["ST6"', 'evidence = ["ST66"', "evidence: found 'ST66'; HINT \"ST6\"?"),
        ('hide_if = ["fracture"', 'hide_if = ["fractur"', "hide_if: found 'fractur'; HINT \"fracture\"?"),
        ('care_if = ["acute-injury"', 'care_if = ["acute"', "care_if: found 'acute'; HINT \""),
        ("kit = []", "kit = 5", "kit: found 5; it must be a list in brackets"),
        ("kit = []", "kit = [5]", "kit: found 5; it must be one of foam-roller, "),
        ("kit = []", 'kit = ["mat", "mat"]', "kit: found 'mat' twice; "),
        ('areas = ["neck"]', "areas = []", "areas: found []; it must be a list in brackets"),
        ("seconds = 30", 'seconds = "half"', "seconds: found 'half'; it must be a whole number from 5 to 300."),
        ("seconds = 30", "seconds = 4", "seconds: found 4; it must be a whole number from 5 to 300."),
        ("seconds = 30", "seconds = 301", "seconds: found 301; it must be a whole number from 5 to 300."),
        ("seconds = 30", "seconds = 30.5", "seconds: found 30.5; "),
        ("sets = 1", "sets = 0", "sets: found 0; it must be a whole number from 1 to 10."),
        ("sets = 1", "sets = 11", "sets: found 11; it must be a whole number from 1 to 10."),
        ("sets = 1", "sets = true", "sets: found true; it must be a whole number from 1 to 10."),
        ("intensity = 1", "intensity = 4", "intensity: found 4; it must be a whole number from 1 to 3."),
        ("sided = false", "sided = 0", "sided: found 0; it must be true or false."),
        ('feel = "', 'feel = " " # "', "feel: found ' '; it must be words in quotes."),
        ('name = "Slow look-around"', "name = 2026-01-01", "name: found datetime.date(2026, 1, 1); it must be "),
        (
            '    "Sit comfortably and let your shoulders hang.",',
            "    7,",
            "steps: found 7; it must be words in quotes.",
        ),
    ],
)
def test_a_value_that_cannot_be_is_named_with_its_line_and_what_may_be(folder, old, new, said):
    change(folder, NECK, old, new)
    [found] = problems(folder)
    key = said.split(":")[0]
    start = f"{NECK}:{line(folder, NECK, f'{key} = ')}: nk-01: "
    begins, _, hint = said.partition("HINT ")
    assert found.startswith(start + begins)
    assert not hint or f" Did you mean {hint}" in found


def test_a_dose_that_cannot_be_is_named_with_its_step(folder):
    change(folder, ROUTINES, "seconds = 15, sets = 2", "seconds = 1500, sets = 0")
    assert problems(folder) == [
        f"{ROUTINES}:5: r01: steps[2].seconds: found 1500; it must be a whole number from 5 to 300.",
        f"{ROUTINES}:5: r01: steps[2].sets: found 0; it must be a whole number from 1 to 10.",
    ]


@pytest.mark.parametrize("steps", ["[]", "5", '["nk-01"]'])
def test_what_is_no_list_of_steps_is_named(folder, steps):
    change(folder, ROUTINES, "steps = [", f"steps = {steps} # [")
    [said] = problems(folder)
    assert said.startswith(f"{ROUTINES}:5: r01: steps: found ")
    assert said.endswith("it must be a list of { exercise, seconds, sets }.")


def test_an_exercise_that_a_routine_names_and_nobody_has_is_named_with_the_nearest(folder):
    change(folder, ROUTINES, "nk-02", "nk-022")
    assert problems(folder) == [
        f'{ROUTINES}:5: r01: steps[2].exercise: found "nk-022"; it must be the id of an exercise. Did you mean "nk-02"?'
    ]


def test_a_routine_is_no_exercise_of_another_one(folder):
    change(folder, ROUTINES, "nk-02", "r01")
    assert 'r01: steps[2].exercise: found "r01"' in problems(folder)[0]


def test_every_problem_of_every_file_is_found_at_once(folder):
    change(folder, NECK, "sets = 1", "sets = 0")
    change(folder, NECK, 'kit = ["chair"]', 'kit = ["chiar"]')
    change(folder, ROUTINES, "nk-01", "nk-99")
    assert [found.split(": found")[0].split(": ", 1)[1] for found in problems(folder)] == [
        "nk-01: sets",
        "nk-02: kit",
        "r01: steps[1].exercise",
    ]
    assert refused(folder).endswith("it must be a whole number from 1 to 10. (and 2 more)")


def test_an_id_that_stands_in_two_files_is_named_with_both(folder):
    shutil.copy(folder / NECK, folder / "exercises/throat.toml")
    first = next(found for found in problems(folder) if "throat" in found)
    where = f"{NECK}:{line(folder, NECK, '[nk-01]')}"
    assert first.startswith(f'exercises/throat.toml:4: nk-01: found an id that stands in {where} already ("nk-01");')


@pytest.mark.parametrize("id_", ["Nk-01", "nk_01", "nk-", "neck", "any", "own", "floor", "roller"])
def test_an_id_that_cannot_be_or_means_something_else_is_named(folder, id_):
    change(folder, NECK, "[nk-03]", f"[{id_}]")
    assert f': {id_}: found the id "{id_}"; an id has small letters, digits and hyphens' in problems(folder)[0]


def test_what_is_no_table_is_named(folder):
    change(folder, NECK, "[nk-01]", "loose = 5\n[nk-01]")
    assert problems(folder) == [f"{NECK}:4: loose: found 5; it must be a table [loose]."]


def test_the_same_id_twice_in_a_file_is_named_with_its_line(folder):
    change(folder, NECK, "[nk-02]", "[nk-01]")
    said = refused(folder)
    assert said.startswith(
        f"{NECK}:{line(folder, NECK, 'Ear-to-shoulder') - 1}: found Cannot declare ('nk-01',) twice;"
    )
    assert "Each id stands once." in said


@pytest.mark.parametrize("file", [NECK, ROUTINES])
def test_a_file_that_is_no_toml_is_named_with_the_line(folder, file):
    (folder / file).write_text("[nk-01]\nname = \n", encoding="utf-8")
    assert refused(folder).startswith(f"{file}:2: found Invalid value; it must be TOML.")


def test_a_file_that_is_no_utf8_is_named(folder):
    (folder / ROUTINES).write_bytes(b'[r01]\nname = "\xff"\n')
    assert refused(folder).startswith(f"{ROUTINES}: found bytes that are no UTF-8; ")


def test_a_folder_without_routines_is_refused(folder):
    (folder / ROUTINES).unlink()
    assert refused(folder).startswith(f"{ROUTINES}: found No such file or directory; it must be readable.")


def test_a_folder_without_exercises_is_refused(folder):
    shutil.rmtree(folder / "exercises")
    assert refused(folder) == "exercises: No such file or directory"


def test_a_file_that_cannot_be_read_is_named(folder):
    (folder / NECK).unlink()
    (folder / NECK).mkdir()
    assert refused(folder).startswith(f"{NECK}: found Is a directory; ")


def test_what_is_shipped_has_no_problem():
    ours, _ = survey(shipped_files(package("catalogue")))
    assert [str(problem) for source in ours for problem in source.problems] == []


def test_the_names_for_the_menu_are_those_of_the_routines():
    assert names() == tuple((routine.id, routine.name) for routine in load().routines)


def test_the_shipped_catalogue_can_lie_anywhere(tmp_path):
    shutil.copytree(package("catalogue"), tmp_path / "here")
    assert load(str(tmp_path / "here")) == load()
