"""The config: every mistake named with file, line, key, what is allowed and the nearest key; the rest in force."""

import dataclasses
import os
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unkink.config.apply import person, rules
from unkink.config.example import example
from unkink.config.file import ConfigFile
from unkink.config.load import read
from unkink.config.schema import LISTS, TABLES, Config, keys
from unkink.domain.body import Place, Position, Technique
from unkink.domain.rules import AfterWait, Appointment, Kind, Surface

FILE = "config.toml"


def problems(text, before=None):
    return [str(problem) for problem in read(text, FILE, before)[1]]


def test_an_empty_file_is_the_defaults():
    assert read("", FILE) == (Config(), ())


def test_three_mistakes_are_all_named_and_the_rest_is_in_force():
    text = '[rhythm]\nmove_evry = "45m"\nsnooze = ["5m", "never"]\nlength = "90s"\n\n[look]\ntheme = "drak"\n'
    config, found = read(text, FILE)
    assert [str(problem) for problem in found] == [
        (
            f"{FILE}:2: rhythm.move_evry: found a key unkink does not know; it may be move_every, length, warn_before,"
            " wait_for_pause, after_wait, away_after, watching_counts, snooze, max_snoozes, learn."
            ' Did you mean "move_every"?'
        ),
        (
            f'{FILE}:3: rhythm.snooze: found [\'5m\', \'never\']; it must be a duration such as "90s", "10m" or "1h30".'
            ' In force: ["5m", "10m", "15m"].'
        ),
        f'{FILE}:7: look.theme: found \'drak\'; it must be "system", "light" or "dark". In force: "system".',
    ]
    assert config.rhythm.length == 90
    assert config.rhythm.move_every == 3600


def test_a_wrong_value_keeps_the_last_good_one():
    before, _ = read('[rhythm]\nmove_every = "45m"\nlength = "90s"', FILE)
    config, found = read('[rhythm]\nmove_every = "5s"\nlength = "3m"', FILE, before)
    assert config.rhythm.move_every == 45 * 60
    assert config.rhythm.length == 180
    assert found[0].kept == '"45m"'


def test_a_key_taken_out_is_its_default_again():
    before, _ = read('[rhythm]\nmove_every = "45m"', FILE)
    assert read("[rhythm]\n", FILE, before)[0].rhythm.move_every == 3600
    assert read("", FILE, before)[0] == Config()


def test_a_half_written_file_leaves_everything_as_it_was():
    before, _ = read('[rhythm]\nmove_every = "45m"', FILE)
    config, found = read('[rhythm]\nmove_every = "30', FILE, before)
    assert config is before
    assert (found[0].line, found[0].kept) == (2, "everything as it was")


@pytest.mark.parametrize(
    "text",
    [
        f"[cues]\nper_hour = {'9' * 5000}\n",
        f"[cues]\nper_hour = 0x{'f' * 5000}\n",
        f"x = {'[' * 3000}",
        f"x = {'[' * 3000}{']' * 3000}",
        f"rhythm.length{'.x' * 3000} = 1",
    ],
)
def test_what_is_longer_or_deeper_than_can_be_read_leaves_everything_as_it_was(text):
    before, _ = read('[rhythm]\nmove_every = "45m"', FILE)
    config, found = read(text, FILE, before)
    assert config is before
    assert [str(each) for each in found] == [
        f"{FILE}: found {found[0].found}; the file must be TOML. In force: everything as it was."
    ]


@pytest.mark.parametrize(
    ("text", "line", "key", "said"),
    [
        ("rhythm = 5", 1, "rhythm", "a table [rhythm]"),
        ("[rythm]", 1, "rythm", 'Did you mean "rhythm"?'),
        ("[break]\nname = 'x'", 1, "break", "tables [[break]]"),
        ("break = 5", 1, "break", "tables [[break]]"),
        ("[[break]]\nname = 'x'\n", 1, "break", "every must be a duration"),
        ("[[break]]\nname = 'a'\nevery = '2h'\n\n[[break]]\nname = 'b'\nevery = 'x'", 7, "break.every", "a duration"),
        ("[hours]\nmon = ['9-5']", 2, "hours.mon", "a range such as"),
        ("[hours]\nmon = ['09:00-09:00']", 2, "hours.mon", "not empty"),
        ("[hours]\nmon = '09:00-17:00'", 2, "hours.mon", "a list [...]"),
        ("[hours]\nmon = [9]", 2, "hours.mon", "a range such as"),
        ("[rhythm]\nmove_every = 60", 2, "rhythm.move_every", "in quotes and with its unit"),
        ("[rhythm]\nmove_every = '60'", 2, "rhythm.move_every", "with its unit"),
        ("[rhythm]\nmax_snoozes = true", 2, "rhythm.max_snoozes", "a whole number from 0 to 10"),
        ("[rhythm]\nwatching_counts = 'yes'", 2, "rhythm.watching_counts", "true or false"),
        ("[rhythm]\nsnooze = []", 2, "rhythm.snooze", "1 to 5 of them"),
        ("[system]\nidle = ' '", 2, "system.idle", "in quotes"),
        ("[[appointment]]\ndays = ['mon']\nat = '25:00'", 3, "appointment.at", "a time of day"),
        ("[[appointment]]\ndays = ['mon']\nat = '4pm'", 3, "appointment.at", "a time of day"),
        ("[[appointment]]\ndays = []\nat = '16:00'", 2, "appointment.days", "1 to 7 of them"),
        ("\"rhythm\".'move_every' = 'x'", 0, "rhythm.move_every", "a duration"),
        ("rhythm.length = 'x'", 1, "rhythm.length", "a duration"),
    ],
)
def test_each_mistake_is_named(text, line, key, said):
    _, found = read(text, FILE)
    assert len(found) == 1
    assert (found[0].line, found[0].key) == (line, key)
    assert said in str(found[0])


def test_an_entry_that_is_wrong_is_left_out_and_the_others_stay():
    text = '[[break]]\nname="a"\nevery="2h"\n[[break]]\nname="b"\nevery="x"\n[[break]]\nname="c"\nevery="3h"\n'
    config, found = read(text, FILE)
    assert [entry.name for entry in config.break_] == ["a", "c"]
    assert len(found) == 1


def test_every_default_is_a_value_that_may_be_written():
    for table in (*TABLES.values(), *LISTS.values()):
        for key, known, default in keys(table):
            assert known.help, key
            assert known.required or known.type.read(tomllib.loads(f"x = {known.type.write(default)}")["x"]) == default


def test_every_value_that_is_read_can_be_written_and_read_again():
    text = '[rhythm]\nmove_every="1h5m"\n[hours]\nsat=["22:00-06:00"]\nsun=["18:00-24:00"]\n[you]\nkit=["mat"]\n'
    text += '[system]\ndata_folder="C:\\\\u \\"x\\" \\n\\t\\u0001\\u007fü"\n'
    text += '[[appointment]]\ndays=["mon"]\nat="9:05"\nroutine="r19"\n'
    config, found = read(text, FILE)
    assert not found
    for name, table in TABLES.items():
        for key, known, _ in keys(table):
            value = getattr(getattr(config, name), key)
            assert known.type.read(tomllib.loads(f"x = {known.type.write(value)}")["x"]) == value
    at = next(known for key, known, _ in keys(LISTS["appointment"]) if key == "at")
    assert at.type.write(config.appointment[0].at) == '"09:05"'


def test_the_example_is_what_the_schema_says():
    with open("config.example.toml", encoding="utf-8") as stream:
        assert stream.read() == example(), "run: python -m unkink.config.example > config.example.toml"


def test_the_example_means_the_defaults_as_it_stands_and_without_its_hashes():
    assert read(example(), FILE) == (Config(), ())
    lines = [line[2:] if " = " in line or line.startswith("# [[") else line for line in example().splitlines()]
    assert tomllib.loads("\n".join(line for line in lines if " = " in line or line.startswith("[")))


@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(text):
    config, _ = read(text, FILE)
    assert isinstance(config, Config)


def test_rules_are_what_was_set():
    text = """
    [rhythm]
    move_every = "45m"
    length = "90s"
    after_wait = "badge"
    snooze = ["10m"]
    [prompt]
    surface = "icon"
    remind_once_after = "20m"
    [hours]
    mon = ["09:00-12:30", "13:15-17:30"]
    [[break]]
    name = "roller"
    every = "2h30"
    length = "5m"
    what = "roller"
    [[appointment]]
    days = ["mon", "fri"]
    at = "16:00"
    routine = "r19"
    """
    config, found = read(text, FILE)
    assert not found
    made = rules(config)
    assert made.kinds == (
        Kind("move", 2700, 90, surface=Surface.ICON),
        Kind("roller", 9000, 300, what="roller"),
    )
    assert (made.after_wait, made.snooze, made.remind_once_after) == (AfterWait.BADGE, (600,), 1200)
    assert len(made.hours.days[0]) == 2
    assert made.appointments == (Appointment("mon,fri 16:00", (0, 4), 960, "r19"),)


def test_a_person_is_what_was_set():
    text = """
    [you]
    place = "floor"
    position = "seated"
    kit = ["mat"]
    areas = ["neck"]
    rather_not = ["kneading"]
    camera_often_on = true
    """
    made = person(read(text, FILE)[0], touch=True)
    assert (made.place, made.position, made.kit, made.areas) == (
        Place.FLOOR,
        Position.SEATED,
        frozenset({"mat"}),
        frozenset({"neck"}),
    )
    assert (made.rather_not, made.camera, made.touch) == (frozenset({Technique.KNEADING}), True, True)
    assert person(Config(), touch=False).position is None


def test_a_file_that_is_not_there_is_the_defaults_and_ensure_makes_it(tmp_path):
    file = ConfigFile(str(tmp_path / "deep" / "config.toml"))
    assert file.load() == Config()
    assert file.ensure() == file.path
    assert file.load() == Config()
    assert not file.problems
    assert file.ensure() == file.path, "an existing one is left as it is"


def test_a_file_that_cannot_be_read_is_not_empty(tmp_path):
    path = tmp_path / "config.toml"
    path.write_text('[rhythm]\nmove_every = "45m"\n')
    file = ConfigFile(str(path))
    file.load()
    path.write_bytes(b'[rhythm]\nmove_every = "\xff"\n')
    assert file.load().rhythm.move_every == 2700
    assert "UTF-8" in str(file.problems[0])
    path.unlink()
    path.mkdir()
    assert file.load().rhythm.move_every == 2700
    assert "readable" in str(file.problems[0])


def test_every_field_of_the_config_is_a_table_or_a_list_of_tables():
    names = {field.name.rstrip("_") for field in dataclasses.fields(Config)}
    assert names == {*TABLES, *LISTS}
    assert os.path.exists("config.example.toml")
