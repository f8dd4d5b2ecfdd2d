"""One socket to a D-Bus daemon: authentication, Hello, then messages both ways until it breaks. Never blocks."""

import itertools
import socket
from collections.abc import Callable
from typing import Any

from jeepney import HeaderFields, MessageType, Parser, message_bus
from jeepney.auth import BEGIN, Authenticator

from unkink.adapters.loop import Loop, Timer
from unkink.domain.units import Seconds
from unkink.frozen import dataclass

_UNIX: int = getattr(socket, "AF_UNIX", 1)  # typeshed knows none for Windows, where this is never used
CALL_LIMIT: Seconds = 2.0
"""How long a reply is waited for."""
SETUP_LIMIT: Seconds = 5.0
"""How long the bus may take to let us in."""

NO_REPLY = "org.freedesktop.DBus.Error.NoReply"
"""The error of a call that was not answered in time."""
DISCONNECTED = "org.freedesktop.DBus.Error.Disconnected"
"""The error of a call that no bus took."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A call that failed: the D-Bus error's name and what it says."""

    name: str
    text: str

    def __str__(self) -> str:
        """What it says, for people."""
        return "no answer in time" if self.name == NO_REPLY else self.text or self.name


Reply = tuple[Any, ...] | Failure


class Link:
    """One connection, told of by callbacks.

    Args:
        loop: what carries it.
        where: a path, or an abstract name with a leading NUL.
        ready: called when the bus has let us in.
        heard: called with each call and each signal.
        down: called once, with a reason, when it broke by itself.

    Raises:
        OSError: nobody listens there.
    """

    def __init__(
        self,
        loop: Loop,
        where: str,
        ready: Callable[[], None],
        heard: Callable[[Any], None],
        down: Callable[[str], None],
    ) -> None:
        self.name = ""
        self._loop, self._ready, self._heard, self._down = loop, ready, heard, down
        self._socket = socket.socket(_UNIX)
        self._socket.setblocking(False)
        try:
            self._socket.connect(where)
        except OSError:
            self._socket.close()
            raise
        self._auth: Any = Authenticator(inc_null_byte=True)
        self._parser: Any = Parser()
        self._serial = itertools.count(1)
        self._out = bytearray()
        self._waiting: dict[int, tuple[Callable[[Reply], None], Timer]] = {}
        self._setup = loop.later(SETUP_LIMIT, lambda: self._break("the bus does not answer"))
        self._say_auth()
        self._watch()

    def send(self, message: Any, done: Callable[[Reply], None] | None = None, limit: Seconds = CALL_LIMIT) -> None:
        """Send a message; `done` gets the reply."""
        serial = next(self._serial)
        if done is not None:
            failure = Failure(NO_REPLY, "no answer")
            self._waiting[serial] = (done, self._loop.later(limit, lambda: self._reply(serial, failure)))
        self._out += message.serialise(serial=serial)
        self._flush()

    def close(self) -> None:
        """Let go of the socket; those who wait hear nothing more."""
        self._setup.cancel()
        for _, timer in self._waiting.values():
            timer.cancel()
        self._waiting.clear()
        if self._socket.fileno() >= 0:
            self._loop.watch(self._socket.fileno(), None)
            self._socket.close()

    # -- inside ------------------------------------------------------------------------

    def _break(self, why: str) -> None:
        if self._socket.fileno() < 0:
            return
        waiting = list(self._waiting.values())
        self.close()
        self._down(why)
        for done, _ in waiting:
            done(Failure(DISCONNECTED, why))

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
            self._break(f"the bus went away: {error.strerror}")
        self._watch()

    def _read(self) -> None:
        try:
            data = self._socket.recv(65536)
        except BlockingIOError:
            return
        except OSError as error:
            self._break(f"the bus went away: {error.strerror}")
            return
        if not data:
            self._break("the bus went away")
            return
        try:
            if self._auth is not None:
                self._auth.feed(data)
                self._say_auth()
                return
            for message in self._parser.feed(data):
                self._dispatch(message)
        except (ValueError, KeyError, IndexError, TypeError, UnicodeError) as error:
            self._break(f"the bus makes no sense: {error}")

    def _say_auth(self) -> None:
        self._out += self._auth.data_to_send() or b""
        if self._auth.authenticated:
            self._auth = None
            self._out += BEGIN
            self.send(message_bus.Hello(), self._hello)
        self._flush()

    def _hello(self, reply: Reply) -> None:
        self._setup.cancel()
        if isinstance(reply, Failure):
            self._break(f"the bus does not let us in: {reply}")
            return
        self.name = reply[0]
        self._ready()

    def _dispatch(self, message: Any) -> None:
        serial = message.header.fields.get(HeaderFields.reply_serial)
        if message.header.message_type is MessageType.method_return:
            self._reply(serial, message.body)
        elif message.header.message_type is MessageType.error:
            text = message.body[0] if message.body and isinstance(message.body[0], str) else ""
            self._reply(serial, Failure(message.header.fields.get(HeaderFields.error_name, ""), text))
        else:
            self._heard(message)

    def _reply(self, serial: int | None, reply: Reply) -> None:
        done, timer = self._waiting.pop(serial or 0, (None, None))
        if done is not None and timer is not None:
            timer.cancel()
            done(reply)
