"""The posture cues that are shipped: they ask or offer, promise nothing, and are as careful as what they propose."""

import re
import shutil
import tomllib
from pathlib import Path

import pytest

from unkink.catalogue.cues import load_cues
from unkink.catalogue.load import load
from unkink.domain.body import AREAS, KIT, Place
from unkink.domain.deck import Cue, Hands, Row
from unkink.domain.routine import single
from unkink.errors import UnkinkError
from unkink.paths import package

FILE = package("catalogue", "cues.toml")
CUES = load_cues()
CATALOGUE = load()

every_cue = pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.id)

TYPES = {"c": 6, "s": 6, "m": 7, "u": 8, "w": 3, "k": 4, "e": 2, "b": 2}
"""How many there are of each type: checks, resets, changes, stand, stand while seated, massage, wind-down, return."""
SILENT = {"u04", "b01", "b02"}
"""Kept as data: u04 needs a calendar, b01 is the status line, b02 a question."""


def proposed(cue):
    """Return what a cue proposes; None where it proposes nothing that is there."""
    exercise = CATALOGUE.exercises.get(cue.do)
    return CATALOGUE.routine(cue.do) or (single(exercise) if exercise else None)


def test_every_type_is_whole_and_in_order():
    for kind, count in TYPES.items():
        assert [cue.id for cue in CUES if cue.id[0] == kind] == [f"{kind}{n:02d}" for n in range(1, count + 1)]
    assert len(CUES) == 38
    assert len({cue.text for cue in CUES}) == 38, "each has words of its own"


@every_cue
def test_a_cue_is_one_short_line(cue):
    assert 10 <= len(cue.text) <= 84
    assert cue.text == " ".join(cue.text.split())
    assert cue.text[-1] in ".?"


CLAIMS = (
    *("fascia", "knot", "knots", "adhesion", "adhesions", "toxin", "toxins", "productivity", "productive"),
    *("cure", "cures", "treat", "treats", "heal", "heals", "prevent", "prevents", "injury", "pain", "endorphins"),
    *("inflammation", "circulation", "eyesight", "fix", "fixes", "disease", "death", "killing"),
)
ORDERS = ("must", "should", "straighten", "sit up", "stop slouching", "don't", "never")
GRADES = (
    *("bad", "poor", "wrong", "slouch", "slouching", "slouched", "hunched", "crooked", "score", "streak", "lazy"),
    *("skipped", "missed", "ignored", "finally", "are you sure", "posture", "you look"),
)


@every_cue
@pytest.mark.parametrize("words", [CLAIMS, ORDERS, GRADES], ids=["claims", "orders", "grades"])
def test_a_cue_claims_nothing_orders_nothing_and_grades_nobody(cue, words):
    assert "!" not in cue.text
    for word in words:
        assert not re.search(rf"\b{word}\b", cue.text.lower()), word


@every_cue
def test_a_cue_stands_in_the_table_or_is_never_chosen(cue):
    assert (not cue.rows) == (cue.id in SILENT)
    assert len(set(cue.rows)) == len(cue.rows)


ROWS_OF = {
    "c": {Row.CHECK, Row.SPELL, Row.BACK_OFF},
    "s": {Row.SPELL, Row.AFTER_CALL, Row.EYES, Row.BACK_OFF},
    "m": {Row.POSITION, Row.STANDING},
    "u": {Row.BREAK, Row.RETURN, Row.AFTER_CALL},
    "w": {Row.BREAK},
    "k": {Row.SPELL, Row.AFTER_CALL},
    "e": {Row.WIND_DOWN},
    "b": set(),
}


@every_cue
def test_a_cue_comes_only_where_its_type_belongs(cue):
    assert set(cue.rows) <= ROWS_OF[cue.id[0]]


def test_every_row_of_the_table_has_a_cue_for_everybody():
    for row in Row:
        plain = [cue for cue in CUES if row in cue.rows and not (cue.kit or cue.area or cue.touch or cue.only_if)]
        assert plain, row


def test_the_rows_that_the_table_names_have_the_cues_it_names():
    found = {row: {cue.id for cue in CUES if row in cue.rows} for row in Row}
    assert found[Row.AFTER_CALL] == {"u07", "s02", "k02"}
    assert found[Row.STANDING] == {"m07"}
    assert found[Row.BREAK] == {"u01", "u02", "u03", "u05", "u06", "w01", "w02", "w03"}
    assert found[Row.RETURN] == {"u08"}
    assert found[Row.POSITION] == {f"m0{n}" for n in range(1, 7)}
    assert found[Row.SPELL] == {"c02", "s01", "s02", "s03", "s04", "s05", "k01", "k02", "k03", "k04"}
    assert found[Row.EYES] == {"s06"}
    assert found[Row.CHECK] == {"c01", "c02", "c03", "c04", "c05"}
    assert found[Row.WIND_DOWN] == {"e01", "e02"}
    assert found[Row.BACK_OFF] == {"c06", "s05"}


def test_what_cues_propose_is_in_the_catalogue():
    assert not {cue.do for cue in CUES if cue.do and proposed(cue) is None}


def test_something_can_be_done_at_once_in_the_morning_and_in_a_spell():
    for row in (Row.CHECK, Row.SPELL, Row.BACK_OFF):
        assert any(row in cue.rows and proposed(cue) for cue in CUES), row


@pytest.mark.parametrize("cue", [cue for cue in CUES if proposed(cue)], ids=lambda cue: cue.id)
def test_a_cue_is_hidden_as_what_it_proposes_is(cue):
    routine = proposed(cue)
    hidden = frozenset().union(*(step.exercise.hide_if for step in routine.steps))
    assert cue.hide_if == hidden | ({"neck-vascular", "spine-condition"} if cue.id == "s04" else set())
    assert cue.touch == routine.touch
    assert cue.at_home == (routine.place is Place.FLOOR)
    if cue.kit:
        assert cue.kit in routine.kit


@every_cue
def test_a_cue_is_in_the_vocabulary_of_bodies_and_things(cue):
    assert not cue.area or cue.area in AREAS
    assert not cue.kit or cue.kit in KIT
    assert not cue.hide_if & cue.only_if, "nobody could ever see it"
    assert cue.id[0] != "k" or cue.touch


def test_whoever_does_not_stand_is_never_asked_to():
    assert all("no-standing" in cue.hide_if for cue in CUES if cue.id[0] == "u" or cue.id in ("m06", "m07"))
    assert {cue.id for cue in CUES if "no-standing" in cue.only_if} == {"w01", "w02", "w03"}


def test_the_chin_glide_is_hidden_from_necks_and_spines_in_trouble():
    (glide,) = [cue for cue in CUES if cue.id == "s04"]
    assert glide.hide_if >= {"neck-vascular", "spine-condition"}


def test_words_about_sitting_are_for_those_who_sit():
    assert {cue.id for cue in CUES if cue.seated} == {"m02", "m03", "m04", "m05"}


def test_no_key_is_misspelt():
    with Path(FILE).open("rb") as stream:
        tables = tomllib.load(stream)
    for id_, table in tables.items():
        assert set(table) <= set(Cue.__match_args__) - {"id"}, id_
        assert {"text", "rows"} <= set(table), id_


# -- reading -----------------------------------------------------------------------------------


def written(tmp_path, text) -> str:
    file = tmp_path / "cues.toml"
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_a_cue_is_what_its_table_says(tmp_path):
    text = """
    [x01]
    text = "Ready – for it?"
    do = "r02"
    rows = ["check", "spell"]
    hands = ["typing", "pointing"]
    seated = true
    first = true
    area = "neck"
    kit = "mat"
    unseen = true
    at_home = true
    any_routine = true
    touch = true
    hide_if = ["fracture"]
    only_if = ["no-standing"]
    """
    assert load_cues(written(tmp_path, text)) == (
        Cue(
            "x01",
            "Ready – for it?",
            do="r02",
            rows=(Row.CHECK, Row.SPELL),
            hands=(Hands.TYPING, Hands.POINTING),
            seated=True,
            first=True,
            area="neck",
            kit="mat",
            unseen=True,
            at_home=True,
            any_routine=True,
            touch=True,
            hide_if=frozenset({"fracture"}),
            only_if=frozenset({"no-standing"}),
        ),
    )


def test_what_a_table_does_not_say_asks_for_nothing(tmp_path):
    assert load_cues(written(tmp_path, '[x01]\ntext = "Up?"\nrows = []\n')) == (Cue("x01", "Up?"),)


def test_the_order_of_the_file_is_kept_and_an_empty_one_has_none(tmp_path):
    text = '[b]\ntext = "B?"\nrows = []\n[a]\ntext = "A?"\nrows = []\n'
    assert [cue.id for cue in load_cues(written(tmp_path, text))] == ["b", "a"]
    assert load_cues(written(tmp_path, "")) == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[x01]\nrows = []\n", "x01: text is missing"),
        ('[x01]\ntext = "Up?"\n', "x01: rows is missing"),
        ('[x01]\ntext = "Up?"\nrows = ["chek"]\n', "x01: 'chek' is not a valid Row"),
        ('[x01]\ntext = "Up?"\nrows = 5\n', "x01: "),
        ('[x01]\ntext = "Up?"\nrows = []\nhands = ["feet"]\n', "x01: 'feet' is not a valid Hands"),
        ('[x01]\ntext = "Up?"\nrows = []\nhide_if = 5\n', "x01: "),
        ('[x01]\ntext = "Up?"\nrows = []\nhide_iff = ["fracture"]\n', "x01: hide_iff is unknown; there are text, do, "),
        ('[x01]\ntext = "Up?"\nrows = []\nid = "x02"\n', "x01: id is unknown"),
        ("loose = 5\n", "loose: "),
        ("[x01]\ntext = \n", ""),
    ],
)
def test_a_mistake_names_the_file_and_the_cue(tmp_path, text, why):
    file = written(tmp_path, text)
    with pytest.raises(UnkinkError) as caught:
        load_cues(file)
    assert str(caught.value).startswith(f"The catalogue can't be read. {file}: {why}")


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(UnkinkError, match="nowhere"):
        load_cues(str(tmp_path / "nowhere.toml"))


def test_the_shipped_cues_can_lie_anywhere(tmp_path):
    shutil.copy(FILE, tmp_path / "here.toml")
    assert load_cues(str(tmp_path / "here.toml")) == CUES
