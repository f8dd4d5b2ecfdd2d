"""`unkink config`."""

import os
import shlex
import subprocess
import sys
from collections.abc import Callable

import click

from unkink.config.file import ConfigFile
from unkink.config.schema import TABLES, keys
from unkink.errors import UnkinkError
from unkink.paths import config_file


@click.group(name="config", short_help="The settings.")
def command() -> None:
    """Tell about the settings, or edit them.

    \b
    Examples:
      unkink config edit
      unkink config check
    """


@command.command()
def path() -> None:
    """Tell where the settings are.

    \b
    Example:
      unkink config path
    """
    click.echo(config_file())


@command.command()
def show() -> None:
    """Tell what is in force: what you set, and what stands without it.

    \b
    Example:
      unkink config show
    """
    file = ConfigFile(config_file())
    config = file.load()
    for name, table in TABLES.items():
        click.echo(f"[{name}]")
        for key, known, default in keys(table):
            value = getattr(getattr(config, name), key)
            yours = "" if value == default else "  # yours"
            click.echo(f"{key} = {known.type.write(value)}{yours}")
        click.echo()
    for count, what in ((len(config.break_), "[[break]]"), (len(config.appointment), "[[appointment]]")):
        if count:
            click.echo(f"# {count} of {what}")
    _complain(file)


@command.command()
def check() -> None:
    """Tell everything that is wrong with the settings; exit code 1 where something is.

    \b
    Example:
      unkink config check
    """
    file = ConfigFile(config_file())
    file.load()
    if not file.problems:
        where = "is fine" if os.path.exists(file.path) else "is not there: everything is as it comes"
        click.echo(f"{file.path} {where}.")
        return
    _complain(file)
    raise click.exceptions.Exit(1)


@command.command()
def edit() -> None:
    """Open the settings in $VISUAL or $EDITOR, and check them afterwards.

    \b
    Example:
      unkink config edit
    """
    file = ConfigFile(config_file())
    try:
        file.ensure()
    except OSError as error:
        raise UnkinkError("The settings can't be made", f"{file.path}: {error.strerror}.") from error
    fallback = "notepad" if sys.platform == "win32" else "nano"
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or fallback
    try:
        subprocess.run([*shlex.split(editor), file.path], check=False)
    except OSError as error:
        hint = "Set EDITOR to the one you use."
        raise UnkinkError(f'"{editor}" can\'t be started', f"{error.strerror}.", hint) from error
    file.load()
    _complain(file)


@command.command(name="set")
@click.argument("pairs", nargs=-1, required=True, metavar="KEY VALUE [KEY VALUE]...")
def set_(pairs: tuple[str, ...]) -> None:
    """Set a KEY to a VALUE; comments and order stay as they are.

    \b
    Examples:
      unkink config set rhythm.move_every 50m
      unkink config set you.kit '["foam-roller", "mat"]'
    """
    if len(pairs) % 2:
        raise click.UsageError("Each KEY needs a VALUE.")
    from unkink.config.write import set_key  # noqa: PLC0415  only two verbs write

    def change(text: str) -> str:
        for name, value in zip(pairs[::2], pairs[1::2], strict=True):
            text = set_key(text, name, value, config_file())
        return text

    _rewrite(change, make=True)


@command.command()
@click.argument("key")
def reset(key: str) -> None:
    """Have a KEY as it comes again.

    \b
    Example:
      unkink config reset rhythm.move_every
    """
    from unkink.config.write import reset_key  # noqa: PLC0415  as above

    _rewrite(lambda text: reset_key(text, key, config_file()), make=False)


def _rewrite(change: Callable[[str], str], *, make: bool) -> None:
    file = ConfigFile(config_file())
    try:
        file.change(change, make=make)
    except OSError as error:
        raise UnkinkError("The settings can't be changed", f"{file.path}: {error.strerror}.") from error
    file.load()
    _complain(file)


def _complain(file: ConfigFile) -> None:
    for problem in file.problems:
        click.echo(str(problem), err=True)
