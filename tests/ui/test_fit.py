"""Nothing is cut off and nothing lies over anything else: every page of every routine, in the smallest window."""

import re
from itertools import combinations

import pytest

from unkink.domain.choose import Choice, Reason
from unkink.domain.notice import Notice
from unkink.domain.units import DAY
from unkink.ui.theme import LIGHT, Look
from unkink.wire.window import Outcome
from unkink.words import guide, offer

STILL = Look(LIGHT, still=True)
SMALLEST, USUAL = "smallest", "usual"
PIECE = re.compile(r"[^\s-]+-?")
"""What a line can't be broken within."""


@pytest.fixture
def wrong_places(qt):
    """Return what tells what is cut off in a window, and what lies over something else."""
    from PySide6.QtCore import QPoint, QRect
    from PySide6.QtWidgets import QLabel, QPushButton

    from tests.ui.screen import settle
    from unkink.ui.player.ring import Bar, Ring
    from unkink.ui.player.stage import Stage

    def cut_off(widget):
        if isinstance(widget, QLabel) and widget.wordWrap():
            longest = max(widget.fontMetrics().horizontalAdvance(word) for word in PIECE.findall(widget.text()))
            return widget.heightForWidth(widget.width()) > widget.height() or longest > widget.width()
        if isinstance(widget, QLabel | QPushButton):
            needed = widget.sizeHint()
            return needed.width() > widget.width() or needed.height() > widget.height()
        return False

    def place(window, widget):
        return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())

    def find(player):
        settle()
        shown = [widget for kind in (QLabel, QPushButton, Stage, Ring, Bar) for widget in player.shown(kind)]
        name = {widget: getattr(widget, "text", lambda: "")() or type(widget).__name__ for widget in shown}
        places = {widget: place(player.window, widget) for widget in shown}
        outside = [name[widget] for widget in shown if not player.window.rect().contains(places[widget])]
        over = [(name[a], name[b]) for a, b in combinations(shown, 2) if places[a].intersects(places[b])]
        return [*(name[widget] for widget in shown if cut_off(widget)), *outside, *over]

    return find


@pytest.fixture
def opened(play):
    """Return what opens a window in one of its sizes."""

    def open_(size, *args, **more):
        player = play(*args, look=STILL, shown=False, **more)
        if size == SMALLEST:
            player.window.resize(player.window.minimumSize())
        size = player.window.size()
        player.show()
        assert player.window.size() == size, "it did not grow"
        return player

    return open_


@pytest.mark.parametrize("size", [SMALLEST, USUAL])
def test_every_step_of_every_routine_can_be_read(opened, wrong_places, size):
    from tests.ui.screen import CATALOGUE

    found = {}
    for routine in CATALOGUE.routines:
        why = offer.because(Choice(routine, Reason.CARES, "hamstring", 30 * DAY))
        player = opened(size, routine, because=why)
        player.press("Space")
        for number, part in enumerate(routine.rounds):
            if wrong := wrong_places(player):
                found[routine.id, number, part.exercise.id] = wrong
            player.press("Right")
        player.window.close()
    assert found == {}


@pytest.mark.parametrize("size", [SMALLEST, USUAL])
def test_the_notices_and_the_last_page_can_be_read(opened, wrong_places, short, size):
    player = opened(size, short, notices=tuple(Notice))
    for _ in Notice:
        assert wrong_places(player) == []
        player.click(guide.confirm())
    player.until(Outcome)
    assert len(player.buttons()) == 4
    assert wrong_places(player) == []


def test_it_can_be_small(play):
    smallest = play(shown=False).window.minimumSize()
    assert smallest.width() <= 760
    assert smallest.height() <= 600, "it has room on a laptop"
