"""The promises of an idle source, as tests that any source can be put through."""

import pytest

from tests.waiting import stays, wait_for
from unkink.domain import events


class IdleSuite:
    """Inherit, give a `source` fixture that posts to `self.heard`, and say how to press a key and how time passes."""

    SOON = 1.0
    """A threshold, in seconds, that the test can wait for."""

    @pytest.fixture(autouse=True)
    def _listen(self):
        self.heard: list[object] = []

    def key(self, source):
        raise NotImplementedError

    def hands_off(self, source, seconds):
        raise NotImplementedError

    def kinds(self):
        return [type(event).__name__ for event in self.heard]

    def test_it_works(self, source):
        self.key(source)
        wait_for(lambda: source.health().ok)

    def test_input_after_arming_is_told_once(self, source):
        self.key(source)
        source.arm(60.0)
        self.hands_off(source, 0.3)
        self.key(source)
        self.key(source)
        wait_for(lambda: self.kinds()[-1:] == ["InputSeen"])
        assert stays(lambda: self.kinds().count("InputStopped") == 0, 0.2)

    def test_silence_as_long_as_the_threshold_is_told_once_with_its_length(self, source):
        self.key(source)
        source.arm(self.SOON)
        self.hands_off(source, self.SOON + 0.3)
        stopped = wait_for(lambda: [event for event in self.heard if isinstance(event, events.InputStopped)])
        assert self.SOON <= stopped[0].idle < self.SOON + 0.6
        self.hands_off(source, 0.4)
        assert self.kinds().count("InputStopped") == 1

    def test_the_return_is_told(self, source):
        self.key(source)
        source.arm(self.SOON)
        self.hands_off(source, self.SOON + 0.3)
        wait_for(lambda: "InputStopped" in self.kinds())
        self.heard.clear()
        self.key(source)
        wait_for(lambda: self.kinds() == ["InputSeen"])

    def test_silence_is_told_again_after_each_return(self, source):
        self.key(source)
        source.arm(self.SOON)
        for _ in range(2):
            self.hands_off(source, self.SOON + 0.3)
            wait_for(lambda: self.kinds()[-1:] == ["InputStopped"])
            self.key(source)
            wait_for(lambda: self.kinds()[-1:] == ["InputSeen"])

    def test_silence_that_is_long_enough_already_is_told_at_once(self, source):
        self.key(source)
        source.arm(60.0)
        self.hands_off(source, self.SOON + 0.3)
        source.arm(self.SOON)
        stopped = wait_for(lambda: [event for event in self.heard if isinstance(event, events.InputStopped)])
        assert stopped[0].idle >= self.SOON + 0.2

    def test_a_higher_threshold_takes_the_lower_ones_place(self, source):
        self.key(source)
        source.arm(self.SOON)
        source.arm(60.0)
        self.hands_off(source, self.SOON + 0.3)
        assert stays(lambda: "InputStopped" not in self.kinds(), 0.2)

    def test_after_the_end_nothing_is_told(self, source):
        self.key(source)
        source.arm(self.SOON)
        source.stop()
        source.stop()
        self.hands_off(source, 0.3)  # what was on its way may still come
        self.heard.clear()
        self.hands_off(source, self.SOON + 0.3)
        assert self.heard == []
