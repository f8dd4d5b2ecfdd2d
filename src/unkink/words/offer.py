"""What an offer, a notice and a choice say."""

from unkink.domain.choose import Choice, Reason
from unkink.domain.units import DAY, HOUR, Seconds
from unkink.words import times
from unkink.words.language import _, ngettext

_AREAS = {
    "neck": _("neck"),
    "shoulder": _("shoulders"),
    "upper-arm": _("upper arms"),
    "elbow": _("elbows"),
    "forearm": _("forearms"),
    "wrist": _("wrists"),
    "hand": _("hands"),
    "chest": _("chest"),
    "ribs": _("ribs"),
    "upper-back": _("upper back"),
    "lower-back": _("lower back"),
    "glute": _("buttocks"),
    "hip": _("hips"),
    "groin": _("groin"),
    "quad": _("thighs"),
    "hamstring": _("backs of the thighs"),
    "knee": _("knees"),
    "shin": _("shins"),
    "calf": _("calves"),
    "ankle": _("ankles"),
    "foot": _("feet"),
    "jaw": _("jaw"),
    "head-eyes": _("head and eyes"),
}
_KIT = {
    "foam-roller": _("a roller"),
    "massage-ball": _("a ball"),
    "mat": _("a mat"),
    "towel": _("a towel"),
}

FIRST_NOTICE = _(
    "Gentle breaks for adults. Not medical advice. Stop if it hurts, and check with a clinician if you have a condition"
    " or you're unsure."
)
"""What is said once before anything else (evidence 4.4, 1)."""
TOUCH_NOTICE = _(
    "Aim for 3–5 out of 10, never more. Lighter works just as well. Not on the neck with tools, not on the low back"
    " with a roller, not on anything cut, hot, swollen or numb."
)
"""What is said once before the first touch, roller or tender-spot work (evidence 4.4, 2)."""


def area(name: str) -> str:
    """Return what people call an area."""
    return _AREAS[name]


def title(desk: Seconds) -> str:
    """Return the title of an offer: what is known, and no more."""
    if desk < HOUR / 4:
        return _("A short break?")
    return _("{desk} at the desk. A short break?").format(desk=times.length(desk))


def line(choice: Choice) -> str:
    """Return the one line that names a routine and its length."""
    return _("{name} · {length}").format(name=choice.routine.name, length=times.length(choice.routine.seconds))


def start() -> str:
    """Return the label of the first button."""
    return _("Start")


def snooze(seconds: Seconds) -> str:
    """Return the label of a snooze."""
    return _("In {length}").format(length=times.length(seconds))


def not_now() -> str:
    """Return the label of the last button."""
    return _("Not now")


def because(choice: Choice) -> str:
    """Return in one line why a routine was chosen; empty where it was asked for by name."""
    about = choice.about
    match choice.reason:
        case Reason.NAMED:
            return ""
        case Reason.CARES:
            return _("{area}: you care about it; {rested}").format(area=area(about), rested=_rested(choice.rested))
        case Reason.RESTED:
            return _("{area}: {rested}").format(area=area(about), rested=_rested(choice.rested))
        case Reason.KIT:
            return _("you have {kit}").format(kit=_KIT[about])
        case Reason.TYPED:
            return _("{area}: at the keys for long").format(area=area(about))
        case Reason.SAT:
            return _("{area}: still for long").format(area=area(about))
        case Reason.EVENING:
            return _("the working day is nearly over")
        case _:
            return _("short and easy")


def _rested(seconds: Seconds | None) -> str:
    if seconds is None:
        return _("not moved yet")
    days = int(seconds // DAY)
    if days >= 1:
        return ngettext("not moved since yesterday", "not moved for {n} days", days).format(n=days)
    hours = int(seconds // HOUR)
    return ngettext("not moved for an hour", "not moved for {n} hours", max(1, hours)).format(n=hours)
