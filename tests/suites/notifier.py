"""The promises of a notifier, as tests that any notifier can be put through."""

import pytest

from tests.waiting import stays, wait_for
from unkink.ports import Button, Fate, Note, NoteFate

BUTTONS = (Button("start", "Start"), Button("snooze 600", "In 10 min"), Button("skip", "Not now"))
NOTE = Note(1, "A short break?", "Neck <ease> & 'more' · 1 min", BUTTONS)


class NotifierSuite:
    """Inherit, give a `notifier` fixture that posts to `self.heard`, and say how a user presses and dismisses."""

    @pytest.fixture(autouse=True)
    def _listen(self):
        self.heard: list[NoteFate] = []

    def press(self, notifier, key, button):
        raise NotImplementedError

    def dismiss(self, notifier, key):
        raise NotImplementedError

    def shown(self, notifier):
        """Return how many notifications are on the screen."""
        raise NotImplementedError

    def first_button(self, button):
        """Return whether pressing the first button may be told as this."""
        raise NotImplementedError

    def fates(self, key=1):
        return [fate.fate for fate in self.heard if fate.key == key]

    def show(self, notifier, note=NOTE):
        notifier.show(note)
        wait_for(lambda: Fate.SHOWN in self.fates(note.key))
        wait_for(lambda: self.shown(notifier) >= 1)

    def test_it_works(self, notifier):
        assert notifier.health().ok
        assert notifier.health().reason == ""

    def test_a_notification_is_shown_and_told(self, notifier):
        self.show(notifier)
        assert self.fates() == [Fate.SHOWN]

    def test_the_first_button_arrives_once(self, notifier):
        self.show(notifier)
        self.press(notifier, 1, "start")
        wait_for(lambda: Fate.PRESSED in self.fates())
        pressed = [fate for fate in self.heard if fate.fate is Fate.PRESSED]
        assert len(pressed) == 1
        assert self.first_button(pressed[0].button)
        assert stays(lambda: self.fates() == [Fate.SHOWN, Fate.PRESSED], 0.4), "its closing means nothing more"
        wait_for(lambda: self.shown(notifier) == 0)

    @pytest.mark.parametrize("button", ["snooze 600", "skip"])
    def test_the_other_buttons_arrive(self, notifier, button):
        self.show(notifier)
        self.press(notifier, 1, button)
        wait_for(lambda: Fate.PRESSED in self.fates())
        assert self.heard[-1].button == button

    def test_dismissed_by_hand_is_told(self, notifier):
        self.show(notifier)
        self.dismiss(notifier, 1)
        wait_for(lambda: Fate.DISMISSED in self.fates())
        assert self.fates() == [Fate.SHOWN, Fate.DISMISSED]

    def test_one_with_the_same_key_takes_its_place(self, notifier):
        self.show(notifier)
        notifier.show(Note(1, "Another", "text", BUTTONS))
        wait_for(lambda: self.fates().count(Fate.SHOWN) == 2)
        assert self.shown(notifier) == 1

    def test_one_that_is_closed_is_gone_and_nothing_is_told(self, notifier):
        self.show(notifier)
        notifier.close(1)
        wait_for(lambda: self.shown(notifier) == 0)
        notifier.close(1)
        notifier.close(99)
        assert stays(lambda: self.fates() == [Fate.SHOWN], 0.3)

    def test_the_end_takes_everything_away(self, notifier):
        self.show(notifier)
        notifier.stop()
        wait_for(lambda: self.shown(notifier) == 0)
        notifier.stop()
