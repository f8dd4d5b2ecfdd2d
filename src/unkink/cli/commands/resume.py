"""`unkink resume`."""

import click

from unkink.cli.asking import tell


@click.command(name="resume", short_help="End the quiet.")
def command() -> None:
    """End every pause that was asked for.

    \b
    Example:
      unkink resume
    """
    tell("resume")
