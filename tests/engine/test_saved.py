"""The state as a document: what a restart goes on from, and what is refused."""

import json
import os
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.domain.test_hours import week
from tests.engine.office import Office, real_daemon
from tests.engine.test_engine import GIVEN
from tests.script import rules
from unkink.catalogue.cues import load_cues
from unkink.domain import effects as do
from unkink.domain import events
from unkink.domain.deck import Hands, suiting
from unkink.domain.holds import Why
from unkink.domain.person import Person
from unkink.domain.rules import CueRules, Kind, Rules
from unkink.domain.signals import Signal
from unkink.domain.units import Instant, Moment, after
from unkink.engine.saved import VERSION, document, restore
from unkink.wire.plain import Malformed

RULES = rules(
    kinds=(Kind("move", 3600, 120), Kind("roller", 9000, 300, what="roller")),
    cues=CueRules(deck=suiting(load_cues(), Person())),
)


def office(**more) -> Office:
    return Office(rules=RULES, consent=GIVEN, **more)


def plain(state, boot="") -> dict:
    """Return the document as it comes back from the disk."""
    return json.loads(json.dumps(document(state, boot)))


def later(at: Moment, seconds: float, *, wall: float | None = None) -> Moment:
    """Return a moment so much later; the wall clock may have gone otherwise."""
    return Moment(after(at.now, seconds), at.local + timedelta(seconds=seconds if wall is None else wall), at.offset)


def pauses(made: Office, at: str) -> Office:
    return made.until(at).until(f"{at}:05", typing=False)


def counting():
    return office().until("09:40")


def prompted():
    return pauses(office(), "10:01")


def snoozing():
    made = prompted()
    made.ask("snooze")
    return made


def reminding():
    return prompted().until("10:04")


def playing():
    made = office()
    made.ask("break", routine="r02")
    made.post(events.RoutineProgressed(1, 20.0))
    return made.settle()


def away():
    return office().until("09:30").until("09:50", typing=False)


def locked():
    made = office().until("09:30")
    made.post(events.Locked())
    return made.settle()


def held():
    made = office().until("09:30")
    made.ask("pause", until="14:00")
    for signal in (Signal.MICROPHONE, Signal.FULL_SCREEN, Signal.WATCHING):
        made.post(events.Sensed(signal, on=True))
    return made.settle().until("09:35")


def perhaps_in_a_call():
    made = office().until("09:30")
    made.post(events.Sensed(Signal.CAMERA, on=True))
    return made.settle()


def meeting():
    made = office().until("09:30")
    made.ask("pause", length="30m", meeting="yes")
    return made


def cued():
    return pauses(office(), "09:02")


def standing():
    made = office()
    made.post(events.HandsDo(Hands.TYPING))
    made.ask("standing")
    return made.until("09:20")


def asking():
    made = office()
    made.ask("pause")
    made.clock.sleep(23.5 * 3600)
    made.engine.turn(None)
    return pauses(made, "08:33")


def unknown():
    made = office()
    made.post(events.InputUnknown())
    return made.settle().until("10:30")


EVERY = (
    *(counting, prompted, snoozing, reminding, playing, away, locked, held, perhaps_in_a_call, meeting),
    *(cued, standing, asking, unknown),
)
every_state = pytest.mark.parametrize("make", EVERY, ids=lambda make: make.__name__)


@every_state
def test_saved_and_restored_at_the_same_instant_nothing_has_changed(make):
    state = make().engine._state
    assert restore(plain(state), RULES, state.at) == (state, ())


@every_state
def test_on_another_run_of_the_machine_every_instant_is_as_far_away_as_before(make):
    state = make().engine._state
    reborn = Moment(Instant(7.0), state.at.local, state.at.offset)
    again, effects = restore(plain(state, "this one"), RULES, reborn, "the next one")
    assert effects == ()
    assert again.at == reborn
    assert plain(again) == {**plain(state), "instant": 7.0}
    assert again.activity.desk == state.activity.desk


@every_state
def test_a_document_is_json_that_says_what_it_is(make):
    state = make().engine._state
    found = plain(state, "this one")
    assert found["version"] == VERSION
    assert found["boot"] == "this one"
    assert found["at"] == (state.at.local - timedelta(seconds=3600)).isoformat(), "universal time"
    assert set(found) == {"version", "at", "boot", "instant", "activity", "holds", "cycle", "cues", "questions"}


def cold(made, off, *, wall=None, boot="this one", rules=RULES):
    """Save, be off for so many seconds, and restore."""
    state = made.engine._state
    return restore(plain(state, "this one"), rules, later(state.at, off, wall=wall), boot)


def desk(state):
    return state.cycle.meters[0].count(state.activity.desk)


def test_off_for_less_than_an_absence_nobody_sat_and_nothing_was_credited():
    state, effects = cold(counting(), 200)
    assert (effects, desk(state)) == ((), 2400)


def test_off_for_as_long_as_an_absence_is_a_break():
    state, effects = cold(counting(), 300)
    (credit,) = [effect for effect in effects if isinstance(effect, do.Credited)]
    assert credit.cause is do.Credit.AWAY
    assert desk(state) == 0


@pytest.mark.parametrize(("wall", "credited"), [(8 * 3600, False), (-3600, False), (60, False)])
def test_on_the_same_run_of_the_machine_its_own_clock_tells_how_long_it_was_off(wall, credited):
    """The wall clock was set in between, or somebody flew: it is not asked."""
    state, effects = cold(counting(), 60, wall=wall)
    assert bool(effects) is credited
    assert desk(state) == 2400


def test_on_the_same_run_of_the_machine_a_long_time_off_counts_though_the_wall_clock_was_set_back():
    state, effects = cold(counting(), 1200, wall=-3600)
    assert any(isinstance(effect, do.Credited) for effect in effects)
    assert desk(state) == 0


@pytest.mark.parametrize("boot", ["the next one", ""])
def test_on_another_run_of_the_machine_the_wall_clock_tells(boot):
    state, effects = cold(counting(), -900, wall=3600, boot=boot)
    assert any(isinstance(effect, do.Credited) for effect in effects)
    assert desk(state) == 0
    state, effects = cold(counting(), 99999, wall=60, boot=boot)
    assert (effects, desk(state)) == ((), 2400)


def test_where_runs_of_the_machine_have_no_names_the_wall_clock_tells():
    state = counting().engine._state
    again, effects = restore(plain(state), RULES, later(state.at, -900, wall=3600))
    assert any(isinstance(effect, do.Credited) for effect in effects)
    assert desk(again) == 0


def test_a_wall_clock_that_was_set_back_between_two_runs_costs_nothing():
    state, effects = cold(counting(), 60, wall=-7200, boot="the next one")
    assert (effects, desk(state)) == ((), 2400)


def test_a_flight_to_another_zone_while_it_was_off_is_no_time():
    state = counting().engine._state
    found = plain(state)
    there = Moment(state.at.now, state.at.local + timedelta(seconds=6 * 3600 + 60), state.at.offset + 6 * 3600)
    again, effects = restore(found, RULES, there)
    assert (effects, desk(again)) == ((), 2400)


def test_a_pause_goes_on_until_its_own_end_and_ends_while_it_was_off():
    state, _ = cold(meeting(), 600)
    assert [hold.why for hold in state.holds.reasons] == [Why.MEETING]
    assert state.holds.reasons[0].until - state.at.now == 1200
    made = meeting()
    after_it = Office(start="2026-03-02T10:10", saved=made.store.document, rules=RULES, consent=GIVEN)
    assert after_it.ask("status").data["holds"] == []


def test_hours_that_came_while_it_was_off_hold():
    made = Office(start="2026-03-02T16:50", consent=GIVEN)
    evening = rules(hours=week(mon=["09:00-17:00"], tue=["09:00-17:00"]))
    late = Office(start="2026-03-02T17:10", saved=made.store.document, rules=evening, consent=GIVEN)
    assert late.ask("status").data["line"] == "Quiet: outside your hours until tomorrow 09:00"


def test_an_open_offer_is_not_shown_again_where_hours_have_ended_in_between():
    closed = replace(RULES, hours=week(mon=["08:00-10:00"], tue=["08:00-10:00"]))
    late = Office(start="2026-03-02T10:01:20", saved=prompted().store.document, rules=closed, consent=GIVEN)
    assert late.notifier.log == []
    assert late.ask("status").data["line"] == "Quiet: outside your hours until tomorrow 08:00"


# -- rules that changed in between -----------------------------------------------------------------


def test_an_interval_that_became_shorter_is_obeyed_at_once():
    shorter = replace(RULES, kinds=(Kind("move", 1800, 120), RULES.kinds[1]))
    state, effects = cold(counting(), 5, rules=shorter)
    assert state.rules == shorter
    assert effects == (do.BecameDue("move"),)
    assert desk(state) == 2400


def test_a_kind_that_was_added_begins_and_one_that_was_taken_out_is_gone():
    move, roller = RULES.kinds
    eyes = Kind("eyes", 1200, 30)
    state, _ = cold(counting(), 5, rules=replace(RULES, kinds=(move, eyes)))
    assert [meter.kind for meter in state.cycle.meters] == [move, eyes]
    assert roller not in [meter.kind for meter in state.cycle.meters]
    assert desk(state) == 2400


def test_other_rules_that_changed_are_obeyed_without_a_word():
    changed = replace(RULES, wait_for_pause=60.0, snooze=(420.0,))
    state, effects = cold(prompted(), 5, rules=changed)
    assert effects == ()
    assert state.rules == changed


def test_an_open_offer_of_a_kind_that_was_taken_out_does_not_fail():
    state, _ = cold(prompted(), 5, rules=Rules())
    assert state.rules == Rules()
    assert len(state.cycle.meters) == 1


# -- what is no such document ------------------------------------------------------------------------


@pytest.mark.parametrize("version", [None, 0, 1, 3, "2", [2]])
def test_another_version_is_named(version):
    state = counting().engine._state
    with pytest.raises(Malformed, match=r"^version .* is not 2$"):
        restore({**plain(state), "version": version}, RULES, state.at)


def refused(change, boot):
    """Return why a document with a change is refused; a part that is changed to nothing is left out."""
    state = counting().engine._state
    found = {**plain(state, "this one"), **change}
    found = {name: part for name, part in found.items() if part is not ...}
    with pytest.raises(Malformed) as caught:
        restore(found, RULES, state.at, boot)
    return str(caught.value)


SAME, OTHER = "this one", "the next one"


@pytest.mark.parametrize(
    ("key", "boot"),
    [
        ("at", OTHER),
        ("boot", SAME),
        ("instant", SAME),
        *((part, SAME) for part in ("activity", "holds", "cycle", "cues", "questions")),
    ],
)
def test_a_document_that_lacks_a_part_is_refused(key, boot):
    assert refused({key: ...}, boot) == f"no state: '{key}'"


@pytest.mark.parametrize(
    ("change", "boot", "why"),
    [
        ({"at": 5}, OTHER, "no state: "),
        ({"at": "never"}, OTHER, "no state: "),
        ({"at": "2026-03-02T09:00:00+00:00"}, OTHER, "no state: "),
        ({"instant": "never"}, SAME, "no state: "),
        ({"instant": None}, SAME, "no state: "),
        ({"instant": 10**400}, SAME, "no state: "),
        ({"cycle": None}, SAME, "cycle is no object"),
        ({"holds": []}, SAME, "holds is no object"),
        ({"questions": {}}, SAME, "questions lacks "),
        ({"cues": {"stage": 1}}, SAME, "cues lacks "),
    ],
)
def test_a_part_that_makes_no_sense_is_named(change, boot, why):
    assert refused(change, boot).startswith(why)


def test_a_part_deep_inside_is_named_with_its_place():
    state = counting().engine._state
    found = plain(state)
    found["cues"]["today"]["day"] = "yesterday"
    with pytest.raises(Malformed, match=r"^cues\.today\.day is no date$"):
        restore(found, RULES, state.at)


# -- the whole daemon ----------------------------------------------------------------------------------


@pytest.fixture
def state_file(own_folders):
    found = own_folders / ".local/share/unkink/state.json"
    found.parent.mkdir(parents=True)
    return found


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{"version": 1, "at": "2026-03-02T08:00:00"}', "version 1 is not 2"),
        ('{"version": 99}', "version 99 is not 2"),
        ('{"version": 2}', "no state: "),
        ("{", ""),
        ("", ""),
    ],
)
def test_a_document_that_cannot_be_read_is_kept_aside_named_and_the_day_begins_afresh(state_file, text, why):
    state_file.write_text(text)
    with real_daemon() as made:
        (trouble,) = made._troubles()
        assert made._engine._state.activity.desk == 0
    (aside,) = [name for name in os.listdir(state_file.parent) if name.startswith("state.json.broken-")]
    assert (state_file.parent / aside).read_text() == text
    assert aside in trouble
    assert why in trouble


def test_a_document_that_can_be_read_is_gone_on_from(state_file):
    with real_daemon() as made:
        at, boot = made._clock.moment(), made._clock.boot()
    state = counting().engine._state
    moved = {**plain(state, boot), "instant": float(at.now)}
    state_file.write_text(json.dumps(moved))
    with real_daemon() as made:
        assert made._troubles() == ()
        assert made._engine._state.activity.desk == 2400
    assert not [name for name in os.listdir(state_file.parent) if "broken" in name]
