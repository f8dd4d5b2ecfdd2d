"""The page that guides: what is said of a step, what comes next, and what stands where a figure can't be read."""

from unkink.domain.routine import Side
from unkink.ui.theme import LIGHT, Look
from unkink.wire.window import Began
from unkink.words import guide
from unkink.words import window as words

STILL = Look(LIGHT, still=True)
SECOND = "Ear-to-shoulder stretch"


def looks(stage, exercise, *, mirror, small=False):
    """Return what a figure looks like on a stage as large as another."""
    from tests.figure.shipped import figure
    from tests.ui.screen import picture
    from unkink.ui.player.stage import Stage

    alike = Stage(LIGHT, still=True, small=small)
    alike.resize(stage.size())
    alike.show_figure(figure(exercise), mirror=mirror)
    return picture(alike, margin=16)


def test_a_step_is_told_in_full(play):
    from tests.ui.screen import ROUTINE

    shown = play(look=STILL).words()
    exercise = ROUTINE.rounds[0].exercise
    assert exercise.name in shown
    assert "\n\n".join(exercise.steps) in shown
    assert f"{exercise.feel}\n{guide.stop_signs(exercise.stop)}" in shown


def test_the_side_is_named_where_there_is_one(play):
    player = play(look=STILL)
    assert player.words("side") == []
    player.press("Right")
    assert player.words("side") == [guide.side(Side.RIGHT)]
    player.press("Right")
    assert player.words("side") == [guide.side(Side.LEFT)]
    player.press("Left", "Left")
    assert player.words("side") == []


def test_what_comes_next_is_named(play):
    player = play(look=STILL)
    assert "Next · Right side" in player.words("soft")
    assert player.words("next") == [SECOND]
    player.press("Right")
    assert "Next · Left side" in player.words("soft")
    assert player.words("next") == [SECOND]
    player.press("Right")
    assert "Then" in player.words("soft")
    assert player.words("next") == ["you are done"]
    assert not player.preview().isVisible()
    player.press("Left")
    assert player.preview().isVisible()


def test_why_it_was_chosen_is_told_where_there_is_a_reason(play):
    assert "Chosen because: short and easy" in play(because="short and easy").words("soft")
    assert not any("because" in text for text in play().words())


def test_the_left_side_is_the_right_side_mirrored(play):
    from tests.ui.screen import picture

    player = play(look=STILL)
    stage = player.stage()
    player.press("Space", "Right")
    right, left = (looks(stage, "nk-02", mirror=mirror) for mirror in (False, True))
    assert right != left
    assert picture(stage, margin=16) == right
    player.press("Right")
    assert picture(stage, margin=16) == left


def test_the_preview_shows_what_comes_next(play):
    from tests.ui.screen import picture

    player = play(look=STILL)
    preview = player.preview()
    player.bot.waitUntil(lambda: picture(preview, 16) == looks(preview, "nk-02", mirror=False, small=True))
    player.press("Right")
    player.bot.waitUntil(lambda: picture(preview, 16) == looks(preview, "nk-02", mirror=True, small=True))


def test_the_first_picture_does_not_wait_for_the_preview(play):
    from tests.ui.screen import AskedFigures

    figures = AskedFigures()
    player = play(figures=figures, shown=False)
    assert figures.asked == ["nk-01"]
    player.show()
    player.bot.waitUntil(lambda: figures.asked == ["nk-01", "nk-02"])


def test_a_moving_figure_moves_and_a_still_one_stands(play, often):
    from tests.ui.screen import picture

    moving = play()
    first = picture(moving.stage())
    moving.bot.waitUntil(lambda: picture(moving.stage()) != first)
    still = play(look=STILL)
    first = picture(still.stage())
    still.bot.waitUntil(lambda: still.progress() > 0.5)
    assert picture(still.stage()) == first


def test_the_ring_the_bar_and_the_change_over_go_on(play):
    from tests.ui.screen import picture
    from unkink.ui.player.ring import Bar, Ring

    player = play(look=STILL)
    (ring,), (bar,) = player.shown(Ring), player.shown(Bar)
    assert ring.text() == "20"
    player.bot.waitUntil(lambda: ring.text() == "19")
    first = picture(bar)
    player.press("Right")
    assert ring.text() == "5", "a change-over"
    assert picture(bar) != first


def test_without_figures_the_words_guide(play, capsys):
    from tests.ui.screen import NoFigures

    figures = NoFigures()
    player = play(figures=figures)
    player.until(Began)
    player.bot.waitUntil(lambda: len(figures.asked) == 2)
    printed = capsys.readouterr().err
    assert printed == "A figure is missing. here.toml: nk-01\nA figure is missing. here.toml: nk-02\n"
    player.press("Right")
    assert player.words("title") == [SECOND]
    assert player.words("side") == ["Right side"]


def test_each_step_is_announced(play, monkeypatch):
    from unkink.ui.player import guide as module

    heard = []

    class Listening:
        updateAccessibility = staticmethod(lambda event: heard.append(event.message()))  # noqa: N815  Qt's name

    monkeypatch.setattr(module, "QAccessible", Listening)
    player = play(look=STILL)
    player.press("Right")
    assert len(heard) == 2
    assert heard[0].startswith("Slow look-around")
    assert heard[1].startswith(f"{SECOND} Right side Hold the edge of your seat")


def test_with_a_screen_reader_nothing_breaks_and_what_has_no_words_has_a_name(play):
    from PySide6.QtGui import QAccessible

    from unkink.ui.player.ring import Bar, Ring

    QAccessible.setActive(True)
    try:
        player = play()
        player.press("Right", "Left", "Space", "Escape")
        player = play()
        assert player.stage().accessibleName() == words.figure()
        assert [ring.accessibleName() for ring in player.shown(Ring)] == [words.time_left()]
        assert [bar.accessibleName() for bar in player.shown(Bar)] == [words.progress()]
    finally:
        QAccessible.setActive(False)


def test_an_end_right_after_a_picture_breaks_nothing(play):
    player = play(shown=False, look=STILL)
    player.stage().painted.connect(player.window.end)
    player.show()
    player.bot.waitUntil(lambda: words.back_to_work() in player.buttons())
    assert player.silent()


def test_a_step_is_told_shortly_once_there_was_time_to_read_it(play):
    from tests.ui.screen import ROUTINE, settle
    from unkink.ui.player.guide import WORDS_PER_SECOND

    player = play(look=STILL)
    exercise = ROUTINE.rounds[0].exercise
    full, brief = "\n\n".join(exercise.steps), "\n\n".join(exercise.brief)
    assert full != brief
    assert full in player.words()
    page = player.window._guide
    for _ in range(int(len(full.split()) / WORDS_PER_SECOND) + 1):
        page._session.pass_(1.0)
    page._show()
    settle()
    assert brief in player.words()
    player.press("Left")
    assert full in player.words(), "from the beginning it is told in full"
