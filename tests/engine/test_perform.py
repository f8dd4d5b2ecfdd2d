"""Effects carried out: what is remembered of offers, and what goes wrong."""

from tests.engine.office import Office
from tests.engine.test_engine import GIVEN, offered
from unkink.domain import effects as do
from unkink.domain import events
from unkink.domain.effects import Cause, Offer
from unkink.domain.rules import Appointment, Surface


def test_an_offer_shown_again_is_the_same_and_is_kept_once():
    office = offered()
    first = office.note
    office.ask("offer")
    assert office.note == first
    assert office.told == ["offered"]


def test_old_offers_can_be_started_and_very_old_ones_are_forgotten():
    office = Office(consent=GIVEN)
    for _ in range(20):
        office.ask("offer")
        office.ask("skip")
    assert office.performer.on_offer(1) == ""
    assert office.performer.on_offer(20)
    assert office.performer.because(20)
    assert office.performer.because(1) == ""
    office.post(events.Start(1))
    assert office.settle().phase == "working", "nobody knows any more what it was"


def test_an_offer_that_may_not_be_snoozed_has_two_buttons():
    office = Office()
    offer = Offer(9, (), 120, "any", short=False, snoozes=(), surface=Surface.NOTIFICATION, cause=Cause.ASKED)
    office.performer.perform(do.Prompt(offer), office.engine._state)
    assert [button.id for button in office.note.buttons] == ["start", "skip"]


def test_one_snooze_has_the_button():
    office = Office()
    offer = Offer(9, (), 120, "any", short=False, snoozes=(420.0,), surface=Surface.NOTIFICATION, cause=Cause.ASKED)
    office.performer.perform(do.Prompt(offer), office.engine._state)
    assert office.note.buttons[1].label == "In 7 min"


def test_a_routine_left_half_way_counts_half_its_areas():
    office = Office(consent=GIVEN)
    office.ask("break", routine="r02")
    office.player.leave(30.0)
    office.settle()
    record = office.history.records[-1]
    assert (record.kind, record.seconds, record.areas["neck"]) == ("stopped", 30.0, 25.0)


def test_an_appointment_that_is_dropped_leaves_a_line():
    office = Office()
    office.ask("pause", length="3h")
    office.post(events.AppointmentCame(Appointment("mon 09:00", (0,), 540, "r19")))
    office.settle().until("10:02")
    assert [record.detail for record in office.history.records if record.kind == "dropped"] == ["mon 09:00"]


def test_missed_and_ignored_offers_are_kept():
    office = offered().until("10:04", typing=False)
    assert office.told == ["offered", "missed"]
    office = offered().until("10:20").until("10:20:10", typing=False).until("10:25")
    assert office.told == ["offered", "offered", "ignored"]


def test_a_window_that_must_be_closed_is_closed():
    office = Office(consent=GIVEN)
    office.ask("break", routine="r02")
    office.until("09:11")
    assert office.player.showing is None
    assert "stopped" in office.told


def test_what_an_unknown_run_says_is_not_kept():
    office = Office()
    office.performer.began(77, office.clock.moment())
    office.performer._ended(do.Finished, 77, 1.0, office.clock.moment(), share=1.0)
    assert office.history.records[-1].routine == ""
