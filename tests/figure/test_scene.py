"""One moment as a display list: finite, mirrored, dimmed, with arrows and a glow, right over left."""

import math
from itertools import pairwise

import pytest

from tests.figure.shipped import IDS, WHOLE, figure, glances
from tests.figure.telling import told
from unkink.figure.algebra import IDENTITY, compose, rot_x, rot_y
from unkink.figure.art.easel import Disc, Easel, Part, Plane
from unkink.figure.art.hair import hair
from unkink.figure.art.hands import FINGERS, finger, thumb
from unkink.figure.art.order import look, ordered
from unkink.figure.body import AVERAGE
from unkink.figure.camera import Camera, fitting, looking
from unkink.figure.display import Caps, Gradient, Line, Poly, Rgba, Soft
from unkink.figure.outline import circle, edged_hull, hull
from unkink.figure.palette import DARK, LIGHT, rgb
from unkink.figure.scene import draw
from unkink.figure.shading import blend, darker, dimmed, lighter, shaded
from unkink.figure.surface import Joint

SIZE = (600.0, 500.0)


def numbers(item):
    """Every number of an item, however deep."""
    if isinstance(item, int | float):
        yield float(item)
    else:
        for part in item:
            yield from numbers(part)


def points(item):
    """What an item covers, as points with a reach."""
    match item:
        case Caps(spans, _):
            return [(x, y, r) for s in spans for x, y, r in ((s.x0, s.y0, s.r0), (s.x1, s.y1, s.r1))]
        case Poly(rings, _):
            return [(x, y, 0.0) for ring in rings for x, y in ring]
        case Line(strokes, width, _):
            return [(x, y, width / 2) for stroke in strokes for x, y in stroke]
        case Soft():
            return [(item.x, item.y, max(item.rx, item.ry))]
    raise TypeError(item)


def box(item):
    covered = points(item)
    return (
        min(x - r for x, _, r in covered),
        min(y - r for _, y, r in covered),
        max(x + r for x, _, r in covered),
        max(y + r for _, y, r in covered),
    )


def area(ring):
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, (*ring[1:], ring[0]), strict=True)) / 2


@pytest.mark.parametrize("id_", IDS)
def test_every_number_is_finite_and_every_colour_a_colour(id_):
    shown = figure(id_)
    for i, at in enumerate(glances(shown)):
        for item in draw(shown, at, SIZE, DARK if i % 2 else LIGHT):
            assert all(math.isfinite(number) for number in numbers(item))
            paint = item.paint
            colours = [colour for _, colour in paint.stops] if isinstance(paint, Gradient) else [paint]
            assert all(0 <= part <= 255 for colour in colours for part in colour[:3])
            assert all(0 <= colour.a <= 1 for colour in colours)


@pytest.mark.parametrize("id_", IDS)
def test_mirrored_it_is_the_mirrored_picture(id_):
    shown = figure(id_)
    wide = SIZE[0]
    for at in glances(shown):
        plain, mirrored = draw(shown, at, SIZE, LIGHT), draw(shown, at, SIZE, LIGHT, mirror=True)
        assert [type(item) for item in plain] == [type(item) for item in mirrored]
        for a, b in zip(plain, mirrored, strict=True):
            left, top, right, bottom = box(a)
            assert box(b) == pytest.approx((wide - right, top, wide - left, bottom), abs=0.02)
            if isinstance(a, Poly):
                assert [abs(area(ring)) for ring in a.rings] == pytest.approx(
                    [abs(area(r)) for r in b.rings], rel=0.02, abs=0.5
                )
            if isinstance(a.paint, Gradient):
                assert isinstance(b.paint, Gradient)
                assert (b.paint.x0, b.paint.y0) == pytest.approx((wide - a.paint.x0, a.paint.y0), abs=0.01)
            else:
                assert a.paint == pytest.approx(b.paint)


@pytest.mark.parametrize("id_", WHOLE)
def test_the_picture_fits_into_its_size(id_):
    shown = figure(id_)
    for size in ((600.0, 500.0), (300.0, 900.0)):
        for at in glances(shown):
            for item in draw(shown, at, size, LIGHT):
                if isinstance(item, Poly | Caps):
                    left, top, right, bottom = box(item)
                    assert left >= 0.0
                    assert top >= 0.0
                    assert right <= size[0]
                    assert bottom <= size[1]


@pytest.mark.parametrize("id_", IDS)
def test_rings_filled_as_one_are_wound_alike(id_):
    shown = figure(id_)
    for item in draw(shown, shown.seconds * 0.4, SIZE, LIGHT):
        if isinstance(item, Poly) and len(item.rings) > 1:
            assert len({area(ring) > 0 for ring in item.rings if abs(area(ring)) > 1.0}) == 1


def test_arrows_may_be_left_out_and_fade_with_what_they_show():
    shown = figure("hp-01")
    held, going = 10.0, 1.6
    arrows = [
        len(draw(shown, at, SIZE, LIGHT)) - len(draw(shown, at, SIZE, LIGHT, arrows=False)) for at in (held, going)
    ]
    assert arrows == [0, 2]
    strong, weak = (draw(shown, going, SIZE, LIGHT, pulse=pulse)[-1].paint.a for pulse in (1.0, 0.0))
    assert strong > weak > 0.0


def test_the_pulse_makes_the_worked_area_brighter():
    shown = figure("lb-01")
    lights = []
    for pulse in (0.0, 1.0):
        glow = [
            i
            for i in draw(shown, 0.0, SIZE, LIGHT, pulse=pulse)
            if isinstance(i, Soft) and i.paint[:3] == LIGHT.focus[:3]
        ]
        lights.append(glow[0].paint.a)
    assert lights[1] > lights[0] + 0.2


def test_a_worked_area_on_the_far_side_is_fainter():
    def strength(yaw):
        shown = told(view={"yaw": yaw}, focus=["lower_back"])
        return next(
            i.paint.a for i in draw(shown, 0.0, SIZE, LIGHT) if isinstance(i, Soft) and i.paint[:3] == LIGHT.focus[:3]
        )

    assert strength(-90) == strength(0) > strength(40) > strength(90) > 0.0


def test_an_area_without_a_side_is_both_sides():
    assert len(told(focus=["glute"]).areas) == 2
    assert len(told(focus=["glute_l"]).areas) == 1
    assert len(told(focus=["lower_back", "quad_r"]).areas) == 2


@pytest.mark.parametrize("yaw", range(-180, 181, 20))
@pytest.mark.parametrize(
    "pose", [{}, {"lean": -85, "root": [0, 20, 0]}, {"lean": 88, "root": [0, 60, 0]}, {"tilt": 80, "root": [0, 30, 0]}]
)
def test_a_head_can_be_seen_from_every_side(yaw, pose):
    shown = told(
        timeline=[["a", 1.0]], poses={"a": {"base": "standing", **pose}}, view={"yaw": yaw, "pitch": 25}, breath=0
    )
    for item in draw(shown, 0.0, SIZE, LIGHT):
        assert all(math.isfinite(number) for number in numbers(item))


def easel_of(shown, view):
    return Easel(Camera(view, 10.0, 300.0, 300.0), LIGHT, shown.skeleton(0.0), AVERAGE)


def hair_of(turn):
    """The hair of a head turned so, seen along -z."""
    return hair(easel_of(told(breath=0), IDENTITY), Joint((0.0, 0.0, 0.0), turn)).rings


def covered(rings):
    return sum(abs(area(ring)) for ring in rings)


def test_hair_covers_the_back_of_the_head_and_not_the_face():
    back, side, front = (covered(hair_of(rot_y(turn))) for turn in (90, 0, -90))
    assert back > side > front > 0.15 * back


def test_from_above_there_is_more_hair_than_from_below():
    above, below = covered(hair_of(rot_x(90))), covered(hair_of(rot_x(-90)))
    assert above > 2.5 * below > 0.0


@pytest.mark.parametrize("pitch", [-60, -25, 0, 25, 60])
def test_hair_has_no_sudden_jumps_as_a_head_turns(pitch):
    whole = math.pi * 102 * 104
    sizes = [covered(hair_of(compose(rot_x(pitch), rot_y(turn)))) for turn in range(0, 361, 4)]
    assert all(abs(b - a) < 0.09 * whole for a, b in pairwise(sizes))
    assert all(0.0 < size < 1.02 * whole for size in sizes)
    assert sizes[0] == pytest.approx(sizes[-1])


def test_a_shut_hand_is_shorter_than_a_flat_one():
    flat, shut = (finger(FINGERS[1], grip, 1.0)[-1].y for grip in (0.0, 1.0))
    assert flat < -15.0
    assert shut > -9.0
    assert thumb(0.0, -1.0)[-1].z == -thumb(0.0, 1.0)[-1].z
    assert thumb(1.0, 1.0)[-1].x > thumb(0.0, 1.0)[-1].x


@pytest.mark.parametrize(
    ("yaw", "grip", "hands"), [(0, 0.0, 2), (0, 1.0, 2), (90, 0.0, 0), (90, 1.0, 2), (-90, 1.0, 0)]
)
def test_lines_between_fingers_are_drawn_where_they_are_seen(yaw, grip, hands):
    """The arms point forward, palm to palm: broad from the side, and from the front a fist shows its front."""
    arms = {"shoulder": [90, 0, 0], "elbow": 0, "forearm": 90, "grip": grip}
    shown = told(timeline=[["a", 1.0]], poses={"a": {"arms": arms}}, view={"yaw": yaw, "pitch": 0}, breath=0)
    lines = [item for item in draw(shown, 0.0, SIZE, LIGHT) if isinstance(item, Line) and len(item.strokes) == 3]
    assert len(lines) == hands


@pytest.mark.parametrize(("lids", "jaw"), [(0.0, 0.0), (1.0, 0.0), (0.5, 0.8), (1.0, 0.9)])
def test_the_face_opens_and_shuts(lids, jaw):
    shown = told(timeline=[["a", 1.0]], poses={"a": {"lids": lids, "jaw": jaw}}, view={"yaw": 90}, breath=0)
    items = draw(shown, 0.0, SIZE, LIGHT)
    eyes = [item for item in items if isinstance(item, Poly) and item.paint[:3] == LIGHT.eye[:3]]
    lips = [item for item in items if isinstance(item, Line) and item.paint[:3] == LIGHT.lip[:3]]
    assert len(eyes) == (2 if lids < 0.7 else 0)
    assert len(lips) == (0 if jaw > 0.15 else 1)


def test_a_mouth_seen_from_the_side_is_half_a_mouth():
    shown = told(view={"yaw": 0, "pitch": 0}, breath=0)
    [lip] = [i for i in draw(shown, 0.0, SIZE, LIGHT) if isinstance(i, Line) and i.paint[:3] == LIGHT.lip[:3]]
    assert len(lip.strokes[0]) < 6


@pytest.mark.parametrize("mirror", [False, True])
def test_a_camera_centres_its_frame(mirror):
    camera = fitting(looking(30, 10), (10.0, 60.0, 120.0, 100.0), SIZE, mirror=mirror)
    assert camera.scale == 5.0
    right = (camera.matrix[0], camera.matrix[1], camera.matrix[2])
    up = (camera.matrix[3], camera.matrix[4], camera.matrix[5])
    middle = tuple(10.0 * r + 60.0 * u for r, u in zip(right, up, strict=True))
    assert camera.point(middle) == pytest.approx((300.0, 250.0))


def test_yaw_goes_from_the_right_side_to_the_front():
    assert looking(0, 0)[:3] == pytest.approx((1, 0, 0))
    assert looking(90, 0)[6:] == pytest.approx((1, 0, 0))
    assert looking(0, 90)[6:] == pytest.approx((0, 1, 0))


def test_a_hull_goes_round_its_ellipses_and_its_edge_farther_out():
    ring, edge = edged_hull([circle(0, 0, 10), circle(40, 0, 20)], 3.0)
    assert min(x for x, _ in ring) == pytest.approx(-10)
    assert max(x for x, _ in ring) == pytest.approx(60)
    assert max(x for x, _ in edge) == pytest.approx(63)
    assert len(hull([circle(0, 0, 3)])) < len(hull([circle(0, 0, 30)])) < len(hull([circle(0, 0, 3)], finest=True))
    assert hull([(5.0, 5.0, 0.0, 0.0, 0.0)])[0] == (5.0, 5.0)


def test_light_comes_from_above_on_the_left():
    stuff = LIGHT.shirt
    upright = shaded(stuff, (0, 0), (0, 100), 10, 1.0)
    assert upright.x0 < upright.x1
    lying = shaded(stuff, (0, 0), (100, 0), 10, 1.0)
    assert lying.y0 < lying.y1
    mirrored = shaded(stuff, (0, 0), (0, 100), 10, -1.0)
    assert mirrored.x0 > mirrored.x1
    ball = shaded(stuff, (5, 5), (5, 5), 10, 1.0)
    assert ball.x0 < ball.x1
    assert ball.y0 < ball.y1


def test_colours_are_mixed():
    grey = Rgba(100, 100, 100)
    assert lighter(grey, 0.5).r > 100 > darker(grey, 0.5).r
    assert blend(grey, Rgba(200, 0, 100), 0.5) == (150, 50, 100, 1.0)
    assert dimmed(LIGHT.skin, 0.0) is LIGHT.skin
    assert dimmed(LIGHT.skin, 0.2).base.r < LIGHT.skin.base.r
    assert rgb("#FF8000") == (255, 128, 0, 1.0)


FRONT = Camera(IDENTITY, 1.0, 0.0, 0.0)


def part(name, *discs, nearer=0.0, planes=(), spots=()):
    return Part(name, [Disc(*disc) for disc in discs], [], nearer, spots, planes)


def names(*parts, known=()):
    return [found.name for found in ordered(look(parts, FRONT, known))]


def test_what_is_nearer_where_two_parts_meet_is_painted_later():
    # the long one is farther on the whole, and nearer where they meet
    long = part("long", (0, 0, 50, 5), (100, 0, -300, 5))
    assert names(long, part("small", (0, 2, 20, 5))) == ["small", "long"]
    assert names(part("a", (0, 0, 0, 5)), part("b", (0, 0, 1, 5))) == ["a", "b"]
    assert names(part("a", (0, 0, 1, 5)), part("b", (0, 0, 0, 5))) == ["b", "a"]
    assert names(part("a", (0, 0, 0, 5), nearer=5), part("b", (0, 0, 1, 5))) == ["b", "a"]


def test_what_is_known_is_not_looked_for():
    a, b = part("a", (0, 0, 0, 5)), part("b", (0, 0, 9, 5))
    assert names(a, b, known=[("b", "a")]) == ["b", "a"]
    assert names(b, a, known=[("b", "a")]) == ["b", "a"]


def test_a_plane_parts_what_is_before_it_from_what_is_behind_it():
    wall = Plane((0, 0, 0), (0, 0, 1))
    flat = part("flat", (0, 0, 50, 5), planes=[wall])
    assert names(flat, part("before", (0, 0, 0, 5), spots=[(0, 0, 3)])) == ["flat", "before"]
    assert names(flat, part("unsure", (0, 0, 0, 5), spots=[(0, 0, 3), (0, 0, -3)])) == ["unsure", "flat"]
    thin = part("thin", (0, 0, -50, 5), planes=[wall._replace(both=True)])
    assert names(thin, part("behind", (0, 0, 0, 5), spots=[(0, 0, -3)])) == ["behind", "thin"]
    away = part("away", (0, 0, -50, 5), planes=[Plane((0, 0, 0), (0, 0, -1), both=True)])
    assert names(away, part("beyond", (0, 0, 0, 5), spots=[(0, 0, -3)])) == ["beyond", "away"]
    assert names(away, part("before", (0, 0, -90, 5), spots=[(0, 0, 3)])) == ["away", "before"]


def test_planes_that_tell_different_things_tell_nothing():
    corner = part("corner", (0, 0, 0, 5), planes=[Plane((0, 0, 0), (0, 0, 1)), Plane((0, 0, 0), (0, 0, -1))])
    found = look([corner, part("a", (0, 0, 9, 5), spots=[(0, 0, 0)])], FRONT)
    assert [dict(under) for under in found.under] == [{}, {}]


def test_parts_whose_boxes_meet_may_still_not_meet():
    wall = Plane((0, 0, 0), (0, 0, 1))
    ell = part("ell", (0, 0, 0, 5), (50, 50, 0, 5), planes=[wall])
    found = look([ell, part("corner", (45, 5, 9, 5), spots=[(0, 0, 3)])], FRONT)
    assert [dict(under) for under in found.under] == [{}, {}]


def test_of_a_ring_the_least_sure_finding_is_forgotten():
    # a over b over c over a, like three sticks; a and b meet least
    a = part("a", (0, 0, 10, 5), (100, 0, 0, 5))
    b = part("b", (3, 0, 9, 5), (200, 0, 20, 5))
    c = part("c", (200, 0, 0, 5), (100, 0, 20, 5))
    assert names(a, b, c).index("c") > names(a, b, c).index("a")
    assert set(names(a, b, c)) == {"a", "b", "c"}
    outside = part("d", (0, 0, -50, 5))
    assert names(outside, a, b, c)[0] == "d"


def test_what_was_found_before_is_kept():
    known = look([part("a", (0, 0, 5, 5)), part("b", (0, 0, 0, 5))], FRONT)
    found = look([part("c", (0, 0, 2, 5))], FRONT, (), known)
    assert [p.name for p in ordered(found)] == ["b", "c", "a"]
    assert [p.name for p in ordered(known)] == ["b", "a"]
