"""How the simulated person reacts to prompts."""

import random
from collections.abc import Callable

from unkink.domain import effects as do
from unkink.domain import events
from unkink.domain.stages import Prompted
from unkink.domain.units import MINUTE, Seconds, parse_duration
from unkink.frozen import dataclass
from unkink.simulate.world import World

THINKS: Seconds = 20.0
"""How long an answer takes."""
SHORT: Seconds = MINUTE
"""How long a short routine is, or one that was asked for by name."""
TELLS: Seconds = MINUTE
"""How often a routine is heard of."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to a prompt: `start`, `snooze`, `skip` or `ignore`; a snooze may have a length in seconds."""

    word: str
    length: Seconds | None = None


def answer_of(text: str) -> Answer:
    """Return the answer that a text means.

    Raises:
        ValueError: it means none; the message says what is allowed.
    """
    word, _, rest = text.partition(" ")
    try:
        length = parse_duration(rest) if word == "snooze" and rest else None
    except ValueError:
        word = ""
    if word not in ("start", "snooze", "skip", "ignore") or (rest and word != "snooze"):
        raise ValueError(f'"{text}" is no answer; there are start, snooze, snooze 10m, skip, ignore')
    return Answer(word, length)


Mood = Callable[[], tuple[Answer, Seconds]]
"""Returns how the next prompt is answered, and after how many seconds."""


def mood_of(text: str) -> Mood:
    """Return the mood that `--answers` names: `start`, `skip`, `ignore` or `mix:SEED`.

    Raises:
        ValueError: there is none of this name.
    """
    word, _, seed = text.partition(":")
    if word == "mix" and seed.isdecimal():
        chance = random.Random(int(seed))  # noqa: S311  no secret
        words = ("start", "start", "snooze", "skip", "ignore")
        return lambda: (Answer(chance.choice(words)), chance.uniform(5, 110))
    if text not in ("start", "skip", "ignore"):
        raise ValueError(f'"{text}" is no mood; there are start, skip, ignore, mix:7')
    return lambda: (Answer(text), THINKS)


class Answers:
    """Answers prompts and does routines.

    Args:
        world: where.
        mood: how prompts are answered that the trace has no answer for.
    """

    def __init__(self, world: World, mood: Mood) -> None:
        self._world, self._mood = world, mood
        self._next: Answer | None = None
        self._known: dict[int, do.Offer] = {}
        self._given: set[int] = set()
        self._ignores = False

    def give(self, answer: Answer) -> None:
        """Answer the prompt that is open, or else the next one."""
        stage = self._world.state.cycle.stage
        if isinstance(stage, Prompted):
            self._ignores = answer.word == "ignore"
            self._answer(answer, stage.offer)
        else:
            self._next = answer

    def heard(self, effect: do.Effect) -> None:
        """React to an effect."""
        match effect:
            case do.Prompt(offer=offer) if offer.id not in self._known:
                self._known[offer.id] = offer
                answer, after = self._reaction()
                self._world.later(after, lambda: self._answer(answer, offer))
            case do.Play(run=run, offer=number):
                offered = self._known.get(number or 0)
                planned = offered.length if offered and not offered.short else SHORT
                self._world.later(0.0, lambda: self._begin(run, planned))
            case _:
                pass

    def _reaction(self) -> tuple[Answer, Seconds]:
        """Return how the prompt that has just come is answered, and after how long."""
        stage = self._world.state.cycle.stage
        again = isinstance(stage, Prompted) and stage.wait is not None and stage.wait.asked > 0
        if self._next is None and again and self._ignores:
            return Answer("ignore"), THINKS  # a prompt that is asked twice is one
        answer, self._next = self._next, None
        self._ignores = answer is not None and answer.word == "ignore"
        return self._mood() if answer is None else (answer, THINKS)

    def _answer(self, answer: Answer, offer: do.Offer) -> None:
        """Answer a prompt that is still open; what the trace says comes first, and a prompt is answered once."""
        stage = self._world.state.cycle.stage
        if offer.id in self._given or not isinstance(stage, Prompted) or stage.offer.id != offer.id:
            return
        self._given.add(offer.id)
        match answer.word:
            case "start":
                self._world.happens(events.Start(offer.id))
            case "snooze":
                length = answer.length or (offer.snoozes[min(1, len(offer.snoozes) - 1)] if offer.snoozes else None)
                self._world.happens(events.Snooze(offer.id, length) if length else events.NotNow(offer.id))
            case "skip":
                self._world.happens(events.NotNow(offer.id))
            case _:
                pass

    def _begin(self, run: int, planned: Seconds) -> None:
        self._world.happens(events.RoutineBegan(run, planned))
        self._go_on(run, planned, 0.0)

    def _go_on(self, run: int, planned: Seconds, done: Seconds) -> None:
        if done:
            self._world.happens(events.RoutineProgressed(run, done))
        left = planned - done
        if left > TELLS:
            self._world.later(TELLS, lambda: self._go_on(run, planned, done + TELLS))
        else:
            self._world.later(left, lambda: self._world.happens(events.RoutineEnded(run, planned, finished=True)))
