"""A year of somebody's life that nobody planned, watched at every step: python -m tests.year [--days 365] [--seeds 3].

Each day they come at some time, work, pause, talk, watch, stand, leave, travel, close the lid, answer or don't; the
machine crashes, sleeps, and has its clock set. What must hold whatever happens is checked by tests/watched.py at every
step; an assertion says what broke, and the last things that happened.
"""

import argparse
import random
import sys
import time
from collections import Counter, deque
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tests.domain.test_cues import DECK
from tests.domain.test_hours import week
from tests.script import rules
from tests.watched import Watched
from unkink.domain import effects as do
from unkink.domain import events
from unkink.domain.body import Position
from unkink.domain.deck import Hands
from unkink.domain.rules import Appointment, CueRules, Kind, Rules
from unkink.domain.signals import Signal
from unkink.domain.units import MINUTE
from unkink.simulate.answers import Answers, mood_of

OFFICE = week(
    mon=["08:30-12:30", "13:00-18:00"],
    tue=["08:30-18:00"],
    wed=["08:30-12:30", "13:00-18:00"],
    thu=["08:30-18:00"],
    fri=["08:30-16:00"],
    sat=["22:00-03:00"],
)
CUES = CueRules(deck=DECK, eyes=True)
KINDS = (Kind("move", 3600, 120), Kind("eyes", 1200, 30), Kind("roller", 3 * 3600, 300, what="roller"))
TEA = Appointment("tea", (0, 1, 2, 3, 4), 16 * 60, "r19")
OBEYED: tuple[Rules, ...] = (
    rules(cues=CUES),
    rules(kinds=KINDS, cues=CUES, hours=OFFICE, appointments=(TEA,)),
    rules(kinds=KINDS[:1], cues=CUES, hours=OFFICE, wait_for_pause=120.0, away_after=600.0),
)
ZONES = tuple(
    map(ZoneInfo, ("Europe/Berlin", "Europe/Lisbon", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"))
)
SIGNALS = (Signal.MICROPHONE, Signal.CAMERA, Signal.WATCHING, Signal.FULL_SCREEN, Signal.DO_NOT_DISTURB, Signal.SHARING)


class Life(Watched):
    """A life made up as it goes.

    Args:
        seed: the same seed is the same life.
    """

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.did: deque[str] = deque(maxlen=12)
        self.counts: Counter[str] = Counter()
        self.answers = Answers(self, mood_of(f"mix:{seed}"))
        super().__init__("07:00", OBEYED[seed % len(OBEYED)])

    def _add(self, effect: do.Effect) -> None:
        super()._add(effect)
        self.counts[type(effect).__name__] += 1
        self.answers.heard(effect)
        if isinstance(effect, do.ShowCue):
            self.later(self.chance.uniform(2, 90), lambda: self._to_a_cue(effect))

    def _to_a_cue(self, shown: do.ShowCue) -> None:
        answer = self.chance.random()
        if answer < 0.3:
            self.happens(events.RefuseCue(shown.cue))
        elif answer < 0.7 and shown.card.do:
            self.happens(events.TakeCue(shown.cue, shown.card.do))

    # -- a day ------------------------------------------------------------------------------------

    def day(self) -> None:
        """Live until shortly after midnight, most days at the desk, some not at all."""
        ends = datetime.combine(self.local.date() + timedelta(days=1), datetime.min.time()) + timedelta(minutes=3)
        if self.chance.random() < 0.25:
            self._do("a day off", self.stops, ends)
        else:
            came = timedelta(hours=self.chance.choice([5, 8, 8, 8, 9, 13]), minutes=self.chance.randrange(60))
            self._do("sleeping late", self.stops, min(ends, ends.replace(hour=0, minute=0) - timedelta(days=1) + came))
        went = ends - timedelta(hours=self.chance.choice([1, 5, 6, 6, 7, 9]))
        while self.local < min(ends, went):
            self._something(went)
        self._do("done for the day", self._leaves, ends)

    def _something(self, ends: datetime) -> None:
        length = self.chance.choice([5, 20, 60, 200, 600, 1800, 4000])
        until = min(ends, self.local + timedelta(seconds=self.chance.uniform(length / 2, length)))
        kind = self.chance.choices(
            ("works", "pauses", "works and pauses", "leaves", "sleeps", "talks", "says", "looks", "crashes", "odd"),
            (8, 6, 12, 2, 2, 3, 3, 2, 0.5, 0.5),
        )[0]
        match kind:
            case "works":
                self._do(kind, self.works, until)
            case "pauses":
                short = self.local + timedelta(seconds=self.chance.choice([3, 5, 30, 90, 290, 301]))
                self._do(kind, self.stops, min(until, short))
            case "works and pauses":
                while self.local < until:
                    self._do(kind, self.works, min(until, self.local + timedelta(seconds=self.chance.uniform(5, 200))))
                    self._do(kind, self.stops, min(until, self.local + timedelta(seconds=self.chance.uniform(1, 12))))
            case "leaves":
                self._do(kind, self._leaves, until)
                self._do("unlocks", lambda: self.happens(events.Unlocked()), self.local)
            case "sleeps":
                self.stops()
                self._do(kind, self.falls_asleep, until)
                self._do("wakes", self.wakes, self.local)
            case "talks":
                self._talks(until)
            case "says":
                self._do(kind, lambda: self.happens(self._says()), self.local + timedelta(seconds=1))
            case "looks":
                self._do(kind, lambda: self.happens(events.WindowChanged()), self.local + timedelta(seconds=3))
            case "crashes":
                self._do(kind, self.goes_off, until)
                self._do("starts", self.comes_on, self.local)
                self.works()
            case _:
                self._odd(until)

    def _talks(self, until: datetime) -> None:
        signal = self.chance.choice(SIGNALS)
        self._do(f"{signal} on", lambda: self.happens(events.Sensed(signal, on=True)), self.local)
        self._do("listens", self.chance.choice([self.works, self.stops]), until)
        self._do(f"{signal} off", lambda: self.happens(events.Sensed(signal, on=False)), self.local)

    def _leaves(self) -> None:
        self.stops()
        if self.chance.random() < 0.6:
            self.happens(events.Locked())

    def _says(self) -> events.Event:
        chance = self.chance
        return chance.choice(
            [
                events.Moved(),
                events.Stated(Position.STANDING),
                events.Stated(Position.SEATED),
                events.OfferNow(),
                events.PlayNow("r02"),
                events.Pause(length=chance.choice([5, 30, 60]) * MINUTE),
                events.Pause(length=chance.choice([5, 30, 60]) * MINUTE, meeting=True),
                events.Pause(),
                events.PauseUntilTomorrow(),
                events.Resume(),
                events.Resume(),
                events.IgnoreHolds(),
                events.HandsDo(chance.choice(list(Hands))),
                events.Health(on=chance.random() < 0.3),
                events.Health(on=False),
            ]
        )

    def _odd(self, until: datetime) -> None:
        match self.chance.choice(["clock", "zone", "freeze", "blind", "rules"]):
            case "clock":
                jump = self.chance.choice([-3600, 3600, -40, 40, -200_000, 200_000])
                self._do(f"clock {jump}", lambda: self.jumps(jump), self.local)
                until += timedelta(seconds=jump)
                self._do("works", self.works, until)
                self._do("clock right", lambda: self.jumps(-jump), self.local)
            case "zone":
                self._do("travels", lambda: self.travels(self.chance.choice(ZONES)), self.local)
            case "freeze":
                self._do("freezes", lambda: self.freezes_until(self.clock.true + timedelta(hours=6)), self.local)
            case "blind":
                self._do("blind", self.loses_sight, until)
            case _:
                self._do(
                    "other rules", lambda: self.happens(events.RulesChanged(self.chance.choice(OBEYED))), self.local
                )

    def _do(self, what: str, begins, until: datetime) -> None:
        self.did.append(f"{self.clock.shown()} {what} until {until:%H:%M:%S}")
        begins()
        if until > self.local:
            self.run_to(self.clock.true + (until - self.local))


def lived(days: int, seed: int) -> Life:
    """Return a life of so many days.

    Raises:
        AssertionError: something that must hold did not; it says what, and what happened before.
    """
    life = Life(seed)
    ends = life.clock.true + timedelta(days=days)
    try:
        while life.clock.true < ends:
            life.day()
    except AssertionError as error:
        error.add_note(
            "\n".join([f"seed {seed}", *life.did, str(life.state.cycle.stage), str(life.state.activity.phase)])
        )
        raise
    return life


def main() -> int:
    """Live; print what came."""
    parser = argparse.ArgumentParser(prog="python -m tests.year")
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--seeds", type=int, default=3)
    options = parser.parse_args()
    for seed in range(1, options.seeds + 1):
        began = time.monotonic()
        life = lived(options.days, seed)
        counts = ", ".join(f"{count} {name}" for name, count in sorted(life.counts.items()))
        sys.stdout.write(f"seed {seed}: {options.days} days in {time.monotonic() - began:.0f} s: {counts}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
