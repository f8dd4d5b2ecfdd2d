"""What a config means to the domain: every word of it arrives."""

from datetime import timedelta

import pytest

from unkink.config.apply import person, rules
from unkink.config.load import read
from unkink.config.schema import Config
from unkink.domain.body import Place, Position, Technique
from unkink.domain.rules import Appointment, Rules, Surface


def config(text):
    found, problems = read(text, "config.toml")
    assert not problems
    return found


def test_the_defaults_of_the_config_are_those_of_the_domain():
    assert rules(Config()) == Rules()


@pytest.mark.parametrize(
    ("more", "what"),
    [
        ("", "any"),
        ('area = "neck"', "neck"),
        ('routine = "r19"', "r19"),
        ('routine = "r19"\narea = "neck"', "r19"),
    ],
)
def test_an_appointment_is_for_its_routine_or_its_area_or_anything(more, what):
    made = rules(config(f'[[appointment]]\ndays = ["tue"]\nat = "7:05"\n{more}\n'))
    assert made.appointments == (Appointment("tue 07:05", (1,), 425, what),)


def test_every_kind_of_break_keeps_its_own_surface():
    made = rules(config('[prompt]\nsurface = "icon"\n[[break]]\nname = "eyes"\nevery = "20m"\n'))
    assert [(kind.name, kind.surface, kind.what) for kind in made.kinds] == [
        ("move", Surface.ICON, "any"),
        ("eyes", Surface.NOTIFICATION, "any"),
    ]


def test_each_day_has_its_own_hours():
    made = rules(config('[hours]\nmon = ["09:00-17:00"]\nsun = ["22:00-06:00"]\n'))
    assert [len(day) for day in made.hours.days] == [1, 0, 0, 0, 0, 0, 1]
    assert made.hours.days[6][0].start == timedelta(hours=22)


@pytest.mark.parametrize("word", ["seated", "standing"])
def test_a_position_is_one_and_any_is_none(word):
    assert person(config(f'[you]\nposition = "{word}"\n'), touch=False).position is Position(word)
    assert person(config('[you]\nposition = "any"\n'), touch=False).position is None


@pytest.mark.parametrize("word", ["desk", "room", "floor"])
def test_a_place_is_one_of_the_scale(word):
    assert person(config(f'[you]\nplace = "{word}"\n'), touch=False).place is Place[word.upper()]


def test_every_technique_can_be_declined():
    words = ", ".join(f'"{technique}"' for technique in Technique)
    assert person(config(f"[you]\nrather_not = [{words}]\n"), touch=False).rather_not == frozenset(Technique)
