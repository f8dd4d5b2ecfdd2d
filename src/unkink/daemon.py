"""The daemon's composition root: builds everything, starts it in order, stops it in reverse."""

import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from types import FrameType
from typing import TYPE_CHECKING

from unkink import __version__, paths
from unkink.adapters.calendar import ScheduleCalendar
from unkink.adapters.clock import SystemClock
from unkink.adapters.idle import Idle
from unkink.adapters.loop import Loop
from unkink.adapters.memory import SETTLED, give_back, tidy
from unkink.adapters.notify import Notifications
from unkink.adapters.opener import open_file
from unkink.adapters.player import Player
from unkink.adapters.state import StateFile
from unkink.adapters.tray import make_tray
from unkink.adapters.writer import Writer
from unkink.catalogue.cues import load_cues
from unkink.catalogue.library import Library
from unkink.config import apply
from unkink.config.body import BodyFile, body_path
from unkink.config.file import ConfigFile
from unkink.config.schema import Config
from unkink.config.watch import Watch
from unkink.config.you import You
from unkink.domain import core, events
from unkink.domain.deck import Deck, suiting
from unkink.domain.effects import Effect
from unkink.domain.health import Level
from unkink.domain.hours import day_of
from unkink.domain.rules import Rules
from unkink.domain.units import HOUR, MINUTE, format_duration
from unkink.engine.chooser import Chooser
from unkink.engine.consent import Consent
from unkink.engine.engine import Engine, Hooks, Ports
from unkink.engine.menu import entries
from unkink.engine.perform import Look, Performer
from unkink.engine.saved import restore
from unkink.errors import UnkinkError
from unkink.history.sqlite import SqliteHistory, history_path
from unkink.ipc.endpoint import Lock
from unkink.logs import LogFile
from unkink.ports import Entry, Health, NoteFate, Told, Topic
from unkink.wire.control import Answer, Ask
from unkink.wire.plain import Malformed
from unkink.words import answers

if TYPE_CHECKING:
    from unkink.adapters.dbus.bus import Bus

if sys.platform == "win32":
    from unkink.ipc.pipe import Server
else:
    from unkink.ipc.server import Server

log = logging.getLogger(__name__)

FEWER, FEWEST = 1.25, 4 * HOUR
"""How much longer the interval becomes that is to come less often, and the longest there is."""


class Daemon:
    """Everything that runs all day.

    Args:
        config_path: the config file.
        logs: the log, set up already.
    """

    def __init__(self, config_path: str, logs: LogFile) -> None:
        self._logs = logs
        self._over = threading.Event()
        self._again = False
        self._file = ConfigFile(config_path)
        config = self._load_config()
        self._data = config.system.data_folder or paths.data_folder()
        self._clock = clock = SystemClock()
        self._loop = loop = Loop(clock.now)
        self._writer = writer = Writer()
        now = lambda: clock.wall()[0]  # noqa: E731  two words, used three times
        self._store = StateFile(os.path.join(self._data, "state.json"), writer.submit, now)
        self._consents = StateFile(os.path.join(self._data, "consent.json"), writer.submit, now)
        consent = Consent(self._consents)
        self._history = SqliteHistory(history_path(self._data), writer.submit, now)
        self._bus = _session_bus(loop)
        self._notifier = Notifications(loop, self._bus, self._told, config.system.notify)
        self._player = Player(loop, self._notifier, self._told, logs.path, self.restart)
        self._tray = make_tray(loop, self._bus, self._entries, self._choose, "any", config.system.tray)
        self._idle = Idle(loop, self._told, config.system.idle)
        calendar = ScheduleCalendar(
            clock, lambda came, ago: self._told(events.AppointmentCame(came, ago)), self._house_keeping
        )
        self._consent, self._deck = consent, _deck()
        body = BodyFile(body_path(self._data))
        self._you = You(self._file, body, lambda: consent.touch, lambda: day_of(clock.wall()[0]))
        calendar.set(apply.rules(config).appointments)
        self._library = Library(submit=writer.submit)
        chooser = Chooser(self._history, self._you.person, library=self._library)
        performer = Performer(self._notifier, self._player, self._history, chooser, consent, self._told)
        performer.look = Look(config.look.theme, config.look.reduced_motion)
        self._performer = performer
        self._watch = Watch(loop, config_path, self._config_changed)

        def routine(wanted: str) -> str:
            found = chooser.routine(wanted)
            return found.name if found else ""

        state, self._first = self._begin_state()
        ports = Ports(clock, calendar, self._idle, self._tray, self._store, performer, consent)
        hooks = Hooks(
            self._health,
            self._troubles,
            routine,
            self._open_settings,
            self._body_told,
            self._fewer,
            self._apply,
            self._watch.look,
        )
        self._engine = Engine(state, ports, hooks, self._over.set)
        self._server: Server | None = None

    def run(self) -> bool:
        """Run until asked to stop; whether it should be started again, as another version."""
        self._loop.start()
        self._writer.start()
        if self._bus is not None:
            self._loop.call(self._bus.start)
        self._server = Server(self._loop, self._engine.ask)
        self._engine.post(events.Health(on=self._you.person().health.level >= Level.SAME_DAY))
        self._engine.start(self._first)
        tidy(self._loop)
        for number in (signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])):
            signal.signal(number, self._signalled)
        try:
            self._tray_or_wait()
        finally:
            self._stop()
        return self._again

    def restart(self) -> None:
        """End, and begin again with the program as it is on the disk now."""
        log.info("starting again")
        self._again = True
        self._over.set()

    # -- coming and going --------------------------------------------------------------------

    def _tray_or_wait(self) -> None:
        """Give the tray the main thread where it wants it (Windows, macOS); else only wait."""
        run = getattr(self._tray, "run", None)
        if run is not None:
            run(self._over.wait)
        else:
            self._over.wait()

    def _stop(self) -> None:
        self._engine.stop()
        if self._server is not None:
            self._server.stop()
        self._watch.stop()
        self._idle.stop()
        self._player.stop()
        self._notifier.stop()
        self._tray.stop()
        self._history.close()
        if self._bus is not None:
            self._loop.call(self._bus.stop)
        self._loop.stop()
        self._writer.stop()

    def _signalled(self, number: int, frame: FrameType | None) -> None:
        del frame
        log.info("ending: %s", signal.Signals(number).name)
        self._over.set()

    def _begin_state(self) -> tuple[core.State, tuple[Effect, ...]]:
        rules, at = self._rules(), self._clock.moment()
        found = self._store.load()
        if found is not None:
            try:
                return restore(found, rules, at, self._clock.boot())
            except Malformed as error:
                self._store.set_aside(str(error))
        return core.start(rules, at), ()

    # -- what comes from elsewhere -------------------------------------------------------------

    def _told(self, told: Told) -> None:
        """Hand what an adapter says to the engine; the guide's own notifications go to the guide."""
        if isinstance(told, NoteFate) and told.key.topic is Topic.RUN:
            self._player.note_fate(told)
        else:
            self._engine.post(told)
        if isinstance(told, events.RoutineEnded):
            self._loop.later(SETTLED, give_back)

    def _choose(self, verb: str, args: Mapping[str, str]) -> None:
        """Take a click in the menu."""
        self._engine.ask(Ask(verb, dict(args)), lambda answer: log.info("menu %s: %s", verb, answer.text))

    def _entries(self) -> tuple[Entry, ...]:
        try:
            routines = self._library.names()
        except UnkinkError as error:
            log.warning("%s", error)
            routines = ()
        return entries(self._engine.now, routines)

    def _load_config(self) -> Config:
        config = self._file.load()
        self._logs.level(config.system.log_level)
        for problem in self._file.problems:
            log.warning("config: %s", problem)
        return config

    def _config_changed(self) -> None:
        before = self._file.config
        config = self._load_config()
        fixed = ("idle", "tray", "notify", "data_folder")
        if any(getattr(config.system, key) != getattr(before.system, key) for key in fixed):
            self.restart()
            return
        self._performer.look = Look(config.look.theme, config.look.reduced_motion)
        self._apply()

    def _apply(self) -> None:
        """Have what is set obeyed."""
        self._engine.post(events.RulesChanged(self._rules()))

    def _rules(self) -> Rules:
        return apply.rules(self._file.config, suiting(self._deck, self._you.person()))

    def _body_told(self, verb: str) -> Answer:
        """Take what was told of the body: read anew, or that they are unwell today."""
        if verb == "unwell":
            self._writer.submit(self._you.unwell())
        else:
            self._you.read()
        level = self._you.person().health.level
        self._engine.post(events.Health(on=level >= Level.SAME_DAY))
        self._apply()
        return Answer(ok=True, text=answers.unwell() if verb == "unwell" else answers.body(level), data={})

    def _house_keeping(self) -> None:
        """Do what is done once a day."""
        self._logs.roll()
        self._apply()  # whoever was unwell yesterday need not be today

    def _fewer(self) -> None:
        """Set breaks and cues further apart, in the config file, as its owner would; no cues stay none."""
        config = self._file.config
        every = min(FEWEST, -(-config.rhythm.move_every * FEWER // (5 * MINUTE)) * 5 * MINUTE)
        change = ["rhythm.move_every", format_duration(every), "cues.per_hour", str(min(1, config.cues.per_hour))]
        self._writer.submit(lambda: _set(change))

    def _open_settings(self) -> Answer:
        try:
            open_file(self._file.ensure())
        except (OSError, UnkinkError) as error:
            return Answer(ok=False, text=str(error), data={})
        return Answer(ok=True, text=answers.opening(self._file.path), data={})

    # -- how it does ----------------------------------------------------------------------------

    def _health(self) -> dict[str, Health]:
        trouble = self._history.trouble
        return {
            "tray": self._tray.health(),
            "notifications": self._notifier.health(),
            "idle": self._idle.health(),
            "player": self._player.health(),
            "history": Health("sqlite", ok=not trouble, reason=trouble),
        }

    def _troubles(self) -> tuple[str, ...]:
        found = [str(problem) for problem in self._file.problems]
        found += [self._store.trouble(), self._consents.trouble(), self._history.trouble, self._you.trouble()]
        found += self._library.troubles()
        return tuple(filter(None, found))


def _set(change: Sequence[str]) -> None:
    """Set keys in the config file, and wait until they are."""
    # A process of its own: what changes the file is not kept in memory for it.
    command = [sys.executable, "-m", "unkink", "config", "set", *change]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  our own program
    if done.returncode:
        log.warning("setting %s ended with %d: %s", " ".join(change), done.returncode, done.stderr.strip())


def _deck() -> Deck:
    """Return the posture cues; none, where they can't be read: breaks go on without."""
    try:
        return load_cues()
    except UnkinkError as error:
        log.warning("%s", error)
        return ()


def _session_bus(loop: Loop) -> "Bus | None":
    if sys.platform != "linux":
        return None
    from unkink.adapters.dbus.bus import Bus, session_address  # noqa: PLC0415  jeepney is only there on Linux

    return Bus(loop, session_address, "D-Bus session bus")


def main() -> int:
    """Be the daemon until asked to stop; returns the exit status.

    Where one runs already, ask it to offer a break and leave.
    """
    lock = Lock()
    try:
        if not lock.take():
            return _second()
        logs = LogFile(paths.log_folder())
    except (OSError, UnkinkError) as error:
        print(f"unkink: {error}", file=sys.stderr)  # noqa: T201  there is no log yet
        return 1
    log.info("unkink %s, process %d", __version__, os.getpid())
    again = Daemon(paths.config_file(), logs).run()
    log.info("unkink ended")
    logs.close()
    if again:
        os.execv(sys.executable, [sys.executable, "-m", "unkink"])  # noqa: S606  ourselves, as we are on the disk now
    lock.release()
    return 0


def _second() -> int:
    """Say who is running and ask it to offer a break."""
    from unkink.ipc.client import NoDaemon, ask  # noqa: PLC0415  only the second one asks
    from unkink.ipc.endpoint import holder  # noqa: PLC0415  as above

    print(answers.already_running(holder()))  # noqa: T201  for whoever started it
    try:
        print(ask("offer").text)  # noqa: T201  for whoever started it
    except (NoDaemon, UnkinkError) as error:
        print(f"unkink: {str(error) or 'it does not listen yet'}", file=sys.stderr)  # noqa: T201  for whoever started it
    return 0
