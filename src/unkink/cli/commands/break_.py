"""`unkink break`."""

import click

from unkink.cli.asking import tell


@click.command(name="break", short_help="Ask for a break now, or start a routine by its id.")
@click.argument("routine", required=False)
def command(routine: str | None) -> None:
    """Ask for an offer now, whatever the time; with a ROUTINE, start that one.

    \b
    Examples:
      unkink break
      unkink break r02
    """
    if routine:
        tell("break", routine=routine)
    else:
        tell("offer")
