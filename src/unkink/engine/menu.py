"""The tray menu: always a status line that tells what happens next, and no dead items."""

from unkink.domain.holds import Why
from unkink.domain.outlook import Phase
from unkink.domain.units import format_duration
from unkink.engine.snapshot import Snapshot
from unkink.ports import Entry
from unkink.words import menu as words
from unkink.words import offer as offer_words

MEETINGS = (1800.0, 3600.0, 5400.0)
PAUSES = (1800.0, 3600.0, 7200.0)


def entries(now: Snapshot, routines: tuple[tuple[str, str], ...]) -> tuple[Entry, ...]:
    """Return the menu as it must be now.

    Args:
        now: how things stand.
        routines: id and name of each routine there is.
    """
    found = [Entry(now.line), Entry()]
    if now.troubles:
        found = [Entry(now.line), Entry(words.troubles(len(now.troubles)), "settings"), Entry()]
    if now.offer is not None:
        found += [
            Entry(words.start(now.on_offer), "start"),
            *(Entry(offer_words.snooze(length), "snooze", {"length": str(length)}) for length in now.snoozes),
            Entry(offer_words.not_now(), "skip"),
            Entry(),
        ]
    if now.look.phase is not Phase.ON_BREAK:
        found += [
            Entry(words.offer(), "offer", default=True),
            Entry(words.begin(), submenu=tuple(Entry(name, "break", {"routine": id_}) for id_, name in routines)),
        ]
    found += [
        Entry(words.moved(), "moved"),
        Entry(words.standing(), "standing"),
        Entry(words.sitting(), "sitting"),
        Entry(),
    ]
    found.append(Entry(words.meeting(), submenu=tuple(_pause(length, meeting=True) for length in MEETINGS)))
    open_ended = (Entry(words.until_tomorrow(), "pause", {"until": "tomorrow"}), Entry(words.until_resumed(), "pause"))
    found.append(Entry(words.pause(), submenu=(*(_pause(length) for length in PAUSES), *open_ended)))
    found.append(Entry(words.unwell(), "unwell"))
    if now.look.kept:
        found.append(Entry(words.ignore(), "ignore"))
    if now.look.hold is not None and now.look.hold.why is not Why.HEALTH:
        found.append(Entry(words.resume(), "resume"))
    return (*found, Entry(), Entry(words.settings(), "settings"), Entry(words.leave(), "stop"))


def _pause(length: float, *, meeting: bool = False) -> Entry:
    args = {"length": format_duration(length), "meeting": "yes"} if meeting else {"length": format_duration(length)}
    return Entry(words.for_length(length), "pause", args)
