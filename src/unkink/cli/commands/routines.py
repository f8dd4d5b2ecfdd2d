"""`unkink routines`."""

import json
import os

import click

from unkink import paths
from unkink.catalogue.health import load_tags
from unkink.catalogue.merge import survey
from unkink.catalogue.rows import own_files, shipped_files
from unkink.cli import plain
from unkink.cli.library import Pick, catalogue, pickable, print_sheet, print_table
from unkink.errors import UnkinkError
from unkink.words import exercises as words
from unkink.words import times

NEW = "my-routines.toml"


@click.group(name="routines", short_help="The routines there are, and your own.")
def command() -> None:
    """Tell about the routines there are, and help to write your own.

    \b
    Examples:
      unkink routines list
      unkink routines show r02
      unkink routines new
      unkink routines check
    """


@command.command(name="list")
@pickable
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def list_(as_json: bool, **pick: str | None) -> None:  # noqa: FBT001  click's way
    """List the routines: id, name, length, where it can be done, what it needs.

    \b
    Examples:
      unkink routines list
      unkink routines list --area neck --place desk
      unkink routines list --kit foam-roller
    """
    wanted = Pick(**pick)
    found = [each for each in catalogue().routines if wanted.takes(each.area_seconds, each.kit, each.place)]
    if as_json:
        click.echo(json.dumps([plain.routine(each) for each in found], indent=2, ensure_ascii=False))
        return
    print_table(
        ("id", "routine", "length", "place", "needs", "areas"),
        ("id", "length", "place"),
        (
            (
                each.id,
                each.name,
                times.length(each.seconds),
                each.place.name.lower(),
                ", ".join(sorted(each.kit)),
                ", ".join(each.area_seconds),
            )
            for each in found
        ),
    )


@command.command(name="show")
@click.argument("routine", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def show(routine: str, as_json: bool) -> None:  # noqa: FBT001  click's way
    """Print everything there is to read about the routine with this ID.

    \b
    Example:
      unkink routines show r02
    """
    found = catalogue().routine(routine)
    if found is None:
        raise UnkinkError(f'There is no routine "{routine}"', "", '"unkink routines list" tells which there are.')
    if as_json:
        click.echo(json.dumps(plain.routine(found), indent=2, ensure_ascii=False))
        return
    meanings = {tag.name: tag.meaning for tag in load_tags()}
    print_sheet(f"{found.name} ({found.id})", words.routine(found, meanings))


@command.command(name="check")
@click.argument("file", required=False)
def check(file: str | None) -> None:
    """Name everything that is wrong with your own routines and exercises: in a FILE, or in all of them.

    \b
    Examples:
      unkink routines check
      unkink routines check my-routines.toml
    """
    own = own_files(paths.routines_folder())
    if file is not None:
        # As if it lay beside the others already; in their folder it is one of them.
        path = os.path.abspath(file)
        own = (*(each for each in own if os.path.realpath(each) != os.path.realpath(path)), path)
    shipped, theirs = survey(shipped_files(paths.package("catalogue")), own)
    looked = [*shipped, *theirs] if file is None else theirs[-1:]
    problems = [problem for source in looked for problem in source.problems]
    for problem in problems:
        click.echo(str(problem), err=True)
    if problems:
        raise click.exceptions.Exit(1)
    if not theirs:
        click.echo(words.none_of_your_own(paths.routines_folder()))
    for source in theirs if file is None else looked:
        if source.tables:
            click.echo(words.counted(source.file, len(source.exercises), len(source.routines)))
        else:
            click.echo(words.nothing_yet(source.file), err=True)
    if file is not None and not theirs[-1].tables:
        raise click.exceptions.Exit(1)


@command.command(name="new")
@click.argument("file", required=False)
def new(file: str | None) -> None:
    """Write a template for your own exercises and routines to a FILE; without one, to where unkink looks for them.

    It never writes over a file. What it writes is all comments: nothing is offered before you take them away.

    \b
    Examples:
      unkink routines new
      unkink routines new ~/.config/unkink/routines/evenings.toml
    """
    path = os.path.abspath(os.path.expanduser(file or os.path.join(paths.routines_folder(), NEW)))
    with open(paths.package("catalogue", "template.toml"), encoding="utf-8") as stream:
        template = stream.read()
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        with open(path, "x", encoding="utf-8") as stream:
            stream.write(template)
    except OSError as error:
        if isinstance(error, FileExistsError) and error.filename == path:
            hint = 'Name another one: "unkink routines new FILE".'
            raise UnkinkError(f"{path} is there already", "", hint) from None
        raise UnkinkError("No file can be made there", f"{path}: {error.strerror}.") from None
    click.echo(words.written(path))
