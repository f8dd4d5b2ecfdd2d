"""What answers about health mean: which exercises are hidden, and which call for care (evidence 4.1 and 4.2)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from unkink.domain.body import Place, Position, Technique
from unkink.domain.health import Flag, Health, Level, cares, hides
from unkink.domain.routine import Exercise
from unkink.domain.screening import Answers, Pain, Pressure, Question, RedFlag, Told, health

TODAY = date(2026, 3, 2)
FLAGS = (
    RedFlag("chest", Level.EMERGENCY, "Chest pain", "Stop."),
    RedFlag("clot", Level.SAME_DAY, "A swollen leg", "Get advice today."),
    RedFlag("lasting", Level.BOOK, "A pain that lasts", "Book."),
)
SHOULDER = Exercise(
    id="sh-03",
    name="Top-of-shoulder squeeze",
    region="shoulders",
    technique=Technique.KNEADING,
    kit=frozenset(),
    position=Position.SEATED,
    place=Place.DESK,
    sided=True,
    seconds=30,
    sets=1,
    pace="slow",
    steps=("Squeeze.",),
    feel="Warm.",
    stop="Numbness.",
    intensity=2,
    areas=("shoulder", "neck"),
    evidence=(),
    hide_if=frozenset({"open-wound", "lymphoedema"}),
    care_if=frozenset({"bleeding", "sensitised"}),
)
STRETCH = replace(SHOULDER, technique=Technique.STRETCH)
MOVE = replace(SHOULDER, technique=Technique.MOBILITY)
BREATH = replace(SHOULDER, technique=Technique.BREATH, areas=("ribs",), intensity=1)


def found(*, pressure: Pressure = Pressure.FIRM, today: date = TODAY, **answers) -> Health:
    return health(Answers(**answers), FLAGS, ["open-wound", "acute-injury"], pressure, today)


def told(name: str, *areas: str) -> Told:
    return Told(name, areas)


def test_nothing_told_hides_nothing():
    assert not hides(found(), SHOULDER)
    assert cares(found(), SHOULDER) == ()


def test_a_tag_hides_what_lists_it():
    assert hides(found(tags=(told("lymphoedema"),)), SHOULDER)
    assert not hides(found(tags=(told("dvt"),)), SHOULDER)


@pytest.mark.parametrize(
    ("areas", "hidden"), [((), True), (("neck",), True), (("foot", "shoulder"), True), (("foot",), False)]
)
def test_a_tag_of_certain_areas_hides_what_meets_them(areas, hidden):
    assert hides(found(tags=(told("open-wound", *areas),)), SHOULDER) is hidden


def test_a_tag_of_the_whole_body_means_all_of_it_wherever_it_was_told():
    assert hides(found(tags=(told("lymphoedema", "foot"),)), SHOULDER)


def test_care_is_asked_for_what_lists_it_in_the_order_it_was_told():
    health = Health(flags=(Flag("sensitised"), Flag("bleeding", frozenset({"shoulder"})), Flag("dvt")))
    assert cares(health, SHOULDER) == ("sensitised", "bleeding")
    assert cares(Health(flags=(Flag("bleeding", frozenset({"foot"})),)), SHOULDER) == ()


@pytest.mark.parametrize("flag", ["chest", "clot", "what nobody knows"])
def test_help_today_leaves_no_exercise_at_all(flag):
    assert hides(found(red_flags=(told(flag),)), BREATH)


def test_the_gravest_counts():
    assert found(red_flags=(told("lasting"), told("chest"), told("clot"))).level is Level.EMERGENCY


@pytest.mark.parametrize(("areas", "hidden"), [(("neck",), True), ((), True), (("foot",), False)])
def test_until_a_clinician_has_looked_touch_and_stretch_wait_there_or_everywhere(areas, hidden):
    health = found(red_flags=(told("lasting", *areas),))
    assert health.level is Level.BOOK
    assert hides(health, SHOULDER) is hidden
    assert hides(health, STRETCH) is hidden
    assert not hides(health, MOVE)


def test_of_two_to_be_looked_at_one_without_a_place_means_everywhere():
    health = found(red_flags=(told("lasting", "foot"), told("lasting")))
    assert hides(health, SHOULDER)


def test_areas_to_leave_alone_are_not_touched_but_may_be_moved():
    health = found(leave_out=("neck",))
    assert hides(health, SHOULDER)
    assert not hides(health, MOVE)


def test_areas_to_touch_gently_have_only_what_is_gentle():
    health = found(gentle=("neck",))
    assert hides(health, SHOULDER)
    assert not hides(health, replace(SHOULDER, intensity=1))
    assert not hides(health, MOVE)


@pytest.mark.parametrize(("pressure", "firmest"), [(Pressure.LIGHT, 1), (Pressure.MEDIUM, 2), (Pressure.FIRM, 3)])
def test_touch_is_as_firm_as_they_like(pressure, firmest):
    health = found(pressure=pressure)
    assert [hides(health, replace(SHOULDER, intensity=i)) for i in (1, 2, 3)] == [i > firmest for i in (1, 2, 3)]
    assert not hides(health, replace(MOVE, intensity=3))


def test_a_strong_pain_leaves_what_is_gentle():
    health = found(pains=(Pain(("neck",), strength=7),))
    assert hides(health, MOVE)
    assert not hides(health, replace(MOVE, intensity=1))
    assert not hides(found(pains=(Pain(("neck",), strength=6),)), MOVE)


def test_a_pain_that_spreads_and_one_that_is_fresh_are_tags_too():
    health = found(pains=(Pain(("lower-back",), spreads=True), Pain(("ankle",), swollen=True)))
    assert health.flags == (Flag("spine-condition"), Flag("acute-injury", frozenset({"ankle"})))


@pytest.mark.parametrize(("weeks", "late"), [(None, True), (16, True), (15, False)])
def test_from_the_sixteenth_week_on_or_where_it_was_not_told_nobody_lies_on_the_back(weeks, late):
    health = found(tags=(told("pregnancy"),), weeks=weeks)
    assert ("pregnancy-16w" in health.tags) is late


def test_weeks_without_a_pregnancy_mean_nothing():
    assert found(weeks=20).flags == ()


def test_unwell_is_for_a_day():
    assert hides(found(unwell_on=TODAY), MOVE)
    assert not hides(found(unwell_on=TODAY), BREATH)
    assert not hides(found(unwell_on=TODAY, today=TODAY + timedelta(days=1)), MOVE)


def test_what_was_not_answered_is_still_to_ask():
    answers = Answers(answered=(Question.SKIN, Question.RED_FLAGS))
    assert answers.to_ask() == ("Q2", "Q3", "Q6", "Q7", "Q8", "Q9", "Q10")


@pytest.mark.parametrize(
    ("on", "again"), [(None, False), (TODAY - timedelta(days=29), False), (TODAY - timedelta(days=30), True)]
)
def test_after_thirty_days_it_is_asked_again(on, again):
    assert Answers(on=on).ask_again(TODAY) is again
