"""What happened, in words for a table."""

from unkink.words.language import _

_WORDS = {
    "offered": _("offered"),
    "started": _("started"),
    "finished": _("finished"),
    "stopped": _("stopped before the end"),
    "snoozed": _("snoozed"),
    "skipped": _("not now"),
    "missed": _("nobody there"),
    "ignored": _("no answer"),
    "credited": _("counted as a break"),
    "dropped": _("appointment dropped"),
    "cue-shown": _("posture cue"),
    "cue-done": _("posture cue: done"),
    "rated": _("rated"),
}
_DETAILS = {
    "away": _("away"),
    "moved": _("you said so"),
    "better": _("better"),
    "same": _("same"),
    "worse": _("worse"),
}


def happened(kind: str, detail: str) -> str:
    """Return what happened, with its detail where that says something to people."""
    words = _WORDS.get(kind, kind)
    more = _DETAILS.get(detail, detail if kind in ("dropped", "cue-shown", "cue-done") else "")
    return f"{words}: {more}" if more else words
