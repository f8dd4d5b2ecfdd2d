"""The player's window from its first page to its last, and what it tells the daemon on the way."""

import pytest

from unkink.domain.notice import Notice
from unkink.ui.theme import DARK, LIGHT, Look
from unkink.wire.window import Agreed, Asks, Began, Outcome, Progress
from unkink.words import guide
from unkink.words import window as words


def test_notices_come_first_and_are_agreed_to_one_by_one(play):
    player = play(notices=(Notice.FIRST, Notice.TOUCH))
    assert player.words() == [words.before_you_start(), guide.notice(Notice.FIRST)]
    assert player.buttons() == [guide.confirm()]
    player.until(Asks)
    assert player.said == [Asks("first")]
    player.click(guide.confirm())
    assert player.words("notice") == [guide.notice(Notice.TOUCH)]
    player.click(guide.confirm())
    player.until(Began)
    assert player.said == [Asks("first"), Agreed("first"), Asks("touch"), Agreed("touch"), Began(7, 60.0)]
    assert player.words("title") == ["Slow look-around"]


def test_a_notice_is_not_agreed_to_by_a_key_for_something_else(play):
    player = play(notices=(Notice.FIRST,))
    player.press("Space", "Right", "Left", "Return")
    assert player.said == [Asks("first")]
    player.press("Tab", "Space")
    assert player.said[1] == Agreed("first")


def test_who_leaves_at_a_notice_has_done_nothing(play):
    player = play(notices=(Notice.FIRST,))
    player.press("Escape")
    assert player.said == [Asks("first"), Outcome(7, 0.0, finished=False, rating="")]
    assert player.closed
    assert not player.window.isVisible()


def test_it_begins_when_the_first_picture_is_there_and_only_then(play, app):
    player = play(shown=False)
    app.processEvents()
    assert player.said == []
    player.show()
    assert player.until(Began) == Began(7, 60.0)


def test_it_begins_once(play, often):
    player = play()
    player.progress()
    player.press("Right")
    player.progress(3)
    player.press("Left")
    player.progress(3)
    assert len(player.told(Began)) == 1


def test_the_title_names_the_routine(play):
    assert play().window.windowTitle() == "One-minute neck ease – unkink"


def test_progress_is_told_from_the_beginning_to_the_end(play, often, short):
    player = play(short)
    player.until(Outcome)
    told = [message.done for message in player.told(Progress)]
    assert told == sorted(told)
    assert 0 <= told[0] < told[-1] <= 0.6
    assert {message.run for message in player.told(Progress)} == {7}
    assert player.silent(), "after the end there is no more progress"


def test_progress_is_told_every_five_seconds(qt):
    from unkink.ui.player.window import TELL_EVERY

    assert TELL_EVERY == 5


def test_a_routine_that_runs_to_its_end_is_finished(play, short):
    player = play(short)
    outcome = player.until(Outcome)
    assert outcome == Outcome(7, pytest.approx(0.6), finished=True, rating="")
    assert player.words("big") == ["That counted."]
    assert player.words("notice") == ["1 s for you. How does it feel?"]
    assert not player.closed


def test_a_routine_that_is_closed_is_stopped_where_it_was(play, often):
    player = play()
    done = player.progress(5)
    player.window.close()
    player.window.close()
    assert player.outcomes() == [(False, "")]
    assert done <= player.told(Outcome)[0].done < 10
    assert player.closed


def test_a_window_that_is_closed_says_no_more(play, often):
    player = play()
    player.progress()
    player.window.close()
    assert player.silent()


@pytest.mark.parametrize("rating", ["better", "same", "worse"])
def test_a_rating_is_told_with_the_outcome_and_closes(play, short, rating):
    player = play(short)
    first = player.until(Outcome)
    player.click(dict(words.feelings())[rating])
    assert player.outcomes() == [(True, ""), (True, rating)]
    assert player.told(Outcome)[1].done == first.done
    assert player.closed
    assert not player.window.isVisible()


def test_the_last_page_closes_without_a_rating(play, short):
    player = play(short)
    player.until(Outcome)
    player.click(words.back_to_work())
    assert player.outcomes() == [(True, "")]
    assert not player.window.isVisible()


def test_the_last_page_closes_by_itself(play, short, monkeypatch):
    monkeypatch.setattr("unkink.ui.player.window.STAYS", 0.05)
    player = play(short)
    player.until(Outcome)
    assert player.window.isVisible()
    player.bot.waitUntil(lambda: bool(player.closed))
    assert not player.window.isVisible()
    assert player.outcomes() == [(True, "")]


@pytest.mark.parametrize(
    "done",
    [
        0.0,
        0.4,
    ],
)
def test_who_did_nothing_is_not_asked_how_it_was(qtbot, done):
    from PySide6.QtWidgets import QLabel, QPushButton

    from unkink.ui.player.pages import end_page

    page = end_page(done, print, print)
    qtbot.addWidget(page)
    assert page.findChildren(QLabel)[0].text() == "Another time."
    assert [button.text() for button in page.findChildren(QPushButton)] == [words.back_to_work()]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_it_has_the_colours_of_its_theme(play, theme):
    from tests.ui.screen import picture

    player = play(look=Look(theme, still=True))
    shown = picture(player.window)
    assert shown.pixelColor(5, 5).name().upper() == theme.back
    button = player.button(words.skip()).geometry()
    assert shown.pixelColor(button.left() + 12, button.center().y()).name().upper() == theme.button
    first = player.button(words.pause()).geometry()
    assert shown.pixelColor(first.left() + 12, first.center().y()).name().upper() == theme.accent
