"""Everything there is to read about an exercise or a routine: parts with a name each, for whatever shows them."""

from collections.abc import Iterable, Mapping, Sequence

from unkink.domain.body import Place, Position, Technique
from unkink.domain.routine import Exercise, Routine, Step
from unkink.domain.units import Seconds
from unkink.words import times
from unkink.words.language import _, ngettext
from unkink.words.techniques import about

STOP_SIGNS = _(
    "Sharp, shooting, electric or burning pain; new numbness, tingling or weakness; dizziness, faintness, blurred or "
    "double vision; chest pain or breathlessness; pain that rises with each round."
)
"""The stop signs of every exercise, in full (evidence 4.1)."""

Parts = list[tuple[str, Sequence[str]]]

_PLACES = {Place.DESK: _("at the desk"), Place.ROOM: _("room to stand"), Place.FLOOR: _("a floor to lie on")}
_POSITIONS = {
    Position.SEATED: _("seated"),
    Position.STANDING: _("standing"),
    Position.FLOOR: _("on the floor"),
}
_INTENSITIES = {1: _("gentle"), 2: _("moderate"), 3: _("firm")}


def place(where: Place) -> str:
    """Return how much room something needs."""
    return _PLACES[where]


def dose(seconds: Seconds, sets: int, *, sided: bool) -> str:
    """Return how long and how often something is done."""
    text = times.length(seconds)
    if sets > 1:
        text = _("{times} × {length}").format(times=sets, length=text)
    return _("{dose} on each side").format(dose=text) if sided else text


def exercise(what: Exercise, sources: Sequence[str], meanings: Mapping[str, str]) -> Parts:
    """Return the parts of an exercise.

    Args:
        what: the exercise.
        sources: its sources, in words.
        meanings: what each health tag means.
    """
    of = about(what.technique)
    length = dose(what.seconds, what.sets, sided=what.sided)
    return [
        (_("what"), [_("{name}: {what}").format(name=of.name, what=of.what)]),
        (_("dose"), [_("; ").join(filter(None, (length, what.pace, _INTENSITIES[what.intensity])))]),
        (_("needs"), [_(", ").join(sorted(what.kit)) or _("nothing")]),
        (_("place"), [_("{place}, {position}").format(place=place(what.place), position=_POSITIONS[what.position])]),
        (_("areas"), [_(", ").join(what.areas)]),
        (_("picture"), [what.picture]),
        (_("steps"), [_("{n}. {step}").format(n=n, step=step) for n, step in enumerate(what.steps, start=1)]),
        (_("feel"), [what.feel]),
        (_("stop if"), [what.stop, STOP_SIGNS]),
        (_("hidden by"), _tags(what.hide_if, meanings)),
        (_("care with"), _tags(what.care_if, meanings)),
        (_("evidence"), [label(what.technique), *sources]),
    ]


def routine(what: Routine, meanings: Mapping[str, str]) -> Parts:
    """Return the parts of a routine; `meanings` is as in `exercise`."""
    exercises = list(dict.fromkeys(step.exercise for step in what.steps))
    techniques = list(dict.fromkeys(each.technique for each in exercises))
    hidden = frozenset().union(*(each.hide_if for each in exercises))
    care = frozenset().union(*(each.care_if for each in exercises)) - hidden
    areas = [_("{area} {length}").format(area=area, length=times.length(s)) for area, s in what.area_seconds.items()]
    return [
        (_("when"), [what.when]),
        (_("scene"), [what.scene]),
        (_("length"), [times.length(what.seconds)]),
        (_("needs"), [_(", ").join(sorted(what.kit)) or _("nothing")]),
        (_("place"), [place(what.place)]),
        (_("areas"), [_(", ").join(areas)]),
        (_("steps"), [_step(n, step) for n, step in enumerate(what.steps, start=1)]),
        (_("stop if"), [*dict.fromkeys(each.stop for each in exercises), STOP_SIGNS]),
        (_("hidden by"), _tags(hidden, meanings)),
        (_("care with"), _tags(care, meanings)),
        (_("evidence"), [_("{name}: {label}").format(name=about(t).name, label=label(t)) for t in techniques]),
    ]


def label(technique: Technique) -> str:
    """Return how well a technique is supported, and the evidence rows that says so."""
    of = about(technique)
    return _("{label} ({rows})").format(label=of.label, rows=_(", ").join(of.rests_on))


def source(id_: str, claim: str, where: str, checked: str) -> str:
    """Return a row of the evidence."""
    return _("{id}: {claim} {where}. Checked: {checked}.").format(
        id=id_, claim=claim, where=where.rstrip("."), checked=checked.rstrip(".")
    )


def marks() -> str:
    """Return what the marks of checking mean."""
    return _("V: its abstract or the passage was read. V2: a page that quotes it was read. M: from memory.")


def _step(number: int, step: Step) -> str:
    length = dose(step.seconds, step.sets, sided=step.exercise.sided)
    return _("{n}. {name} ({id}): {dose}").format(n=number, name=step.exercise.name, id=step.exercise.id, dose=length)


def _tags(tags: Iterable[str], meanings: Mapping[str, str]) -> list[str]:
    return [_("{tag}: {meaning}").format(tag=tag, meaning=meanings.get(tag, "")) for tag in sorted(tags)]


def counted(file: str, exercises: int, routines: int) -> str:
    """Return what stands in a file with nothing wrong in it."""
    many = ngettext("{n} exercise", "{n} exercises", exercises).format(n=exercises)
    more = ngettext("{n} routine", "{n} routines", routines).format(n=routines)
    return _("{file}: {exercises}, {routines}; nothing wrong.").format(file=file, exercises=many, routines=more)


def none_of_your_own(folder: str) -> str:
    """Return that there is nothing to check."""
    return _('There are none of your own in {folder} yet; "unkink routines new" begins one.').format(folder=folder)


def nothing_yet(file: str) -> str:
    """Return that a file holds nothing but comments."""
    return _("{file}: there is no exercise and no routine in it yet.").format(file=file)


def written(file: str) -> str:
    """Return that a template was written, and what to do with it."""
    return _('{file} is written. Take the comments away, and ask "unkink routines check".').format(file=file)
