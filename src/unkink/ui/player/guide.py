"""The page that guides a routine: the figure, the ring, the words, the controls."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from unkink.catalogue.figures import Figures
from unkink.domain.routine import Exercise, Round, Side
from unkink.domain.units import Seconds
from unkink.errors import UnkinkError
from unkink.figure.model import Figure
from unkink.ui.player.film import Film
from unkink.ui.player.parts import Words, button, label
from unkink.ui.player.ring import Bar, Ring
from unkink.ui.player.session import Session
from unkink.ui.player.stage import FRAMES, Stage
from unkink.ui.theme import GAP, MARGIN, Look
from unkink.words import guide as step_words
from unkink.words import window as words

WORDS_PER_SECOND = 2.5
"""How fast people read while they get ready: an unhurried pace."""


class Guide(QWidget):
    """Runs a session and shows it.

    Args:
        session: the routine as it runs.
        figures: the figures of the exercises.
        look: the colours, and whether anything moves.
        because: why the routine was chosen; empty where that is not said.
        begun: called once, when the first picture is on the screen.
        over: called when the routine came to its end, or was ended.
    """

    def __init__(
        self,
        session: Session,
        figures: Figures,
        look: Look,
        because: str,
        begun: Callable[[], None],
        over: Callable[[], None],
    ) -> None:
        super().__init__()
        self._session, self._figures = session, figures
        self._begun: Callable[[], None] | None = begun
        self._over = over
        self._bar, self._ring = Bar(look.theme), Ring(look.theme)
        self._stage = Stage(look.theme, still=look.still)
        self._stage.setAccessibleName(words.figure())
        self._stage.painted.connect(self._painted)
        # Queued: after the picture, and not at all where the page is gone by then.
        self._stage.painted.connect(self._show_preview, Qt.ConnectionType.QueuedConnection)
        self._preview = Stage(look.theme, still=True, small=True)
        self._preview.setFixedSize(84, 72)
        self._title, self._side = label("title"), label("side")
        self._words, self._soft = Words(), label("soft")
        self._next, self._next_name = label("soft"), label("next")
        self._because = label("soft", words.because(because) if because else "")
        self._buttons = [
            button(words.back(), self.back),
            button(words.pause(), self.toggle, first=True),
            button(words.skip(), self.skip),
            button(words.finish(), over),
        ]
        self._lay_out()
        self._clock = QElapsedTimer()
        self._clock.start()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._number = -1
        self._brief = False
        self._show()
        self._timer.start(1000 // FRAMES)

    # -- controls ---------------------------------------------------------------------------

    def toggle(self) -> None:
        """Pause, or go on."""
        self._session.toggle()
        paused = self._session.paused
        self._buttons[1].setText(words.go_on() if paused else words.pause())
        if paused:
            self._timer.stop()
        else:
            self._clock.restart()
            self._timer.start(1000 // FRAMES)

    def skip(self) -> None:
        """Go on to the next step."""
        self._session.skip()
        self._show()

    def back(self) -> None:
        """Go back to the beginning of this step, or to the one before."""
        self._session.back()
        self._show()

    def stop(self) -> None:
        """Let time stand still for good."""
        self._timer.stop()

    # -- inside -----------------------------------------------------------------------------

    def _tick(self) -> None:
        self._session.pass_(self._clock.restart() / 1000)
        self._show()

    def _show(self) -> None:
        look = self._session.look()
        if look.over:
            self._timer.stop()
            self._over()
            return
        if look.number != self._number:
            self._number = look.number
            self._show_round()
        self._ring.set_time(look.left, look.of, changing=look.changing)
        rounds = self._session.routine.rounds
        self._bar.set_pieces([(part.seconds, self._session.share(n)) for n, part in enumerate(rounds)])
        self._stage.set_moment(look.into)
        exercise = look.part.exercise
        brief = not look.changing and look.into >= _reading(exercise)
        if brief is not self._brief:
            self._brief = brief
            self._words.setText("\n\n".join(exercise.brief if brief else exercise.steps))

    def _show_round(self) -> None:
        look = self._session.look()
        exercise, side = look.part.exercise, look.part.side
        self._title.setText(exercise.name)
        self._side.setText(step_words.side(side))
        self._side.setVisible(side is not Side.BOTH)
        self._brief = False
        self._words.setText("\n\n".join(exercise.steps))
        self._soft.setText(f"{exercise.feel}\n{step_words.stop_signs(exercise.stop)}")
        self._next.setText(words.next_step(look.then))
        self._next_name.setText(words.next_name(look.then))
        self._put(self._stage, look.part)
        then = look.then
        self._preview.setVisible(then is not None)
        spoken = " ".join([exercise.name, step_words.side(side), *exercise.steps])
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

    def _painted(self) -> None:
        """The first picture is on the screen."""
        if self._begun is not None:
            self._begun()
            self._begun = None

    def _show_preview(self) -> None:
        """Show what comes next. Only now, with the exercise on the screen, is there time for it."""
        then = self._session.look().then
        if then is not None:
            self._put(self._preview, then)

    def _put(self, stage: Stage, part: Round) -> None:
        """Put what a round is shown with on a stage: the user's own picture, else the figure."""
        mirror = part.side is Side.LEFT
        film = Film(part.exercise.picture) if part.exercise.picture else None
        if film is not None and film.trouble:
            print(film.trouble, file=sys.stderr)  # noqa: T201  to the log
        if film is None or film.trouble:
            stage.show_figure(self._figure(part.exercise), mirror=mirror)
        else:
            stage.show_film(film, mirror=mirror)

    def _figure(self, exercise: Exercise) -> Figure | None:
        """Return its figure; None where it can't be read, and for the user's own: the words guide as well."""
        if not exercise.region:
            return None
        try:
            return self._figures.of(exercise)
        except UnkinkError as error:
            print(error, file=sys.stderr)  # noqa: T201  to the log
            return None

    def _lay_out(self) -> None:
        self._side.setWordWrap(False)
        self._side.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        names = QVBoxLayout()
        names.setSpacing(8)
        names.addWidget(self._title)
        # Aligned: else the narrow label would make the whole column narrow.
        names.addWidget(self._side, 0, Qt.AlignmentFlag.AlignLeft)
        names.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addLayout(names, 1)
        head.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignTop)
        then = QVBoxLayout()
        then.setSpacing(2)
        then.addStretch(1)
        then.addWidget(self._next)
        then.addWidget(self._next_name)
        then.addStretch(1)
        coming = QHBoxLayout()
        coming.setSpacing(12)
        coming.addWidget(self._preview)
        coming.addLayout(then, 1)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._words, 1)
        column.addWidget(self._soft)
        column.addWidget(self._because)
        column.addLayout(coming)
        panel = QWidget()
        panel.setLayout(column)
        panel.setFixedWidth(350)
        body = QHBoxLayout()
        body.setSpacing(GAP + 10)
        body.addWidget(self._stage, 1)
        body.addWidget(panel)
        controls = QHBoxLayout()
        controls.setSpacing(12)
        for each in self._buttons[:3]:
            controls.addWidget(each)
        controls.addStretch(1)
        controls.addWidget(self._buttons[3])
        self._because.setVisible(bool(self._because.text()))
        page = QVBoxLayout(self)
        page.setContentsMargins(MARGIN, MARGIN - 2, MARGIN, MARGIN - 4)
        page.setSpacing(GAP)
        page.addWidget(self._bar)
        page.addLayout(body, 1)
        page.addLayout(controls)
        self.setTabOrder(self._buttons[1], self._buttons[2])


def _reading(exercise: Exercise) -> Seconds:
    """Return how long the steps are shown in full, at the least, before only what is needed while moving is."""
    return len(" ".join(exercise.steps).split()) / WORDS_PER_SECOND
