"""The techniques in plain words, and how sure anybody is of them (evidence 1 and 3.3)."""

from typing import NamedTuple

from unkink.domain.body import Technique
from unkink.words.language import _


class About(NamedTuple):
    """What there is to say of a technique.

    Attributes:
        name: what people call it.
        what: what it is, in a line.
        label: how well it is supported, in a few words.
        rests_on: the evidence rows that label rests on.
    """

    name: str
    what: str
    label: str
    rests_on: tuple[str, ...]


_ABOUT = {
    Technique.STROKES: About(
        _("Long strokes"),
        _("Slow, flat-handed sweeps. Light to medium pressure. A good start and finish."),
        _("comfort; borrowed from therapist massage, low certainty"),
        ("M1", "M2", "M3", "M4", "M5"),
    ),
    Technique.KNEADING: About(
        _("Kneading (petrissage)"),
        _("Squeezing, lifting or rolling muscle with fingers, palms or knuckles."),
        _("comfort; borrowed from therapist massage, low certainty"),
        ("M1", "M2", "M3", "M4", "M5"),
    ),
    Technique.DEEP_PRESSURE: About(
        _("Slow deep pressure"),
        _("Slow press or glide that sinks in gradually. Never above 5 out of 10."),
        _("weak"),
        ("M6", "F7"),
    ),
    Technique.TENDER_SPOT: About(
        _("Tender-spot hold"),
        _("Still pressure on one tender spot until it fades, then slow release."),
        _("weak"),
        ("T1", "T2", "T3", "F5"),
    ),
    Technique.FOAM_ROLL: About(
        _("Foam rolling"),
        _("Rolling a muscle slowly over a roller, 2–4 seconds each way."),
        _("good for short-lived flexibility; not shown for desk aches"),
        ("F1", "F2", "F3", "F8", "F9"),
    ),
    Technique.STRETCH: About(
        _("Stretch"),
        _("Hold where you feel a mild pull, 15–30 seconds."),
        _("fair (unblinded trials)"),
        ("ST5", "ST6", "X7", "X8"),
    ),
    Technique.MOBILITY: About(
        _("Easy movement"),
        _("Moving a joint through its comfortable range."),
        _("promising (one good trial)"),
        ("S13", "N1"),
    ),
    Technique.STRENGTH: About(
        _("Light strength"),
        _("A few slow efforts to wake muscles up."),
        _("moderate"),
        ("X1", "X2", "X3", "X6"),
    ),
    Technique.POSTURE: About(
        _("Posture change"),
        _("A different position or a letting-go. No “right” posture."),
        _("promising (one good trial)"),
        ("S13", "N1"),
    ),
    Technique.BREATH: About(_("Breathing"), _("Slow, easy breathing patterns."), _("fair, small"), ("B1", "B2", "B3")),
    Technique.EYES: About(_("Eye rest"), _("Looking away, blinking, resting."), _("mixed"), ("Y1", "Y2")),
}


def about(technique: Technique) -> About:
    """Return what there is to say of a technique."""
    return _ABOUT[technique]


def name(technique: Technique) -> str:
    """Return what people call a technique."""
    return _ABOUT[technique].name
