"""`unkink sitting`."""

import click

from unkink.cli.asking import tell


@click.command(name="sitting", short_help="Say that you sit from now on.")
def command() -> None:
    """Say that you sit from now on.

    \b
    Example:
      unkink sitting
    """
    tell("sitting")
