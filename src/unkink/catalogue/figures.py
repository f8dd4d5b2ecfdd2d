"""Reading the figures: poses and timelines, by the ids of the exercises. Only windows and pictures need them."""

import os
import tomllib
from typing import Any

from unkink.domain.routine import Exercise
from unkink.errors import UnkinkError
from unkink.figure.model import Figure, FigureError
from unkink.paths import package


class Figures:
    """The figures of exercises. Each is read when it is first wanted: the first picture waits for no other."""

    def __init__(self) -> None:
        self._tables: dict[str, dict[str, Any]] = {}
        self._figures: dict[str, Figure] = {}

    def of(self, exercise: Exercise) -> Figure:
        """Return the figure of an exercise; always the same object for the same one.

        Raises:
            UnkinkError: it is missing or wrong; the file and the place are named.
        """
        if exercise.id not in self._figures:
            self._figures[exercise.id] = self._read(exercise)
        return self._figures[exercise.id]

    def _read(self, exercise: Exercise) -> Figure:
        file = os.path.join(package("catalogue"), "figures", f"{exercise.region}.toml")
        try:
            if file not in self._tables:
                with open(file, "rb") as stream:
                    self._tables[file] = tomllib.load(stream)
            return Figure.parse(exercise.id, self._tables[file][exercise.id])
        except KeyError as error:
            raise UnkinkError("A figure is missing", f"{file}: {error.args[0]}") from error
        except (OSError, tomllib.TOMLDecodeError, FigureError) as error:
            raise UnkinkError("A figure can't be read", f"{file}: {error}") from error
