"""`unkink pause`."""

import click

from unkink.cli.asking import tell
from unkink.cli.durations import DURATION
from unkink.domain.units import format_duration


@click.command(name="pause", short_help="Be quiet for a while.")
@click.argument("how_long", nargs=-1, metavar="[LENGTH | until TIME | until tomorrow]")
@click.option("--meeting", is_flag=True, help="It is for a meeting: it counts as sitting.")
def command(how_long: tuple[str, ...], meeting: bool) -> None:  # noqa: FBT001  click's way
    """Be quiet: for a LENGTH, until a TIME of day, or until "unkink resume". A bare number is minutes.

    \b
    Examples:
      unkink pause 1h
      unkink pause until 14:00
      unkink pause until tomorrow
      unkink pause 45 --meeting
    """
    args = {"meeting": "yes"} if meeting else {}
    match how_long:
        case ():
            tell("pause", **args)
        case ("until", time):
            tell("pause", until=time, **args)
        case (length,):
            tell("pause", length=format_duration(DURATION.convert(length, None, None)), **args)
        case _:
            raise click.UsageError('It must be a length ("1h"), "until 14:00", or "until tomorrow".')
