"""Doses, sides and lengths: how a routine unfolds."""

from dataclasses import replace

from unkink.catalogue.load import load
from unkink.domain.body import Place
from unkink.domain.routine import CHANGE, Side, single

CATALOGUE = load()


def test_both_sides_are_done_right_before_left_with_a_change_over_between():
    rounds = CATALOGUE.routine("r02").rounds
    assert [(part.exercise.id, part.side, part.change, part.seconds) for part in rounds] == [
        ("nk-01", Side.BOTH, 0, 20),
        ("nk-02", Side.RIGHT, CHANGE, 15),
        ("nk-02", Side.LEFT, CHANGE, 15),
    ]
    assert [part.step for part in rounds] == [0, 1, 1]


def test_sets_are_done_both_sides_each():
    routine = single(CATALOGUE.exercises["nk-02"])
    assert [part.side for part in routine.rounds] == [Side.RIGHT, Side.LEFT, Side.RIGHT, Side.LEFT]
    assert routine.seconds == 4 * 20 + 3 * CHANGE


def test_lengths_are_those_of_the_written_catalogue():
    # total = hold x sets x sides + 5 s for each change-over (section 5 and 6 of the evidence).
    lengths = {routine.id: routine.seconds for routine in CATALOGUE.routines}
    written = [35, 60, 90, 150, 125, 140, 125, 85, 165, 170, 150, 180, 125]  # r01 to r13
    written += [125, 200, 135, 160, 110, 115, 95, 295, 215, 175, 240, 280]  # r14 to r25
    assert lengths == {f"r{number:02d}": seconds for number, seconds in enumerate(written, 1)}


def test_a_routine_needs_what_its_steps_need():
    routine = CATALOGUE.routine("r20")
    assert routine.place is Place.ROOM
    assert routine.kit == {"foam-roller", "wall", "desk"}
    assert routine.touch
    assert not CATALOGUE.routine("r02").touch


def test_area_seconds_count_work_for_each_area_of_an_exercise():
    assert CATALOGUE.routine("r02").area_seconds == {"neck": 50, "shoulder": 30}


def test_one_step_twice_adds_up():
    routine = CATALOGUE.routine("r02")
    twice = replace(routine, steps=routine.steps + routine.steps)
    assert twice.area_seconds == {"neck": 100, "shoulder": 60}
