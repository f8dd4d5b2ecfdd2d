"""The window process's root: started hidden, it waits for a routine, shows it, and ends.

python -m unkink.ui            wait for a routine on standard input
python -m unkink.ui --check    tell whether a window could be opened, and end
"""

import os
import sys
from typing import TYPE_CHECKING

from unkink import __version__
from unkink.ui.output import reserve
from unkink.ui.preflight import trouble
from unkink.wire.codec import encode
from unkink.wire.window import Close, Play, Ready, Trouble

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from unkink.ui.player.window import PlayerWindow


class Root:
    """Brings messages and windows together.

    Args:
        app: Qt's application.
        out: the descriptor that only we write to.
    """

    def __init__(self, app: "QApplication", out: int) -> None:
        from unkink.catalogue.library import Library  # noqa: PLC0415  after the preflight
        from unkink.ui.link import Link  # noqa: PLC0415  Qt, after the preflight
        from unkink.ui.system import reduced_motion  # noqa: PLC0415  as above

        self._app = app
        self._window: PlayerWindow | None = None
        # What every routine needs is got ready while there is time.
        import unkink.ui.player.window  # noqa: F401, PLC0415  as above

        self._library = Library()
        self._library.catalogue()
        self._motion_off = reduced_motion()
        self._link = Link(out, self._heard, self._daemon_gone)
        self._link.say(Ready(__version__))

    def _heard(self, message: object) -> None:
        match message:
            case Play() if self._window is None:
                self._play(message)
            case Close():
                self._daemon_gone()

    def _play(self, play: Play) -> None:
        from unkink.catalogue.figures import Figures  # noqa: PLC0415  after the preflight
        from unkink.domain.notice import Notice  # noqa: PLC0415  as above
        from unkink.domain.routine import Routine, Step  # noqa: PLC0415  as above
        from unkink.ui.player.window import PlayerWindow  # noqa: PLC0415  as above
        from unkink.ui.system import theme  # noqa: PLC0415  as above
        from unkink.ui.theme import Look  # noqa: PLC0415  as above

        exercises = self._library.catalogue().exercises
        gone = [dose.exercise for dose in play.doses if dose.exercise not in exercises]
        if gone:
            # A file of the user's was changed since it was chosen: whoever chose it still has the words.
            self._link.say(Trouble(f"{gone[0]} is not there any more", "unkink routines check"))
            self._app.exit(1)
            return
        steps = tuple(Step(exercises[dose.exercise], dose.seconds, dose.sets) for dose in play.doses)
        routine = Routine(play.id, play.name, when="", scene=play.scene, evening=False, steps=steps)
        self._window = PlayerWindow(
            play.run,
            routine,
            Figures(),
            tuple(Notice(notice) for notice in play.notices),
            Look(theme(self._app, play.theme), self._motion_off if play.motion == "system" else play.motion == "on"),
            play.because,
            self._link.say,
            self._app.quit,
        )
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def _daemon_gone(self) -> None:
        """End: the daemon wants us closed, or is not there any more."""
        if self._window is not None:
            self._window.close()
        self._app.quit()


def main() -> int:
    """Be a window process; returns the exit status."""
    out = reserve()
    found = trouble()
    if found is not None:
        os.write(out, encode(found))
        return 1
    if "--check" in sys.argv[1:]:
        os.write(out, encode(Ready(__version__)))
        return 0
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  after the preflight

    app = QApplication(["unkink"])
    app.setApplicationName("unkink")
    app.setDesktopFileName("unkink")
    app.setQuitOnLastWindowClosed(False)
    root = Root(app, out)
    status = app.exec()
    del root
    return int(status)


if __name__ == "__main__":
    sys.exit(main())
