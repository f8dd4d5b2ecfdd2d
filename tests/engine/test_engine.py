"""The whole main job without a desktop: counting, offering at a pause, playing, keeping, going on after a restart."""

from dataclasses import replace

import pytest

from tests.engine.office import Office
from tests.script import rules
from unkink.domain import events
from unkink.domain.notice import Notice
from unkink.domain.person import Person
from unkink.domain.rules import Appointment, Kind, Surface
from unkink.ports import Glyph, Key, NotShown, Rated, Topic

GIVEN = {"confirmed": ["first", "touch"]}


def offered(**kwargs) -> Office:
    """Return an office at 10:01:04 with an offer on the screen."""
    return Office(consent=GIVEN, **kwargs).until("10:01").until("10:01:04", typing=False)


OFFER = Key(Topic.OFFER, 1)


def test_the_main_job_from_the_first_key_to_the_history():
    office = offered()
    assert [button.id for button in office.note.buttons] == ["start", "snooze 600", "skip"]
    assert [button.label for button in office.note.buttons] == ["Start", "In 10 min", "Not now"]
    assert office.note.title == "1 h 1 min at the desk. A short break?"
    assert office.phase == "prompted"
    office.notifier.press(OFFER, "start")
    office.settle()
    assert office.phase == "on_break"
    assert office.tray.faces[-1].glyph is Glyph.BREAK
    office.player.finish()
    office.settle()
    assert office.told == ["offered", "started", "finished"]
    assert office.history.records[-1].areas
    assert office.ask("status").data["desk_time_s"] == 0
    assert office.note is None


def test_pressing_the_notification_itself_starts():
    office = offered()
    office.notifier.press(OFFER)
    assert office.settle().phase == "on_break"


def test_the_window_is_got_ready_with_the_offer_and_dropped_without_it():
    office = offered()
    assert office.player.log == ["prepare"]
    office.notifier.press(OFFER, "skip")
    office.settle()
    assert office.player.log == ["prepare", "relax"]
    assert office.told == ["offered", "skipped"]


def test_a_snooze_on_the_notification():
    office = offered()
    office.notifier.press(OFFER, "snooze 600")
    office.settle()
    assert office.phase == "snoozed"
    assert office.ask("status").data["line"] == "Snoozed: next break in 10 min"
    assert office.told == ["offered", "snoozed"]


def test_a_dismissed_notification_is_not_now_and_an_expired_one_stays_open():
    office = offered()
    office.notifier.expire(OFFER)
    assert office.settle().phase == "prompted"
    office = offered()
    office.notifier.dismiss(OFFER)
    office.settle()
    assert office.told == ["offered", "skipped"]


def test_an_unanswered_offer_goes_after_two_minutes():
    office = offered().until("10:03:10")
    assert office.note is None
    assert office.phase == "due"


def test_an_offer_on_the_icon_alone_makes_no_notification():
    office = offered(rules=rules(kinds=(Kind("move", 3600, 120, surface=Surface.ICON),)))
    assert office.note is None
    assert office.phase == "prompted"
    assert office.tray.faces[-1].attention
    assert office.player.log == []


def test_before_the_first_routine_the_notices_come_and_are_asked_once():
    office = Office(person=Person(touch=False))
    office.ask("break", routine="r06")
    assert office.player.showing.notices == (Notice.FIRST, Notice.TOUCH)
    office.player.confirm()
    office.settle()
    assert office.consents.document == {"confirmed": ["first", "touch"]}
    office.player.finish()
    office.settle()
    office.ask("break", routine="r06")
    assert office.player.showing.notices == ()


def test_a_routine_without_touch_asks_for_the_first_notice_only():
    office = Office()
    office.ask("break", routine="r02")
    assert office.player.showing.notices == (Notice.FIRST,)


def test_until_the_touch_notice_is_confirmed_nothing_with_touch_is_offered():
    person = Person(place=2, kit=frozenset({"foam-roller", "massage-ball", "mat"}))
    office = Office(person=person)
    for _ in range(8):
        assert office.ask("offer").ok
        choice = office.performer._offers[max(office.performer._offers)]
        assert not choice.routine.touch
        office.ask("skip")


def test_where_nothing_shows_notifications_an_offer_asked_for_is_started():
    office = Office(notifications=False, consent=GIVEN)
    office.ask("offer")
    assert office.settle().phase == "on_break"
    # One that comes by itself only turns the icon.
    office = Office(notifications=False, consent=GIVEN).until("10:01").until("10:01:04", typing=False)
    assert office.phase == "prompted"
    assert office.tray.faces[-1].attention


def test_a_routine_that_cannot_be_shown_at_all_is_over():
    office = Office(consent=GIVEN)
    office.player._play = lambda show: office.post(NotShown(show.run, "no display"))
    office.ask("break", routine="r02")
    assert office.settle().phase == "working"
    assert office.told == ["stopped"]


def test_ratings_are_kept():
    office = Office(consent=GIVEN)
    office.ask("break", routine="r02")
    office.post(Rated(1, "better"))
    office.settle()
    assert (office.told[-1], office.history.records[-1].detail) == ("rated", "better")


def test_a_sleep_is_noticed_at_the_next_look_and_counts():
    office = Office().until("09:40")
    office.clock.sleep(3600)
    office.engine.turn(None)
    assert office.phase == "away"
    assert office.told == ["credited"]
    office.idle.touch()
    assert office.settle().phase == "working"


def test_the_engine_sleeps_exactly_until_the_next_deadline_and_never_longer_than_thirty_seconds():
    office = Office().until("09:30")
    assert office.engine.wait() == 30
    office.until("09:58:50")
    assert 9 < office.engine.wait() <= 10


def test_the_engine_wakes_for_hours_and_for_the_calendar():
    office = Office(rules=rules(hours=_hours()))
    office.until("11:59:45")
    assert 14 < office.engine.wait() <= 15
    office.calendar.job = office.clock.local.replace(second=50)
    assert office.engine.wait() <= 5


def test_the_calendar_is_run_at_each_wake_and_told_of_new_appointments():
    office = Office()
    before = office.calendar.runs
    office.engine.turn(None)
    assert office.calendar.runs == before + 1
    appointment = Appointment("mon 16:00", (0,), 960, "r19")
    office.post(events.RulesChanged(rules(appointments=(appointment,))))
    office.settle()
    assert office.calendar.appointments == (appointment,)


def test_an_appointment_offers_its_routine():
    office = Office(consent=GIVEN, person=Person(touch=True)).until("09:30")
    office.post(events.AppointmentCame(Appointment("mon 09:30", (0,), 570, "r19")))
    office.settle().until("09:30:06", typing=False)
    assert office.note.body.startswith("Upper-back roller")


def test_the_icon_changes_only_when_its_picture_or_its_words_do():
    office = Office().until("10:00")
    assert len(office.tray.faces) <= 16, "twelve steps, the warning, due, and the first"
    assert [face.ring for face in office.tray.faces[:3]] == [0, 1, 2]
    assert office.tray.faces[0].title == "Next break at 10:00"


def test_the_threshold_of_the_idle_source_follows_what_matters():
    office = Office().until("09:30")
    assert office.idle.threshold == 120
    office.until("10:00:30")
    assert office.idle.threshold == 4


def test_state_is_saved_at_changes_and_as_desk_time_grows_and_not_at_an_empty_desk():
    office = Office().until("09:30")
    saves = office.store.saves
    assert 25 <= saves <= 40
    office.until("09:36", typing=False)
    gone = office.store.saves
    office.until("11:00", typing=False)
    assert office.store.saves == gone


def test_a_restart_goes_on_where_it_was():
    before = Office().until("09:40:30")
    after = Office(start="2026-03-02T09:40:33", saved=before.store.document)
    assert 40 * 60 - 60 <= after.ask("status").data["desk_time_s"] <= 40 * 60 + 31


def test_a_restart_after_a_night_begins_afresh_and_the_night_counts():
    before = Office().until("09:40")
    after = Office(start="2026-03-03T08:00", saved=before.store.document)
    assert after.ask("status").data["desk_time_s"] == 0
    assert after.told == ["credited"]


def test_an_offer_that_was_open_is_shown_again_after_a_restart():
    before = offered()
    after = Office(start="2026-03-02T10:01:20", saved=before.store.document, consent=GIVEN)
    assert after.note.key == before.note.key
    assert after.phase == "prompted"
    late = Office(start="2026-03-02T10:04:00", saved=before.store.document, consent=GIVEN)
    assert late.phase in ("prompted", "due"), "less than away_after: nothing else has happened"


def test_a_routine_that_was_on_counts_as_far_as_it_came_after_a_restart():
    before = Office(consent=GIVEN).until("09:50")
    before.ask("break", routine="r02")
    before.post(events.RoutineProgressed(1, 30.0))
    before.settle()
    after = Office(start="2026-03-02T09:50:10", saved=before.store.document, consent=GIVEN)
    assert after.phase == "working"
    assert 24 * 60 < after.ask("status").data["desk_time_s"] < 26 * 60


def test_saved_state_of_another_shape_is_refused():
    from unkink.domain.core import start
    from unkink.domain.rules import Rules
    from unkink.engine.saved import restore
    from unkink.wire.plain import Malformed

    office = Office()
    good = office.store.document
    for bad in ({}, {"version": 2}, {**good, "at": "never"}, {**good, "cycle": {}}, {"version": 1}):
        with pytest.raises(Malformed):
            restore(bad, Rules(), office.clock.moment())
    state, effects = restore(good, Rules(), office.clock.moment())
    assert effects == ()
    assert replace(state, at=office.engine._state.at) == office.engine._state
    assert start(Rules(), office.clock.moment()) != state or office.engine._state.cycle.serial == 0


def test_a_failed_step_is_survived_and_after_three_the_state_is_given_up(caplog):
    office = Office().until("09:40")
    broken = office.performer.perform
    office.performer.perform = lambda effect, state: 1 / 0
    office.engine._state = replace(office.engine._state, cycle=None)
    for wait in (1.0, 5.0):
        office.engine.turn(None)
        assert office.engine._not_before == office.clock.now() + wait
    office.engine.turn(None)
    office.performer.perform = broken
    assert office.store.said == "steps failed again and again"
    office.clock.pass_(31)
    assert office.phase == "working"
    assert office.ask("status").data["desk_time_s"] < 60
    assert "the engine failed" in caplog.text
    caplog.clear()


def test_stop_saves_and_ends():
    office = Office()
    saves = office.store.saves
    assert office.ask("stop").text == "unkink ends."
    assert not office.engine._going
    office.engine._guarded(office.engine._save)
    assert office.store.saves == saves + 1


def test_the_engine_runs_in_its_own_thread():
    office = Office()
    office.engine.start()
    answers = []
    import threading

    done = threading.Event()
    from unkink.wire.control import Ask

    office.engine.ask(Ask("status", {}), lambda answer: (answers.append(answer), done.set()))
    assert done.wait(5)
    office.engine.stop()
    assert office.ended
    assert answers[0].data["phase"] == "working"


def _hours():
    from tests.domain.test_hours import week

    return week(mon=["08:00-12:00"])
