"""Paints a figure's display list with Qt."""

import math
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QRadialGradient,
)

from unkink.figure.display import Caps, Item, Line, Paint, Point, Poly, Rgba, Soft, Span


class _Fill(NamedTuple):
    """A path and what it is filled with."""

    path: QPainterPath
    brush: QBrush


class _Strokes(NamedTuple):
    """A path and the pen that goes along it."""

    path: QPainterPath
    pen: QPen


Prepared: TypeAlias = list[_Fill | _Strokes | Soft]
"""A display list with its paths built: painting it again costs only the painting."""


def prepare(items: Iterable[Item]) -> Prepared:
    """Return the display list with its paths and brushes built, for `paint`."""
    return [_prepared(item) for item in items]


def paint(painter: QPainter, prepared: Prepared) -> None:
    """Paint a prepared display list; the painter's pen, brush and opacity are left as they were."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for item in prepared:
        match item:
            case _Fill(path, brush):
                painter.fillPath(path, brush)
            case _Strokes(path, pen):
                painter.strokePath(path, pen)
            case Soft():
                _paint_soft(painter, item)
    painter.restore()


def _prepared(item: Item) -> _Fill | _Strokes | Soft:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    match item:
        case Caps(spans, colours):
            for span in spans:
                _add_capsule(path, span)
            return _Fill(path, _brush(colours))
        case Poly(rings, colours):
            for ring in rings:
                path.addPolygon(_polygon(ring))
                path.closeSubpath()
            return _Fill(path, _brush(colours))
        case Line(strokes, width, colour):
            for stroke in strokes:
                path.addPolygon(_polygon(stroke))
            pen = QPen(
                _colour(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
            )
            return _Strokes(path, pen)
        case Soft():
            return item


def _polygon(points: tuple[Point, ...]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


def _colour(colour: Rgba) -> QColor:
    return QColor(int(colour.r + 0.5), int(colour.g + 0.5), int(colour.b + 0.5), int(colour.a * 255 + 0.5))


def _brush(paint_: Paint) -> QBrush:
    if isinstance(paint_, Rgba):
        return QBrush(_colour(paint_))
    gradient = QLinearGradient(paint_.x0, paint_.y0, paint_.x1, paint_.y1)
    for place, colour in paint_.stops:
        gradient.setColorAt(place, _colour(colour))
    return QBrush(gradient)


def _add_capsule(path: QPainterPath, span: Span) -> None:
    x0, y0, r0, x1, y1, r1 = span
    dx, dy = x1 - x0, y1 - y0
    thinner = r0 - r1
    if dx * dx + dy * dy <= thinner * thinner + 1e-9:  # one circle holds the other
        x, y, r = (x0, y0, r0) if r0 >= r1 else (x1, y1, r1)
        path.addEllipse(QPointF(x, y), r, r)
        return
    way = -math.degrees(math.atan2(dy, dx))
    half = math.degrees(math.acos(thinner / math.hypot(dx, dy)))
    end, start = QRectF(x1 - r1, y1 - r1, 2 * r1, 2 * r1), QRectF(x0 - r0, y0 - r0, 2 * r0, 2 * r0)
    path.arcMoveTo(end, way + half)
    path.arcTo(end, way + half, -2 * half)
    path.arcTo(start, way - half, 2 * half - 360)
    path.closeSubpath()


_SOFT_SIZE = 96


@lru_cache(maxsize=16)
def _soft_disc(r: int, g: int, b: int) -> QImage:
    """Return a round spot of a colour that fades to nothing at its edge."""
    image = QImage(_SOFT_SIZE, _SOFT_SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    half = _SOFT_SIZE / 2
    gradient = QRadialGradient(half, half, half - 1)
    for i in range(11):
        place = i / 10
        gradient.setColorAt(place, QColor(r, g, b, int(255 * (1 - place * place) ** 2)))
    painter = QPainter(image)
    painter.fillRect(image.rect(), QBrush(gradient))
    painter.end()
    return image


def _paint_soft(painter: QPainter, soft: Soft) -> None:
    painter.save()
    painter.translate(soft.x, soft.y)
    painter.scale(1.0, soft.squash)
    painter.rotate(math.degrees(soft.angle))
    painter.setOpacity(painter.opacity() * soft.paint.a)
    disc = _soft_disc(int(soft.paint.r), int(soft.paint.g), int(soft.paint.b))
    painter.drawImage(QRectF(-soft.rx, -soft.ry, 2 * soft.rx, 2 * soft.ry), disc, QRectF(disc.rect()))
    painter.restore()
