"""python -m unkink.simulate TRACE [--json | --chart] [--answers MOOD] [--zone NAME] [--config FILE]."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import datetime, tzinfo

from unkink.catalogue.cues import load_cues
from unkink.config import apply
from unkink.config.file import ConfigFile
from unkink.domain.deck import suiting
from unkink.errors import UnkinkError
from unkink.paths import config_file
from unkink.simulate.activitywatch import read_export
from unkink.simulate.answers import mood_of
from unkink.simulate.run import Watch, live
from unkink.simulate.show import as_chart, as_json, as_text
from unkink.simulate.timeline import Entry
from unkink.simulate.trace import Trace, named_zone, read_csv

FAILED, WRONG_USE = 1, 2


class WrongUse(UnkinkError):  # noqa: N818  it is whoever asked who errs
    """An option that makes no sense."""


def read(path: str, zone: tzinfo | None) -> Trace:
    """Return the trace in a file: JSON is an export of ActivityWatch, anything else is CSV.

    Raises:
        UnkinkError: the file can't be read, or makes no sense.
    """
    try:
        with open(path, encoding="utf-8") as stream:
            text = stream.read()
    except (OSError, UnicodeDecodeError) as error:
        raise UnkinkError(f"{path} can't be read", f"{error}.") from None
    return read_export(text, path, zone) if text.lstrip()[:1] in ("{", "[") else read_csv(text, path)


def lived(options: argparse.Namespace, watch: Watch | None = None) -> list[Entry]:
    """Return what comes of the trace that the options name.

    Args:
        options: as `parse` returns them.
        watch: told all along the way how things stand.

    Raises:
        WrongUse: something in the options makes no sense.
        UnkinkError: the trace can't be read, or makes no sense.
    """
    try:
        mood = mood_of(options.answers)
        zone = named_zone(options.zone) if options.zone else None
    except ValueError as error:
        raise WrongUse(str(error)) from None
    if options.config and not os.path.exists(options.config):
        raise WrongUse(f"{options.config} is not there")
    trace = read(options.trace, zone)
    file = ConfigFile(options.config or config_file())
    config = file.load()
    for problem in file.problems:
        sys.stderr.write(f"{problem}\n")
    rules = apply.rules(config, suiting(load_cues(), apply.person(config, touch=True)))
    return live(trace, rules, mood, zone, watch)


def shown(options: argparse.Namespace) -> str:
    """Return what comes of the trace, in the form the options ask for.

    Raises:
        UnkinkError: as `lived`.
    """
    if options.json:
        return as_json(lived(options))
    if not options.chart:
        return as_text(lived(options))
    seen: list[tuple[datetime, bool, bool]] = []
    return as_chart(lived(options, lambda *now: seen.append(now)), seen)


def parse(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Return the options that were given on the command line, or as `arguments`."""
    parser = argparse.ArgumentParser(prog="unkink simulate")
    parser.add_argument("trace")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true")
    shape.add_argument("--chart", action="store_true")
    parser.add_argument("--answers", default="start")
    parser.add_argument("--zone", default="")
    parser.add_argument("--config", default="")
    return parser.parse_args(arguments)


def main() -> int:
    """Run the simulator; returns the exit status."""
    try:
        found = shown(parse())
    except UnkinkError as error:
        sys.stderr.write(f"{error}\n")
        return WRONG_USE if isinstance(error, WrongUse) else FAILED
    sys.stdout.write(f"{found}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
