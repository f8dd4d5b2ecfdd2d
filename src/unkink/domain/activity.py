"""Is somebody at the desk, and for how long: input, lock and sleep in; desk time, absences and returns out.

The desk clock counts seconds sat. It stands still while the screen is locked, the machine sleeps, a routine runs or
nobody is there. Whether a silent person is still there is only known later: an absence is dated back to the last sign
of presence, and what the desk clock had counted since then is taken back.
"""

from unkink.domain import events
from unkink.domain.holds import Sitting
from unkink.domain.presence import (
    Activity,
    AtDesk,
    Away,
    Fact,
    InRoutine,
    LeftDesk,
    LockedUp,
    Moving,
    Rested,
    Returned,
    Still,
    Unknown,
    WentAway,
)
from unkink.domain.units import HOUR, MINUTE, Instant, Moment, Seconds, after
from unkink.frozen import replace

RETURN_GAP: Seconds = 2 * MINUTE
"""Whoever was gone at least this long is left alone for a while after coming back."""
BELIEVED: Seconds = 3 * HOUR
"""How long a call or a film is believed to be sitting without any input."""
VERIFY: Seconds = 1.0
"""The threshold that asks the idle source how long input has really been still."""


def start(at: Moment, *, known: bool = True) -> Activity:
    """Return the state of somebody who is at the desk at `at` and has not sat yet.

    Args:
        at: now.
        known: whether input can be observed at all.
    """
    return Activity(0.0, at.now, Moving() if known else Unknown(), _sitting_since(at.now))


def step(
    activity: Activity, event: events.Event, at: Moment, *, away_after: Seconds, sitting: Sitting
) -> tuple[Activity, tuple[Fact, ...]]:
    """Return what is known after `event` at `at`, and what the other parts must hear of.

    Args:
        activity: what was known.
        event: what happened.
        at: when.
        away_after: how long without presence is an absence, in seconds.
        sitting: what calls, meetings and films say of the person.
    """
    slept = event.length if isinstance(event, events.Slept) else 0.0
    if at.now - activity.seen - slept > away_after:
        slept = at.now - activity.seen  # a stopped process: nobody looked, so nobody sat
    activity = _advance(activity, at, awake=max(0.0, at.now - activity.seen - slept))
    facts: list[Fact] = []
    if slept:
        activity = _sleep(activity, slept, away_after, facts)
        if isinstance(event, events.Slept) and isinstance(activity.input, Unknown) and isinstance(activity.phase, Away):
            activity = _sign(activity, facts)  # somebody woke it; there is no other way to know
    if sitting.sign and not isinstance(activity.phase, LockedUp | InRoutine):
        activity = _sign(activity, facts)  # the end of a call or a film is a sign of presence
    if activity.believed is not sitting.believed:
        activity = replace(activity, believed=sitting.believed)
    activity = _absence(activity, away_after, facts)
    activity = _observe(activity, event, facts)
    activity = _absence(activity, away_after, facts)
    if slept and not any(isinstance(fact, WentAway) for fact in facts) and isinstance(activity.phase, AtDesk):
        facts.append(Rested(slept))
    return activity, tuple(facts)


def given_up(activity: Activity) -> tuple[Activity, tuple[Fact, ...]]:
    """Return what is known once it must be supposed that nobody is there, though nothing can tell: away from now on."""
    return replace(activity, phase=Away(activity.seen, locked=False)), (WentAway(activity.seen),)


def cannot_tell(activity: Activity) -> bool:
    """Return whether somebody is taken to sit there only because nothing can tell."""
    return isinstance(activity.input, Unknown) and activity.at_desk


def deadline(activity: Activity, *, away_after: Seconds) -> Instant | None:
    """Return when silence becomes an absence; None while there is input or nobody is there."""
    match activity.phase:
        case AtDesk(sign=sign) if isinstance(activity.input, Still):
            return after(sign, BELIEVED if activity.believed else away_after)
        case LockedUp(sign=sign):
            return after(sign, away_after)
        case InRoutine(locked_since=since) if since is not None:
            return after(since, away_after)
        case _:
            return None


def watch(activity: Activity) -> Seconds:
    """Return the idle threshold, in seconds, at which this part wants to hear."""
    return VERIFY if isinstance(activity.input, Still) else RETURN_GAP


# -- time passes ----------------------------------------------------------------


def _advance(activity: Activity, at: Moment, awake: Seconds) -> Activity:
    """Let `awake` seconds pass on the desk clock, where it runs."""
    phase, heard = activity.phase, activity.input
    if not isinstance(phase, AtDesk):
        return replace(activity, seen=at.now)
    # Most steps do this and nothing else: written out, it takes half the time.
    if isinstance(heard, Still):
        phase = AtDesk(phase.sign, phase.unsure + awake, phase.floor, phase.came)
    else:
        phase = AtDesk(after(activity.seen, awake), 0.0, phase.came, phase.came)
    return Activity(activity.desk + awake, at.now, heard, phase, activity.believed, activity.fronted)


def _sleep(activity: Activity, slept: Seconds, away_after: Seconds, facts: list[Fact]) -> Activity:
    """Account for a sleep that has just ended."""
    fell = after(activity.seen, -slept)
    heard = activity.input
    if isinstance(heard, Moving):
        heard = Still(fell, slept)
    elif isinstance(heard, Still):
        heard = replace(heard, asleep=heard.asleep + slept)
    phase = activity.phase
    match phase:
        case AtDesk():
            facts.append(LeftDesk())
            if activity.believed and slept >= away_after:  # sleep beats a call and a film
                facts.append(WentAway(fell))
                gone = replace(activity, input=heard, phase=Away(fell, locked=False))
                return _sign(gone, facts) if isinstance(heard, Unknown) else gone
            sign, unsure = (fell, 0.0) if activity.believed else (phase.sign, phase.unsure)
            phase = AtDesk(sign, unsure, phase.floor, activity.seen)
        case InRoutine() if slept >= away_after:
            facts.append(WentAway(fell))
            phase = Away(fell, locked=phase.locked_since is not None)
        case _:
            pass
    return replace(activity, input=heard, phase=phase)


def _absence(activity: Activity, away_after: Seconds, facts: list[Fact]) -> Activity:
    """Recognise an absence: too long since the last sign of presence."""
    now, phase = activity.seen, activity.phase
    match phase:
        case AtDesk():
            if now < after(phase.sign, BELIEVED if activity.believed else away_after):
                return activity
            facts.append(WentAway(phase.sign))
            gone = replace(activity, desk=activity.desk - phase.unsure, phase=Away(phase.sign, locked=False))
            if isinstance(activity.input, Unknown):
                return _sign(gone, facts)  # only the sleep told; awake again is all there is to know
            return gone
        case LockedUp():
            if now < after(phase.sign, away_after):
                return activity
            facts.append(WentAway(phase.sign))
            return replace(activity, desk=activity.desk - phase.unsure, phase=Away(phase.sign, locked=True))
        case InRoutine(locked_since=since) if since is not None and now >= after(since, away_after):
            facts.append(WentAway(since))
            return replace(activity, phase=Away(since, locked=True))
        case _:
            return activity


# -- something was observed -------------------------------------------------------


def _observe(activity: Activity, event: events.Event, facts: list[Fact]) -> Activity:
    match event:
        case events.InputSeen():
            return _sign(replace(activity, input=Moving()), facts)
        case events.InputStopped(idle=idle):
            return _stopped(activity, idle, facts)
        case events.InputUnknown():
            return _sign(replace(activity, input=Unknown()), facts)
        case events.Locked():
            return _lock(activity, facts)
        case events.Unlocked():
            return _unlock(activity, facts)
        case events.RoutineBegan():
            locked = isinstance(activity.phase, LockedUp) or (
                isinstance(activity.phase, Away) and activity.phase.locked
            )
            return replace(activity, phase=InRoutine(activity.seen if locked else None))
        case events.RoutineEnded():
            return _end_routine(activity)
        case events.WindowChanged():
            return replace(activity, fronted=activity.seen)
        case _ if isinstance(activity.input, Unknown) and isinstance(event, events.Said):
            return _sign(activity, facts)  # whoever says something is there
        case _:
            return activity


def _sitting_since(now: Instant) -> AtDesk:
    return AtDesk(sign=now, unsure=0.0, floor=now, came=now)


def _sign(activity: Activity, facts: list[Fact]) -> Activity:
    """Somebody is there: at the desk, or back at it."""
    now, phase = activity.seen, activity.phase
    match phase:
        case AtDesk():
            gone = 0.0 if activity.believed else now - phase.sign
            phase = AtDesk(now, 0.0, now, phase.came)
        case Away(locked=False):
            gone = now - phase.since
            phase = _sitting_since(now)
        case _:
            return activity  # lock beats input
    if gone >= RETURN_GAP:
        facts.append(Returned(gone))
    return replace(activity, phase=phase)


def _stopped(activity: Activity, idle: Seconds, facts: list[Fact]) -> Activity:
    """Input has been still for `idle` waking seconds: find the last sign of presence."""
    now, phase, heard = activity.seen, activity.phase, activity.input
    if isinstance(heard, Unknown):
        # The end of not knowing is a sign of presence.
        return replace(_sign(activity, facts), input=Still(after(now, -idle)))
    since = after(now, -idle)
    asleep = 0.0
    if isinstance(heard, Still) and heard.asleep and isinstance(phase, AtDesk) and idle > now - phase.came:
        since, asleep = after(since, -heard.asleep), heard.asleep
    seen_later = isinstance(heard, Still) and since > after(heard.since, VERIFY) and not isinstance(phase, LockedUp)
    if seen_later:
        activity = _sign(activity, facts)
        phase = activity.phase
    if isinstance(phase, AtDesk | LockedUp):
        real = Instant(max(since, phase.floor))
        if real < phase.sign:
            phase = replace(phase, sign=real, unsure=phase.unsure + (phase.sign - real))
    return replace(activity, input=Still(since, asleep), phase=phase)


def _lock(activity: Activity, facts: list[Fact]) -> Activity:
    now, phase = activity.seen, activity.phase
    heard = Still(now) if isinstance(activity.input, Moving) else activity.input
    match phase:
        case AtDesk():
            facts.append(LeftDesk())
            sign, unsure = (now, 0.0) if activity.believed else (phase.sign, phase.unsure)
            phase = LockedUp(sign, unsure, phase.floor, now)
        case Away():
            phase = replace(phase, locked=True)
        case InRoutine(locked_since=None):
            phase = InRoutine(now)
        case _:
            return activity
    return replace(activity, input=heard, phase=phase)


def _unlock(activity: Activity, facts: list[Fact]) -> Activity:
    now, phase, heard = activity.seen, activity.phase, activity.input
    match phase:
        case LockedUp():
            facts.append(Rested(now - phase.since))
            gone = now - phase.sign
            activity = replace(activity, phase=AtDesk(phase.sign, phase.unsure, phase.floor, now))
            # Whoever typed while it was locked unlocked it: that is a person.
            if not isinstance(heard, Still) or heard.since > phase.since:
                return _sign(activity, facts)
            if gone >= RETURN_GAP:
                facts.append(Returned(gone))
            return activity
        case Away(since=since):
            activity = replace(activity, phase=replace(phase, locked=False))
            if not isinstance(heard, Still) or heard.since > since:
                return _sign(activity, facts)
            return activity
        case InRoutine():
            return replace(activity, phase=InRoutine())
        case _:
            return activity


def _end_routine(activity: Activity) -> Activity:
    """Sit down again: the gap in input is measured from the end of the routine."""
    match activity.phase:
        case InRoutine(locked_since=None):
            return replace(activity, phase=_sitting_since(activity.seen))
        case InRoutine():
            now = activity.seen
            return replace(activity, phase=LockedUp(now, 0.0, now, now))
        case _:
            return activity
