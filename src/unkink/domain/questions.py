"""What unkink asks a person about itself, so that nothing goes on for ever that they do not want.

A card asks "fewer, same, different?" in the morning after a day with many refusals, after some days away, and on a few
days while everything is new. Whether an open-ended pause is to go on is asked each morning. A question waits for a
pause in input, where input is known; it stays until it is answered, overtaken or the day is over.
"""

from datetime import date

from unkink.domain import effects as do
from unkink.domain import events
from unkink.domain.cards import Question
from unkink.domain.cue_stages import View
from unkink.domain.holds import Holds, Why
from unkink.domain.hours import day_of
from unkink.domain.offers import next_looks, pausing
from unkink.domain.units import Instant, Moment
from unkink.frozen import dataclass, replace

MANY = 6
"""Refusals in a day, of prompts and cues together, after which the next morning asks."""
LONG_AWAY = 3
"""Days without anybody after which the first one asks."""
REVIEWS = (7, 21, 45)
"""The days of use on which is asked whether all is well: effects fade (evidence N11)."""


@dataclass(frozen=True, slots=True)
class Questions:
    """What is asked, and what may have to be.

    Attributes:
        day: the last day on which there was anybody; it begins at 04:00.
        refusals: how many offers and cues were refused or ignored on it.
        pending: the questions that wait for a good moment.
        asked: the questions that are on the screen.
    """

    day: date
    refusals: int = 0
    pending: tuple[Question, ...] = ()
    asked: tuple[Question, ...] = ()


def start(at: Moment) -> Questions:
    """Return what is asked of somebody who has just begun: nothing."""
    return Questions(day_of(at.local))


def step(
    questions: Questions,
    event: events.Event,
    done: tuple[do.Effect, ...],
    view: View,
    holds: Holds,
    days: int,
) -> tuple[Questions, tuple[do.Effect, ...]]:
    """Return the questions after `event` and what is `done` about breaks and cues; and what is to do.

    Args:
        questions: what was asked.
        event: what happened.
        done: what follows of it elsewhere.
        view: what a cue looks at too.
        holds: why it is quiet.
        days: on how many days there has been anybody, today counted.
    """
    refused = sum(isinstance(effect, do.Refused | do.Ignored | do.CueRefused) for effect in done)
    if refused:
        questions = replace(questions, refusals=questions.refusals + refused)
    out: list[do.Effect] = []
    questions = _void(_morning(questions, view, holds, days, out), event, holds, out)
    if questions.pending and _good_moment(view, holds):
        out += [do.PutQuestion(question) for question in questions.pending]
        questions = replace(questions, pending=(), asked=(*questions.asked, *questions.pending))
    return questions, tuple(out)


def _morning(questions: Questions, view: View, holds: Holds, days: int, out: list[do.Effect]) -> Questions:
    """Find what is to be asked on a new day, at its first sign of somebody, within hours."""
    scene = view.scene
    there = scene.at_desk and (scene.still is None or scene.believed)
    day = day_of(scene.at.local)
    if not there or day <= questions.day or not view.open:
        return questions
    out += [do.DropQuestion(question) for question in questions.asked]
    often = questions.refusals >= MANY or (day - questions.day).days >= LONG_AWAY or days in REVIEWS
    pending = [Question.RHYTHM] if often else []
    if _open_ended(holds):
        pending.append(Question.QUIET)
    return Questions(day, 0, tuple(pending))


def _void(questions: Questions, event: events.Event, holds: Holds, out: list[do.Effect]) -> Questions:
    """Forget what was answered, and what asks about a pause that is over."""
    if not questions.asked and not questions.pending:
        return questions
    gone = [question for question in Question if isinstance(event, events.Answered) and event.question is question]
    if not _open_ended(holds):
        gone.append(Question.QUIET)
    if not any(question in gone for question in (*questions.asked, *questions.pending)):
        return questions
    out += [do.DropQuestion(question) for question in questions.asked if question in gone]
    return replace(
        questions,
        pending=tuple(question for question in questions.pending if question not in gone),
        asked=tuple(question for question in questions.asked if question not in gone),
    )


def _open_ended(holds: Holds) -> bool:
    return any(hold.why is Why.PAUSED and hold.until is None and hold.until_local is None for hold in holds.reasons)


def _good_moment(view: View, holds: Holds) -> bool:
    """Return whether a question may come now. The pause it asks about does not keep it back; everything else does."""
    scene = view.scene
    others = any(hold.why is not Why.PAUSED for hold in holds.reasons)
    if others or not scene.at_desk or scene.margin is not None or scene.at.now < view.quiet_until:
        return False
    return not scene.known or pausing(scene) is not None


def waits_for_pause(questions: Questions) -> bool:
    """Return whether a pause in input would matter now."""
    return bool(questions.pending)


def deadlines(questions: Questions, view: View) -> list[Instant]:
    """Return the instants at which time alone may change something."""
    if not questions.pending:
        return []
    return [instant for instant in (view.quiet_until, *next_looks(view.scene)) if instant > view.scene.at.now]
