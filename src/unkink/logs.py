"""The log: one file, kept small, and warnings in one line on the terminal."""

import logging
import os
import sys

SIZE = 1_000_000
"""Bytes after which the log is begun anew; the last one is kept."""


class LogFile:
    """Sets up logging for this process.

    Args:
        folder: where the log is kept.

    Raises:
        OSError: it cannot be written.
    """

    def __init__(self, folder: str) -> None:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        self.path = os.path.join(folder, "unkink.log")
        self._root = logging.getLogger()
        self._handler = self._open()
        terminal = logging.StreamHandler(sys.stderr)
        terminal.setLevel(logging.WARNING)
        terminal.setFormatter(_OneLine("unkink: %(message)s"))
        self._root.addHandler(terminal)
        self._terminal = terminal
        self.level("info")

    def level(self, name: str) -> None:
        """Set how much is written: `error`, `warning`, `info` or `debug`."""
        self._root.setLevel(name.upper())

    def roll(self) -> None:
        """Begin anew where the log has grown too long."""
        if os.path.getsize(self.path) > SIZE:
            self._root.removeHandler(self._handler)
            self._handler.close()
            os.replace(self.path, f"{self.path}.1")
            self._handler = self._open()

    def close(self) -> None:
        """Write what is left and let go."""
        for handler in (self._handler, self._terminal):
            self._root.removeHandler(handler)
            handler.close()

    def _open(self) -> logging.Handler:
        opened = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.close(opened)
        handler = logging.FileHandler(self.path, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        self._root.addHandler(handler)
        return handler


class _OneLine(logging.Formatter):
    """Leaves tracebacks to the file: on a terminal they frighten and help nobody."""

    def format(self, record: logging.LogRecord) -> str:
        return self._style._fmt % {**record.__dict__, "message": record.getMessage()}  # noqa: SLF001  without exc_info
