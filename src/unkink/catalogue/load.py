"""Reading the catalogue: words, doses and safety into the domain's types."""

import os
import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from typing import Any, TypeVar

from unkink.domain.body import Place, Position, Technique
from unkink.domain.routine import Exercise, Routine, Step
from unkink.errors import UnkinkError
from unkink.frozen import dataclass
from unkink.paths import package

T = TypeVar("T")

EXERCISE = tuple(name for name in Exercise.__match_args__ if name not in ("id", "region"))
ROUTINE = tuple(name for name in Routine.__match_args__ if name != "id")
STEP = Step.__match_args__
"""The keys of an exercise, of a routine and of one of its steps."""


@dataclass(frozen=True)
class Catalogue:
    """Everything there is to do.

    Attributes:
        exercises: by id.
        routines: in the order of the file.
    """

    exercises: Mapping[str, Exercise]
    routines: tuple[Routine, ...]

    def routine(self, wanted: str) -> Routine | None:
        """Return the routine with this id; None where there is none."""
        return next((routine for routine in self.routines if routine.id == wanted), None)


def load(folder: str | None = None) -> Catalogue:
    """Return the catalogue in a folder; without one, the catalogue that comes with the program.

    Raises:
        UnkinkError: something in it is missing, wrong or unknown; the file and the key are named.
    """
    folder = folder or package("catalogue")
    exercises: dict[str, Exercise] = {}
    for name in sorted(os.listdir(os.path.join(folder, "exercises"))):
        file = os.path.join(folder, "exercises", name)
        region = name.removesuffix(".toml")
        for exercise in entries(file, partial(_exercise, region), EXERCISE):
            exercises[exercise.id] = exercise
    file = os.path.join(folder, "routines.toml")
    return Catalogue(exercises, tuple(entries(file, partial(_routine, exercises), ROUTINE)))


def names() -> tuple[tuple[str, str], ...]:
    """Return the id and the name of each routine, without reading anything else."""
    return tuple(
        (id_, table["name"]) for id_, table in _toml(os.path.join(package("catalogue"), "routines.toml")).items()
    )


def entries(file: str, make: Callable[[str, Mapping[str, Any]], T], known: Collection[str]) -> Iterator[T]:
    """Yield what each table of a file makes.

    Args:
        file: the file.
        make: makes it of an id and its table.
        known: the keys a table may have: a misspelt one could be a safety tag, and is never passed over.

    Raises:
        UnkinkError: something in it is missing, wrong or unknown; the file and the key are named.
    """
    for id_, table in _toml(file).items():
        yield _read(file, id_, make, table, known)


def _toml(file: str) -> dict[str, dict[str, Any]]:
    try:
        with open(file, "rb") as stream:
            return tomllib.load(stream)
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise UnkinkError("The catalogue can't be read", f"{file}: {error}") from error


def _read(
    file: str, id_: str, make: Callable[[str, Mapping[str, Any]], T], table: Mapping[str, Any], known: Collection[str]
) -> T:
    try:
        made = make(id_, table)
        _refuse_others(table, known)
    except KeyError as error:
        raise UnkinkError("The catalogue can't be read", f"{file}: {id_}: {error.args[0]} is missing") from error
    except (TypeError, ValueError) as error:
        raise UnkinkError("The catalogue can't be read", f"{file}: {id_}: {error}") from error
    return made


def _refuse_others(table: Mapping[str, Any], known: Collection[str]) -> None:
    for key in table:
        if key not in known:
            raise ValueError(f"{key} is unknown; there are {', '.join(known)}")


def _exercise(region: str, id_: str, table: Mapping[str, Any]) -> Exercise:
    return Exercise(
        id=id_,
        name=table["name"],
        region=region,
        technique=Technique(table["technique"]),
        kit=frozenset(table["kit"]),
        position=Position(table["position"]),
        place=Place[table["place"].upper()],
        sided=table["sided"],
        seconds=float(table["seconds"]),
        sets=table["sets"],
        pace=table["pace"],
        steps=tuple(table["steps"]),
        feel=table["feel"],
        stop=table["stop"],
        intensity=table["intensity"],
        areas=tuple(table["areas"]),
        evidence=tuple(table["evidence"]),
        hide_if=frozenset(table["hide_if"]),
        care_if=frozenset(table["care_if"]),
    )


def _routine(exercises: Mapping[str, Exercise], id_: str, table: Mapping[str, Any]) -> Routine:
    steps = tuple(_step(exercises, step) for step in table["steps"])
    return Routine(id_, table["name"], table["when"], table["scene"], table.get("evening", False), steps)


def _step(exercises: Mapping[str, Exercise], table: Mapping[str, Any]) -> Step:
    made = Step(exercises[table["exercise"]], float(table["seconds"]), table["sets"])
    _refuse_others(table, STEP)
    return made
