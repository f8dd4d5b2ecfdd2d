"""Typed values as plain JSON values and back, checked on the way in by their annotations.

Frozen dataclasses become objects, tuples lists, enums their values, days and times of the wall clock ISO texts. Where
an annotation allows several dataclasses, the object carries the name of its own. Instants mean nothing outside one run,
so they are kept relative to a base.
"""

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from unkink.domain.units import Instant

T = TypeVar("T")
TAG = "is"


class Malformed(ValueError):  # noqa: N818  it tells what a value is
    """A value that is not what it should be; the text says where and how."""


def to_plain(value: Any, hint: Any, base: float = 0.0) -> Any:
    """Return a value as plain data.

    Args:
        value: a value of the annotated type.
        hint: its annotation.
        base: the instant that instants are kept relative to.
    """
    if hint is Instant:
        return value - base
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        if value is None:
            return None
        member = _member(hint, value)
        found = to_plain(value, member, base)
        return {TAG: type(value).__name__, **found} if is_dataclass(value) else found
    if is_dataclass(value) and not isinstance(value, type):
        return {name: to_plain(getattr(value, name), each, base) for name, each in _hints(type(value)).items()}
    if isinstance(value, tuple):
        return [to_plain(item, get_args(hint)[0], base) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    return dict(value) if isinstance(value, Mapping) else value


def from_plain(found: object, hint: type[T], base: float = 0.0, where: str = "") -> T:
    """Return the value that plain data means.

    Args:
        found: what was read.
        hint: the annotation of what it must be.
        base: the instant that instants are relative to.
        where: what to call it in an error.

    Raises:
        Malformed: it is something else.
    """
    return cast("T", _read(found, hint, base, where or hint.__name__))


def _read(found: Any, hint: Any, base: float, where: str) -> Any:
    origin = get_origin(hint)
    if hint is Instant:
        return Instant(base + _number(found, where))
    if origin in (Union, types.UnionType):
        return _read_union(found, get_args(hint), base, where)
    if origin is tuple:
        if not isinstance(found, list):
            raise Malformed(f"{where} is no list")
        return tuple(_read(item, get_args(hint)[0], base, f"{where}[{n}]") for n, item in enumerate(found))
    if origin is dict:
        if not isinstance(found, dict):
            raise Malformed(f"{where} is no object")
        return {key: _read(item, get_args(hint)[1], base, f"{where}.{key}") for key, item in found.items()}
    if hint is object:
        return found
    if hint is float:
        return _number(found, where)
    if is_dataclass(hint):
        return _read_object(found, hint, base, where)
    return _read_simple(found, hint, where)


def _read_simple(found: Any, hint: Any, where: str) -> Any:
    try:
        if issubclass(hint, Enum):
            return hint(found)
        if hint is datetime:
            return _local(datetime.fromisoformat(found))
        if hint is date:
            return date.fromisoformat(found)
        if hint is timedelta:
            return timedelta(seconds=_number(found, where))
    except (TypeError, ValueError, OverflowError):
        raise Malformed(f"{where} is no {hint.__name__}") from None
    if not isinstance(found, hint) or (isinstance(found, bool) and hint is not bool):
        raise Malformed(f"{where} is no {hint.__name__}")
    return found


def _read_union(found: Any, members: tuple[Any, ...], base: float, where: str) -> Any:
    if found is None and types.NoneType in members:
        return None
    if isinstance(found, dict) and TAG in found:
        kind = next((member for member in members if getattr(member, "__name__", "") == found[TAG]), None)
        if kind is None:
            raise Malformed(f"{where} is of an unknown kind {found[TAG]!r}")
        return _read_object({key: item for key, item in found.items() if key != TAG}, kind, base, where)
    rest = [member for member in members if member is not types.NoneType]
    return _read(found, rest[0], base, where)


def _read_object(found: Any, kind: Any, base: float, where: str) -> Any:
    if not isinstance(found, dict):
        raise Malformed(f"{where} is no object")
    hints = _hints(kind)
    extra, missing = found.keys() - hints.keys(), hints.keys() - found.keys()
    if extra:
        raise Malformed(f"{where} has {min(extra)!r} too much")
    if missing:
        raise Malformed(f"{where} lacks {min(missing)!r}")
    return kind(**{name: _read(found[name], each, base, f"{where}.{name}") for name, each in hints.items()})


def _number(found: Any, where: str) -> float:
    if not isinstance(found, int | float) or isinstance(found, bool):
        raise Malformed(f"{where} is no number")
    try:
        return float(found)
    except OverflowError:
        raise Malformed(f"{where} is no number") from None


def _local(found: datetime) -> datetime:
    """Return a time of the wall clock; one with a zone is none, and could not be compared with one."""
    if found.tzinfo is not None:
        raise ValueError
    return found


def _member(hint: Any, value: Any) -> Any:
    """Return which of the types an annotation allows a value has."""
    members = [member for member in get_args(hint) if member is not types.NoneType]
    return next((member for member in members if member is type(value)), members[0])


@lru_cache(maxsize=64)
def _hints(kind: type[Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {found.name: hints[found.name] for found in fields(kind)}
