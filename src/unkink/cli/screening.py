"""The questions about health, asked one by one in a terminal; after each the answers so far are handed on."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

import click

from unkink.catalogue.health import Tag
from unkink.cli import dialog
from unkink.domain.health import Level
from unkink.domain.screening import STRONG, Answers, Pain, Question, RedFlag, Told
from unkink.words import screening as words


class Screening:
    """Asks.

    Args:
        red_flags: the red flags there are.
        tags: the health tags there are.
        today: the day it is.
    """

    def __init__(self, red_flags: Sequence[RedFlag], tags: Sequence[Tag], today: date) -> None:
        self._red_flags, self._tags, self._today = red_flags, tags, today
        self._ask: dict[Question, Callable[[Answers], Answers]] = {
            Question.RED_FLAGS: self._flags,
            Question.PAIN: self._pains,
            Question.SENSITIVE: self._sensitive,
            Question.PREGNANCY: self._pregnancy,
            Question.GROUND: self._ground,
        }

    def asked(self, answers: Answers, questions: Sequence[Question]) -> Iterator[Answers]:
        """Yield the answers after each question; with a red flag that needs help today there is no other question.

        Raises:
            Stopped: the person stops.
        """
        for question in questions:
            click.echo(f"\n{words.question(question)}")
            answers = self._ask.get(question, lambda known, asked=question: self._told(known, asked))(answers)
            answered = tuple(each for each in Question if each in answers.answered or each is question)
            answers = replace(answers, answered=answered, on=self._today)
            yield answers
            if question is Question.RED_FLAGS and self._advised(answers) >= Level.SAME_DAY:
                return

    def _flags(self, answers: Answers) -> Answers:
        chosen = [self._red_flags[number] for number in dialog.several([flag.signs for flag in self._red_flags])]
        told = [Told(f.id, dialog.areas(words.where()) if f.level is Level.BOOK else ()) for f in chosen]
        return replace(answers, red_flags=tuple(told))

    def _advised(self, answers: Answers) -> Level:
        """Say what there is to say to the red flags, the gravest first, and return how grave it is."""
        there = {told.name for told in answers.red_flags}
        found = [flag for flag in self._red_flags if flag.id in there]
        for says in dict.fromkeys(flag.says for flag in found):
            click.secho(f"\n{says}", bold=True)
        return max((flag.level for flag in found), default=Level.NONE)

    def _pains(self, answers: Answers) -> Answers:
        found: list[Pain] = []
        while where := dialog.areas(words.hurts()):
            found.append(
                Pain(
                    areas=where,
                    since=dialog.line(words.since()),
                    strength=dialog.number(words.strength(), 0, 10) or 0,
                    spreads=dialog.yes(words.spreads(), default=False),
                    swollen=dialog.yes(words.swollen(), default=False),
                    better=dialog.line(words.better()),
                    worse=dialog.line(words.worse()),
                    said=dialog.line(words.said()),
                )
            )
            if found[-1].strength >= STRONG:
                click.echo(words.strong_pain())
            if not dialog.yes(words.another(), default=False):
                break
        return replace(answers, pains=tuple(found))

    def _sensitive(self, answers: Answers) -> Answers:
        return replace(answers, leave_out=dialog.areas(words.leave_out()), gentle=dialog.areas(words.gentle()))

    def _told(self, answers: Answers, question: Question) -> Answers:
        tags = [tag for tag in self._tags if tag.asked is question]
        chosen = [tags[number] for number in dialog.several([tag.meaning for tag in tags])]
        told = [Told(tag.name, self._where(tag)) for tag in chosen]
        return _with(answers, tags, told)

    def _where(self, tag: Tag) -> tuple[str, ...]:
        return dialog.areas(f"{tag.meaning}: {words.where()}") if tag.regional else ()

    def _pregnancy(self, answers: Answers) -> Answers:
        tags = [tag for tag in self._tags if tag.asked is Question.PREGNANCY]
        pregnant = dialog.yes(words.yes(), default=False)
        weeks = dialog.number(words.weeks(), 0, 45) if pregnant else None
        return replace(_with(answers, tags, [Told("pregnancy")] if pregnant else []), weeks=weeks)

    def _ground(self, answers: Answers) -> Answers:
        tags = [tag for tag in self._tags if tag.asked is Question.GROUND]
        told = [] if dialog.yes(words.floor(), default=True) else [Told("floor-transfer")]
        told += [] if dialog.yes(words.standing(), default=True) else [Told("no-standing")]
        return _with(answers, tags, told)


def _with(answers: Answers, about: Sequence[Tag], told: Sequence[Told]) -> Answers:
    """Return answers in which everything about some tags is as it was told just now."""
    names = {tag.name for tag in about}
    others = [each for each in answers.tags if each.name not in names]
    return replace(answers, tags=(*others, *told))
