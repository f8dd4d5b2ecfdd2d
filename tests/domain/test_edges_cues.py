"""Posture cues, at the edges: the first and the last minute of what the table says."""

import pytest

from tests.domain.test_cues import DECK, LONG, OFFICE, busy, cue_rules, cues, day, pause, shown
from tests.script import Day, rules
from unkink.domain import core, events
from unkink.domain import cues as posture
from unkink.domain import effects as do
from unkink.domain.body import Position
from unkink.domain.deck import Hands, Row
from unkink.domain.rules import Kind, Quiet
from unkink.domain.signals import Signal


@pytest.mark.parametrize(
    ("begins", "ends", "lunch"),
    [
        ("11:00", "11:30", True),
        ("12:00", "12:20", True),
        ("14:29", "15:00", True),
        ("14:30", "15:00", False),
        ("10:59", "11:30", False),
    ],
)
def test_lunch_is_an_absence_of_twenty_minutes_that_begins_around_noon(begins, ends, lunch):
    made = day("09:00").at(begins).stops().at(ends).works()
    assert ("lunch" in made.state.cues.today.slots) is lunch


def test_a_refusal_tells_which_text_was_refused():
    made = pause(day("08:59"), "09:00:10").happens(events.RefuseCue(1))
    assert made.effects[-1][1] == do.CueRefused(1, "c01")


def test_a_cue_is_answered_by_the_number_it_was_shown_under():
    made = pause(day("08:59"), "09:00:10")
    made.happens(events.RefuseCue(shown(made)[-1].cue))
    assert made.new()[-1] == "09:00:15 CueRefused 1"
    made.at("09:29")
    pause(made, "09:30:10").happens(events.TakeCue(shown(made)[-1].cue, "wb-07"))
    assert made.new()[-1] == "09:30:15 CueTaken 2"


def test_an_absence_takes_a_cue_away():
    made = day("08:59", away_after=45.0).at("09:00:10").stops()
    assert made.until("09:01")[-3:] == ["09:00:14 cue c01", "09:00:55 credit away", "09:00:55 HideCue 1"]


def test_doing_what_a_cue_proposes_is_a_change_of_position_however_short():
    made = day("09:00").happens(events.HandsDo(Hands.TYPING)).at("09:24")
    assert cues(pause(made, "09:25:10").new())[-1] == "09:25:14 cue c02"
    made.happens(events.TakeCue(1, "wb-12"))
    assert made.effects[-1][1] == do.CueTaken(1, "c02")
    made.happens(events.RoutineBegan(1, 30.0), events.RoutineEnded(1, 1.0, finished=False)).happens(
        events.HandsDo(Hands.MIXED)
    )
    assert busy(made, "09:55") == []
    assert busy(made, "09:57") == ["09:55:44 cue m01"]


# -- the day -------------------------------------------------------------------------------------


def test_whoever_begins_has_been_there_on_no_day_and_nothing_is_known_of_their_hands():
    began = posture.start(Day("09:00").moment)
    assert (began.days, began.hands) == (0, Hands.UNKNOWN)


def test_a_day_begins_with_the_first_input_after_four_and_not_in_silence():
    made = day("03:00").at("03:58").stops().at("04:02")
    assert made.state.cues.days == 4
    assert made.works().state.cues.days == 5
    assert made.state.cues.today.slots == ("morning",)


def test_a_day_begins_in_a_call_without_any_input():
    made = day("03:00").at("03:50").happens(events.Sensed(Signal.MICROPHONE, on=True)).stops().at("04:02")
    assert made.state.cues.days == 5


# -- budget --------------------------------------------------------------------------------------


def test_of_few_cues_a_day_most_are_kept_for_changes_of_position():
    made = day("09:00", cues=cue_rules(per_day=2)).happens(events.HandsDo(Hands.TYPING))
    assert busy(made, "10:30") == ["09:00:44 cue c01", "09:30:44 cue m01"]


def test_what_is_for_the_first_cue_of_the_day_is_not_for_a_later_one():
    first = tuple(cue for cue in DECK if cue.id in ("c04", "m01"))
    made = day("09:00", cues=cue_rules(deck=first)).at("09:29")
    assert cues(pause(made, "09:30:10").new()) == ["09:30:14 cue m01"]
    made.at("14:59:30").new()
    assert cues(pause(made, "15:00:10").new()) == []


def test_a_cue_tells_which_row_of_the_table_it_comes_from():
    assert shown(pause(day("08:59"), "09:00:10"))[-1].row is Row.CHECK


def test_a_change_of_position_that_is_due_as_the_day_begins_comes_before_the_check():
    made = day("03:29").at("04:01")
    assert cues(pause(made, "04:01:10").new()) == ["04:01:14 cue m01"]


def test_a_minute_after_the_return_a_cue_may_come_to_the_second():
    made = day("09:00").at("09:27").stops().at("09:30").works().at("09:30:56").stops()
    assert cues(made.until("09:31:10"))[-1] == "09:31:00 cue m01"


def test_a_routine_begins_the_spell_anew():
    made = day("09:00").happens(events.HandsDo(Hands.TYPING)).at("09:15").happens(events.PlayNow("r02"))
    made.happens(events.RoutineBegan(1, 60.0)).at("09:16").happens(events.RoutineEnded(1, 60.0, finished=True))
    assert busy(made, "09:40") == []
    assert busy(made, "09:43") == ["09:41:44 cue c02"]


@pytest.mark.parametrize("minutes", [32, 35])
def test_a_cue_that_a_near_break_kept_back_comes_once_the_break_is_snoozed(minutes):
    made = pause(day("09:00", kinds=(Kind("move", minutes * 60, 120),)), f"09:{minutes}:10")
    made.happens(events.Snooze(1, 900.0))
    assert cues(made.new()) == []
    assert cues(pause(made, f"09:{minutes + 1}:00").new()) == [f"09:{minutes + 1}:04 cue m01"]


def test_cues_that_are_wanted_again_come_at_once():
    made = day("09:00", cues=cue_rules(enabled=False)).at("09:31")
    made.happens(events.RulesChanged(rules(kinds=LONG, cues=cue_rules())))
    assert cues(pause(made, "09:31:10").new()) == ["09:31:14 cue m01"]


def test_an_afternoon_that_began_without_anybody_has_its_check_at_the_return():
    made = day("14:00").at("14:50").stops().at("15:05").at("15:10").works()
    assert cues(pause(made, "15:12:00").new())[-1] == "15:12:04 cue c01"


def test_the_afternoon_begins_to_the_second():
    made = day("14:00").at("14:10").happens(events.Stated(Position.SEATED)).at("14:35").happens(events.Moved())
    made.at("14:59:58").stops()
    assert cues(made.until("15:00:10")) == ["15:00:02 cue c01"]


# -- when to look again --------------------------------------------------------------------------


def next_look(made: Day) -> float | None:
    """Return the seconds until time alone may change something."""
    instant = core.next_deadline(made.state)[0]
    return None if instant is None else pytest.approx(instant - made.now)


def next_time(made: Day) -> str:
    """Return the local time at which it may; empty where there is none."""
    local = core.next_deadline(made.state)[1]
    return "" if local is None else f"{local:%H:%M}"


def test_it_looks_when_a_cue_may_come():
    assert next_look(day("09:00").at("09:06")) == 24 * 60


def test_it_looks_when_the_budget_allows_the_next_one():
    made = day("09:00", cues=cue_rules(per_hour=1))
    assert busy(made, "09:45") == ["09:00:44 cue c01"]
    assert next_look(made.at("10:00:40")) == 4


def test_it_looks_when_a_stated_position_is_not_known_any_more():
    made = day("09:00").at("09:10:13").happens(events.Stated(Position.STANDING)).at("10:40:08")
    assert next_look(made) == 5


@pytest.mark.parametrize("none", [{"enabled": False}, {"deck": ()}])
def test_it_does_not_look_for_cues_where_there_are_none(none):
    made = day("09:00", cues=cue_rules(**none)).at("09:06")
    assert next_look(made) == 4 * 3600 - 60 - 6 * 60, "the warning of the break"
    assert next_time(made) == ""


def test_nor_while_nobody_is_there():
    made = day("09:00").at("09:06").stops().at("09:12")
    assert (next_look(made), next_time(made)) == (None, "")


def test_nor_for_a_stated_position_behind_a_lock():
    made = day("09:00").at("09:06").happens(events.Stated(Position.SEATED)).at("10:32").happens(events.Locked())
    assert next_look(made) == 300, "the absence"


@pytest.mark.parametrize(
    ("begins", "looks", "hours", "next_"),
    [
        ("09:00", "09:06", {}, "15:00"),
        ("14:00", "15:10", {}, ""),
        ("13:30", "13:31", {"hours": OFFICE}, "15:00"),
        ("14:00", "15:10", {"hours": OFFICE}, "17:00"),
    ],
)
def test_it_looks_when_the_afternoon_and_the_last_hour_begin(begins, looks, hours, next_):
    assert next_time(day(begins, **hours).at(looks)) == next_


# -- calls ---------------------------------------------------------------------------------------


def test_a_call_of_25_minutes_is_a_long_one():
    made = day("09:00").at("09:10").happens(events.Sensed(Signal.MICROPHONE, on=True)).at("09:35")
    made.happens(events.Sensed(Signal.MICROPHONE, on=False))
    assert cues(made.until("09:36")) == ["09:35:10 cue u07"]


def test_a_cue_that_is_shown_as_a_long_call_ends_goes_its_way():
    made = day("09:00", quiet=Quiet(calls=False)).at("09:03").happens(events.Sensed(Signal.MICROPHONE, on=True))
    assert cues(pause(made.at("09:29"), "09:30:10").new()) == ["09:30:14 cue m01"]
    made.at("09:30:40").happens(events.Sensed(Signal.MICROPHONE, on=False))
    assert made.until("09:32") == ["09:31:14 HideCue 1", "09:31:14 CueRefused 1"]


def test_a_cue_after_a_call_that_ends_with_the_last_key_was_seen_by_nobody():
    made = day("09:00").at("09:10").happens(events.Sensed(Signal.MICROPHONE, on=True)).at("09:40")
    made.happens(events.Sensed(Signal.MICROPHONE, on=False)).at("09:40:10").stops()
    assert made.until("09:42")[-2:] == ["09:40:10 cue u07", "09:41:10 HideCue 1"]


# -- the eyes ----------------------------------------------------------------------------------


def test_whoever_just_moved_has_looked_away():
    made = day("09:00", cues=cue_rules(eyes=True)).at("09:15").happens(events.Moved())
    assert "s06" not in " ".join(busy(made, "09:35"))
    assert "s06" in " ".join(busy(made, "09:37"))


def test_a_routine_is_a_look_away():
    made = day("09:00", cues=cue_rules(eyes=True)).at("09:15").happens(events.PlayNow("r02"))
    made.happens(events.RoutineBegan(1, 60.0)).at("09:16").happens(events.RoutineEnded(1, 60.0, finished=True))
    assert "s06" not in " ".join(busy(made, "09:36"))
    assert "s06" in " ".join(busy(made, "09:38"))


@pytest.mark.parametrize(("seconds", "rested"), [(19, False), (20, True)])
def test_a_lock_of_twenty_seconds_is_a_look_away(seconds, rested):
    made = day("09:00", cues=cue_rules(eyes=True)).at("09:15").happens(events.Locked())
    made.at(f"09:15:{seconds}").happens(events.Unlocked()).works()
    assert ("s06" not in " ".join(busy(made, "09:30"))) is rested


def test_a_pause_of_two_minutes_is_a_look_away():
    made = day("09:00", cues=cue_rules(eyes=True)).at("09:15").stops().at("09:17").works()
    assert "s06" not in " ".join(busy(made, "09:37"))
    assert "s06" in " ".join(busy(made, "09:39"))


def test_a_look_away_that_was_asked_for_is_not_asked_for_again_because_of_a_stated_position():
    made = day("09:00", cues=cue_rules(eyes=True))
    assert "09:20:44 cue s06" in busy(made, "09:25")
    made.happens(events.Stated(Position.SEATED))
    assert "s06" not in " ".join(busy(made, "09:40"))
    assert "s06" in " ".join(busy(made, "09:42"))
