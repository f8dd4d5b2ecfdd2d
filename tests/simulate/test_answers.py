"""How the simulated person answers."""

import pytest

from tests.script import rules
from tests.simulate.living import told, trace
from unkink.domain.rules import Kind
from unkink.simulate.answers import mood_of

DAY = ("09:00:00 active,", "10:01:00 idle,", "10:01:06 active,")
"""Due at ten; a pause at 10:01."""


def after_the_prompt(*rows: str, answers: str = "start", **more) -> list[str]:
    lines = told(trace(*DAY, *rows), answers=answers, **more)
    return lines[lines.index("10:01:04 prompt move") + 1 :]


def test_who_starts_does_it_to_the_end():
    assert after_the_prompt("10:10:00 off,") == ["10:01:24 start move", "10:03:24 done move"]


def test_a_break_of_another_length_takes_as_long():
    rows = after_the_prompt("10:10:00 off,", rules=rules(kinds=(Kind("move", 3600, 90),)))
    assert rows == ["10:01:24 start move", "10:02:54 done move"]


def test_who_skips_says_not_now():
    assert after_the_prompt("10:10:00 off,", answers="skip") == ["10:01:24 skip move"]


def test_who_ignores_lets_it_pass():
    assert after_the_prompt("10:23:10 off,", answers="ignore") == [
        "10:03:04 withdraw move",
        "10:23:04 prompt move",
    ]


def test_an_answer_before_the_prompt_is_for_the_next_one():
    lines = told(trace("09:00:00 active,", "09:30:00 answer,skip", *DAY[1:], "10:10:00 off,"))
    assert lines[-1] == "10:01:24 skip move"


def test_an_answer_is_for_the_prompt_that_is_open():
    assert after_the_prompt("10:01:10 answer,skip", "10:08:00 off,") == ["10:01:10 skip move"]


@pytest.mark.parametrize(
    ("answer", "due"), [("snooze", "10:11:10"), ("snooze 5m", "10:06:10"), ("snooze 15m", "10:16:10")]
)
def test_a_snooze_is_as_long_as_it_says_and_else_the_middle_one(answer, due):
    lines = after_the_prompt(f"10:01:10 answer,{answer}", "10:20:00 off,")
    assert f"{due} due move" in lines


def test_the_row_wins_over_the_mood_and_is_used_up():
    lines = after_the_prompt("10:01:10 answer,skip", "11:02:00 idle,", "11:02:06 active,", "11:10:00 off,")
    assert lines == [
        "10:01:10 skip move",
        "11:00:10 warn move",
        "11:01:10 due move",
        "11:02:04 prompt move",
        "11:02:24 start move",
        "11:04:24 done move",
    ]


def test_ignoring_a_prompt_is_ignoring_it_when_it_is_asked_again():
    lines = after_the_prompt("10:01:10 answer,ignore", "10:30:00 off,")
    assert lines == [
        "10:03:04 withdraw move",
        "10:23:04 prompt move",
        "10:25:04 withdraw move",
        "10:25:04 ignored move",
    ]


def test_the_prompt_after_one_that_was_ignored_is_answered_as_ever():
    lines = after_the_prompt("10:01:10 answer,ignore", "11:40:00 off,")
    assert lines[-3:] == ["11:35:04 prompt move", "11:35:24 start move", "11:37:24 done move"]


def test_what_was_asked_for_is_started_too():
    lines = told(trace("09:00:00 active,", "09:10:00 say,break", "09:20:00 off,"))
    assert lines == ["09:10:00 prompt move", "09:10:20 start move", "09:12:20 done move"]


def test_a_mixed_mood_is_the_same_for_the_same_seed_and_does_everything():
    def drawn(seed: int) -> list[str]:
        mood = mood_of(f"mix:{seed}")
        return [mood()[0].word for _ in range(60)]

    assert drawn(7) == drawn(7)
    assert drawn(7) != drawn(8)
    assert set(drawn(7)) == {"start", "snooze", "skip", "ignore"}


@pytest.mark.parametrize("text", ["often", "mix", "mix:", "mix:-1", "mix:x", "start:7", ""])
def test_there_is_no_other_mood(text):
    with pytest.raises(ValueError, match="there are start, skip, ignore, mix:7"):
        mood_of(text)
