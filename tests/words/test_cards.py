"""Questions and cues: each is kind, can be answered, and says what its buttons do."""

import pytest

from unkink.catalogue.cues import load_cues
from unkink.domain.cards import Answer, Question
from unkink.engine.notes import cue_note, question_note
from unkink.words import cards


@pytest.mark.parametrize(
    ("asked", "title", "text"),
    [
        (
            Question.RHYTHM,
            "How are the breaks for you?",
            "Fewer, the same, or something different? Fresh start whenever you like.",
        ),
        (
            Question.QUIET,
            "Still paused",
            "unkink has been quiet since you asked for it. Is that still right?",
        ),
    ],
)
def test_each_question_has_a_title_and_its_words(asked, title, text):
    assert (cards.title(asked), cards.question(asked)) == (title, text)


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (Answer.FEWER, "Fewer"),
        (Answer.SAME, "The same"),
        (Answer.DIFFERENT, "Settings…"),
        (Answer.RESUME, "Resume"),
        (Answer.STAY, "Stay quiet"),
    ],
)
def test_each_answer_has_its_label(given, text):
    assert cards.answer(given) == text


@pytest.mark.parametrize("asked", Question)
def test_every_question_can_be_answered_and_blames_nobody(asked):
    note = question_note(asked)
    assert len(note.buttons) >= 2
    assert len({button.label for button in note.buttons}) == len(note.buttons)
    assert {button.id for button in note.buttons} <= set(Answer)
    assert not note.quiet, "it stays until it is answered"
    said = f"{note.title} {note.body}".lower()
    assert "?" in said
    for word in ("!", "must", "should", "skipped", "ignored", "missed", "refused", "failed", "dismissed", "again?"):
        assert word not in said, word


def test_every_answer_belongs_to_one_question():
    found = [Answer(button.id) for asked in Question for button in question_note(asked).buttons]
    assert sorted(found) == sorted(Answer)


@pytest.mark.parametrize("cue", load_cues(), ids=lambda cue: cue.id)
def test_a_cue_says_its_text_and_nothing_else(cue):
    can, cannot = cue_note(3, cue, can_do=True), cue_note(3, cue, can_do=False)
    assert (can.title, can.body) == (cannot.title, cannot.body) == (cue.text, "")
    assert [button.label for button in can.buttons] == ["Do it", "Not now"]
    assert [button.label for button in cannot.buttons] == ["Not now"]
    assert can.buttons[0].id == f"do {cue.do}"
    assert can.quiet
    assert cannot.quiet
