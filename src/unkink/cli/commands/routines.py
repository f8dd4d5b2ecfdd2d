"""`unkink routines`."""

import json

import click

from unkink.catalogue.load import load
from unkink.domain.routine import Routine
from unkink.words import times


@click.group(name="routines", short_help="The routines there are.")
def command() -> None:
    """Tell about the routines there are.

    \b
    Example:
      unkink routines list
    """


@command.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def list_(as_json: bool) -> None:  # noqa: FBT001  click's way
    """List the routines: id, name, length, where it can be done, what it needs.

    \b
    Example:
      unkink routines list
    """
    routines = load().routines
    if as_json:
        click.echo(json.dumps([_plain(routine) for routine in routines], indent=2, ensure_ascii=False))
        return
    from rich.console import Console  # noqa: PLC0415  only tables need it
    from rich.table import Table  # noqa: PLC0415  as above

    table = Table(box=None, pad_edge=False, header_style="bold")
    for title in ("id", "routine", "length", "place", "needs", "areas"):
        table.add_column(title, no_wrap=title in ("id", "length", "place"))
    for routine in routines:
        table.add_row(
            routine.id,
            routine.name,
            times.length(routine.seconds),
            routine.place.name.lower(),
            ", ".join(sorted(routine.kit)),
            ", ".join(routine.area_seconds),
        )
    Console(highlight=False).print(table)


def _plain(routine: Routine) -> dict[str, object]:
    return {
        "id": routine.id,
        "name": routine.name,
        "seconds": routine.seconds,
        "place": routine.place.name.lower(),
        "kit": sorted(routine.kit),
        "areas": routine.area_seconds,
        "touch": routine.touch,
        "steps": [{"exercise": step.exercise.id, "seconds": step.seconds, "sets": step.sets} for step in routine.steps],
    }
