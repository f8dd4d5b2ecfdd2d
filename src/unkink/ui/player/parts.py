"""Labels and buttons as every page has them."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy

LARGEST, SMALLEST = 20, 12
"""Pixels: how large words may be, and how small they may get to find room."""


def label(name: str, text: str = "") -> QLabel:
    """Return a label of a style (its name in the style sheet) that wraps its words."""
    made = QLabel(text)
    made.setObjectName(name)
    made.setWordWrap(True)
    return made


class _Button(QPushButton):
    """A button that leaves the arrows to the window, and the keyboard too where it is clicked."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Be pressed by Enter too; take no arrow: Qt would go to the next button."""
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                event.ignore()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not event.isAutoRepeat():
                self.click()
            case _:
                super().keyPressEvent(event)


def button(text: str, pressed: Callable[[], object], *, first: bool = False) -> QPushButton:
    """Return a button; the first one of a page stands out. None is pressed by Enter from elsewhere."""
    made = _Button(text)
    made.clicked.connect(lambda _: pressed())
    if first:
        made.setObjectName("first")
    return made


class Words(QLabel):
    """Sentences that take the room there is: as large as fits, and never cut off while that can be helped."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)

    def setText(self, text: str) -> None:  # noqa: N802  Qt's name
        """Show a text."""
        super().setText(text)
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """Return what it can do with."""
        return QSize(120, 60)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        """Find the size again."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        font = QFont(self.font())
        for size in range(LARGEST, SMALLEST - 1, -1):
            font.setPixelSize(size)
            room = QRect(0, 0, self.width(), 10_000)
            needed = QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap, self.text())
            if needed.height() <= self.height():
                break
        if font.pixelSize() != self.font().pixelSize():
            self.setFont(font)
