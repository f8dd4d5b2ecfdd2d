"""Vectors, rotations, quaternions."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unkink.figure.algebra import (
    IDENTITY,
    Quat,
    across,
    along,
    compose,
    cross,
    dot,
    frame,
    from_quat,
    inverse,
    length,
    lerp,
    rot_x,
    rot_y,
    rot_z,
    rotate,
    smoothstep,
    to_quat,
    unit,
    unrotate,
)

angles = st.floats(-180, 180)


def close(a, b):
    return all(math.isclose(p, q, abs_tol=1e-9) for p, q in zip(a, b, strict=True))


@pytest.mark.parametrize(
    ("turn", "start", "end"),
    [(rot_x, (0, 1, 0), (0, 0, 1)), (rot_y, (0, 0, 1), (1, 0, 0)), (rot_z, (1, 0, 0), (0, 1, 0))],
)
def test_a_quarter_turn_takes_one_axis_to_the_next(turn, start, end):
    assert close(rotate(turn(90), start), end)


@given(angles, angles, angles)
def test_a_rotation_can_be_undone(x, y, z):
    turn = compose(compose(rot_x(x), rot_y(y)), rot_z(z))
    assert close(compose(turn, inverse(turn)), IDENTITY)
    assert close(unrotate(turn, rotate(turn, (3, -2, 7))), (3, -2, 7))


@given(angles, angles, angles)
def test_a_quaternion_says_the_same_as_its_matrix(x, y, z):
    turn = compose(compose(rot_z(z), rot_x(x)), rot_y(y))
    quat = to_quat(turn)
    assert math.isclose(math.hypot(*quat), 1.0)
    assert quat[0] >= 0.0
    assert all(math.isclose(a, b, abs_tol=1e-6) for a, b in zip(from_quat(quat), turn, strict=True))


@pytest.mark.parametrize(("turn", "largest"), [(IDENTITY, 0), (rot_x(180), 1), (rot_y(180), 2), (rot_z(180), 3)])
def test_half_turns_have_quaternions_too(turn, largest):
    quat = to_quat(turn)
    assert math.isclose(abs(quat[largest]), 1.0)
    assert close(from_quat(quat), turn)


def test_a_quaternion_with_a_negative_scalar_part_is_turned_round():
    assert to_quat(compose(rot_x(170), rot_y(170)))[0] >= 0.0
    assert to_quat(rot_z(-179.5))[3] < 0.0


def test_mixing_takes_the_short_way():
    like: Quat = (0.9, 0.1, 0.0, 0.4)
    assert along((0.8, 0.2, 0.1, 0.5), like) == (0.8, 0.2, 0.1, 0.5)
    assert along((-0.8, -0.2, -0.1, -0.5), like) == (0.8, 0.2, 0.1, 0.5)


def test_the_zero_vector_has_no_direction():
    assert unit((0.0, 0.0, 0.0)) == (0.0, 0.0, 0.0)
    assert close(unit((0.0, 3.0, 4.0)), (0.0, 0.6, 0.8))


@pytest.mark.parametrize(
    ("down", "forward"),
    [((0, -1, 0), (1, 0, 0)), ((0, -1, 0), (0, -5, 0)), ((0, 0, -1), (0, 0, 1)), ((0.6, -0.8, 0), (0, 0, 1))],
)
def test_a_frame_hangs_down_and_looks_forward(down, forward):
    turn = frame(down, forward)
    assert close(rotate(turn, (0, -1, 0)), down)
    looks = rotate(turn, (1, 0, 0))
    assert math.isclose(length(looks), 1.0)
    assert math.isclose(dot(looks, down), 0.0, abs_tol=1e-9)
    assert close(cross(looks, rotate(turn, (0, 1, 0))), rotate(turn, (0, 0, 1)))
    sideways = across(forward, down)
    if length(sideways) > 0.1:
        assert dot(looks, sideways) > 0.0


def test_a_step_is_smooth_between_its_ends():
    assert smoothstep(-1.0) == 0.0
    assert smoothstep(0.5) == 0.5
    assert smoothstep(2.0) == 1.0
    assert smoothstep(0.01) < 0.001


def test_between_two_points():
    assert lerp((0, 0, 0), (2, 4, 6), 0.5) == (1, 2, 3)
