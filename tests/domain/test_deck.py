"""Which cues suit whom."""

import pytest

from unkink.catalogue.cues import load_cues
from unkink.domain.body import Place
from unkink.domain.deck import Cue, suiting
from unkink.domain.health import Flag, Health, Level
from unkink.domain.person import Person

ALL = load_cues()


def ids(**person) -> set[str]:
    return {cue.id for cue in suiting(ALL, Person(**person))}


def test_who_says_nothing_of_themselves_gets_what_needs_nothing():
    found = ids()
    assert {"c01", "m01", "u01", "s01"} <= found
    assert not found & {"k01", "k02", "k03", "k04", "e02", "w01", "w02", "w03"}


def test_touch_is_proposed_only_once_the_notice_was_confirmed():
    assert "k01" not in ids()
    assert "k01" in ids(touch=True)


def test_kit_that_is_not_there_is_not_asked_for():
    assert "k03" not in ids(touch=True)
    assert "k03" in ids(touch=True, kit=frozenset({"massage-ball"}))


def test_a_roller_wants_a_floor_at_home():
    roller = frozenset({"foam-roller"})
    assert "e02" not in ids(touch=True, kit=roller)
    assert "e02" in ids(touch=True, kit=roller, place=Place.FLOOR)


def test_the_low_back_is_for_those_who_care_about_it_and_are_not_seen():
    back = frozenset({"lower-back"})
    assert "k04" not in ids(touch=True)
    assert "k04" in ids(touch=True, areas=back)
    assert "k04" not in ids(touch=True, areas=back, camera=True)


@pytest.mark.parametrize("tag", ["neck-vascular", "spine-condition"])
def test_a_hidden_exercise_is_not_proposed(tag):
    assert "s04" in ids()
    assert "s04" not in ids(health=Health(flags=(Flag(tag),)))


def test_whoever_does_not_stand_gets_the_seated_words():
    found = ids(health=Health(flags=(Flag("no-standing"),)))
    assert {"w01", "w03", "m01", "m02"} <= found
    assert not found & {"m06", "m07", "u01", "u02", "u03", "u05", "u06", "u07", "u08"}


def test_never_means_never():
    assert "c01" not in ids(never=frozenset({"r02"}))


def test_a_cue_that_wants_nothing_suits_everybody():
    assert suiting((Cue("x", "y"),), Person()) == (Cue("x", "y"),)


def test_whoever_is_unwell_is_offered_eyes_breath_and_another_position():
    found = ids(touch=True, health=Health(unwell=True))
    assert {"m01", "s06", "c03", "s05"} <= found
    assert not found & {"u07", "k01", "k02", "s01", "e01"}


def test_touch_waits_where_somebody_should_look_first():
    assert "k02" in ids(touch=True)
    assert "k02" not in ids(touch=True, health=Health(level=Level.BOOK))
