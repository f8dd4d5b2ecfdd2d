"""The command line in this process, and somebody for it to talk to."""

import sys
import time
from dataclasses import dataclass

import pytest

from tests.engine.office import Office
from tests.engine.test_engine import GIVEN
from unkink.adapters.loop import Loop
from unkink.cli.main import main
from unkink.ipc.endpoint import Lock
from unkink.ipc.server import Server


@dataclass
class Said:
    """What a verb said, and how it went."""

    status: int
    out: str
    err: str


@pytest.fixture
def unkink(capsys, monkeypatch):
    """Runs `unkink` with these arguments."""
    monkeypatch.setenv("COLUMNS", "120")

    def run(*args):
        monkeypatch.setattr(sys, "argv", ["unkink", *args])
        capsys.readouterr()
        status = main()
        return Said(status, *capsys.readouterr())

    return run


class Daemon:
    """A real engine behind a real socket, in this process.

    Attributes:
        asked: every request, as a verb and what belongs to it.
        deaf: whether requests are left unanswered.
        stays: whether the socket stays when it is asked to stop.
    """

    def __init__(self, loop):
        self.asked = []
        self.deaf = self.stays = False
        self.office = Office(consent=GIVEN)
        self._lock = Lock()
        assert self._lock.take()
        self.server = Server(loop, self._answer)

    def _answer(self, ask, reply):
        self.asked.append((ask.verb, dict(ask.args)))
        if not self.deaf:
            reply(self.office.ask(ask.verb, **ask.args))
        if ask.verb == "stop" and not self.stays:
            self.server.stop()

    def end(self):
        self.server.stop()
        self._lock.release()


@pytest.fixture
def loop():
    made = Loop(time.monotonic)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def begin(loop):
    """Begins a daemon, from any thread; it ends with the test."""
    made = []

    def make():
        made.append(Daemon(loop))
        return made[-1]

    yield make
    for daemon in made:
        daemon.end()


@pytest.fixture
def daemon(begin):
    return begin()
