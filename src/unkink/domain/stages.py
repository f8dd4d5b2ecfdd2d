"""Where the breaks stand, as types: each stage has its own data, and none is a flag."""

from datetime import datetime
from typing import TypeAlias

from unkink.domain.effects import Cause, Offer
from unkink.domain.meter import Meter
from unkink.domain.moments import Tallies
from unkink.domain.rules import Appointment
from unkink.domain.units import HOUR, MINUTE, Instant, Moment, Seconds
from unkink.frozen import dataclass

OPEN_FOR: Seconds = 2 * MINUTE
"""How long an unanswered prompt stays."""
APPOINTMENT_KEEPS: Seconds = HOUR
"""How long an appointment waits before it is dropped."""
WINDOW_SILENT: Seconds = 10 * MINUTE
"""A routine that nothing was heard of for this long is over."""
STALE: Seconds = MINUTE
"""Input still for this long may mean that the user has left: no moment at all."""


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
        since: since when.
        kinds: the kinds of break that are known to be due.
        asked: how often it was offered and not answered.
        not_before: no prompt before this instant.
        bound: where the desk clock stands when it comes without a good moment.
        near: kinds that are due within so many seconds are offered too; after a long call that is no exception.
        missed: whether nobody saw the last offer: the next one comes after the next input.
    """

    since: Instant
    kinds: tuple[str, ...]
    asked: int
    not_before: Instant
    bound: Seconds
    near: Seconds = 0.0
    missed: bool = False


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
        offered: those of them that were on offer when it began.
        planned: its length in seconds; None until it is on show.
        done: seconds of it that are done.
        heard: when it was last heard of.
    """

    run: int
    kinds: tuple[str, ...]
    offered: tuple[str, ...]
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
        waiting: the appointments that wait, the oldest first.
        snoozes: snoozes in a row.
        refusals: offers turned down or ignored in a row.
        unseen: offers missed or ignored in a row: perhaps nobody is there.
        quiet_until: nothing comes before this instant: somebody has just come back.
        spaced_until: nothing comes before this instant: something has just come.
        tallies: which moments were good ones.
        serial: the last number given to an offer or a run.
    """

    meters: tuple[Meter, ...]
    stage: Stage
    waiting: tuple[Waiting, ...]
    snoozes: int
    refusals: int
    unseen: int
    quiet_until: Instant
    spaced_until: Instant
    tallies: Tallies
    serial: int


@dataclass(frozen=True, slots=True)
class Scene:
    """What a break has to look at besides itself.

    Attributes:
        at: now.
        desk: the desk clock.
        at_desk: whether it runs.
        still: for how many seconds input has been still; None where there is input, or nobody knows.
        known: whether anybody can tell whether there is input.
        believed: whether silence is sitting: a call, a meeting, a film.
        fronted: when another window last came to the front.
        silent: whether there is any reason to be quiet.
        margin: the local time until which the edge of the hours keeps prompts back.
        moment: what makes this very instant a good moment; None where nothing does.
    """

    at: Moment
    desk: Seconds
    at_desk: bool
    still: Seconds | None
    known: bool
    believed: bool
    fronted: Instant | None
    silent: bool
    margin: datetime | None
    moment: Cause | None = None

    @property
    def perhaps_gone(self) -> bool:
        """Whether input has been still for so long that the person may have left."""
        return self.still is not None and self.still >= STALE and not self.believed
