"""What shows a routine: a window, else notifications step by step, else nothing and the reason."""

from collections.abc import Callable

from unkink.adapters.candidates import Candidates, Lost, Maker
from unkink.adapters.guide import NotificationGuide
from unkink.adapters.loop import Loop
from unkink.adapters.window import WindowPlayer
from unkink.domain import events
from unkink.domain.units import Seconds
from unkink.ports import Health, NoteFate, Notifier, NotShown, Post, RoutinePlayer, Show, Told

CHECK_AFTER: Seconds = 3.0
"""When it is found out whether a window can be opened: not while the icon is still on its way."""


class NullPlayer(RoutinePlayer):
    """Shows nothing."""

    def __init__(self, post: Post) -> None:
        self._post = post

    def health(self) -> Health:
        """Return that there is nothing."""
        return Health("none", ok=False, reason="nothing here can show a routine")

    def _prepare(self) -> None:
        """There is nothing to get ready."""

    def _relax(self) -> None:
        """There was nothing."""

    def _play(self, show: Show) -> None:
        self._post(NotShown(show.run, self.health().reason))

    def _halt(self, run: int) -> None:
        """Nothing runs."""

    def stop(self) -> None:
        """Nothing runs."""


class Player(RoutinePlayer):
    """The player in charge. A routine that one can't show goes to the next.

    Args:
        loop: what carries them.
        notifier: for the guide.
        post: gets what happens.
        errors: the file that gets what windows print.
        outdated: called when a window turns out to be of another version.
    """

    def __init__(self, loop: Loop, notifier: Notifier, post: Post, errors: str, outdated: Callable[[], None]) -> None:
        self._loop, self._post, self._errors, self._outdated = loop, post, errors, outdated
        self._showing: Show | None = None
        self._tried: RoutinePlayer | None = None
        self._guide = NotificationGuide(loop, notifier, self._heard)
        makers: list[tuple[str, Maker[RoutinePlayer]]] = [
            ("window", self._window),
            ("notifications", lambda _: self._guide),
            ("none", lambda _: NullPlayer(self._heard)),
        ]
        self._candidates = Candidates(loop, "player", makers, "auto", lambda _: None, lambda: self._showing is not None)
        loop.call(self._candidates.start)

    def health(self) -> Health:
        """Return how the one in charge does."""
        return self._candidates.health()

    def note_fate(self, fate: NoteFate) -> None:
        """Take what became of a notification of the guide's."""
        self._guide.heard(fate)

    def _prepare(self) -> None:
        self._loop.call(lambda: self._current().prepare())

    def _relax(self) -> None:
        self._loop.call(lambda: self._current().relax())

    def _play(self, show: Show) -> None:
        def play() -> None:
            self._showing, self._tried = show, self._current()
            self._tried.play(show)

        self._loop.call(play)

    def _halt(self, run: int) -> None:
        self._loop.call(lambda: self._current().halt(run))

    def stop(self) -> None:
        """Close everything."""
        self._loop.call(self._candidates.stop)

    def _current(self) -> RoutinePlayer:
        return self._candidates.current or NullPlayer(self._heard)

    def _heard(self, told: Told) -> None:
        """Pass on what a player says; what it could not show is shown by the one that took over from it."""
        show, current = self._showing, self._current()
        if isinstance(told, NotShown) and show is not None and show.run == told.run and current is not self._tried:
            self._tried = current
            current.play(show)
            return
        if isinstance(told, NotShown | events.RoutineEnded):
            self._showing = None
        self._post(told)

    def _window(self, lost: Lost) -> RoutinePlayer:
        window = WindowPlayer(self._loop, self._heard, lost, self._errors, self._outdated)
        self._loop.later(CHECK_AFTER, window.check)
        return window
