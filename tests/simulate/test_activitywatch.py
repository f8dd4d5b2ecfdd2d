"""Exports of ActivityWatch: the three shapes there are, and what is made of them."""

import json
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.simulate.living import told
from unkink.errors import UnkinkError
from unkink.simulate.activitywatch import read_export

BERLIN = ZoneInfo("Europe/Berlin")


def event(at: str, minutes: float, status: str = "not-afk") -> dict:
    return {"id": 1, "timestamp": f"2026-03-02T{at}+00:00", "duration": minutes * 60, "data": {"status": status}}


MORNING = [event("11:00:00", 30, "afk"), event("08:00:00", 95), event("09:35:00", 25, "afk"), event("10:00:00", 50)]
"""In no order, as exports are: at the desk from 09:00 to 10:35 and from 11:00 to 11:50 in Berlin."""


def bucket(events: list, kind: str = "afkstatus") -> dict:
    return {"id": "aw-watcher-afk_desk", "type": kind, "client": "aw-watcher-afk", "events": events}


SHAPES = {
    "the events": MORNING,
    "a bucket": bucket(MORNING),
    "an export": {"buckets": {"a": bucket([{"data": {}}], "currentwindow"), "b": bucket(MORNING)}},
}


@pytest.mark.parametrize("shape", SHAPES)
def test_any_moment_at_the_desk_is_a_pause_so_an_offer_comes_when_it_is_due(shape):
    trace = read_export(json.dumps(SHAPES[shape]), "week.json", BERLIN)
    lines = [line for line in told(trace, zone=BERLIN) if " cue " not in line]
    assert lines == [
        "09:59:00 warn move",
        "10:00:00 due move",
        "10:00:00 prompt move",
        "10:00:20 start move",
        "10:02:20 done move",
        "10:40:00 credit move",
    ]


def test_the_zone_is_that_of_the_person():
    [first, *_] = read_export(json.dumps(MORNING), "week.json", ZoneInfo("Asia/Tokyo")).rows
    assert first.at.isoformat() == "2026-03-02T17:00:00+09:00"


def test_without_a_zone_it_is_this_machines():
    [first, *_] = read_export(json.dumps(MORNING), "week.json").rows
    assert first.at.utcoffset() == datetime(2026, 3, 2, 8).astimezone().utcoffset()


def test_periods_that_touch_or_overlap_are_one():
    events = [event("08:00:00", 30), event("08:30:00", 10), event("08:35:00", 25), event("09:10:00", 5)]
    times = [f"{row.at:%H:%M}" for row in read_export(json.dumps(events), "week.json", BERLIN).rows]
    assert times == ["09:00", "10:00", "10:10", "10:15"]


def test_a_heartbeat_without_a_length_is_nobody():
    events = [event("08:00:00", 0), event("08:30:00", 10)]
    assert len(read_export(json.dumps(events), "week.json", BERLIN).rows) == 2


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "{}",
        '{"buckets": []}',
        '[{"timestamp": "2026-03-02T08:00:00+00:00"}]',
        '[{"timestamp": "2026-03-02T08:00:00", "duration": 60, "data": {"status": "not-afk"}}]',
        '[{"timestamp": "now", "duration": 60, "data": {"status": "not-afk"}}]',
        '[{"timestamp": "2026-03-02T08:00:00Z", "duration": "long", "data": {"status": "not-afk"}}]',
        '[{"timestamp": "2026-03-02T08:00:00Z", "duration": 1e300, "data": {"status": "not-afk"}}]',
        '[{"timestamp": 1772438400, "duration": 60, "data": {"status": "not-afk"}}]',
        "[7]",
        '["a"]',
        '{"events": 7}',
    ],
)
def test_what_is_no_such_export_is_refused_with_what_is_allowed(text):
    with pytest.raises(UnkinkError) as caught:
        read_export(text, "week.json")
    assert str(caught.value).startswith("week.json makes no sense")
    assert "afkstatus" in str(caught.value)


@pytest.mark.parametrize("events", [[], [event("08:00:00", 30, "afk")]])
def test_an_export_of_nobody_says_so(events):
    with pytest.raises(UnkinkError, match="holds no time at the desk"):
        read_export(json.dumps(events), "week.json")
