"""A picture of the user's own instead of a figure: still or moving, as large as fits, and as patient as the routine."""

from dataclasses import replace

import pytest

from tests.catalogue.own import PICTURES
from unkink.ui.theme import LIGHT, Look
from unkink.wire.window import Began

RED, GREEN, BLUE = (255, 0, 0), (0, 255, 0), (0, 0, 255)
NEAR = 12
"""How far a colour may be off: JPEG and WebP do not keep them exactly."""


@pytest.fixture
def drawn(tmp_path):
    """Draws a picture: one plain colour after the other, 100, 200 and 300 ms each; returns its path."""
    from PIL import Image

    def draw(name, *colours, size=(40, 30), **more):
        first, *rest = [Image.new("RGB", size, colour) for colour in colours or (RED,)]
        moving = {"save_all": True, "append_images": rest, "duration": [100, 200, 300][: len(colours)]} if rest else {}
        first.save(tmp_path / name, **moving, **more)
        return str(tmp_path / name)

    return draw


@pytest.fixture
def film(app):
    from unkink.ui.player.film import Film

    return Film


@pytest.fixture
def stage(qtbot):
    """Puts a film on a stage."""
    from unkink.ui.player.stage import Stage

    def show(film, *, mirror=False, **more):
        made = Stage(LIGHT, **more)
        qtbot.addWidget(made)
        made.resize(320, 280)
        made.show_film(film, mirror=mirror)
        with qtbot.waitExposed(made):
            made.show()
        return made

    return show


def colour(stage, x=160, y=140):
    from tests.ui.screen import picture

    return picture(stage).pixelColor(x, y).getRgb()[:3]


def alike(one, other):
    return all(abs(a - b) <= NEAR for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("name", ["one.png", "one.jpg", "one.gif", "one.webp", "misnamed.txt"])
def test_a_still_picture_is_shown_and_stands(film, stage, drawn, name):
    more = {"format": "PNG"} if name.endswith("txt") else {}
    still = film(drawn(name, **more))
    assert still.trouble == ""
    shown = stage(still)
    assert alike(colour(shown), RED)
    assert not still.go(5.0)


def test_a_drawing_is_shown_as_sharp_as_it_can_be(film, stage, tmp_path):
    file = tmp_path / "lean.svg"
    file.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><rect width="4" height="3" fill="#00f"/></svg>'
    )
    drawing = film(str(file))
    assert (drawing._picture.width(), drawing._picture.height()) == (1600, 1200)
    assert alike(colour(stage(drawing)), BLUE)


@pytest.mark.parametrize("name", ["moves.gif", "moves.webp"])
def test_a_moving_one_moves_with_the_time_that_is_told_and_comes_round(film, stage, drawn, name):
    shown = stage(film(drawn(name, RED, GREEN, BLUE)))
    for at, wanted in ((0, RED), (0.05, RED), (0.15, GREEN), (0.35, BLUE), (0.65, RED), (0.75, GREEN), (0.01, RED)):
        shown.set_moment(at)
        assert alike(colour(shown), wanted), at


def test_it_is_painted_only_where_its_frame_changes(film, stage, drawn, qtbot):
    from tests.ui.screen import Paints, settle

    shown = stage(film(drawn("moves.gif", RED, GREEN)))
    settle()
    paints = Paints(shown)
    for at in (0.01, 0.05, 0.09):
        shown.set_moment(at)
        settle()
    assert paints.count == 0
    shown.set_moment(0.11)
    qtbot.waitUntil(lambda: paints.count == 1)


def test_without_motion_its_first_frame_stands(film, stage, drawn):
    shown = stage(film(drawn("moves.gif", RED, GREEN, BLUE)), still=True)
    for at in (0, 0.15, 0.35, 9):
        shown.set_moment(at)
        assert alike(colour(shown), RED)


def test_it_is_as_large_as_fits_in_the_middle_and_never_out_of_shape(film, stage, drawn):
    wide = stage(film(drawn("wide.png", RED, size=(300, 100))))
    assert alike(colour(wide, 20, 140), RED)
    assert alike(colour(wide, 300, 100), RED)
    assert not alike(colour(wide, 160, 60), RED)
    assert not alike(colour(wide, 8, 140), RED)


def test_it_is_mirrored_for_the_left_side(film, stage, drawn):
    from PIL import Image

    file = drawn("halves.png", RED, size=(40, 30))
    with Image.open(file) as half:
        half.paste(BLUE, (20, 0, 40, 30))
        half.save(file)
    right, left = stage(film(file)), stage(film(file), mirror=True)
    assert alike(colour(right, 100), RED)
    assert alike(colour(right, 220), BLUE)
    assert alike(colour(left, 100), BLUE)
    assert alike(colour(left, 220), RED)


def test_a_large_photograph_is_kept_smaller_and_the_right_way_up(film, drawn):
    from PIL import Image

    turned = Image.Exif()
    turned[0x0112] = 6  # "the top is at the right"
    photograph = film(drawn("large.jpg", RED, size=(4000, 2000), exif=turned))
    assert (photograph._picture.width(), photograph._picture.height()) == (800, 1600)


@pytest.mark.parametrize("name", ["gone.png", "broken.png", "broken.gif"])
def test_what_cannot_be_shown_says_why(film, tmp_path, name, capfd):
    if name != "gone.png":
        (tmp_path / name).write_bytes(PICTURES[name[-3:]][:20] + b"and then nothing")
    broken = film(str(tmp_path / name))
    assert broken.trouble.startswith(f"{tmp_path / name} can't be shown: ")


def test_one_that_ends_in_the_middle_keeps_what_was_there(film, stage, drawn):
    file = drawn("moves.gif", RED, GREEN, BLUE, size=(200, 200))
    with open(file, "r+b") as stream:
        stream.truncate(len(stream.read()) * 2 // 3)
    cut = film(file)
    shown = stage(cut)
    for at in (0, 0.15, 0.35, 9, 0, 9):
        shown.set_moment(at)
        assert colour(shown)


class TestGuide:
    @pytest.fixture
    def own(self):
        """Makes a routine of an exercise of one's own and one that is shipped."""
        from tests.ui.screen import CATALOGUE, routine

        def make(picture, *, sided=True):
            found = routine(60, 60)
            exercise = replace(CATALOGUE.exercises["nk-02"], id="mine", region="", picture=picture, sided=sided)
            first, second = found.steps
            return replace(found, steps=(replace(first, exercise=exercise), second))

        return make

    def test_a_routine_begins_with_the_picture_and_goes_on_with_a_figure(self, play, own, drawn):
        from tests.ui.screen import AskedFigures

        figures = AskedFigures()
        player = play(own(drawn("one.png")), figures=figures, look=Look(LIGHT, still=True))
        player.until(Began)
        middle = player.stage().width() // 2, player.stage().height() // 2
        assert alike(colour(player.stage(), *middle), RED)
        assert alike(colour(player.preview(), 42, 36), RED), "the other side comes next"
        assert figures.asked == []
        player.press("Right", "Right")
        assert figures.asked[-1] == "nk-01"
        assert not alike(colour(player.stage(), *middle), RED)
        player.press("Left")
        assert alike(colour(player.stage(), *middle), RED)

    def test_without_a_picture_the_words_guide_and_nothing_is_printed(self, play, own, capsys):
        from tests.ui.screen import AskedFigures

        figures = AskedFigures()
        player = play(own("", sided=False), figures=figures)
        player.until(Began)
        assert "mine" not in figures.asked
        assert capsys.readouterr().err == ""
        assert "Ear-to-shoulder stretch" in player.words()

    def test_a_picture_that_is_gone_is_told_and_the_words_guide(self, play, own, tmp_path, capsys):
        play(own(str(tmp_path / "gone.png"))).until(Began)
        assert capsys.readouterr().err.startswith(f"{tmp_path}/gone.png can't be shown: ")
