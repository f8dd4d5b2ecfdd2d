"""What the daemon answers on the command line."""

from unkink.domain.health import Level
from unkink.domain.units import Seconds
from unkink.words import times
from unkink.words.language import _

_PORTS = {
    "tray": _("tray"),
    "notifications": _("notifications"),
    "idle": _("input"),
    "player": _("routines"),
    "history": _("history"),
}


def adapter(port: str, name: str, reason: str, hint: str, ok: bool) -> str:  # noqa: FBT001  as in Health
    """Return how one port does, in a line."""
    text = f"{_PORTS.get(port, port)}: {name}" if ok else _("{port}: none").format(port=_PORTS.get(port, port))
    if not ok and name != "none":
        text = f"{_PORTS.get(port, port)}: {name}, " + _("not working")
    text += f" ({reason})" if reason else ""
    return text + (f" – {hint}" if hint else "")


def trouble(text: str) -> str:
    """Return something that went wrong, in a line."""
    return _("look at: {text}").format(text=text)


def on_offer(routine: str) -> str:
    """Return what is on offer."""
    return _("On offer: {routine}").format(routine=routine)


def offered(routine: str) -> str:
    """Return the answer to asking for an offer."""
    return _("Offered: {routine}").format(routine=routine) if routine else _("Nothing fits right now.")


def starting(routine: str) -> str:
    """Return the answer to starting something."""
    return _("Starting: {routine}").format(routine=routine)


def on_a_break() -> str:
    """Return that a routine runs."""
    return _("A routine is on already.")


def nothing_on_offer() -> str:
    """Return that there is nothing to answer."""
    return _('No break is on offer. "unkink break" asks for one.')


def no_routine(wanted: str) -> str:
    """Return that there is no such routine."""
    return _('There is no routine "{wanted}". "unkink routines list" tells which there are.').format(wanted=wanted)


def no_more_snoozes() -> str:
    """Return that the row of snoozes is full."""
    return _("That was the last snooze in this row: start it, or say Not now. Both are fine.")


def wrong_length(found: str, allowed: str) -> str:
    """Return that a length or a time was not understood."""
    return _('"{found}" was not understood; it must be {allowed}.').format(found=found, allowed=allowed)


def longer_than_nothing() -> str:
    """Return what a snooze must be."""
    return _("longer than nothing")


def body(level: Level) -> str:
    """Return what follows of what is known of their health now."""
    if level >= Level.SAME_DAY:
        return _("Breaks and cues wait until you say that it is settled: unkink setup.")
    return _("Noted. It stays on this device.")


def unwell() -> str:
    """Return what is offered to somebody who is unwell."""
    return _("Get well. Today there is only breath, eyes and another position.")


def snoozed(seconds: Seconds) -> str:
    """Return the answer to a snooze."""
    return _("Snoozed for {length}.").format(length=times.length(seconds))


def skipped(line: str) -> str:
    """Return the answer to Not now."""
    return _("All right. {line}.").format(line=line)


def counted() -> str:
    """Return the answer to having moved."""
    return _("That counted.")


def noted() -> str:
    """Return the answer to how somebody is."""
    return _("Noted.")


def not_paused(line: str) -> str:
    """Return that there was nothing to resume."""
    return _("Nothing was paused. {line}.").format(line=line)


def unknown(verb: str) -> str:
    """Return that the daemon does not know a request; the command line may be newer."""
    return _('This daemon does not know "{verb}"; is it of an older version?').format(verb=verb)


def already_running(pid: int | None) -> str:
    """Return that one is running."""
    return _("unkink is running already (process {pid}).").format(pid=pid) if pid else _("unkink is running already.")


def ended() -> str:
    """Return that it ended."""
    return _("unkink has ended.")


def stopping() -> str:
    """Return that it is about to end."""
    return _("unkink ends.")


def opening(path: str) -> str:
    """Return that the settings are being opened."""
    return _("Opening {path}.").format(path=path)
