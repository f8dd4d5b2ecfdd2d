"""A routine without a window: step by step, by replacing one notification."""

import logging
from collections.abc import Callable

from unkink.adapters.loop import Loop, Timer
from unkink.domain import events
from unkink.domain.notice import Notice
from unkink.domain.units import Seconds
from unkink.ports import (
    Button,
    Confirmed,
    Fate,
    Health,
    Key,
    Note,
    NoteFate,
    Notifier,
    NotShown,
    Post,
    RoutinePlayer,
    Show,
    Topic,
)
from unkink.words import guide as words

log = logging.getLogger(__name__)


class NotificationGuide(RoutinePlayer):
    """Guides by notifications.

    Args:
        loop: for the time each step takes.
        notifier: what shows them.
        post: gets what happens.
    """

    def __init__(self, loop: Loop, notifier: Notifier, post: Post) -> None:
        self._loop, self._notifier, self._post = loop, notifier, post
        self._show: Show | None = None
        self._next: Callable[[], None] = lambda: None
        self._begin: Callable[[], None] | None = None
        self._begun = False
        self._timer: Timer | None = None
        self._done: Seconds = 0.0

    def health(self) -> Health:
        """Return whether notifications are there."""
        health = self._notifier.health()
        return Health("notifications", ok=health.ok, reason=health.reason, hint=health.hint)

    def heard(self, fate: NoteFate) -> None:
        """Take what became of one of our notifications."""
        self._loop.call(lambda: self._heard(fate))

    def _prepare(self) -> None:
        """Nothing takes time."""

    def _relax(self) -> None:
        """Nothing was got ready."""

    def _play(self, show: Show) -> None:
        self._loop.call(lambda: self._open(show))

    def _halt(self, run: int) -> None:
        def close() -> None:
            if self._show is not None and self._show.run == run:
                self._end(finished=False)

        self._loop.call(close)

    def stop(self) -> None:
        """Stop where it is."""
        self._loop.call(self._break_off)

    # -- inside, in the loop's thread ----------------------------------------------------

    def _open(self, show: Show) -> None:
        self._show, self._done, self._begun = show, 0.0, False
        self._notices(list(show.notices))

    def _notices(self, left: list[Notice]) -> None:
        """Show what must be confirmed, one after the other, and then the routine."""
        show = self._playing()
        if not left:
            self._round(0)
            return
        notice, *rest = left

        def confirmed() -> None:
            self._post(Confirmed(notice))
            self._notices(rest)

        self._next = confirmed
        buttons = (Button("next", words.confirm()), Button("stop", words.stop()))
        self._notifier.show(Note(_key(show), show.routine.name, words.notice(notice), buttons))

    def _round(self, number: int) -> None:
        show = self._playing()
        rounds = show.routine.rounds
        if number == len(rounds):
            self._notifier.show(Note(_key(show), show.routine.name, words.counted(), quiet=True))
            self._end(finished=True)
            return
        part = rounds[number]
        title = words.step_title(part, number + 1, len(rounds))
        body = "\n".join([words.round_line(part.seconds), *part.exercise.steps, words.stop_signs(part.exercise.stop)])
        buttons = (Button("next", words.skip()), Button("stop", words.stop()))

        def over() -> None:
            self._done += part.change + part.seconds
            self._post(events.RoutineProgressed(show.run, self._done))
            self._round(number + 1)

        def skipped() -> None:
            self._cancel()
            self._round(number + 1)

        def begin() -> None:
            self._timer = self._loop.later(part.change + part.seconds, over)

        def begin_all() -> None:
            self._post(events.RoutineBegan(show.run, show.routine.seconds))
            begin()

        self._next = skipped
        if number == 0:
            self._begin = begin_all  # once it is really on show
        else:
            begin()
        self._notifier.show(Note(_key(show), title, body, buttons))

    def _heard(self, fate: NoteFate) -> None:
        if self._show is None or fate.key != _key(self._show):
            return
        if fate.fate is Fate.FAILED and not self._begun:
            show = self._show
            self._forget()
            self._post(NotShown(show.run, fate.reason))
            return
        if fate.fate in (Fate.SHOWN, Fate.PRESSED) and self._begin is not None:
            begin, self._begin, self._begun = self._begin, None, True
            begin()
        if fate.fate is Fate.PRESSED:
            # The first button is what a click on the notification itself means too.
            if fate.button == "stop":
                self._end(finished=False)
            else:
                self._next()

    def _break_off(self) -> None:
        if self._show is not None:
            self._end(finished=False)

    def _end(self, *, finished: bool) -> None:
        show = self._playing()
        if not finished:
            self._notifier.close(_key(show))
        self._forget()
        self._post(events.RoutineEnded(show.run, show.routine.seconds if finished else self._done, finished))

    def _forget(self) -> None:
        self._cancel()
        self._show, self._next, self._begin = None, lambda: None, None

    def _cancel(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _playing(self) -> Show:
        assert self._show is not None  # noqa: S101  asked only while a routine runs
        return self._show


def _key(show: Show) -> Key:
    return Key(Topic.RUN, show.run)
