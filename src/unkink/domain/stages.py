"""Where the breaks stand, as types: each stage has its own data, and none is a flag."""

from datetime import datetime
from typing import TypeAlias

from unkink.domain.effects import Offer
from unkink.domain.meter import Meter
from unkink.domain.rules import Appointment
from unkink.domain.units import Instant, Moment, Seconds
from unkink.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Counting:
    """Desk time grows; nothing is due."""


@dataclass(frozen=True, slots=True)
class Snoozing:
    """Desk time grows towards the end of a snooze."""


@dataclass(frozen=True, slots=True)
class Warned:
    """A break will be due within `warn_before`."""


@dataclass(frozen=True, slots=True)
class Due:
    """A break waits for a good moment.

    Attributes:
        asked: how often it was offered and not answered.
        not_before: no prompt before this instant.
        bound: where the desk clock stands when it comes without a good moment; None until there is input again.
    """

    asked: int
    not_before: Instant
    bound: Seconds | None


@dataclass(frozen=True, slots=True)
class Prompted:
    """An offer is open; `wait` is what it was before, for the case that it is overtaken."""

    offer: Offer
    shown: Instant
    wait: Due | None


@dataclass(frozen=True, slots=True)
class OnBreak:
    """A routine runs.

    Attributes:
        run: its number.
        kinds: the kinds of break it stands for.
        planned: its length in seconds; None until it is on show.
        done: seconds of it that are done.
        heard: when it was last heard of.
    """

    run: int
    kinds: tuple[str, ...]
    planned: Seconds | None
    done: Seconds
    heard: Instant


Stage: TypeAlias = Counting | Snoozing | Warned | Due | Prompted | OnBreak


@dataclass(frozen=True, slots=True)
class Waiting:
    """An appointment that has come and waits; dropped an hour after `came`."""

    appointment: Appointment
    came: Instant
    not_before: Instant


@dataclass(frozen=True, slots=True)
class Cycle:
    """Where the breaks stand.

    Attributes:
        meters: a counter for each kind.
        stage: what is going on.
        waiting: the appointment that waits.
        snoozes: snoozes in a row.
        refusals: offers turned down or ignored in a row.
        quiet_until: nothing comes before this instant: somebody has just come back.
        spaced_until: nothing comes before this instant: something has just come.
        serial: the last number given to an offer or a run.
    """

    meters: tuple[Meter, ...]
    stage: Stage
    waiting: Waiting | None
    snoozes: int
    refusals: int
    quiet_until: Instant
    spaced_until: Instant
    serial: int


@dataclass(frozen=True, slots=True)
class Scene:
    """What a break has to look at besides itself.

    Attributes:
        at: now.
        desk: the desk clock.
        at_desk: whether it runs.
        still: for how many seconds input has been still; None where there is input, or nobody knows.
        held: whether there is any reason to be quiet.
        margin: the local time until which the edge of the hours keeps prompts back.
    """

    at: Moment
    desk: Seconds
    at_desk: bool
    still: Seconds | None
    held: bool
    margin: datetime | None
