"""Reading the simpler files of the catalogue: a table for each id, and the first mistake is named."""

import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, TypeVar

from unkink.errors import UnkinkError

T = TypeVar("T")


def entries(file: str, make: Callable[[str, Mapping[str, Any]], T], known: Collection[str]) -> Iterator[T]:
    """Yield what each table of a file makes.

    Args:
        file: the file.
        make: makes it of an id and its table.
        known: the keys a table may have: a misspelt one could be a safety tag, and is never passed over.

    Raises:
        UnkinkError: something in it is missing, wrong or unknown; the file and the key are named.
    """
    for id_, table in tables(file).items():
        yield _read(file, id_, make, table, known)


def tables(file: str) -> dict[str, dict[str, Any]]:
    """Return the tables of a file as they are.

    Raises:
        UnkinkError: it cannot be read, or is no TOML.
    """
    try:
        with open(file, "rb") as stream:
            return tomllib.load(stream)
    except (OSError, ValueError, RecursionError) as error:  # ValueError: no TOML, or no UTF-8
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
