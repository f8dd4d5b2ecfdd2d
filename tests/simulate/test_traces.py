"""Ten whole days, each with the timeline that was worked out by hand from what unkink promises (tests/traces)."""

from datetime import datetime
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from unkink.simulate.__main__ import lived, parse

TRACES = Path(__file__).parent.parent / "traces"
NAMES = sorted(path.stem for path in TRACES.glob("*.csv"))


def written(name: str) -> list[tuple[str, str, str]]:
    """Return what somebody wrote: when (with its offset), which effect, of which kind (a pattern)."""
    entries, day, offset = [], "", ""
    for line in (TRACES / f"{name}.txt").read_text().splitlines():
        words = line.split(maxsplit=3)
        if not words or words[0].startswith("#"):
            continue
        if len(words) == 2:
            day, offset = words
        else:
            at, effect, kind = words[:3]
            entries.append((f"{day}T{at}{offset}", effect, kind))
    return entries


def came(name: str) -> list[tuple[str, str, str]]:
    """Return what the simulator finds, in the same form."""
    settings = TRACES / f"{name}.toml"
    config = settings if settings.exists() else TRACES / "none.toml"
    entries = lived(parse([str(TRACES / f"{name}.csv"), "--config", str(config)]))
    return [(each.at.isoformat(), each.effect, each.kind) for each in entries]


def in_order(entries: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Return entries in the order of true time; at one instant, by name."""
    return sorted(entries, key=lambda entry: (datetime.fromisoformat(entry[0]), entry[1]))


def test_there_are_ten():
    assert len(NAMES) == 10


@pytest.mark.parametrize("name", NAMES)
def test_what_comes_is_what_was_worked_out_by_hand(name):
    wanted, found = in_order(written(name)), in_order(came(name))
    told = "\n".join(f"{' '.join(pair[0]):50} {' '.join(pair[1])}" for pair in zip(wanted, found, strict=False))
    fits = [
        (at, effect) == (other_at, other) and fnmatchcase(other_kind, kind)
        for (at, effect, kind), (other_at, other, other_kind) in zip(wanted, found, strict=False)
    ]
    assert len(wanted) == len(found), told
    assert all(fits), told
