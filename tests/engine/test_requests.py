"""What may be asked for on the command line and in the menu, and what is answered."""

import pytest

from tests.domain.test_hours import week
from tests.engine.office import Office
from tests.engine.test_engine import GIVEN, offered
from tests.script import rules
from unkink import __version__


def test_status_tells_everything_programs_need():
    data = Office().until("09:20").ask("status").data
    assert data["version"] == __version__
    assert isinstance(data["pid"], int)
    assert data["phase"] == "working"
    assert data["desk_time_s"] == 1200
    assert data["next_at"] == "2026-03-02T10:00:00+01:00"
    assert data["why"] == "At the desk for 20 min; the next break (move) is due in 40 min."
    assert data["holds"] == []
    assert data["adapters"]["tray"] == {"name": "fake", "ok": True, "reason": "", "hint": "", "tried": {}}


def test_status_in_words_names_what_went_wrong_and_what_is_on_offer():
    office = offered()
    office.troubles = ("config.toml:3: …",)
    text = office.ask("status").text.splitlines()
    assert text[0] == "A break is on offer"
    assert text[1] == "At the desk for 1 h 1 min; offered now: you paused."
    assert text[2].startswith("On offer: ")
    assert text[-1] == "look at: config.toml:3: …"


@pytest.mark.parametrize(
    ("args", "line"),
    [
        ({"length": "1h"}, "Quiet: paused until 10:00"),
        ({"until": "14:00"}, "Quiet: paused until 14:00"),
        ({"until": "08:00"}, "Quiet: paused until tomorrow 08:00"),
        ({"until": "tomorrow"}, "Quiet: paused until tomorrow 04:00"),
        ({}, "Quiet: paused until you resume"),
        ({"length": "90m", "meeting": "yes"}, "Quiet: in a meeting until 10:30"),
    ],
)
def test_pauses_say_until_when(args, line):
    office = Office()
    assert office.ask("pause", **args).text == line
    data = office.ask("status").data
    assert data["phase"] == "held"
    assert len(data["holds"]) == 1
    assert office.ask("resume").text == "Next break in 1 h"


@pytest.mark.parametrize("args", [{"length": "soon"}, {"until": "25:00"}, {"until": "noon"}])
def test_a_pause_that_makes_no_sense_is_refused(args):
    answer = Office().ask("pause", **args)
    assert not answer.ok
    assert "was not understood" in answer.text


def test_outside_hours_says_until_when_and_resume_speaks_all_the_same():
    office = Office(start="2026-03-02T18:00", rules=rules(hours=week(mon=["09:00-17:00"], tue=["09:00-17:00"])))
    assert office.ask("status").data["line"] == "Quiet: outside your hours until tomorrow 09:00"
    assert office.ask("resume").text == "Next break in 1 h"


def test_nothing_to_resume_is_said():
    assert Office().ask("resume").text == "Nothing was paused. Next break in 1 h."


def test_offer_tells_what_is_offered_and_start_starts_it():
    office = Office(consent=GIVEN)
    answer = office.ask("offer")
    assert answer.text.startswith("Offered: ")
    assert office.ask("start").text.startswith("Starting: ")
    assert office.ask("offer").text == "A routine is on already."


@pytest.mark.parametrize("verb", ["start", "snooze", "skip"])
def test_without_an_offer_there_is_nothing_to_answer(verb):
    answer = Office().ask(verb)
    assert (answer.ok, answer.text) == (False, 'No break is on offer. "unkink break" asks for one.')


def test_snooze_takes_the_second_length_or_the_one_that_is_named():
    office = offered()
    assert office.ask("snooze").text == "Snoozed for 10 min."
    office = offered()
    assert office.ask("snooze", length="25m").text == "Snoozed for 25 min."
    office = offered()
    assert office.ask("snooze", length="300.0").text == "Snoozed for 5 min."


@pytest.mark.parametrize("length", ["x", "0m", "0"])
def test_a_snooze_that_makes_no_sense_is_refused_and_the_offer_stays(length):
    office = offered()
    assert not office.ask("snooze", length=length).ok
    assert office.phase == "prompted"


def test_a_fourth_snooze_in_a_row_is_refused_and_says_why():
    office = Office(consent=GIVEN)
    for _ in range(3):
        office.ask("offer")
        assert office.ask("snooze").ok
    office.ask("offer")
    answer = office.ask("snooze")
    assert not answer.ok
    assert "last snooze" in answer.text


def test_skip_tells_what_comes_next():
    assert offered().ask("skip").text == "All right. Next break in 1 h."


def test_a_routine_that_does_not_exist_is_named():
    answer = Office().ask("break", routine="r99")
    assert not answer.ok
    assert 'no routine "r99"' in answer.text
    assert Office().ask("break", routine="nk-01").text == "Starting: Slow look-around"


def test_moved_and_settings_and_what_nobody_knows():
    office = Office().until("09:30")
    assert office.ask("moved").text == "That counted."
    assert office.ask("status").data["desk_time_s"] == 0
    assert office.ask("settings").text == "opened"
    assert not office.ask("dance").ok


def test_a_request_that_fails_is_answered_all_the_same(caplog):
    office = Office()
    office.engine._hooks = None
    assert office.ask("settings").text == "Something went wrong; the log tells more."
    assert "the engine failed" in caplog.text
    caplog.clear()


def test_when_nothing_fits_it_is_said():
    from unkink.domain.body import Technique
    from unkink.domain.person import Person

    office = Office(person=Person(rather_not=frozenset(Technique)))
    assert office.ask("offer").text == "Nothing fits right now."
    assert office.phase == "working"
