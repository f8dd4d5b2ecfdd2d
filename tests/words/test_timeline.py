"""The simulator's timeline: every reason in words, as people would say it."""

import inspect

import pytest

from unkink.domain.effects import Cause, Offer
from unkink.domain.holds import Why
from unkink.domain.rules import Surface
from unkink.words import holds, timeline


def offer(cause=Cause.PAUSE, *, short=False, surface=Surface.NOTIFICATION):
    return Offer(1, ("move",), 120.0, "any", short, (), surface, cause)


@pytest.mark.parametrize(
    ("cause", "text"),
    [
        (Cause.PAUSE, "you paused"),
        (Cause.CALL_OVER, "a call was over"),
        (Cause.RETURN, "you were back, and paused"),
        (Cause.WINDOW, "another window came to the front"),
        (Cause.BOUND, "no pause came within the wait"),
        (Cause.ASKED, "you asked for it"),
    ],
)
def test_each_moment_has_its_words(cause, text):
    assert timeline.cause(cause) == text
    assert timeline.prompted(offer(cause)) == text


@pytest.mark.parametrize("cause", Cause)
def test_every_moment_there_is_has_words_of_its_own(cause):
    assert timeline.cause(cause)
    assert [other for other in Cause if timeline.cause(other) == timeline.cause(cause)] == [cause]


def test_what_is_special_about_a_prompt_is_said():
    assert timeline.prompted(offer(short=True)) == "you paused; a short one, after refusals"
    assert timeline.prompted(offer(surface=Surface.ICON)) == "you paused; on the icon alone"
    both = offer(short=True, surface=Surface.ICON)
    assert timeline.prompted(both) == "you paused; a short one, after refusals; on the icon alone"


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (timeline.warned(), "a break is due soon"),
        (timeline.withdrawn(), "taken off the screen"),
        (timeline.missed(), "nobody was there"),
        (timeline.ignored(), "offered twice and not answered"),
        (timeline.snoozed(600), "for 10 min"),
        (timeline.refused(), "not now"),
        (timeline.started(None), "the offer was taken"),
        (timeline.started(""), "the offer was taken"),
        (timeline.started("r02"), "asked for by name: r02"),
        (timeline.done(120), "2 min to the end"),
        (timeline.stopped(30, 120), "after 30 s of 2 min"),
        (timeline.stopped(0, 120), "after 0 s of 2 min"),
        (timeline.moved(), "you said that you moved"),
        (timeline.away(), "away for long enough"),
        (timeline.appointed(), "its time has come"),
        (timeline.dropped(), "it could not come within an hour"),
    ],
)
def test_each_line_says_why(said, text):
    assert said == text


def test_what_is_due_waits():
    assert timeline.due().endswith("; it waits for a good moment")


@pytest.mark.parametrize("why", Why)
def test_every_hold_begins_and_ends_with_its_name(why):
    assert timeline.held(why) == holds.name(why)
    assert timeline.released(why) == f"over: {holds.name(why)}"


def test_no_line_blames_or_shouts():
    plain = {Cause: Cause.BOUND, Offer: offer(short=True), Why: Why.CALL, float: 90.0, str | None: "r02"}
    said = {}
    for name, found in inspect.getmembers(timeline, inspect.isfunction):
        if found.__module__ == timeline.__name__ and not name.startswith("_"):
            gaps = inspect.signature(found).parameters.values()
            said[name] = found(*(plain[gap.annotation] for gap in gaps))
    assert len(said) >= 18
    for name, text in said.items():
        assert text, name
        assert "{" not in text, name
        for word in ("!", "must", "should", "bad", "lazy", "fail", "wrong", "skipped", "finally", "only"):
            assert word not in text.lower(), (name, word)
