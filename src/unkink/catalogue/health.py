"""Reading what the questions about health are made of: health tags and red flags."""

import os
from collections.abc import Mapping
from typing import Any

from unkink.catalogue.entries import entries
from unkink.domain.health import Level
from unkink.domain.screening import Question, RedFlag
from unkink.frozen import dataclass
from unkink.paths import package

_LEVELS = {"emergency": Level.EMERGENCY, "same-day": Level.SAME_DAY, "book": Level.BOOK}


@dataclass(frozen=True, slots=True)
class Tag:
    """A health tag.

    Attributes:
        name: as exercises list it.
        meaning: in plain words.
        regional: whether it means the areas it is told with; else the whole body.
        asked: the question that asks about it.
        effect: what it does, in plain words.
    """

    name: str
    meaning: str
    regional: bool
    asked: Question
    effect: str


def load_tags(file: str = "") -> tuple[Tag, ...]:
    """Return the health tags, in the order they are asked about.

    Raises:
        UnkinkError: something in the file is missing, wrong or unknown; the file and the key are named.
    """
    return tuple(entries(file or _shipped("tags.toml"), _tag, Tag.__match_args__[1:]))


def load_red_flags(file: str = "") -> tuple[RedFlag, ...]:
    """Return the red flags, the gravest first.

    Raises:
        UnkinkError: as `load_tags`.
    """
    return tuple(entries(file or _shipped("red-flags.toml"), _red_flag, RedFlag.__match_args__[1:]))


def _shipped(name: str) -> str:
    return os.path.join(package("catalogue"), name)


def _tag(name: str, table: Mapping[str, Any]) -> Tag:
    return Tag(name, table["meaning"], table["regional"], Question(table["asked"]), table["effect"])


def _red_flag(name: str, table: Mapping[str, Any]) -> RedFlag:
    if table["level"] not in _LEVELS:
        raise ValueError(f"level must be one of {', '.join(_LEVELS)}")
    return RedFlag(name, _LEVELS[table["level"]], table["signs"], table["says"])
