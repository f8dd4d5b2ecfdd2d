"""`unkink play`."""

import subprocess
import sys

import click

from unkink import __version__
from unkink.cli.library import catalogue as read_catalogue
from unkink.config.file import ConfigFile
from unkink.domain.routine import single
from unkink.errors import UnkinkError
from unkink.paths import config_file
from unkink.wire.codec import decode, encode
from unkink.wire.window import UP, Dose, Outcome, Play, Trouble


@click.command(name="play", short_help="Look at a routine; nothing is recorded.")
@click.argument("routine")
def command(routine: str) -> None:
    """Show the ROUTINE, or the exercise, with this id. Nothing is recorded, and unkink need not run.

    \b
    Examples:
      unkink play r02
      unkink play nk-02
    """
    catalogue = read_catalogue()
    exercise = catalogue.exercises.get(routine)
    found = catalogue.routine(routine) or (single(exercise) if exercise else None)
    if found is None:
        hint = '"unkink routines list" tells which there are.'
        raise UnkinkError(f'There is no routine "{routine}"', "", hint)
    look = ConfigFile(config_file()).load().look
    doses = tuple(Dose(step.exercise.id, step.seconds, step.sets) for step in found.steps)
    show = Play(__version__, 0, found.id, found.name, found.scene, doses, "", (), look.theme, look.reduced_motion)
    with subprocess.Popen([sys.executable, "-m", "unkink.ui"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as window:
        assert window.stdin is not None  # noqa: S101  it was made with a pipe
        assert window.stdout is not None  # noqa: S101  as above
        window.stdin.write(encode(show))
        window.stdin.flush()
        said = [decode(line, UP) for line in window.stdout]
    trouble = next((word for word in said if isinstance(word, Trouble)), None)
    if trouble is not None:
        raise UnkinkError("No window can be opened", f"{trouble.reason}.", trouble.hint)
    if not any(isinstance(word, Outcome) for word in said):
        raise UnkinkError("The window ended by itself", f"Its exit status was {window.returncode}.")
