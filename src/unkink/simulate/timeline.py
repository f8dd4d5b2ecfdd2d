"""What came of a trace, entry by entry."""

from datetime import datetime

from unkink.domain import effects as do
from unkink.frozen import dataclass
from unkink.words import timeline as words


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry.

    Attributes:
        at: the true time, as somebody in the zone would write it.
        effect: what came, in a word (docs/simulate.md has them all).
        kind: of which kind of break, which cue, which hold.
        why: why, in words.
    """

    at: datetime
    effect: str
    kind: str
    why: str


class Timeline:
    """Collects entries.

    Args:
        kinds: the names of the kinds of break, `move` first.
    """

    def __init__(self, kinds: tuple[str, ...]) -> None:
        self.entries: list[Entry] = []
        self._kinds = kinds
        self._offers: dict[int, str] = {}
        self._runs: dict[int, str] = {}

    def add(self, at: datetime, effect: do.Effect) -> None:
        """Add what an effect is to somebody who reads; what only draws or closes something is nothing."""
        found = self._told(effect)
        if found is not None:
            self.entries.append(Entry(at, *found))

    def _told(self, effect: do.Effect) -> tuple[str, str, str] | None:
        match effect:
            case do.Warn(kind=kind):
                return "warn", kind, words.warned()
            case do.BecameDue(kind=kind):
                return "due", kind, words.due()
            case do.Prompt(offer=offer):
                return self._prompt(offer)
            case do.Withdraw(offer=number):
                return "withdraw", self._offers[number], words.withdrawn()
            case do.Missed(offer=number):
                return "missed", self._offers[number], words.missed()
            case do.Ignored(offer=number):
                return "ignored", self._offers[number], words.ignored()
            case do.Snoozed(offer=number, length=length):
                return "snooze", self._offers[number], words.snoozed(length)
            case do.Refused(offer=number):
                return "skip", self._offers[number], words.refused()
            case do.Play(run=run, offer=number, routine=routine):
                self._runs[run] = self._offers.get(number or 0, self._kinds[0])
                return "start", self._runs[run], words.started(routine)
            case do.Finished(run=run, done=done):
                return "done", self._runs[run], words.done(done)
            case do.Stopped(run=run, done=done, planned=planned):
                return "stop", self._runs[run], words.stopped(done, planned)
            case do.Credited(cause=do.Credit.MOVED):
                return "credit", self._kinds[0], words.moved()
            case do.Credited():
                return "credit", "+".join(self._kinds), words.away()
            case do.ShowCue(card=card):
                return "cue", card.id, card.text
            case do.Held(why=why):
                return "hold", why.value, words.held(why)
            case do.Released(why=why):
                return "release", why.value, words.released(why)
            case do.Appointed(appointment=name):
                return "appointment", name, words.appointed()
            case do.Dropped(appointment=name):
                return "dropped", name, words.dropped()
            case _:
                return None

    def _prompt(self, offer: do.Offer) -> tuple[str, str, str] | None:
        if offer.id in self._offers:
            return None  # asked for twice, it is one
        self._offers[offer.id] = "+".join(offer.kinds) or offer.appointment or self._kinds[0]
        return "prompt", self._offers[offer.id], words.prompted(offer)
