"""`unkink standing`."""

import click

from unkink.cli.asking import tell


@click.command(name="standing", short_help="Say that you stand from now on.")
def command() -> None:
    """Say that you stand from now on; after a while a cue proposes a change.

    \b
    Example:
      unkink standing
    """
    tell("standing")
