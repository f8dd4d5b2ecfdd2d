"""A daemon's end of the socket, with a test in the place of the engine."""

import time

import pytest

from tests.ipc.talk import Desk, descriptors
from tests.waiting import wait_for
from unkink.adapters.loop import Loop


@pytest.fixture
def loop():
    made = Loop(time.monotonic)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def desk(loop):
    """A server that answers each verb with itself."""
    before = descriptors()
    made = Desk(loop)
    yield made
    made.close()
    wait_for(lambda: descriptors() <= before, name="the end of every line")


@pytest.fixture
def line(desk):
    """Opens raw connections to it."""
    return desk.line
