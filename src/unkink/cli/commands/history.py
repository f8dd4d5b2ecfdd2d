"""`unkink history`."""

import json

import click

from unkink.config.file import ConfigFile
from unkink.history.sqlite import read
from unkink.paths import config_file, data_folder
from unkink.ports import Record
from unkink.words import times
from unkink.words.history import happened


@click.command(name="history", short_help="What was offered, done and credited.")
@click.option("--last", default=20, show_default=True, type=click.IntRange(1), help="How many lines.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def command(last: int, as_json: bool) -> None:  # noqa: FBT001  click's way
    """Tell what was offered, done and credited, newest last.

    \b
    Examples:
      unkink history
      unkink history --last 100 --json
    """
    folder = ConfigFile(config_file()).load().system.data_folder or data_folder()
    records = read(folder, last=last)
    if as_json:
        click.echo(json.dumps([_plain(record) for record in records], indent=2, ensure_ascii=False))
        return
    if not records:
        click.echo("Nothing yet: it begins with the first offer.")
        return
    from rich.console import Console  # noqa: PLC0415  only tables need it
    from rich.table import Table  # noqa: PLC0415  as above

    table = Table(box=None, pad_edge=False, header_style="bold")
    for title in ("when", "what", "routine", "length"):
        table.add_column(title)
    for record in records:
        length = times.length(record.seconds) if record.seconds else ""
        table.add_row(f"{record.local:%Y-%m-%d %H:%M}", happened(record.kind.value, record.detail), record.name, length)
    Console(highlight=False).print(table)


def _plain(record: Record) -> dict[str, object]:
    return {
        "at": record.local.isoformat(),
        "offset_s": record.offset,
        "kind": record.kind.value,
        "routine": record.routine,
        "name": record.name,
        "seconds": record.seconds,
        "detail": record.detail,
        "areas": dict(record.areas),
    }
