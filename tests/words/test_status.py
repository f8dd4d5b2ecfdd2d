"""The status line, its tooltip and its why: what happens next and when, in every state there is."""

from dataclasses import replace

import pytest

from tests.domain.test_hours import week
from tests.script import Day, rules
from unkink.domain import events
from unkink.domain.effects import Cause
from unkink.domain.holds import Hold, Why
from unkink.domain.outlook import Phase, outlook
from unkink.domain.signals import Signal
from unkink.domain.units import Instant
from unkink.words import holds, status


def said(day):
    """Return the line, the tooltip and the why."""
    look = outlook(day.state)
    return status.status_line(look, day.moment), status.tooltip(look, day.moment), status.why(look, day.moment)


def due(**changes):
    """Return a day on which a break is due, with changes to how that looks, and its words."""
    day = Day("09:00").works().at("10:03")
    look = replace(outlook(day.state), **changes)
    return status.status_line(look, day.moment), status.why(look, day.moment)


def held(why, *, kept=False, **hold):
    day = Day("09:00").works().at("09:20")
    look = replace(outlook(day.state), phase=Phase.HELD, hold=Hold(why, Instant(0), **hold), kept=kept)
    return status.status_line(look, day.moment), status.why(look, day.moment)


def test_coming_back_from_a_break_is_welcome():
    day = Day("09:00").works().at("09:20").stops().at("09:40").works().at("09:40:10")
    line, tip, why = said(day)
    assert line == "Welcome back: that counted. Next break in 1 h"
    assert tip == "Next break at 10:40"
    assert why == "At the desk for 10 s; the next break (move) is due in 1 h."
    assert said(day.at("09:41:10"))[0] == "Next break in 59 min"


@pytest.mark.parametrize(
    ("causes", "text"),
    [
        ((Cause.PAUSE,), "you paused"),
        ((Cause.WINDOW, Cause.RETURN), "another window came to the front, you were back, and paused"),
        (tuple(Cause), None),
    ],
)
def test_moments_that_are_passed_over_are_named_with_the_latest_time(causes, text):
    line, why = due(passing_over=causes)
    assert line == "A break is due: waiting for a pause in your typing"
    assert why.startswith(
        "At the desk for 1 h 3 min; the offer comes in 7 min at the latest. Passed over until then,"
        " since rarely taken at this time of day: "
    )
    assert why.endswith(f"{text}." if text else "you asked for it.")


def test_due_says_by_when_it_comes():
    assert due()[1] == ("At the desk for 1 h 3 min; the offer waits for a pause and comes in 7 min at the latest.")
    assert due(next_in=0.0)[1].endswith("and comes in less than a minute at the latest.")
    assert due(next_in=None)[1] == "A break is due; it is offered when you are back."


@pytest.mark.parametrize("why", [why for why in Why if why not in (Why.PAUSED, Why.MEETING, Why.HOURS)])
def test_what_is_sensed_says_what_it_waits_for(why):
    line, reason = held(why)
    assert line == f"Quiet: {holds.name(why)}"
    assert reason == f"Quiet: {holds.name(why)}, {holds.waits_for(why)}. At the desk for 20 min."


@pytest.mark.parametrize("why", [Why.PAUSED, Why.MEETING])
def test_what_was_asked_for_says_its_end_once(why):
    line, reason = held(why)
    assert line == f"Quiet: {holds.name(why)} until you resume"
    assert reason == f"{line}. At the desk for 20 min."
    day = Day("09:20").moment
    line, reason = held(why, until_local=day.local.replace(hour=14, minute=0))
    assert line == f"Quiet: {holds.name(why)} until 14:00"
    assert reason == f"{line}. At the desk for 20 min."


def test_a_break_that_has_waited_for_long_is_said():
    assert held(Why.SHARING, kept=True)[1] == (
        "Quiet: your screen is shared, until it is over. At the desk for 20 min. A break has waited for long."
    )
    assert held(Why.SHARING)[1].endswith("At the desk for 20 min.")


def test_of_several_reasons_the_one_the_person_gave_is_told():
    day = Day("09:00").works().at("09:20")
    day.happens(events.Sensed(Signal.FULL_SCREEN, on=True), events.Sensed(Signal.DO_NOT_DISTURB, on=True))
    assert said(day)[0] == "Quiet: full screen"
    day.happens(events.Pause(length=600.0, meeting=True))
    assert said(day)[0] == "Quiet: in a meeting until 09:30"
    day.happens(events.Pause(length=1200.0))
    assert said(day)[0] == said(day)[1] == "Quiet: paused until 09:40"
    day.at("09:41")
    assert said(day)[0] == "Quiet: full screen"
    day.happens(events.Sensed(Signal.FULL_SCREEN, on=False))
    assert said(day)[0] == "Quiet: do not disturb is on"


def test_outside_hours_it_says_when_they_begin_again():
    office = week(mon=["09:00-12:00", "13:00-17:00"], thu=["10:00-11:00"])
    day = Day("11:50", rules(hours=office)).works().at("12:10")
    assert said(day)[0] == "Quiet: outside your hours until 13:00"
    assert said(day)[2] == "Quiet: outside your hours until 13:00. At the desk for 20 min."
    assert said(day.at("18:00"))[0] == "Quiet: outside your hours until Thursday 10:00"


def test_a_pause_until_tomorrow_says_its_hour():
    day = Day("17:00").works().happens(events.PauseUntilTomorrow())
    assert said(day)[0] == "Quiet: paused until tomorrow 04:00"
    office = week(mon=["09:00-18:00"], tue=["10:00-18:00"])
    day = Day("17:00", rules(hours=office)).works().happens(events.PauseUntilTomorrow())
    assert said(day)[0] == "Quiet: paused until tomorrow 10:00"


def test_on_a_break_on_offer_and_away_a_hold_is_not_what_matters():
    day = Day("09:00").works().at("09:20").happens(events.PlayNow("r02"), events.Pause(length=600.0))
    assert said(day)[0] == "On a break"


def test_an_appointment_and_a_kind_of_its_own_are_named():
    from unkink.domain.rules import Kind

    kinds = (Kind("move", 7200, 120), Kind("eyes", 1200, 30))
    day = Day("09:00", rules(kinds=kinds)).works().at("09:05")
    assert said(day)[2] == "At the desk for 5 min; the next break (eyes) is due in 15 min."


@pytest.mark.parametrize("phase", Phase)
def test_every_phase_has_a_line_a_tooltip_and_a_why_that_blame_nobody(phase):
    day = Day("09:00").works().at("10:10")
    look = replace(outlook(day.state), phase=phase, hold=Hold(Why.CALL, Instant(0)), since=day.moment.now, next_in=60.0)
    for text in (status.status_line(look, day.moment), status.tooltip(look, day.moment), status.why(look, day.moment)):
        assert text[0].isupper()
        assert "{" not in text
        assert "None" not in text
        for word in ("!", "must", "should", "bad", "too long", "overdue", "late", "fail"):
            assert word not in text.lower().replace("latest", ""), word


def test_every_phase_has_a_line_of_its_own():
    day = Day("09:00").works().at("10:10")
    look = replace(outlook(day.state), hold=Hold(Why.CALL, Instant(0)), since=day.moment.now, next_in=60.0)
    assert len({status.status_line(replace(look, phase=phase), day.moment) for phase in Phase}) == len(Phase)
