"""Keys and buttons of the player's window do the same, whatever was pressed before."""

import pytest

from unkink.words import window as words

FIRST, SECOND = "Slow look-around", "Ear-to-shoulder stretch"


@pytest.fixture
def player(play, often):
    """A player at its beginning that tells every 20 ms how much is done."""
    player = play()
    player.progress()
    return player


def stands(player):
    """Return whether no time passes."""
    before = player.progress()
    return player.progress(5) == before


PAUSE = [lambda player: player.press("Space"), lambda player: player.click(player.buttons()[1])]
SKIP = [lambda player: player.press("Right"), lambda player: player.click(words.skip())]
BACK = [lambda player: player.press("Left"), lambda player: player.click(words.back())]
END = [lambda player: player.press("Escape"), lambda player: player.click(words.finish())]
BOTH = pytest.mark.parametrize("by", [0, 1], ids=["by key", "by button"])


@BOTH
def test_a_pause_and_going_on(player, by):
    assert not stands(player)
    PAUSE[by](player)
    assert player.buttons()[1] == words.go_on()
    assert stands(player)
    PAUSE[by](player)
    assert player.buttons()[1] == words.pause()
    assert not stands(player)


def test_in_a_pause_nothing_is_woken_for_a_picture(player):
    assert player.timers_of_pictures() == 1
    player.press("Space")
    assert player.timers_of_pictures() == 0
    player.press("Space", "Escape")
    assert player.timers_of_pictures() == 0


@BOTH
def test_on_and_back(player, by):
    assert player.words("title") == [FIRST]
    SKIP[by](player)
    assert player.words("title") == [SECOND]
    BACK[by](player)
    assert player.words("title") == [FIRST]
    BACK[by](player)
    assert player.words("title") == [FIRST]
    assert player.outcomes() == []


@BOTH
def test_in_a_pause_on_and_back_work_and_it_is_still_a_pause(player, by):
    PAUSE[by](player)
    SKIP[by](player)
    assert player.words("title") == [SECOND]
    assert stands(player)
    BACK[by](player)
    assert player.words("title") == [FIRST]
    assert stands(player)


@BOTH
def test_skipping_all_of_it_is_an_end_but_no_finish(player, by):
    for _ in range(3):
        assert player.outcomes() == []
        SKIP[by](player)
    assert player.outcomes() == [(False, "")]
    assert player.words("big")


@BOTH
def test_an_end_is_kind_and_a_second_one_closes(player, by):
    END[by](player)
    assert player.outcomes() == [(False, "")]
    assert not player.closed
    assert words.back_to_work() in player.buttons()
    player.press("Escape")
    assert player.closed
    assert not player.window.isVisible()
    assert player.outcomes() == [(False, "")]


def test_on_the_last_page_the_keys_of_the_routine_do_nothing(player):
    player.press("Escape")
    player.press("Space", "Left", "Right")
    assert player.silent()
    assert player.window.isVisible()


def test_an_end_in_a_pause(player):
    player.press("Space", "Escape")
    assert player.outcomes() == [(False, "")]


def test_right_held_down_skips_one_step(player):
    player.hold("Right")
    assert player.words("side") == ["Right side"]


def test_left_held_down_goes_back_one_step(player):
    player.press("Right", "Right")
    player.hold("Left")
    assert player.words("side") == ["Right side"]


def test_space_held_down_pauses(player):
    player.hold("Space")
    assert player.buttons()[1] == words.go_on()


def test_escape_held_down_ends_and_does_not_close(player):
    player.hold("Escape")
    assert player.outcomes() == [(False, "")]
    assert not player.closed


def test_a_key_that_means_nothing_does_nothing(player):
    before = player.words("title"), player.buttons()
    player.press("A", "Return", "Up", "Down", "F5")
    assert (player.words("title"), player.buttons()) == before
    assert not stands(player)


def test_after_a_click_space_pauses(player):
    player.click(words.skip())
    player.press("Space")
    assert player.words("side") == ["Right side"], "it did not skip"
    assert player.buttons()[1] == words.go_on()


def test_after_a_click_the_arrows_go_on_and_back(player):
    player.click(words.pause())
    player.press("Right")
    assert player.words("title") == [SECOND]
    player.press("Left")
    assert player.words("title") == [FIRST]


def test_where_a_button_has_the_keyboard_the_arrows_go_on_and_back(player):
    player.press("Tab", "Right")
    assert player.words("title") == [SECOND]
    player.press("Left")
    assert player.words("title") == [FIRST]


def test_enter_presses_the_button_that_has_the_keyboard(player):
    player.press("Tab", "Tab", "Return")
    assert player.buttons()[1] == words.go_on(), "Tab reaches Back, then Pause"
