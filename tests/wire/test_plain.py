"""Typed values as plain data and back."""

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unkink.domain.units import Instant
from unkink.wire.plain import Malformed, from_plain, to_plain


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Leaf:
    at: Instant
    colour: Colour


@dataclass(frozen=True, slots=True)
class Twig:
    when: datetime
    length: timedelta


@dataclass(frozen=True, slots=True)
class Tree:
    one: Leaf | Twig
    maybe: Instant | None
    many: tuple[Leaf, ...]
    name: str | None


TREE = Tree(Twig(datetime(2026, 3, 2, 9), timedelta(hours=2)), None, (Leaf(Instant(110.0), Colour.RED),), "oak")


def test_everything_comes_back_and_instants_move_with_their_base():
    plain = json.loads(json.dumps(to_plain(TREE, Tree, 100.0)))
    assert plain["many"] == [{"at": 10.0, "colour": "red"}]
    assert plain["one"]["is"] == "Twig"
    back = from_plain(plain, Tree, 500.0)
    assert back.many[0].at == 510
    assert from_plain(plain, Tree, 100.0) == TREE


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"one": {"is": "Bird"}}, "Tree.one is of an unknown kind 'Bird'"),
        ({"one": 5}, "Tree.one is no object"),
        ({"maybe": "x"}, "Tree.maybe is no number"),
        ({"maybe": 10**400}, "Tree.maybe is no number"),
        ({"many": [{"at": 1, "colour": "green"}]}, r"Tree.many\[0\].colour is no Colour"),
        ({"one": {"is": "Twig", "when": "x", "length": 1}}, "Tree.one.when is no datetime"),
        ({"one": {"is": "Twig", "when": "2026-03-02", "length": "x"}}, "Tree.one.length is no timedelta"),
        ({"name": 5}, "Tree.name is no str"),
    ],
)
def test_what_is_wrong_is_named(change, why):
    plain = to_plain(TREE, Tree) | change
    with pytest.raises(Malformed, match=why):
        from_plain(plain, Tree)


@dataclass(frozen=True, slots=True)
class Diary:
    day: date
    at: datetime
    perhaps: date | None
    length: timedelta
    days: tuple[date, ...]


days = st.dates()
times = st.datetimes()


@given(days, times, st.none() | days, st.timedeltas(timedelta(0), timedelta(days=400)), st.lists(days, max_size=3))
def test_days_times_and_lengths_come_back_through_json(day, at, perhaps, length, several):
    length = timedelta(seconds=round(length.total_seconds()))
    diary = Diary(day, at, perhaps, length, tuple(several))
    back = from_plain(json.loads(json.dumps(to_plain(diary, Diary))), Diary)
    assert back == diary
    assert (type(back.day), type(back.at)) == (date, datetime)


def test_a_day_is_written_as_a_day_and_a_time_as_a_time():
    diary = Diary(date(2026, 3, 2), datetime(2026, 3, 2, 9, 5), None, timedelta(minutes=90), (date(2026, 1, 1),))
    assert to_plain(diary, Diary) == {
        "day": "2026-03-02",
        "at": "2026-03-02T09:05:00",
        "perhaps": None,
        "length": 5400.0,
        "days": ["2026-01-01"],
    }


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"day": "2026-02-30"}, "Diary.day is no date"),
        ({"day": "2026-03-02T09:05:00"}, "Diary.day is no date"),
        ({"day": ""}, "Diary.day is no date"),
        ({"day": 20260302}, "Diary.day is no date"),
        ({"day": None}, "Diary.day is no date"),
        ({"day": ["2026-03-02"]}, "Diary.day is no date"),
        ({"at": "25:00"}, "Diary.at is no datetime"),
        ({"at": 0}, "Diary.at is no datetime"),
        ({"at": "2026-03-02T09:05:00+01:00"}, "Diary.at is no datetime"),
        ({"at": "2026-03-02T09:05:00Z"}, "Diary.at is no datetime"),
        ({"perhaps": "never"}, "Diary.perhaps is no date"),
        ({"length": None}, "Diary.length is no timedelta"),
        ({"length": True}, "Diary.length is no timedelta"),
        ({"length": 1e300}, "Diary.length is no timedelta"),
        ({"length": -1e300}, "Diary.length is no timedelta"),
        ({"length": 10**400}, "Diary.length is no timedelta"),
        ({"length": float("nan")}, "Diary.length is no timedelta"),
        ({"days": "2026-03-02"}, "Diary.days is no list"),
        ({"days": ["2026-03-02", "x"]}, r"Diary.days\[1\] is no date"),
    ],
)
def test_what_is_no_day_and_no_time_is_named_with_its_place(change, why):
    good = to_plain(Diary(date(2026, 3, 2), datetime(2026, 3, 2), None, timedelta(0), ()), Diary)
    assert from_plain(good, Diary)
    with pytest.raises(Malformed, match=f"^{why}$"):
        from_plain(good | change, Diary)
