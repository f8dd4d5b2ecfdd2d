"""The ring, the bar, the words and the buttons."""

import pytest

from unkink.ui.theme import DARK, LIGHT


@pytest.fixture
def shown(qtbot):
    """Return what shows a widget."""

    def show(widget, size=None):
        qtbot.addWidget(widget)
        if size:
            widget.resize(*size)
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return show


@pytest.fixture(params=[LIGHT, DARK], ids=lambda theme: theme.name)
def theme(request):
    return request.param


def all_differ(pictures):
    return all(one != other for n, one in enumerate(pictures) for other in pictures[:n])


def test_the_ring_shows_the_time_that_is_left(shown, theme):
    from tests.ui.screen import picture
    from unkink.ui.player.ring import Ring

    ring = shown(Ring(theme))
    pictures = []
    for left, of, changing in [
        (20, 20, False),
        (19.5, 20, False),
        (5, 20, False),
        (5, 5, True),
        (0, 20, False),
        (40, 160, False),
    ]:
        ring.set_time(left, of, changing=changing)
        pictures.append(picture(ring))
    assert all_differ(pictures), "the last has the same arc as the third, and another number"
    top = [image.pixelColor(64, 4).name() for image in (pictures[2], pictures[3])]
    assert top[1] == theme.side.lower()
    assert pictures[2].pixelColor(10, 40).name() == theme.accent.lower(), "a quarter is left"
    assert pictures[2].pixelColor(118, 40).name() == theme.track.lower()


def test_the_seconds_are_rounded_up(shown):
    from unkink.ui.player.ring import Ring

    ring = Ring(LIGHT)
    shown(ring)
    texts = []
    for left in (20, 19.9, 19.1, 19, 0.1, 0):
        ring.set_time(left, 20, changing=False)
        texts.append(ring.text())
    assert texts == ["20", "20", "20", "19", "1", "0"]


def test_the_ring_is_painted_only_where_something_is_seen_to_change(shown, qtbot):
    from tests.ui.screen import Paints, settle
    from unkink.ui.player.ring import Ring

    ring = shown(Ring(LIGHT))
    ring.set_time(20, 60, changing=False)
    settle()
    paints = Paints(ring)
    ring.set_time(19.99, 60, changing=False)
    settle()
    assert paints.count == 0
    for left, of, changing in [(19, 60, False), (18.8, 60, False), (18.8, 60, True)]:
        count = paints.count
        ring.set_time(left, of, changing=changing)
        qtbot.waitUntil(lambda count=count: paints.count == count + 1)


def test_the_bar_has_a_piece_for_each_round(shown, theme):
    from tests.ui.screen import picture
    from unkink.ui.player.ring import Bar

    bar = shown(Bar(theme), (205, 8))
    pictures = [picture(bar)]
    for shares in [(0, 0), (0.5, 0), (1, 0), (1, 0.5), (1, 1)]:
        bar.set_pieces(list(zip((10, 30), shares, strict=True)))
        pictures.append(picture(bar))
    assert all_differ(pictures)
    back = pictures[0].pixelColor(52, 4).name()
    colours = [pictures[3].pixelColor(x, 4).name() for x in (25, 52, 100, 200)]
    assert colours == [theme.accent.lower(), back, theme.track.lower(), theme.track.lower()]


def test_the_bar_is_painted_only_where_something_changes(shown, qtbot):
    from tests.ui.screen import Paints, settle
    from unkink.ui.player.ring import Bar

    bar = shown(Bar(LIGHT), (200, 8))
    bar.set_pieces([(10, 0.5)])
    settle()
    paints = Paints(bar)
    bar.set_pieces([(10, 0.5)])
    settle()
    assert paints.count == 0
    bar.set_pieces([(10, 0.6)])
    qtbot.waitUntil(lambda: paints.count == 1)


def words(text="Turn your head slowly to look over one shoulder, only as far as is easy."):
    from unkink.ui.player.parts import Words

    made = Words()
    made.setText(text)
    return made


def test_words_are_as_large_as_there_is_room(shown):
    some = shown(words(), (300, 400))
    assert some.font().pixelSize() == 20
    some.resize(300, 45)
    assert 12 < some.font().pixelSize() < 20
    assert some.heightForWidth(300) <= 45
    some.resize(300, 400)
    assert some.font().pixelSize() == 20


def test_words_shrink_for_a_longer_text_and_grow_again(shown):
    some = shown(words("Breathe."), (300, 60))
    assert some.font().pixelSize() == 20
    some.setText("Turn your head slowly to look over one shoulder, only as far as is easy, and stay there.")
    assert some.font().pixelSize() < 20
    some.setText("Breathe.")
    assert some.font().pixelSize() == 20


def test_words_never_get_too_small_to_read(shown):
    assert shown(words("Breathe. " * 100), (200, 60)).font().pixelSize() == 12


def test_a_label_wraps_and_has_its_style(shown):
    from unkink.ui.player.parts import label

    some = shown(label("soft", "a good many words in a narrow place"), (80, 200))
    assert some.objectName() == "soft"
    assert some.heightForWidth(80) > 2 * some.fontMetrics().height()


def test_a_button_calls_with_nothing_and_the_first_stands_out(shown, qtbot):
    from PySide6.QtCore import Qt

    from unkink.ui.player.parts import button

    pressed = []
    some = shown(button("Go", lambda *more: pressed.append(more)))
    assert some.objectName() == ""
    assert not some.autoDefault()
    qtbot.mouseClick(some, Qt.MouseButton.LeftButton)
    assert pressed == [()]
    first = shown(button("Go", list, first=True))
    assert first.objectName() == "first"
