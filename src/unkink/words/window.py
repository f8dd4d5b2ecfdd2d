"""What the player's window says."""

from unkink.domain.routine import Round, Side
from unkink.domain.units import Seconds
from unkink.words import times
from unkink.words.guide import side
from unkink.words.language import _


def title(routine: str) -> str:
    """Return the title of the window."""
    return _("{routine} – unkink").format(routine=routine)


def time_left() -> str:
    """Return the name of the ring, for a screen reader."""
    return _("Time left in this step")


def progress() -> str:
    """Return the name of the bar, for a screen reader."""
    return _("Progress of the routine")


def figure() -> str:
    """Return the name of the stage, for a screen reader."""
    return _("Moving picture of the exercise")


def seconds() -> str:
    """Return the word below the number in the ring."""
    return _("seconds")


def change_over() -> str:
    """Return the word below the number while changing over."""
    return _("change over")


def next_step(then: Round | None) -> str:
    """Return what comes next, as a heading; the side where it has one."""
    if then is None:
        return _("Then")
    return _("Next · {side}").format(side=side(then.side)) if then.side is not Side.BOTH else _("Next")


def next_name(then: Round | None) -> str:
    """Return the name of what comes next."""
    return _("you are done") if then is None else then.exercise.name


def back() -> str:
    """Return the button that goes back."""
    return _("Back")


def pause() -> str:
    """Return the button that pauses."""
    return _("Pause")


def go_on() -> str:
    """Return the button that ends the pause."""
    return _("Go on")


def skip() -> str:
    """Return the button that goes on to the next step."""
    return _("Skip")


def finish() -> str:
    """Return the button that ends the routine."""
    return _("Finish")


def because(reason: str) -> str:
    """Return why the routine was chosen."""
    return _("Chosen because: {reason}").format(reason=reason)


def well_done(done: Seconds) -> str:
    """Return the last word, big."""
    return _("That counted.") if round(done) else _("Another time.")


def ending(done: Seconds) -> str:
    """Return the last word, small."""
    if not round(done):
        return _("Nothing was counted. It is offered again later.")
    return _("{length} for you. How does it feel?").format(length=times.length(done))


def feelings() -> tuple[tuple[str, str], ...]:
    """Return the ratings and their buttons."""
    return (("better", _("Better")), ("same", _("Same")), ("worse", _("Worse")))


def back_to_work() -> str:
    """Return the button that closes the window."""
    return _("Back to work")


def before_you_start() -> str:
    """Return the heading of a notice."""
    return _("Before you start")
