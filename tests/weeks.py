"""Twelve weeks of offers for people nobody has met: python -m tests.weeks [--days 60] [--people 50]."""

import argparse
import random
import sys
from collections import Counter
from dataclasses import dataclass, field

from unkink.catalogue.health import load_tags
from unkink.catalogue.load import load
from unkink.domain.body import AREAS, KIT, Place, Position, Technique
from unkink.domain.choose import SHORT_FROM, SHORT_TO, Past, Wish, choose
from unkink.domain.doses import PER_DAY, spent
from unkink.domain.health import Flag, Health
from unkink.domain.person import Person
from unkink.domain.routine import Routine, Side
from unkink.domain.units import DAY, HOUR

CATALOGUE = load()
EXERCISES = tuple(CATALOGUE.exercises.values())
TAGS = tuple(tag.name for tag in load_tags())
HOURS = (10, 11, 13, 14, 15, 16)
"""When there is an offer on a working day."""


def somebody(chance: random.Random) -> Person:
    """Return a person with some kit, some room, some likes, and now and then something to mind."""
    return Person(
        place=chance.choice(list(Place)),
        position=chance.choice([None, None, None, Position.SEATED]),
        kit=frozenset(each for each in KIT if chance.random() < 0.5),
        areas=frozenset(chance.sample(AREAS, chance.randrange(4))),
        rather_not=frozenset(each for each in Technique if chance.random() < 0.05),
        camera=chance.random() < 0.1,
        touch=chance.random() < 0.7,
        health=Health(
            flags=tuple(Flag(tag) for tag in chance.sample(TAGS, chance.choice([0, 0, 1, 2]))),
            touch_limit=chance.choice([1, 2, 3]),
        ),
    )


@dataclass
class Weeks:
    """What a person was offered, and did.

    Attributes:
        person: who.
        seconds: how long each area was worked in all.
        done: the routines, in order.
    """

    person: Person
    seconds: Counter[str] = field(default_factory=Counter)
    done: list[Routine] = field(default_factory=list)


def lived(seed: int, days: int) -> Weeks:
    """Return so many working days of offers that are all taken, each checked.

    Raises:
        AssertionError: something was offered that must not be.
    """
    chance = random.Random(seed)
    weeks = Weeks(somebody(chance))
    worked: dict[str, float] = {}
    for day in range(days):
        today: list[Routine] = []
        for hour in HOURS:
            now = day * DAY + hour * HOUR
            short = chance.random() < 0.15
            wish = Wish(chance.choice([120.0, 120.0, 300.0]), short=short, evening=hour == HOURS[-1])
            ago = {area: now - at for area, at in worked.items()}
            recent = tuple(routine.id for routine in reversed(weeks.done[-3:]))
            past = Past(recent, ago, spent=spent(today))
            choice = choose(CATALOGUE.routines, EXERCISES, wish, weeks.person, past, chance.random)
            if choice is None:
                continue
            _check(choice.routine, weeks.person, wish, recent, today)
            today.append(choice.routine)
            weeks.done.append(choice.routine)
            for area, seconds in choice.routine.area_seconds.items():
                weeks.seconds[area] += int(seconds)
                worked[area] = now
    return weeks


def _check(routine: Routine, person: Person, wish: Wish, recent: tuple[str, ...], today: list[Routine]) -> None:
    tags = {flag.tag for flag in person.health.flags}
    for step in routine.steps:
        exercise = step.exercise
        assert not exercise.hide_if & tags, f"{exercise.id} is hidden by {exercise.hide_if & tags}"
        assert exercise.technique not in person.rather_not
        assert not exercise.touch or (person.touch and exercise.intensity <= person.health.touch_limit)
        assert person.position in (None, exercise.position)
    assert routine.kit & set(KIT) <= person.kit
    assert routine.place <= (Place.DESK if person.camera else person.place)
    assert routine.id not in recent[: 1 if wish.short else 3], f"{routine.id} again after {recent}"
    sides = Counter((part.step, part.side) for part in routine.rounds)
    assert all(sides[step, Side.RIGHT] == sides[step, Side.LEFT] for step, _ in sides), "both sides, always"
    for (technique, area), seconds in spent([*today, routine]).items():
        assert seconds <= PER_DAY[technique], f"{seconds} s of {technique} for {area}"
    held = [step.exercise.areas[0] for each in today for step in each.steps if _tender(step.exercise.technique)]
    now = {step.exercise.areas[0] for step in routine.steps if _tender(step.exercise.technique)}
    assert not now & set(held), "one tender-spot hold per area a day"
    if wish.short:
        assert SHORT_FROM <= routine.seconds <= SHORT_TO
        assert routine.place is Place.DESK
    else:
        assert routine.seconds <= wish.length * 1.25


def _tender(technique: Technique) -> bool:
    return technique is Technique.TENDER_SPOT


def main() -> int:
    """Live, and print who was offered how much of what they care about."""
    parser = argparse.ArgumentParser(prog="python -m tests.weeks")
    parser.add_argument("--days", type=int, default=60)
    parser.add_argument("--people", type=int, default=50)
    options = parser.parse_args()
    for seed in range(options.people):
        weeks = lived(seed, options.days)
        cared = ", ".join(f"{area} {weeks.seconds[area] / 60:.0f} min" for area in sorted(weeks.person.areas))
        kinds = len({routine.id for routine in weeks.done})
        total = sum(weeks.seconds.values()) / 60
        sys.stdout.write(f"{seed}: {len(weeks.done)} routines, {kinds} kinds, {total:.0f} min; {cared or '-'}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
