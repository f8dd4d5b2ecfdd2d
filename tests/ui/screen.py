"""The player's window where nobody sees it: hands that press real keys and buttons, eyes that read what is on show."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.waiting import stays
from unkink.catalogue.figures import Figures
from unkink.catalogue.load import load
from unkink.domain.routine import Routine, Step
from unkink.errors import UnkinkError
from unkink.ui.player.stage import Stage
from unkink.ui.player.window import PlayerWindow
from unkink.ui.theme import LIGHT, Look
from unkink.wire.window import Outcome, Progress

RUN = 7
CATALOGUE = load()
ROUTINE = CATALOGUE.routine("r02")
"""Three rounds: `nk-01` on both sides at once, then `nk-02` on the right and on the left."""


def routine(*seconds, exercise="nk-01"):
    """Return a routine of an exercise, so many seconds at a time."""
    steps = tuple(Step(CATALOGUE.exercises[exercise], each, 1) for each in seconds)
    return Routine("r00", "Short", when="", scene="", evening=False, steps=steps)


class AskedFigures(Figures):
    """Figures that remember which were asked for."""

    def __init__(self):
        super().__init__()
        self.asked = []

    def of(self, exercise):
        self.asked.append(exercise.id)
        return super().of(exercise)


class NoFigures(AskedFigures):
    """Figures none of which can be read."""

    def of(self, exercise):
        self.asked.append(exercise.id)
        raise UnkinkError("A figure is missing", f"here.toml: {exercise.id}")


class Player:
    """A player's window with what it said to the daemon."""

    def __init__(self, qtbot, routine=ROUTINE, *, notices=(), look=None, because="", figures=None, shown=True):
        self.bot, self.said, self.closed = qtbot, [], []
        self.window = PlayerWindow(
            RUN,
            routine,
            figures or Figures(),
            notices,
            look or Look(LIGHT, still=False),
            because,
            self.said.append,
            lambda: self.closed.append(True),
        )
        qtbot.addWidget(self.window)
        if shown:
            self.show()

    def show(self):
        """Show it, with the keyboard."""
        with self.bot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()

    # -- hands ----------------------------------------------------------------------------

    def press(self, *keys):
        """Press keys by name, one after the other; they go to whatever has the keyboard."""
        for key in keys:
            QTest.keyClick(self.window.windowHandle(), Qt.Key[f"Key_{key}"])
            settle()

    def hold(self, key, times=5):
        """Press a key and keep it down until it has repeated so often."""
        code = Qt.Key[f"Key_{key}"]
        QTest.keyPress(self.window.windowHandle(), code)
        for _ in range(times):
            again = QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, "", autorep=True)
            QApplication.sendEvent(self.window, again)
        QTest.keyRelease(self.window.windowHandle(), code)
        settle()

    def click(self, text):
        """Click on a button."""
        QTest.mouseClick(self.button(text), Qt.MouseButton.LeftButton)
        settle()

    # -- eyes ------------------------------------------------------------------------------

    def shown(self, kind):
        """Return the visible widgets of a kind."""
        return [found for found in self.window.findChildren(kind) if found.isVisible()]

    def button(self, text):
        """Return the visible button with a text."""
        return next(found for found in self.shown(QPushButton) if found.text() == text)

    def buttons(self):
        """Return the texts of the visible buttons."""
        return [found.text() for found in self.shown(QPushButton)]

    def words(self, name=""):
        """Return the visible words, or those of one style."""
        return [found.text() for found in self.shown(QLabel) if name in ("", found.objectName())]

    def stage(self):
        """Return the stage."""
        return max(self.window.findChildren(Stage), key=Stage.width)

    def preview(self):
        """Return the small stage with what comes next."""
        return min(self.window.findChildren(Stage), key=Stage.width)

    def timers_of_pictures(self):
        """Return how many timers run on the page that is shown."""
        timers = self.window.findChildren(QTimer)
        return sum(timer.isActive() and timer.parent() is not self.window for timer in timers)

    # -- what the daemon hears ----------------------------------------------------------------

    def told(self, kind):
        """Return the messages of a kind."""
        return [message for message in self.said if type(message) is kind]

    def until(self, kind, count=1):
        """Wait until so many messages of a kind were told; return the last."""
        self.bot.waitUntil(lambda: len(self.told(kind)) >= count)
        settle()
        return self.told(kind)[-1]

    def progress(self, more=1):
        """Return how much is done, told now or so many messages from now."""
        return self.until(Progress, len(self.told(Progress)) + more).done

    def silent(self, seconds=0.1):
        """Return whether nothing is told for so long."""
        count = len(self.said)
        return stays(lambda: settle() or len(self.said) == count, seconds)

    def outcomes(self):
        """Return what was told of the end: finished or not, and the rating."""
        return [(message.finished, message.rating) for message in self.told(Outcome)]


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget):
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: N802  Qt's name
        self.count += event.type() == QEvent.Type.Paint
        return False


def settle():
    """Let pages come and go: Qt does neither at once."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


def picture(widget, margin=0):
    """Return what a widget looks like, inside of a margin."""
    seen = widget.grab(widget.rect().adjusted(margin, margin, -margin, -margin)).toImage()
    return seen.convertToFormat(QImage.Format.Format_RGB32)
