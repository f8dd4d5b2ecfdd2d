"""The questions about health (evidence 4.2), what was answered, and what follows of it.

Nothing has to be answered. What was not answered hides nothing.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from unkink.domain.health import FIRMEST, GENTLE, Flag, Health, Level
from unkink.frozen import dataclass

STRONG = 7
"""From here on, of 10, a pain is for a clinician, and only what is gentle is left."""
ASK_AGAIN = timedelta(days=30)
"""After so long it is asked whether anything has changed."""
WEEKS = 16
"""From this week of pregnancy on nothing is done lying on the back."""


class Question(StrEnum):
    """A question, in the order they are asked; the fourth is the config's `[you]`."""

    RED_FLAGS = "Q1"
    """Is any of these there, right now or new in the last two weeks?"""
    PAIN = "Q2"
    """Any aches or pains to know about?"""
    SENSITIVE = "Q3"
    """Anywhere to leave alone, or to touch only gently?"""
    SKIN = "Q5"
    """Cuts, rashes, bruises, new injuries, hot or swollen spots?"""
    AREAS = "Q6"
    """Operations, implants, veins, numb areas, troubled joints?"""
    HEALTH = "Q7"
    """Conditions of the whole body?"""
    PREGNANCY = "Q8"
    """Pregnant, or a baby in the last three months?"""
    DIZZY = "Q9"
    """Dizzy spells, fainting, unsteady?"""
    GROUND = "Q10"
    """Is getting down to the floor comfortable; standing, or all seated?"""


class Pressure(StrEnum):
    """How much pressure a person likes."""

    LIGHT = "light"
    """Only what is gentle."""
    MEDIUM = "medium"
    """Up to moderate."""
    FIRM = "firm"
    """Up to firm, never above 5 of 10."""


@dataclass(frozen=True, slots=True)
class Told:
    """A red flag or a tag that was told, by its name, and where; without areas it is everywhere."""

    name: str
    areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pain:
    """A pain that was told of.

    Attributes:
        areas: where.
        since: how long, in words.
        strength: how strong today, 0 to 10.
        spreads: whether it spreads to an arm or a leg.
        swollen: whether it is younger than 72 hours, with swelling.
        better: what makes it better, in their words.
        worse: what makes it worse, in their words.
        said: what a clinician said, in their words.
    """

    areas: tuple[str, ...] = ()
    since: str = ""
    strength: int = 0
    spreads: bool = False
    swollen: bool = False
    better: str = ""
    worse: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class RedFlag:
    """A row of evidence 4.3.

    Attributes:
        id: its name.
        level: how soon.
        signs: what it is, in plain words.
        says: what is said to it; its first sentence is what to do.
    """

    id: str
    level: Level
    signs: str
    says: str


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered.

    Attributes:
        answered: the questions that were answered, also with nothing.
        on: the day on which the last answer was given; None before there was any.
        red_flags: the red flags that are there.
        pains: the pains that were told of.
        leave_out: areas to leave alone.
        gentle: areas to touch only gently.
        tags: the tags that were told.
        weeks: weeks of pregnancy, where they were told.
        unwell_on: the day on which they said that they are unwell.
    """

    answered: tuple[Question, ...] = ()
    on: date | None = None
    red_flags: tuple[Told, ...] = ()
    pains: tuple[Pain, ...] = ()
    leave_out: tuple[str, ...] = ()
    gentle: tuple[str, ...] = ()
    tags: tuple[Told, ...] = ()
    weeks: int | None = None
    unwell_on: date | None = None

    def to_ask(self) -> tuple[Question, ...]:
        """Return the questions that were not answered yet."""
        return tuple(question for question in Question if question not in self.answered)

    def ask_again(self, today: date) -> bool:
        """Return whether it is time to ask if anything has changed."""
        return self.on is not None and today - self.on >= ASK_AGAIN


def health(
    answers: Answers, known: Iterable[RedFlag], regional: Iterable[str], pressure: Pressure, today: date
) -> Health:
    """Return what follows of answers.

    Args:
        answers: what was answered.
        known: the red flags there are; one that is not known counts as the gravest.
        regional: the tags that mean the areas they are told with; all others mean the whole body.
        pressure: how much pressure they like.
        today: the day it is; it begins at 04:00.
    """
    levels = {flag.id: flag.level for flag in known}
    there = [(levels.get(told.name, Level.EMERGENCY), frozenset(told.areas)) for told in answers.red_flags]
    strong = any(pain.strength >= STRONG for pain in answers.pains)
    book = [areas for level, areas in there if level is Level.BOOK]
    return Health(
        level=max((level for level, _ in there), default=Level.NONE),
        seen_first=frozenset().union(*book) if all(book) else frozenset(),
        flags=tuple(_flags(answers, frozenset(regional))),
        leave_out=frozenset(answers.leave_out),
        gentle=frozenset(answers.gentle),
        touch_limit={Pressure.LIGHT: GENTLE, Pressure.MEDIUM: 2, Pressure.FIRM: FIRMEST}[pressure],
        gentle_only=strong,
        unwell=answers.unwell_on == today,
    )


def _flags(answers: Answers, regional: frozenset[str]) -> Iterable[Flag]:
    for told in answers.tags:
        yield Flag(told.name, frozenset(told.areas) if told.name in regional else frozenset())
    for pain in answers.pains:
        if pain.spreads:
            yield Flag("spine-condition")
        if pain.swollen:
            yield Flag("acute-injury", frozenset(pain.areas))
    pregnant = any(told.name == "pregnancy" for told in answers.tags)
    if pregnant and (answers.weeks is None or answers.weeks >= WEEKS):
        yield Flag("pregnancy-16w")
