"""Real implementations of the ports, for speed: they keep their promises as the adapters do (tests/ports proves it)."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from unkink.domain import events
from unkink.domain.notice import Notice
from unkink.domain.rules import Appointment
from unkink.domain.units import Instant, Moment, Seconds
from unkink.ports import (
    Confirmed,
    Entry,
    Face,
    Fate,
    Health,
    IdleSource,
    Note,
    NoteFate,
    Notifier,
    NotShown,
    Post,
    RoutinePlayer,
    Show,
    Tray,
)


class FakeClock:
    """Time that passes when it is told to."""

    def __init__(self, local: str = "2026-03-02T09:00", offset: Seconds = 3600.0):
        self.waking = 1000.0
        self.slept = 500.0
        self.local = datetime.fromisoformat(local)
        self.offset = offset
        self.booted = "this one"

    def pass_(self, seconds: Seconds) -> None:
        self.waking += seconds
        self.local += timedelta(seconds=seconds)

    def sleep(self, seconds: Seconds) -> None:
        self.slept += seconds
        self.local += timedelta(seconds=seconds)

    def set_wall(self, local: str) -> None:
        self.local = datetime.fromisoformat(local)

    def now(self) -> Seconds:
        return self.waking

    def asleep(self) -> Seconds:
        return self.slept

    def wall(self) -> tuple[datetime, Seconds]:
        return self.local, self.offset

    def boot(self) -> str:
        return self.booted

    def moment(self) -> Moment:
        return Moment(Instant(self.waking + self.slept), self.local, self.offset)

    def when(self, local: datetime) -> Instant:
        return Instant(self.moment().now + (local - self.local).total_seconds())


class FakeIdle(IdleSource):
    """Input that a test makes: `touch` is a key, `let` lets a silence grow."""

    def __init__(self, post: Post):
        self.post = post
        self.idle = 0.0
        self.threshold: Seconds | None = None
        self.stopped = False
        self._asked = self._told = False

    def health(self) -> Health:
        return Health("fake", ok=not self.stopped)

    def _arm(self, threshold: Seconds) -> None:
        self.threshold, self._asked, self._told = threshold, True, False
        self._cross()

    def stop(self) -> None:
        self.stopped = True

    def touch(self) -> None:
        """There is input."""
        told, self.idle = self._asked or self._told, 0.0
        self._asked = self._told = False
        if told and not self.stopped:
            self.post(events.InputSeen())

    def let(self, seconds: Seconds) -> None:
        """No input for so many seconds more."""
        self.idle += seconds
        self._cross()

    def _cross(self) -> None:
        if self.threshold is not None and self.idle >= self.threshold and not self._told and not self.stopped:
            self._told = True
            self.post(events.InputStopped(self.idle))


class FakeNotifier(Notifier):
    """A notification server that shows at once, or that does not work."""

    def __init__(self, post: Post, *, works: bool = True):
        self.post, self.works = post, works
        self.shown: dict[int, Note] = {}
        self.log: list[str] = []

    def health(self) -> Health:
        return Health("fake", ok=self.works, reason="" if self.works else "broken on purpose")

    def _show(self, note: Note) -> None:
        if not self.works:
            self.post(NoteFate(note.key, Fate.FAILED, reason="broken on purpose"))
            return
        self.shown[note.key] = note
        self.log.append(f"{note.title} | {note.body}")
        self.post(NoteFate(note.key, Fate.SHOWN))

    def _close(self, key: int) -> None:
        self.shown.pop(key, None)

    def stop(self) -> None:
        self.shown.clear()

    def press(self, key: int, button: str = "") -> None:
        """Press a button; without one, the notification itself."""
        del self.shown[key]
        self.post(NoteFate(key, Fate.PRESSED, button=button))

    def dismiss(self, key: int) -> None:
        del self.shown[key]
        self.post(NoteFate(key, Fate.DISMISSED))

    def expire(self, key: int) -> None:
        del self.shown[key]
        self.post(NoteFate(key, Fate.GONE))


class FakeTray(Tray):
    """Remembers the faces it was given; a test opens its menu and picks from it.

    Args:
        entries: makes the menu.
        choose: gets what was picked.
    """

    def __init__(
        self,
        entries: Callable[[], tuple[Entry, ...]] = tuple,
        choose: Callable[[str, Mapping[str, str]], None] = lambda verb, args: None,
    ):
        self.entries, self.choose = entries, choose
        self.faces: list[Face] = []
        self.menu: tuple[Entry, ...] = ()
        self.stopped = False

    def health(self) -> Health:
        return Health("fake", ok=not self.stopped)

    def _update(self, face: Face) -> None:
        if not self.stopped:
            self.faces.append(face)

    def stop(self) -> None:
        self.stopped = True

    def open(self) -> tuple[Entry, ...]:
        """Open the menu."""
        self.menu = self.entries()
        return self.menu

    def pick(self, *labels: str) -> None:
        """Pick an entry of the open menu; the labels of the submenus that lead to it come before its own."""
        level, entry = self.menu, Entry()
        for label in labels:
            entry = next(entry for entry in level if entry.label == label)
            level = entry.submenu
        if entry.verb:
            self.choose(entry.verb, entry.args)

    def click(self) -> None:
        """Click on the icon."""
        for entry in self.entries():
            if entry.default:
                self.choose(entry.verb, entry.args)


class FakePlayer(RoutinePlayer):
    """A window in which a test is the user."""

    def __init__(self, post: Post, *, works: bool = True):
        self.post, self.works = post, works
        self.showing: Show | None = None
        self.unread: list[Notice] = []
        self.log: list[str] = []

    def health(self) -> Health:
        return Health("fake", ok=self.works, reason="" if self.works else "broken on purpose")

    def _prepare(self) -> None:
        self.log.append("prepare")

    def _relax(self) -> None:
        self.log.append("relax")

    def _play(self, show: Show) -> None:
        if not self.works:
            self.post(NotShown(show.run, "broken on purpose"))
            return
        self.showing, self.unread = show, list(show.notices)
        self.log.append(f"play {show.run} {show.routine.id}")
        if not show.notices:
            self.begin()

    def _halt(self, run: int) -> None:
        if self.showing is not None and self.showing.run == run:
            self.leave()

    def stop(self) -> None:
        if self.showing is not None:
            self.leave()

    def agree(self) -> None:
        """Read the notice that is on show."""
        self.post(Confirmed(self.unread.pop(0)))
        if not self.unread:
            self.begin()

    def confirm(self) -> None:
        """Read every notice."""
        while self.unread:
            self.agree()

    def begin(self) -> None:
        self.post(events.RoutineBegan(self._on.run, self._on.routine.seconds))

    def finish(self) -> None:
        show, self.showing = self._on, None
        self.post(events.RoutineEnded(show.run, show.routine.seconds, finished=True))

    def leave(self, done: Seconds = 0.0) -> None:
        show, self.showing = self._on, None
        self.post(events.RoutineEnded(show.run, done, finished=False))

    @property
    def _on(self) -> Show:
        assert self.showing is not None
        return self.showing


class MemoryStore:
    """Keeps one document."""

    def __init__(self, document: Mapping[str, object] | None = None):
        self.document = None if document is None else dict(document)
        self.saves = 0
        self.said = ""

    def load(self) -> dict[str, object] | None:
        return None if self.document is None else dict(self.document)

    def save(self, document: Mapping[str, object]) -> None:
        self.document, self.saves = dict(document), self.saves + 1

    def set_aside(self, why: str) -> None:
        self.document, self.said = None, why

    def trouble(self) -> str:
        return self.said


class FakeCalendar:
    """A calendar with one job that a test sets."""

    def __init__(self):
        self.appointments: tuple[Appointment, ...] = ()
        self.job: datetime | None = None
        self.runs = 0
        self.run: Callable[[], None] = lambda: None

    def set(self, appointments: tuple[Appointment, ...]) -> None:
        self.appointments = appointments

    def next(self) -> datetime | None:
        return self.job

    def run_due(self) -> None:
        self.runs += 1
        self.run()
