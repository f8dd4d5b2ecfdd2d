"""The figures that are shipped, and the moments at which they are looked at."""

import tomllib
from functools import cache
from pathlib import Path

from unkink.figure.model import Figure
from unkink.figure.stock import STOCK

FOLDER = Path(__file__).parents[2] / "src" / "unkink" / "catalogue" / "figures"
TABLES = {
    id_: table
    for file in sorted(FOLDER.glob("*.toml"))
    for id_, table in tomllib.loads(file.read_text(encoding="utf-8")).items()
}
RIGS = {id_: table.get("rig", "body") for id_, table in TABLES.items()}
WHOLE = tuple(id_ for id_, table in TABLES.items() if "frame" not in table and RIGS[id_] == "body")
"""Those that show the whole body; the others come close to what matters, and are cut off."""
CLOSE = tuple(id_ for id_, table in TABLES.items() if "frame" in table and RIGS[id_] == "body")
IDS = tuple(RIGS)
BODIES = tuple(id_ for id_, rig in RIGS.items() if rig == "body")
HEADS = tuple(id_ for id_, rig in RIGS.items() if rig == "head")


@cache
def figure(id_: str) -> Figure:
    return Figure.parse(id_, TABLES[id_])


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


def rest(id_: str, pose: str) -> str:
    """What the body rests on in a pose, as its table or the one it starts from tells; nothing where neither does."""
    table = TABLES[id_]["poses"].get(pose) or STOCK.get(pose, {})
    if "rest" in table or "base" not in table:
        return table.get("rest", "")
    return rest(id_, table["base"])
