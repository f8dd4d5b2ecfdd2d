"""The catalogue in the domain's types: words, doses and safety."""

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from unkink.catalogue.entries import tables
from unkink.catalogue.problem import Problem
from unkink.catalogue.rows import Rows, shipped_files
from unkink.domain.body import Place, Position, Technique
from unkink.domain.routine import Exercise, Routine, Step
from unkink.errors import UnkinkError
from unkink.frozen import dataclass
from unkink.paths import package


@dataclass(frozen=True)
class Catalogue:
    """Everything there is to do.

    Attributes:
        exercises: by id.
        routines: in the order of the files, the user's own last.
        problems: what is wrong with the user's own files. A file with a problem is left out.
    """

    exercises: Mapping[str, Exercise]
    routines: tuple[Routine, ...]
    problems: tuple[Problem, ...] = ()

    def routine(self, wanted: str) -> Routine | None:
        """Return the routine with this id; None where there is none."""
        return next((routine for routine in self.routines if routine.id == wanted), None)


def load(folder: str | None = None) -> Catalogue:
    """Return the catalogue in a folder; without one, what comes with the program. Nothing of the user's is read.

    Raises:
        UnkinkError: something in it is missing, wrong or unknown; the file, its line and the key are named.
    """
    from unkink.catalogue.merge import merge  # noqa: PLC0415  what checks is not kept in memory for what was checked

    return made(merge(shipped_files(folder or package("catalogue"))))


def names(own: Sequence[str] = ()) -> tuple[tuple[str, str], ...]:
    """Return the id and the name of each routine, without reading anything else.

    Args:
        own: the user's own files; one that can't be read has none.

    Raises:
        UnkinkError: those that come with the program can't be read.
    """
    found: dict[str, object] = dict(tables(os.path.join(package("catalogue"), "routines.toml")))
    for file in own:
        # What is wrong with it is found once it is really read.
        with suppress(UnkinkError, AttributeError):
            found |= {id_: each for id_, each in tables(file).get("routine", {}).items() if id_ not in found}
    named = ((id_, table.get("name")) for id_, table in found.items() if isinstance(table, Mapping))
    return tuple((id_, name) for id_, name in named if isinstance(name, str))


def made(rows: Rows) -> Catalogue:
    """Return what rows mean.

    Raises:
        LookupError: they are not as `merge` makes them.
        TypeError: as above.
        ValueError: as above.
    """
    exercises = {row[0]: _exercise(row) for row in rows.exercises}
    return Catalogue(exercises, tuple(_routine(exercises, row) for row in rows.routines), tuple(rows.problems))


def _exercise(row: Sequence[Any]) -> Exercise:
    id_, region, name, technique, kit, position, place, sided, seconds, sets, *rest = row
    pace, steps, feel, stop, intensity, areas, evidence, hide_if, care_if, short, picture = rest
    return Exercise(
        id=id_,
        name=name,
        region=sys.intern(region),
        technique=Technique(technique),
        kit=frozenset(map(sys.intern, kit)),
        position=Position(position),
        place=Place[place.upper()],
        sided=sided,
        seconds=float(seconds),
        sets=sets,
        pace=pace,
        steps=tuple(steps),
        feel=feel,
        stop=stop,
        intensity=intensity,
        areas=tuple(map(sys.intern, areas)),
        evidence=tuple(map(sys.intern, evidence)),
        hide_if=frozenset(map(sys.intern, hide_if)),
        care_if=frozenset(map(sys.intern, care_if)),
        short=tuple(short),
        picture=picture,
    )


def _routine(exercises: Mapping[str, Exercise], row: Sequence[Any]) -> Routine:
    id_, name, when, scene, evening, doses = row
    steps = tuple(Step(exercises[exercise], float(seconds), sets) for exercise, seconds, sets in doses)
    return Routine(id_, name, when, scene, evening, steps)
