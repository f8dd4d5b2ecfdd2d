"""The rules a person set: kinds of break, waits, snoozes, hours."""

from dataclasses import field
from enum import StrEnum

from unkink.domain.deck import Deck
from unkink.domain.hours import Hours
from unkink.domain.units import MINUTE, Seconds
from unkink.frozen import dataclass


class AfterWait(StrEnum):
    """What happens when no pause came while a break was due."""

    PROMPT = "prompt"
    """The prompt comes anyway."""
    BADGE = "badge"
    """Only the icon tells."""


class Surface(StrEnum):
    """Where a prompt appears."""

    NOTIFICATION = "notification"
    """A desktop notification, and the icon."""
    ICON = "icon"
    """The icon alone."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of break.

    Attributes:
        name: what the user calls it; `move` is the one every user has.
        every: desk time between breaks of this kind, in seconds.
        length: how long its routines may be, in seconds (a quarter more is allowed).
        what: `any`, a place (`desk`, `room`, `floor`), `roller`, an area, or a routine's id.
        surface: where its prompts appear.
    """

    name: str
    every: Seconds
    length: Seconds
    what: str = "any"
    surface: Surface = Surface.NOTIFICATION


@dataclass(frozen=True, slots=True)
class Appointment:
    """A routine at a fixed local time on some weekdays.

    Attributes:
        name: a label that stays the same while the rule does.
        days: weekday numbers, Monday is 0.
        at: minutes after midnight.
        what: a routine's id or an area.
    """

    name: str
    days: tuple[int, ...]
    at: int
    what: str


@dataclass(frozen=True, slots=True)
class Quiet:
    """Which of what is observed keeps unkink quiet; that a call is sitting is believed all the same."""

    calls: bool = True
    full_screen: bool = True
    do_not_disturb: bool = True
    screen_sharing: bool = True


@dataclass(frozen=True, slots=True)
class CueRules:
    """What the posture cues obey.

    Attributes:
        enabled: whether there are any.
        per_hour: how many in any hour.
        per_day: how many in a day.
        min_gap: seconds between two.
        eyes: whether the eyes are asked to look far away now and then.
        standing_every: desk time after which somebody who stands is asked to change, in seconds.
        deck: the cues that suit the person.
    """

    enabled: bool = True
    per_hour: int = 2
    per_day: int = 10
    min_gap: Seconds = 15 * MINUTE
    eyes: bool = False
    standing_every: Seconds = 35 * MINUTE
    deck: Deck = ()


MOVE = Kind("move", every=60 * MINUTE, length=2 * MINUTE)


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything the domain obeys. Durations are in seconds.

    Attributes:
        kinds: the kinds of break; the first is `move`.
        warn_before: how long before a break is due the icon changes.
        wait_for_pause: desk time a due break waits for a breakpoint.
        after_wait: what happens when none came.
        away_after: how long without presence is an absence, and a break.
        watching_counts: whether a film or a talk counts as sitting.
        snooze: the lengths offered.
        max_snoozes: how many in a row.
        remind_once_after: from a prompt withdrawn unanswered to the one more.
        learn: whether good moments are learned from what was accepted.
        hours: when unkink may speak.
        quiet: what keeps it quiet.
        cues: what the posture cues obey.
        appointments: fixed times.
    """

    kinds: tuple[Kind, ...] = (MOVE,)
    warn_before: Seconds = MINUTE
    wait_for_pause: Seconds = 10 * MINUTE
    after_wait: AfterWait = AfterWait.PROMPT
    away_after: Seconds = 5 * MINUTE
    watching_counts: bool = True
    snooze: tuple[Seconds, ...] = (5 * MINUTE, 10 * MINUTE, 15 * MINUTE)
    max_snoozes: int = 3
    remind_once_after: Seconds = 10 * MINUTE
    learn: bool = True
    hours: Hours = field(default_factory=Hours)
    quiet: Quiet = field(default_factory=Quiet)
    cues: CueRules = field(default_factory=CueRules)
    appointments: tuple[Appointment, ...] = ()
