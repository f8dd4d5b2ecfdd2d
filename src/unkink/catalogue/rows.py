"""The catalogue as plain values, between its files and the domain's types, and where its files are."""

import os
from collections.abc import Sequence
from typing import Any

from unkink.catalogue.problem import Problem
from unkink.errors import UnkinkError
from unkink.frozen import dataclass

Row = list[Any]
"""An exercise or a routine as plain values, in the order of its keys."""


@dataclass(frozen=True, slots=True)
class Rows:
    """A catalogue as plain values.

    Attributes:
        exercises: a row for each exercise.
        routines: a row for each routine, in order.
        problems: what is wrong with the user's own files. A file with a problem is left out.
        pictures: the pictures that were looked at.
    """

    exercises: Sequence[Row]
    routines: Sequence[Row]
    problems: Sequence[Problem]
    pictures: Sequence[str]


def shipped_files(folder: str) -> tuple[str, ...]:
    """Return the files of exercises in a folder, and that of the routines.

    Raises:
        UnkinkError: there are none.
    """
    try:
        names = sorted(os.listdir(os.path.join(folder, "exercises")))
    except OSError as error:
        raise UnkinkError("The catalogue can't be read", f"{error.filename}: {error.strerror}") from error
    return (*(os.path.join(folder, "exercises", name) for name in names), os.path.join(folder, "routines.toml"))


def own_files(folder: str) -> tuple[str, ...]:
    """Return the user's own files in a folder; none where there is no folder."""
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return ()
    return tuple(os.path.join(folder, n) for n in names if n.endswith(".toml") and not n.startswith("."))


def summary(problems: Sequence[Problem]) -> str:
    """Return the first problem of at least one, and how many more there are, in one line."""
    first, *rest = problems
    return f"{first} (and {len(rest)} more)" if rest else str(first)
