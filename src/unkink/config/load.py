"""Reading the config: every mistake found and named, the last good value kept for each key."""

import re
from collections.abc import Mapping
from typing import Any

from unkink.config.schema import LISTS, TABLES, Config, keys
from unkink.frozen import dataclass, replace
from unkink.toml import NotToml, parse


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in the config.

    Attributes:
        file: where.
        line: its line, from 1; 0 where it has none.
        key: the key as it is written in full, such as `rhythm.move_every`; empty where the file is no TOML.
        found: what stands there.
        allowed: what may stand there.
        nearest: the nearest key there is; empty where the key itself is right.
        kept: what is in force instead; empty where nothing is.
    """

    file: str
    line: int
    key: str
    found: str
    allowed: str
    nearest: str = ""
    kept: str = ""

    def __str__(self) -> str:
        """The whole of it in one line."""
        where = f"{self.file}:{self.line}: " if self.line else f"{self.file}: "
        what = f"{self.key}: " if self.key else ""
        nearest = f' Did you mean "{self.nearest}"?' if self.nearest else ""
        kept = f" In force: {self.kept}." if self.kept else ""
        return f"{where}{what}found {self.found}; {self.allowed}.{nearest}{kept}"


def read(text: str, file: str, before: Config | None = None) -> tuple[Config, tuple[Problem, ...]]:
    """Return the config that a text means, and every problem in it.

    Args:
        text: the whole file.
        file: its name, for the problems.
        before: the config in force: a key that is wrong keeps its value; without one, its default.

    A text that is no TOML at all (half written, say) leaves everything as it was.
    """
    before = before or Config()
    try:
        document = parse(text)
    except NotToml as error:
        return before, (no_toml(error, file, kept="everything as it was"),)
    reader = _Reader(text, file)
    changes: dict[str, Any] = {}
    for name, found in document.items():
        if name in TABLES:
            changes[name] = reader.table(name, found, getattr(before, name))
        elif name in LISTS:
            changes["break_" if name == "break" else name] = reader.list(name, found)
        else:
            reader.unknown((name,), (*TABLES, *LISTS))
    return replace(Config(), **changes), tuple(reader.problems)


def no_toml(error: NotToml, file: str, kept: str = "") -> Problem:
    """Return the problem that a whole file is."""
    return Problem(file, error.line, "", error.what, "the file must be TOML", kept=kept)


class _Reader:
    """Reads one document and collects what is wrong with it."""

    def __init__(self, text: str, file: str) -> None:
        self._text = text
        self._file = file
        self.problems: list[Problem] = []

    def table(self, name: str, found: object, before: object) -> object:
        """Return the table, wrong keys as they were before."""
        table = TABLES[name]
        if not isinstance(found, Mapping):
            self._problem((name,), found, f"a table [{name}]")
            return before
        return table(**self._values((name,), table, found, before))

    def list(self, name: str, found: object) -> tuple[object, ...]:
        """Return the entries that are right; an entry that is wrong is left out and named."""
        table = LISTS[name]
        if not isinstance(found, list) or not all(isinstance(entry, Mapping) for entry in found):
            self._problem((name,), found, f"tables [[{name}]]")
            return ()
        right = []
        for number, entry in enumerate(found):
            wrong = len(self.problems)
            values = self._values((name, number), table, entry, None)
            for key, known, _ in keys(table):
                if known.required and key not in entry:
                    self._problem((name, number), f"no {key}", f"{key} must be {known.type.allowed}")
            if len(self.problems) == wrong:
                right.append(table(**values))
        return tuple(right)

    def _values(
        self, path: tuple[str | int, ...], table: type[Any], found: Mapping[str, object], before: object
    ) -> dict[str, object]:
        values: dict[str, object] = {}
        known = {key: (spec, default) for key, spec, default in keys(table)}
        for key, value in found.items():
            if key not in known:
                self.unknown((*path, key), tuple(known))
                continue
            spec, default = known[key]
            try:
                values[key] = spec.type.read(value)
            except ValueError as error:
                kept = getattr(before, key, default)
                if before is not None:
                    values[key] = kept
                self._problem((*path, key), value, f"it must be {error}", spec.type.write(kept) if before else "")
        return values

    def unknown(self, path: tuple[str | int, ...], known: tuple[str, ...]) -> None:
        """Note a key that does not exist, with the nearest one that does."""
        import difflib  # noqa: PLC0415  only a mistake needs it

        near = difflib.get_close_matches(str(path[-1]), known, n=1, cutoff=0.0)
        self._add(path, "a key unkink does not know", f"it may be {', '.join(known)}", nearest=near[0])

    def _problem(self, path: tuple[str | int, ...], found: object, allowed: str, kept: str = "") -> None:
        shown = found if isinstance(found, str) and found.startswith("no ") else repr(found)
        self._add(path, str(shown), allowed, kept=kept)

    def _add(self, path: tuple[str | int, ...], found: str, allowed: str, nearest: str = "", kept: str = "") -> None:
        name = ".".join(str(part) for part in path if isinstance(part, str))
        self.problems.append(Problem(self._file, find_line(self._text, path), name, found, allowed, nearest, kept))


def find_line(text: str, path: tuple[str | int, ...]) -> int:
    """Return the line, from 1, at which the value at `path` stands; 0 where it cannot be found.

    Args:
        text: the TOML.
        path: table names and keys; a number after a name picks one of several `[[name]]`.
    """
    names = [str(part) for part in path if isinstance(part, str)]
    number = next((part for part in path if isinstance(part, int)), 0)
    table, seen, fallback = "", -1, 0
    for count, raw in enumerate(text.splitlines(), start=1):
        line = raw.strip()
        header = re.match(r"\[\[?\s*([^\]]+?)\s*\]\]?", line)
        if header:
            table = header[1].replace('"', "")
            seen += table == names[0] and line.startswith("[[")
            if table == names[0] and max(seen, 0) == number:
                fallback = fallback or count
            if [table] == names and max(seen, 0) == number:
                return count
            continue
        key = re.match(r'"?([\w.-]+)"?\s*=', line)
        if key and [*filter(None, [table]), *key[1].split(".")] == names and max(seen, 0) == number:
            return count
    return fallback
