"""Asking the daemon and printing what it says."""

import click

from unkink.ipc.client import ask


def tell(verb: str, **args: str) -> None:
    """Ask for a verb and print the answer; a no is exit code 1.

    Raises:
        NoDaemon: none is running.
        UnkinkError: it does not answer.
    """
    answer = ask(verb, **args)
    click.echo(answer.text, err=not answer.ok)
    if not answer.ok:
        raise click.exceptions.Exit(1)
