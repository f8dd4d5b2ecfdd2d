"""Two bones that reach for a point."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unkink.figure.algebra import dot, length, sub
from unkink.figure.reach import reach

places = st.tuples(*[st.floats(-80, 80)] * 3)
poles = st.tuples(*[st.floats(-1, 1)] * 3)


@given(places, places, poles)
def test_bones_keep_their_lengths_wherever_they_reach(root, target, pole):
    bend = reach(root, target, 28.0, 25.0, pole)
    assert math.isclose(length(sub(bend.middle, root)), 28.0, rel_tol=1e-6)
    assert math.isclose(length(sub(bend.end, bend.middle)), 25.0, rel_tol=1e-6)
    assert math.isclose(length(bend.pole), 1.0, rel_tol=1e-6)


def test_within_reach_the_end_is_at_the_target_and_the_middle_towards_the_pole():
    bend = reach((0, 0, 0), (0, -40, 0), 28.0, 25.0, (1, 0, 0))
    assert bend.end == pytest.approx((0, -40, 0))
    assert bend.short == pytest.approx(0.0)
    assert dot(bend.middle, (1, 0, 0)) > 5.0
    assert bend.pole == pytest.approx((1, 0, 0))


def test_out_of_reach_it_is_told_how_far():
    far = reach((0, 0, 0), (0, -70, 0), 28.0, 25.0, (1, 0, 0))
    assert far.short == pytest.approx(17.0, abs=0.1)
    assert far.end[1] == pytest.approx(-53.0, abs=0.1)
    near = reach((0, 0, 0), (0, -1, 0), 28.0, 25.0, (1, 0, 0))
    assert near.short == pytest.approx(-2.5)


@pytest.mark.parametrize("target", [(0, -40, 0), (0, 0, 40), (0, 0, 0)])
def test_a_pole_along_the_limb_still_bends_it_somewhere(target):
    bend = reach((0, 0, 0), target, 28.0, 25.0, target if any(target) else (0, -1, 0))
    assert math.isclose(length(bend.pole), 1.0)
    assert math.isclose(length(bend.middle), 28.0)
