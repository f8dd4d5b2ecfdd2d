"""What one step of the domain costs: a year of one-minute samples, as many as 525,600. One command, a few lines.

    python -m benchmarks.domain [--times 5] [--days 365]

A sample is what the daemon does when something is seen: it takes a step, asks when to look again, and how long a pause
would have to be. A plain loop that only makes the same moments is timed beside it, since the machines are noisy; the
numbers are medians of several runs.
"""

import argparse
import gc
import random
import statistics
import time
from collections.abc import Iterator
from datetime import datetime, timedelta

from unkink.catalogue.cues import load_cues
from unkink.domain import core, events
from unkink.domain import effects as do
from unkink.domain.deck import suiting
from unkink.domain.hours import Hours, parse_range
from unkink.domain.person import Person
from unkink.domain.rules import CueRules, Kind, Rules
from unkink.domain.units import Instant, Moment

MINUTES = 24 * 60
OFFICE = Hours(tuple((parse_range("08:30-18:00"),) if day < 5 else () for day in range(7)))
RULES = Rules(
    kinds=(Kind("move", 3600, 120), Kind("eyes", 1200, 30)),
    hours=OFFICE,
    cues=CueRules(deck=suiting(load_cues(), Person(touch=True))),
)
MONDAY = datetime(2026, 3, 2)  # noqa: DTZ001  a wall clock


def moments(days: int) -> Iterator[Moment]:
    """Yield each minute of so many days."""
    minute = timedelta(minutes=1)
    local = MONDAY
    for number in range(days * MINUTES):
        yield Moment(Instant(number * 60.0), local, 3600.0)
        local += minute


def samples(days: int, seed: int) -> list[events.Event]:
    """Return what is seen in each minute of so many days: work from nine to half past five with pauses, and nights."""
    chance, seen = random.Random(seed), events.InputSeen()
    found: list[events.Event] = []
    for day in range(days):
        for minute in range(MINUTES):
            hour = minute / 60
            working = day % 7 < 5 and (9 <= hour < 12.5 or 13 <= hour < 17.5)
            paused = chance.random() < 0.2
            found.append(events.InputStopped(5.0) if working and paused else seen if working else events.Tick())
    return found


def plain(days: int) -> float:
    """Return how long a loop takes that does nothing."""
    began = time.process_time()
    for _ in moments(days):
        pass
    return time.process_time() - began


def lived(days: int, what: list[events.Event]) -> tuple[float, int]:
    """Return how long the domain takes for so many days, and how many offers it made."""
    state, offers = core.start(RULES, Moment(Instant(0.0), MONDAY, 3600.0), days=3), 0
    began = time.process_time()
    for event, at in zip(what, moments(days), strict=True):
        state, effects = core.step(state, event, at)
        for effect in effects:
            if isinstance(effect, do.Prompt):
                offers += 1
                state, _ = core.step(state, events.Start(effect.offer.id), at)
            elif isinstance(effect, do.Play):
                state, _ = core.step(state, events.RoutineEnded(effect.run, 120.0, finished=True), at)
        core.next_deadline(state)
        core.watch(state)
    return time.process_time() - began, offers


def main() -> None:
    """Measure, and print what came."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.domain")
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--days", type=int, default=365)
    options = parser.parse_args()
    what = samples(options.days, 1)
    gc.freeze()
    runs = [(plain(options.days), *lived(options.days, what)) for _ in range(options.times)]
    loop, seconds = (statistics.median(column) for column in list(zip(*runs, strict=True))[:2])
    print(f"{len(what):,} samples, {options.days} days, {runs[0][2]} offers; medians of {options.times} runs")
    print(f"the domain   {seconds:6.1f} s   {len(what) / seconds:10,.0f} samples a second   (aim 30,000)")
    print(f"a plain loop {loop:6.1f} s   {len(what) / loop:10,.0f} samples a second")


if __name__ == "__main__":
    main()
