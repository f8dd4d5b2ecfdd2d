"""A display list painted with Qt: what is asked for is there, and nothing else."""

import pytest

try:
    from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
except ImportError as error:
    pytest.skip(f"needs PySide6 and the libraries it loads: {error}", allow_module_level=True)

from tests.figure.shipped import figure
from unkink.figure.display import Caps, Gradient, Line, Poly, Rgba, Soft, Span
from unkink.figure.palette import DARK, LIGHT
from unkink.figure.scene import draw
from unkink.ui import sheet
from unkink.ui.painter import paint, prepare

RED, GREEN = Rgba(255, 0, 0), Rgba(0, 255, 0)
WHITE = (255, 255, 255)


@pytest.fixture(scope="module", autouse=True)
def _application():
    application = QGuiApplication.instance() or QGuiApplication(["unkink", "-platform", "offscreen"])
    yield
    del application


def painted(*items, size=100):
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(QColor(*WHITE))
    painter = QPainter(image)
    paint(painter, prepare(items))
    painter.end()
    return image


def colour(image, x, y):
    seen = image.pixelColor(x, y)
    return (seen.red(), seen.green(), seen.blue())


def test_capsules_are_round_and_full():
    image = painted(Caps((Span(30, 50, 20, 70, 50, 10),), RED))
    assert colour(image, 30, 50) == (255, 0, 0)
    assert colour(image, 30, 32) == (255, 0, 0)
    assert colour(image, 70, 42) == (255, 0, 0)
    assert colour(image, 70, 37) == WHITE
    assert colour(image, 12, 33) == WHITE
    assert colour(image, 84, 50) == WHITE


@pytest.mark.parametrize(
    "span", [Span(50, 50, 20, 55, 50, 5), Span(55, 50, 5, 50, 50, 20), Span(50, 50, 20, 50, 50, 20)]
)
def test_one_circle_may_hold_the_other(span):
    image = painted(Caps((span,), RED))
    assert colour(image, 50, 50) == (255, 0, 0)
    assert colour(image, 50, 32) == (255, 0, 0)
    assert colour(image, 50, 27) == WHITE


def test_overlapping_capsules_are_one_shape():
    image = painted(Caps((Span(20, 50, 15, 60, 50, 15), Span(40, 50, 15, 80, 50, 15)), Rgba(255, 0, 0, 0.5)))
    assert colour(image, 50, 50) == colour(image, 25, 50) != WHITE


def test_rings_wound_alike_are_one_shape_and_the_other_way_a_hole():
    outer = ((10, 10), (90, 10), (90, 90), (10, 90))
    inner = ((30, 30), (70, 30), (70, 70), (30, 70))
    assert colour(painted(Poly((outer, inner), RED)), 50, 50) == (255, 0, 0)
    assert colour(painted(Poly((outer, inner[::-1]), RED)), 50, 50) == WHITE


def test_a_gradient_goes_from_one_colour_to_the_other():
    gradient = Gradient(10, 0, 90, 0, ((0.0, RED), (1.0, GREEN)))
    image = painted(Poly((((0, 0), (100, 0), (100, 100), (0, 100)),), gradient))
    assert colour(image, 5, 50) == (255, 0, 0)
    assert colour(image, 95, 50) == (0, 255, 0)
    assert 100 < colour(image, 50, 50)[0] < 155


def test_lines_have_round_ends():
    image = painted(Line((((20, 50), (80, 50)), ((50, 20), (50, 30))), 20, RED))
    assert colour(image, 13, 50) == (255, 0, 0)
    assert colour(image, 50, 25) == (255, 0, 0)
    assert colour(image, 10, 41) == WHITE
    assert colour(image, 65, 25) == WHITE


def test_a_soft_ellipse_fades_to_its_edge_and_lies_as_told():
    image = painted(Soft(50, 50, 40, 15, 0.0, 1.0, Rgba(255, 0, 0, 1.0)))
    assert colour(image, 50, 50)[1] < 30 < colour(image, 72, 50)[1] < 250
    assert colour(image, 50, 70) == WHITE
    turned = painted(Soft(50, 50, 40, 15, 1.5708, 1.0, Rgba(255, 0, 0, 1.0)))
    assert colour(turned, 50, 70) != WHITE
    flat = painted(Soft(50, 50, 40, 40, 0.0, 0.25, Rgba(255, 0, 0, 1.0)))
    assert colour(flat, 50, 64) == WHITE != colour(flat, 75, 50)
    faint = painted(Soft(50, 50, 40, 15, 0.0, 1.0, Rgba(255, 0, 0, 0.3)))
    assert colour(faint, 50, 50)[1] > 170


def test_the_painter_is_left_as_it_was():
    image = QImage(50, 50, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setOpacity(0.5)
    before = (painter.transform(), painter.pen(), painter.brush(), painter.renderHints())
    paint(
        painter,
        prepare(
            [Soft(5, 5, 4, 4, 1.0, 0.5, RED), Line((((0, 0), (9, 9)),), 2, RED), Caps((Span(0, 0, 2, 9, 9, 2),), RED)]
        ),
    )
    assert (painter.transform(), painter.pen(), painter.brush(), painter.renderHints()) == before
    assert painter.opacity() == 0.5
    painter.end()


def test_a_prepared_frame_can_be_painted_again():
    frame = prepare(draw(figure("nk-01"), 1.0, (100, 100), LIGHT))
    images = []
    for _ in range(2):
        image = QImage(100, 100, QImage.Format.Format_RGB32)
        image.fill(QColor(*WHITE))
        painter = QPainter(image)
        paint(painter, frame)
        painter.end()
        images.append(image)
    assert images[0] == images[1]
    assert len({colour(images[0], x, 50) for x in range(100)}) > 10


def test_a_row_of_a_sheet_has_the_key_poses_and_what_is_half_way():
    row = sheet.cells(figure("hp-01"))
    assert [cell.name for cell in row] == ["tall", "half-way", "stretch"]
    assert row[1].at == pytest.approx(figure("hp-01").motion.spans[0].seconds / 2)


@pytest.mark.parametrize(("palette", "dark"), [(LIGHT, False), (DARK, True)])
def test_a_sheet_is_as_large_as_its_rows(palette, dark):
    image = sheet.render([figure("hp-01"), figure("lb-01")], palette, 0.5)
    wide, high = sheet.CELL
    assert (image.width(), image.height()) == (4 * wide // 2, high)
    assert (colour(image, 1, high // 4)[0] < 60) is dark
    first_row = {colour(image, x, high // 4) for x in range(wide // 2)}
    assert len(first_row) > 10


def test_the_sheets_of_all_regions_are_written(tmp_path):
    assert sheet.main([str(tmp_path / "all"), "--scale", "0.25"]) == 0
    names = {file.name for file in (tmp_path / "all").iterdir()}
    assert {
        "neck.png",
        "shoulders.png",
        "upper-back.png",
        "lower-back.png",
        "hips.png",
        "whole-body.png",
        "breath.png",
    } <= names


def test_a_sheet_of_one_exercise_in_the_dark(tmp_path):
    assert sheet.main([str(tmp_path), "--dark", "--scale", "0.25", "nk-02"]) == 0
    assert [file.name for file in tmp_path.iterdir()] == ["neck-dark.png"]


def test_no_such_exercise(tmp_path, capsys):
    assert sheet.main([str(tmp_path / "none"), "zz-99"]) == 1
    assert "No figure" in capsys.readouterr().err
    assert not (tmp_path / "none").exists()
