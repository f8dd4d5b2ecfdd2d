"""Contact sheets of the figures, for looking at: ``python -m unkink.ui.sheet OUT_DIR [--dark] [--scale S] [ID ...]``.

One PNG for each region's file; a row for each exercise, with its key poses and what is half-way between the first two.
"""

import argparse
import os
import sys
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from unkink.figure.model import Figure, FigureError
from unkink.figure.palette import DARK, LIGHT, Palette
from unkink.figure.scene import draw
from unkink.ui.painter import paint, prepare

CELL = (300, 280)
"""A cell's width and height in pixels at scale 1; the label has the uppermost of them."""
LABEL = 34
MARGIN = 8


class Cell(NamedTuple):
    """One picture of a sheet: a moment of a figure, in seconds into its loop, and what it is called."""

    name: str
    at: float


def cells(figure: Figure) -> list[Cell]:
    """Return a row of a sheet: the key poses, and after the first what is half-way to the second."""
    row = [Cell(pose, figure.moment(pose)) for pose in figure.key_poses]
    first = figure.motion.spans[0]
    return [row[0], Cell("half-way", first.start + first.seconds / 2), *row[1:]]


def render(figures: Sequence[Figure], palette: Palette, scale: float) -> QImage:
    """Return the sheet of these figures, `scale` pixels for each of `CELL`'s."""
    rows = [cells(figure) for figure in figures]
    wide, high = CELL
    columns = max(len(row) for row in rows)
    image = QImage(round(wide * columns * scale), round(high * len(rows) * scale), QImage.Format.Format_RGB32)
    image.fill(QColor(*(round(part) for part in palette.ground[:3])))
    painter = QPainter(image)
    painter.scale(scale, scale)
    for y, (figure, row) in enumerate(zip(figures, rows, strict=True)):
        for x, cell in enumerate(row):
            painter.save()
            painter.translate(x * wide, y * high)
            _paint_cell(painter, figure, cell, palette)
            painter.restore()
    painter.end()
    return image


def regions(only: Iterable[str] = ()) -> dict[str, list[Figure]]:
    """Return the shipped figures by the name of their file, or those of some ids; files without any are left out.

    Raises:
        FigureError: a figure cannot be read.
    """
    wanted = set(only)
    found = {}
    folder = files("unkink.catalogue").joinpath("figures")
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            tables: Mapping[str, Mapping[str, object]] = tomllib.loads(file.read_text(encoding="utf-8"))
            figures = [Figure.parse(id_, table) for id_, table in tables.items() if not wanted or id_ in wanted]
            if figures:
                found[file.name.removesuffix(".toml")] = figures
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the sheets and return 0; 1 where there is nothing to write, 2 where a figure cannot be read."""
    parser = argparse.ArgumentParser(
        prog="python -m unkink.ui.sheet", description="Write contact sheets of the figures."
    )
    parser.add_argument("folder", metavar="OUT_DIR", type=Path, help="where the PNG files go; made if need be")
    parser.add_argument("ids", metavar="ID", nargs="*", help="exercises to show; all where none is named")
    parser.add_argument("--dark", action="store_true", help="the colours for a dark window")
    parser.add_argument(
        "--scale", type=float, default=1.0, metavar="S", help="how large, 1 is 300 by 280 pixels a picture"
    )
    asked = parser.parse_intermixed_args(arguments)  # options may stand between the folder and the ids
    try:
        found = regions(asked.ids)
    except FigureError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if not found:
        sys.stderr.write("No figure has such an id.\n")
        return 1
    # The text needs its fonts, and nobody needs a screen.
    application = QGuiApplication.instance() or QGuiApplication([sys.argv[0], "-platform", "offscreen"])
    asked.folder.mkdir(parents=True, exist_ok=True)
    for region, figures in found.items():
        path = asked.folder / f"{region}{'-dark' if asked.dark else ''}.png"
        render(figures, DARK if asked.dark else LIGHT, asked.scale).save(os.fspath(path))
    del application
    return 0


def _paint_cell(painter: QPainter, figure: Figure, cell: Cell, palette: Palette) -> None:
    wide, high = CELL
    size = (wide - 2.0 * MARGIN, high - LABEL - MARGIN)
    painter.setClipRect(QRectF(0, 0, wide, high))
    painter.setPen(QColor(128, 136, 148))
    font = painter.font()
    font.setPixelSize(11)
    painter.setFont(font)
    painter.drawText(QPointF(MARGIN, 14), f"{figure.id}  {figure.title}")
    painter.drawText(QRectF(MARGIN, 18, size[0], 14), Qt.AlignmentFlag.AlignLeft, cell.name)
    painter.setClipRect(QRectF(0, LABEL, wide, high - LABEL))  # what comes close is cut off there
    painter.translate(MARGIN, LABEL)
    paint(painter, prepare(draw(figure, cell.at, size, palette)))


if __name__ == "__main__":
    sys.exit(main())
