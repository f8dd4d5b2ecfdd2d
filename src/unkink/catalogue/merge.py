"""Several files as one catalogue: no id stands twice, no routine names what is not there."""

import os
from collections.abc import Iterable, Sequence

from unkink.catalogue.problem import Wrong, nearest
from unkink.catalogue.rows import Rows, summary
from unkink.catalogue.source import Source
from unkink.errors import UnkinkError


def survey(shipped: Sequence[str], own: Sequence[str] = ()) -> tuple[list[Source], list[Source]]:
    """Return every file with everything that is wrong with it, alone and together with the others.

    A file of the user's with a problem is left out: what others have of it is not there.

    Args:
        shipped: what comes with the program: files of exercises, and at the end that of the routines.
        own: the user's own files.
    """
    *exercises, routines = shipped
    ours = [Source(file, "exercise", os.path.basename(file).removesuffix(".toml")) for file in exercises]
    ours.append(Source(routines, "routine"))
    theirs = [Source(file) for file in own]
    _refuse_twice([*ours, *theirs])
    _refuse_missing([*ours, *theirs], [*ours, *theirs])
    left = theirs
    while len(right := [source for source in left if not source.problems]) < len(left):
        left = right
        _refuse_missing(left, [*ours, *left])
    return ours, theirs


def merge(shipped: Sequence[str], own: Sequence[str] = ()) -> Rows:
    """Return what stands in files, those of the user's that have problems left out; as `survey`.

    Raises:
        UnkinkError: what comes with the program has a problem; the first is named, and how many more there are.
    """
    ours, theirs = survey(shipped, own)
    wrong = [problem for source in ours for problem in source.problems]
    if wrong:
        raise UnkinkError("The catalogue can't be read", summary(wrong))
    left = [source for source in theirs if not source.problems]
    return Rows(
        [row for source in (*ours, *left) for row in source.exercises.values()],
        [row for source in (*ours, *left) for row in source.routines.values()],
        [problem for source in theirs for problem in source.problems],
        [picture for source in (*ours, *theirs) for picture in source.pictures],
    )


def _refuse_twice(sources: Iterable[Source]) -> None:
    """Complain of each id that stands in an earlier file."""
    first: dict[str, Source] = {}
    for source in sources:
        for id_, path in source.tables.items():
            other = first.setdefault(id_, source)
            if other is not source:
                found = f'an id that stands in {other.file}:{other.line(id_)} already ("{id_}")'
                source.complain(path, "", Wrong(found, "it must be another", f'Call it "my-{id_}", for instance.'))


def _refuse_missing(sources: Iterable[Source], everywhere: Iterable[Source]) -> None:
    """Complain of each exercise that a routine names and no file has."""
    there = {id_ for source in everywhere for id_, path in source.tables.items() if id_ not in source.steps}
    for source in sources:
        for routine, steps in source.steps.items():
            for number, exercise in enumerate(steps):
                if isinstance(exercise, str) and exercise not in there:
                    wrong = Wrong(f'"{exercise}"', "it must be the id of an exercise", nearest(exercise, there))
                    source.complain(source.tables[routine], "steps.exercise", wrong, number)
