"""Reading the evidence: what the exercises rest on."""

import os
from collections.abc import Mapping
from typing import Any

from unkink.catalogue.entries import entries
from unkink.frozen import dataclass
from unkink.paths import package


@dataclass(frozen=True, slots=True)
class Evidence:
    """A row of the evidence.

    Attributes:
        id: such as `ST6`.
        topic: what it is about.
        claim: what was found, in plain words.
        source: who found it, and where it is written.
        number: the numbers behind it.
        use: what unkink makes of it.
        checked: how far it was checked, by marks.
    """

    id: str
    topic: str
    claim: str
    source: str
    number: str
    use: str
    checked: str


def load_evidence(file: str = "") -> Mapping[str, Evidence]:
    """Return the evidence by id, in the order of the file.

    Raises:
        UnkinkError: something in the file is missing, wrong or unknown; the file and the key are named.
    """
    file = file or os.path.join(package("catalogue"), "evidence.toml")
    return {row.id: row for row in entries(file, _row, Evidence.__match_args__[1:])}


def _row(id_: str, table: Mapping[str, Any]) -> Evidence:
    for key in Evidence.__match_args__[1:]:
        if not isinstance(table[key], str) or not table[key]:
            raise ValueError(f"{key} must be words in quotes")
    return Evidence(id_, *(table[key] for key in Evidence.__match_args__[1:]))
