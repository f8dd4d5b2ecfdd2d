"""What a value in the catalogue may be. What is right stays as TOML has it; what is wrong is told."""

import os
from collections.abc import Iterator
from typing import Protocol

from unkink.catalogue import picture
from unkink.catalogue.problem import Wrong, nearest, shown
from unkink.frozen import dataclass


class Value(Protocol):
    """A kind of value."""

    @property
    def allowed(self) -> str:
        """What is allowed, as the end of "it must be"."""

    def wrong(self, found: object) -> Iterator[Wrong]:
        """Yield everything that is wrong with what TOML held; nothing where it is right."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words; `empty` says whether there may be none."""

    empty: bool = False

    @property
    def allowed(self) -> str:
        """What is allowed."""
        return "words in quotes"

    def wrong(self, found: object) -> Iterator[Wrong]:
        """Yield what is wrong."""
        if not isinstance(found, str) or not (self.empty or found.strip()):
            yield Wrong(shown(found), f"it must be {self.allowed}")


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of some words; `told` says which, where they are too many to be listed."""

    words: tuple[str, ...]
    told: str = ""

    @property
    def allowed(self) -> str:
        """What is allowed."""
        return self.told or f"one of {', '.join(self.words)}"

    def wrong(self, found: object) -> Iterator[Wrong]:
        """Yield what is wrong, with the nearest word."""
        if not isinstance(found, str):
            yield Wrong(shown(found), f"it must be {self.allowed}")
        elif found not in self.words:
            yield Wrong(shown(found), f"it must be {self.allowed}", nearest(found, self.words))


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number between two others."""

    least: int
    most: int

    @property
    def allowed(self) -> str:
        """What is allowed."""
        return f"a whole number from {self.least} to {self.most}"

    def wrong(self, found: object) -> Iterator[Wrong]:
        """Yield what is wrong."""
        if not isinstance(found, int) or isinstance(found, bool) or not self.least <= found <= self.most:
            yield Wrong(shown(found), f"it must be {self.allowed}")


@dataclass(frozen=True, slots=True)
class Switch:
    """True or false."""

    allowed: str = "true or false"

    def wrong(self, found: object) -> Iterator[Wrong]:
        """Yield what is wrong."""
        if not isinstance(found, bool):
            yield Wrong(shown(found), f"it must be {self.allowed}")


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of so many values of a kind."""

    of: Value
    least: int = 0

    @property
    def allowed(self) -> str:
        """What is allowed."""
        return f"a list in brackets, each {self.of.allowed}" + (f"; at least {self.least}" if self.least else "")

    def wrong(self, found: object) -> Iterator[Wrong]:
        """Yield what is wrong with the list, or with each of its values."""
        if not isinstance(found, list) or len(found) < self.least:
            yield Wrong(shown(found), f"it must be {self.allowed}")
            return
        for number, each in enumerate(found):
            if isinstance(each, str) and each and each in found[:number]:
                yield Wrong(f"{shown(each)} twice", "each is named once")
            yield from self.of.wrong(each)


@dataclass(frozen=True, slots=True)
class Picture:
    """The name of a file with a picture, seen from a folder; empty for none."""

    folder: str

    @property
    def allowed(self) -> str:
        """What is allowed."""
        return f"{picture.KINDS} beside this file"

    def wrong(self, found: object) -> Iterator[Wrong]:
        """Yield what is wrong."""
        if not isinstance(found, str) or not found.strip():
            yield Wrong(shown(found), f"it must be {self.allowed}")
            return
        try:
            kind = picture.kind(os.path.join(self.folder, found))
        except (OSError, ValueError) as error:  # ValueError: a name no file can have
            why = error.strerror if isinstance(error, OSError) else str(error)
            yield Wrong(f"{shown(found)} ({why})", f"it must be {self.allowed}")
            return
        if not kind:
            yield Wrong(f"{shown(found)}, which is another kind of file", f"it must be {self.allowed}")
