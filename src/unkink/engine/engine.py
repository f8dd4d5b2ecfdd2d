"""The loop: one inbox, exact deadlines, one barrier.

It sleeps until the domain's next deadline, the calendar's next job or a message, at most 30 s: the ceiling bounds how
late a wake from sleep is noticed.
"""

import logging
import os
import queue
import threading
from collections.abc import Callable, Mapping
from functools import partial

from unkink.domain import core, events
from unkink.domain.cards import Answer as Reply
from unkink.domain.cards import Question
from unkink.domain.cue_stages import Shown
from unkink.domain.effects import Effect, Prompt, PutQuestion
from unkink.domain.stages import OnBreak, Prompted
from unkink.domain.units import Instant, Moment, Seconds
from unkink.engine import requests
from unkink.engine.consent import Consent
from unkink.engine.perform import Performer
from unkink.engine.saved import document
from unkink.engine.snapshot import Snapshot, snapshot
from unkink.frozen import dataclass
from unkink.ports import (
    Calendar,
    Clock,
    Confirmed,
    Fate,
    Health,
    IdleSource,
    Key,
    NoteFate,
    NotShown,
    Rated,
    Store,
    Told,
    Topic,
    Tray,
)
from unkink.wire.control import Answer, Ask
from unkink.words import answers

log = logging.getLogger(__name__)

CEILING: Seconds = 30.0
"""The longest sleep."""
ASLEEP: Seconds = 1.0
"""Less than this is no sleep but two clocks read one after the other."""
SAVE_EVERY: Seconds = 60.0
"""How much desk time a crash may cost."""
RETRIES: tuple[Seconds, ...] = (1.0, 5.0, 30.0)
"""How soon the next step after a failed one may be; after the third, the state is given up."""


@dataclass(frozen=True, slots=True)
class Ports:
    """Everything the engine drives."""

    clock: Clock
    calendar: Calendar
    idle: IdleSource
    tray: Tray
    store: Store
    performer: Performer
    consent: Consent


@dataclass(frozen=True, slots=True)
class Hooks:
    """What the engine hands to its root.

    Attributes:
        health: returns how each port does.
        troubles: returns what went wrong and should be known.
        routine: returns the name of the routine with an id; empty where there is none.
        settings: opens the settings; returns the answer.
        body: takes what was told of the body, `body` or `unwell`; returns the answer.
        fewer: has breaks and cues come less often from now on.
        confirmed: called when a notice was confirmed: more may be offered now.
        each_wake: called at each wake: where nothing tells that the config changed, this looks.
    """

    health: Callable[[], Mapping[str, Health]]
    troubles: Callable[[], tuple[str, ...]]
    routine: Callable[[str], str]
    settings: Callable[[], Answer]
    body: Callable[[str], Answer]
    fewer: Callable[[], None] = lambda: None
    confirmed: Callable[[], None] = lambda: None
    each_wake: Callable[[], None] = lambda: None


class _Stop:
    """Ends the loop."""


Request = tuple[Ask, Callable[[Answer], None]]


class Engine:
    """Steps the domain and performs what it asks for, in one thread.

    Args:
        state: where to begin.
        ports: what it drives.
        hooks: what it asks its root for.
        stopped: called once when the loop has ended, asked for or not.
    """

    def __init__(self, state: core.State, ports: Ports, hooks: Hooks, stopped: Callable[[], None]) -> None:
        self._state, self._ports, self._hooks, self._stopped = state, ports, hooks, stopped
        self._inbox: queue.SimpleQueue[Told | Request | _Stop] = queue.SimpleQueue()
        self._asleep = ports.clock.asleep()
        self._armed: Seconds | None = None
        self._saved: tuple[core.State, Instant] | None = None
        self._failures = 0
        self._not_before: Seconds = 0.0
        self._going = True
        self._first: tuple[Effect, ...] = ()
        self.now: Snapshot = snapshot(state)
        self._thread = threading.Thread(target=self._run, name="engine", daemon=True)

    # -- for everybody, from any thread ----------------------------------------------------

    def start(self, effects: tuple[Effect, ...] = ()) -> None:
        """Start the thread; it begins by performing `effects`, what a restored state led to."""
        self._first = effects
        self._thread.start()

    def post(self, told: Told) -> None:
        """Hand over what happened; never blocks."""
        self._inbox.put(told)

    def ask(self, request: Ask, answer: Callable[[Answer], None]) -> None:
        """Hand over a request; `answer` is called in the engine's thread."""
        self._inbox.put((request, answer))

    def stop(self, limit: Seconds = 3.0) -> None:
        """Save, end the loop and wait for it, at most `limit` seconds."""
        self._inbox.put(_Stop())
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join(limit)

    # -- the loop --------------------------------------------------------------------------

    def _run(self) -> None:
        self.begin()
        while self._going:
            try:
                message = self._inbox.get(timeout=self.wait())
            except queue.Empty:
                self.turn(None)
            else:
                self.turn(message)
        self._guarded(self._save)
        self._stopped()

    def begin(self) -> None:
        """Take up where the state stands: before the first turn."""
        self._guarded(self._begin)

    def turn(self, message: "Told | Request | _Stop | None") -> None:
        """Deal with one message, or with time having passed. Only for the loop, and for tests in its place."""
        match message:
            case None:
                self._guarded(self._wake)
            case _Stop():
                self._going = False
            case _:
                self._guarded(partial(self._take, message))

    def drain(self) -> None:
        """Deal with everything that waits in the inbox. Only for tests, in place of the loop."""
        while not self._inbox.empty():
            self.turn(self._inbox.get())

    def wait(self) -> Seconds:
        """Return how long to sleep, in seconds."""
        clock = self._ports.clock
        now = clock.moment().now
        instant, local = core.next_deadline(self._state)
        job = self._ports.calendar.next()
        found = [CEILING if instant is None else instant - now]
        found += [clock.when(time) - now for time in (local, job) if time is not None]
        return min(CEILING, max(0.0, min(found), self._not_before - clock.now()))

    def _guarded(self, work: Callable[[], None]) -> None:
        """Barrier: what fails is logged once, and the loop goes on; a state that fails again and again is given up."""
        try:
            work()
        except Exception:
            log.exception("the engine failed")
            wait = RETRIES[min(self._failures, len(RETRIES) - 1)]
            self._failures += 1
            self._not_before = self._ports.clock.now() + wait
            if self._failures >= len(RETRIES):
                self._give_up()
        else:
            self._failures = 0

    def _give_up(self) -> None:
        log.error("the state is given up after %d failures in a row; a fresh one begins", self._failures)
        self._ports.store.set_aside("steps failed again and again")
        self._state = core.start(self._state.rules, self._ports.clock.moment())
        self._failures = 0

    def _begin(self) -> None:
        state = self._state
        stage = state.cycle.stage
        for effect in self._first:
            self._ports.performer.perform(effect, state)
        # Whatever showed a cue, a question or an offer when the program ended is gone.
        if isinstance(state.cues.stage, Shown):
            self._step(events.CueGone(state.cues.stage.number))
        for question in state.questions.asked:
            self._ports.performer.perform(PutQuestion(question), state)
        if isinstance(stage, Prompted):
            self._step(events.Tick())
            if self._state.cycle.stage == stage:
                self._ports.performer.perform(Prompt(stage.offer), self._state)
        elif isinstance(stage, OnBreak):
            self._step(events.RoutineEnded(stage.run, stage.done, finished=False))
        self._wake()

    def _wake(self) -> None:
        self._hooks.each_wake()
        self._ports.calendar.run_due()
        self._step(events.Tick())

    def _take(self, message: Told | Request) -> None:
        match message:
            case (request, answer):
                self._answer(request, answer)
            case NoteFate():
                self._note(message)
            case Confirmed(notice=notice):
                self._ports.consent.give(notice)
                self._hooks.confirmed()
            case Rated(run=run, rating=rating):
                self._ports.performer.rated(run, rating, self._state.at)
            case NotShown(run=run, reason=reason):
                log.warning("run %d could not be shown: %s", run, reason)
                self._step(events.RoutineEnded(run, 0.0, finished=False))
            case events.RoutineBegan(run=run):
                self._step(message)
                self._ports.performer.began(run, self._state.at)
            case _:
                self._step(message)

    def _step(self, event: events.Event) -> None:
        at = self._moment()
        log.debug("%s", event)
        if isinstance(event, events.RulesChanged):
            self._ports.calendar.set(event.rules.appointments)
        self._advance(event, at)
        self._publish()

    def _moment(self) -> Moment:
        """Return now; a sleep since the last look is stepped through first."""
        clock = self._ports.clock
        asleep = clock.asleep()
        slept, self._asleep = asleep - self._asleep, asleep
        at = clock.moment()
        if slept >= ASLEEP:
            log.info("the machine slept for %.0f s", slept)
            self._advance(events.Slept(slept), at)
        return at

    def _advance(self, event: events.Event, at: Moment) -> None:
        self._state, effects = core.step(self._state, event, at)
        if effects:
            log.info("%s: %s", type(event).__name__, ", ".join(str(effect) for effect in effects))
        for effect in effects:
            self._ports.performer.perform(effect, self._state)

    # -- what comes in -----------------------------------------------------------------------

    def _note(self, fate: NoteFate) -> None:
        if fate.fate is Fate.FAILED:
            log.warning("notification %s: %s", fate.key, fate.reason)
        match fate.key:
            case Key(Topic.OFFER, int(number)):
                self._offer_note(fate, number)
            case Key(Topic.CUE, int(number)):
                self._cue_note(fate, number)
            case Key(Topic.QUESTION, str(asked)) if fate.fate in (Fate.PRESSED, Fate.DISMISSED):
                self._answered(Question(asked), Reply(fate.button) if fate.button else None)
            case _:
                pass  # shown, or gone by itself

    def _offer_note(self, fate: NoteFate, number: int) -> None:
        word, _, rest = fate.button.partition(" ")
        match fate.fate, word:
            case Fate.PRESSED, "snooze":
                self._step(events.Snooze(number, float(rest)))
            case Fate.PRESSED, "skip":
                self._step(events.NotNow(number))
            case Fate.PRESSED, _:
                self._step(events.Start(number))
            case Fate.DISMISSED, _:
                self._step(events.NotNow(number))
            case Fate.FAILED, _:
                self._ports.performer.not_delivered(number)
            case _:
                pass  # shown, or gone by itself: the offer stays open

    def _cue_note(self, fate: NoteFate, number: int) -> None:
        performer = self._ports.performer
        match fate.fate, fate.button:
            case Fate.SHOWN, _:
                performer.cue_shown(number, self._state.at)
            case Fate.PRESSED, "skip":
                self._step(events.RefuseCue(number))
            case Fate.PRESSED, _:
                # Its button, or the cue itself: where it proposes nothing it was only looked at.
                proposed = fate.button.removeprefix("do ") or performer.proposed(number)
                self._step(events.TakeCue(number, proposed) if proposed else events.CueGone(number))
            case Fate.DISMISSED, _:
                self._step(events.RefuseCue(number))
            case Fate.FAILED, _:
                self._step(events.CueGone(number))
            case _:
                pass  # gone by itself: it can still be answered for its minute

    def _answered(self, question: Question, answer: Reply | None) -> None:
        self._step(events.Answered(question, answer))
        match answer:
            case Reply.RESUME:
                self._step(events.Resume())
            case Reply.FEWER:
                self._hooks.fewer()
            case Reply.DIFFERENT:
                opened = self._hooks.settings()
                if not opened.ok:
                    log.warning("the settings could not be opened: %s", opened.text)
            case _:
                pass

    def _answer(self, request: Ask, answer: Callable[[Answer], None]) -> None:
        try:
            answer(self._respond(request))
        except Exception:
            answer(Answer(ok=False, text="Something went wrong; the log tells more.", data={}))
            raise

    def _respond(self, request: Ask) -> Answer:
        match request.verb:
            case "status":
                self._step(events.Tick())
                return requests.status(self.now, self._hooks.health(), os.getpid())
            case "settings":
                return self._hooks.settings()
            case "body" | "unwell":
                return self._hooks.body(request.verb)
            case "stop":
                self._inbox.put(_Stop())
                return Answer(ok=True, text=answers.stopping(), data={})
        self._step(events.Tick())
        plan = requests.plan(request, self.now, self._hooks.routine)
        for event in plan.happen:
            self._step(event)
        return plan.say(self.now)

    # -- what goes out -----------------------------------------------------------------------

    def _publish(self) -> None:
        state, before = self._state, self.now
        offer = state.cycle.stage.offer.id if isinstance(state.cycle.stage, Prompted) else 0
        on_offer = self._ports.performer.on_offer(offer)
        self.now = snapshot(state, on_offer, self._hooks.troubles())
        if self._saved is None or self.now.face() != before.face():
            self._ports.tray.update(self.now.face())
        threshold = core.watch(state)
        if threshold != self._armed:
            self._armed = threshold
            self._ports.idle.arm(threshold)
        self._save_if_changed()

    def _save_if_changed(self) -> None:
        """Save at each change of phase, and as desk time grows; an empty desk writes nothing."""
        state = self._state
        if self._saved is not None:
            saved, at = self._saved
            moved = type(state.activity.phase) is not type(saved.activity.phase) or any(
                getattr(state, part) != getattr(saved, part) for part in ("holds", "cycle", "cues", "questions")
            )
            grown = state.activity.desk != saved.activity.desk and state.at.now - at >= SAVE_EVERY
            if not moved and not grown:
                return
        self._save()

    def _save(self) -> None:
        self._saved = (self._state, self._state.at.now)
        self._ports.store.save(document(self._state, self._ports.clock.boot()))
