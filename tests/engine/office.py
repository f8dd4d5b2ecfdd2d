"""A whole unkink without a desktop: the real engine, domain, catalogue and history, fakes at the edges."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from tests.fakes import FakeCalendar, FakeClock, FakeIdle, FakeNotifier, FakePlayer, FakeTray, MemoryStore
from unkink import paths
from unkink.daemon import Daemon
from unkink.domain import core
from unkink.domain.person import Person
from unkink.domain.rules import Rules
from unkink.engine.chooser import Chooser
from unkink.engine.consent import Consent
from unkink.engine.engine import Engine, Hooks, Ports
from unkink.engine.perform import Performer
from unkink.engine.saved import restore
from unkink.history.memory import MemoryHistory
from unkink.logs import LogFile
from unkink.wire.control import Answer, Ask


class Office:
    """Somebody at a desk with unkink running. Times are those of a clock on the wall.

    Attributes:
        called: what the engine has asked of its root: `settings`, `fewer`, `confirmed`.
    """

    def __init__(self, start="2026-03-02T09:00", rules=None, person=None, notifications=True, saved=None, consent=None):
        self.clock = FakeClock(start)
        self.player = FakePlayer(self.post)
        self.notifier = FakeNotifier(self.post, works=notifications)
        self.tray, self.idle = FakeTray(), FakeIdle(self.post)
        self.store = MemoryStore(saved)
        self.consents = MemoryStore(consent)
        self.calendar, self.history = FakeCalendar(), MemoryHistory()
        given = Consent(self.consents)
        self.person = person or Person()
        chooser = Chooser(self.history, lambda: self.person, seed=7)
        self.performer = Performer(self.notifier, self.player, self.history, chooser, given, self.post)
        ports = Ports(self.clock, self.calendar, self.idle, self.tray, self.store, self.performer, given)
        self.troubles: tuple[str, ...] = ()
        self.called: list[str] = []
        hooks = Hooks(
            health=lambda: {"tray": self.tray.health()},
            troubles=lambda: self.troubles,
            routine=lambda wanted: getattr(chooser.routine(wanted), "name", ""),
            settings=self._open,
            body=self._told,
            fewer=lambda: self.called.append("fewer"),
            confirmed=lambda: self.called.append("confirmed"),
        )
        rules, at = rules or Rules(), self.clock.moment()
        state, first = restore(saved, rules, at) if saved else (core.start(rules, at), ())
        self.ended = False
        self.engine = Engine(state, ports, hooks, lambda: setattr(self, "ended", True))
        self.engine._first = first
        self.engine.begin()
        self.settle()

    def post(self, told) -> None:
        self.engine.post(told)

    def _open(self) -> Answer:
        self.called.append("settings")
        return Answer(ok=True, text="opened", data={})

    def _told(self, verb: str) -> Answer:
        self.called.append(verb)
        return Answer(ok=True, text="noted", data={})

    def settle(self) -> "Office":
        """Let everything that was posted happen."""
        self.engine.drain()
        return self

    def until(self, clock: str, *, typing: bool = True) -> "Office":
        """Let time pass until the wall clock shows this, with hands on the keys or without."""
        end = self.clock.local.replace(hour=int(clock[:2]), minute=int(clock[3:5]), second=int(clock[6:] or 0))
        if end < self.clock.local:
            end += timedelta(days=1)
        while (left := (end - self.clock.local).total_seconds()) > 0:
            wake = self.engine.wait()
            step = min(wake, left)
            if not typing and self.idle.threshold is not None and self.idle.idle < self.idle.threshold:
                step = min(step, self.idle.threshold - self.idle.idle)
            if typing:
                self.idle.touch()
            self.clock.pass_(max(step, 0.001))
            if typing:
                self.idle.touch()
            else:
                self.idle.let(max(step, 0.001))
            self.settle()
            self.engine.turn(None)
            self.settle()
        self.engine.turn(None)
        return self.settle()

    def ask(self, verb: str, **args: str) -> Answer:
        """Ask as the command line does."""
        answers: list[Answer] = []
        self.engine.ask(Ask(verb, args), answers.append)
        self.settle()
        return answers[0]

    @property
    def note(self):
        """The notification that is on the screen."""
        return next(iter(self.notifier.shown.values()), None)

    @property
    def told(self) -> list[str]:
        """The history, as kinds."""
        return [record.kind.value for record in self.history.records]

    @property
    def phase(self) -> str:
        return str(self.ask("status").data["phase"])


@contextmanager
def real_daemon() -> Iterator[Daemon]:
    """Make the whole daemon, with its files and without a desktop; its engine is not started."""
    level, logs = logging.getLogger().level, LogFile(paths.log_folder())
    made = Daemon(paths.config_file(), logs)
    made._loop.start()
    made._writer.start()
    try:
        yield made
    finally:
        made._stop()
        logs.close()
        logging.getLogger().setLevel(level)
