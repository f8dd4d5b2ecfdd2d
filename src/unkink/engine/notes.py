"""What notifications say: a break on offer, a posture cue, a question."""

from unkink.domain.body import Position
from unkink.domain.cards import Answer, Question
from unkink.domain.choose import Choice
from unkink.domain.deck import Cue, Deck, Row
from unkink.domain.effects import Cause, Offer
from unkink.domain.units import Seconds
from unkink.ports import Button, Key, Note, Topic
from unkink.words import cards as card_words
from unkink.words import offer as words

_ANSWERS = {
    Question.RHYTHM: (Answer.FEWER, Answer.SAME, Answer.DIFFERENT),
    Question.QUIET: (Answer.RESUME, Answer.STAY),
}
"""What can be answered to each question, the first button first."""
_AT = {Cause.CALL_OVER: Row.AFTER_CALL, Cause.RETURN: Row.RETURN}


def offer_note(offer: Offer, choice: Choice, desk: Seconds, deck: Deck) -> Note:
    """Return the notification that offers a break.

    Args:
        offer: what is offered.
        choice: the routine it stands for.
        desk: desk time of `move`.
        deck: the cues that suit the person; some of them are words for a prompt.
    """
    buttons = [Button("start", words.start())]
    if offer.snoozes:
        middle = offer.snoozes[min(1, len(offer.snoozes) - 1)]
        buttons.append(Button(f"snooze {middle:g}", words.snooze(middle)))
    buttons.append(Button("skip", words.not_now()))
    said = _said(offer, choice, deck)
    return Note(Key(Topic.OFFER, offer.id), said or words.title(desk), words.line(choice), tuple(buttons))


def cue_note(number: int, cue: Cue, *, can_do: bool) -> Note:
    """Return the notification that shows a cue: one short line, and at most two buttons."""
    do = (Button(f"do {cue.do}", card_words.do_it()),) if can_do else ()
    return Note(Key(Topic.CUE, number), cue.text, "", (*do, Button("skip", words.not_now())), quiet=True)


def question_note(question: Question) -> Note:
    """Return the notification that asks a question."""
    buttons = tuple(Button(answer.value, card_words.answer(answer)) for answer in _ANSWERS[question])
    return Note(Key(Topic.QUESTION, question.value), card_words.title(question), card_words.question(question), buttons)


def _said(offer: Offer, choice: Choice, deck: Deck) -> str:
    """Return what the deck has to say to such a routine at such a moment; empty where it has nothing that fits."""
    if offer.cause is Cause.ASKED:
        return ""
    steps = choice.routine.steps
    named = {choice.routine.id, *(step.exercise.id for step in steps)}
    on_feet = any(step.exercise.position is Position.STANDING for step in steps)
    row = _AT.get(offer.cause, Row.BREAK)
    fitting = [cue.text for cue in deck if row in cue.rows and (cue.do in named or (on_feet and cue.any_routine))]
    return fitting[offer.id % len(fitting)] if fitting else ""
