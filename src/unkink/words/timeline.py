"""Why something came, in the simulator's timeline."""

from unkink.domain.effects import Cause, Offer
from unkink.domain.holds import Why
from unkink.domain.rules import Surface
from unkink.domain.units import Seconds
from unkink.words import times
from unkink.words.holds import name
from unkink.words.language import _

_CAUSES = {
    Cause.PAUSE: _("you paused"),
    Cause.CALL_OVER: _("a call was over"),
    Cause.RETURN: _("you were back, and paused"),
    Cause.WINDOW: _("another window came to the front"),
    Cause.BOUND: _("no pause came within the wait"),
    Cause.ASKED: _("you asked for it"),
}


def cause(why: Cause) -> str:
    """Return why a prompt comes at its moment."""
    return _CAUSES[why]


def prompted(offer: Offer) -> str:
    """Return why a prompt came, and what is special about it."""
    more = [_("a short one, after refusals")] if offer.short else []
    more += [_("on the icon alone")] if offer.surface is Surface.ICON else []
    return "; ".join([cause(offer.cause), *more])


def warned() -> str:
    """Return why the icon changed."""
    return _("a break is due soon")


def due() -> str:
    """Return why a break is due."""
    return _("its time has come; it waits for a good moment")


def withdrawn() -> str:
    """Return what became of a prompt."""
    return _("taken off the screen")


def missed() -> str:
    """Return why a prompt counts for nothing."""
    return _("nobody was there")


def ignored() -> str:
    """Return why a prompt counts as ignored."""
    return _("offered twice and not answered")


def snoozed(length: Seconds) -> str:
    """Return for how long."""
    return _("for {length}").format(length=times.length(length))


def refused() -> str:
    """Return that it was turned down."""
    return _("not now")


def started(routine: str | None) -> str:
    """Return what was started."""
    return _("asked for by name: {routine}").format(routine=routine) if routine else _("the offer was taken")


def done(length: Seconds) -> str:
    """Return how long it was."""
    return _("{length} to the end").format(length=times.length(length))


def stopped(length: Seconds, planned: Seconds) -> str:
    """Return how far it came."""
    return _("after {done} of {planned}").format(done=times.length(length), planned=times.length(planned))


def moved() -> str:
    """Return why it counted."""
    return _("you said that you moved")


def away() -> str:
    """Return why it counted."""
    return _("away for long enough")


def held(why: Why) -> str:
    """Return why it is quiet."""
    return name(why)


def released(why: Why) -> str:
    """Return what is over."""
    return _("over: {reason}").format(reason=name(why))


def appointed() -> str:
    """Return why an appointment came."""
    return _("its time has come")


def dropped() -> str:
    """Return why an appointment was dropped."""
    return _("it could not come within an hour")
