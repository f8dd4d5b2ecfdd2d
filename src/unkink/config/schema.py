"""Every key there is, once: its type, its range, its default and what it does.

Reading, checking, the example file and the settings window all take what they know from here.
"""

from collections.abc import Iterator
from dataclasses import MISSING, Field, field, fields
from typing import Any

from unkink.config.values import Clock, Duration, ListOf, OneOf, Stretch, Switch, Text, ValueType, Whole
from unkink.domain.body import AREAS, KIT, Position, Technique
from unkink.domain.hours import WEEKDAYS, Range
from unkink.domain.rules import AfterWait, Surface
from unkink.domain.screening import Pressure
from unkink.domain.units import DAY, HOUR, MINUTE, Seconds
from unkink.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """What is known of one key.

    Attributes:
        type: what it may be.
        help: what it does, a sentence or two.
        required: whether it has no default.
    """

    type: ValueType
    help: str
    required: bool = False


def key(type_: ValueType, default: object, help_: str) -> Any:
    """Declare a key with its default, already read."""
    return field(default=default, metadata={"key": Key(type_, help_)})


def needed(type_: ValueType, help_: str) -> Any:
    """Declare a key that has no default."""
    return field(metadata={"key": Key(type_, help_, required=True)})


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often breaks are offered, and how patiently."""

    move_every: Seconds = key(Duration(10 * MINUTE, 4 * HOUR), 60 * MINUTE, "Desk time between breaks.")
    length: Seconds = key(
        Duration(30, 10 * MINUTE), 2 * MINUTE, "How long a routine may be; a quarter more is let pass."
    )
    warn_before: Seconds = key(Duration(0, 10 * MINUTE), MINUTE, "How long before a break the icon changes.")
    wait_for_pause: Seconds = key(
        Duration(0, HOUR), 10 * MINUTE, "How long a due break waits for you to pause before it is offered anyway."
    )
    after_wait: str = key(
        OneOf(tuple(AfterWait)),
        AfterWait.PROMPT.value,
        'What happens when you did not pause: "prompt" asks anyway, "badge" only turns the icon amber.',
    )
    away_after: Seconds = key(
        Duration(2 * MINUTE, 30 * MINUTE), 5 * MINUTE, "Away this long counts as a break, by itself."
    )
    watching_counts: bool = key(Switch(), True, "Whether watching a film or a talk counts as sitting.")
    snooze: tuple[Seconds, ...] = key(
        ListOf(Duration(MINUTE, 2 * HOUR), 1, 5),
        (5 * MINUTE, 10 * MINUTE, 15 * MINUTE),
        "The snoozes on offer; the second one has the button.",
    )
    max_snoozes: int = key(Whole(0, 10), 3, "How many snoozes in a row.")
    learn: bool = key(
        Switch(), True, "Whether kinds of moment that you rarely accept are passed over for half the wait."
    )


@dataclass(frozen=True, slots=True)
class Prompts:
    """How breaks are offered."""

    surface: str = key(
        OneOf(tuple(Surface)),
        Surface.NOTIFICATION.value,
        'Where an offer appears: "notification", or "icon" for the tray icon alone.',
    )
    remind_once_after: Seconds = key(
        Duration(5 * MINUTE, 2 * HOUR), 10 * MINUTE, "When an unanswered offer is made once more."
    )


@dataclass(frozen=True, slots=True)
class Week:
    """When unkink may speak. No day named: always. As soon as one is named, a day left out is quiet."""

    mon: tuple[Range, ...] = key(ListOf(Stretch()), (), 'Monday, such as ["09:00-12:30", "13:15-17:30"].')
    tue: tuple[Range, ...] = key(ListOf(Stretch()), (), "Tuesday.")
    wed: tuple[Range, ...] = key(ListOf(Stretch()), (), "Wednesday.")
    thu: tuple[Range, ...] = key(ListOf(Stretch()), (), "Thursday.")
    fri: tuple[Range, ...] = key(ListOf(Stretch()), (), "Friday.")
    sat: tuple[Range, ...] = key(ListOf(Stretch()), (), 'Saturday; "22:00-06:00" reaches into Sunday.')
    sun: tuple[Range, ...] = key(ListOf(Stretch()), (), "Sunday.")


@dataclass(frozen=True, slots=True)
class Silence:
    """What keeps unkink quiet. A call counts as sitting in any case."""

    calls: bool = key(Switch(), True, "Microphone or camera in use by another program.")
    full_screen: bool = key(Switch(), True, "A window that fills the screen.")
    do_not_disturb: bool = key(Switch(), True, "The desktop's own do not disturb.")
    screen_sharing: bool = key(Switch(), True, "Your screen is shared, where that can be known.")


@dataclass(frozen=True, slots=True)
class PostureCues:
    """Posture cues between breaks: one short line, no window."""

    enabled: bool = key(Switch(), True, "Whether there are any.")
    per_hour: int = key(Whole(0, 12), 2, "At most so many in any hour.")
    per_day: int = key(Whole(0, 60), 10, "At most so many a day; five a day in the first three days.")
    min_gap: Seconds = key(Duration(5 * MINUTE, 2 * HOUR), 15 * MINUTE, "At least so long between two.")
    eyes: bool = key(Switch(), False, "Whether your eyes are asked to look far away now and then.")
    standing_every: Seconds = key(
        Duration(10 * MINUTE, 2 * HOUR), 35 * MINUTE, "Standing for so long brings a cue to change."
    )


@dataclass(frozen=True, slots=True)
class You:
    """What suits you."""

    place: str = key(
        OneOf(("desk", "room", "floor")),
        "room",
        'How much room you have: "desk" for nothing anybody would notice, "room" to stand, "floor" to lie down.',
    )
    position: str = key(
        OneOf(("any", Position.SEATED, Position.STANDING)),
        "any",
        "Whether every exercise should be seated, or standing.",
    )
    kit: tuple[str, ...] = key(ListOf(OneOf(KIT)), (), "What you have at hand.")
    areas: tuple[str, ...] = key(ListOf(OneOf(AREAS)), (), "The areas you care about most.")
    rather_not: tuple[str, ...] = key(ListOf(OneOf(tuple(Technique))), (), "Techniques you would rather not have.")
    pressure: str = key(
        OneOf(tuple(Pressure)), Pressure.MEDIUM, "How firm touch may be: light, medium, or firm; never above 5 of 10."
    )
    camera_often_on: bool = key(Switch(), False, "Offer only what nobody on a call would see.")


@dataclass(frozen=True, slots=True)
class Look:
    """How the windows look."""

    theme: str = key(OneOf(("system", "light", "dark")), "system", "Light, dark, or as the desktop is.")
    reduced_motion: str = key(
        OneOf(("system", "on", "off")), "system", "Show the key poses in turn instead of a moving figure."
    )


@dataclass(frozen=True, slots=True)
class System:
    """How unkink works with this computer."""

    idle: str = key(
        Text(what='"auto" or the name of a source from "unkink status"'), "auto", "What tells whether you are there."
    )
    tray: str = key(Text(what='"auto" or the name of a tray from "unkink status"'), "auto", "What shows the icon.")
    notify: str = key(
        Text(what='"auto" or the name of a notifier from "unkink status"'), "auto", "What shows notifications."
    )
    log_level: str = key(OneOf(("error", "warning", "info", "debug")), "info", "How much is written to the log.")
    data_folder: str = key(
        Text(empty=True, what="a folder"), "", "Where history and state are kept; empty for the usual place."
    )


@dataclass(frozen=True, slots=True)
class Break:
    """One more kind of break beside the one above."""

    name: str = needed(Text(), "What you call it.")
    every: Seconds = needed(Duration(10 * MINUTE, DAY), "Desk time between breaks of this kind.")
    length: Seconds = key(Duration(20, 10 * MINUTE), 2 * MINUTE, "How long its routines may be.")
    what: str = key(Text(), "any", '"any", "desk", "room", "floor", "roller", an area, or the id of a routine.')
    surface: str = key(OneOf(tuple(Surface)), Surface.NOTIFICATION.value, "Where its offers appear.")


@dataclass(frozen=True, slots=True)
class Fixed:
    """A routine at a fixed time."""

    days: tuple[str, ...] = needed(ListOf(OneOf(WEEKDAYS), 1, 7), "On which days.")
    at: int = needed(Clock(), "At what time.")
    routine: str = key(Text(empty=True), "", 'The id of a routine, from "unkink routines list".')
    area: str = key(Text(empty=True), "", "Or an area of the body.")


@dataclass(frozen=True, slots=True)
class Config:
    """Everything a user can set. `[[break]]` and `[[appointment]]` may stand any number of times."""

    rhythm: Rhythm = field(default_factory=Rhythm)
    prompt: Prompts = field(default_factory=Prompts)
    hours: Week = field(default_factory=Week)
    quiet: Silence = field(default_factory=Silence)
    cues: PostureCues = field(default_factory=PostureCues)
    you: You = field(default_factory=You)
    look: Look = field(default_factory=Look)
    system: System = field(default_factory=System)
    break_: tuple[Break, ...] = ()
    appointment: tuple[Fixed, ...] = ()


TABLES: dict[str, type[Any]] = {
    "rhythm": Rhythm,
    "prompt": Prompts,
    "hours": Week,
    "quiet": Silence,
    "cues": PostureCues,
    "you": You,
    "look": Look,
    "system": System,
}
"""The tables by the name they have in the file."""

LISTS: dict[str, type[Any]] = {"break": Break, "appointment": Fixed}
"""The tables that may stand any number of times."""


def keys(table: type[Any]) -> Iterator[tuple[str, Key, object]]:
    """Yield each key of a table: its name, what is known of it, and its default (None where it has none)."""
    found: Field[Any]
    for found in fields(table):
        default = None if found.default is MISSING else found.default
        yield found.name, found.metadata["key"], default
