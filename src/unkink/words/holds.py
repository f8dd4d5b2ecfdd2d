"""The reasons to be quiet, in words."""

from unkink.domain.holds import Why
from unkink.words.language import _

_NAMES = {
    Why.HEALTH: _("see somebody about your health first"),
    Why.PAUSED: _("paused"),
    Why.MEETING: _("in a meeting"),
    Why.CALL: _("call (microphone or camera in use)"),
    Why.SHARING: _("your screen is shared"),
    Why.FULL_SCREEN: _("full screen"),
    Why.DO_NOT_DISTURB: _("do not disturb is on"),
    Why.PROGRAM: _("a program you named runs"),
    Why.HOURS: _("outside your hours"),
}
_WAITS = {
    Why.HEALTH: _("until you say that it is settled"),
    Why.CALL: _("until it is over"),
    Why.SHARING: _("until it is over"),
    Why.FULL_SCREEN: _("until you leave it"),
    Why.DO_NOT_DISTURB: _("until you turn it off"),
    Why.PROGRAM: _("until it ends"),
}


def name(why: Why) -> str:
    """Return a reason, as the end of a sentence."""
    return _NAMES[why]


def waits_for(why: Why) -> str:
    """Return what a hold without an end of its own waits for."""
    return _WAITS.get(why, _("until you resume"))
