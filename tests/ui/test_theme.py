"""Colours can be read: a contrast of 4.5 for words, 3 for what only has to be seen."""

import pytest

from unkink.ui.theme import DARK, LIGHT, contrast, style


def test_contrast_is_what_it_is_known_to_be():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#FFFFFF", "#FFFFFF") == 1


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_words_can_be_read(theme):
    for words, below in [
        (theme.ink, theme.back),
        (theme.soft, theme.back),
        (theme.on_accent, theme.accent),
        (theme.on_side, theme.side),
        (theme.ink, theme.button),
        (theme.ink, theme.button_hover),
    ]:
        assert contrast(words, below) >= 4.5, (words, below)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_what_moves_can_be_seen(theme):
    for seen, below in [(theme.accent, theme.track), (theme.side, theme.track), (theme.focus, theme.back)]:
        assert contrast(seen, below) >= 3, (seen, below)


def test_the_style_sheet_has_the_colours_of_its_theme():
    assert DARK.back in style(DARK)
    assert LIGHT.back not in style(DARK)
