"""Frozen values with shared methods behave as the ones Python makes."""

import copy
import dataclasses
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unkink.frozen import dataclass, replace


@dataclass(frozen=True, slots=True)
class Pair:
    left: int
    value: str = "x"


@dataclass(frozen=True)
class Open:
    left: int
    value: str = "x"


@dataclass(frozen=True, slots=True)
class Empty:
    pass


@dataclasses.dataclass(frozen=True)
class Plain:
    left: int
    value: str = "x"


pairs = st.tuples(st.integers(), st.text())
kinds = pytest.mark.parametrize("kind", [Pair, Open])


@kinds
def test_a_value_is_made_by_place_by_name_and_by_default(kind):
    assert kind(1) == kind(left=1) == kind(1, "x")
    with pytest.raises(TypeError, match="left"):
        kind()
    with pytest.raises(TypeError):
        kind(1, "x", 2)


@kinds
@given(one=pairs, two=pairs)
def test_two_are_equal_exactly_where_their_fields_are(kind, one, two):
    assert (kind(*one) == kind(*two)) == (one == two)
    assert kind(*one) == kind(*one)
    assert hash(kind(*one)) == hash(kind(*one))
    assert len({kind(*one), kind(*two)}) == (1 if one == two else 2)


def test_values_of_two_kinds_are_never_equal():
    assert Pair(1) != Open(1)
    assert Pair(1) != Plain(1)
    assert Pair(1) != (1, "x")
    assert Empty() == Empty()
    assert {Pair(1), Open(1)} == {Open(1), Pair(1)}
    assert len({Pair(1), Open(1), Empty()}) == 3


@given(pairs)
def test_it_shows_itself_as_it_is_made(fields):
    assert repr(Pair(*fields)) == repr(Plain(*fields)).replace("Plain", "Pair")
    assert eval(repr(Pair(*fields))) == Pair(*fields)
    assert repr(Empty()) == "Empty()"


@kinds
@given(fields=pairs, left=st.integers(), value=st.text())
def test_replace_changes_what_it_is_told_and_nothing_else(kind, fields, left, value):
    before = kind(*fields)
    for changes in ({}, {"left": left}, {"value": value}, {"left": left, "value": value}):
        after = replace(before, **changes)
        assert after == dataclasses.replace(before, **changes)
        assert type(after) is kind
    assert before == kind(*fields), "it is as it was"


def test_replace_keeps_the_very_same_things():
    kept = "a text"
    assert replace(Pair(1, kept), left=2).value is kept


@kinds
@pytest.mark.parametrize("changes", [{"right": 1}, {"left": 2, "right": 1}, {"left": 2, "middle": 1, "right": 3}])
def test_replace_of_what_is_not_there_is_refused_and_named(kind, changes):
    unknown = min(set(changes) - {"left"})
    with pytest.raises(TypeError, match=f"^{kind.__name__} has no field {unknown}$"):
        replace(kind(1), **changes)


@kinds
def test_a_value_can_be_copied_and_sent(kind):
    assert copy.deepcopy(kind(1, "y")) == kind(1, "y")
    assert pickle.loads(pickle.dumps(kind(1, "y"))) == kind(1, "y")


def test_it_can_be_taken_apart_by_a_match():
    match Pair(1, "y"):
        case Pair(left, value=value):
            assert (left, value) == (1, "y")
        case _:
            pytest.fail("it is one")


def test_slots_take_no_other_name():
    with pytest.raises(AttributeError):
        Pair(1).other = 2
