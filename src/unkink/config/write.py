"""Changing one key of the config as its owner would: comments, order and everything else stay as they are."""

import tomllib
from typing import Any

import tomlkit
import tomlkit.exceptions

from unkink.config.load import Problem, read
from unkink.config.schema import TABLES, Key, keys
from unkink.errors import UnkinkError


def set_key(text: str, name: str, value: str) -> str:
    """Return the text of a config with a key set.

    Args:
        text: the whole file.
        name: the key in full, such as `rhythm.move_every`.
        value: what it is to be, as the file has it; a bare word or length needs no quotes.

    Raises:
        UnkinkError: there is no such key, the value is not allowed, or the file is no TOML.
    """
    table, key, known = _known(name)
    found = _plain(value)
    try:
        known.type.read(found)
    except ValueError as error:
        raise UnkinkError(f"{name} can't be {value}", f"It must be {error}.") from None
    document = _document(text)
    document.setdefault(table, tomlkit.table())[key] = found
    return tomlkit.dumps(document)


def reset_key(text: str, name: str) -> str:
    """Return the text of a config in which a key is as it comes.

    Raises:
        UnkinkError: there is no such key, or the file is no TOML.
    """
    table, key, _ = _known(name)
    document = _document(text)
    document.get(table, {}).pop(key, None)
    return tomlkit.dumps(document)


def _known(name: str) -> tuple[str, str, Key]:
    table, _, key = name.partition(".")
    found = {each: known for each, known, _ in keys(TABLES[table])} if table in TABLES else {}
    if key in found:
        return table, key, found[key]
    problem: Problem = read(f"[{table or '?'}]\n{key or '?'} = 0\n" if table in TABLES else f"{table} = 0\n", "")[1][0]
    nearest = f"{table}.{problem.nearest}" if table in TABLES else f"[{problem.nearest}]"
    raise UnkinkError(f'There is no key "{name}"', f"The nearest is {nearest}.", '"unkink config show" has them all.')


def _plain(value: str) -> Any:
    """Return what a value means in TOML; what means nothing there is a text."""
    try:
        return tomllib.loads(f"value = {value}")["value"]
    except tomllib.TOMLDecodeError:
        return value


def _document(text: str) -> tomlkit.TOMLDocument:
    try:
        return tomlkit.parse(text)
    except tomlkit.exceptions.TOMLKitError as error:
        raise UnkinkError("The settings can't be changed", f"The file is no TOML: {error}.") from None
