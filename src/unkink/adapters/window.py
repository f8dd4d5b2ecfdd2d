"""The window process: started for a routine, fed on its standard input, heard on its standard output.

It can be killed at any time and nothing is lost: the last outcome is the truth, an exit without one means "stopped at
the last progress".
"""

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import partial
from typing import BinaryIO

from unkink import __version__
from unkink.adapters.loop import Loop, Timer
from unkink.domain import events
from unkink.domain.notice import Notice
from unkink.domain.units import Seconds
from unkink.errors import Unavailable
from unkink.ports import Confirmed, Health, NotShown, Post, Rated, RoutinePlayer, Show
from unkink.wire.codec import decode, encode
from unkink.wire.plain import Malformed
from unkink.wire.window import UP, Agreed, Asks, Began, Close, Dose, Outcome, Play, Progress, Ready, Trouble

log = logging.getLogger(__name__)

SHOW_LIMIT: Seconds = 15.0
"""How long a window may take from Start to its first picture; then it is not coming."""
LINE_LIMIT = 1 << 16
"""The longest line that is read from a window."""


class WindowPlayer(RoutinePlayer):
    """Shows routines in a window of another process.

    Args:
        loop: for everything that comes back.
        post: gets what happens in the window.
        lost: called when no window can be opened on this machine.
        errors: the file that gets what the window prints.
        outdated: called when the window is of another version: the program was upgraded under us.

    Raises:
        Unavailable: there is no display.
    """

    def __init__(
        self,
        loop: Loop,
        post: Post,
        lost: Callable[[str], None],
        errors: str,
        outdated: Callable[[], None] = lambda: None,
    ) -> None:
        if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            raise Unavailable("no display (neither DISPLAY nor WAYLAND_DISPLAY is set)")
        self._loop, self._post, self._lost, self._errors = loop, post, lost, errors
        self._outdated = outdated
        self._warm: _Window | None = None
        self._on: _Window | None = None
        self._checked = False

    def health(self) -> Health:
        """Return that a window can be opened, as far as it was tried."""
        return Health("window", ok=True)

    def check(self) -> None:
        """Find out, in a process of its own, whether a window could be opened; `lost` is called where not."""

        def over(window: _Window) -> None:
            if not window.ready:
                self._lost(window.trouble or f"the window process ended with {window.status}")

        self._loop.call(lambda: self._started(["--check"], over))

    def _prepare(self) -> None:
        self._loop.call(self._get_warm)

    def _relax(self) -> None:
        self._loop.call(self._drop_warm)

    def _play(self, show: Show) -> None:
        self._loop.call(lambda: self._open(show))

    def _halt(self, run: int) -> None:
        def close() -> None:
            # One whose routine is over only asks how it was, and may.
            if self._on is not None and self._on.run == run and not self._on.ended:
                self._on.say(Close())

        self._loop.call(close)

    def stop(self) -> None:
        """Close every window; a routine that runs is stopped where it is."""

        def close() -> None:
            self._drop_warm()
            if self._on is not None:
                self._on.hang_up()

        self._loop.call(close)

    # -- inside, in the loop's thread ----------------------------------------------------

    def _started(self, args: list[str], over: "Callable[[_Window], None]") -> "_Window | None":
        """Return a window process that was just started; None, and `lost`, where none can be."""
        try:
            return _Window(self, args, over)
        except OSError as error:
            self._lost(f"no window process can be started: {error}")
            return None

    def _get_warm(self) -> None:
        if self._warm is None and self._on is None:
            self._warm = self._started([], self._over)

    def _drop_warm(self) -> None:
        if self._warm is not None:
            self._warm.hang_up()
            self._warm = None

    def _open(self, show: Show) -> None:
        if self._on is not None:
            # The domain starts no second routine: this one is over and only stays to be rated.
            self._on.hang_up()
            self._on = None
        self._get_warm()
        window, self._warm = self._warm, None
        if window is None:
            self._post(NotShown(show.run, "no window process can be started"))
            return
        self._on, window.run = window, show.run
        window.say(message(show))
        self._limit(window)

    def _limit(self, window: "_Window") -> None:
        """Give a window so long to show the next thing."""
        window.limit = self._loop.later(SHOW_LIMIT, window.kill)

    def heard(self, window: "_Window", line: bytes) -> None:
        """Take one line that a window wrote."""
        try:
            said = decode(line, UP)
        except Malformed as error:
            log.warning("a window made no sense: %s", error)
            return
        match said:
            case Ready(version=version):
                window.ready = True
                if version != __version__:
                    log.warning("the window is of version %s, this is %s", version, __version__)
                    self._outdated()
            case Trouble(reason=reason, hint=hint):
                window.trouble = f"{reason} ({hint})" if hint else reason
            case Asks():
                window.shows()  # it may be read for as long as that takes
            case Began(run=run, planned=planned):
                window.began = True
                window.shows()
                self._post(events.RoutineBegan(run, planned))
            case Progress(run=run, done=done):
                window.done = done
                self._post(events.RoutineProgressed(run, done))
            case Agreed(notice=notice) if notice in set(Notice):
                self._limit(window)
                self._post(Confirmed(Notice(notice)))
            case Outcome() as outcome:
                self._ended(window, outcome)

    def _ended(self, window: "_Window", outcome: Outcome) -> None:
        """The routine is over; the window may stay a little, and say afterwards how it was."""
        if not window.ended:
            window.ended = True
            self._post(events.RoutineEnded(outcome.run, outcome.done, outcome.finished))
        if outcome.rating:
            self._post(Rated(outcome.run, outcome.rating))

    def _over(self, window: "_Window") -> None:
        """A window ended, in whatever way."""
        if window is self._warm:
            self._warm = None
            if not window.ready and not window.hung_up:
                self._lost(window.trouble or f"the window process ended with {window.status}")
            return
        if window is not self._on:
            return
        self._on = None
        if window.ended:
            return
        if window.began or window.hung_up:
            self._post(events.RoutineEnded(window.run, window.done, finished=False))
        else:
            why = window.trouble or f"the window process ended with {window.status}"
            self._lost(why)
            self._post(NotShown(window.run, why))


class _Window:
    """One window process."""

    def __init__(self, player: WindowPlayer, args: list[str], over: Callable[["_Window"], None]) -> None:
        self.run = 0
        self.ready = self.began = self.ended = self.hung_up = False
        self.done: Seconds = 0.0
        self.trouble = ""
        self.status: int | None = None
        self.limit: Timer | None = None
        self._player, self._over = player, over
        with _appended(player._errors) as errors:  # noqa: SLF001  the two are one
            self._process = subprocess.Popen(  # noqa: S603  our own program
                [sys.executable, "-m", "unkink.ui", *args],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                start_new_session=True,
            )
        threading.Thread(target=self._read, name="window", daemon=True).start()

    def shows(self) -> None:
        """Note that something is on show: it need not hurry any more."""
        if self.limit is not None:
            self.limit.cancel()

    def say(self, what: object) -> None:
        """Write a message to it; one that is gone hears nothing."""
        assert self._process.stdin is not None  # noqa: S101  it was made with a pipe
        try:
            self._process.stdin.write(encode(what))
            self._process.stdin.flush()
        except (BrokenPipeError, OSError, ValueError):
            log.debug("the window is gone")

    def hang_up(self) -> None:
        """Close its input: it ends by itself."""
        self.hung_up = True
        self._close()

    def kill(self) -> None:
        """End it by force."""
        self._process.kill()

    def _close(self) -> None:
        assert self._process.stdin is not None  # noqa: S101  it was made with a pipe
        try:
            self._process.stdin.close()
        except OSError:
            log.debug("the window is gone")

    def _read(self) -> None:
        """Hand its lines to the loop until it ends. Runs in a thread of its own for as long as the process lives."""
        loop = self._player._loop  # noqa: SLF001  the two are one
        assert self._process.stdout is not None  # noqa: S101  it was made with a pipe
        while line := self._process.stdout.readline(LINE_LIMIT):
            loop.call(partial(self._player.heard, self, line))
        self.status = self._process.wait()
        self._process.stdout.close()
        self._close()
        loop.call(lambda: self._over(self))


def _appended(path: str) -> BinaryIO:
    """Return the file opened for adding to; where that is not possible, one that forgets. A window needs no log."""
    try:
        return open(path, "ab")
    except OSError as error:
        log.warning("what windows print is lost: %s", error)
        return open(os.devnull, "ab")


def message(show: Show) -> Play:
    """Return what a window must be told to show a routine."""
    routine = show.routine
    return Play(
        version=__version__,
        run=show.run,
        id=routine.id,
        name=routine.name,
        scene=routine.scene,
        doses=tuple(Dose(step.exercise.id, step.seconds, step.sets) for step in routine.steps),
        because=show.because,
        notices=tuple(notice.value for notice in show.notices),
        theme=show.theme,
        motion=show.motion,
    )
