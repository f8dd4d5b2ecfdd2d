"""Changing one key of the config as its owner would: comments, order and everything else stay as they are."""

import difflib
from collections.abc import Callable
from typing import Any

from unkink.config.edit import Stuck, put, take
from unkink.config.load import Problem, no_toml
from unkink.config.schema import TABLES, Key, keys
from unkink.config.values import Text
from unkink.errors import UnkinkError
from unkink.toml import NotToml, parse

SHOWN = 60
"""So much of a value is shown to whoever gave it."""


def set_key(text: str, name: str, value: str, file: str = "config.toml") -> str:
    """Return the text of a config with a key set.

    Args:
        text: the whole file.
        name: the key in full, such as `rhythm.move_every`.
        value: what it is to be, as the file has it; a bare word or length needs no quotes.
        file: its name, for what is wrong with it.

    Raises:
        UnkinkError: there is no such key, the value is not allowed, or the file can't be changed so.
    """
    table, key, known = _known(name)
    found = _plain(value)
    try:
        known.type.read(found)
        value.encode()
    except UnicodeEncodeError:
        raise UnkinkError(f"{name} can't be {_shown(value)}", "It must be UTF-8.") from None
    except ValueError as error:
        raise UnkinkError(f"{name} can't be {_shown(value)}", f"It must be {error}.") from None
    return _changed(lambda: put(text, table, key, _written(found)), name, file)


def reset_key(text: str, name: str, file: str = "config.toml") -> str:
    """Return the text of a config in which a key is as it comes.

    Args:
        text: the whole file.
        name: the key in full.
        file: its name, for what is wrong with it.

    Raises:
        UnkinkError: there is no such key, or the file can't be changed so.
    """
    table, key, _ = _known(name)
    return _changed(lambda: take(text, table, key), name, file)


def _changed(change: Callable[[], str], name: str, file: str) -> str:
    try:
        return change()
    except NotToml as error:
        problem = no_toml(error, file)
    except Stuck as error:
        problem = Problem(file, error.line, name, error.found, error.allowed)
    raise UnkinkError("The settings can't be changed", str(problem))


def _known(name: str) -> tuple[str, str, Key]:
    """Return the table, the key and what is known of it.

    Raises:
        UnkinkError: there is none of this name; the nearest is named where one is near.
    """
    known = {f"{table}.{key}": (table, key, found) for table, cls in TABLES.items() for key, found, _ in keys(cls)}
    if name in known:
        return known[name]
    # Whoever leaves the table out is understood, too.
    full = {key: full for full, (_, key, _) in known.items()} | {full: full for full in known}
    near = difflib.get_close_matches(name.lower(), full, n=1)
    nearest = f"The nearest is {full[near[0]]}." if near else ""
    raise UnkinkError(f'There is no key "{_shown(name)}"', nearest, '"unkink config show" has them all.')


def _plain(value: str) -> Any:
    """Return what a value means in TOML; what is not one value there is a text."""
    try:
        found = parse(f"value = {value}")
    except NotToml:
        return value
    return found["value"] if len(found) == 1 else value


def _written(found: object) -> str:
    """Return a value as TOML, in one line."""
    match found:
        case list():
            return f"[{', '.join(_written(item) for item in found)}]"
        case bool():
            return str(found).lower()
        case str():
            return Text().write(found)
        case _:
            return str(found)


def _shown(value: str) -> str:
    """Return what was given, for a message of one line."""
    line = value if value.isprintable() else ascii(value)
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"
