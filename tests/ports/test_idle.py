"""What every idle source promises; the real ones run the same suite on the desktop (tests/desktop)."""

import pytest

from tests.fakes import FakeIdle
from tests.suites.idle import IdleSuite
from unkink.adapters.idle.null import NullIdle
from unkink.domain import events


class TestTheFake(IdleSuite):
    @pytest.fixture
    def source(self):
        return FakeIdle(self.heard.append)

    def key(self, source):
        source.touch()

    def hands_off(self, source, seconds):
        source.let(seconds)


def test_none_says_once_that_nothing_can_be_known():
    heard = []
    source = NullIdle(heard.append)
    source.arm(4.0)
    source.stop()
    source.stop()
    assert heard == [events.InputUnknown()]
    assert not source.health().ok
    assert source.health().reason
