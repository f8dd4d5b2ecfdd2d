"""The questions about health as they are put to people (evidence 4.2): calm, short, and none must be answered."""

from unkink.domain.screening import Question
from unkink.words.language import _

_QUESTIONS = {
    Question.RED_FLAGS: _("Right now, or new in the last two weeks, any of these?"),
    Question.PAIN: _("Any aches or pains you'd like unkink to know about? Where?"),
    Question.SENSITIVE: _("Anywhere you'd rather be left alone, or only touched gently?"),
    Question.SKIN: _("Any cuts, rashes, bruises, burns, new injuries, or hot, swollen spots?"),
    Question.AREAS: _("Any of these, and where?"),
    Question.HEALTH: _("Do any of these apply?"),
    Question.PREGNANCY: _("Pregnant, or had a baby in the last three months?"),
    Question.DIZZY: _("Dizzy spells, fainting, or unsteady on your feet?"),
    Question.GROUND: _("The floor, and your feet:"),
}


def question(asked: Question) -> str:
    """Return a question."""
    return _QUESTIONS[asked]


def welcome() -> str:
    """Return what is said before the first question."""
    return _(
        "A few quick questions, so that only what suits you is shown. Enter skips one, q stops: next time it goes on"
        " from there. Your answers stay on this device."
    )


def numbers() -> str:
    """Return how several are chosen."""
    return _("Numbers, or Enter for none")


def where() -> str:
    """Return how areas are asked for."""
    return _("Where? Names of areas, or Enter for everywhere")


def hurts() -> str:
    """Return how the place of a pain is asked for."""
    return _("Names of areas, or Enter for none")


def since() -> str:
    """Return the question about how long."""
    return _("How long? Such as 3 weeks, or a year")


def strength() -> str:
    """Return the question about how strong."""
    return _("How strong is it today, from 0 to 10?")


def spreads() -> str:
    """Return the question about an arm or a leg."""
    return _("Does it spread to an arm or a leg?")


def swollen() -> str:
    """Return the question about a fresh injury."""
    return _("Is it younger than three days, and swollen?")


def better() -> str:
    """Return the question about what helps."""
    return _("What makes it better?")


def worse() -> str:
    """Return the question about what does not."""
    return _("What makes it worse?")


def said() -> str:
    """Return the question about a clinician."""
    return _("Has a clinician looked at it, and what did they say?")


def another() -> str:
    """Return the question about one more pain."""
    return _("Another one?")


def leave_out() -> str:
    """Return how areas that are not to be touched are asked for."""
    return _("Leave alone (names of areas, or Enter for none)")


def gentle() -> str:
    """Return how areas that are to be touched gently are asked for."""
    return _("Only gently (names of areas, or Enter for none)")


def yes() -> str:
    """Return how an answer to a yes-or-no question is asked for."""
    return _("Yes?")


def weeks() -> str:
    """Return the question about the week of a pregnancy."""
    return _("If pregnant, roughly how many weeks? Enter if you'd rather not say")


def floor() -> str:
    """Return the question about the floor."""
    return _("Is getting down to the floor and back up comfortable today?")


def standing() -> str:
    """Return the question about standing."""
    return _("Do you stand? No keeps everything seated")


def strong_pain() -> str:
    """Return what is said of a strong pain."""
    return _("That is strong. Please let a clinician look at it; unkink keeps to what is gentle meanwhile.")


def no_area(found: str, allowed: str) -> str:
    """Return that an area is not known."""
    return _('"{found}" is no area; there are {allowed}.').format(found=found, allowed=allowed)


def no_number(found: str, last: int) -> str:
    """Return that something is none of the numbers."""
    return _('"{found}" is none of the numbers from 1 to {last}.').format(found=found, last=last)


def done() -> str:
    """Return what is said after the last question."""
    return _(
        "That is all. unkink setup --show shows it, --forget deletes it; in 30 days it asks whether anything changed."
    )


def stopped() -> str:
    """Return what is said to somebody who stops."""
    return _("Kept so far. unkink setup goes on from here.")


def nothing() -> str:
    """Return that nothing has been told."""
    return _("Nothing has been told.")


def forgotten() -> str:
    """Return that everything is deleted."""
    return _("Deleted. Nothing is known of your body any more.")
