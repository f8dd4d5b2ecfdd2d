"""Sentences: kind, short, and always with what comes next."""

from datetime import datetime, timedelta

import pytest

from tests.script import Day
from unkink.catalogue.load import load
from unkink.domain import events
from unkink.domain.body import AREAS, KIT
from unkink.domain.choose import Choice, Reason
from unkink.domain.holds import Hold, Why
from unkink.domain.notice import Notice
from unkink.domain.outlook import outlook
from unkink.domain.routine import Side
from unkink.domain.units import DAY, HOUR
from unkink.ports import Kind
from unkink.words import guide, offer, status, times, window
from unkink.words.history import happened

NOW = datetime.fromisoformat("2026-03-02T13:00")


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 s"),
        (45, "45 s"),
        (60, "1 min"),
        (90, "1 min 30 s"),
        (170, "2 min 50 s"),
        (200, "3 min"),
        (1380, "23 min"),
        (3600, "1 h"),
        (3590, "1 h"),
        (5400, "1 h 30 min"),
    ],
)
def test_lengths(seconds, text):
    assert times.length(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "in less than a minute"), (60, "in less than a minute"), (61, "in 2 min"), (5400, "in 1 h 30 min")],
)
def test_soon(seconds, text):
    assert times.soon(seconds) == text


@pytest.mark.parametrize(
    ("days", "text"),
    [(0, "14:30"), (1, "tomorrow 14:30"), (3, "Thursday 14:30"), (9, "2026-03-11 14:30"), (-1, "2026-03-01 14:30")],
)
def test_clock(days, text):
    assert times.clock(NOW + timedelta(days=days, hours=1, minutes=30), NOW) == text


def line(day):
    return status.status_line(outlook(day.state), day.moment), status.why(outlook(day.state), day.moment)


def test_every_phase_has_its_words():
    day = Day("09:00").works().at("09:20")
    assert line(day) == ("Next break in 40 min", "At the desk for 20 min; the next break (move) is due in 40 min.")
    day.at("10:03")
    assert line(day) == (
        "A break is due: waiting for a pause in your typing",
        "At the desk for 1 h 3 min; the offer waits for a pause and comes in 7 min at the latest.",
    )
    day.at("10:10")
    assert line(day) == (
        "A break is on offer",
        "At the desk for 1 h 10 min; offered now: no pause came within the wait.",
    )
    day.happens(events.Snooze(1, 600.0))
    assert line(day) == ("Snoozed: next break in 10 min", "Snoozed; at the desk for 1 h 10 min.")
    day.happens(events.PlayNow("r02"))
    assert line(day) == ("On a break", "A routine is on; desk time stands still.")
    away = Day("09:00").works().at("09:20").stops().at("09:30")
    assert line(away) == (
        "Away since 09:20: that counts as a break",
        "Nobody has been here since 09:20; that counts as a break.",
    )
    gone = Day("09:00").works().at("10:00").stops().at("10:03")
    assert line(gone)[1] == "A break is due; it is offered when you are back."
    paused = Day("09:00").works().happens(events.Pause(length=600.0))
    assert line(paused)[1] == "Quiet: paused until 09:10. At the desk for 0 s."


def test_the_tooltip_goes_by_the_clock_and_stands_still():
    day = Day("09:00").works()
    said = {status.tooltip(outlook(day.at(f"09:{minute:02d}").state), day.moment) for minute in range(0, 58, 3)}
    assert said == {"Next break at 10:00"}
    assert (
        status.tooltip(outlook(day.at("10:05").state), day.moment)
        == "A break is due: waiting for a pause in your typing"
    )


def test_hours_without_an_end_just_say_so():
    assert status.held(Hold(Why.HOURS, day_now := Day().moment.now), Day().moment) == "outside your hours"
    assert day_now


def test_areas_and_kit_all_have_names():
    assert all(offer.area(area) for area in AREAS)
    routine = load().routine("r19")
    for kit in KIT:
        assert offer.because(Choice(routine, Reason.KIT, kit))


@pytest.mark.parametrize(
    ("reason", "about", "rested", "text"),
    [
        (Reason.NAMED, "", None, ""),
        (Reason.CARES, "neck", None, "neck: you care about it; not moved yet"),
        (Reason.CARES, "neck", 30 * HOUR, "neck: you care about it; not moved since yesterday"),
        (Reason.RESTED, "hip", 3 * DAY, "hips: not moved for 3 days"),
        (Reason.RESTED, "hip", 5 * HOUR, "hips: not moved for 5 hours"),
        (Reason.RESTED, "hip", 10.0, "hips: not moved for an hour"),
        (Reason.EVENING, "", None, "the working day is nearly over"),
        (Reason.SHORT, "", None, "short and easy"),
    ],
)
def test_why_a_routine_was_chosen(reason, about, rested, text):
    assert offer.because(Choice(load().routine("r02"), reason, about, rested)) == text


def test_an_offer_names_the_routine_and_its_length():
    assert offer.line(Choice(load().routine("r02"), Reason.SHORT)) == "One-minute neck ease · 1 min"
    assert offer.title(100.0) == "A short break?"
    assert offer.title(3600.0) == "1 h at the desk. A short break?"


def test_no_words_blame_or_shout():
    said = " ".join(
        [
            offer.FIRST_NOTICE,
            offer.TOUCH_NOTICE,
            guide.UNIVERSAL_STOP,
            window.well_done(0),
            window.ending(0),
            guide.counted(),
        ]
    )
    for word in ("!", "must", "bad", "fix", "posture", "failed", "skipped"):
        assert word not in said.lower()


def test_a_step_says_its_place_and_its_side():
    rounds = load().routine("r02").rounds
    assert guide.step_title(rounds[0], 1, 3) == "1 of 3 · Slow look-around"
    assert guide.step_title(rounds[1], 2, 3) == "2 of 3 · Ear-to-shoulder stretch · Right side"
    assert guide.side(Side.LEFT) == "Left side"
    assert guide.notice(Notice.TOUCH) == offer.TOUCH_NOTICE


def test_what_comes_next_in_the_window():
    rounds = load().routine("r02").rounds
    assert (window.next_step(rounds[1]), window.next_name(rounds[1])) == (
        "Next · Right side",
        "Ear-to-shoulder stretch",
    )
    assert (window.next_step(rounds[0]), window.next_step(None)) == ("Next", "Then")
    assert window.next_name(None) == "you are done"
    assert window.well_done(30) == "That counted."
    assert window.ending(30) == "30 s for you. How does it feel?"


def test_the_history_has_words_for_everything():
    assert all(
        happened(kind.value, "") != kind.value or kind.value in ("offered", "started", "finished", "snoozed", "rated")
        for kind in Kind
    )
    assert happened("credited", "away") == "counted as a break: away"
    assert happened("dropped", "mon 16:00") == "appointment dropped: mon 16:00"
    assert happened("offered", "pause") == "offered"
