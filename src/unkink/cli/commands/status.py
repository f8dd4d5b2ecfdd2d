"""`unkink status`."""

import json

import click

from unkink.ipc.client import ask


@click.command(name="status", short_help="What is going on, what comes next and why.")
@click.option("--json", "as_json", is_flag=True, help="Everything, for programs.")
def command(as_json: bool) -> None:  # noqa: FBT001  click's way
    """Tell what is going on, what comes next and why, and how each part does.

    \b
    Examples:
      unkink status
      unkink status --json
    """
    answer = ask("status")
    click.echo(json.dumps(answer.data, indent=2, ensure_ascii=False) if as_json else answer.text)
