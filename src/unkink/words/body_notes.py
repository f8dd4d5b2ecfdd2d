"""Body notes: what was told of the body on one page, for a therapist or a clinician; as text or as a web page."""

from collections.abc import Mapping, Sequence
from html import escape

from unkink.domain.body import Technique
from unkink.domain.screening import Answers, Pain, Question, Told
from unkink.words import techniques
from unkink.words.language import _
from unkink.words.offer import area

Section = tuple[str, tuple[str, ...]]
"""A heading, and what stands under it."""


def sections(
    answers: Answers, meanings: Mapping[str, str], pressure: str, rather_not: Sequence[Technique]
) -> list[Section]:
    """Return the page: headings with their lines; what was not told is left out.

    Args:
        answers: what was told.
        meanings: what each health tag and each red flag means, in plain words, by its name.
        pressure: how much pressure they like.
        rather_not: techniques they would rather not have.
    """
    found: list[Section] = [
        (_("To have looked at"), tuple(_told(told, meanings) for told in answers.red_flags)),
        (_("Aches and pains"), tuple(_pain(pain) for pain in answers.pains)),
        (_("Please leave alone"), tuple(area(name) for name in answers.leave_out)),
        (_("Only gently, please"), tuple(area(name) for name in answers.gentle)),
        (_("Good to know"), tuple(_told(told, meanings) for told in answers.tags)),
    ]
    likes = [_("Pressure: {pressure}").format(pressure=pressure)]
    likes += [_("Rather not: {technique}").format(technique=techniques.name(each)) for each in rather_not]
    found.append((_("Likes"), tuple(likes)))
    if Question.PAIN in answers.answered and not answers.pains:
        found.insert(1, (_("Aches and pains"), (_("none"),)))
    return [(title, lines) for title, lines in found if lines]


def as_text(page: Sequence[Section], day: str) -> str:
    """Return the page as text."""
    lines = [_("Body notes, {day}").format(day=day), _intro()]
    for title, each in page:
        lines += ["", title, *(f"  – {line}" for line in each)]
    return "\n".join(lines)


def as_html(page: Sequence[Section], day: str) -> str:
    """Return the page as one web page that needs nothing else, made to be printed."""
    title = escape(_("Body notes, {day}").format(day=day))
    body = "".join(
        f"<h2>{escape(heading)}</h2><ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"
        for heading, lines in page
    )
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style></head>'
        f"<body><h1>{title}</h1><p>{escape(_intro())}</p>{body}</body></html>\n"
    )


_STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;max-width:42em;margin:3em auto;padding:0 1.5em;color:#222}"
    "h1{font-size:1.5em}h2{font-size:1.05em;margin:1.6em 0 .3em}ul{margin:0;padding-left:1.2em}p{color:#555}"
    "@media print{body{margin:0 auto}}"
)


def _intro() -> str:
    return _("Told by the person themselves, in their own words. unkink diagnoses nothing.")


def _told(told: Told, meanings: Mapping[str, str]) -> str:
    meaning = meanings.get(told.name, told.name)
    return _("{what}: {where}").format(what=meaning, where=_where(told.areas)) if told.areas else meaning


def _pain(pain: Pain) -> str:
    parts = [_where(pain.areas)]
    parts += [_("for {since}").format(since=pain.since)] if pain.since else []
    parts.append(_("{strength} of 10 today").format(strength=pain.strength))
    parts += [_("spreads to an arm or a leg")] if pain.spreads else []
    parts += [_("new and swollen")] if pain.swollen else []
    parts += [_("better: {what}").format(what=pain.better)] if pain.better else []
    parts += [_("worse: {what}").format(what=pain.worse)] if pain.worse else []
    parts += [_("a clinician said: {what}").format(what=pain.said)] if pain.said else []
    return "; ".join(parts)


def _where(areas: Sequence[str]) -> str:
    return ", ".join(area(name) for name in areas)
