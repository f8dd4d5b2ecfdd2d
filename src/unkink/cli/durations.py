"""Durations on the command line."""

from typing import Any

import click

from unkink.domain.units import parse_duration


class _Duration(click.ParamType[float]):
    """A duration as people write it; a bare number is minutes."""

    name = "length"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return seconds."""
        try:
            seconds = parse_duration(str(value), bare_minutes=True)
        except ValueError as error:
            self.fail(f'"{value}" must be {error}.', param, ctx)
        if not seconds:
            self.fail(f'"{value}" must be longer than nothing.', param, ctx)
        return seconds


DURATION = _Duration()
