"""A routine as it runs: which round, how much of it, how much of the whole. No Qt; it is told how time passes."""

from unkink.domain.routine import Round, Routine
from unkink.domain.units import Seconds
from unkink.frozen import dataclass

RESTART: Seconds = 3.0
"""Going back within this of a round's beginning goes to the round before, later to its beginning."""
ENOUGH = 0.5
"""What share of a routine must really have been done for its end to be a finish."""
JUMP: Seconds = 1.0
"""The longest step that is taken: after a suspend the routine goes on where it was."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a routine stands.

    Attributes:
        number: which round, from 0.
        part: the round.
        changing: whether it is still the change-over before it.
        left: seconds left of the change-over or of the exercise.
        of: how long that is in all.
        into: seconds into the exercise; 0 in the change-over.
        then: the round after it; None at the last one.
        over: whether all of it is over.
    """

    number: int
    part: Round
    changing: bool
    left: Seconds
    of: Seconds
    into: Seconds
    then: Round | None
    over: bool


class Session:
    """Runs a routine.

    Args:
        routine: what to do.
    """

    def __init__(self, routine: Routine) -> None:
        self.routine = routine
        self.paused = False
        self._number = 0
        self._at: Seconds = 0.0
        self._done = [0.0] * len(routine.rounds)

    def look(self) -> Look:
        """Return how it stands."""
        rounds = self.routine.rounds
        over = self._number == len(rounds)
        number = min(self._number, len(rounds) - 1)
        part = rounds[number]
        changing = not over and self._at < part.change
        left = part.change - self._at if changing else part.change + part.seconds - self._at
        return Look(
            number=number,
            part=part,
            changing=changing,
            left=0.0 if over else left,
            of=part.change if changing else part.seconds,
            into=0.0 if changing or over else self._at - part.change,
            then=rounds[number + 1] if number + 1 < len(rounds) else None,
            over=over,
        )

    @property
    def done(self) -> Seconds:
        """Seconds of it that were really done; what was done twice counts once."""
        return sum(self._done)

    @property
    def finished(self) -> bool:
        """Whether it came to its end with enough of it done."""
        return self.look().over and self.done >= ENOUGH * self.routine.seconds

    def share(self, number: int) -> float:
        """Return how much of a round has passed or was skipped, 0 to 1."""
        if number != self._number:
            return 1.0 if number < self._number else 0.0
        part = self.routine.rounds[number]
        return min(1.0, self._at / (part.change + part.seconds))

    def pass_(self, seconds: Seconds) -> None:
        """Let time pass; in a pause none does."""
        if self.paused or self.look().over:
            return
        self._at += min(seconds, JUMP)
        part = self.routine.rounds[self._number]
        self._done[self._number] = min(max(self._done[self._number], self._at), part.change + part.seconds)
        if self._at >= part.change + part.seconds:
            self._go(self._number + 1, self._at - part.change - part.seconds)

    def skip(self) -> None:
        """Go on to the next round."""
        if not self.look().over:
            self._go(self._number + 1)

    def back(self) -> None:
        """Go back to the beginning of this round, or to the one before."""
        if not self.look().over:
            into = self._at - self.routine.rounds[self._number].change
            self._go(self._number if into > RESTART else max(0, self._number - 1))

    def toggle(self) -> None:
        """Pause, or go on."""
        self.paused = not self.paused

    def _go(self, number: int, at: Seconds = 0.0) -> None:
        self._number, self._at = number, at
