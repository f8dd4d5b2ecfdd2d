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
CUES = CueRules(deck=suiting(load_cues(), Person(touch=True)))
OBEYED = {
    "as it comes": Rules(cues=CUES),
    "with hours and two kinds": Rules(kinds=(Kind("move", 3600, 120), Kind("eyes", 1200, 30)), hours=OFFICE, cues=CUES),
}
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
    chance, seen, stopped = random.Random(seed), events.InputSeen(), events.InputStopped(5.0)
    found: list[events.Event] = []
    for day in range(days):
        worked = False
        for minute in range(MINUTES):
            hour = minute / 60
            works = day % 7 < 5 and (9 <= hour < 12.5 or 13 <= hour < 17.5)
            pauses = chance.random() < 0.2 if works else worked
            found.append(stopped if pauses else seen if works else events.Tick())
            worked = works
    return found


def plain(days: int) -> float:
    """Return how long a loop takes that does nothing."""
    began = time.process_time()
    for _ in moments(days):
        pass
    return time.process_time() - began


def lived(days: int, what: list[events.Event], rules: Rules) -> tuple[float, int]:
    """Return how long the domain takes for so many days, and how many offers it made."""
    state, offers = core.start(rules, Moment(Instant(0.0), MONDAY, 3600.0), days=3), 0
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
    runs: dict[str, list[float]] = {name: [] for name in (*OBEYED, "a plain loop")}
    offers = {"a plain loop": 0}
    for _ in range(options.times):
        runs["a plain loop"].append(plain(options.days))
        for name, rules in OBEYED.items():
            seconds, offers[name] = lived(options.days, what, rules)
            runs[name].append(seconds)
    print(
        f"{len(what):,} samples, {options.days} days; CPU seconds, medians of {options.times} runs; aim 30,000 a second"
    )
    for name, times in runs.items():
        seconds = statistics.median(times)
        print(f"{name:<26}{seconds:7.2f} s  {len(what) / seconds:11,.0f} samples a second  {offers[name]:6} offers")


if __name__ == "__main__":
    main()
