"""A trace in CSV: what it may hold, and how it is refused."""

import pytest

from tests.simulate.living import csv, told, trace
from unkink.errors import UnkinkError
from unkink.simulate.trace import EVENTS, read_csv


def refused(text: str) -> str:
    with pytest.raises(UnkinkError) as caught:
        read_csv(text, "day.csv")
    return str(caught.value)


def test_a_heading_comments_empty_lines_and_spaces_are_for_people():
    text = "# Monday\nat,event,value\n\n2026-03-02T09:00:00+01:00 , active ,\n # and\n2026-03-02T10:00:00+01:00,idle\n"
    assert len(read_csv(text, "day.csv").rows) == 2


def test_a_trace_of_nothing_is_an_error():
    assert refused("at,event,value\n") == ('day.csv holds no rows. A row is "2026-03-02T09:00:00+01:00,active,".')


@pytest.mark.parametrize(
    ("row", "allowed"),
    [
        ("2026-03-02T09:00:00+01:00,typing,", "there are active, answer, camera"),
        ("2026-03-02T09:00:00+01:00", "three cells: at, event, value"),
        ("2026-03-02T09:00:00+01:00,say,moved,twice", "three cells: at, event, value"),
        ("2026-03-02T09:00:00,active,", "no ISO time with its offset"),
        ("nine o'clock,active,", "no ISO time with its offset"),
        ("2026-03-02T08:59:59+01:00,idle,", "in the order of time"),
        ("2026-03-02T09:00:00+01:00,clock,an hour", "no number of seconds"),
        ("2026-03-02T09:00:00+01:00,clock,nan", "no number of seconds"),
        ("2026-03-02T09:00:00+01:00,clock,1e30", "no number of seconds"),
        ("2026-03-02T09:00:00+01:00,zone,Atlantis", "no time zone"),
        ("2026-03-02T09:00:00+01:00,zone,", "no time zone"),
        ("2026-03-02T09:00:00+01:00,zone,../../etc/passwd", "no time zone"),
        ("2026-03-02T09:00:00+01:00,say,hello", "there are standing, sitting, moved, break"),
        ("2026-03-02T09:00:00+01:00,say,pause until noon", 'a time of day such as "14:00"'),
        ("2026-03-02T09:00:00+01:00,say,meeting long", 'a duration such as "90s"'),
        ("2026-03-02T09:00:00+01:00,answer,perhaps", "there are start, snooze, snooze 10m, skip, ignore"),
        ("2026-03-02T09:00:00+01:00,answer,start now", "there are start, snooze, snooze 10m, skip, ignore"),
    ],
)
def test_a_row_that_makes_no_sense_is_named_with_its_line_and_what_is_allowed(row, allowed):
    message = refused(f"2026-03-02T09:00:00+01:00,active,\n{row}\n")
    assert message.startswith(f"day.csv:2: {row.split(',')[0]}")
    assert allowed in message


@pytest.mark.parametrize("event", EVENTS)
def test_each_event_can_be_read(event):
    value = {"clock": "-3600", "zone": "Europe/Lisbon", "say": "moved", "answer": "skip"}.get(event, "")
    assert len(trace("09:00:00 active,", f"09:01:00 {event},{value}").rows) == 2


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("break", "09:10:00 prompt move"),
        ("moved", "09:10:00 credit move"),
        ("pause", "09:10:00 hold paused"),
        ("pause 1h", "10:10:00 release paused"),
        ("pause until 14:00", "14:00:00 release paused"),
        ("meeting 30m", "09:40:00 release meeting"),
    ],
)
def test_what_can_be_said(said, line):
    assert line in told(trace("09:00:00 active,", f"09:10:00 say,{said}", "18:00:00 idle,"))


def test_a_time_of_day_that_is_over_is_tomorrows():
    lines = told(trace("09:00:00 active,", "09:10:00 say,pause until 09:05", "18:00:00 idle,"))
    assert "09:10:00 hold paused" in lines
    assert not [line for line in lines if "release" in line]


def test_a_pause_ends_when_it_is_said():
    lines = told(trace("09:00:00 active,", "09:10:00 say,pause", "09:20:00 say,resume", "09:30:00 idle,"))
    assert lines == ["09:10:00 hold paused", "09:20:00 release paused"]


def test_until_tomorrow_is_the_first_input_after_four():
    days = csv("09:00:00 active,", "09:10:00 say,pause tomorrow", "20:00:00 idle,") + (
        "\n2026-03-03T08:00:00+01:00,active,\n2026-03-03T08:30:00+01:00,idle,"
    )
    lines = told(read_csv(days, "days.csv"))
    assert "08:00:00 release paused" in lines


@pytest.mark.parametrize("signal", ["mic", "camera", "fullscreen", "dnd", "sharing"])
def test_what_is_sensed_keeps_it_quiet_for_as_long_as_it_lasts(signal):
    lines = told(trace("09:00:00 active,", f"09:10:00 {signal},", f"09:20:00 {signal}_end,", "09:30:00 idle,"))
    assert [line.split()[1] for line in lines] == ["hold", "release"]


def test_a_window_in_front_is_a_moment():
    rows = ("09:00:00 active,", "10:05:00 idle,", "10:05:00 window,", "10:05:03 active,", "10:06:00 idle,")
    assert "10:05:02 prompt move" in told(trace(*rows))


def test_while_nothing_is_known_of_input_sitting_goes_on():
    rows = ("09:00:00 active,", "09:10:00 unknown,", "10:12:00 off,")
    assert told(trace(*rows)) == [
        "09:59:00 warn move",
        "10:00:00 due move",
        "10:10:00 prompt move",
        "10:10:20 start move",
    ]


def test_what_is_known_again_is_believed():
    rows = ("09:00:00 active,", "09:10:00 unknown,", "09:40:00 idle,", "10:12:00 off,")
    assert told(trace(*rows)) == ["09:45:00 credit move"]


def test_a_row_before_the_first_input_does_not_make_anybody_sit():
    rows = ("09:00:00 zone,Europe/Berlin", "09:04:00 active,", "10:04:30 off,")
    lines = told(trace(*rows))
    assert lines == ["09:59:00 warn move", "10:00:00 due move"]
    late = told(trace("09:00:00 zone,Europe/Berlin", "09:30:00 active,", "10:04:30 off,"))
    assert late == ["09:05:00 credit move"]
