"""Several ways to do one thing: order, reasons, giving up, trying again."""

import pytest

from tests.adapters.hand_loop import HandLoop
from unkink.adapters.candidates import RETRY, Candidates
from unkink.errors import Unavailable
from unkink.ports import Health


class Thing:
    def __init__(self, name):
        self.name, self.stopped = name, False

    def health(self):
        return Health(self.name, ok=True)

    def stop(self):
        self.stopped = True


@pytest.fixture
def world():
    return World()


class World:
    def __init__(self):
        self.loop, self.broken, self.lost, self.made, self.changes = HandLoop(), {}, {}, [], []

    def candidates(self, wanted="auto"):
        def maker(name):
            def make(lost):
                if name in self.broken:
                    raise Unavailable(self.broken[name], "install it")
                self.lost[name] = lost
                self.made.append(Thing(name))
                return self.made[-1]

            return make

        found = Candidates(
            self.loop, "thing", [(name, maker(name)) for name in "abc"], wanted, lambda t: self.changes.append(t.name)
        )
        assert found.health() == Health("none", ok=False, reason="not started yet")
        found.start()
        return found


def test_the_first_that_works_is_in_charge_and_the_reasons_of_the_others_are_kept(world):
    world.broken["a"] = "not here"
    found = world.candidates()
    assert found.health() == Health("b", ok=True, tried={"a": "not here (install it)"})
    assert world.changes == ["b"]


def test_one_that_gives_up_is_replaced_and_stopped(world):
    found = world.candidates()
    world.lost["a"]("went away")
    assert found.health() == Health("b", ok=True, tried={"a": "went away"})
    assert world.made[0].stopped
    world.lost["a"]("said it twice")
    assert found.current.name == "b"


def test_three_failures_in_a_minute_are_too_many(world):
    found = world.candidates()
    found.failed("x")
    world.loop.pass_(61)
    found.failed("x")
    found.failed("x")
    assert found.current.name == "a", "the first was long ago"
    found.failed("x")
    assert found.current.name == "b"


def test_after_ten_minutes_the_better_ones_are_tried_again(world):
    world.broken["a"] = "not here"
    found = world.candidates()
    world.loop.pass_(RETRY)
    assert found.current.name == "b"
    del world.broken["a"]
    world.loop.pass_(RETRY)
    assert found.current.name == "a"
    assert found.health().tried == {}
    assert world.made[0].stopped
    assert not world.loop.waiting, "the best one is in charge: nothing more to try"


def test_the_last_one_is_what_is_left(world):
    world.broken |= {"a": "x", "b": "y"}
    found = world.candidates()
    assert found.current.name == "c"
    assert set(found.health().tried) == {"a", "b"}


def test_one_can_be_asked_for_by_name(world):
    assert world.candidates("b").current.name == "b"
    world.broken["b"] = "not here"
    assert world.candidates("b").current.name == "c"


def test_a_name_that_does_not_exist_is_said(world):
    found = world.candidates("z")
    assert found.current.name == "a"
    assert found.health().tried == {"z": "there is no such thing; there are a, b, c"}


def test_stop_lets_go_and_nothing_comes_after_it(world):
    world.broken["a"] = "x"
    found = world.candidates()
    found.stop()
    assert world.made[0].stopped
    assert not world.loop.waiting
