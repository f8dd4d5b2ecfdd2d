"""`unkink start`."""

import subprocess
import sys
import time

import click

from unkink.errors import UnkinkError
from unkink.ipc.client import NoDaemon, ask
from unkink.ipc.endpoint import holder
from unkink.words import answers

LIMIT = 10.0
"""Seconds until it must answer."""


@click.command(name="start", short_help="Start unkink in the background.")
def command() -> None:
    """Start unkink in the background. One that runs already goes on.

    \b
    Example:
      unkink start
    """
    try:
        ask("status")
    except NoDaemon:
        pass
    else:
        click.echo(answers.already_running(holder()))
        return
    process = subprocess.Popen(
        [sys.executable, "-m", "unkink"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
        cwd="/" if sys.platform != "win32" else None,
    )
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        try:
            click.echo(ask("status").data.get("line"))
        except NoDaemon:
            if process.poll() is not None:
                said = process.stderr.read().decode(errors="replace").strip() if process.stderr else ""
                raise UnkinkError("unkink did not start", said.removeprefix("unkink: ")) from None
            time.sleep(0.03)
        else:
            return
    raise UnkinkError("unkink did not start", f"It did not answer within {LIMIT:g} s.", "The log may tell more.")
