"""The command line's end of the control socket."""

import sys

from unkink.errors import UnkinkError
from unkink.ipc.endpoint import HEADER, LIMIT, frame, socket_path
from unkink.wire.codec import decode, encode
from unkink.wire.control import Answer, Ask
from unkink.wire.plain import Malformed

CONNECT_LIMIT, ANSWER_LIMIT = 1.0, 8.0
"""Seconds to connect, and to be answered (showing a notification may take a server 2 s)."""


class NoDaemon(Exception):  # noqa: N818  it is an answer
    """Nobody is there to ask."""


def ask(verb: str, **args: str) -> Answer:
    """Ask the daemon and return its answer.

    Raises:
        NoDaemon: none is running.
        UnkinkError: one is there and does not answer in time, or makes no sense.
    """
    try:
        return decode(_exchange(encode(Ask(verb, args))), (Answer,))
    except TimeoutError:
        hint = 'If it stays so, "unkink stop" ends it and "unkink start" begins anew.'
        raise UnkinkError("unkink does not answer", f"Nothing came within {ANSWER_LIMIT:g} s.", hint) from None
    except (OSError, EOFError, Malformed) as error:
        raise UnkinkError("unkink's answer made no sense", str(error)) from error


if sys.platform == "win32":

    def _exchange(message: bytes) -> bytes:
        # Not run on Windows yet.
        from multiprocessing.connection import Client  # noqa: PLC0415  Windows only, and heavy

        try:
            link = Client(socket_path(), "AF_PIPE")
        except FileNotFoundError:
            raise NoDaemon from None
        with link:
            link.send_bytes(message)
            if not link.poll(ANSWER_LIMIT):
                raise TimeoutError
            return link.recv_bytes(LIMIT)

else:
    import socket

    def _exchange(message: bytes) -> bytes:
        with socket.socket(socket.AF_UNIX) as link:
            link.settimeout(CONNECT_LIMIT)
            try:
                link.connect(socket_path())
            except (FileNotFoundError, ConnectionRefusedError):
                raise NoDaemon from None
            link.settimeout(ANSWER_LIMIT)
            link.sendall(frame(message))
            length = HEADER.unpack(_exactly(link, HEADER.size))[0]
            return _exactly(link, min(length, LIMIT))

    def _exactly(link: socket.socket, count: int) -> bytes:
        data = b""
        while len(data) < count:
            more = link.recv(count - len(data))
            if not more:
                raise EOFError("it hung up")
            data += more
        return data
