"""Finding a line: of a table, of a key, of one of several steps, and something near where that is not there."""

import pytest

from unkink.catalogue.lines import line_of

TEXT = """\
top = 1
# [exercise.a]
[exercise.a]  # the first
name = "x"
"kit" = []

[ routine . "b" ]
name = "y"
steps = [
    { exercise = "a", seconds = 1, sets = 1 },
    { exercise = "b" }, { exercise = "c" },
]

[routine.c]
steps.x = 5
[[routine.d.steps]]
exercise = "a"
[[routine.d.steps]]
exercise = "b"
"""


@pytest.mark.parametrize(
    ("table", "key", "number", "line"),
    [
        (("exercise", "a"), "", None, 3),
        (("exercise", "a"), "name", None, 4),
        (("exercise", "a"), "kit", None, 5),
        (("exercise", "a"), "gone", None, 3),
        (("routine", "b"), "name", None, 8),
        (("routine", "b"), "steps", 0, 10),
        (("routine", "b"), "steps", 1, 11),
        (("routine", "b"), "steps", 2, 11),
        (("routine", "b"), "steps", 9, 9),
        (("routine", "c"), "steps", None, 15),
        (("routine", "d"), "steps", 0, 16),
        (("routine", "d"), "steps", 1, 18),
        (("routine", "e"), "", None, 0),
        ((), "top", None, 1),
        ((), "name", None, 0),
    ],
)
def test_a_line_is_found(table, key, number, line):
    assert line_of(TEXT, table, key, number) == line
