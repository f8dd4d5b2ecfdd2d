"""The tray menu: a status line first, no dead entry, and an offer's answers only while it is open."""

from tests.domain.test_hours import week
from tests.engine.office import Office
from tests.engine.test_engine import GIVEN, offered
from tests.script import rules
from unkink.domain import events
from unkink.domain.body import Position
from unkink.domain.signals import Signal
from unkink.engine.menu import entries
from unkink.ports import Glyph

ROUTINES = (("r02", "Neck"), ("r03", "Shoulders"))


def menu(office):
    return entries(office.engine.now, ROUTINES)


def labels(office):
    return [entry.label for entry in menu(office)]


def test_a_quiet_working_hour():
    found = labels(Office().until("09:20"))
    assert found == [
        "Next break in 40 min",
        "",
        "Offer a break now",
        "Start a break",
        "I just moved",
        "I'm standing",
        "I'm sitting",
        "",
        "In a meeting",
        "Pause",
        "Unwell today",
        "",
        "Settings…",
        "Quit",
    ]


def test_with_an_offer_its_answers_come_first():
    found = labels(offered())
    assert found[2].startswith("Start: ")
    assert found[3:7] == ["In 5 min", "In 10 min", "In 15 min", "Not now"]


def test_every_entry_of_the_menu_does_what_it_says():
    office = offered()
    for entry in menu(office):
        for each in entry.submenu or (entry,):
            if each.verb and each.verb not in ("stop", "settings"):
                fresh = offered()
                assert fresh.ask(each.verb, **each.args).ok, each


def test_a_click_on_the_icon_asks_for_an_offer():
    assert [(entry.verb, entry.label) for entry in menu(Office()) if entry.default] == [("offer", "Offer a break now")]


def test_a_pause_can_be_ended_and_the_glyph_shows_it():
    office = Office()
    office.ask("pause", length="1h")
    assert "Resume" in labels(office)
    assert office.engine.now.face().glyph is Glyph.HELD


def test_on_a_break_nothing_is_offered():
    office = Office(consent=GIVEN)
    office.ask("break", routine="r02")
    assert "Offer a break now" not in labels(office)
    assert labels(office)[0] == "On a break"


def test_troubles_are_told_and_lead_to_the_settings():
    office = Office()
    office.troubles = ("one", "two")
    office.engine.turn(None)
    entry = menu(office)[1]
    assert (entry.label, entry.verb) == ("2 things need a look…", "settings")


def test_away_shows_an_empty_ring():
    office = Office().until("09:40").until("09:50", typing=False)
    face = office.engine.now.face()
    assert (face.glyph, face.ring) == (Glyph.RING, 0)
    assert face.title == "Away since 09:40: that counts as a break"


def picked(office, label):
    """Pick an entry of the menu, as the tray does; return the answer."""
    entry = next(entry for entry in menu(office) if entry.label == label)
    return office.ask(entry.verb, **entry.args)


def test_how_one_is_can_be_said_from_the_menu_at_any_time():
    office = Office(consent=GIVEN)
    for label, position in (("I'm standing", Position.STANDING), ("I'm sitting", Position.SEATED)):
        assert picked(office, label).text == "Noted."
        assert office.engine._state.cues.position is position
    office.ask("break", routine="r02")
    assert picked(office, "I'm standing").ok
    office.ask("pause")
    assert picked(office, "I'm sitting").ok


def test_i_just_moved_resets_the_count():
    office = Office().until("09:40")
    assert picked(office, "I just moved").text == "That counted."
    assert labels(office)[0] == "Next break in 1 h"


def held_for_long():
    """Return an office in which a shared screen has kept a due break for an hour and a half."""
    office = Office().until("09:50")
    office.post(events.Sensed(Signal.SHARING, on=True))
    return office.settle().until("11:29")


def test_what_keeps_a_due_break_for_long_can_be_ignored():
    office = held_for_long()
    assert "Ignore this" not in labels(office)
    assert office.engine.now.face().glyph is Glyph.HELD
    office.until("11:31")
    assert labels(office)[0] == "Quiet: your screen is shared"
    assert office.engine.now.face().glyph is Glyph.DUE
    assert labels(office).count("Ignore this") == 1
    answer = picked(office, "Ignore this")
    assert answer.ok
    assert answer.text == labels(office)[0] == "A break is due: waiting for a pause in your typing"
    assert "Ignore this" not in labels(office)
    assert "Resume" not in labels(office)


def test_what_was_ignored_holds_again_once_it_has_ended():
    office = held_for_long().until("11:31")
    picked(office, "Ignore this")
    for on in (False, True):
        office.post(events.Sensed(Signal.SHARING, on=on))
    assert labels(office.settle())[0] == "Quiet: your screen is shared"


def test_resume_ends_what_was_asked_for_first_and_then_what_is_sensed():
    office = Office()
    office.ask("pause", length="1h")
    office.ask("pause", length="90m", meeting="yes")
    office.post(events.Sensed(Signal.SHARING, on=True))
    office.settle()
    assert labels(office)[0] == "Quiet: paused until 10:00"
    assert picked(office, "Resume").text == "Quiet: your screen is shared"
    assert picked(office, "Resume").text == "Next break in 1 h"
    assert "Resume" not in labels(office)


def test_of_several_reasons_the_next_is_shown_when_the_first_has_ended():
    office = Office()
    office.ask("pause", length="10m")
    office.ask("pause", length="90m", meeting="yes")
    said = []
    for at in ("09:01", "09:11", "10:31"):
        line = labels(office.until(at))[0]
        said.append(line)
        assert office.ask("status").data["line"] == line
    assert said[:2] == ["Quiet: paused until 09:10", "Quiet: in a meeting until 10:30"]
    assert not said[2].startswith("Quiet")


def test_an_answer_about_health_cannot_be_resumed_away():
    office = Office()
    office.post(events.Health(on=True))
    office.settle()
    assert labels(office)[0] == "Quiet: see somebody about your health first"
    assert "Resume" not in labels(office)
    assert "Ignore this" not in labels(office)


def test_outside_hours_it_is_hollow_and_can_be_resumed():
    office = Office(start="2026-03-02T18:00", rules=rules(hours=week(mon=["09:00-17:00"])))
    assert office.engine.now.face().glyph is Glyph.OUTSIDE
    assert labels(office)[0] == "Quiet: outside your hours until 2026-03-09 09:00"
    assert picked(office, "Resume").text == "Next break in 1 h"


def test_no_entry_of_any_menu_is_dead():
    for office in (Office(), offered(), held_for_long().until("11:31")):
        for entry in menu(office)[1:]:
            for each in entry.submenu or (entry,):
                assert bool(each.label) == bool(each.verb)
