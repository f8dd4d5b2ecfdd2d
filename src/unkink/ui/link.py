"""The line to the daemon: messages in on standard input, out on a descriptor of our own."""

import contextlib
import os
import sys
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from unkink.wire.codec import decode, encode
from unkink.wire.plain import Malformed
from unkink.wire.window import DOWN


class Link(QObject):
    """Messages from and to the daemon.

    Args:
        out: the descriptor to write to.
        heard: called in Qt's thread with each message.
        closed: called in Qt's thread once, when the daemon is gone or wants us gone.
    """

    _line = Signal(bytes)
    _end = Signal()

    def __init__(self, out: int, heard: Callable[[object], None], closed: Callable[[], None]) -> None:
        super().__init__()
        self._out, self._heard = out, heard
        self._line.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._end.connect(closed, Qt.ConnectionType.QueuedConnection)
        # Standard input can't be waited for on every platform; this thread sleeps until a line comes.
        threading.Thread(target=self._read, name="link", daemon=True).start()

    def say(self, message: object) -> None:
        """Send a message; a daemon that is gone hears nothing."""
        with contextlib.suppress(OSError):
            os.write(self._out, encode(message))

    def _read(self) -> None:
        # Not by sys.stdin: Python aborts at its end when a thread still holds the lock of that object.
        rest = b""
        with contextlib.suppress(OSError, RuntimeError):  # RuntimeError: Qt has ended first
            while piece := os.read(0, 1 << 16):
                *lines, rest = (rest + piece).split(b"\n")
                for line in lines:
                    self._line.emit(line)
            self._end.emit()

    def _take(self, line: bytes) -> None:
        try:
            self._heard(decode(line, DOWN))
        except Malformed as error:
            print(f"a message makes no sense: {error}", file=sys.stderr)  # noqa: T201  to the log
