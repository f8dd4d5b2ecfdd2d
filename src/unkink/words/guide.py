"""What a routine says step by step: in the window and where notifications guide it."""

from unkink.domain.notice import Notice
from unkink.domain.routine import Round, Side
from unkink.domain.units import Seconds
from unkink.words import offer, times
from unkink.words.language import _

UNIVERSAL_STOP = _(
    "Stop at sharp, shooting or burning pain, numbness or weakness, dizziness, chest pain or breathlessness."
)
"""The stop signs of every exercise, in one line (evidence 4.1)."""


def side(which: Side) -> str:
    """Return which side works; empty where both do."""
    return {Side.BOTH: "", Side.RIGHT: _("Right side"), Side.LEFT: _("Left side")}[which]


def step_title(part: Round, number: int, count: int) -> str:
    """Return the title of one round: its place, the exercise, the side."""
    name = f"{part.exercise.name} · {side(part.side)}" if part.side is not Side.BOTH else part.exercise.name
    return _("{number} of {count} · {name}").format(number=number, count=count, name=name)


def round_line(seconds: Seconds) -> str:
    """Return how long a round takes."""
    return _("For {length}:").format(length=times.length(seconds))


def stop_signs(own: str) -> str:
    """Return an exercise's own stop signs as a line."""
    return _("Stop if: {signs}").format(signs=own)


def notice(which: Notice) -> str:
    """Return the words of a notice."""
    return {Notice.FIRST: offer.FIRST_NOTICE, Notice.TOUCH: offer.TOUCH_NOTICE}[which]


def confirm() -> str:
    """Return the button that confirms a notice."""
    return _("Got it")


def skip() -> str:
    """Return the button that goes on to the next round."""
    return _("Next")


def stop() -> str:
    """Return the button that ends a routine."""
    return _("Finish")


def counted() -> str:
    """Return the last word of a routine that was done."""
    return _("That counted. Back to it, whenever you like.")
