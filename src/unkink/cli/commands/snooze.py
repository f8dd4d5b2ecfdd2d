"""`unkink snooze`."""

import click

from unkink.cli.asking import tell
from unkink.cli.durations import DURATION
from unkink.domain.units import format_duration


@click.command(name="snooze", short_help="Put the break on offer off.")
@click.argument("length", required=False, type=DURATION)
def command(length: float | None) -> None:
    """Put the break on offer off, by LENGTH or by the usual snooze. A bare number is minutes.

    \b
    Examples:
      unkink snooze
      unkink snooze 10m
    """
    if length is None:
        tell("snooze")
    else:
        tell("snooze", length=format_duration(length))
