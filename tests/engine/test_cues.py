"""Posture cues on the screen: shown quietly, answered or not, and taken back when something else matters more."""

import pytest

from tests.engine.office import Office
from tests.engine.test_engine import GIVEN
from tests.script import rules
from unkink.catalogue.cues import load_cues
from unkink.catalogue.load import names
from unkink.domain import events
from unkink.domain.deck import Cue, Deck, Hands, Row, suiting
from unkink.domain.health import Flag, Health
from unkink.domain.person import Person
from unkink.domain.rules import CueRules, Kind, Surface
from unkink.domain.signals import Signal
from unkink.ports import Button, Fate, Key, Note, NoteFate, Topic

ALL = load_cues()
DECK = suiting(ALL, Person(touch=True))
RARELY = (Kind("move", 4 * 3600, 120),)
"""Breaks so rare that they leave the cues alone."""
FIRST = Key(Topic.CUE, 1)


def at_work(deck: Deck = DECK, kinds=RARELY, **more) -> Office:
    return Office(rules=rules(kinds=kinds, cues=CueRules(deck=deck)), consent=GIVEN, **more)


def pauses(office: Office, at: str) -> Office:
    """Work until a time, then let the hands rest for five seconds."""
    return office.until(at).until(f"{at}:05", typing=False)


def cued(**more) -> Office:
    """Return an office at 09:02:05 with the morning's cue on the screen."""
    return pauses(at_work(**more), "09:02")


def refused(office: Office) -> int:
    return office.engine._state.cues.refused


def test_a_cue_is_one_line_with_two_buttons_and_quiet():
    office = cued()
    buttons = (Button("do r02", "Do it"), Button("skip", "Not now"))
    assert office.note == Note(FIRST, "How does your neck feel right now?", "", buttons, quiet=True)
    assert [(record.kind, record.detail) for record in office.history.records] == [("cue-shown", "c01")]


def test_no_process_is_started_and_no_icon_changes_for_it():
    office = at_work()
    faces = len(office.tray.faces)
    pauses(office, "09:02")
    assert office.note.key == FIRST
    assert office.player.log == []
    assert len(office.tray.faces) == faces
    assert office.phase == "working"


def test_do_it_starts_what_it_proposes():
    office = cued()
    office.notifier.press(FIRST, "do r02")
    office.settle()
    assert office.note is None
    assert office.phase == "on_break"
    assert office.player.showing.routine.id == "r02"
    office.player.finish()
    office.settle()
    assert [(record.kind, record.detail, record.routine) for record in office.history.records] == [
        ("cue-shown", "c01", ""),
        ("cue-done", "c01", ""),
        ("started", "", "r02"),
        ("finished", "", "r02"),
    ]
    assert refused(office) == 0


def test_do_it_with_an_exercise_starts_that_one():
    office = at_work(deck=tuple(cue for cue in DECK if cue.id == "s05"))
    office.post(events.HandsDo(Hands.TYPING))
    pauses(office.settle(), "09:27")
    assert [button.id for button in office.note.buttons] == ["do br-03", "skip"]
    office.notifier.press(FIRST, "do br-03")
    office.settle()
    assert office.player.showing.routine.id == "br-03"


def test_before_the_first_one_do_it_shows_the_notice():
    office = Office(rules=rules(kinds=RARELY, cues=CueRules(deck=DECK)))
    pauses(office, "09:02").notifier.press(FIRST, "do r02")
    office.settle()
    assert [notice.value for notice in office.player.showing.notices] == ["first"]


def test_what_it_proposes_and_nobody_has_is_not_on_a_button():
    office = pauses(at_work(deck=tuple(cue for cue in DECK if cue.id == "c05")), "09:02")
    assert office.note.title.startswith("Has the screen crept closer")
    assert office.note.buttons == (Button("skip", "Not now"),)


@pytest.mark.parametrize("how", ["not now", "dismissed"])
def test_not_now_and_a_dismissal_are_silent_and_count_once(how):
    office = cued()
    if how == "not now":
        office.notifier.press(FIRST, "skip")
    else:
        office.notifier.dismiss(FIRST)
    office.settle()
    assert office.note is None
    assert office.phase == "working"
    assert office.told == ["cue-shown"]
    assert len(office.notifier.log) == 1
    assert refused(office) == 1
    assert office.engine._state.questions.refusals == 1


def test_one_that_the_server_takes_away_is_no_answer():
    office = cued()
    office.notifier.expire(FIRST)
    office.settle()
    assert refused(office) == 0
    office.until("09:03")
    assert refused(office) == 0


def test_after_a_minute_without_an_answer_it_goes_and_counts_where_somebody_was_there():
    office = cued().until("09:02:50")
    assert office.note
    office.until("09:03:10")
    assert office.note is None
    assert refused(office) == 1
    assert office.told == ["cue-shown"]


def test_where_nobody_was_there_it_goes_and_counts_for_nothing():
    office = cued().until("09:03:10", typing=False)
    assert office.note is None
    assert refused(office) == 0


def test_a_click_on_the_cue_itself_does_what_it_proposes():
    office = cued()
    office.notifier.press(FIRST)
    assert office.settle().phase == "on_break"
    assert office.told == ["cue-shown", "cue-done", "started"]


def test_a_click_on_one_that_proposes_nothing_is_a_look_and_no_answer():
    office = pauses(at_work(deck=tuple(cue for cue in DECK if cue.id == "c05")), "09:02")
    office.notifier.press(FIRST)
    office.settle().until("09:04")
    assert office.note is None
    assert refused(office) == 0


def test_a_cue_that_nothing_can_show_counts_for_nothing():
    office = cued(notifications=False).until("09:04")
    assert office.told == []
    assert refused(office) == 0


def test_a_cue_that_was_on_the_screen_when_the_program_ended_counts_for_nothing():
    before = cued()
    after = at_work(start="2026-03-02T09:02:20", saved=before.store.document).until("09:04")
    assert after.note is None
    assert refused(after) == 0


OVERTAKES = {
    "an offer": lambda office: office.ask("offer"),
    "a routine": lambda office: office.ask("break", routine="r02"),
    "a pause": lambda office: office.ask("pause", length="1h"),
    "a call": lambda office: office.post(events.Sensed(Signal.SHARING, on=True)),
    "a lock": lambda office: office.post(events.Locked()),
    "a sleep": lambda office: office.clock.sleep(1800),
}


@pytest.mark.parametrize("what", OVERTAKES)
def test_a_cue_that_is_overtaken_is_taken_back_and_counts_for_nothing(what):
    office = cued()
    OVERTAKES[what](office)
    office.engine.turn(None)
    office.settle()
    assert FIRST not in office.notifier.shown
    assert refused(office) == 0
    assert office.engine._state.questions.refusals == 0
    assert "cue-done" not in office.told


def gone() -> Office:
    """Return an office in which the morning's cue was turned down."""
    office = cued()
    office.notifier.press(FIRST, "skip")
    return office.settle()


@pytest.mark.parametrize(("fate", "button"), [(Fate.PRESSED, "skip"), (Fate.DISMISSED, "")])
def test_a_no_to_one_that_is_gone_does_nothing(fate, button):
    office = gone()
    office.post(NoteFate(FIRST, fate, button=button))
    assert office.settle().phase == "working"
    assert office.told == ["cue-shown"]
    assert refused(office) == 1


def test_do_it_on_one_that_is_gone_starts_all_the_same():
    office = gone()
    office.post(NoteFate(FIRST, Fate.PRESSED, button="do r02"))
    assert office.settle().phase == "on_break"
    assert office.told == ["cue-shown", "started"]


def test_one_that_says_it_stands_is_asked_to_change_after_a_while():
    office = at_work(deck=tuple(cue for cue in DECK if cue.id[0] == "m"))
    office.ask("standing")
    pauses(office, "09:34")
    assert office.note is None
    pauses(office, "09:36")
    assert office.note.title.startswith("Been on your feet a while?")


def test_one_that_says_it_sits_is_offered_another_shape():
    office = at_work(deck=tuple(cue for cue in DECK if cue.id[0] == "m"))
    office.ask("sitting")
    pauses(office, "09:31")
    assert office.note.title == "Time for a different shape? Any one will do."


def test_cues_that_are_switched_off_do_not_come():
    office = Office(rules=rules(kinds=RARELY, cues=CueRules(enabled=False, deck=DECK)), consent=GIVEN)
    pauses(pauses(office, "09:02"), "09:33")
    assert office.notifier.log == []


def test_cues_can_be_switched_off_while_one_waits():
    office = at_work().until("09:02")
    office.post(events.RulesChanged(rules(kinds=RARELY, cues=CueRules(enabled=False, deck=DECK))))
    pauses(office.settle(), "09:03")
    assert office.notifier.log == []


# -- words of the deck on an offer ---------------------------------------------------------------


HOURLY = (Kind("move", 3600, 120),)
NECK = (Kind("move", 3600, 120, what="r02"),)
STANDING = (Kind("move", 3600, 240, what="r16"),)


def words(deck=DECK, person=None, kinds=HOURLY, at="10:01", prepare=None) -> str:
    """Return the title of the offer that comes at the first pause after an hour."""
    office = Office(
        rules=rules(kinds=kinds, cues=CueRules(enabled=False, deck=deck)), consent=GIVEN, person=person or Person()
    )
    if prepare:
        prepare(office)
    return office.until(at).until(f"{at}:05", typing=False).note.title


def test_an_offer_has_the_words_of_the_deck_where_they_fit_its_routine():
    arms = (Kind("move", 3600, 120, what="r03"),)
    deck = suiting(ALL, Person(health=Health(flags=(Flag("no-standing"),))))
    assert words(deck, kinds=arms) == "Two minutes of arms and shoulders where you are?"
    assert words(deck, kinds=NECK) == "1 h 1 min at the desk. A short break?"


def test_words_for_any_routine_are_kept_for_one_done_standing():
    assert words(kinds=STANDING) == "Good pause point. Up for a minute?"
    assert words(kinds=NECK) == "1 h 1 min at the desk. A short break?"


def test_after_a_call_the_words_are_those_for_it():
    def call(office):
        office.until("09:20").post(events.Sensed(Signal.MICROPHONE, on=True))
        office.settle().until("10:00:30").post(events.Sensed(Signal.MICROPHONE, on=False))
        office.settle()

    assert words(kinds=STANDING, at="10:01", prepare=call) == "Call finished. Up and out for two?"


def test_without_a_deck_an_offer_says_how_long_one_was_there():
    assert words(deck=()) == "1 h 1 min at the desk. A short break?"


def test_an_offer_that_was_asked_for_needs_no_reason():
    for_each = tuple(Cue(id_, "Up for it?", do=id_, rows=(Row.BREAK,)) for id_, _ in names())
    assert words(deck=for_each) == "Up for it?"
    office = Office(rules=rules(cues=CueRules(enabled=False, deck=for_each)), consent=GIVEN)
    office.until("09:20").ask("offer")
    assert office.note.title == "20 min at the desk. A short break?"


def test_on_the_icon_alone_the_words_are_not_needed():
    kinds = (Kind("move", 3600, 240, what="r16", surface=Surface.ICON),)
    office = Office(rules=rules(kinds=kinds, cues=CueRules(enabled=False, deck=DECK)), consent=GIVEN)
    assert pauses(office, "10:01").note is None
    assert office.phase == "prompted"
