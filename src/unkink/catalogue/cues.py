"""Reading the posture cues."""

import os
from collections.abc import Mapping
from typing import Any

from unkink.catalogue.entries import entries
from unkink.domain.deck import Cue, Deck, Hands, Row
from unkink.paths import package

KEYS = tuple(name for name in Cue.__match_args__ if name != "id")
"""What the table of a cue may have."""


def load_cues(file: str = "") -> Deck:
    """Return the cues in a file; without one, those that come with the program.

    Raises:
        UnkinkError: something in it is missing, wrong or unknown; the file and the key are named.
    """
    return tuple(entries(file or os.path.join(package("catalogue"), "cues.toml"), _cue, KEYS))


def _cue(id_: str, table: Mapping[str, Any]) -> Cue:
    return Cue(
        id=id_,
        text=table["text"],
        do=table.get("do", ""),
        rows=tuple(Row(row) for row in table["rows"]),
        hands=tuple(Hands(use) for use in table.get("hands", ())),
        seated=table.get("seated", False),
        first=table.get("first", False),
        area=table.get("area", ""),
        kit=table.get("kit", ""),
        unseen=table.get("unseen", False),
        at_home=table.get("at_home", False),
        any_routine=table.get("any_routine", False),
        touch=table.get("touch", False),
        hide_if=frozenset(table.get("hide_if", ())),
        only_if=frozenset(table.get("only_if", ())),
    )
