"""Finding the line of a key in a text, for errors only: the text need not even be right."""

import re
from collections.abc import Iterator, Sequence


def line_of(text: str, table: Sequence[str], key: str = "", number: int | None = None) -> int:
    """Return the line, from 1, at which something stands; the nearest thing above it that is found; 0 for nothing.

    Args:
        text: the TOML.
        table: the names of the table, such as `("exercise", "my-stretch")`; none for what stands above the first.
        key: a key in it; the table itself where it is empty.
        number: which of the tables in its list, from 0, whether they stand in braces or under `[[...]]`.
    """
    wanted, found = list(table), 0
    inside, left = not wanted, number
    for count, line in enumerate(text.splitlines(), start=1):
        names = _header(line)
        if names is not None:
            inside = names == wanted
            if inside:
                found = found or count
            elif key and names == [*wanted, key]:
                if not left:
                    return count
                left -= 1
        elif inside and key and _key(line) == key:
            return count if number is None else _braces(text, count, number)
    return found


def _header(line: str) -> list[str] | None:
    found = re.match(r"\s*\[\[?\s*([\w\s\"'.-]+?)\s*\]\]?\s*(#.*)?$", line)
    return [part.strip().strip("\"'") for part in found[1].split(".")] if found else None


def _key(line: str) -> str:
    found = re.match(r"\s*[\"']?([\w-]+)[\"']?\s*[.=]", line)
    return found[1] if found else ""


def _braces(text: str, first: int, number: int) -> int:
    """Return the line of a brace that opens, from a line on; that line where there are too few."""
    return next((line for n, line in enumerate(_opening(text, first)) if n == number), first)


def _opening(text: str, first: int) -> Iterator[int]:
    for count, line in enumerate(text.splitlines()[first - 1 :], start=first):
        for _ in range(line.count("{")):
            yield count
