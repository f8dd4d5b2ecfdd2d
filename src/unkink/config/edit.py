"""One key of one table put into a TOML text, or taken out of it; every other line stays as it is, byte for byte.

What comes of it is read again before it is handed back: a change that does anything but what it should is refused.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import takewhile
from typing import Any

from unkink.config import layout
from unkink.config.layout import Line
from unkink.toml import NotToml, parse


class Stuck(ValueError):  # noqa: N818  it tells what stands in the way
    """A text in which the key can't be changed.

    Attributes:
        line: where, from 1.
        found: what stands there.
        allowed: what would have to.
    """

    def __init__(self, line: int, found: str, allowed: str) -> None:
        super().__init__(line, found, allowed)
        self.line = line
        self.found = found
        self.allowed = allowed


def put(text: str, table: str, key: str, value: str) -> str:
    """Return a text in which a key of a table has a value.

    A new key stands below the comment that has it, else below the last key of its table. A new table stands before the
    first [[...]], else at the end.

    Args:
        text: the TOML.
        table: the name of a table at the top.
        key: the key in it.
        value: its value, as TOML in one line.

    Raises:
        NotToml: the text is none.
        Stuck: something stands in the way.
    """
    document = _document(text, table)
    own, braces = _find(text, document, table, key)
    if own is not None:
        made = text[: own.value] + value + text[own.stop :]
    elif braces is not None:
        inside = layout.entries(text, braces)
        at = inside[-1].stop if inside else braces.value + 1
        made = f"{text[:at]}{', ' if inside else ''}{key} = {value}{text[at:]}"
    else:
        text += _newline(text) if text and not text.endswith("\n") else ""
        made = _with_line(text, table, key, value)
    document.setdefault(table, {})[key] = parse(f"x = {value}", str)["x"]
    return _checked(text, made, document, braces or own)


def take(text: str, table: str, key: str) -> str:
    """Return a text without a key of a table; where it is not there, the same text.

    Raises:
        NotToml: the text is none.
        Stuck: something stands in the way.
    """
    document = _document(text, table)
    if key not in document.get(table, {}):
        return text
    own, braces = _find(text, document, table, key)
    assert own is not None  # noqa: S101  it is there, and nothing stands in the way
    start, end = own.start, own.end
    if braces is not None:  # a comma goes with it
        inside = layout.entries(text, braces)
        number = inside.index(own)
        if number + 1 < len(inside):
            end = inside[number + 1].start
        elif number:
            start = inside[number - 1].stop
    del document[table][key]
    return _checked(text, text[:start] + text[end:], document, braces or own)


# -- what is there ---------------------------------------------------------------------------


def _document(text: str, table: str) -> dict[str, Any]:
    """Return what a text holds; numbers with a point stay texts, so that each is equal to itself.

    Raises:
        NotToml: it is none.
        Stuck: the table is something else.
    """
    document = parse(text, str)
    if not isinstance(document.get(table, {}), Mapping):
        raise _stuck(text, (table,), f"it must be a table [{table}]")
    return document


def _find(text: str, document: Mapping[str, Any], table: str, key: str) -> tuple[Line | None, Line | None]:
    """Return where the key stands, and the line of the table where that is in braces; None for what is not there.

    Raises:
        Stuck: it can't be changed there.
    """
    lines = layout.lines(text)
    braces = _with_path(lines, (table,))
    if braces is not None and "\n" in text[braces.value : braces.stop]:
        raise _stuck(text, (table,), f"it must be in one line, or a table [{table}]")
    own = _with_path(lines if braces is None else layout.entries(text, braces), (table, key))
    if own is None and key in document.get(table, {}):
        raise _stuck(text, (table, key) if braces is None else (table,), f"{key} must be a key with a value")
    return own, braces


def _with_path(lines: list[Line], path: layout.Path) -> Line | None:
    return next((line for line in lines if line.path == path), None)


def _stuck(text: str, path: layout.Path, allowed: str) -> Stuck:
    """Return that what stands first at a path, or below it, is in the way."""
    size = len(path)
    line = next(line for line in layout.lines(text) if path in (line.path[:size], line.table[:size]))
    found = text[line.start : line.end].strip().partition("\n")[0].rstrip()
    return Stuck(text.count("\n", 0, line.start) + 1, found, allowed)


# -- where something new goes ------------------------------------------------------------------


def _with_line(text: str, table: str, key: str, value: str) -> str:
    """Return a text with a line more, and with a table more where there is none."""
    lines = layout.lines(text)
    above, name = _above(text, lines, table, key), key
    if above is None:
        above = next((line for line in reversed(lines) if not line.table and line.path[:1] == (table,)), None)
        name = f"{table}.{key}"  # as the others at the top
    if above is not None:
        indent = re.match(r"[ \t]*", text[above.start : above.end])
        at, added = above.end, f"{indent[0] if indent else ''}{name} = {value}\n"
    else:
        at = _before_lists(text, lines)
        over = "\n" if re.search(r"[^\n\r \t][^\n]*\n\Z", text[:at]) else ""
        added = f"{over}[{table}]\n{key} = {value}\n" + ("\n" if text[at:] else "")
    return text[:at] + added.replace("\n", _newline(text)) + text[at:]


def _above(text: str, lines: list[Line], table: str, key: str) -> Line | None:
    """Return the line below which a new key belongs; None where the table has no header."""
    found = None
    for line in lines:
        if line.table != (table,):
            continue
        written = text[line.start : line.end]
        if line.path or layout.is_header(written):
            found = line
            continue
        hidden = _hidden(written)
        if hidden is not None and hidden.path == (key,):
            return line
        if hidden is not None and not hidden.path:
            break  # the header of another table: what is below is meant to be in that
    return found


def _before_lists(text: str, lines: list[Line]) -> int:
    """Return where a new table belongs: before the first [[...]] and the words above it, else at the end."""
    written = [text[line.start : line.end].lstrip() for line in lines]
    first = next((number for number, line in enumerate(written) if line.startswith("[[")), None)
    if first is None:
        return len(text)
    while first and written[first - 1].startswith("#") and _hidden(written[first - 1]) is None:
        first -= 1
    return lines[first].start


def _hidden(written: str) -> Line | None:
    """Return the key or the header that a comment would be without its #; None where it is words."""
    bare = written.strip().removeprefix("#")
    if _parsed(bare) is None:
        return None
    return next((line for line in layout.lines(bare) if line.path or line.table), None)


def _newline(text: str) -> str:
    """Return how lines end in a text."""
    return "\r\n" if re.match(r"[^\n]*\r\n", text) else "\n"


# -- whether it is right -----------------------------------------------------------------------


def _checked(text: str, made: str, wanted: Mapping[str, Any], own: Line | None) -> str:
    """Return what was made, where it holds what is wanted and every line is there as it was, but for the key's own.

    Raises:
        Stuck: it is otherwise.
    """
    gone = _gone(text, made)
    if not _same(_parsed(made), wanted) or (gone and not _is_one_key(gone)):
        where = text.count("\n", 0, own.start) + 1 if own is not None else 0
        raise Stuck(where, "what can't be changed without changing more", "change it by hand")
    return made


def _gone(text: str, made: str) -> list[str]:
    """Return the lines of a text from the first one that is not in what was made to the last."""
    before, after = (re.findall(r"[^\n]*\n|[^\n]+", each) for each in (text, made))
    above = _alike(before, after)
    below = _alike(reversed(before[above:]), reversed(after[above:]))
    return before[above : len(before) - below]


def _alike(some: Iterable[str], others: Iterable[str]) -> int:
    """Return how many are the same from the first on."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(some, others, strict=False)))


def _is_one_key(lines: list[str]) -> bool:
    """Return whether lines are a key with its value and nothing else: without the last one they are no TOML."""
    found = _parsed("".join(lines))
    less = _parsed("".join(lines[:-1])) if len(lines) > 1 else None
    return found is not None and len(found) == 1 and less is None and not layout.is_header(lines[0])


def _same(found: Mapping[str, Any] | None, wanted: Mapping[str, Any]) -> bool:
    """Return whether two texts hold the same; a table without keys is as good as none."""
    full = [{name: value for name, value in each.items() if value != {}} for each in (found or {}, wanted)]
    return found is not None and full[0] == full[1]


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        return parse(text, str)
    except NotToml:
        return None
