"""Effects carried out through the ports: one match, and what it needs to remember of offers and runs."""

import logging
from collections.abc import Mapping

from unkink.domain import effects as do
from unkink.domain import events
from unkink.domain.choose import Choice
from unkink.domain.core import State
from unkink.domain.routine import Routine
from unkink.domain.rules import Surface
from unkink.domain.units import Moment
from unkink.engine.chooser import Chooser
from unkink.engine.consent import Consent
from unkink.engine.notes import cue_note, offer_note, question_note
from unkink.frozen import dataclass
from unkink.ports import History, Key, Kind, Notifier, Post, Record, RoutinePlayer, Show, Topic
from unkink.words import offer as words

log = logging.getLogger(__name__)

REMEMBERED = 16
"""How many offers can still be started: "Start always starts"."""


@dataclass(frozen=True, slots=True)
class Look:
    """How windows look: the theme, and reduced motion, as configured."""

    theme: str = "system"
    motion: str = "system"


class Performer:
    """Does what the domain asks for. Everything here runs in the engine's thread and none of it blocks.

    Args:
        notifier: shows offers.
        player: shows routines.
        history: keeps what happened.
        chooser: knows the routines.
        consent: knows which notices were confirmed.
        post: for what follows at once.
    """

    def __init__(
        self,
        notifier: Notifier,
        player: RoutinePlayer,
        history: History,
        chooser: Chooser,
        consent: Consent,
        post: Post,
    ) -> None:
        self._notifier, self._player, self._history = notifier, player, history
        self._chooser, self._consent, self._post = chooser, consent, post
        self.look = Look()
        self._offers: dict[int, Choice] = {}
        self._asked: set[int] = set()
        self._runs: dict[int, Routine] = {}
        self._cue = (0, "", "")

    def perform(self, effect: do.Effect, state: State) -> None:
        """Carry out one effect; `state` is the one it came with."""
        at = state.at
        match effect:
            case do.Prompt(offer=offer):
                self._offer(offer, state)
            case do.Withdraw(offer=number):
                self._take_away(number)
            case do.Missed(offer=number):
                self._record(Kind.MISSED, at, number)
            case do.Ignored(offer=number):
                self._record(Kind.IGNORED, at, number)
            case do.Snoozed(offer=number, length=length):
                self._take_away(number)
                self._record(Kind.SNOOZED, at, number, seconds=length)
            case do.Refused(offer=number):
                self._take_away(number)
                self._record(Kind.SKIPPED, at, number)
            case do.Play():
                self._play(effect)
            case do.Halt(run=run):
                self._player.halt(run)
            case do.Finished(run=run, done=done):
                self._ended(Kind.FINISHED, run, done, at, share=1.0)
            case do.Stopped(run=run, done=done, planned=planned):
                self._ended(Kind.STOPPED, run, done, at, share=done / planned if planned else 0.0)
            case do.Credited(cause=cause, since=since):
                self._history.add(_line(Kind.CREDITED, at, seconds=max(0.0, at.now - since), detail=cause.value))
            case do.Dropped(appointment=name):
                self._history.add(_line(Kind.DROPPED, at, detail=name))
            case do.ShowCue(cue=number, card=card):
                can_do = self._chooser.routine(card.do) is not None
                self._cue = (number, card.id, card.do if can_do else "")
                self._notifier.show(cue_note(number, card, can_do=can_do))
            case do.HideCue(cue=number):
                self._notifier.close(Key(Topic.CUE, number))
            case do.CueTaken(id=id_):
                self._history.add(_line(Kind.CUE_DONE, at, detail=id_))
            case do.PutQuestion(question=question):
                self._notifier.show(question_note(question))
            case do.DropQuestion(question=question):
                self._notifier.close(Key(Topic.QUESTION, question.value))
            case do.Warn() | do.BecameDue() | do.Held() | do.Released() | do.Appointed() | do.CueRefused():
                pass  # the icon and the status line tell

    def began(self, run: int, at: Moment) -> None:
        """Keep that a routine is on show."""
        routine = self._runs.get(run)
        if routine is not None:
            self._history.add(_line(Kind.STARTED, at, routine, seconds=routine.seconds))

    def rated(self, run: int, rating: str, at: Moment) -> None:
        """Keep how a routine was."""
        self._history.add(_line(Kind.RATED, at, self._runs.get(run), detail=rating))

    def cue_shown(self, number: int, at: Moment) -> None:
        """Keep that a cue is on the screen."""
        if number == self._cue[0]:
            self._history.add(_line(Kind.CUE_SHOWN, at, detail=self._cue[1]))

    def proposed(self, number: int) -> str:
        """Return what the button of a cue does, a routine's or an exercise's id; empty where it has none."""
        return self._cue[2] if number == self._cue[0] else ""

    def not_delivered(self, offer: int) -> None:
        """Take note that an offer could not be shown: one that was asked for is started, the icon tells the others."""
        if offer in self._asked:
            self._post(events.Start(offer))

    def on_offer(self, offer: int) -> str:
        """Return what is offered, in words; empty where nothing is known of it."""
        choice = self._offers.get(offer)
        return words.line(choice) if choice else ""

    def because(self, offer: int) -> str:
        """Return why it was chosen, in words."""
        choice = self._offers.get(offer)
        return words.because(choice) if choice else ""

    # -- inside --------------------------------------------------------------------------

    def _offer(self, offer: do.Offer, state: State) -> None:
        if offer.id not in self._offers:
            choice = self._chooser.choose(offer, state)
            if choice is None:
                log.warning("no routine fits: %s within %g s", offer.what, offer.length)
                self._post(events.NothingToOffer(offer.id))
                return
            _keep(self._offers, offer.id, choice)
            self._record(Kind.OFFERED, state.at, offer.id, detail=offer.cause.value)
        if offer.cause is do.Cause.ASKED:
            self._asked.add(offer.id)
        if offer.surface is Surface.ICON:
            return
        self._player.prepare()
        desk = state.cycle.meters[0].count(state.activity.desk)
        self._notifier.show(offer_note(offer, self._offers[offer.id], desk, state.rules.cues.deck))

    def _take_away(self, offer: int) -> None:
        self._notifier.close(Key(Topic.OFFER, offer))
        self._player.relax()

    def _play(self, effect: do.Play) -> None:
        choice = self._offers.get(effect.offer or 0)
        routine = choice.routine if choice else self._chooser.routine(effect.routine or "")
        if effect.offer is not None:
            self._notifier.close(Key(Topic.OFFER, effect.offer))
        if routine is None:
            log.warning("there is no routine %r (offer %r)", effect.routine, effect.offer)
            self._post(events.RoutineEnded(effect.run, 0.0, finished=False))
            return
        _keep(self._runs, effect.run, routine)
        because = words.because(choice) if choice else ""
        notices = self._consent.missing(routine)
        self._player.play(Show(effect.run, routine, because, notices, self.look.theme, self.look.motion))

    def _ended(self, kind: Kind, run: int, done: float, at: Moment, *, share: float) -> None:
        routine = self._runs.get(run)
        areas = {area: seconds * share for area, seconds in routine.area_seconds.items()} if routine else {}
        self._history.add(_line(kind, at, routine, seconds=done, areas=areas))

    def _record(self, kind: Kind, at: Moment, offer: int, seconds: float = 0.0, detail: str = "") -> None:
        choice = self._offers.get(offer)
        self._history.add(_line(kind, at, choice.routine if choice else None, seconds=seconds, detail=detail))


def _line(
    kind: Kind,
    at: Moment,
    routine: Routine | None = None,
    *,
    seconds: float = 0.0,
    detail: str = "",
    areas: Mapping[str, float] | None = None,
) -> Record:
    id_, name = (routine.id, routine.name) if routine else ("", "")
    return Record(kind, at.local, at.offset, id_, name, seconds, detail, areas or {})


def _keep(kept: dict[int, Choice] | dict[int, Routine], number: int, what: object) -> None:
    """Remember, and forget the oldest where there are too many."""
    kept[number] = what  # type: ignore[assignment]  # each is given its own
    while len(kept) > REMEMBERED:
        del kept[min(kept)]
