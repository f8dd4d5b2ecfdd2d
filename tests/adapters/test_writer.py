"""The writer's thread: in order, one after the other, and a slow or broken disk delays nobody."""

import threading

import pytest

from tests.waiting import stays, wait_for
from unkink.adapters.writer import Writer


@pytest.fixture
def writer():
    made = Writer()
    made.start()
    yield made
    made.stop()


def test_jobs_are_done_in_order_in_its_own_thread(writer):
    done = []
    for number in range(20):
        writer.submit(lambda number=number: done.append((number, threading.current_thread().name)))
    wait_for(lambda: len(done) == 20)
    assert done == [(number, "writer") for number in range(20)]


def test_what_was_submitted_before_the_start_is_kept():
    writer, done = Writer(), []
    writer.submit(lambda: done.append(1))
    assert done == []
    writer.start()
    wait_for(lambda: done == [1])
    writer.stop()


def test_a_job_that_fails_is_logged_and_the_next_is_done(writer, caplog):
    done = []
    writer.submit(lambda: 1 / 0)
    writer.submit(lambda: done.append("next"))
    wait_for(lambda: done)
    assert caplog.text.count("could not write") == 1
    assert "ZeroDivisionError" in caplog.text
    caplog.clear()


def test_a_disk_that_hangs_delays_nobody(writer):
    disk, done = threading.Event(), []
    writer.submit(lambda: disk.wait(20))
    writer.submit(lambda: done.append("after it"))
    assert stays(lambda: done == [], 0.1), "submitted at once, done in its turn"
    disk.set()
    wait_for(lambda: done)


def test_the_end_waits_for_what_was_submitted(writer):
    disk, done = threading.Event(), []
    writer.submit(lambda: disk.wait(20))
    writer.submit(lambda: done.append("kept"))
    ending = threading.Thread(target=writer.stop)
    ending.start()
    assert stays(ending.is_alive, 0.1)
    disk.set()
    ending.join(5)
    assert done == ["kept"]


def test_the_end_waits_no_longer_than_its_limit(writer):
    disk, done = threading.Event(), []
    writer.submit(lambda: disk.wait(20))
    writer.submit(lambda: done.append("later"))
    writer.stop(limit=0.05)
    assert done == []
    disk.set()
    wait_for(lambda: done)


def test_after_its_end_it_takes_jobs_and_does_nothing(writer):
    done = []
    writer.stop()
    writer.stop()
    writer.submit(lambda: done.append("too late"))
    assert stays(lambda: done == [], 0.1)


def test_one_that_never_started_ends_at_once():
    Writer().stop()
