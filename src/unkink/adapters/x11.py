"""A small X11 client that never blocks: connection, requests, replies and events, carried by the loop.

python-xlib costs 3 MB all day and reads in a blocking way; this costs nothing next to it and wakes only when the server
speaks. Numbers are those of the X Window System Protocol, version 11, release 7.
"""

import logging
import os
import re
import socket
import struct
from collections.abc import Callable, Iterator
from typing import NamedTuple

from unkink.adapters.loop import Loop
from unkink.domain.units import Seconds
from unkink.errors import Unavailable

log = logging.getLogger(__name__)

_UNIX: int = getattr(socket, "AF_UNIX", 1)  # typeshed knows none for Windows, where this is never used

SETUP_LIMIT: Seconds = 5.0
"""How long the server may take to let us in."""

_COOKIE = b"MIT-MAGIC-COOKIE-1"
_LOCAL, _WILD = 256, 65535
_QUERY_EXTENSION = 98


class Display(NamedTuple):
    """What `$DISPLAY` names: a host (empty for this machine) and a number."""

    host: str
    number: int


class Extension(NamedTuple):
    """An extension of the server: its opcode and its first event."""

    opcode: int
    event: int


def parse_display(text: str) -> Display:
    """Return what a `$DISPLAY` names.

    Raises:
        Unavailable: it names nothing.
    """
    match = re.fullmatch(r"(?:(?:\w+/)?(?P<host>[^:/]*)):(?P<number>\d+)(?:\.\d+)?", text.strip())
    if match is None:
        raise Unavailable(f"DISPLAY={text!r} names no display" if text else "DISPLAY is not set")
    host = match["host"] or ""
    return Display("" if host == "unix" else host, int(match["number"]))


class X11:
    """One connection to an X server.

    Args:
        loop: what carries it. Everything here runs in its thread.
        display: the value of `$DISPLAY`.
        ready: called when the server has let us in.
        lost: called once with a reason when the connection is gone, or never came.
        events: called with each event, 32 bytes.

    Raises:
        Unavailable: no server is there.
    """

    def __init__(
        self,
        loop: Loop,
        display: str,
        ready: Callable[[], None],
        lost: Callable[[str], None],
        events: Callable[[bytes], None],
    ) -> None:
        self._loop, self._ready, self._lost, self._events = loop, ready, lost, events
        self._display = parse_display(display)
        self._name = display
        self._in, self._out = bytearray(), bytearray()
        self._sequence = 0
        self._replies: dict[int, Callable[[bytes | None], None]] = {}
        self._base, self._ids = 0, iter(range(0))
        self.root = 0
        self._let_in = False
        self._socket = self._open()
        self._setup = loop.later(SETUP_LIMIT, lambda: self._break("the X server does not answer"))
        self._hello()

    def close(self) -> None:
        """Let go of the connection; nobody is told."""
        self._setup.cancel()
        self._replies.clear()
        if self._socket.fileno() >= 0:
            self._loop.watch(self._socket.fileno(), None)
            self._socket.close()

    def new_id(self) -> int:
        """Return a resource id that was not used before."""
        return self._base | next(self._ids)

    def request(self, data: bytes, reply: Callable[[bytes | None], None] | None = None) -> None:
        """Send a request, its length already right; `reply` gets the answer, None where the server reports an error."""
        self._sequence = self._sequence + 1 & 0xFFFF
        if reply is not None:
            self._replies[self._sequence] = reply
        self._out += data
        self._flush()

    def extension(self, name: str, found: Callable[[Extension | None], None]) -> None:
        """Ask whether the server has an extension."""
        padded = _padded(name.encode())
        head = struct.pack("<BxHHxx", _QUERY_EXTENSION, 2 + len(padded) // 4, len(name))

        def answer(reply: bytes | None) -> None:
            present = reply is not None and reply[8]
            found(Extension(reply[9], reply[10]) if present and reply else None)

        self.request(head + padded, answer)

    # -- coming ------------------------------------------------------------------------

    def _open(self) -> socket.socket:
        host, number = self._display
        path = f"/tmp/.X11-unix/X{number}"  # noqa: S108  where X servers listen
        where: list[tuple[int, str | tuple[str, int]]] = [(_UNIX, path), (_UNIX, "\0" + path)]
        if host:
            where = [(socket.AF_INET, (host, 6000 + number))]
        for family, address in where:
            opened = socket.socket(family)
            opened.setblocking(False)
            try:
                opened.connect(address)
            except BlockingIOError:
                return opened  # still connecting; the loop tells
            except OSError:
                opened.close()
            else:
                return opened
        raise Unavailable(f"no X server at {self._name}")

    def _hello(self) -> None:
        cookie = next(_cookies(self._display), b"")
        name = _COOKIE if cookie else b""
        self._out += struct.pack("<BxHHHHxx", ord("l"), 11, 0, len(name), len(cookie)) + _padded(name) + _padded(cookie)
        self._watch()

    def _welcome(self) -> bool:
        """Read the server's answer to the setup; whether it was all there."""
        if len(self._in) < 8 or len(self._in) < (length := 8 + 4 * struct.unpack_from("<H", self._in, 6)[0]):
            return False
        answer = bytes(self._in[:length])
        del self._in[:length]
        if answer[0] != 1:
            reason = answer[8 : 8 + answer[1]].decode(errors="replace").strip()
            self._break(f"the X server refuses: {reason or 'no permission'}")
            return False
        self._base, mask, vendor = struct.unpack_from("<II4xH", answer, 12)
        # Ids are the bits of the mask, counted from its lowest one.
        step = mask & -mask
        self._ids = iter(range(step, mask, step))
        screens = 40 + vendor + -vendor % 4 + 8 * answer[29]
        self.root = struct.unpack_from("<I", answer, screens)[0]
        self._let_in = True
        self._setup.cancel()
        self._ready()
        return True

    # -- going ---------------------------------------------------------------------------

    def _break(self, why: str) -> None:
        if self._socket.fileno() < 0:
            return
        self.close()
        self._lost(why)

    def _watch(self) -> None:
        if self._socket.fileno() >= 0:
            self._loop.watch(self._socket.fileno(), self._read, self._flush if self._out else None)

    def _flush(self) -> None:
        try:
            while self._out:
                del self._out[: self._socket.send(self._out)]
        except BlockingIOError:
            pass
        except OSError as error:
            self._break(f"the X server went away: {error.strerror}")
        self._watch()

    def _read(self) -> None:
        try:
            data = self._socket.recv(65536)
        except BlockingIOError:
            return
        except OSError as error:
            self._break(f"the X server went away: {error.strerror}")
            return
        if not data:
            self._break("the X server went away")
            return
        self._in += data
        if not self._let_in and not self._welcome():
            return
        while len(self._in) >= 32 and self._socket.fileno() >= 0:
            length = 32 + (4 * struct.unpack_from("<I", self._in, 4)[0] if self._in[0] in (1, 35) else 0)
            if len(self._in) < length:
                return
            packet = bytes(self._in[:length])
            del self._in[:length]
            self._dispatch(packet)

    def _dispatch(self, packet: bytes) -> None:
        kind, sequence = packet[0], struct.unpack_from("<H", packet, 2)[0]
        if kind > 1:
            self._events(packet)
            return
        reply = self._replies.pop(sequence, None)
        if kind == 0:
            log.debug("X error %d for request %d.%d", packet[1], packet[10], struct.unpack_from("<H", packet, 8)[0])
        if reply is not None:
            reply(packet if kind == 1 else None)


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % 4)


def _cookies(display: Display) -> Iterator[bytes]:
    """Yield the cookies for a display, the best first (Xau(3): entries for the host before those for any)."""
    path = os.environ.get("XAUTHORITY") or os.path.join(os.path.expanduser("~"), ".Xauthority")
    try:
        with open(path, "rb") as stream:
            data = stream.read()
    except OSError:
        return
    found: list[tuple[int, bytes]] = []
    try:
        for family, address, number, name, cookie in _entries(data):
            if name != _COOKIE or number not in (b"", str(display.number).encode()):
                continue
            exact = family == _LOCAL and address == socket.gethostname().encode()
            found.append((0 if exact else 1 if family == _WILD else 2, cookie))
    except struct.error:
        log.warning("%s is cut short", path)
    yield from (cookie for _, cookie in sorted(found, key=lambda entry: entry[0]))


def _entries(data: bytes) -> Iterator[tuple[int, bytes, bytes, bytes, bytes]]:
    at = 0
    while at < len(data):
        (family,) = struct.unpack_from(">H", data, at)
        at += 2
        parts = []
        for _ in range(4):
            (length,) = struct.unpack_from(">H", data, at)
            parts.append(data[at + 2 : at + 2 + length])
            at += 2 + length
        yield family, parts[0], parts[1], parts[2], parts[3]
