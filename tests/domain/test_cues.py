"""Posture cues, as PRODUCT and the table of evidence 7.3 describe them: each test is a piece of a day."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from tests.domain.test_hours import week
from tests.script import Day, rules
from unkink.catalogue.cues import load_cues
from unkink.domain import effects as do
from unkink.domain import events
from unkink.domain.body import Place, Position
from unkink.domain.deck import Hands, Row, suiting
from unkink.domain.person import Person
from unkink.domain.rules import CueRules, Kind, Rules
from unkink.domain.signals import Signal

EVERYTHING = Person(
    place=Place.FLOOR, kit=frozenset({"massage-ball", "foam-roller"}), areas=frozenset({"lower-back"}), touch=True
)
DECK = suiting(load_cues(), EVERYTHING)
LONG = (Kind("move", 4 * 3600, 120),)
"""Breaks so rare that they leave the cues alone."""
OFFICE = week(mon=["08:00-12:00", "13:00-18:00"], tue=["08:00-18:00"])


def cue_rules(**changes) -> CueRules:
    return replace(CueRules(deck=DECK), **changes)


def day(start: str = "09:00", *, days: int = 3, kinds=LONG, cues=None, **more) -> Day:
    """Return a day whose morning check has been and gone: this is about everything else."""
    made = Day(start, rules(kinds=kinds, cues=cues or cue_rules(), **more), days=days).works()
    assert made.state.cues.today.slots == ("morning",) or more
    return made


def pause(made: Day, at: str) -> Day:
    """Hands off the keys for five seconds."""
    hours, minutes, seconds = (int(part) for part in at.split(":"))
    made.at(at).stops().at(f"{hours:02d}:{minutes:02d}:{seconds + 5:02d}")
    return made.works()


def busy(made: Day, until: str, every: int = 60) -> list[str]:
    """Work with a pause of five seconds each minute, at its 40th second, until a time; return the cues that came."""
    end = made._true(until)
    while made.clock.true < end:
        for what, seconds in ((made.works, 40), (made.stops, 5), (made.works, every - 45)):
            what()
            made.run_to(min(end, made.clock.true + timedelta(seconds=seconds)))
    return cues(made.new())


def cues(lines: list[str]) -> list[str]:
    return [line for line in lines if " cue " in line]


def shown(made: Day) -> list[do.ShowCue]:
    return [effect for _, effect in made.effects if isinstance(effect, do.ShowCue)]


def dismissed(made: Day) -> Day:
    """Let the user do what every cue proposes at once, so that nothing is refused."""
    heard = made._heard

    def answer(effect: do.Effect) -> None:
        heard(effect)
        if isinstance(effect, do.ShowCue):
            made.later(1.0, lambda: made.happens(events.RefuseCue(effect.cue)))

    made._heard = answer
    return made


# -- when -----------------------------------------------------------------------------------


def test_the_morning_begins_with_a_check_at_the_first_pause():
    made = day("08:59")
    assert cues(pause(made, "09:00:10").new()) == ["09:00:14 cue c01"]


def test_a_morning_without_a_pause_has_none():
    made = day("09:00")
    assert cues(made.until("09:06")) == []
    assert cues(pause(made, "09:06:10").new()) == []


def test_half_an_hour_in_one_position_brings_a_change_at_the_next_pause():
    made = day("09:00").at("09:29")
    made.new()
    assert cues(pause(made, "09:29:50").new()) == []
    assert cues(pause(made, "09:30:10").new()) == ["09:30:14 cue m01"]


def test_a_cue_waits_five_minutes_for_a_pause_and_then_for_its_next_chance():
    made = day("09:00").at("09:35:01")
    made.new()
    assert cues(pause(made, "09:36:00").new()) == []
    assert cues(pause(made, "09:50:10").new()) == ["09:50:14 cue m01"]


def test_a_pause_begun_before_it_is_wanted_will_do_while_it_is_fresh():
    made = day("09:00").at("09:29:58").stops()
    made.new()
    assert cues(made.until("09:30:20")) == ["09:30:02 cue m01"]
    made = day("09:00").at("09:28:30").stops()
    made.new()
    assert cues(made.until("09:30:20")) == [], "input still for a minute and a half: they may have left"


def test_another_window_is_a_good_moment_too():
    made = day("09:00").at("09:30:10").stops().happens(events.WindowChanged())
    made.new()
    assert cues(made.until("09:30:13")) == ["09:30:12 cue m01"]


def test_a_change_that_was_shown_comes_again_after_half_an_hour_as_another_text():
    made = dismissed(day("09:00"))
    assert busy(made, "10:30") == ["09:00:44 cue c01", "09:30:44 cue m01", "10:00:44 cue m02"]


def test_standing_for_35_minutes_asks_for_a_change_and_nothing_else_of_that_kind():
    made = day("09:00").at("09:10").happens(events.Stated(Position.STANDING))
    assert busy(made, "09:45") == []
    assert busy(made, "09:46") == ["09:45:44 cue m07"]


def test_m07_may_come_again_the_same_day():
    made = dismissed(day("09:00")).at("09:10").happens(events.Stated(Position.STANDING))
    assert busy(made, "10:36") == ["09:45:44 cue m07", "10:20:44 cue m07"]


def test_a_stated_position_is_not_known_any_more_after_90_minutes():
    made = day("09:00").happens(events.Stated(Position.STANDING)).at("10:29:59")
    assert made.state.cues.position is Position.STANDING
    assert made.at("10:30").state.cues.position is None


@pytest.mark.parametrize("what", ["moved", "away"])
def test_any_credit_makes_it_unknown(what):
    made = day("09:00").happens(events.Stated(Position.STANDING)).at("09:20")
    if what == "moved":
        made.happens(events.Moved())
    else:
        made.stops().at("09:26")
    assert made.state.cues.position is None


def test_saying_how_one_sits_begins_the_half_hour_anew():
    made = day("09:00").at("09:20").happens(events.Stated(Position.SEATED)).at("09:49")
    made.new()
    assert cues(pause(made, "09:49:50").new()) == []
    assert cues(pause(made, "09:50:10").new()) == ["09:50:14 cue m01"]


def test_a_routine_begins_it_anew():
    made = day("09:00").at("09:20").happens(events.PlayNow("r02"), events.RoutineBegan(1, 60.0)).at("09:21")
    made.happens(events.RoutineEnded(1, 60.0, finished=True))
    assert busy(made, "09:51") == []
    assert busy(made, "09:53") == ["09:51:44 cue m01"]


def test_a_spell_of_typing_is_followed_by_a_reset_and_only_where_that_is_known():
    made = day("09:00").happens(events.HandsDo(Hands.TYPING))
    assert busy(made, "09:27")[-1] == "09:25:44 cue s01"
    made = day("09:00").happens(events.HandsDo(Hands.MIXED))
    assert busy(made, "09:29") == ["09:00:44 cue c01"]


def test_a_pause_of_two_minutes_halves_the_spell():
    made = day("09:00").happens(events.HandsDo(Hands.POINTING)).at("09:20").stops().at("09:23").works()
    made.happens(events.Stated(Position.SEATED))
    # 23 minutes, halved at the return: 11:30, so 13:30 are missing at 09:23.
    assert busy(made, "09:36") == []
    assert busy(made, "09:38") == ["09:36:44 cue s01"]


def test_what_the_hands_did_chooses_the_text():
    texts = {use: _of_a_day(use) for use in (Hands.TYPING, Hands.POINTING)}
    assert "k01" in texts[Hands.TYPING]
    assert "s03" not in texts[Hands.TYPING]
    assert "s03" in texts[Hands.POINTING]
    assert "k01" not in texts[Hands.POINTING]


def test_a_text_about_reading_comes_to_those_who_read():
    reading = next(cue for cue in DECK if cue.id == "m06")
    only = cue_rules(deck=(reading,))
    typing = day("09:00", cues=only).happens(events.HandsDo(Hands.TYPING))
    reader = day("09:00", cues=only).happens(events.HandsDo(Hands.READING))
    assert cues(pause(typing, "09:31:00").new()) == []
    assert cues(pause(reader, "09:31:00").new()) == ["09:31:04 cue m06"]


def _of_a_day(use: Hands) -> set[str]:
    many = cue_rules(per_hour=12, per_day=60, min_gap=300.0)
    made = dismissed(day("09:00", kinds=(Kind("move", 20 * 3600, 120),), cues=many)).happens(events.HandsDo(use))
    made.later(0.0, lambda: None)
    made._heard = _doing(made)
    busy(made, "21:00", every=120)
    return {effect.card.id for effect in shown(made)}


def _doing(made: Day):
    """Let the user do everything, so that no refusals pile up."""

    def heard(effect: do.Effect) -> None:
        made._add(effect)
        if isinstance(effect, do.ShowCue):
            made.later(1.0, lambda: made.happens(events.TakeCue(effect.cue, effect.card.do)))
        if isinstance(effect, do.Play):
            made.later(
                2.0,
                lambda: made.happens(
                    events.RoutineBegan(effect.run, 20.0), events.RoutineEnded(effect.run, 1.0, finished=False)
                ),
            )

    return heard


def test_the_eyes_are_asked_only_by_those_who_want_it_and_outside_the_budget():
    assert "s06" not in " ".join(busy(day("09:00"), "10:00"))
    made = dismissed(day("09:00", cues=cue_rules(eyes=True)))
    lines = busy(made, "10:10")
    assert [line for line in lines if "s06" in line] == ["09:20:44 cue s06", "09:40:44 cue s06", "10:00:44 cue s06"]
    assert len(lines) > len([line for line in lines if "s06" in line])


def test_a_look_away_of_twenty_seconds_does_for_the_eyes():
    made = day("09:00", cues=cue_rules(eyes=True)).at("09:15").happens(events.Locked()).at("09:15:30")
    made.happens(events.Unlocked()).works()
    assert "s06" not in " ".join(busy(made, "09:35"))
    assert "s06" in " ".join(busy(made, "09:37"))


def test_the_return_from_lunch_and_the_afternoon_have_a_check_each():
    made = dismissed(day("09:00", kinds=(Kind("move", 20 * 3600, 120),))).at("12:00").stops().at("12:45").works()
    made.new()
    assert busy(made, "12:48") == ["12:46:44 cue c01"], "the first minute after the return is quiet"
    made.at("14:59:30")
    made.new()
    assert cues(pause(made, "15:00:10").new()) == ["15:00:14 cue c02"]


@pytest.mark.parametrize(("begins", "ends"), [("10:50", "11:30"), ("14:31", "15:00"), ("12:00", "12:19")])
def test_other_absences_are_no_lunch(begins, ends):
    made = day("09:00").at(begins).stops().at(ends).works()
    assert "lunch" not in made.state.cues.today.slots


def test_the_second_absence_is_no_second_lunch():
    made = day("09:00").at("11:30").stops().at("12:00").works().at("13:00").stops().at("13:40").works()
    assert made.state.cues.today.slots == ("morning", "lunch")


def test_the_last_hour_of_the_hours_is_for_winding_down():
    made = day("16:40", hours=OFFICE)
    assert busy(made, "17:00") == ["16:40:44 cue c01"]
    assert busy(made, "17:01") == ["17:00:44 cue e01"]


def test_with_hours_always_there_is_no_winding_down():
    assert "e0" not in " ".join(busy(dismissed(day("16:20")), "23:59"))


# -- calls ---------------------------------------------------------------------------------------


def test_after_a_long_call_with_no_break_near_there_is_a_cue():
    made = day("09:00").at("09:10").happens(events.Sensed(Signal.MICROPHONE, on=True)).at("09:40")
    made.happens(events.Sensed(Signal.MICROPHONE, on=False))
    assert cues(made.until("09:41")) == ["09:40:10 cue u07"]


def test_after_a_long_call_with_a_break_near_the_break_says_enough():
    made = day("09:00", kinds=(Kind("move", 45 * 60, 120),)).at("09:10")
    made.happens(events.Sensed(Signal.MICROPHONE, on=True)).at("09:40")
    made.happens(events.Sensed(Signal.MICROPHONE, on=False))
    lines = made.until("09:41")
    assert cues(lines) == []
    assert "09:40:10 prompt 1 move (call over)" in lines


def test_after_a_short_call_there_is_none():
    made = day("09:00").at("09:04").happens(events.Sensed(Signal.MICROPHONE, on=True)).at("09:28:50")
    made.happens(events.Sensed(Signal.MICROPHONE, on=False))
    assert cues(made.until("09:29:30")) == []


def test_the_call_end_cue_keeps_to_the_budget():
    made = day("09:00", cues=cue_rules(per_hour=0)).at("09:10").happens(events.Sensed(Signal.MICROPHONE, on=True))
    made.at("09:40").happens(events.Sensed(Signal.MICROPHONE, on=False))
    assert cues(made.until("09:41")) == []


# -- budget ---------------------------------------------------------------------------------------


def test_two_an_hour_and_a_quarter_of_an_hour_apart():
    made = dismissed(day("09:00")).happens(events.HandsDo(Hands.TYPING))
    times = [line[:8] for line in busy(made, "13:00")]
    assert all(later >= _plus(earlier, 15) for earlier, later in pairwise(times))
    assert all(later >= _plus(earlier, 60) for earlier, later in zip(times, times[2:], strict=False))


def _plus(time: str, minutes: int) -> str:
    hours, rest = divmod(int(time[:2]) * 60 + int(time[3:5]) + minutes, 60)
    return f"{hours:02d}:{rest:02d}{time[5:]}"


def test_ten_a_day_and_four_of_them_other_than_changes_of_position():
    made = day("06:00", kinds=(Kind("move", 20 * 3600, 120),), cues=cue_rules(per_hour=12, min_gap=300.0))
    made.happens(events.HandsDo(Hands.TYPING))
    made._heard = _doing(made)
    busy(made, "18:00")
    rows = [effect.row for effect in shown(made)]
    assert rows.count(Row.POSITION) == 5, "all that speak to somebody who types"
    assert len(rows) == 9


@pytest.mark.parametrize(("days", "most"), [(0, 5), (2, 5), (3, 9)])
def test_five_a_day_in_the_first_three_days(days, most):
    made = day("06:00", days=days, kinds=(Kind("move", 20 * 3600, 120),), cues=cue_rules(per_hour=12, min_gap=300.0))
    made.happens(events.HandsDo(Hands.TYPING))
    made._heard = _doing(made)
    busy(made, "18:00")
    assert len(shown(made)) == most


def test_the_next_day_has_a_budget_of_its_own():
    made = day("06:00", cues=cue_rules(per_day=1))
    assert len(busy(made, "12:00")) == 1
    made.stops().at("1+08:00").works()
    assert made.state.cues.today.cues == 0
    assert made.state.cues.days == 5


def test_a_clock_set_back_begins_no_second_day():
    made = day("09:00").at("10:00").clock_jumps(-10 * 3600).at("01:00")
    assert made.state.cues.days == 4


@pytest.mark.parametrize("changes", [{"enabled": False}, {"per_day": 0}, {"per_hour": 0}, {"deck": ()}])
def test_there_can_be_none_at_all(changes):
    made = day("09:00", cues=cue_rules(**changes))
    assert busy(made, "12:00") == []


# -- kindness --------------------------------------------------------------------------------------


def test_a_cue_that_nobody_answers_goes_after_a_minute():
    made = pause(day("08:59"), "09:00:10")
    made.new()
    assert made.until("09:02") == ["09:01:14 HideCue 1", "09:01:14 CueRefused 1"]
    assert made.state.cues.refused == 1


def test_a_cue_that_nobody_saw_counts_for_nothing():
    made = day("08:59").at("09:00:10").stops()
    assert cues(made.until("09:00:20")) == ["09:00:14 cue c01"]
    assert made.until("09:02") == ["09:01:14 HideCue 1"]
    assert made.state.cues.refused == 0


def test_dismissing_is_silent():
    made = pause(day("08:59"), "09:00:10").happens(events.RefuseCue(1))
    assert made.new()[-2:] == ["09:00:15 HideCue 1", "09:00:15 CueRefused 1"]
    made.happens(events.RefuseCue(1))
    assert made.new() == [], "once"


def test_doing_it_plays_what_it_proposes_and_resets_only_what_is_as_short():
    made = pause(day("08:59"), "09:00:10").happens(events.TakeCue(1, "r02"))
    assert made.new()[-3:] == ["09:00:15 play 1 r02", "09:00:15 HideCue 1", "09:00:15 CueTaken 1"]
    made.happens(events.RoutineBegan(1, 35.0)).at("09:01").happens(events.RoutineEnded(1, 35.0, finished=True))
    assert made.desk > 1, "35 s are no break of two minutes"


def test_doing_an_old_one_plays_it_all_the_same():
    made = pause(day("08:59"), "09:00:10").at("09:10").happens(events.TakeCue(1, "r02"))
    assert made.new()[-1] == "09:10:00 play 1 r02"


def test_three_refused_in_a_row_halve_the_rate_for_the_day_and_leave_the_lightest_texts():
    made = dismissed(day("09:00", kinds=(Kind("move", 20 * 3600, 120),)))
    lines = busy(made, "14:30")
    ids = [line.split()[-1] for line in lines]
    assert ids[:3] == ["c01", "m01", "m02"]
    assert set(ids[3:]) <= {"c06", "s05"}
    times = [line[:8] for line in lines[2:]]
    assert all(later >= _plus(earlier, 60) for earlier, later in pairwise(times))
    assert len(ids) <= 5, "half of ten"


def test_one_that_was_done_ends_the_row():
    made = pause(day("08:59"), "09:00:10").happens(events.RefuseCue(1))
    assert made.state.cues.refused == 1
    pause(made.at("09:29"), "09:30:10").happens(events.TakeCue(2, "wb-07"))
    assert made.state.cues.refused == 0


def test_the_same_text_does_not_come_again_the_same_day():
    made = day("06:00", kinds=(Kind("move", 20 * 3600, 120),), cues=cue_rules(per_hour=12, per_day=60, min_gap=300.0))
    made.happens(events.HandsDo(Hands.TYPING))
    made._heard = _doing(made)
    busy(made, "18:00")
    ids = [effect.card.id for effect in shown(made)]
    assert len(ids) == len(set(ids))


def test_nor_within_ten_cues():
    made = day("09:00", days=9)
    made._heard = _doing(made)
    for date in range(4):
        busy(made, f"{date}+16:00" if date else "16:00")
        made.stops().at(f"{date + 1}+09:00")
    ids = [effect.card.id for effect in shown(made)]
    for number, id_ in enumerate(ids):
        assert id_ not in ids[max(0, number - 10) : number]


# -- quiet ------------------------------------------------------------------------------------------


def test_a_hold_keeps_cues_back_and_takes_one_that_is_shown():
    made = day("08:59").happens(events.Pause(length=600.0))
    assert cues(pause(made, "09:00:10").new()) == []
    made = pause(day("08:59"), "09:00:10").happens(events.Pause())
    assert made.new()[-1] == "09:00:15 HideCue 1"
    assert made.state.cues.refused == 0


def test_one_that_could_not_come_lapses_in_a_hold_too():
    made = day("09:00").at("09:29").happens(events.Pause(length=480.0)).at("09:37:30")
    assert cues(pause(made, "09:37:40").new()) == []


def test_none_comes_within_five_minutes_before_a_break_is_due():
    made = day("09:00", kinds=(Kind("move", 34 * 60, 120),))
    assert busy(made, "09:33") == ["09:00:44 cue c01"]
    made = day("09:00", kinds=(Kind("move", 36 * 60, 120),))
    assert busy(made, "09:33")[-1] == "09:30:44 cue m01"


def test_one_that_waits_when_a_break_comes_near_lapses():
    made = day("09:00", kinds=(Kind("move", 36 * 60, 120),)).at("09:31:30")
    made.new()
    assert cues(pause(made, "09:31:40").new()) == []


def test_a_prompt_or_a_routine_takes_a_cue_away():
    made = pause(day("08:59"), "09:00:10").happens(events.OfferNow())
    assert made.new()[-2:] == ["09:00:15 prompt 1 any (asked)", "09:00:15 HideCue 1"]


def test_none_comes_within_a_minute_of_a_return_nor_within_five_of_a_prompt():
    made = day("09:00").at("09:27").stops().at("09:30").works()
    assert cues(pause(made, "09:30:20").new()) == []
    made = day("09:00").at("09:28").happens(events.OfferNow(), events.NotNow(1))
    assert cues(pause(made, "09:30:20").new()) == []
    assert cues(pause(made, "09:33:05").new()) == ["09:33:09 cue m01"]


def test_a_lock_takes_a_cue_away():
    made = pause(day("08:59"), "09:00:10").happens(events.Locked())
    assert made.new()[-1] == "09:00:15 HideCue 1"


def test_an_absence_takes_a_cue_away_and_begins_everything_anew():
    made = day("08:40").at("08:59").happens(events.HandsDo(Hands.TYPING)).stops().at("09:10").works()
    state = made.state.cues
    assert state.changed == state.spell == state.looked == made.state.activity.desk
    assert state.not_before == ()


def test_outside_hours_there_are_none_and_no_morning():
    made = Day("07:00", rules(kinds=LONG, cues=cue_rules(), hours=OFFICE), days=3).works()
    assert cues(pause(made, "07:30:10").new()) == []
    assert made.state.cues.today.slots == ()
    made.at("08:00:50")
    assert made.state.cues.today.slots == ("morning",)
    assert cues(pause(made, "08:01:10").new()) == ["08:01:14 cue c01"]


def test_changed_rules_are_obeyed_at_once():
    made = day("09:00").at("09:31")
    made.happens(events.RulesChanged(Rules(kinds=LONG)))
    assert cues(pause(made, "09:31:10").new()) == []


def test_a_cue_that_is_gone_without_an_answer_counts_for_nothing():
    made = pause(day("09:00"), "09:31:00")
    assert cues(made.new()) == ["09:31:04 cue m01"]
    assert made.happens(events.CueGone(cue=2)).new() == []
    assert made.happens(events.CueGone(cue=1)).new() == ["09:31:05 HideCue 1"]
    assert made.until("09:40") == []
    assert made.state.cues.refused == 0


def test_a_text_for_those_who_sit_is_not_for_those_who_stand():
    seated = replace(next(cue for cue in DECK if cue.id == "c05"), seated=True)
    for position, came in ((Position.STANDING, []), (Position.SEATED, ["09:02:04 cue c05"])):
        made = Day("09:00", rules(kinds=LONG, cues=cue_rules(deck=(seated,)))).works()
        assert cues(pause(made.happens(events.Stated(position)), "09:02:00").new()) == came
