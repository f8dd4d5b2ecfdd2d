"""Traces: what happened on past days, row by row. See docs/simulate.md for the format."""

import csv
import io
import math
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from unkink.domain import events
from unkink.domain.body import Position
from unkink.domain.signals import Signal
from unkink.domain.units import DAY, Seconds, next_time_of_day, parse_duration
from unkink.errors import UnkinkError
from unkink.frozen import dataclass
from unkink.simulate.answers import Answers, answer_of
from unkink.simulate.world import World

Act = Callable[[World, Answers], None]
"""What a row does."""

SIGNALS = {
    "mic": Signal.MICROPHONE,
    "camera": Signal.CAMERA,
    "inhibit": Signal.WATCHING,
    "fullscreen": Signal.FULL_SCREEN,
    "dnd": Signal.DO_NOT_DISTURB,
    "sharing": Signal.SHARING,
}
PLAIN: dict[str, Act] = {
    "active": lambda world, _: world.works(),
    "idle": lambda world, _: world.stops(),
    "unknown": lambda world, _: world.loses_sight(),
    "lock": lambda world, _: world.happens(events.Locked()),
    "unlock": lambda world, _: world.happens(events.Unlocked()),
    "sleep": lambda world, _: world.falls_asleep(),
    "wake": lambda world, _: world.wakes(),
    "window": lambda world, _: world.happens(events.WindowChanged()),
    "off": lambda world, _: world.goes_off(),
    "on": lambda world, _: world.comes_on(),
}
FARTHEST: Seconds = 3650 * DAY
"""The clock is set by so much at the most."""
SAID: dict[str, events.Event] = {
    "standing": events.Stated(Position.STANDING),
    "sitting": events.Stated(Position.SEATED),
    "moved": events.Moved(),
    "break": events.OfferNow(),
    "resume": events.Resume(),
    "pause": events.Pause(),
    "pause tomorrow": events.PauseUntilTomorrow(),
}
EVENTS = sorted({*PLAIN, *SIGNALS, *(f"{name}_end" for name in SIGNALS), "clock", "zone", "say", "answer"})


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a trace: at a true time, with the offset it was written with, something happened."""

    at: datetime
    act: Act


@dataclass(frozen=True, slots=True)
class Trace:
    """A trace.

    Attributes:
        rows: in the order of time.
        pauses: whether any moment with input may be a pause, since nobody wrote down when there was one.
    """

    rows: tuple[Row, ...]
    pauses: bool = False


def read_csv(text: str, name: str) -> Trace:
    """Return the trace that a CSV text holds: `at,event,value`.

    Raises:
        UnkinkError: a row makes no sense; the message names its line and what is allowed.
    """
    rows: list[Row] = []
    reader = csv.reader(io.StringIO(text), skipinitialspace=True)
    for raw in reader:
        cells = [cell.strip() for cell in raw]
        if not any(cells) or cells[0].startswith("#") or cells[:2] == ["at", "event"]:
            continue
        try:
            rows.append(_row(cells, rows[-1].at if rows else None))
        except ValueError as error:
            raise UnkinkError(f"{name}:{reader.line_num}: {','.join(cells)}", f"{error}.") from None
    if not rows:
        raise UnkinkError(f"{name} holds no rows", 'A row is "2026-03-02T09:00:00+01:00,active,".')
    return Trace(tuple(rows))


def _row(cells: list[str], before: datetime | None) -> Row:
    if len(cells) < 2 or any(cells[3:]):
        raise ValueError("a row has three cells: at, event, value")
    row = Row(_time(cells[0]), _act(cells[1], cells[2] if len(cells) > 2 else ""))
    if before is not None and row.at < before:
        raise ValueError("rows must be in the order of time")
    return row


def _time(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        raise ValueError(f'"{text}" is no ISO time with its offset, such as 2026-03-02T09:00:00+01:00')
    return at


def _act(event: str, value: str) -> Act:
    if event in PLAIN:
        return PLAIN[event]
    name = event.removesuffix("_end")
    if name in SIGNALS:
        sensed = events.Sensed(SIGNALS[name], name == event)
        return lambda world, _: world.happens(sensed)
    match event:
        case "clock":
            jump = _jump(value)
            return lambda world, _: world.jumps(jump)
        case "zone":
            zone = named_zone(value)
            return lambda world, _: world.travels(zone)
        case "say":
            said = _said(value)
            return lambda world, _: world.happens(said(world))
        case "answer":
            answer = answer_of(value)
            return lambda _, answers: answers.give(answer)
        case _:
            raise ValueError(f'"{event}" is no event; there are {", ".join(EVENTS)}')


def _jump(text: str) -> Seconds:
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not abs(seconds) <= FARTHEST:
        raise ValueError(f'"{text}" is no number of seconds to set the clock by, ten years at the most')
    return seconds


def named_zone(name: str) -> ZoneInfo:
    """Return a time zone by its name.

    Raises:
        ValueError: there is none of this name.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f'"{name}" is no time zone, such as Europe/Lisbon') from None


def _said(value: str) -> Callable[[World], events.Event]:
    if value in SAID:
        return lambda _: SAID[value]
    word, _, rest = value.partition(" ")
    try:
        if word == "pause" and rest.startswith("until "):
            return _paused_until(rest.removeprefix("until "))
        if word in ("meeting", "pause") and rest:
            length = parse_duration(rest)
            return lambda _: events.Pause(length=length, meeting=word == "meeting")
    except ValueError as error:
        raise ValueError(f'"{rest}" was not understood; it must be {error}') from None
    allowed = [*SAID, "meeting 30m", "pause 1h", "pause until 14:00"]
    raise ValueError(f'"{value}" cannot be said; there are {", ".join(allowed)}')


def _paused_until(clock: str) -> Callable[[World], events.Event]:
    next_time_of_day(clock, datetime.min)  # noqa: DTZ901  a mistake is told before anything is lived through
    return lambda world: events.Pause(until=next_time_of_day(clock, world.clock.wall()[0]))
