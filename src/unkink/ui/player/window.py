"""The player's window: notices first, then the routine, then how it was. It tells the daemon what happens."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from unkink.catalogue.figures import Figures
from unkink.domain.notice import Notice
from unkink.domain.routine import Routine
from unkink.domain.units import Seconds
from unkink.paths import icons
from unkink.ui.player.guide import Guide
from unkink.ui.player.pages import end_page, notice_page
from unkink.ui.player.session import Session
from unkink.ui.theme import Look, style
from unkink.wire.window import Agreed, Asks, Began, Outcome, Progress
from unkink.words import window as words

TELL_EVERY: Seconds = 5.0
"""How often the daemon hears how far it is: a window that falls silent is taken for dead after minutes."""
STAYS: Seconds = 20.0
"""How long the last page stays by itself."""


class PlayerWindow(QWidget):
    """One routine from its first page to its last.

    Args:
        run: the daemon's number for it.
        routine: what to do.
        figures: the figures of the exercises.
        notices: what must be confirmed first.
        look: the colours, and whether anything moves.
        because: why it was chosen.
        say: tells the daemon.
        closed: called when the window is closed for good.
    """

    def __init__(  # noqa: PLR0913, PLR0917  what a routine is shown with
        self,
        run: int,
        routine: Routine,
        figures: Figures,
        notices: tuple[Notice, ...],
        look: Look,
        because: str,
        say: Callable[[object], None],
        closed: Callable[[], None],
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self._run, self._figures, self._look = run, figures, look
        self._because, self._say, self._closed = because, say, closed
        self._session = Session(routine)
        self._left = list(notices)
        self._guide: Guide | None = None
        self._told = False
        self._page: QWidget | None = None
        self._teller = QTimer(self)
        self._teller.timeout.connect(self._tell_progress)
        self._closer = QTimer(self)
        self._closer.setSingleShot(True)
        self._closer.timeout.connect(self.close)
        self.setWindowTitle(words.title(routine.name))
        self.setWindowIcon(QIcon(icons("unkink-128.png")))
        self.setStyleSheet(style(look.theme))
        self.setMinimumSize(760, 600)
        self.resize(980, 640)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._go_on()

    def end(self) -> None:
        """End the routine where it is, kindly; before it began or after it is over, close."""
        if self._guide is not None and not self._told:
            self._finish()
        else:
            self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Space pauses, the arrows go back and on, Esc ends. A key held down counts once."""
        if event.isAutoRepeat():
            return
        guide = self._guide if not self._told else None
        match event.key():
            case Qt.Key.Key_Escape:
                self.end()
            case Qt.Key.Key_Space if guide is not None:
                guide.toggle()
            case Qt.Key.Key_Left if guide is not None:
                guide.back()
            case Qt.Key.Key_Right if guide is not None:
                guide.skip()
            case _:
                super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  Qt's name
        """Tell the daemon where it stood, and go."""
        if self._guide is not None and not self._told:
            self._guide.stop()
        self._teller.stop()
        self._closer.stop()
        self._tell_outcome()
        event.accept()
        self._closed()

    # -- inside -----------------------------------------------------------------------------

    def _go_on(self) -> None:
        """Show the next page: a notice that is left, or the routine."""
        if self._left:
            notice = self._left[0]
            self._set_page(notice_page(notice, self._agree))
            # Said once it is really there.
            QTimer.singleShot(0, self, lambda: self._say(Asks(notice.value)))
            return
        self._guide = Guide(self._session, self._figures, self._look, self._because, self._begin, self._finish)
        self._set_page(self._guide)

    def _begin(self) -> None:
        self._say(Began(self._run, self._session.routine.seconds))
        self._teller.start(round(TELL_EVERY * 1000))

    def _agree(self) -> None:
        self._say(Agreed(self._left.pop(0).value))
        self._go_on()

    def _finish(self) -> None:
        """Say that it is over, and how it was may be said."""
        if self._guide is not None:
            self._guide.stop()
        self._teller.stop()
        self._tell_outcome()
        self._set_page(end_page(self._session.done, self._rate, self.close))
        self._closer.start(round(STAYS * 1000))

    def _rate(self, rating: str) -> None:
        self._say(Outcome(self._run, self._session.done, self._session.finished, rating))
        self.close()

    def _tell_progress(self) -> None:
        self._say(Progress(self._run, self._session.done))

    def _tell_outcome(self) -> None:
        if not self._told:
            self._told = True
            self._say(Outcome(self._run, self._session.done, self._session.finished, ""))

    def _set_page(self, page: QWidget) -> None:
        layout = self.layout()
        assert layout is not None  # noqa: S101  set above
        if self._page is not None:
            layout.removeWidget(self._page)
            self._page.deleteLater()
        self._page = page
        layout.addWidget(page)
        # No button has the keyboard: Space pauses the routine and presses nothing.
        self.setFocus()
