"""The command line's end: what it makes of a server that is not there, says nothing, or nonsense."""

import contextlib
import os
import socket
import threading
import time

import pytest

from tests.waiting import stays
from unkink.errors import UnkinkError
from unkink.ipc import client
from unkink.ipc.client import NoDaemon, ask
from unkink.ipc.endpoint import HEADER, LIMIT, frame, socket_path
from unkink.paths import make_private, runtime_folder
from unkink.wire.codec import encode
from unkink.wire.control import Answer, Ask

YES = Answer(ok=True, text="yes", data={"n": 1})


@pytest.fixture
def listening():
    """A socket at which nobody takes calls yet."""
    make_private(runtime_folder())
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(socket_path())
        made.listen(1)
        yield made


@pytest.fixture
def saying(listening):
    """Sets what a server says, in pieces, to whoever asks; it then hangs up, or stays silent."""
    with contextlib.ExitStack() as threads:

        def begin(*pieces, stay=False):
            over = threading.Event()

            def serve():
                caller, _ = listening.accept()
                with caller, contextlib.suppress(OSError):
                    caller.recv(65536)
                    for piece in pieces:
                        caller.sendall(piece)
                        stays(lambda: not over.is_set(), 0.02)  # each piece is read before the next one comes
                    if stay:
                        over.wait(10)

            thread = threading.Thread(target=serve)
            thread.start()
            threads.callback(thread.join)
            threads.callback(over.set)

        yield begin


def test_an_answer_is_returned_as_it_was_given(saying):
    saying(frame(encode(YES)))
    assert ask("status") == YES


def test_an_answer_may_come_in_pieces(saying):
    whole = frame(encode(YES))
    saying(whole[:2], whole[2:7], whole[7:])
    assert ask("status") == YES


def test_an_answer_of_the_greatest_length_is_read_whole(saying):
    long = Answer(ok=True, text="", data={})
    long = Answer(ok=True, text="x" * (LIMIT - len(encode(long))), data={})
    assert len(encode(long)) == LIMIT
    saying(frame(encode(long)))
    assert ask("status") == long


def test_nobody_is_there_where_there_is_no_folder_and_no_socket():
    with pytest.raises(NoDaemon):
        ask("status")
    make_private(runtime_folder())
    with pytest.raises(NoDaemon):
        ask("status")


def test_nobody_is_there_where_the_socket_is_stale(listening):
    listening.close()
    assert os.path.exists(socket_path())
    with pytest.raises(NoDaemon):
        ask("status")


@pytest.mark.parametrize("accepts", [True, False])
def test_a_server_that_does_not_answer_is_given_up_and_the_error_says_so(listening, saying, monkeypatch, accepts):
    monkeypatch.setattr(client, "ANSWER_LIMIT", 0.15)
    monkeypatch.setattr(client, "CONNECT_LIMIT", 3.0)
    if accepts:
        saying(b"\0\0", stay=True)
    began = time.monotonic()
    with pytest.raises(UnkinkError) as caught:
        ask("status")
    assert time.monotonic() - began < 2.0
    assert caught.value.title == "unkink does not answer"
    assert caught.value.message == "Nothing came within 0.15 s."
    assert caught.value.hint


@pytest.mark.parametrize(
    ("pieces", "why"),
    [
        ((), "it hung up"),
        ((b"\0\0",), "it hung up"),
        ((HEADER.pack(20), b"only a part"), "it hung up"),
        ((frame(b""),), "no JSON"),
        ((frame(b"\xff\xff"),), "no JSON"),
        ((frame(b"5"),), "no JSON object"),
        ((frame(encode(Ask("status", {}))),), "unknown message 'Ask'"),
        ((frame(b'{"is": "Answer", "ok": "yes", "text": "", "data": {}}'),), "ok is no bool"),
    ],
)
def test_an_answer_that_makes_no_sense_is_an_error_that_says_why(saying, pieces, why):
    saying(*pieces)
    with pytest.raises(UnkinkError) as caught:
        ask("status")
    assert caught.value.title == "unkink's answer made no sense"
    assert why in caught.value.message


def test_no_more_is_read_of_an_answer_than_the_limit(saying):
    saying(HEADER.pack(0xFFFF_FFFF), b"x" * LIMIT, stay=True)
    with pytest.raises(UnkinkError, match="made no sense"):
        ask("status")
