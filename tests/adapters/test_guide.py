"""A routine by notifications: every text, every second, every button; and what cannot be shown."""

from dataclasses import replace

import pytest

from tests.adapters.hand_loop import HandLoop
from tests.fakes import FakeNotifier
from tests.suites.player import EXERCISE
from unkink.adapters.guide import NotificationGuide
from unkink.catalogue.load import load
from unkink.domain.events import RoutineBegan, RoutineEnded, RoutineProgressed
from unkink.domain.notice import Notice
from unkink.domain.routine import CHANGE, Step, single
from unkink.ports import Confirmed, Fate, Key, NoteFate, NotShown, Show, Topic
from unkink.words import offer

SIDED = load().exercises["nk-02"]
ROUTINE = replace(single(EXERCISE), id="neck", name="Neck ease", steps=(Step(EXERCISE, 30.0, 1), Step(SIDED, 20.0, 1)))
"""Three rounds: 30 s, and after the change-over 20 s on each side."""
TURN = 20.0 + CHANGE


class Room:
    """A guide, somebody who reads, and a clock on the wall."""

    def __init__(self, *, works=True):
        self.loop = HandLoop()
        self.notifier = FakeNotifier(self.fate, works=works)
        self.line: list[tuple[float, object]] = []
        self.guide = NotificationGuide(self.loop, self.notifier, self.post)

    def fate(self, fate):
        self.guide.heard(fate)

    def post(self, told):
        self.line.append((self.loop.time, told))

    @property
    def heard(self):
        return [told for _, told in self.line]

    def play(self, *notices, run=4):
        self.guide.play(Show(run, ROUTINE, notices=notices))
        return self

    @property
    def note(self):
        """The notification on the screen."""
        return next(iter(self.notifier.shown.values()), None)

    def press(self, button):
        self.notifier.press(self.note.key, button)


@pytest.fixture
def room():
    return Room()


def test_a_whole_routine_second_by_second(room):
    room.play()
    titles = []
    for seconds in (30.0, TURN, TURN):
        titles.append(room.note.title)
        room.loop.pass_(seconds - 0.5)
        assert room.note.title == titles[-1], "it stays for all of its time"
        room.loop.pass_(0.5)
    assert titles == [
        "1 of 3 · Slow look-around",
        "2 of 3 · Ear-to-shoulder stretch · Right side",
        "3 of 3 · Ear-to-shoulder stretch · Left side",
    ]
    assert room.line == [
        (0.0, RoutineBegan(4, 80.0)),
        (30.0, RoutineProgressed(4, 30.0)),
        (55.0, RoutineProgressed(4, 55.0)),
        (80.0, RoutineProgressed(4, 80.0)),
        (80.0, RoutineEnded(4, 80.0, finished=True)),
    ]
    assert not room.loop.waiting


def test_each_step_says_how_long_what_to_do_and_when_to_stop(room):
    body = room.play().note.body.splitlines()
    assert body == ["For 30 s:", *EXERCISE.steps, f"Stop if: {EXERCISE.stop}"]
    room.loop.pass_(30.0)
    assert room.note.body.splitlines()[0] == "For 20 s:"
    assert [(button.id, button.label) for button in room.note.buttons] == [("next", "Next"), ("stop", "Finish")]


def test_one_notification_takes_the_place_of_the_other_and_is_never_taken_for_an_offer(room):
    room.play()
    for seconds in (30.0, TURN, TURN):
        assert list(room.notifier.shown) == [Key(Topic.RUN, 4)]
        room.loop.pass_(seconds)


def test_the_last_one_is_quiet_and_asks_for_nothing(room):
    room.play()
    loud = []
    for seconds in (30.0, TURN, TURN):
        loud.append(not room.note.quiet)
        room.loop.pass_(seconds)
    assert loud == [True, True, True]
    assert room.note.quiet
    assert room.note.buttons == ()
    assert (room.note.title, room.note.body) == ("Neck ease", "That counted. Back to it, whenever you like.")


@pytest.mark.parametrize("button", ["next", ""])
def test_next_goes_on_at_once_and_the_time_begins_anew(room, button):
    room.play()
    room.loop.pass_(29.0)
    room.press(button)
    assert room.note.title.startswith("2 of 3")
    room.loop.pass_(TURN - 0.5)
    assert room.note.title.startswith("2 of 3"), "the first step's time does not count for it"
    room.loop.pass_(0.5)
    assert room.note.title.startswith("3 of 3")


def test_next_at_the_last_step_ends_the_routine_once(room):
    room.play()
    for _ in range(3):
        room.press("next")
    assert [told for told in room.heard if isinstance(told, RoutineEnded)] == room.heard[-1:]
    assert room.heard[-1].finished
    assert not room.loop.waiting


def test_finish_ends_it_where_it_is_and_takes_the_notification_away(room):
    room.play()
    room.loop.pass_(40.0)
    room.press("stop")
    assert room.line[-1] == (40.0, RoutineEnded(4, 30.0, finished=False))
    assert room.note is None
    assert not room.loop.waiting


@pytest.mark.parametrize("fate", [Fate.DISMISSED, Fate.GONE])
def test_one_that_was_taken_away_does_not_end_the_routine(room, fate):
    room.play()
    del room.notifier.shown[Key(Topic.RUN, 4)]
    room.guide.heard(NoteFate(Key(Topic.RUN, 4), fate))
    room.loop.pass_(30.0)
    assert room.note.title.startswith("2 of 3")


def test_what_becomes_of_other_notifications_is_nothing_to_it(room):
    room.play()
    for fate in (Fate.PRESSED, Fate.FAILED, Fate.DISMISSED):
        room.guide.heard(NoteFate(Key(Topic.RUN, 3), fate, button="stop"))
    assert room.heard == [RoutineBegan(4, 80.0)]
    room.press("stop")
    room.guide.heard(NoteFate(Key(Topic.RUN, 4), Fate.PRESSED, button="next"))
    assert len(room.heard) == 2, "nor of its own when it is over"


def test_where_nothing_can_be_shown_that_is_told_and_no_step_follows():
    room = Room(works=False).play()
    room.loop.pass_(1000.0)
    assert room.heard == [NotShown(4, "broken on purpose")], "it never began"
    assert not room.loop.waiting


def test_a_server_that_fails_half_way_does_not_end_the_routine(room):
    room.play()
    room.notifier.works = False
    room.loop.pass_(30.0)
    room.notifier.works = True
    room.loop.pass_(TURN)
    assert room.note.title.startswith("3 of 3")
    room.loop.pass_(TURN)
    assert room.heard[-1] == RoutineEnded(4, 80.0, finished=True)


def test_a_notice_takes_the_time_it_takes_and_is_confirmed_by_its_button(room):
    room.play(Notice.FIRST, Notice.TOUCH)
    assert (room.note.title, room.note.body) == ("Neck ease", offer.FIRST_NOTICE)
    assert [(button.id, button.label) for button in room.note.buttons] == [("next", "Got it"), ("stop", "Finish")]
    room.loop.pass_(1000.0)
    assert room.heard == []
    room.press("next")
    assert room.note.body == offer.TOUCH_NOTICE
    room.press("next")
    assert room.note.title.startswith("1 of 3")
    assert room.line == [
        (1000.0, Confirmed(Notice.FIRST)),
        (1000.0, Confirmed(Notice.TOUCH)),
        (1000.0, RoutineBegan(4, 80.0)),
    ]


def test_who_does_not_confirm_can_leave(room):
    room.play(Notice.FIRST)
    room.press("stop")
    assert room.heard == [RoutineEnded(4, 0.0, finished=False)]
    assert room.note is None


def test_it_works_where_notifications_do():
    assert Room().guide.health().ok
    health = Room(works=False).guide.health()
    assert (health.name, health.ok, health.reason) == ("notifications", False, "broken on purpose")
