"""Buttons, labels and lines of the window, the menu, the guide and the history: each one whole."""

import inspect
from datetime import datetime, timedelta

import pytest

from tests.script import Day
from unkink.catalogue.load import load
from unkink.domain import events
from unkink.domain.choose import Choice, Reason
from unkink.domain.holds import Hold, Why
from unkink.domain.notice import Notice
from unkink.domain.outlook import outlook
from unkink.domain.routine import Side
from unkink.domain.units import DAY, HOUR, Instant
from unkink.ports import Kind
from unkink.words import answers, guide, menu, offer, status, times, window
from unkink.words.history import happened

BLAME = ("!", "must do", "should have", "bad", "lazy", "fail", "wrong with you", "fix", "finally", "again?", "skipped")


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (window.title("Neck ease"), "Neck ease – unkink"),
        (window.time_left(), "Time left in this step"),
        (window.progress(), "Progress of the routine"),
        (window.figure(), "Moving picture of the exercise"),
        (window.seconds(), "seconds"),
        (window.change_over(), "change over"),
        (window.back(), "Back"),
        (window.pause(), "Pause"),
        (window.go_on(), "Go on"),
        (window.skip(), "Skip"),
        (window.finish(), "Finish"),
        (window.because("short and easy"), "Chosen because: short and easy"),
        (window.well_done(0), "Another time."),
        (window.well_done(0.4), "Another time."),
        (window.well_done(1), "That counted."),
        (window.ending(0), "Nothing was counted. It is offered again later."),
        (window.ending(0.4), "Nothing was counted. It is offered again later."),
        (window.ending(1), "1 s for you. How does it feel?"),
        (window.ending(60), "1 min for you. How does it feel?"),
        (window.feelings(), (("better", "Better"), ("same", "Same"), ("worse", "Worse"))),
        (window.back_to_work(), "Back to work"),
        (window.before_you_start(), "Before you start"),
        (guide.round_line(30), "For 30 s:"),
        (guide.round_line(90), "For 1 min 30 s:"),
        (guide.stop_signs("Dizziness."), "Stop if: Dizziness."),
        (guide.notice(Notice.FIRST), offer.FIRST_NOTICE),
        (guide.confirm(), "Got it"),
        (guide.skip(), "Next"),
        (guide.stop(), "Finish"),
        (guide.counted(), "That counted. Back to it, whenever you like."),
        (guide.side(Side.BOTH), ""),
        (guide.side(Side.RIGHT), "Right side"),
        (offer.start(), "Start"),
        (offer.snooze(600), "In 10 min"),
        (offer.not_now(), "Not now"),
        (menu.start("Neck ease"), "Start: Neck ease"),
        (menu.start(""), "Start"),
        (menu.offer(), "Offer a break now"),
        (menu.begin(), "Start a break"),
        (menu.moved(), "I just moved"),
        (menu.meeting(), "In a meeting"),
        (menu.pause(), "Pause"),
        (menu.for_length(1800), "For 30 min"),
        (menu.until_tomorrow(), "Until tomorrow"),
        (menu.until_resumed(), "Until I resume"),
        (menu.resume(), "Resume"),
        (menu.settings(), "Settings…"),
        (menu.leave(), "Quit"),
        (menu.troubles(1), "1 thing needs a look…"),
        (menu.troubles(3), "3 things need a look…"),
    ],
)
def test_every_label_says_what_it_is(said, text):
    assert said == text


def test_what_comes_next_names_the_left_side_too():
    rounds = load().routine("r02").rounds
    assert window.next_step(rounds[2]) == "Next · Left side"


@pytest.mark.parametrize(
    ("kind", "detail", "text"),
    [
        ("started", "", "started"),
        ("finished", "", "finished"),
        ("stopped", "", "stopped before the end"),
        ("snoozed", "", "snoozed"),
        ("skipped", "", "not now"),
        ("missed", "", "nobody there"),
        ("ignored", "", "no answer"),
        ("credited", "moved", "counted as a break: you said so"),
        ("dropped", "", "appointment dropped"),
        ("rated", "better", "rated: better"),
        ("rated", "same", "rated: same"),
        ("rated", "worse", "rated: worse"),
        ("finished", "asked", "finished"),
        ("of a newer one", "x", "of a newer one"),
    ],
)
def test_what_happened_is_said_with_a_detail_only_where_it_tells_something(kind, detail, text):
    assert happened(kind, detail) == text


@pytest.mark.parametrize(
    ("rested", "text"),
    [
        (0.0, "not moved for an hour"),
        (HOUR, "not moved for an hour"),
        (2 * HOUR - 1, "not moved for an hour"),
        (2 * HOUR, "not moved for 2 hours"),
        (DAY - 1, "not moved for 23 hours"),
        (DAY, "not moved since yesterday"),
        (2 * DAY, "not moved for 2 days"),
        (None, "not moved yet"),
    ],
)
def test_one_is_said_otherwise_than_many(rested, text):
    assert offer.because(Choice(load().routine("r02"), Reason.RESTED, "neck", rested)) == f"neck: {text}"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(-5.0, "0 s"), (59.4, "59 s"), (59.6, "1 min"), (179.4, "2 min 59 s"), (180, "3 min"), (7200, "2 h")],
)
def test_lengths_are_rounded_where_a_person_would(seconds, text):
    assert times.length(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (-60, "in less than a minute"),
        (120.5, "in 3 min"),
        (3540, "in 59 min"),
        (3541, "in 1 h"),
        (3601, "in 1 h 1 min"),
    ],
)
def test_what_comes_is_never_said_to_come_sooner(seconds, text):
    assert times.soon(seconds) == text


@pytest.mark.parametrize(
    ("days", "text"), [(2, "Wednesday 00:00"), (6, "Sunday 00:00"), (7, "2026-03-09 00:00"), (1, "tomorrow 00:00")]
)
def test_a_day_has_its_name_for_a_week(days, text):
    assert times.clock(datetime(2026, 3, 2) + timedelta(days=days), datetime(2026, 3, 2, 23, 59)) == text


@pytest.mark.parametrize(
    ("hold", "text"),
    [
        (Hold(Why.PAUSED, Instant(0)), "paused until you resume"),
        (Hold(Why.MEETING, Instant(0)), "in a meeting until you resume"),
        (Hold(Why.PAUSED, Instant(0), until_local=datetime(2026, 3, 3, 4)), "paused until tomorrow 04:00"),
        (Hold(Why.HOURS, Instant(0), until_local=datetime(2026, 3, 2, 13)), "outside your hours until 13:00"),
        (Hold(Why.HOURS, Instant(0)), "outside your hours"),
    ],
)
def test_quiet_says_why_and_until_when(hold, text):
    assert status.held(hold, Day("09:00").moment) == text


def test_a_pause_is_told_in_the_line_in_the_tooltip_and_in_why():
    day = Day("09:00").works().at("09:20").happens(events.Pause(length=600.0, meeting=True))
    look = outlook(day.state)
    assert status.status_line(look, day.moment) == "Quiet: in a meeting until 09:30"
    assert status.tooltip(look, day.moment) == "Quiet: in a meeting until 09:30"
    assert status.why(look, day.moment) == "Quiet: in a meeting until 09:30. At the desk for 20 min."


def test_a_snooze_is_told_by_the_clock_in_the_tooltip():
    day = Day("09:00").works().at("10:10").happens(events.Snooze(1, 600.0))
    assert status.tooltip(outlook(day.state), day.moment) == "Next break at 10:20"


def spoken():
    """Yield every sentence that needs only plain things in its gaps, by its name."""
    plain = {str: "x", float: 600.0, int: 2, bool: True, int | None: 2}
    for module in (answers, guide, menu, offer, window):
        for name, found in inspect.getmembers(module, inspect.isfunction):
            gaps = {each: plain.get(gap.annotation) for each, gap in inspect.signature(found).parameters.items()}
            ours = found.__module__ == module.__name__ and not name.startswith("_") and found is not offer.area
            if ours and None not in gaps.values():
                yield f"{module.__name__}.{name}", str(found(**gaps))
    for kind in Kind:
        yield f"history {kind}", happened(kind.value, "")


def test_no_sentence_blames_or_shouts():
    said = dict(spoken())
    assert len(said) > 60
    for name, text in said.items():
        assert text, name
        for word in BLAME:
            assert word not in text.lower(), name
