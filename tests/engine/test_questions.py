"""What is asked of the person, and what comes of each answer; and what else the engine asks of its root."""

import threading
import tomllib
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.engine.office import Office, real_daemon
from tests.engine.test_engine import GIVEN
from tests.script import rules
from tests.waiting import wait_for
from unkink.catalogue.cues import load_cues
from unkink.domain import events
from unkink.domain.cards import Question
from unkink.domain.deck import suiting
from unkink.domain.notice import Notice
from unkink.domain.person import Person
from unkink.domain.rules import CueRules, Kind
from unkink.ports import Button, Confirmed, Fate, Key, Note, NoteFate, Topic

OFTEN = (Kind("move", 20 * 60, 120),)
RHYTHM = Key(Topic.QUESTION, Question.RHYTHM.value)
QUIET = Key(Topic.QUESTION, Question.QUIET.value)


def next_morning(office: Office) -> Office:
    """Close the lid until half past eight the next morning; pause at 08:32."""
    morning = (office.clock.local + timedelta(days=1)).replace(hour=8, minute=30, second=0)
    office.clock.sleep((morning - office.clock.local).total_seconds())
    office.engine.turn(None)
    return office.until("08:32").until("08:32:06", typing=False)


def asked() -> Office:
    """Return an office that asks about the rhythm in the morning, after a day of refusals."""
    office = Office(rules=rules(kinds=OFTEN), consent=GIVEN)
    for at in ("09:21", "09:42", "10:03", "10:24", "10:45", "11:06"):
        office.until(at).until(f"{at}:05", typing=False)
        assert office.ask("skip").ok
    return next_morning(office)


def paused() -> Office:
    """Return an office that asks in the morning whether the quiet is to go on."""
    office = Office(consent=GIVEN)
    office.ask("pause")
    return next_morning(office)


def test_after_a_day_of_refusals_three_answers_are_on_the_buttons():
    buttons = (Button("fewer", "Fewer"), Button("same", "The same"), Button("different", "Settings…"))
    said = "Fewer, the same, or something different? Fresh start whenever you like."
    assert asked().note == Note(RHYTHM, "How are the breaks for you?", said, buttons)


@pytest.mark.parametrize(("answer", "called"), [("fewer", ["fewer"]), ("same", []), ("different", ["settings"])])
def test_each_answer_takes_it_away_and_does_what_it_says_once(answer, called):
    office = asked()
    office.notifier.press(RHYTHM, answer)
    office.settle()
    assert office.called == called
    assert office.note is None
    assert office.phase == "working"
    office.until("08:50").until("08:50:06", typing=False)
    assert RHYTHM not in office.notifier.shown
    assert office.called == called


@pytest.mark.parametrize("how", ["dismissed", "clicked"])
def test_closed_without_an_answer_nothing_changes_and_it_is_not_asked_again(how):
    office = asked()
    if how == "dismissed":
        office.notifier.dismiss(RHYTHM)
    else:
        office.notifier.press(RHYTHM)
    office.settle().until("08:49").until("08:49:06", typing=False)
    assert office.called == []
    assert RHYTHM not in office.notifier.shown
    assert [line for line in office.notifier.log if "How are the breaks" in line] == [
        "How are the breaks for you? | Fewer, the same, or something different? Fresh start whenever you like."
    ]


def test_an_answer_to_one_that_expired_still_counts():
    office = asked()
    office.notifier.expire(RHYTHM)
    office.settle()
    assert office.called == []
    office.post(NoteFate(RHYTHM, Fate.PRESSED, button="fewer"))  # from the list of what was missed
    office.settle()
    assert office.called == ["fewer"]


def test_a_question_is_neither_a_break_nor_in_the_history():
    office = asked()
    told = office.told
    office.notifier.press(RHYTHM, "same")
    office.settle()
    assert office.told == told
    assert set(told) == {"offered", "skipped", "credited"}
    assert office.player.log[-1] == "relax"


def test_an_open_ended_pause_is_asked_about_next_morning():
    office = paused()
    buttons = (Button("resume", "Resume"), Button("stay", "Stay quiet"))
    said = "unkink has been quiet since you asked for it. Is that still right?"
    assert office.note == Note(QUIET, "Still paused", said, buttons)
    assert office.phase == "held"


def test_resume_ends_the_quiet():
    office = paused()
    office.notifier.press(QUIET, "resume")
    assert office.settle().phase == "working"
    assert office.note is None
    assert office.called == []


@pytest.mark.parametrize("how", ["stay", "dismissed"])
def test_stay_and_a_dismissal_leave_it_quiet_until_the_morning_after(how):
    office = paused()
    if how == "stay":
        office.notifier.press(QUIET, "stay")
    else:
        office.notifier.dismiss(QUIET)
    office.settle().until("12:00").until("12:00:06", typing=False)
    assert office.phase == "held"
    assert office.note is None
    assert next_morning(office).note.key == QUIET


@pytest.mark.parametrize("verb", ["resume", "pause"])
def test_it_goes_when_the_pause_is_no_longer_open_ended(verb):
    office = paused()
    office.ask(verb, **({"length": "1h"} if verb == "pause" else {}))
    assert office.note is None


def test_a_pause_until_tomorrow_is_over_by_itself():
    office = Office(consent=GIVEN)
    office.ask("pause", until="tomorrow")
    assert next_morning(office).note is None
    assert office.phase == "working"


# -- what the root is asked for ---------------------------------------------------------------------


def test_it_is_told_of_each_notice_that_was_confirmed_once_it_counts():
    office = Office(person=Person(touch=False))
    office.ask("break", routine="r06")
    office.player.agree()
    office.settle()
    assert (office.called, office.consents.document) == (["confirmed"], {"confirmed": ["first"]})
    office.player.agree()
    office.settle()
    assert office.called == ["confirmed", "confirmed"]


def test_once_the_touch_notice_was_confirmed_cues_with_touch_may_come():
    with real_daemon() as made:
        before = {cue.id for cue in made._engine._state.rules.cues.deck}
        assert "c01" in before
        assert "k01" not in before
        made._engine.post(Confirmed(Notice.TOUCH))
        made._engine.drain()
        after = {cue.id for cue in made._engine._state.rules.cues.deck}
        assert after - before == {"k01", "k02"}
        assert before < after


def test_new_rules_take_a_cue_away_that_no_longer_suits():
    deck = suiting(load_cues(), Person())
    only = (Kind("move", 4 * 3600, 120),)
    office = Office(rules=rules(kinds=only, cues=CueRules(deck=deck)), consent=GIVEN).until("09:02")
    less = replace(office.engine._state.rules, cues=CueRules(deck=tuple(cue for cue in deck if cue.id != "c01")))
    office.post(events.RulesChanged(less))
    office.settle().until("09:02:06", typing=False)
    assert not office.note.title.startswith("How does your neck feel")


def fewer() -> None:
    """Have a whole daemon set breaks further apart, and wait until it has."""
    with real_daemon() as made:
        done = threading.Event()
        made._fewer()
        made._writer.submit(done.set)
        wait_for(done.is_set)


@pytest.mark.parametrize(
    ("every", "then"), [("10m", "15m"), ("45m", "1h"), ("1h", "1h15"), ("1h15", "1h35"), ("3h30", "4h"), ("4h", "4h")]
)
def test_fewer_sets_breaks_further_apart_in_the_owners_file(own_folders, every, then):
    path = own_folders / ".config/unkink/config.toml"
    path.parent.mkdir(parents=True)
    path.write_text(f'# mine\n[rhythm]\nmove_every = "{every}" # tuned\n\n[cues]\nper_hour = 3\n')
    fewer()
    assert path.read_text() == f'# mine\n[rhythm]\nmove_every = "{then}" # tuned\n\n[cues]\nper_hour = 1\n'


@pytest.mark.parametrize("cues", ["per_hour = 0 # none", "per_hour = 1"])
def test_fewer_leaves_cues_that_are_few_or_none_as_they_are(own_folders, cues):
    path = own_folders / ".config/unkink/config.toml"
    path.parent.mkdir(parents=True)
    path.write_text(f'[rhythm]\nmove_every = "1h"\n[cues]\n{cues}\n')
    fewer()
    assert path.read_text() == f'[rhythm]\nmove_every = "1h15"\n[cues]\n{cues}\n'


def test_fewer_without_a_file_makes_one(own_folders):
    fewer()
    found = tomllib.loads((own_folders / ".config/unkink/config.toml").read_text())
    assert (found["rhythm"], found["cues"]) == ({"move_every": "1h15"}, {"per_hour": 1})


def test_where_fewer_cannot_be_set_the_log_says_why(own_folders, caplog):
    path = own_folders / ".config/unkink/config.toml"
    path.parent.mkdir(parents=True)
    path.symlink_to("gone.toml")
    fewer()
    told = f"The settings can't be changed. {path} is a link to {path.parent}/gone.toml, which is not there."
    assert f"setting rhythm.move_every 1h15 cues.per_hour 1 ended with 1: {told}" in caplog.messages


def test_a_question_that_was_on_the_screen_when_the_program_ended_is_asked_again():
    before = asked()
    assert before.note.key == RHYTHM
    after = Office(rules=before.engine._state.rules, start=before.clock.local.isoformat(), saved=before.store.document)
    assert after.note.key == RHYTHM
