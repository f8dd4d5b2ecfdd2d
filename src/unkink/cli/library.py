"""The catalogue for the verbs, and how a part of it is picked and printed."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import click

from unkink.catalogue.library import Library
from unkink.catalogue.load import Catalogue
from unkink.domain.body import AREAS, FURNITURE, KIT, Place
from unkink.frozen import dataclass

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Pick:
    """Which exercises or routines are wanted: those for an area, with a thing, that can be done at a place."""

    area: str | None = None
    kit: str | None = None
    place: str | None = None

    def takes(self, areas: Iterable[str], kit: Iterable[str], place: Place) -> bool:
        """Return whether something is wanted that works these areas, needs this kit and this much room."""
        return (
            (self.area is None or self.area in areas)
            and (self.kit is None or self.kit in kit)
            and (self.place is None or place <= Place[self.place.upper()])
        )


def pickable(command: F) -> F:
    """Give a verb the options that `Pick` is made of."""
    places = [place.name.lower() for place in Place]
    for option in (
        click.option("--place", type=click.Choice(places), help="Only what can be done there."),
        click.option("--kit", type=click.Choice((*KIT, *FURNITURE)), metavar="KIT", help="Only what is done with it."),
        click.option("--area", type=click.Choice(AREAS), metavar="AREA", help="Only what works this area."),
    ):
        command = option(command)
    return command


def catalogue() -> Catalogue:
    """Return everything there is to do; what is wrong with the user's own files is told on standard error.

    Raises:
        UnkinkError: what comes with the program can't be read.
    """
    found = Library().catalogue()
    for problem in found.problems:
        click.echo(str(problem), err=True)
    return found


def print_table(titles: Sequence[str], whole: Iterable[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under titles; the columns in `whole` are never broken."""
    from rich.console import Console  # noqa: PLC0415  only tables need it
    from rich.table import Table  # noqa: PLC0415  as above
    from rich.text import Text  # noqa: PLC0415  as above

    table = Table(box=None, pad_edge=False, header_style="bold")
    for title in titles:
        table.add_column(title, no_wrap=title in whole)
    for row in rows:
        table.add_row(*map(Text, row))  # as it was written: a bracket in a name is no markup
    Console(highlight=False).print(table)


def print_sheet(title: str, parts: Iterable[tuple[str, Sequence[str]]]) -> None:
    """Print a title, and each part beside its name; parts with nothing in them are left out."""
    from rich.console import Console  # noqa: PLC0415  as above
    from rich.table import Table  # noqa: PLC0415  as above
    from rich.text import Text  # noqa: PLC0415  as above

    sheet = Table.grid(padding=(0, 2))
    sheet.add_column(no_wrap=True)
    sheet.add_column()
    for name, lines in parts:
        for number, line in enumerate(filter(None, lines)):
            sheet.add_row(Text("" if number else name, style="bold"), Text(line))
    console = Console(highlight=False)
    console.print(Text(title, style="bold"))
    console.print(sheet)
