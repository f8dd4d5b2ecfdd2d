"""Typed values as plain data and back."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

import pytest

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
