"""What cues and questions say besides their own text."""

from unkink.domain.cards import Answer, Question
from unkink.words.language import _

_TITLES = {
    Question.RHYTHM: _("How are the breaks for you?"),
    Question.QUIET: _("Still paused"),
}
_QUESTIONS = {
    Question.RHYTHM: _("Fewer, the same, or something different? Fresh start whenever you like."),
    Question.QUIET: _("unkink has been quiet since you asked for it. Is that still right?"),
}
_ANSWERS = {
    Answer.FEWER: _("Fewer"),
    Answer.SAME: _("The same"),
    Answer.DIFFERENT: _("Settings…"),
    Answer.RESUME: _("Resume"),
    Answer.STAY: _("Stay quiet"),
}


def title(asked: Question) -> str:
    """Return the title of a question."""
    return _TITLES[asked]


def question(asked: Question) -> str:
    """Return a question."""
    return _QUESTIONS[asked]


def answer(given: Answer) -> str:
    """Return the label of an answer."""
    return _ANSWERS[given]


def do_it() -> str:
    """Return the label of a cue's first button."""
    return _("Do it")
