"""A routine as it runs: time, pauses, back, skip, and what counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unkink.catalogue.load import load
from unkink.domain.routine import Side
from unkink.ui.player.session import Session

ROUTINE = load().routine("r02")


def ran(seconds, session=None):
    session = session or Session(ROUTINE)
    for _ in range(round(seconds * 10)):
        session.pass_(0.1)
    return session


def test_it_begins_with_the_first_round_at_once():
    look = Session(ROUTINE).look()
    assert (look.number, look.changing, look.left, look.of, look.into) == (0, False, 20, 20, 0)
    assert look.then.exercise.id == "nk-02"


def test_a_change_over_comes_between_rounds_with_the_side_said():
    look = ran(21).look()
    assert (look.number, look.changing, look.part.side) == (1, True, Side.RIGHT)
    assert look.left == pytest.approx(4)
    assert look.of == 5
    assert look.into == 0


def test_then_the_other_side_and_the_end():
    assert ran(41).look().part.side is Side.LEFT
    assert ran(41).look().then is None
    session = ran(61)
    assert session.look().over
    assert session.finished
    assert session.done == pytest.approx(60)
    session.pass_(5)
    session.skip()
    session.back()
    assert session.look().over


def test_in_a_pause_nothing_passes():
    session = ran(5)
    session.toggle()
    ran(60, session)
    assert session.look().left == pytest.approx(15)
    session.toggle()
    assert ran(5, session).look().left == pytest.approx(10)


def test_after_a_suspend_it_goes_on_where_it_was():
    session = ran(5)
    session.pass_(3600)
    assert session.look().left == pytest.approx(14)


def test_skip_goes_on_and_what_was_skipped_does_not_count():
    session = ran(5)
    session.skip()
    assert session.look().number == 1
    assert session.done == pytest.approx(5)
    session.skip()
    session.skip()
    assert session.look().over
    assert not session.finished, "five seconds of a minute are no routine"


def test_an_end_with_enough_done_is_a_finish():
    session = ran(35)
    session.skip()
    session.skip()
    assert session.look().over
    assert session.finished


def test_back_goes_to_the_beginning_and_at_the_beginning_to_the_one_before():
    session = ran(35)
    session.back()
    assert (session.look().number, session.look().changing) == (1, True)
    session.back()
    assert session.look().number == 0
    session.back()
    assert session.look().number == 0
    assert session.done == pytest.approx(35), "what is done twice counts once"
    assert ran(20, session).done == pytest.approx(35)


def test_the_bar_shows_what_is_over():
    session = ran(30)
    assert session.share(0) == 1
    assert session.share(1) == pytest.approx(0.5)
    assert session.share(2) == 0


@given(st.lists(st.sampled_from(["pass", "skip", "back", "toggle"]), max_size=60))
def test_whatever_is_pressed_the_look_makes_sense(keys):
    session = Session(ROUTINE)
    for key in keys:
        {"pass": lambda: session.pass_(0.9), "skip": session.skip, "back": session.back, "toggle": session.toggle}[
            key
        ]()
        look = session.look()
        assert 0 <= look.left <= look.of or look.over
        assert 0 <= look.into <= look.part.seconds
        assert 0 <= session.done <= ROUTINE.seconds
        assert all(0 <= session.share(n) <= 1 for n in range(3))
