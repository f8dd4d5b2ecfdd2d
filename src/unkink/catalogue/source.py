"""One file of exercises or routines: what stands in it, as plain rows, and everything that is wrong with it."""

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from unkink.catalogue import schema
from unkink.catalogue.lines import line_of
from unkink.catalogue.problem import Problem, Wrong, nearest, shown
from unkink.catalogue.rows import Row
from unkink.toml import NotToml, parse

OWN = ("exercise", "routine")
"""The tables of a user's file: `[exercise.ID]` and `[routine.ID]`."""


class Source:
    """One file.

    Args:
        file: the file.
        what: what each of its tables is, `exercise` or `routine`; empty for a user's file, which has both by name.
        region: the part of the catalogue that its exercises stand in; empty in a user's file.

    Attributes:
        exercises: a row for each exercise that is right, by id.
        routines: a row for each routine that is right, by id.
        problems: what is wrong with it, seen alone.
        tables: every id in it, right or wrong, with the names of its table.
        steps: for each routine, the exercises it names.
        pictures: every picture it names, whether there or not.
    """

    def __init__(self, file: str, what: str = "", region: str = "") -> None:
        self.file, self._region = file, region
        self.exercises: dict[str, Row] = {}
        self.routines: dict[str, Row] = {}
        self.problems: list[Problem] = []
        self.tables: dict[str, tuple[str, ...]] = {}
        self.steps: dict[str, list[object]] = {}
        self.pictures: list[str] = []
        self._text = ""
        found = self._parsed()
        try:
            self._keys = schema.exercise(os.path.dirname(file))
        except OSError as error:
            self._whole(f"no {os.path.basename(error.filename)}", "unkink must be whole")
            return
        for name, table in found.items():
            if what:
                self._take(what, name, table, (name,))
            elif name in OWN and isinstance(table, Mapping):
                for id_, each in table.items():
                    self._take(name, id_, each, (name, id_))
            else:
                hint = nearest(name, OWN)
                self.complain((), name, Wrong(f"[{name}]", "it may have [exercise.ID] and [routine.ID]", hint))

    def complain(self, table: Sequence[str], key: str, wrong: Wrong, number: int | None = None) -> None:
        """Add a problem of a table, of a key in it, or of one of its steps."""
        names = [*table] or [key]
        path, _, last = key.rpartition(".")
        line = line_of(self._text, names, (path or key) if table else "", number)  # of a step its first line will do
        line = line or line_of(self._text, names[:-1], names[-1])
        id_ = table[-1] if table else ""
        name = f"{path}[{(number or 0) + 1}].{last}" if path else key
        self.problems.append(Problem(self.file, line, id_, name, wrong.found, wrong.allowed, wrong.hint))

    def line(self, id_: str) -> int:
        """Return the line in which a table begins."""
        return line_of(self._text, self.tables[id_])

    # -- inside ------------------------------------------------------------------------------

    def _parsed(self) -> dict[str, Any]:
        try:
            with open(self.file, encoding="utf-8") as stream:
                self._text = stream.read()
            return parse(self._text)
        except OSError as error:
            self._whole(error.strerror or str(error), "it must be readable")
        except UnicodeDecodeError:
            self._whole("bytes that are no UTF-8", "it must be UTF-8")
        except NotToml as error:
            hint = "Each id stands once." if "twice" in error.what or "overwrite" in error.what else ""
            self.problems.append(Problem(self.file, error.line, "", "", error.what, "it must be TOML", hint))
        return {}

    def _whole(self, found: str, allowed: str) -> None:
        self.problems.append(Problem(self.file, 0, "", "", found, allowed))

    def _take(self, what: str, id_: str, table: object, path: tuple[str, ...]) -> None:
        """Keep a table as a row, or complain of it."""
        if not isinstance(table, Mapping):
            self.complain(path, "", Wrong(shown(table), f"it must be a table [{'.'.join(path)}]"))
            return
        twice = id_ in self.tables
        before, self.tables[id_] = len(self.problems), path
        if twice:
            self.complain(path, "", Wrong(f'"{id_}" twice', "an exercise and a routine must have different ids"))
        if not schema.ID.fullmatch(id_) or id_ in schema.TAKEN:
            allowed = "an id has small letters, digits and hyphens, and no other meaning"
            self.complain(path, "", Wrong(f'the id "{id_}"', allowed, f'Call it "my-{id_.lower()}", for instance.'))
        keys = self._keys if what == "exercise" else schema.ROUTINE
        also = () if what == "exercise" else ("steps",)
        for key, wrong in _wrong(table, keys, also):
            self.complain(path, key, wrong)
        if what == "routine":
            self.steps[id_] = self._look_at_steps(path, table.get("steps"))
        elif isinstance(table.get("picture"), str):
            self.pictures.append(self._beside(table["picture"]))
        if len(self.problems) == before:
            self._keep(what, id_, table, keys)

    def _keep(self, what: str, id_: str, table: Mapping[str, Any], keys: schema.Keys) -> None:
        row = [table.get(key, schema.OPTIONAL.get(key)) for key in keys]
        if what == "exercise":
            *most, picture = row
            self.exercises[id_] = [id_, self._region, *most, picture and self._beside(picture)]
        else:
            self.routines[id_] = [id_, *row, [[step[key] for key in schema.STEP] for step in table["steps"]]]

    def _beside(self, name: str) -> str:
        return os.path.join(os.path.dirname(os.path.abspath(self.file)), name)

    def _look_at_steps(self, path: tuple[str, ...], steps: object) -> list[object]:
        """Complain of what is wrong with the steps of a routine; return which exercises they name."""
        if steps is None:
            self.complain(path, "steps", Wrong("nothing", "it must be a list of { exercise, seconds, sets }"))
        elif not isinstance(steps, list) or not steps or not all(isinstance(step, Mapping) for step in steps):
            self.complain(path, "steps", Wrong(shown(steps), "it must be a list of { exercise, seconds, sets }"))
        else:
            for number, step in enumerate(steps):
                for key, wrong in _wrong(step, schema.STEP):
                    self.complain(path, f"steps.{key}", wrong, number)
            return [step.get("exercise") for step in steps]
        return []


def _wrong(table: Mapping[str, object], keys: schema.Keys, also: Sequence[str] = ()) -> Iterator[tuple[str, Wrong]]:
    for key, value in keys.items():
        if key in table:
            for wrong in value.wrong(table[key]):
                yield key, wrong
        elif key not in schema.OPTIONAL:
            yield key, Wrong("nothing", f"it must be {value.allowed}")
    known = (*keys, *also)
    for key in table:
        if key not in known:
            hint = nearest(key, known)
            yield key, Wrong("a key that nobody knows", f"it may be {', '.join(known)}", hint)
