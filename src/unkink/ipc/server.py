"""The daemon's end of the control socket: many clients, none of which can hold it up."""

import logging
import os
import socket
import struct
import sys
from collections.abc import Callable

from unkink.ipc.endpoint import HEADER, LIMIT, frame, socket_path
from unkink.ports import Carrier
from unkink.wire.codec import decode, encode
from unkink.wire.control import Answer, Ask
from unkink.wire.plain import Malformed

assert sys.platform != "win32"  # noqa: S101  Windows has pipe.py

log = logging.getLogger(__name__)

Answering = Callable[[Ask, Callable[[Answer], None]], None]
"""Takes a request and a way to answer it; the answer may come from any thread, later."""


class Server:
    """Listens on the control socket. To be made only while holding the lock: it takes a stale socket away.

    Args:
        carrier: what waits for the sockets.
        answer: gets each request.

    Raises:
        OSError: the socket cannot be made.
    """

    def __init__(self, carrier: Carrier, answer: Answering) -> None:
        self._carrier, self._answer = carrier, answer
        self._path = socket_path()
        if os.path.exists(self._path):
            os.unlink(self._path)
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.setblocking(False)
        self._socket.bind(self._path)
        os.chmod(self._path, 0o600)
        self._socket.listen(8)
        carrier.call(lambda: carrier.watch(self._socket.fileno(), self._accept))

    def stop(self) -> None:
        """Stop listening and take the socket away."""
        self._carrier.call(self._close)

    def _close(self) -> None:
        if self._socket.fileno() >= 0:
            self._carrier.watch(self._socket.fileno(), None)
            self._socket.close()
            os.unlink(self._path)

    def _accept(self) -> None:
        client, _ = self._socket.accept()
        if _is_ours(client):
            _Client(self._carrier, client, self._answer)
        else:
            client.close()


def _is_ours(client: socket.socket) -> bool:
    """Return whether a client is of the same user, or root. The folder keeps others out already."""
    if sys.platform == "linux":
        uid = int(struct.unpack("3i", client.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))[1])
        if uid not in (os.getuid(), 0):
            log.warning("a request of user %d was turned away", uid)
            return False
    return True


class _Client:
    """One client: requests in, answers out, until it goes."""

    def __init__(self, carrier: Carrier, client: socket.socket, answer: Answering) -> None:
        self._carrier, self._socket, self._answer = carrier, client, answer
        client.setblocking(False)
        self._in, self._out = bytearray(), bytearray()
        self._watch()

    def _watch(self) -> None:
        if self._socket.fileno() >= 0:
            self._carrier.watch(self._socket.fileno(), self._read, self._flush if self._out else None)

    def _close(self) -> None:
        if self._socket.fileno() >= 0:
            self._carrier.watch(self._socket.fileno(), None)
            self._socket.close()

    def _read(self) -> None:
        try:
            data = self._socket.recv(65536)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        self._in += data
        if not data or (len(self._in) >= HEADER.size and HEADER.unpack_from(self._in)[0] > LIMIT):
            self._close()
            return
        while len(self._in) >= HEADER.size:
            length = HEADER.size + HEADER.unpack_from(self._in)[0]
            if len(self._in) < length:
                return
            message = bytes(self._in[HEADER.size : length])
            del self._in[:length]
            self._request(message)

    def _request(self, message: bytes) -> None:
        try:
            ask = decode(message, (Ask,))
        except Malformed as error:
            log.warning("a request makes no sense: %s", error)
            self._reply(Answer(ok=False, text=f"That made no sense: {error}", data={}))
            return
        self._answer(ask, lambda answer: self._carrier.call(lambda: self._reply(answer)))

    def _reply(self, answer: Answer) -> None:
        self._out += frame(encode(answer))
        self._flush()

    def _flush(self) -> None:
        try:
            while self._out and self._socket.fileno() >= 0:
                del self._out[: self._socket.send(self._out)]
        except BlockingIOError:
            pass
        except OSError:
            self._close()
        self._watch()
