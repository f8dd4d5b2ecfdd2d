"""Vectors, rotations and quaternions as plain tuples: small, immutable, and fast enough to redo every frame."""

import math
from typing import TypeAlias

Vec: TypeAlias = tuple[float, float, float]
"""A point or a direction: x forward, y up, z to the person's right."""
Mat: TypeAlias = tuple[float, float, float, float, float, float, float, float, float]
"""A rotation, row by row."""
Quat: TypeAlias = tuple[float, float, float, float]
"""The same rotation as w, x, y, z; unlike nine angles' worth of matrix, two of them can be mixed."""

IDENTITY: Mat = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)
_TINY = 1e-9


def rot_x(degrees: float) -> Mat:
    """Return the rotation about x that takes y towards z."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return (1.0, 0.0, 0.0, 0.0, c, -s, 0.0, s, c)


def rot_y(degrees: float) -> Mat:
    """Return the rotation about y that takes z towards x."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return (c, 0.0, s, 0.0, 1.0, 0.0, -s, 0.0, c)


def rot_z(degrees: float) -> Mat:
    """Return the rotation about z that takes x towards y."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return (c, -s, 0.0, s, c, 0.0, 0.0, 0.0, 1.0)


def compose(a: Mat, b: Mat) -> Mat:
    """Return the rotation that does `b` first, then `a`."""
    a0, a1, a2, a3, a4, a5, a6, a7, a8 = a
    b0, b1, b2, b3, b4, b5, b6, b7, b8 = b
    return (
        a0 * b0 + a1 * b3 + a2 * b6,
        a0 * b1 + a1 * b4 + a2 * b7,
        a0 * b2 + a1 * b5 + a2 * b8,
        a3 * b0 + a4 * b3 + a5 * b6,
        a3 * b1 + a4 * b4 + a5 * b7,
        a3 * b2 + a4 * b5 + a5 * b8,
        a6 * b0 + a7 * b3 + a8 * b6,
        a6 * b1 + a7 * b4 + a8 * b7,
        a6 * b2 + a7 * b5 + a8 * b8,
    )


def inverse(m: Mat) -> Mat:
    """Return the rotation that undoes `m`."""
    return (m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8])


def rotate(m: Mat, v: Vec) -> Vec:
    """Return `v` turned by `m`."""
    x, y, z = v
    return (m[0] * x + m[1] * y + m[2] * z, m[3] * x + m[4] * y + m[5] * z, m[6] * x + m[7] * y + m[8] * z)


def unrotate(m: Mat, v: Vec) -> Vec:
    """Return `v` as seen from inside the frame `m`."""
    x, y, z = v
    return (m[0] * x + m[3] * y + m[6] * z, m[1] * x + m[4] * y + m[7] * z, m[2] * x + m[5] * y + m[8] * z)


def add(a: Vec, b: Vec) -> Vec:
    """Return the sum."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a: Vec, b: Vec) -> Vec:
    """Return the way from `b` to `a`."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scale(a: Vec, k: float) -> Vec:
    """Return `a` made `k` times as long."""
    return (a[0] * k, a[1] * k, a[2] * k)


def dot(a: Vec, b: Vec) -> float:
    """Return the inner product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    """Return the outer product."""
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: Vec) -> float:
    """Return how long `a` is."""
    return math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


def unit(a: Vec) -> Vec:
    """Return `a` with length one; the zero vector stays what it is."""
    n = math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])
    return (a[0] / n, a[1] / n, a[2] / n) if n > _TINY else a


def lerp(a: Vec, b: Vec, t: float) -> Vec:
    """Return the point `t` of the way from `a` to `b`."""
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t)


def across(v: Vec, axis: Vec) -> Vec:
    """Return the part of `v` at right angles to the unit vector `axis`."""
    k = v[0] * axis[0] + v[1] * axis[1] + v[2] * axis[2]
    return (v[0] - axis[0] * k, v[1] - axis[1] * k, v[2] - axis[2] * k)


def frame(down: Vec, forward: Vec) -> Mat:
    """Return the rotation whose -y axis is the unit vector `down` and whose x axis leans to `forward`.

    Where `forward` runs along `down` any x axis at right angles will do.
    """
    y = (-down[0], -down[1], -down[2])
    x = across(forward, y)
    if dot(x, x) < _TINY:
        x = across((y[1], -y[0], 0.0) if abs(y[2]) < 0.9 else (1.0, 0.0, 0.0), y)
    x = unit(x)
    z = cross(x, y)
    return (x[0], y[0], z[0], x[1], y[1], z[1], x[2], y[2], z[2])


def to_quat(m: Mat) -> Quat:
    """Return the rotation as a unit quaternion with w >= 0."""
    m00, m01, m02, m10, m11, m12, m20, m21, m22 = m
    # Shepperd 1978: divide by the largest of the four, so that nothing is divided by nearly nothing.
    trace = m00 + m11 + m22
    largest = max(trace, m00, m11, m22)
    if largest == trace:
        s = math.sqrt(trace + 1.0) * 2.0
        q = (s / 4.0, (m21 - m12) / s, (m02 - m20) / s, (m10 - m01) / s)
    elif largest == m00:
        s = math.sqrt(1.0 + m00 - m11 - m22) * 2.0
        q = ((m21 - m12) / s, s / 4.0, (m01 + m10) / s, (m02 + m20) / s)
    elif largest == m11:
        s = math.sqrt(1.0 + m11 - m00 - m22) * 2.0
        q = ((m02 - m20) / s, (m01 + m10) / s, s / 4.0, (m12 + m21) / s)
    else:
        s = math.sqrt(1.0 + m22 - m00 - m11) * 2.0
        q = ((m10 - m01) / s, (m02 + m20) / s, (m12 + m21) / s, s / 4.0)
    return q if q[0] >= 0.0 else (-q[0], -q[1], -q[2], -q[3])


def from_quat(q: Quat) -> Mat:
    """Return the rotation of a quaternion of any length but zero."""
    w, x, y, z = q
    k = 2.0 / (w * w + x * x + y * y + z * z)
    wx, wy, wz = w * x * k, w * y * k, w * z * k
    xx, xy, xz = x * x * k, x * y * k, x * z * k
    yy, yz, zz = y * y * k, y * z * k, z * z * k
    return (1.0 - yy - zz, xy - wz, xz + wy, xy + wz, 1.0 - xx - zz, yz - wx, xz - wy, yz + wx, 1.0 - xx - yy)


def along(q: Quat, like: Quat) -> Quat:
    """Return `q` or its negative, the same rotation, whichever is nearer to `like`: mixing then takes the short way."""
    same = q[0] * like[0] + q[1] * like[1] + q[2] * like[2] + q[3] * like[3] >= 0.0
    return q if same else (-q[0], -q[1], -q[2], -q[3])


def smoothstep(t: float) -> float:
    """Return 0 before 0, 1 after 1, and a curve without a corner in between (Perlin's 6t^5 - 15t^4 + 10t^3)."""
    if t <= 0.0:
        return 0.0
    return t * t * t * (t * (6.0 * t - 15.0) + 10.0) if t < 1.0 else 1.0
