"""Reading an author's tables: every value is checked where it stands, and all problems are told at once."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeGuard

from unkink.figure.algebra import Vec


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a figure.

    Attributes:
        place: the dotted way to it from the figure's id (``nk-01.poses.low.arm_r.hand``).
        found: what stands there.
        allowed: what may stand there.
    """

    place: str
    found: str
    allowed: str

    def __str__(self) -> str:
        """All three in one line."""
        return f"{self.place}: found {self.found}, allowed is {self.allowed}"


class FigureError(ValueError):
    """A figure that cannot be drawn; `problems` holds everything that is wrong with it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


class Reader:
    """One table of a figure, at its place; what is wrong goes to a list that all readers of a figure share.

    Every value asked for returns something usable, so that reading goes on and finds the next problem.
    """

    def __init__(self, table: Mapping[str, object], place: str, problems: list[Problem]) -> None:
        self._table = table
        self._known: set[str] = set()
        self.place = place
        self.problems = problems

    def has(self, key: str) -> bool:
        """Return whether the author wrote this key."""
        self._known.add(key)
        return key in self._table

    def wrong(self, key: str, found: str, allowed: str) -> None:
        """Note a problem at a key."""
        self.problems.append(Problem(f"{self.place}.{key}", found, allowed))

    def number(self, key: str, default: float, low: float, high: float) -> float:
        """Return a number between two bounds."""
        if not self.has(key):
            return default
        value = self._table[key]
        if not _is_number(value) or not low <= float(value) <= high:
            self.wrong(key, shown(value), f"a number from {low:g} to {high:g}")
            return default
        return float(value)

    def flag(self, key: str, *, default: bool) -> bool:
        """Return true or false."""
        if not self.has(key):
            return default
        value = self._table[key]
        if not isinstance(value, bool):
            self.wrong(key, shown(value), "true or false")
            return default
        return value

    def word(self, key: str, default: str, choices: Collection[str] = ()) -> str:
        """Return a text, one of the choices where there are any."""
        if not self.has(key):
            return default
        value = self._table[key]
        if not isinstance(value, str) or not value:
            self.wrong(key, shown(value), "a text")
        elif choices and value not in choices:
            self.wrong(key, shown(value), _one_of(value, choices))
        else:
            return value
        return default

    def words(self, key: str, choices: Collection[str]) -> tuple[str, ...]:
        """Return a list of texts, each one of the choices."""
        found = []
        for i, value in enumerate(self._list(key)):
            if isinstance(value, str) and value in choices:
                found.append(value)
            else:
                self.wrong(f"{key}.{i}", shown(value), _one_of(value, choices))
        return tuple(found)

    def numbers(self, key: str, default: Sequence[float], count: int = 3) -> tuple[float, ...]:
        """Return a list of so many numbers."""
        if not self.has(key):
            return tuple(default)
        value = self._table[key]
        if not isinstance(value, list) or len(value) != count or not all(_is_number(part) for part in value):
            self.wrong(key, shown(value), f"a list of {count} numbers")
            return tuple(default)
        return tuple(float(part) for part in value)

    def series(self, key: str, low: float, high: float) -> tuple[float, ...]:
        """Return a list of as many numbers as the author likes, each between two bounds."""
        found = []
        for i, value in enumerate(self._list(key)):
            if _is_number(value) and low <= float(value) <= high:
                found.append(float(value))
            else:
                self.wrong(f"{key}.{i}", shown(value), f"a number from {low:g} to {high:g}")
        return tuple(found)

    def vector(self, key: str, default: Vec) -> Vec:
        """Return a list of three numbers."""
        x, y, z = self.numbers(key, default)
        return (x, y, z)

    def point(self, key: str, value: object) -> Vec:
        """Return a list of three numbers that stands inside another list."""
        match value:
            case [x, y, z] if _is_number(x) and _is_number(y) and _is_number(z):
                return (float(x), float(y), float(z))
            case _:
                self.wrong(key, shown(value), "a list of 3 numbers")
                return (0.0, 0.0, 0.0)

    def table(self, key: str) -> "Reader":
        """Return a table inside this one; an empty one where there is none."""
        value = self._table.get(key, {}) if self.has(key) else {}
        if not isinstance(value, Mapping):
            self.wrong(key, shown(value), "a table")
            value = {}
        return Reader(value, f"{self.place}.{key}", self.problems)

    def tables(self, key: str) -> list["Reader"]:
        """Return the tables of a list."""
        found = []
        for i, value in enumerate(self._list(key)):
            if isinstance(value, Mapping):
                found.append(Reader(value, f"{self.place}.{key}.{i}", self.problems))
            else:
                self.wrong(f"{key}.{i}", shown(value), "a table")
        return found

    def rows(self, key: str) -> Iterator[tuple[int, list[object]]]:
        """Yield the lists of a list, each with its number."""
        for i, value in enumerate(self._list(key)):
            if isinstance(value, list):
                yield i, value
            else:
                self.wrong(f"{key}.{i}", shown(value), "a list")

    def keys(self) -> list[str]:
        """Return every key the author wrote, and take each as known."""
        self._known.update(self._table)
        return list(self._table)

    def close(self) -> None:
        """Note every key that nothing asked for."""
        for key in self._table:
            if key not in self._known:
                self.wrong(key, "an unknown key", _one_of(key, self._known))

    def _list(self, key: str) -> list[object]:
        if not self.has(key):
            return []
        value = self._table[key]
        if not isinstance(value, list):
            self.wrong(key, shown(value), "a list")
            return []
        return value


def _is_number(value: object) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e6


def shown(value: object) -> str:
    """Return what an author wrote, cut short where it is long."""
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _one_of(value: object, choices: Collection[str]) -> str:
    close = get_close_matches(str(value), choices, n=1)
    return f"one of {', '.join(sorted(choices))}" + (f" (did you mean {close[0]}?)" if close else "")
