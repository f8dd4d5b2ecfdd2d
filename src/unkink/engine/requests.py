"""What the command line and the tray may ask for: each request as events for the domain and an answer in words."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from unkink import __version__
from unkink.domain import events
from unkink.domain.body import Position
from unkink.domain.holds import Hold
from unkink.domain.outlook import Phase
from unkink.domain.units import Instant, Moment, next_time_of_day, parse_duration
from unkink.engine.snapshot import Snapshot
from unkink.frozen import dataclass
from unkink.ports import Health
from unkink.wire.control import Answer, Ask
from unkink.words import answers as words
from unkink.words import status as status_words

Say = Callable[[Snapshot], Answer]
"""Makes the answer from how things stand afterwards."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a request leads to: events first, then the answer."""

    happen: tuple[events.Event, ...]
    say: Say


def plan(ask: Ask, now: Snapshot, known: Callable[[str], str]) -> Plan:
    """Return what a request leads to.

    Args:
        ask: the request. `status`, `settings` and `stop` are the engine's own and not answered here.
        now: how things stand.
        known: returns the name of the routine with an id; empty where there is none.
    """
    match ask.verb:
        case "offer":
            return _offer(now)
        case "break":
            return _break(ask.args.get("routine", ""), known)
        case "start":
            return _start(now)
        case "snooze":
            return _snooze(ask.args.get("length", ""), now)
        case "skip":
            return _skip(now)
        case "moved":
            return Plan((events.Moved(),), lambda _: _yes(words.counted()))
        case "standing":
            return Plan((events.Stated(Position.STANDING),), lambda _: _yes(words.noted()))
        case "sitting":
            return Plan((events.Stated(Position.SEATED),), lambda _: _yes(words.noted()))
        case "ignore":
            return Plan((events.IgnoreHolds(),), lambda after: _yes(after.line))
        case "pause":
            return _pause(ask.args, now)
        case "resume":
            return _resume(now)
        case _:
            return _no(words.unknown(ask.verb))


def status(now: Snapshot, health: Mapping[str, Health], pid: int) -> Answer:
    """Return the answer to `status`: a few lines for people, everything for programs."""
    look = now.look
    data: dict[str, object] = {
        "version": __version__,
        "pid": pid,
        "phase": look.phase.value,
        "desk_time_s": round(look.desk, 3),
        "next_at": _iso(now.next_at, now.at),
        "why": status_words.why(look, now.at),
        "line": now.line,
        "offer": None if now.offer is None else {"id": now.offer.id, "routine": now.on_offer},
        "holds": [{"why": hold.why.value, "until": _ends(hold, now.at)} for hold in now.holds],
        "adapters": {
            port: {
                "name": found.name,
                "ok": found.ok,
                "reason": found.reason,
                "hint": found.hint,
                "tried": dict(found.tried),
            }
            for port, found in health.items()
        },
        "troubles": list(now.troubles),
    }
    lines = [now.line, status_words.why(look, now.at)]
    if now.on_offer:
        lines.append(words.on_offer(now.on_offer))
    lines += [words.adapter(port, found.name, found.reason, found.hint, found.ok) for port, found in health.items()]
    lines += [words.trouble(trouble) for trouble in now.troubles]
    return Answer(ok=True, text="\n".join(lines), data=data)


def _offer(now: Snapshot) -> Plan:
    if now.look.phase is Phase.ON_BREAK:
        return _no(words.on_a_break())
    return Plan((events.OfferNow(),), lambda after: _yes(words.offered(after.on_offer)))


def _break(routine: str, known: Callable[[str], str]) -> Plan:
    name = known(routine)
    if not name:
        return _no(words.no_routine(routine))
    return Plan((events.PlayNow(routine),), lambda _: _yes(words.starting(name)))


def _start(now: Snapshot) -> Plan:
    if now.offer is None:
        return _no(words.nothing_on_offer())
    return Plan((events.Start(now.offer.id),), lambda _: _yes(words.starting(now.on_offer)))


def _snooze(length: str, now: Snapshot) -> Plan:
    if now.offer is None:
        return _no(words.nothing_on_offer())
    if not now.snoozes:
        return _no(words.no_more_snoozes())
    if length:
        try:
            seconds = float(length) if length.replace(".", "").isdecimal() else parse_duration(length)
        except ValueError as error:
            return _no(words.wrong_length(length, str(error)))
    else:
        seconds = now.snoozes[min(1, len(now.snoozes) - 1)]
    if not seconds:
        return _no(words.wrong_length(length, words.longer_than_nothing()))
    return Plan((events.Snooze(now.offer.id, seconds),), lambda _: _yes(words.snoozed(seconds)))


def _skip(now: Snapshot) -> Plan:
    if now.offer is None:
        return _no(words.nothing_on_offer())
    return Plan((events.NotNow(now.offer.id),), lambda after: _yes(words.skipped(after.line)))


def _pause(args: Mapping[str, str], now: Snapshot) -> Plan:
    meeting = args.get("meeting") == "yes"
    until, length = args.get("until", ""), args.get("length", "")
    event: events.Event
    try:
        if until == "tomorrow":
            event = events.PauseUntilTomorrow()
        elif until:
            event = events.Pause(until=next_time_of_day(until, now.at.local), meeting=meeting)
        elif length:
            event = events.Pause(length=parse_duration(length), meeting=meeting)
        else:
            event = events.Pause(meeting=meeting)
    except ValueError as error:
        return _no(words.wrong_length(until or length, str(error)))
    return Plan((event,), lambda after: _yes(after.line))


def _resume(now: Snapshot) -> Plan:
    if now.look.hold is None:
        return Plan((), lambda after: _yes(words.not_paused(after.line)))
    return Plan((events.Resume(),), lambda after: _yes(after.line))


def _ends(hold: Hold, at: Moment) -> str | None:
    if hold.until is not None:
        return _iso(hold.until, at)
    return None if hold.until_local is None else hold.until_local.isoformat()


def _iso(instant: Instant | None, at: Moment) -> str | None:
    if instant is None:
        return None
    local = at.local + timedelta(seconds=instant - at.now)
    sign, minutes = ("-" if at.offset < 0 else "+"), round(abs(at.offset) / 60)
    return f"{local.isoformat(timespec='seconds')}{sign}{minutes // 60:02d}:{minutes % 60:02d}"


def _yes(text: str) -> Answer:
    return Answer(ok=True, text=text, data={})


def _no(text: str) -> Plan:
    return Plan((), lambda _: Answer(ok=False, text=text, data={}))
