"""`unkink moved`."""

import click

from unkink.cli.asking import tell


@click.command(name="moved", short_help="Say that you just moved: that counts as a break.")
def command() -> None:
    """Say that you just moved. It counts as a break.

    \b
    Example:
      unkink moved
    """
    tell("moved")
