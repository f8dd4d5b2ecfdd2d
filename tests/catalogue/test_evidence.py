"""The evidence: every row whole, and every one that is named is there."""

import pytest

from unkink.catalogue.evidence import load_evidence
from unkink.catalogue.load import load
from unkink.catalogue.schema import ids
from unkink.domain.body import Technique
from unkink.errors import UnkinkError
from unkink.words.techniques import about

ROW = '[S1]\ntopic = "a"\nclaim = "b"\nsource = "c"\nnumber = "d"\nuse = "e"\nchecked = "V"\n'


def test_a_row_is_what_its_table_says(tmp_path):
    file = tmp_path / "evidence.toml"
    file.write_text(ROW, encoding="utf-8")
    [row] = load_evidence(str(file)).values()
    assert [getattr(row, name) for name in row.__match_args__] == ["S1", "a", "b", "c", "d", "e", "V"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('claim = "b"\n', "", "S1: claim is missing"),
        ('claim = "b"', 'claim = ""', "S1: claim must be words in quotes"),
        ('number = "d"', "number = 5", "S1: number must be words in quotes"),
        ("use", "used", "S1: use is missing"),
        ("[S1]", "x = 5\n[S1]", "x: "),
        ('use = "e"', 'use = "e"\nmore = "f"', "S1: more is unknown; there are topic, claim, "),
    ],
)
def test_what_is_wrong_is_named(tmp_path, old, new, said):
    file = tmp_path / "evidence.toml"
    file.write_text(ROW.replace(old, new), encoding="utf-8")
    with pytest.raises(UnkinkError) as caught:
        load_evidence(str(file))
    assert caught.value.message.startswith(f"{file}: {said}")


def test_every_row_that_is_named_is_there():
    rows = load_evidence()
    for exercise in load().exercises.values():
        assert set(exercise.evidence) <= set(rows), exercise.id
    for technique in Technique:
        assert set(about(technique).rests_on) <= set(rows), technique


def test_the_ids_that_are_found_quickly_are_those_that_are_there():
    assert ids("evidence.toml") == tuple(load_evidence())
