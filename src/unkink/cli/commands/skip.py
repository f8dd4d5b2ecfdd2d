"""`unkink skip`."""

import click

from unkink.cli.asking import tell


@click.command(name="skip", short_help="Say Not now to the break on offer.")
def command() -> None:
    """Say Not now to the break on offer.

    \b
    Example:
      unkink skip
    """
    tell("skip")
