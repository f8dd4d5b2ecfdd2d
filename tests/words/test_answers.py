"""What the command line is answered: each answer whole, so that a word that changes is seen."""

import pytest

from unkink.words import answers


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (answers.trouble("x"), "look at: x"),
        (answers.on_offer("Neck ease"), "On offer: Neck ease"),
        (answers.offered("Neck ease"), "Offered: Neck ease"),
        (answers.offered(""), "Nothing fits right now."),
        (answers.starting("Neck ease"), "Starting: Neck ease"),
        (answers.on_a_break(), "A routine is on already."),
        (answers.nothing_on_offer(), 'No break is on offer. "unkink break" asks for one.'),
        (answers.no_routine("r99"), 'There is no routine "r99". "unkink routines list" tells which there are.'),
        (
            answers.no_more_snoozes(),
            "That was the last snooze in this row: start it, or say Not now. Both are fine.",
        ),
        (answers.wrong_length("x", "longer than nothing"), '"x" was not understood; it must be longer than nothing.'),
        (answers.longer_than_nothing(), "longer than nothing"),
        (answers.snoozed(60), "Snoozed for 1 min."),
        (answers.snoozed(5400), "Snoozed for 1 h 30 min."),
        (answers.skipped("Next break in 1 h"), "All right. Next break in 1 h."),
        (answers.counted(), "That counted."),
        (answers.not_paused("Next break in 1 h"), "Nothing was paused. Next break in 1 h."),
        (answers.unknown("dance"), 'This daemon does not know "dance"; is it of an older version?'),
        (answers.already_running(42), "unkink is running already (process 42)."),
        (answers.already_running(None), "unkink is running already."),
        (answers.ended(), "unkink has ended."),
        (answers.stopping(), "unkink ends."),
        (answers.opening("/a/b"), "Opening /a/b."),
    ],
)
def test_every_answer_is_a_whole_sentence(said, text):
    assert said == text


@pytest.mark.parametrize(
    ("port", "name", "reason", "hint", "ok", "text"),
    [
        ("tray", "sni", "", "", True, "tray: sni"),
        ("tray", "sni", "waits for a panel", "", True, "tray: sni (waits for a panel)"),
        ("notifications", "none", "no bus", "", False, "notifications: none (no bus)"),
        (
            "idle",
            "x11",
            "no display",
            "apt install it",
            False,
            "input: x11, not working (no display) – apt install it",
        ),
        ("idle", "none", "", "install it", False, "input: none – install it"),
        ("player", "window", "", "", True, "routines: window"),
        ("history", "sqlite", "disk full", "", False, "history: sqlite, not working (disk full)"),
        ("new one", "x", "", "", True, "new one: x"),
    ],
)
def test_how_a_part_does_says_its_name_why_and_what_would_help(port, name, reason, hint, ok, text):
    assert answers.adapter(port, name, reason, hint, ok) == text
