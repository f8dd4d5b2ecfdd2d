"""Telling that the config was saved: by inotify on its folder, so that nobody polls.

The folder is watched, not the file: editors write beside it and rename. Where there is no inotify, `look` is called at
each wake of the engine instead.
"""

import contextlib
import ctypes
import logging
import os
import struct
import sys
from collections.abc import Callable

from unkink.ports import Carrier

log = logging.getLogger(__name__)

# Numbers of the inotify manual page, inotify(7).
_CLOSE_WRITE, _MOVED_TO, _MOVED_FROM, _CREATE, _DELETE = 0x8, 0x80, 0x40, 0x100, 0x200
_EVENT = struct.Struct("iIII")
if sys.platform == "linux":
    _FLAGS = os.O_NONBLOCK | os.O_CLOEXEC
else:
    _FLAGS = 0


class Watch:
    """Calls `changed` when the content of a file may have changed.

    Args:
        carrier: what waits for inotify.
        path: the file; neither it nor its folder need exist.
        changed: called in the carrier's thread, or in that of `look`.
    """

    def __init__(self, carrier: Carrier, path: str, changed: Callable[[], None]) -> None:
        self._carrier, self._path, self._changed = carrier, path, changed
        self._seen = self._stamp()
        self._inotify = -1
        if sys.platform == "linux":
            carrier.call(self._begin)

    def look(self) -> None:
        """Look whether it changed: where nothing tells, and where inotify could not be had."""
        if self._inotify < 0:
            self._compare()

    def stop(self) -> None:
        """Stop watching."""
        self._carrier.call(self._end)

    def _stamp(self) -> tuple[int, int, int] | None:
        try:
            found = os.stat(self._path)
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino

    def _compare(self) -> None:
        stamp = self._stamp()
        if stamp != self._seen:
            self._seen = stamp
            self._changed()

    def _begin(self) -> None:
        folder = os.path.dirname(self._path)
        libc = ctypes.CDLL(None, use_errno=True)
        with contextlib.suppress(OSError):
            os.makedirs(folder, mode=0o700, exist_ok=True)
        inotify = libc.inotify_init1(_FLAGS)
        mask = _CLOSE_WRITE | _MOVED_TO | _MOVED_FROM | _CREATE | _DELETE
        if inotify < 0 or libc.inotify_add_watch(inotify, os.fsencode(folder), mask) < 0:
            log.warning("can't watch %s (%s); looking at each wake instead", folder, os.strerror(ctypes.get_errno()))
            if inotify >= 0:
                os.close(inotify)
            return
        self._inotify = inotify
        self._carrier.watch(inotify, self._read)
        self._compare()  # it may have changed in between

    def _read(self) -> None:
        data = os.read(self._inotify, 65536)
        at, ours = 0, False
        while at < len(data):
            length = _EVENT.unpack_from(data, at)[3]
            name = data[at + _EVENT.size : at + _EVENT.size + length].rstrip(b"\0")
            ours = ours or name == os.fsencode(os.path.basename(self._path))
            at += _EVENT.size + length
        if ours:
            self._compare()

    def _end(self) -> None:
        if self._inotify >= 0:
            self._carrier.watch(self._inotify, None)
            os.close(self._inotify)
            self._inotify = -1
