"""The figures that are shipped, and the moments at which they are looked at."""

import tomllib
from functools import cache
from pathlib import Path

from unkink.figure.model import Figure

FOLDER = Path(__file__).parents[2] / "src" / "unkink" / "catalogue" / "figures"
IDS = tuple(id_ for file in sorted(FOLDER.glob("*.toml")) for id_ in tomllib.loads(file.read_text(encoding="utf-8")))


@cache
def figure(id_: str) -> Figure:
    for file in FOLDER.glob("*.toml"):
        tables = tomllib.loads(file.read_text(encoding="utf-8"))
        if id_ in tables:
            return Figure.parse(id_, tables[id_])
    raise KeyError(id_)


def moments(shown: Figure, a_way: int = 8) -> list[float]:
    """Every key pose, so many moments on every way between two, and some of every hold."""
    found = []
    for span in shown.motion.spans:
        count = a_way if span.name != span.to else 3
        found += [span.start + span.seconds * i / count for i in range(count)]
    return found


def glances(shown: Figure) -> list[float]:
    """Every key pose, and what is half-way between the first two."""
    first = shown.motion.spans[0]
    return [*(shown.moment(pose) for pose in shown.key_poses), first.start + first.seconds / 2]
