"""`unkink exercises`."""

import json

import click

from unkink.catalogue.evidence import load_evidence
from unkink.catalogue.health import load_tags
from unkink.cli import plain
from unkink.cli.library import Pick, catalogue, pickable, print_sheet, print_table
from unkink.errors import UnkinkError
from unkink.words import exercises as words
from unkink.words import techniques


@click.group(name="exercises", short_help="The exercises there are, and all there is to read about each.")
def command() -> None:
    """Tell about the exercises there are.

    \b
    Examples:
      unkink exercises list --area neck
      unkink exercises show nk-02
    """


@command.command(name="list")
@pickable
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def list_(as_json: bool, **pick: str | None) -> None:  # noqa: FBT001  click's way
    """List the exercises: id, name, technique, where it can be done, what it needs.

    \b
    Examples:
      unkink exercises list
      unkink exercises list --area neck --place desk
      unkink exercises list --kit foam-roller
    """
    wanted = Pick(**pick)
    found = [each for each in catalogue().exercises.values() if wanted.takes(each.areas, each.kit, each.place)]
    if as_json:
        click.echo(json.dumps([plain.exercise(each) for each in found], indent=2, ensure_ascii=False))
        return
    print_table(
        ("id", "exercise", "technique", "place", "needs", "areas"),
        ("id", "place"),
        (
            (
                each.id,
                each.name,
                techniques.name(each.technique),
                each.place.name.lower(),
                ", ".join(sorted(each.kit)),
                ", ".join(each.areas),
            )
            for each in found
        ),
    )


@command.command(name="show")
@click.argument("exercise", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def show(exercise: str, as_json: bool) -> None:  # noqa: FBT001  click's way
    """Print everything there is to read about the exercise with this ID.

    \b
    Example:
      unkink exercises show nk-02
    """
    found = catalogue().exercises.get(exercise)
    if found is None:
        raise UnkinkError(f'There is no exercise "{exercise}"', "", '"unkink exercises list" tells which there are.')
    rows = load_evidence()
    if as_json:
        sources = [{name: getattr(rows[id_], name) for name in rows[id_].__match_args__} for id_ in found.evidence]
        click.echo(json.dumps({**plain.exercise(found), "sources": sources}, indent=2, ensure_ascii=False))
        return
    sources_told = [words.source(id_, rows[id_].claim, rows[id_].source, rows[id_].checked) for id_ in found.evidence]
    if sources_told:
        sources_told.append(words.marks())
    meanings = {tag.name: tag.meaning for tag in load_tags()}
    print_sheet(f"{found.name} ({found.id})", words.exercise(found, sources_told, meanings))
