"""The catalogue as it was read last, kept in one file: reading that is five times as quick as reading TOML.

It is plain JSON. Whatever is wrong with the file, it is as if there were none.
"""

import json
import os
import zlib
from collections.abc import Iterable

from unkink import __version__
from unkink.catalogue.problem import Problem
from unkink.catalogue.rows import Rows
from unkink.files import write_whole

FORMAT = 1
"""Goes up when what is kept changes within one version."""
Stamp = list[str | int]


def stamps(files: Iterable[str]) -> list[Stamp]:
    """Return what tells whether files have changed: each with its size and its time; -1 where there is none."""
    return [_stamp(file) for file in files]


def read(path: str, of: list[Stamp]) -> tuple[Rows, list[Stamp]] | None:
    """Return what is kept of files that stand as they did, and how their pictures stood; None where nothing is.

    Args:
        path: the cache.
        of: the files.
    """
    try:
        with open(path, "rb") as stream:
            if json.loads(stream.readline()) != [FORMAT, __version__, of]:
                return None
            check, body = stream.readline().strip(), stream.read()
        if check != _check(body):
            return None
        exercises, routines, problems, pictures = json.loads(body)
        if pictures != stamps(picture for picture, *_ in pictures):
            return None
        known = tuple(Problem(*problem) for problem in problems)
        return Rows(exercises, routines, known, [picture for picture, *_ in pictures]), pictures
    except (OSError, ValueError, TypeError, RecursionError):
        return None


def write(path: str, of: list[Stamp], rows: Rows, pictures: list[Stamp]) -> None:
    """Keep what was read of files, for its owner only.

    Raises:
        OSError: it cannot be written.
    """
    problems = [[getattr(problem, name) for name in Problem.__match_args__] for problem in rows.problems]
    body = json.dumps([rows.exercises, rows.routines, problems, pictures], separators=(",", ":"))
    head = json.dumps([FORMAT, __version__, of], separators=(",", ":"))
    write_whole(path, f"{head}\n{_check(body.encode()).decode()}\n{body}")


def _stamp(file: str) -> Stamp:
    try:
        found = os.stat(file)
    except (OSError, ValueError):
        return [file, -1, 0]
    return [file, found.st_size, found.st_mtime_ns]


def _check(body: bytes) -> bytes:
    return b"%08x" % zlib.crc32(body)
