"""What unkink asks about itself: in the morning, once, and never in the way."""

from datetime import timedelta

import pytest

from tests.domain.test_hours import week
from tests.script import Day, rules
from unkink.domain import events
from unkink.domain.cards import Answer, Question
from unkink.domain.rules import Kind
from unkink.domain.signals import Signal

OFFICE = week(mon=["09:00-17:00"], tue=["09:00-17:00"], wed=["09:00-17:00"])
MINUTE = timedelta(minutes=1)
OFTEN = (Kind("move", 20 * 60, 120),)


def refusing(times: int, **more) -> Day:
    """Return a Monday from 09:00 on which so many prompts are refused; in the evening everybody goes home."""
    day = Day("09:00", rules(kinds=OFTEN, **more)).works()
    for number in range(1, times + 1):
        while day.stage != "Prompted":
            day.run_to(day.clock.true.replace(second=0) + MINUTE)
        day.happens(events.NotNow(number))
    day.stops().at("1+08:30").new()
    return day


def morning(day: Day, at: str = "1+08:42") -> list[str]:
    """Let somebody come at half past eight and pause at a time; return what is asked."""
    day.works().at(at).stops()
    return [line for line in day.until(at + ":10") if " ask" in line]


def test_after_six_refusals_in_a_day_the_next_morning_asks():
    assert morning(refusing(6)) == ["08:42:04 ask rhythm"]


def test_five_refusals_are_no_reason_to_ask():
    assert morning(refusing(5)) == []


def test_it_asks_within_hours_and_not_in_their_first_minute():
    day = refusing(6, hours=OFFICE)
    day.works().at("1+08:50").happens(events.Moved()).stops().at("1+08:51").works().at("1+09:00:30").stops()
    assert [line for line in day.until("1+09:00:50") if " ask" in line] == []
    day.works().at("1+09:01:10").stops()
    assert day.until("1+09:01:20")[-1] == "09:01:14 ask rhythm"


def test_it_is_asked_once():
    day = refusing(6)
    assert morning(day) == ["08:42:04 ask rhythm"]
    day.works().at("1+08:44").stops()
    assert [line for line in day.until("1+08:44:10") if " ask" in line] == []


def test_an_answer_takes_it_away():
    day = refusing(6)
    morning(day)
    day.happens(events.Answered(Question.RHYTHM, Answer.SAME))
    assert day.new() == ["08:42:10 ask no more rhythm"]
    day.happens(events.Answered(Question.RHYTHM, None))
    assert day.new() == []


def test_the_day_after_it_is_not_asked_any_more():
    day = refusing(6)
    morning(day)
    day.works().at("1+08:45").stops().at("2+09:00")
    assert "ask no more rhythm" in " ".join(day.works().new())


def test_cues_that_were_refused_count_too():
    day = Day("09:00").works()
    day.state = day.state.__class__(**{**fields(day.state), "questions": asked(day, refusals=5)})
    day.at("10:10:10").happens(events.NotNow(1)).stops().at("1+08:30").new()
    assert morning(day) == ["08:42:04 ask rhythm"]


def fields(value) -> dict:
    return {name: getattr(value, name) for name in value.__match_args__}


def asked(day: Day, **changes):
    questions = day.state.questions
    return questions.__class__(**{**fields(questions), **changes})


@pytest.mark.parametrize(("days", "asks"), [(2, False), (3, True)])
def test_after_three_days_away_the_first_one_asks(days, asks):
    day = Day("09:00").works().at("10:00").stops().at(f"{days}+08:30")
    assert bool(morning(day, f"{days}+08:42")) is asks


@pytest.mark.parametrize(("before", "asks"), [(5, True), (6, False), (19, True), (43, True), (44, False)])
def test_on_the_7th_21st_and_45th_day_it_asks(before, asks):
    day = Day("09:00", days=before).works().at("10:00").stops().at("1+08:30")
    assert bool(morning(day)) is asks


def test_a_question_waits_for_a_pause_and_a_minute_after_the_return():
    day = refusing(6)
    day.works()
    assert [line for line in day.until("1+08:59") if " ask" in line] == []
    day = refusing(6).works().at("1+08:30:30").stops()
    assert [line for line in day.until("1+08:31:10") if " ask" in line] == ["08:31:00 ask rhythm"]


def test_a_hold_keeps_it_back():
    day = refusing(6).works().at("1+08:35").happens(events.Sensed(Signal.SHARING, on=True))
    assert morning(day) == []


def test_an_open_ended_pause_is_asked_about_though_it_holds():
    day = Day("17:00").works().happens(events.Pause()).stops().at("1+08:30")
    assert morning(day) == ["08:42:04 ask quiet"]
    day.happens(events.Answered(Question.QUIET, Answer.STAY))
    assert day.new() == ["08:42:10 ask no more quiet"]
    # And again the morning after.
    day.at("2+08:30")
    assert morning(day, "2+08:42") == ["08:42:04 ask quiet"]


def test_a_pause_with_an_end_is_not_asked_about():
    day = Day("17:00").works().happens(events.Pause(length=86400.0)).stops().at("1+08:30")
    assert morning(day) == []


def test_a_pause_that_ends_before_it_was_asked_about_is_forgotten():
    day = Day("17:00").works().happens(events.Pause()).stops().at("1+08:30").works().at("1+08:40")
    day.happens(events.Resume())
    assert morning(day) == []


def test_both_can_be_asked_at_once():
    day = Day("09:00").works().at("10:00").happens(events.Pause()).stops().at("3+08:30")
    assert morning(day, "3+08:42") == ["08:42:04 ask rhythm", "08:42:04 ask quiet"]


def test_where_nobody_can_tell_when_somebody_pauses_it_asks_without_a_pause():
    day = Day("09:00", known=False).at("10:00").sleeps("3+09:00")
    assert "09:01:00 ask rhythm" in day.until("3+09:02")
