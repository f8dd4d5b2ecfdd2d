"""The verbs, their help in a line, and errors as exit codes: 0 done, 1 failed, 2 wrong use, 3 no daemon."""

import importlib
import sys

import click

from unkink import __version__
from unkink.errors import UnkinkError
from unkink.ipc.client import NoDaemon

FAILED, NO_DAEMON = 1, 3

VERBS = {
    "start": "Start unkink in the background.",
    "stop": "End unkink.",
    "status": "What is going on, what comes next and why.",
    "break": "Ask for a break now, or start a routine by its id.",
    "snooze": "Put the break on offer off.",
    "skip": "Say Not now to the break on offer.",
    "pause": "Be quiet for a while.",
    "resume": "End the quiet.",
    "moved": "Say that you just moved: that counts as a break.",
    "standing": "Say that you stand from now on.",
    "sitting": "Say that you sit from now on.",
    "setup": "Questions about your body, so that only what suits you is shown.",
    "play": "Look at a routine; nothing is recorded.",
    "routines": "The routines there are, and your own.",
    "exercises": "The exercises there are, and all there is to read about each.",
    "history": "What was offered, done and credited.",
    "simulate": "What would have been offered on past days.",
    "config": "The settings: where they are, what is in force, what is wrong.",
}
"""Each verb's name and first line. The module of a verb has the same name; `break` is no name for a module."""

_MODULES = {"break": "break_"}


class Verbs(click.Group):
    """A group that imports a verb when it is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return all verbs, in the order of their usefulness."""
        del ctx
        return list(VERBS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Return a verb."""
        del ctx
        if name not in VERBS:
            return None
        module = importlib.import_module(f"unkink.cli.commands.{_MODULES.get(name, name)}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the verbs without importing any."""
        del ctx
        with formatter.section("Verbs"):
            formatter.write_dl(list(VERBS.items()))


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="unkink", message="%(prog)s %(version)s")
def unkink() -> None:
    """Offers a short guided stretch, foam roll or self-massage when you have sat for long.

    Without a verb unkink starts here, in the foreground.

    \b
    Examples:
      unkink start
      unkink status
      unkink break
    """


def main() -> int:
    """Run the command line; returns the exit status."""
    try:
        # Without its own error handling click returns the status of an Exit instead of leaving.
        return unkink.main(standalone_mode=False, prog_name="unkink") or 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return FAILED
    except NoDaemon:
        click.echo('unkink is not running. "unkink start" starts it.', err=True)
        return NO_DAEMON
    except UnkinkError as error:
        click.echo(str(error), err=True)
        return FAILED
    except BrokenPipeError:
        sys.stderr.close()  # whoever read us has gone; nothing more to say
        return 0
