"""Which keys an exercise, a routine and its steps have, and what each may be."""

import re
from collections.abc import Mapping
from functools import cache

from unkink.catalogue.values import ListOf, OneOf, Picture, Switch, Text, Value, Whole
from unkink.domain.body import AREAS, FURNITURE, KIT, Place, Position, Technique
from unkink.paths import package

Keys = Mapping[str, Value]

SECONDS = Whole(5, 300)
"""One set of anything: a routine is no longer than five minutes."""
SETS = Whole(1, 10)
STEP: Keys = {"exercise": Text(), "seconds": SECONDS, "sets": SETS}
ROUTINE: Keys = {"name": Text(), "when": Text(empty=True), "scene": Text(empty=True), "evening": Switch()}
"""The keys of a routine; `steps` is looked at beside them."""
OPTIONAL: Mapping[str, object] = {"evening": False, "short": [], "picture": ""}
"""What need not be there, and what stands for it."""
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
TAKEN = frozenset({"any", "own", "roller", *(place.name.lower() for place in Place), *AREAS})
"""What means something else where an id may stand."""


def exercise(folder: str) -> Keys:
    """Return the keys of an exercise in a file that lies in a folder, in the order of `Exercise`."""
    tags = ListOf(OneOf(ids("tags.toml")))
    return {
        "name": Text(),
        "technique": OneOf(tuple(Technique)),
        "kit": ListOf(OneOf((*KIT, *FURNITURE))),
        "position": OneOf(tuple(Position)),
        "place": OneOf(tuple(place.name.lower() for place in Place)),
        "sided": Switch(),
        "seconds": SECONDS,
        "sets": SETS,
        "pace": Text(empty=True),
        "steps": ListOf(Text(), 1),
        "feel": Text(),
        "stop": Text(),
        "intensity": Whole(1, 3),
        "areas": ListOf(OneOf(AREAS), 1),
        "evidence": ListOf(OneOf(ids("evidence.toml"), "the id of an evidence row, such as ST6")),
        "hide_if": tags,
        "care_if": tags,
        "short": ListOf(Text(empty=True)),
        "picture": Picture(folder),
    }


@cache
def ids(name: str) -> tuple[str, ...]:
    """Return the ids in a file that comes with the program, without reading all of it as TOML.

    Raises:
        OSError: it cannot be read.
    """
    with open(package("catalogue", name), encoding="utf-8") as stream:
        return tuple(re.findall(r"^\[([\w-]+)\]", stream.read(), re.MULTILINE))
