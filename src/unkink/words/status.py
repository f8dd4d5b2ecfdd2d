"""The status line: what happens next, when, and why. The same words in the tray, on the command line and in the log."""

from datetime import datetime

from unkink.domain.holds import ASKED, Hold, Why
from unkink.domain.outlook import Outlook, Phase
from unkink.domain.units import Instant, Moment
from unkink.words import holds, times
from unkink.words.language import _
from unkink.words.timeline import cause


def status_line(look: Outlook, at: Moment) -> str:
    """Return the one line that always tells what happens next and when."""
    match look.phase:
        case Phase.ON_BREAK:
            return _("On a break")
        case Phase.PROMPTED:
            return _("A break is on offer")
        case Phase.HELD if look.hold is not None:
            return _("Quiet: {reason}").format(reason=held(look.hold, at))
        case Phase.AWAY:
            return _("Away since {time}: that counts as a break").format(time=_local(look.since, at))
        case Phase.DUE:
            return _("A break is due: waiting for a pause in your typing")
        case Phase.SNOOZED:
            return _("Snoozed: next break {soon}").format(soon=times.soon(look.next_in or 0.0))
        case _ if look.welcome:
            return _("Welcome back: that counted. Next break {soon}").format(soon=times.soon(look.next_in or 0.0))
        case _:
            return _("Next break {soon}").format(soon=times.soon(look.next_in or 0.0))


def tooltip(look: Outlook, at: Moment) -> str:
    """Return the status line for where it stands unread: by the clock, so that it does not change each minute."""
    if look.phase in (Phase.WORKING, Phase.SNOOZED) and look.next_in is not None:
        comes = times.after(at.local, look.next_in + 30.0)
        return _("Next break at {time}").format(time=times.clock(comes, at.local))
    return status_line(look, at)


def why(look: Outlook, at: Moment) -> str:
    """Return one sentence that says why things are as they are."""
    desk = times.length(look.desk)
    match look.phase:
        case Phase.ON_BREAK:
            return _("A routine is on; desk time stands still.")
        case Phase.PROMPTED if look.offer is not None:
            moment = cause(look.offer.cause)
            return _("At the desk for {desk}; offered now: {moment}.").format(desk=desk, moment=moment)
        case Phase.HELD if look.hold is not None:
            return _quiet(look, look.hold, at, desk)
        case Phase.AWAY:
            return _("Nobody has been here since {time}; that counts as a break.").format(time=_local(look.since, at))
        case Phase.DUE if look.next_in is None:
            return _("A break is due; it is offered when you are back.")
        case Phase.DUE if look.passing_over:
            moments = _(", ").join(cause(each) for each in look.passing_over)
            return _(
                "At the desk for {desk}; the offer comes {latest} at the latest. Passed over until then,"
                " since rarely taken at this time of day: {moments}."
            ).format(desk=desk, latest=times.soon(look.next_in or 0.0), moments=moments)
        case Phase.DUE:
            latest = times.soon(look.next_in or 0.0)
            return _("At the desk for {desk}; the offer waits for a pause and comes {latest} at the latest.").format(
                desk=desk, latest=latest
            )
        case Phase.SNOOZED:
            return _("Snoozed; at the desk for {desk}.").format(desk=desk)
        case _:
            return _("At the desk for {desk}; the next break ({kind}) is due {soon}.").format(
                desk=desk, kind=look.kind, soon=times.soon(look.next_in or 0.0)
            )


def held(hold: Hold, at: Moment) -> str:
    """Return a reason to be quiet and when it ends, or what it waits for, as the end of a sentence."""
    reason, ends = holds.name(hold.why), _ends(hold, at)
    if ends is not None:
        return _("{reason} until {time}").format(reason=reason, time=times.clock(ends, at.local))
    if hold.why not in ASKED:
        return reason
    return _("{reason} {end}").format(reason=reason, end=holds.waits_for(hold.why))


def _quiet(look: Outlook, hold: Hold, at: Moment, desk: str) -> str:
    reason = held(hold, at)
    if hold.why not in (*ASKED, Why.HOURS):
        reason = _("{reason}, {end}").format(reason=reason, end=holds.waits_for(hold.why))
    waits = _(" A break has waited for long.") if look.kept else ""
    return _("Quiet: {reason}. At the desk for {desk}.").format(reason=reason, desk=desk) + waits


def _ends(hold: Hold, at: Moment) -> datetime | None:
    return hold.until_local if hold.until is None else times.after(at.local, hold.until - at.now)


def _local(instant: Instant | None, at: Moment) -> str:
    return times.clock(times.after(at.local, (instant or at.now) - at.now), at.local)
