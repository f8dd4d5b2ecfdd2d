"""What every tray promises; the real ones run the same suite on the desktop (tests/desktop)."""

import pytest

from tests.fakes import FakeTray
from tests.suites.tray import CHANGES, FACE, Seen, TraySuite, rows
from unkink.adapters.tray.null import NullTray


class TestTheFake(TraySuite):
    CALM = 0.02

    @pytest.fixture
    def tray(self):
        return FakeTray(self.entries, self.choose)

    def there(self, tray):
        return bool(tray.faces) and not tray.stopped

    def seen(self, tray):
        face = tray.faces[-1]
        return Seen((face.glyph, face.ring), face.title, face.attention)

    def opened(self, tray):
        return rows(tray.open())

    def pick(self, tray, *labels):
        tray.pick(*labels)

    def click(self, tray):
        tray.click()


def test_no_tray_says_why_and_takes_everything():
    tray = NullTray("switched off", "switch it on")
    tray.update(FACE)
    for face, _ in CHANGES.values():
        tray.update(face)
    health = tray.health()
    assert (health.name, health.ok, health.reason, health.hint) == ("none", False, "switched off", "switch it on")
    tray.stop()
    tray.stop()
    tray.update(FACE)
    assert not tray.health().ok
