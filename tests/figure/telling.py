"""Short ways to tell a figure in a test."""

from unkink.figure.model import Figure, FigureError


def table(**more: object) -> dict[str, object]:
    """A whole figure of somebody who stands, and whatever else is told."""
    plain: dict[str, object] = {
        "title": "A test",
        "timeline": [["up", 1.0], ["down", 1.0]],
        "poses": {"up": {"base": "standing"}, "down": {"base": "standing", "root": [0, 80, 0]}},
    }
    return {**plain, **more}


def told(**more: object) -> Figure:
    return Figure.parse("x", table(**more))


def wrong(**more: object) -> dict[str, tuple[str, str]]:
    """The problems of a figure by place: what was found, what is allowed."""
    try:
        told(**more)
    except FigureError as error:
        return {problem.place: (problem.found, problem.allowed) for problem in error.problems}
    return {}
