"""The labels of the tray menu."""

from unkink.domain.units import Seconds
from unkink.words import times
from unkink.words.language import _, ngettext


def start(routine: str) -> str:
    """Start what is on offer."""
    return _("Start: {routine}").format(routine=routine) if routine else _("Start")


def offer() -> str:
    """Ask for an offer."""
    return _("Offer a break now")


def begin() -> str:
    """Choose a routine."""
    return _("Start a break")


def moved() -> str:
    """Tell that a break was taken unasked."""
    return _("I just moved")


def standing() -> str:
    """Tell that one stands."""
    return _("I'm standing")


def sitting() -> str:
    """Tell that one sits."""
    return _("I'm sitting")


def ignore() -> str:
    """Have what keeps a due break passed over."""
    return _("Ignore this")


def meeting() -> str:
    """Be quiet for a meeting."""
    return _("In a meeting")


def pause() -> str:
    """Be quiet."""
    return _("Pause")


def for_length(seconds: Seconds) -> str:
    """Be quiet for so long."""
    return _("For {length}").format(length=times.length(seconds))


def until_tomorrow() -> str:
    """Be quiet until tomorrow."""
    return _("Until tomorrow")


def until_resumed() -> str:
    """Be quiet until resumed."""
    return _("Until I resume")


def unwell() -> str:
    """Be offered nothing but breath, eyes and another position today."""
    return _("Unwell today")


def resume() -> str:
    """End the quiet."""
    return _("Resume")


def settings() -> str:
    """Open the settings."""
    return _("Settings…")


def leave() -> str:
    """End unkink."""
    return _("Quit")


def troubles(count: int) -> str:
    """Tell that something needs a look."""
    return ngettext("{n} thing needs a look…", "{n} things need a look…", count).format(n=count)
