"""Why it is quiet: every reason has a name and an end, and none of them blames."""

from datetime import datetime

import pytest

from tests.script import Day
from unkink.domain.holds import ASKED, SENSED, Hold, Why
from unkink.domain.units import Instant
from unkink.words import holds, status

every_reason = pytest.mark.parametrize("why", Why)
AT = Day("09:00").moment


@pytest.mark.parametrize(
    ("why", "name", "waits"),
    [
        (Why.HEALTH, "see somebody about your health first", "until you say that it is settled"),
        (Why.PAUSED, "paused", "until you resume"),
        (Why.MEETING, "in a meeting", "until you resume"),
        (Why.CALL, "call (microphone or camera in use)", "until it is over"),
        (Why.SHARING, "your screen is shared", "until it is over"),
        (Why.FULL_SCREEN, "full screen", "until you leave it"),
        (Why.DO_NOT_DISTURB, "do not disturb is on", "until you turn it off"),
        (Why.PROGRAM, "a program you named runs", "until it ends"),
        (Why.HOURS, "outside your hours", "until you resume"),
    ],
)
def test_each_reason_has_a_name_and_an_end(why, name, waits):
    assert (holds.name(why), holds.waits_for(why)) == (name, waits)


def test_no_two_reasons_have_one_name():
    assert len({holds.name(why) for why in Why}) == len(Why)


@every_reason
def test_a_name_ends_a_sentence_and_blames_nobody(why):
    for said in (holds.name(why), holds.waits_for(why)):
        assert said == said.strip()
        assert said[0].islower()
        assert said[-1] not in ".!"
        assert not any(word in said for word in ("!", "must", "should", "not allowed", "forbidden", "too "))


@every_reason
def test_an_end_by_the_clock_is_said_for_every_reason(why):
    local = Hold(why, Instant(0), until_local=datetime(2026, 3, 2, 13))
    assert status.held(local, AT) == f"{holds.name(why)} until 13:00"
    instant = Hold(why, AT.now, until=Instant(AT.now + 5400))
    assert status.held(instant, AT) == f"{holds.name(why)} until 10:30"


@pytest.mark.parametrize("why", ASKED)
def test_what_was_asked_for_without_an_end_says_how_it_ends(why):
    assert status.held(Hold(why, Instant(0)), AT) == f"{holds.name(why)} until you resume"


@pytest.mark.parametrize("why", [*SENSED, Why.HEALTH, Why.HOURS])
def test_what_ends_by_itself_needs_no_end_in_the_line(why):
    assert status.held(Hold(why, Instant(0)), AT) == holds.name(why)
