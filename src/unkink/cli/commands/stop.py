"""`unkink stop`."""

import os
import time

import click

from unkink.cli.asking import tell
from unkink.errors import UnkinkError
from unkink.ipc.endpoint import socket_path
from unkink.words import answers

LIMIT = 8.0
"""Seconds until it must have ended."""


@click.command(name="stop", short_help="End unkink.")
def command() -> None:
    """End unkink; where it was is kept for the next start.

    \b
    Example:
      unkink stop
    """
    tell("stop")
    end = time.monotonic() + LIMIT
    while os.path.exists(socket_path()):
        if time.monotonic() > end:
            raise UnkinkError("unkink has not ended", f"It is still there after {LIMIT:g} s.")
        time.sleep(0.02)
    click.echo(answers.ended())
