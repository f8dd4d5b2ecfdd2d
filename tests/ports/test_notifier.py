"""What every notifier promises; the real ones run the same suite on the desktop (tests/desktop)."""

import pytest

from tests.fakes import FakeNotifier
from tests.suites.notifier import NOTE, NotifierSuite
from unkink.adapters.notify.null import NullNotifier
from unkink.ports import Fate, NoteFate


class TestTheFake(NotifierSuite):
    @pytest.fixture
    def notifier(self):
        return FakeNotifier(self.heard.append)

    def press(self, notifier, key, button):
        notifier.press(key, button)

    def dismiss(self, notifier, key):
        notifier.dismiss(key)

    def shown(self, notifier):
        return len(notifier.shown)

    def first_button(self, button):
        return button == "start"


@pytest.mark.parametrize("kind", ["null", "broken"])
def test_one_that_does_not_work_says_so_of_each_notification(kind):
    heard = []
    notifier = NullNotifier(heard.append, "none here") if kind == "null" else FakeNotifier(heard.append, works=False)
    notifier.show(NOTE)
    notifier.close(1)
    notifier.stop()
    assert [(fate.key, fate.fate) for fate in heard] == [(1, Fate.FAILED)]
    assert isinstance(heard[0], NoteFate)
    assert heard[0].reason == notifier.health().reason != ""
    assert not notifier.health().ok
