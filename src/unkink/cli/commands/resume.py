"""`unkink resume`."""

import click

from unkink.cli.asking import tell


@click.command(name="resume", short_help="End the quiet.")
def command() -> None:
    """End every pause you asked for; without one, speak all the same, whatever keeps unkink quiet.

    \b
    Example:
      unkink resume
    """
    tell("resume")
