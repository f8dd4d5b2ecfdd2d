"""What the command line asks the daemon, and what it answers."""

from unkink.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Ask:
    """A request: a verb and what belongs to it."""

    verb: str
    args: dict[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer: whether it was done, what to print, and data for programs."""

    ok: bool
    text: str
    data: dict[str, object]
