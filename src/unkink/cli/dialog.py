"""Asking in a terminal: several of a list, areas of the body, a number, yes or no. Enter skips, q stops."""

from collections.abc import Sequence

import click

from unkink.domain.body import AREAS
from unkink.words import screening as words


class Stopped(Exception):  # noqa: N818  it is no error
    """The person does not want to be asked any more now."""


def line(asked: str) -> str:
    """Return what was typed; empty where it was skipped.

    Raises:
        Stopped: q was typed, or the input has ended.
    """
    try:
        found: str = click.prompt(asked, default="", show_default=False).strip()
    except click.Abort:
        raise Stopped from None
    if found.lower() in ("q", "quit"):
        raise Stopped
    return found


def several(options: Sequence[str]) -> tuple[int, ...]:
    """Return which of a list were chosen, counted from 0.

    Raises:
        Stopped: as `line`.
    """
    for number, option in enumerate(options, 1):
        click.echo(f"  {number:2}  {option}")
    while True:
        found = line(words.numbers()).replace(",", " ").split()
        wrong = [each for each in found if not each.isdecimal() or not 1 <= int(each) <= len(options)]
        if not wrong:
            return tuple(sorted({int(each) - 1 for each in found}))
        click.echo(words.no_number(wrong[0], len(options)))


def areas(asked: str) -> tuple[str, ...]:
    """Return areas of the body that were named; none where it was skipped.

    Raises:
        Stopped: as `line`.
    """
    while True:
        found = line(asked).lower().replace(",", " ").split()
        wrong = [each for each in found if each not in AREAS]
        if not wrong:
            return tuple(dict.fromkeys(found))
        click.echo(words.no_area(wrong[0], ", ".join(AREAS)))


def number(asked: str, low: int, high: int) -> int | None:
    """Return a number between two bounds; None where it was skipped.

    Raises:
        Stopped: as `line`.
    """
    while True:
        found = line(asked)
        if not found:
            return None
        if found.isdecimal() and low <= int(found) <= high:
            return int(found)
        click.echo(f"{low}–{high}")


def yes(asked: str, *, default: bool) -> bool:
    """Return whether it was answered with yes.

    Raises:
        Stopped: as `line`.
    """
    hint = "Y/n" if default else "y/N"
    while True:
        found = line(f"{asked} [{hint}]").lower()
        if not found:
            return default
        if found[0] in "yn":
            return found[0] == "y"
