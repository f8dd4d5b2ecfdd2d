"""The stage: the moving figure, or a picture of the user's own, on its soft background."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPixmap, QRadialGradient
from PySide6.QtWidgets import QSizePolicy, QWidget

from unkink.domain.units import Seconds
from unkink.figure.model import Figure
from unkink.figure.scene import draw
from unkink.ui.painter import Prepared, paint, prepare
from unkink.ui.player.film import Film
from unkink.ui.theme import RADIUS, Theme

FRAMES = 24
"""Pictures a second while the figure moves."""
KEPT = 150
"""How many pictures of a loop are kept, at about 160 kB each; the rest of a long loop is drawn anew each time round."""
STILL: Seconds = 4.0
"""With reduced motion, how long each key pose stands."""


class Stage(QWidget):
    """Shows a figure at a moment of its loop; tells with `painted` when the first picture of it is there.

    Args:
        theme: its colours.
        still: show the key poses in turn instead of the motion.
        small: a preview: no background of its own, no arrows.
    """

    painted = Signal()

    def __init__(self, theme: Theme, *, still: bool = False, small: bool = False) -> None:
        super().__init__()
        self._seen = False
        self._theme, self._still, self._small = theme, still, small
        self._figure: Figure | None = None
        self._film: Film | None = None
        self._mirror = False
        self._frame = 0
        self._frames: dict[int, Prepared] = {}
        self._background: QPixmap | None = None
        if not small:
            self.setMinimumSize(320, 280)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_figure(self, figure: Figure | None, *, mirror: bool) -> None:
        """Show this figure from its beginning, or nothing; mirrored for the left side."""
        if (figure, mirror) != (self._figure, self._mirror) or self._film is not None:
            self._figure, self._film, self._mirror = figure, None, mirror
            self._frames.clear()
            self._frame = -1
            self.set_moment(0.0)
        self._seen = False
        self.update()

    def show_film(self, film: Film, *, mirror: bool) -> None:
        """Show a picture from its beginning; mirrored for the left side."""
        self._figure, self._film, self._mirror = None, film, mirror
        self._frames.clear()
        film.go(0.0)
        self._seen = False
        self.update()

    def set_moment(self, seconds: Seconds) -> None:
        """Show the figure so many seconds into its motion; repaints only where the picture changes."""
        if self._film is not None and not self._still and self._film.go(seconds):
            self.update()
        if self._figure is None:
            return
        if self._still:
            poses = len(self._figure.key_poses)
            frame = int(seconds / STILL) % poses
        else:
            frame = int(seconds * FRAMES) % max(1, round(self._figure.seconds * FRAMES))
        if frame != self._frame:
            self._frame = frame
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Return the size it would like."""
        return QSize(84, 72) if self._small else QSize(600, 500)

    def resizeEvent(self, event: object) -> None:  # noqa: N802  Qt's name
        """Forget what was drawn for another size."""
        del event
        self._frames.clear()
        self._background = None

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Paint the background once, and the figure."""
        del event
        if self._background is None:
            self._background = self._paint_background()
        frame = self._frames.get(self._frame)
        if frame is None and self._figure is not None:
            frame = self._prepare(self._figure)
            if len(self._frames) < KEPT:
                self._frames[self._frame] = frame
        # Only now: what raises while a painter is at work takes the process with it.
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._background)
        painter.setClipPath(self._card())  # what comes close is cut off where the card ends
        if frame is not None:
            paint(painter, frame)
        if self._film is not None:
            self._film.paint(painter, QRectF(self.rect()), mirror=self._mirror)
        painter.end()
        if not self._seen:
            self._seen = True
            self.painted.emit()

    def _prepare(self, figure: Figure) -> Prepared:
        if self._small:
            at = figure.moment(figure.key_poses[min(1, len(figure.key_poses) - 1)])
        elif self._still:
            at = figure.moment(figure.key_poses[self._frame])
        else:
            at = self._frame / FRAMES
        size = (float(self.width()), float(self.height()))
        items = draw(figure, at, size, self._theme.figure, mirror=self._mirror, arrows=not self._small)
        return prepare(items)

    def _card(self) -> QPainterPath:
        path = QPainterPath()
        radius = RADIUS / 2 if self._small else RADIUS
        path.addRoundedRect(QRectF(self.rect()), radius, radius)
        return path

    def _paint_background(self) -> QPixmap:
        ratio, width, height = self.devicePixelRatioF(), self.width(), self.height()
        pixmap = QPixmap(round(width * ratio), round(height * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = self._card()
        ground = QLinearGradient(0, 0, 0, height)
        ground.setColorAt(0, QColor(self._theme.stage_top))
        ground.setColorAt(1, QColor(self._theme.stage_bottom))
        painter.fillPath(path, ground)
        painter.setClipPath(path)
        colour, strength = self._theme.glow
        glow = QRadialGradient(width * 0.5, height * 0.46, min(width, height) * 0.55)
        light = QColor(colour)
        light.setAlpha(strength)
        glow.setColorAt(0, light)
        light.setAlpha(0)
        glow.setColorAt(1, light)
        painter.fillRect(0, 0, width, height, glow)
        painter.end()
        return pixmap
