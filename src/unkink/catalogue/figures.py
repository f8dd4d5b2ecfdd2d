"""Reading the figures: poses and timelines, by the ids of the exercises. Only windows and pictures need them."""

import os
import tomllib
from collections.abc import Iterable

from unkink.domain.routine import Exercise
from unkink.errors import UnkinkError
from unkink.figure.model import Figure, FigureError
from unkink.paths import package


def figures(exercises: Iterable[Exercise]) -> dict[str, Figure]:
    """Return the figure of each exercise, by id. Each region's file is read once.

    Raises:
        UnkinkError: one is missing or wrong; the file and the place are named.
    """
    wanted = {exercise.id: exercise.region for exercise in exercises}
    found: dict[str, Figure] = {}
    for region in sorted(set(wanted.values())):
        file = os.path.join(package("catalogue"), "figures", f"{region}.toml")
        try:
            with open(file, "rb") as stream:
                tables = tomllib.load(stream)
            for id_ in (id_ for id_, its in wanted.items() if its == region):
                found[id_] = Figure.parse(id_, tables[id_])
        except KeyError as error:
            raise UnkinkError("A figure is missing", f"{file}: {error.args[0]}") from error
        except (OSError, tomllib.TOMLDecodeError, FigureError) as error:
            raise UnkinkError("A figure can't be read", f"{file}: {error}") from error
    return found
