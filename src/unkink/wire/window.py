"""What the daemon and a window say to each other, as JSON lines: down on its stdin, up on its first descriptor."""

from unkink.frozen import dataclass

# -- down ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Dose:
    """An exercise by id, for so many seconds, so many times (on each side where it is sided)."""

    exercise: str
    seconds: float
    sets: int


@dataclass(frozen=True, slots=True)
class Play:
    """Show a routine: the number of the run, the routine, why it was chosen, what must be confirmed first, the look."""

    version: str
    run: int
    id: str
    name: str
    scene: str
    doses: tuple[Dose, ...]
    because: str
    notices: tuple[str, ...]
    theme: str
    motion: str


@dataclass(frozen=True, slots=True)
class Close:
    """Close kindly; the break counted."""


# -- up --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ready:
    """The window process is there and waits; it was made by this version."""

    version: str


@dataclass(frozen=True, slots=True)
class Began:
    """The routine is on show; `planned` seconds long."""

    run: int
    planned: float


@dataclass(frozen=True, slots=True)
class Progress:
    """So many seconds of the routine are done."""

    run: int
    done: float


@dataclass(frozen=True, slots=True)
class Asks:
    """A notice is on show, and is read."""

    notice: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """A notice was confirmed."""

    notice: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """The routine is over: the last word of a run is the truth. `rating` is empty where nothing was said."""

    run: int
    done: float
    finished: bool
    rating: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """No window can be opened here: why, and what would help."""

    reason: str
    hint: str


DOWN = (Play, Close)
UP = (Ready, Asks, Agreed, Began, Progress, Outcome, Trouble)
