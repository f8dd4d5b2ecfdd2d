"""Where the daemon listens, the lock that makes it the only one, and how messages are framed."""

import json
import os
import struct
import sys
from typing import IO

from unkink.errors import UnkinkError
from unkink.paths import make_private, runtime_folder

LIMIT = 1 << 20
"""The longest message, in bytes."""
HEADER = struct.Struct(">I")


def socket_path() -> str:
    """Return the path of the control socket; on Windows the name of the pipe."""
    if sys.platform == "win32":
        return rf"\\.\pipe\unkink-{os.environ.get('USERNAME', '')}"
    else:  # noqa: RET505  mypy reads an else as another platform's
        return os.path.join(runtime_folder(), "control")


def lock_path() -> str:
    """Return the path of the lock; it holds the number of the process that has it."""
    return os.path.join(runtime_folder(), "lock")


def frame(message: bytes) -> bytes:
    """Return a message with its length before it."""
    return HEADER.pack(len(message)) + message


class Lock:
    """The right to be the only daemon of this user. The system frees it when the process ends, however it ends."""

    def __init__(self) -> None:
        self._file: IO[str] | None = None

    def take(self) -> bool:
        """Take it; whether it was free.

        Raises:
            UnkinkError: the folder for it cannot be used.
        """
        try:
            make_private(runtime_folder())
            opened = open(os.open(lock_path(), os.O_RDWR | os.O_CREAT, 0o600), "r+", encoding="ascii")  # noqa: SIM115  kept open
        except OSError as error:
            hint = f"Make {runtime_folder()} a folder of yours, or set XDG_RUNTIME_DIR."
            raise UnkinkError("unkink can't start", f"{error.filename}: {error.strerror}.", hint) from error
        if not _lock(opened):
            opened.close()
            return False
        opened.seek(0)
        opened.truncate()
        opened.write(json.dumps(os.getpid()))
        opened.flush()
        self._file = opened
        return True

    def release(self) -> None:
        """Give it back; may be called twice."""
        if self._file is not None:
            self._file.close()
            self._file = None


def holder() -> int | None:
    """Return the process number of the daemon that runs, as it wrote it; None where that cannot be read."""
    try:
        with open(lock_path(), encoding="ascii") as opened:
            found = json.load(opened)
    except (OSError, ValueError):
        return None
    return found if isinstance(found, int) else None


if sys.platform == "win32":
    import msvcrt

    def _lock(opened: IO[str]) -> bool:
        # A byte far behind the text, so that the number stays readable. Not run on Windows yet.
        opened.seek(1 << 20)
        try:
            msvcrt.locking(opened.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(opened: IO[str]) -> bool:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
