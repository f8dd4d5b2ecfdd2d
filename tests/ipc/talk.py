"""Both ends of the control socket, as raw as a test needs them."""

import json
import os
import socket

from unkink.ipc.endpoint import HEADER, Lock, frame, socket_path
from unkink.ipc.server import Server
from unkink.wire.codec import decode
from unkink.wire.control import Answer


def echo(ask, reply):
    """Answer a request with itself."""
    reply(Answer(ok=True, text=ask.verb, data=dict(ask.args)))


class Desk:
    """A server that holds the lock. It answers each request at once with its verb, or hands it to the test.

    Args:
        loop: carries it.

    Attributes:
        answering: takes each request and the way to answer it.
    """

    def __init__(self, loop):
        self._lock = Lock()
        assert self._lock.take()
        self.answering = echo
        self.server = Server(loop, self._answer)
        self._lines = []

    def line(self):
        """Return a new connection to it."""
        self._lines.append(Line())
        return self._lines[-1]

    def _answer(self, ask, reply):
        self.answering(ask, reply)

    def close(self):
        for line in self._lines:
            line.close()
        self.server.stop()
        self._lock.release()


class Line:
    """A client that may misbehave."""

    def __init__(self):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(socket_path())  # without a limit it waits where the queue is full
        self.socket.settimeout(5.0)

    def close(self):
        self.socket.close()

    def send(self, data):
        self.socket.sendall(data)

    def ask(self, verb, **args):
        self.send(request(verb, **args))

    def answer(self):
        """Return the next answer."""
        length = HEADER.unpack(self._exactly(HEADER.size))[0]
        return decode(self._exactly(length), (Answer,))

    def was_hung_up(self):
        """Return whether the server closes this line without another word."""
        try:
            return self.socket.recv(1) == b""
        except ConnectionError:
            return True

    def _exactly(self, count):
        data = b""
        while len(data) < count:
            more = self.socket.recv(count - len(data))
            assert more, "it hung up"
            data += more
        return data


def request(verb, **args):
    """Return a request as it goes over the line."""
    return frame(json.dumps({"is": "Ask", "verb": verb, "args": args}).encode())


def descriptors():
    """Return how many descriptors this process has open."""
    return len(os.listdir("/proc/self/fd"))
