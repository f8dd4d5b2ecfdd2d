"""Why unkink is quiet, since when and until when. Several reasons can hold; each has an end or waits for one."""

from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from unkink.domain import events, signals
from unkink.domain.hours import Hours, is_open, next_change, next_morning
from unkink.domain.rules import Rules
from unkink.domain.signals import Ending, InCall, NoCall, Signal, Signals, Starting
from unkink.domain.units import HOUR, MINUTE, Instant, Moment, Seconds, after
from unkink.frozen import dataclass, replace

FULL_SCREEN_KEEPS: Seconds = HOUR
"""How long past due a full screen alone, without a call or a film, keeps a break."""
LONG_CALL: Seconds = 25 * MINUTE
"""A call as long as this is followed by an offer, or by a cue."""


class Why(StrEnum):
    """A reason to be quiet; of several the first is shown."""

    HEALTH = "health"
    """An answer to a question about health calls for somebody else's advice first."""
    PAUSED = "paused"
    """The user asked for quiet."""
    MEETING = "meeting"
    """The user said they are in a meeting; it counts as sitting, as any call does."""
    CALL = "call"
    """Another program uses the microphone or the camera."""
    SHARING = "sharing"
    """The screen is shared."""
    FULL_SCREEN = "fullscreen"
    """A window fills the screen."""
    DO_NOT_DISTURB = "dnd"
    """The desktop keeps notifications back."""
    PROGRAM = "program"
    """A program runs that the user named."""
    HOURS = "hours"
    """It is outside the hours the user set."""


ASKED = (Why.PAUSED, Why.MEETING)
"""The reasons a user gives and takes back."""
SENSED = (Why.CALL, Why.SHARING, Why.FULL_SCREEN, Why.DO_NOT_DISTURB, Why.PROGRAM)
"""The reasons that are observed; the user can have them passed over."""
_ORDER = {why: number for number, why in enumerate(Why)}
_SIGNS = {
    Signal.SHARING: Why.SHARING,
    Signal.FULL_SCREEN: Why.FULL_SCREEN,
    Signal.DO_NOT_DISTURB: Why.DO_NOT_DISTURB,
    Signal.PROGRAM: Why.PROGRAM,
}


@dataclass(frozen=True, slots=True)
class Hold:
    """One reason to be quiet.

    Attributes:
        why: the reason.
        since: when it began.
        until: the instant it ends; None where `until_local` tells, or where it waits for something to end.
        until_local: the local time it ends.
        for_input: whether it ends with the first input after `until_local`, not at that time itself.
    """

    why: Why
    since: Instant
    until: Instant | None = None
    until_local: datetime | None = None
    for_input: bool = False


@dataclass(frozen=True, slots=True)
class Holds:
    """All about being quiet.

    Attributes:
        reasons: what holds now, the one to show first.
        signals: what is observed.
        health: whether an answer about health holds everything.
        passed_over: the reasons that hold no longer, though they go on, until they have ended.
        call: since when there has been a call, sensed or stated; None where there is none.
    """

    reasons: tuple[Hold, ...] = ()
    signals: Signals = Signals()
    health: bool = False
    passed_over: tuple[Why, ...] = ()
    call: Instant | None = None

    @property
    def silent(self) -> bool:
        """Whether nothing new is shown now: something holds, or may be the beginning of a call."""
        return bool(self.reasons) or isinstance(self.signals.call, Starting)


@dataclass(frozen=True, slots=True)
class HoldBegan:
    """A hold began."""

    hold: Hold


@dataclass(frozen=True, slots=True)
class HoldEnded:
    """A hold ended; others may go on."""

    hold: Hold


@dataclass(frozen=True, slots=True)
class CallOver:
    """A call, sensed or stated, is over after `length` seconds: a good moment."""

    length: Seconds


@dataclass(frozen=True, slots=True)
class LeftFullScreen:
    """A window that filled the screen does so no longer: a good moment."""


Change: TypeAlias = HoldBegan | HoldEnded | CallOver | LeftFullScreen


@dataclass(frozen=True, slots=True)
class Sitting:
    """What holds and signals say of the person.

    Attributes:
        believed: whether silence is believed to be sitting: a call, a meeting, a film.
        sign: whether something of that has just ended, which is a sign of presence.
    """

    believed: bool
    sign: bool


NOTHING = Holds()
"""Nothing holds and nothing is observed: so it mostly is, and then there is nothing to find out."""
_DOUBTED = Sitting(believed=False, sign=False)
_BEGINS = (events.Sensed, events.Health, events.Pause, events.PauseUntilTomorrow)


def step(
    holds: Holds, event: events.Event, at: Moment, rules: Rules, *, due: Instant | None = None, input_: bool = True
) -> tuple[Holds, tuple[Change, ...], Sitting]:
    """Return the holds after `event` at `at`, what changed, and what it says of the person.

    Args:
        holds: what held.
        event: what happened.
        at: when.
        rules: what is obeyed.
        due: since when a break has been due; None where none is.
        input_: whether there was input just before, as far as anybody could tell.
    """
    if holds is NOTHING and rules.hours.always and not isinstance(event, _BEGINS):
        return holds, (), _DOUBTED
    seen = signals.passed(holds.signals, at)
    if isinstance(event, events.Sensed):
        seen = signals.sensed(seen, event.signal, at, on=event.on is True)
    health = event.on if isinstance(event, events.Health) else holds.health
    there = isinstance(event, events.InputSeen) or (input_ and not isinstance(event, events.Slept))
    asked = _asked(holds, event, at, rules, there=there)
    present = _present(seen, at, rules, health=health)
    passed_over = _passed_over(holds, event, present, seen, at, due)
    others = [_going_on(why, holds, at, rules.hours) for why in present if why not in passed_over]
    reasons = tuple(sorted([*asked, *others], key=_order))
    parts = (reasons, seen, health, passed_over, _call(holds, asked, seen, at))
    if parts == (holds.reasons, holds.signals, holds.health, holds.passed_over, holds.call):
        return holds, (), Sitting(_believed(holds, rules), sign=False)
    new = Holds(*parts)
    if new == NOTHING:
        new = NOTHING
    changes = _changes(holds, new, at)
    watched = Signal.WATCHING in holds.signals.on and Signal.WATCHING not in new.signals.on
    sign = any(isinstance(change, CallOver) for change in changes) or (watched and rules.watching_counts)
    return new, changes, Sitting(_believed(new, rules), sign)


def deadline(holds: Holds, at: Moment, hours: Hours, *, due: Instant | None) -> tuple[Instant | None, datetime | None]:
    """Return the next instant and the next local time at which a hold may begin or end."""
    if holds is NOTHING and hours.always:
        return None, None
    instants = [hold.until for hold in holds.reasons if hold.until is not None]
    debounced = signals.deadline(holds.signals)
    if debounced is not None:
        instants.append(debounced)
    if due is not None and _full_screen_alone(holds.signals):
        instants.append(after(due, FULL_SCREEN_KEEPS))
    locals_ = [hold.until_local for hold in holds.reasons if hold.until_local is not None]
    change = next_change(hours, at.local)
    if change is not None:
        locals_.append(change)
    return (
        min((instant for instant in instants if instant > at.now), default=None),
        min((local for local in locals_ if local > at.local), default=None),
    )


def _order(hold: Hold) -> int:
    return _ORDER[hold.why]


# -- asked for ------------------------------------------------------------------------------


def _asked(holds: Holds, event: events.Event, at: Moment, rules: Rules, *, there: bool) -> tuple[Hold, ...]:
    """Return the holds that the user asked for and that go on; `there` tells whether there is input."""
    kept = holds.reasons and tuple(
        hold for hold in holds.reasons if hold.why in ASKED and not _over(hold, event, at, there=there)
    )
    wanted = _wanted(event, at, rules)
    if wanted is None:
        return kept
    same = next((hold for hold in kept if hold.why is wanted.why), wanted)
    return (*(hold for hold in kept if hold is not same), replace(wanted, since=same.since))


def _over(hold: Hold, event: events.Event, at: Moment, *, there: bool) -> bool:
    if isinstance(event, events.Resume):
        return True
    if hold.until is not None:
        return at.now >= hold.until
    if hold.until_local is None or at.local < hold.until_local:
        return False
    return there or not hold.for_input


def _wanted(event: events.Event, at: Moment, rules: Rules) -> Hold | None:
    match event:
        case events.Pause(length=length, until=until, meeting=meeting):
            ends = None if length is None else after(at.now, length)
            return Hold(Why.MEETING if meeting else Why.PAUSED, at.now, ends, until)
        case events.PauseUntilTomorrow():
            morning = next_morning(at.local, rules.hours)
            return Hold(Why.PAUSED, at.now, until_local=morning, for_input=rules.hours.always)
        case _:
            return None


# -- observed -------------------------------------------------------------------------------


def _present(seen: Signals, at: Moment, rules: Rules, *, health: bool) -> list[Why]:
    """Return the reasons that nobody asked for and that are there now, passed over or not."""
    quiet, on = rules.quiet, seen.on
    found = [Why.HEALTH] if health else []
    if quiet.calls and seen.in_call:
        found.append(Why.CALL)
    if on:
        obeyed = {Signal.SHARING: quiet.screen_sharing, Signal.FULL_SCREEN: quiet.full_screen}
        obeyed[Signal.DO_NOT_DISTURB] = quiet.do_not_disturb
        found += [why for signal, why in _SIGNS.items() if signal in on and obeyed.get(signal, True)]
    return found if is_open(rules.hours, at.local) else [*found, Why.HOURS]


def _passed_over(
    holds: Holds, event: events.Event, present: list[Why], seen: Signals, at: Moment, due: Instant | None
) -> tuple[Why, ...]:
    """Return the reasons that hold no longer though they go on: the user said so, or they have held for too long."""
    told: tuple[Why, ...] = ()
    if isinstance(event, events.IgnoreHolds):
        told = SENSED
    elif isinstance(event, events.Resume) and not any(hold.why in ASKED for hold in holds.reasons):
        told = (*SENSED, Why.HOURS)
    if due is not None and _full_screen_alone(seen) and at.now >= after(due, FULL_SCREEN_KEEPS):
        told = (*told, Why.FULL_SCREEN)
    return tuple(why for why in present if why in told or why in holds.passed_over)


def _full_screen_alone(seen: Signals) -> bool:
    return Signal.FULL_SCREEN in seen.on and not seen.in_call and Signal.WATCHING not in seen.on


def _going_on(why: Why, holds: Holds, at: Moment, hours: Hours) -> Hold:
    """Return the hold for a reason that is there: the one there was, or one that begins."""
    hold = next((hold for hold in holds.reasons if hold.why is why), None) or Hold(why, at.now)
    ends = next_change(hours, at.local) if why is Why.HOURS else hold.until_local
    return hold if ends == hold.until_local else replace(hold, until_local=ends)


# -- what follows ---------------------------------------------------------------------------


def _call(holds: Holds, asked: tuple[Hold, ...], seen: Signals, at: Moment) -> Instant | None:
    """Return since when there has been a call, sensed or stated; None where there is none."""
    meetings = [hold.since for hold in asked if hold.why is Why.MEETING]
    if not seen.in_call and not meetings:
        return None
    if holds.call is not None:
        return holds.call
    return min([*meetings, *([seen.call.since] if isinstance(seen.call, InCall | Ending) else [])], default=at.now)


def _changes(old: Holds, new: Holds, at: Moment) -> tuple[Change, ...]:
    before, now = {hold.why: hold for hold in old.reasons}, {hold.why: hold for hold in new.reasons}
    ended = [HoldEnded(hold) for why, hold in before.items() if why not in now]
    began = [HoldBegan(hold) for why, hold in now.items() if why not in before]
    moments: list[Change] = []
    if old.call is not None and new.call is None:
        sensed = old.signals.call
        end = sensed.off if isinstance(sensed, Ending) and isinstance(new.signals.call, NoCall) else at.now
        moments.append(CallOver(max(0.0, end - old.call)))
    if Signal.FULL_SCREEN in old.signals.on and Signal.FULL_SCREEN not in new.signals.on:
        moments.append(LeftFullScreen())
    return (*ended, *began, *moments)


def _believed(holds: Holds, rules: Rules) -> bool:
    """Return whether silence is believed to be sitting."""
    if holds.call is not None or not isinstance(holds.signals.call, NoCall):
        return True
    return rules.watching_counts and Signal.WATCHING in holds.signals.on
