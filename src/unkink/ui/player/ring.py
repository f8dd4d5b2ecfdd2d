"""The ring that runs out, with the seconds that are left, and the bar over the whole routine."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from unkink.domain.units import Seconds
from unkink.ui.theme import Theme
from unkink.words import window as words


class Ring(QWidget):
    """The time left of a round.

    Args:
        theme: its colours.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._left: Seconds = 0.0
        self._of: Seconds = 1.0
        self._changing = False
        self.setFixedSize(128, 128)
        self.setAccessibleName(words.time_left())

    def set_time(self, left: Seconds, of: Seconds, *, changing: bool) -> None:
        """Show the time left of a whole; the change-over is shown in the colour of the side."""
        degrees = round(360 * left / of * 2)
        if (degrees, -(-left // 1), changing) != (
            round(360 * self._left / self._of * 2),
            -(-self._left // 1),
            self._changing,
        ):
            self.update()
        self._left, self._of, self._changing = left, of, changing

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Paint the ring and the seconds."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        width = side / 14
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        box = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.setPen(QPen(QColor(self._theme.track), width))
        painter.drawEllipse(box)
        colour = self._theme.side if self._changing else self._theme.accent
        painter.setPen(QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(box, 90 * 16, round(360 * 16 * self._left / self._of))
        font = QFont(self.font())
        font.setPixelSize(round(side * 0.33))
        font.setWeight(QFont.Weight.DemiBold)
        font.setFeature(QFont.Tag("tnum"), 1)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.ink))
        painter.drawText(box.adjusted(0, -side * 0.05, 0, -side * 0.05), Qt.AlignmentFlag.AlignCenter, self.text())
        font.setPixelSize(max(11, round(side * 0.09)))
        font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.soft))
        below = words.change_over() if self._changing else words.seconds()
        painter.drawText(box.adjusted(0, side * 0.22, 0, side * 0.22), Qt.AlignmentFlag.AlignCenter, below)
        painter.end()

    def text(self) -> str:
        """Return the seconds left, as shown."""
        return str(int(-(-self._left // 1)))


class Bar(QWidget):
    """How far the whole routine is, one piece for each round.

    Args:
        theme: its colours.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pieces: list[tuple[float, float]] = []
        self.setFixedHeight(8)
        self.setAccessibleName(words.progress())

    def set_pieces(self, pieces: Sequence[tuple[float, float]]) -> None:
        """Show pieces: the length of each, in any unit, and how much of it is over, 0 to 1."""
        if list(pieces) != self._pieces:
            self._pieces = list(pieces)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Paint the pieces."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap = 5.0
        room = self.width() - gap * (len(self._pieces) - 1)
        whole = sum(length for length, _ in self._pieces) or 1.0
        at = 0.0
        for length, share in self._pieces:
            width = room * length / whole
            painter.setBrush(QColor(self._theme.track))
            painter.drawRoundedRect(QRectF(at, 1, width, 6), 3, 3)
            if share > 0:
                painter.setBrush(QColor(self._theme.accent))
                painter.drawRoundedRect(QRectF(at, 1, max(6.0, width * share), 6), 3, 3)
            at += width + gap
        painter.end()
