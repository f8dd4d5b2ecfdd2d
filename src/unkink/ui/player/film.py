"""A picture of the user's own, still or moving. It moves with the routine: what pauses the one pauses the other."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImageReader, QMovie, QPainter, QPixmap

from unkink.domain.units import Seconds

LARGEST = 1600
"""Pixels along the longer side that are kept of a still picture."""
EDGE = 0.05
"""What share of the stage is left free around it."""
SHORTEST: Seconds = 0.02
"""How long a frame stands at least: some files say 0."""


class Film:
    """A PNG, JPEG, GIF, WebP or SVG.

    Args:
        file: the picture.

    Attributes:
        trouble: why it cannot be shown; empty where it can.
    """

    def __init__(self, file: str) -> None:
        reader = QImageReader(file)
        reader.setDecideFormatFromContent(True)
        self._movie: QMovie | None = None
        self._from: Seconds = 0.0
        self._until: Seconds = 0.0
        self._picture = QPixmap()
        if reader.supportsAnimation() and reader.imageCount() != 1:
            self._movie = QMovie(file, bytes(reader.format().data()))
            self._movie.jumpToFrame(0)
            self._take(0.0)
        else:
            reader.setAutoTransform(True)  # a telephone's picture says which way is up
            size = reader.size()
            if size.isValid() and (max(size.width(), size.height()) > LARGEST or reader.format().data() == b"svg"):
                reader.setScaledSize(size.scaled(QSize(LARGEST, LARGEST), Qt.AspectRatioMode.KeepAspectRatio))
            self._picture = QPixmap.fromImage(reader.read())
        self.trouble = f"{file} can't be shown: {reader.errorString()}" if self._picture.isNull() else ""

    def go(self, seconds: Seconds) -> bool:
        """Go to what it shows so many seconds into the exercise; whether that is another frame."""
        if self._movie is None or self._from <= seconds < self._until:
            return False
        if seconds < self._from:
            self._movie.jumpToFrame(0)
            self._take(0.0)
        while seconds >= self._until:
            if not self._movie.jumpToNextFrame() and not self._movie.jumpToFrame(0):
                self._until = float("inf")  # broken half-way: what was there stays
                break
            self._take(self._until)
        return True

    def paint(self, painter: QPainter, room: QRectF, *, mirror: bool) -> None:
        """Paint it as large as fits in the middle of a room."""
        if self._picture.isNull():
            return
        margin = EDGE * min(room.width(), room.height())
        inner = room.adjusted(margin, margin, -margin, -margin)
        size = self._picture.deviceIndependentSize()
        size.scale(inner.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(inner.center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if mirror:
            painter.translate(room.left() + room.right(), 0)
            painter.scale(-1, 1)
        painter.drawPixmap(place, self._picture, QRectF(self._picture.rect()))
        painter.restore()

    def _take(self, since: Seconds) -> None:
        """Keep the frame the movie stands at, which is on show from `since` on."""
        assert self._movie is not None  # noqa: S101  only a movie has frames
        self._picture = self._movie.currentPixmap()
        self._from, self._until = since, since + max(SHORTEST, self._movie.nextFrameDelay() / 1000)
