"""Reading TOML: whatever can be wrong with a text is one error, with its line."""

import re
import tomllib
from collections.abc import Callable
from typing import Any


class NotToml(ValueError):  # noqa: N818  it tells what a text is
    """A text that is no TOML, or more than can be read.

    Attributes:
        what: what was found.
        line: its line, from 1; 0 where that is not known.
    """

    def __init__(self, what: str, line: int) -> None:
        super().__init__(what, line)
        self.what = what
        self.line = line


def parse(text: str, parse_float: Callable[[str], Any] = float) -> dict[str, Any]:
    """Return what a text holds.

    Args:
        text: the TOML.
        parse_float: makes something of a number with a point.

    Raises:
        NotToml: it is none.
    """
    try:
        found = tomllib.loads(text, parse_float=parse_float)
        repr(found)  # whoever complains of a value shows it: some that can be read are too deep or too long for that
    except tomllib.TOMLDecodeError as error:
        what, _, where = str(error).partition(" (at ")
        at = re.match(r"line (\d+)", where)
        raise NotToml(what, int(at[1]) if at else text.count("\n") + 1) from None
    except RecursionError:
        raise NotToml("brackets in brackets, deeper than can be read", 0) from None
    except ValueError:
        raise NotToml("a number that is longer than can be read", 0) from None
    return found
