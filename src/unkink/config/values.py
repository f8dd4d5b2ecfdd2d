"""What a value in the config may be: how it is read, what is allowed, how it is written."""

import json
from typing import Protocol

from unkink.domain.hours import Range, parse_range
from unkink.domain.units import Seconds, format_duration, parse_duration
from unkink.frozen import dataclass


class ValueType(Protocol):
    """A type of value."""

    @property
    def allowed(self) -> str:
        """What is allowed, as the end of "must be ..."."""

    def read(self, found: object) -> object:
        """Return the value meant by what TOML held; raise ValueError, saying what is allowed, where it can't be."""

    def write(self, value: object) -> str:
        """Return the value as TOML."""


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time between two others, written with its unit; kept in seconds."""

    least: Seconds
    most: Seconds

    @property
    def allowed(self) -> str:
        """What is allowed."""
        return f'a duration from "{format_duration(self.least)}" to "{format_duration(self.most)}"'

    def read(self, found: object) -> Seconds:
        """Return seconds."""
        if not isinstance(found, str):
            raise ValueError(f'{self.allowed}, in quotes and with its unit, such as "{format_duration(self.least)}"')
        seconds = parse_duration(found)
        if not self.least <= seconds <= self.most:
            raise ValueError(self.allowed)
        return seconds

    def write(self, value: object) -> str:
        """Return it as people write it."""
        assert isinstance(value, int | float)  # noqa: S101  the schema's own values
        return f'"{format_duration(value)}"'


@dataclass(frozen=True, slots=True)
class Switch:
    """True or false."""

    allowed: str = "true or false"

    def read(self, found: object) -> bool:
        """Return the switch."""
        if not isinstance(found, bool):
            raise ValueError(self.allowed)
        return found

    def write(self, value: object) -> str:
        """Return it as TOML."""
        return "true" if value else "false"


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few words."""

    words: tuple[str, ...]

    @property
    def allowed(self) -> str:
        """What is allowed."""
        quoted = [f'"{word}"' for word in self.words]
        return " or ".join([", ".join(quoted[:-1]), quoted[-1]]) if len(quoted) > 1 else quoted[0]

    def read(self, found: object) -> str:
        """Return the word."""
        if found not in self.words:
            raise ValueError(self.allowed)
        return str(found)

    def write(self, value: object) -> str:
        """Return it as TOML."""
        return f'"{value}"'


@dataclass(frozen=True, slots=True)
class Text:
    """Any text that is not empty, or that may be."""

    empty: bool = False
    what: str = "a text"

    @property
    def allowed(self) -> str:
        """What is allowed."""
        return f"{self.what}, in quotes"

    def read(self, found: object) -> str:
        """Return the text."""
        if not isinstance(found, str) or not (found.strip() or self.empty):
            raise ValueError(self.allowed)
        return found

    def write(self, value: object) -> str:
        """Return it as TOML."""
        # TOML has the escapes of JSON, and wants one more.
        return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number between two others."""

    least: int
    most: int

    @property
    def allowed(self) -> str:
        """What is allowed."""
        return f"a whole number from {self.least} to {self.most}"

    def read(self, found: object) -> int:
        """Return the number."""
        if not isinstance(found, int) or isinstance(found, bool) or not self.least <= found <= self.most:
            raise ValueError(self.allowed)
        return found

    def write(self, value: object) -> str:
        """Return it as TOML."""
        return str(value)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; kept in minutes after midnight."""

    allowed: str = 'a time of day, such as "16:00"'

    def read(self, found: object) -> int:
        """Return minutes after midnight."""
        hours, colon, minutes = found.partition(":") if isinstance(found, str) else ("", "", "")
        if not (colon and hours.isdecimal() and minutes.isdecimal() and len(minutes) == 2):
            raise ValueError(self.allowed)
        if int(hours) > 23 or int(minutes) > 59:
            raise ValueError(self.allowed)
        return int(hours) * 60 + int(minutes)

    def write(self, value: object) -> str:
        """Return it as TOML."""
        assert isinstance(value, int)  # noqa: S101  the schema's own values
        return f'"{value // 60:02d}:{value % 60:02d}"'


@dataclass(frozen=True, slots=True)
class Stretch:
    """A range of hours."""

    allowed: str = 'a range such as "09:00-17:30"'

    def read(self, found: object) -> Range:
        """Return the range."""
        if not isinstance(found, str):
            raise ValueError(self.allowed)
        return parse_range(found)

    def write(self, value: object) -> str:
        """Return it as TOML."""
        assert isinstance(value, Range)  # noqa: S101  the schema's own values
        ends = [
            f"{int(t.total_seconds()) // 3600 % 24:02d}:{int(t.total_seconds()) // 60 % 60:02d}"
            for t in (value.start, value.end)
        ]
        return f'"{"-".join(ends)}"'


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of values of one type."""

    item: ValueType
    least: int = 0
    most: int = 99

    @property
    def allowed(self) -> str:
        """What is allowed."""
        return f"a list [...], each item {self.item.allowed}"

    def read(self, found: object) -> tuple[object, ...]:
        """Return the items."""
        if not isinstance(found, list):
            raise ValueError(self.allowed)
        if not self.least <= len(found) <= self.most:
            raise ValueError(f"{self.allowed}; {self.least} to {self.most} of them")
        return tuple(self.item.read(item) for item in found)

    def write(self, value: object) -> str:
        """Return it as TOML."""
        assert isinstance(value, tuple)  # noqa: S101  the schema's own values
        return f"[{', '.join(self.item.write(item) for item in value)}]"
