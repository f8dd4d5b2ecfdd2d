"""The io thread: calls, timers, descriptors; what fails is logged and the rest goes on."""

import os
import threading
import time

import pytest

from tests.waiting import wait_for
from unkink.adapters.loop import Loop


@pytest.fixture
def loop():
    made = Loop(time.monotonic)
    made.start()
    yield made
    made.stop()


def test_calls_happen_in_order_in_one_thread(loop):
    seen = []
    for n in range(5):
        loop.call(lambda n=n: seen.append((n, threading.current_thread().name)))
    wait_for(lambda: len(seen) == 5)
    assert seen == [(n, "io") for n in range(5)]


def test_timers_come_in_the_order_of_their_times_and_cancelled_ones_never(loop):
    seen = []

    def plan():
        loop.later(0.06, lambda: seen.append("late"))
        loop.later(0.01, lambda: seen.append("soon"))
        never = loop.later(0.02, lambda: seen.append("never"))
        never.cancel()
        never.cancel()

    loop.call(plan)
    wait_for(lambda: len(seen) == 2)
    assert seen == ["soon", "late"]


def test_a_callback_that_fails_is_logged_and_the_loop_goes_on(loop, caplog):
    seen = []
    loop.call(lambda: 1 / 0)
    loop.call(lambda: loop.later(0, lambda: 1 / 0))
    loop.call(lambda: loop.later(0.01, lambda: seen.append("alive")))
    wait_for(lambda: seen)
    assert caplog.text.count("a callback failed") == 2
    caplog.clear()


def test_descriptors_are_watched_for_reading_and_writing_until_they_are_not(loop):
    inside, outside = os.pipe()
    seen = []
    loop.call(lambda: loop.watch(inside, lambda: seen.append(os.read(inside, 10))))
    loop.call(lambda: loop.watch(outside, None, lambda: (os.write(outside, b"x"), loop.watch(outside, None))))
    wait_for(lambda: seen == [b"x"])
    loop.call(lambda: loop.watch(inside, None))
    loop.call(lambda: loop.watch(inside, None))
    loop.call(lambda: seen.append("end"))
    wait_for(lambda: "end" in seen)
    os.close(inside)
    os.close(outside)


def test_what_was_handed_over_before_the_end_is_done(loop):
    seen = []
    for n in range(50):
        loop.call(lambda n=n: seen.append(n))
    loop.stop()
    assert seen == list(range(50))
    loop.call(lambda: seen.append("too late"))
    assert seen == list(range(50))
