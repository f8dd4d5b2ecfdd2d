"""The control socket: every request its answer, and no client can hold it up."""

import os
import socket
import struct
import subprocess
import sys
import threading

import pytest

from tests.ipc.talk import descriptors, echo, request
from tests.waiting import stays, wait_for
from unkink.ipc import server
from unkink.ipc.client import NoDaemon, ask
from unkink.ipc.endpoint import HEADER, LIMIT, frame, socket_path
from unkink.ipc.server import Server
from unkink.paths import make_private, runtime_folder
from unkink.wire.control import Answer


def test_a_request_gets_its_answer_with_what_belongs_to_it(desk):
    assert ask("snooze", length="10m") == Answer(ok=True, text="snooze", data={"length": "10m"})


def test_one_client_may_ask_again_and_again(desk, line):
    client = line()
    client.send(request("one") + request("two"))
    client.ask("three")
    assert [client.answer().text for _ in range(3)] == ["one", "two", "three"]


def test_a_request_may_come_in_pieces(desk, line):
    client = line()
    whole = request("status", length="1h")
    for at in range(len(whole)):
        client.send(whole[at : at + 1])
    assert client.answer().data == {"length": "1h"}


def test_several_clients_at_once_get_each_their_own_answer(desk, line):
    waiting = []
    desk.answering = lambda asked, reply: waiting.append((asked.verb, reply))
    clients = {str(n): line() for n in range(6)}
    for verb, client in clients.items():
        client.ask(verb)
    wait_for(lambda: len(waiting) == 6)
    for verb, reply in reversed(waiting):  # late, from another thread, and in another order than they were asked
        thread = threading.Thread(target=reply, args=(Answer(ok=True, text=verb, data={}),))
        thread.start()
        thread.join()
    assert {verb: client.answer().text for verb, client in clients.items()} == {verb: verb for verb in clients}


def test_an_answer_of_another_thread_is_sent_by_the_one_that_has_the_sockets(loop, desk, line):
    waiting, go_on = [], threading.Event()
    desk.answering = lambda asked, reply: waiting.append(reply)
    client = line()
    client.ask("status")
    wait_for(lambda: waiting)
    loop.call(go_on.wait)
    waiting[0](Answer(ok=True, text="late", data={}))
    client.socket.settimeout(0.05)
    with pytest.raises(TimeoutError):
        client.answer()
    go_on.set()
    client.socket.settimeout(5)
    assert client.answer().text == "late"


def test_the_longest_request_is_answered(desk, line):
    client = line()
    empty = len(request("status", length="")) - HEADER.size
    client.ask("status", length="x" * (LIMIT - empty))
    assert len(client.answer().data["length"]) == LIMIT - empty


@pytest.mark.parametrize("start", [HEADER.pack(LIMIT + 1), b"GET / HTTP/1.0\r\n\r\n", b"\xff" * 1000])
def test_a_request_that_is_too_long_is_hung_up_on_and_others_go_on(desk, line, start):
    client = line()
    client.send(start)
    assert client.was_hung_up()
    assert ask("status").ok


def test_a_second_request_that_is_too_long_is_hung_up_on_too(desk, line):
    client = line()
    client.ask("one")
    assert client.answer().text == "one"
    client.send(HEADER.pack(LIMIT + 1))
    assert client.was_hung_up()


@pytest.mark.parametrize(
    ("garbage", "said"),
    [
        (b"", "no JSON"),
        (b"hello", "no JSON"),
        (b"\xff\xfe\x00", "no JSON"),
        (b"[1, 2]", "no JSON object"),
        (b'{"verb": "status"}', "unknown message None"),
        (b'{"is": "Answer", "ok": true, "text": "", "data": {}}', "unknown message 'Answer'"),
        (b'{"is": "Ask", "verb": "status"}', "lacks 'args'"),
        (b'{"is": "Ask", "verb": 5, "args": {}}', "verb is no str"),
        (b'{"is": "Ask", "verb": "status", "args": {"a": 1}}', "args.a is no str"),
        (b'{"is": "Ask", "verb": "status", "args": {}, "shell": "rm"}', "'shell' too much"),
    ],
)
def test_garbage_is_answered_with_what_is_wrong_and_the_line_stays(desk, line, caplog, garbage, said):
    asked = []
    desk.answering = lambda request, reply: (asked.append(request.verb), echo(request, reply))
    client = line()
    client.send(frame(garbage))
    answer = client.answer()
    assert not answer.ok
    assert answer.text.startswith("That made no sense: ")
    assert said in answer.text
    assert "a request makes no sense" in caplog.text
    client.ask("status")
    assert client.answer().text == "status"
    assert asked == ["status"], "nobody was asked what made no sense"


@pytest.mark.parametrize("said", [b"", b"\x00", HEADER.pack(50), request("status")[:-3]])
def test_a_client_that_hangs_up_in_the_middle_leaves_nothing_behind(desk, line, said):
    client = line()
    client.ask("hello")
    assert client.answer().ok
    before = descriptors()
    client.send(said)
    client.close()
    wait_for(lambda: descriptors() == before - 2, name="the end of both descriptors")
    assert ask("status").ok


def test_clients_that_never_send_hold_up_nobody(desk, line):
    for _ in range(40):
        line()
    client = line()
    client.ask("status")
    assert client.answer().ok


def test_many_clients_at_once_are_all_answered(desk, line):
    clients = [line() for _ in range(60)]
    for number, client in enumerate(clients):
        client.ask(str(number))
    assert [client.answer().text for client in clients] == [str(n) for n in range(60)]


def test_a_client_that_does_not_read_holds_up_nobody_and_gets_everything_once_it_reads(desk, line):
    long = "x" * 500_000
    desk.answering = lambda asked, reply: reply(Answer(ok=True, text=asked.verb + long * (asked.verb != "b"), data={}))
    client = line()
    for number in range(4):
        client.ask(str(number))
    assert ask("b").text == "b"
    assert [client.answer().text for _ in range(4)] == [str(n) + long for n in range(4)]


def test_a_client_that_leaves_without_reading_its_answers_leaves_nothing_behind(desk, line):
    desk.answering = lambda asked, reply: reply(Answer(ok=True, text="x" * 800_000, data={}))
    before = descriptors()
    client = line()
    for _ in range(3):
        client.ask("status")
    ask("status")
    client.close()
    wait_for(lambda: descriptors() == before, name="the end of its descriptor")


def test_an_answer_for_somebody_who_has_gone_harms_nobody(desk, line):
    waiting = []
    desk.answering = lambda asked, reply: waiting.append(reply)
    before = descriptors()
    client = line()
    client.ask("status")
    wait_for(lambda: waiting)
    client.close()
    wait_for(lambda: descriptors() == before)
    waiting[0](Answer(ok=True, text="late", data={}))
    desk.answering = echo
    assert ask("status").ok


def test_a_request_that_fails_inside_does_not_end_the_server(desk, line, caplog):
    desk.answering = lambda asked, reply: 1 / 0
    line().ask("status")
    wait_for(lambda: "a callback failed" in caplog.text)
    caplog.clear()
    desk.answering = echo
    assert ask("status").ok


def test_only_the_user_can_reach_it_whatever_the_umask(loop):
    before = os.umask(0)
    try:
        make_private(runtime_folder())
        made = Server(loop, echo)
    finally:
        os.umask(before)
    assert os.stat(runtime_folder()).st_mode & 0o777 == 0o700
    assert os.stat(socket_path()).st_mode & 0o777 == 0o600
    made.stop()


def test_another_user_is_turned_away(desk, line, caplog, monkeypatch):
    # A second user needs root, so the kernel's word about the client is changed on its way.
    class Stranger(socket.socket):
        def getsockopt(self, *_):
            return struct.pack("3i", 1, os.getuid() + 4242, 1)

    real = server._is_ours

    def strangers(client):
        with Stranger(fileno=os.dup(client.fileno())) as stranger:
            return real(stranger)

    monkeypatch.setattr(server, "_is_ours", strangers)
    assert line().was_hung_up()
    assert f"a request of user {os.getuid() + 4242} was turned away" in caplog.text
    monkeypatch.setattr(server, "_is_ours", real)
    assert ask("status").ok


def test_the_same_user_is_let_in():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        assert server._is_ours(ours)


def test_the_socket_of_a_dead_process_is_replaced(loop):
    make_private(runtime_folder())
    code = (
        "import os, signal, socket, sys\n"
        "listening = socket.socket(socket.AF_UNIX)\n"
        "listening.bind(sys.argv[1])\n"
        "listening.listen()\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", code, socket_path()], check=False)
    assert os.path.exists(socket_path()), "it is stale"
    with pytest.raises(NoDaemon):
        ask("status")
    made = Server(loop, echo)
    assert ask("status").ok
    made.stop()


def test_what_cannot_be_taken_away_is_an_error(loop):
    os.makedirs(os.path.join(socket_path(), "folder"))
    with pytest.raises(OSError, match="control"):
        Server(loop, echo)


def test_stopped_it_takes_its_socket_away_and_nobody_is_there(loop, desk):
    desk.server.stop()
    desk.server.stop()
    wait_for(lambda: not os.path.exists(socket_path()))
    with pytest.raises(NoDaemon):
        ask("status")
    assert stays(lambda: not os.path.exists(socket_path()), 0.05)
    made = Server(loop, echo)
    assert ask("again").text == "again", "it can be begun anew"
    made.stop()
