"""The control pipe of Windows, as far as another system can tell: the same code with a socket in place of the pipe.

What only Windows can tell is not told here: the name of the pipe, who may open it, and that a listener that is closed
wakes whoever waits at it.
"""

import os
import socket
import struct
import threading
from contextlib import ExitStack
from multiprocessing.connection import Client, Listener

import pytest

from tests.ipc.talk import echo
from tests.waiting import wait_for
from unkink.ipc import pipe
from unkink.ipc.endpoint import LIMIT, socket_path
from unkink.paths import make_private, runtime_folder
from unkink.wire.codec import decode, encode
from unkink.wire.control import Answer, Ask


class Socket(Listener):
    """A listener at a socket; closing it wakes whoever waits at it, as a pipe's does."""

    def __init__(self, address, family):
        assert family == "AF_PIPE"
        super().__init__(address, "AF_UNIX")

    def close(self):
        if self._listener is not None:
            self._listener._socket.shutdown(socket.SHUT_RDWR)
        super().close()


@pytest.fixture
def answering():
    """What takes each request; a test may put something else in its place."""
    return [echo]


@pytest.fixture
def server(monkeypatch, answering):
    monkeypatch.setattr(pipe, "Listener", Socket)
    make_private(runtime_folder())
    before = set(threading.enumerate())

    def answer_it(ask, reply):
        answering[0](ask, reply)

    made = pipe.Server(None, answer_it)
    (thread,) = set(threading.enumerate()) - before
    yield made
    made.stop()
    thread.join(5)
    assert not thread.is_alive()


@pytest.fixture
def line(server):
    with ExitStack() as opened:
        yield lambda: opened.enter_context(Client(socket_path(), "AF_UNIX"))


def answer(client):
    assert client.poll(5.0)
    return decode(client.recv_bytes(LIMIT), (Answer,))


def test_each_request_gets_its_answer(line):
    for verb in ("one", "two"):
        client = line()
        client.send_bytes(encode(Ask(verb, {"length": "10m"})))
        assert answer(client) == Answer(ok=True, text=verb, data={"length": "10m"})


def test_an_answer_may_come_later_from_another_thread(line, answering):
    waiting = []
    answering[0] = lambda ask, reply: waiting.append(reply)
    client = line()
    client.send_bytes(encode(Ask("status", {})))
    wait_for(lambda: waiting)
    assert not client.poll(0)
    waiting[0](Answer(ok=True, text="late", data={}))
    assert answer(client).text == "late"


def test_garbage_is_answered_with_what_is_wrong_and_the_next_is_served(line):
    client = line()
    client.send_bytes(b"hello")
    assert not answer(client).ok
    client = line()
    client.send_bytes(encode(Ask("status", {})))
    assert answer(client).ok


def test_a_client_that_hangs_up_does_not_end_the_server(line):
    line().close()
    client = line()
    client.send_bytes(encode(Ask("status", {})))
    assert answer(client).ok


def test_a_client_that_announces_too_much_does_not_end_the_server(line):
    os.write(line().fileno(), struct.pack("!i", LIMIT + 1))
    client = line()
    client.send_bytes(encode(Ask("status", {})))
    assert answer(client).ok


def test_stopped_nobody_is_there(server):
    server.stop()
    server.stop()
    assert not os.path.exists(socket_path())
