"""Where things stand in a text that is TOML: what tomllib reads, with its places.

It splits, and leaves what names and values mean to tomllib.
"""

import re
import tomllib

from unkink.frozen import dataclass

Path = tuple[str, ...]
"""Names of tables and keys, from the outermost."""

_WORD = re.compile(
    r'''
    """(?:[^\\]|\\.)*?"{3,5} | \'\'\'.*?\'{3,5} | "(?:[^"\\\n]|\\.)*" | '[^'\n]*'  # a string
    | \#[^\n]*                                                                     # a comment
    | [^"'\#\n\[\]{}=,]+ | .                                                      # what stands between, and signs
    ''',
    re.DOTALL | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line with all that belongs to it, such as the rest of a list; or an entry of a table in braces.

    Attributes:
        start: where it begins.
        end: where the next one begins.
        table: the table it stands in; a header stands in its own.
        path: the key in full; empty where it is none.
        value: where its value begins; -1 where it has none.
        stop: where its value ends, before spaces and comment.
    """

    start: int
    end: int
    table: Path
    path: Path = ()
    value: int = -1
    stop: int = -1


def lines(text: str) -> list[Line]:
    """Return the lines of a text that is TOML, in order and without gaps."""
    found: list[Line] = []
    start, table = 0, Path()
    while start < len(text):
        end, equals, stop = _piece(text, start, len(text), "\n")
        if equals >= 0:
            found.append(_key(text, (start, end), table, equals, stop))
        else:
            table = _names(text[start:end]) if is_header(text[start:end]) else table
            found.append(Line(start, end, table))
        start = end
    return found


def entries(text: str, line: Line) -> list[Line]:
    """Return the entries of the table in braces that is the value of a line, without the commas between them."""
    found: list[Line] = []
    start, limit = line.value + 1, line.stop - 1
    while start < limit:
        end, equals, stop = _piece(text, start, limit, ",")
        if equals >= 0:
            found.append(_key(text, (_skip(text, start), stop), line.path, equals, stop))
        start = end
    return found


def is_header(line: str) -> bool:
    """Return whether a line, which is no key, is the header of a table."""
    return line.lstrip().startswith("[")


def _key(text: str, span: tuple[int, int], table: Path, equals: int, stop: int) -> Line:
    name = _names(f"{text[span[0] : equals]}= 0")
    return Line(*span, table, (*table, *name), _skip(text, equals + 1), stop)


def _piece(text: str, start: int, limit: int, until: str) -> tuple[int, int, int]:
    """Return where a piece ends, where its equals sign is (-1 where it has none), and where its last word ends."""
    depth, equals, stop = 0, -1, start
    for found in _WORD.finditer(text, start, limit):
        word = found[0]
        if word == until and depth == 0:
            return found.end(), equals, stop
        if word == "=" and depth == 0 and equals < 0:
            equals = found.start()
        depth += (word in "[{") - (word in "]}")
        if not (word.isspace() or word.startswith("#")):
            stop = found.start() + len(word.rstrip())
    return limit, equals, stop


def _skip(text: str, at: int) -> int:
    """Return where the next word begins."""
    while text[at].isspace():
        at += 1
    return at


def _names(line: str) -> Path:
    """Return the names in a header, or in a line with one key."""
    names: list[str] = []
    found: object = tomllib.loads(line)
    while isinstance(found, dict | list) and found:
        if isinstance(found, dict):
            name, found = next(iter(found.items()))
            names.append(name)
        else:
            found = found[0]
    return tuple(names)
