"""The tray menu: a status line first, no dead entry, and an offer's answers only while it is open."""

from tests.engine.office import Office
from tests.engine.test_engine import GIVEN, offered
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
