"""The simulated machine: sleep, a machine that is off, clocks and zones, and time that must not stand still."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.script import rules
from tests.simulate.living import told, trace
from unkink.domain.rules import Appointment, Kind
from unkink.simulate.clock import VirtualClock
from unkink.simulate.trace import read_csv

TEA = Appointment("tea", (0,), 10 * 60, "r19")


def test_what_happens_in_sleep_passes_unseen_but_what_lasts_is_found_on_waking():
    rows = ("09:00:00 active,", "09:10:00 idle,", "09:10:00 sleep,", "09:11:00 mic,", "09:12:00 window,")
    lines = told(trace(*rows, "09:20:00 wake,", "09:20:00 active,", "09:30:00 off,"))
    assert lines == ["09:20:00 credit move", "09:20:10 hold call"]


def test_waking_what_did_not_sleep_is_nothing():
    assert told(trace("09:00:00 active,", "09:10:00 wake,", "09:50:00 off,")) == []


def test_a_machine_that_was_off_for_a_minute_goes_on_where_it_was():
    lines = told(trace("09:00:00 active,", "09:30:00 off,", "09:31:00 on,", "09:31:00 active,", "10:01:30 off,"))
    assert lines == ["10:00:00 warn move", "10:01:00 due move"]


def test_a_machine_that_was_off_for_long_was_a_break():
    lines = told(trace("09:00:00 active,", "09:30:00 off,", "09:40:00 on,", "09:40:00 active,", "10:41:00 off,"))
    assert lines == ["09:40:00 credit move", "10:39:00 warn move", "10:40:00 due move"]


def test_a_machine_that_is_on_cannot_come_on():
    lines = told(trace("09:00:00 active,", "09:30:00 on,", "10:00:30 off,", "10:00:40 off,"))
    assert lines == ["09:59:00 warn move", "10:00:00 due move"]


def test_a_routine_ends_with_the_machine():
    rows = ("09:00:00 active,", "09:10:00 say,break", "09:11:00 off,", "09:12:00 on,", "09:12:00 active,")
    lines = told(trace(*rows, "09:20:00 off,"))
    assert lines == ["09:10:00 prompt move", "09:10:20 start move", "09:12:00 stop move"]


def test_the_real_calendar_brings_appointments():
    lines = told(
        trace("09:30:00 active,", "10:02:00 idle,", "10:02:06 active,", "10:06:00 off,"),
        rules=rules(appointments=(TEA,)),
    )
    assert lines == [
        "10:00:00 appointment tea",
        "10:02:04 prompt tea",
        "10:02:24 start tea",
        "10:04:24 done tea",
    ]


def test_the_calendar_goes_by_the_wall_clock_wherever_it_is():
    rows = ("09:30:00 active,", "09:40:00 zone,Europe/Helsinki", "09:50:00 off,")
    lines = told(trace(*rows), rules=rules(appointments=(Appointment("tea", (0,), 10 * 60 + 45, "r19"),)))
    assert lines == ["10:45:00 appointment tea"]


def test_a_zone_that_was_named_is_kept_though_rows_are_written_with_another_offset():
    rows = ("09:00:00 zone,Asia/Tokyo", "09:00:00 active,", "10:00:30 off,")
    assert told(trace(*rows)) == ["17:59:00 warn move", "18:00:00 due move"]


def test_rows_of_another_offset_carry_the_person_there():
    text = "2026-03-02T09:00:00+01:00,active,\n2026-03-02T09:30:00+01:00,clock,0\n2026-03-02T11:00:30+02:00,off,"
    lines = told(read_csv(text, "day.csv"))
    assert lines == ["09:59:00 warn move", "10:00:00 due move"]


def test_two_kinds_are_one_offer_and_one_credit():
    kinds = (Kind("move", 3600, 120), Kind("eyes", 3600, 30))
    lines = told(
        trace("09:00:00 active,", "10:01:00 idle,", "10:01:10 lock,", "10:30:00 off,"), rules=rules(kinds=kinds)
    )
    assert "10:01:04 prompt move+eyes" in lines
    assert lines[-1] == "10:06:00 credit move+eyes"


@pytest.mark.parametrize("jump", [-86_400, 3600, 315_000_000])
def test_the_virtual_clock_keeps_the_promises_of_a_clock(jump):
    clock = VirtualClock(datetime(2026, 3, 2, 9, tzinfo=UTC))
    began = clock.moment()
    clock.pass_(60)
    clock.pass_(30, asleep=True)
    clock.jump(jump)
    now = clock.moment()
    assert now.now - began.now == 90, "instants go on in sleep and don't jump"
    assert (clock.now(), clock.asleep()) == (began.now + 60, 30)
    assert now.local == datetime(2026, 3, 2, 9, 1, 30) + timedelta(seconds=jump)
    assert clock.true == datetime(2026, 3, 2, 9, 1, 30, tzinfo=UTC)
    assert clock.when(now.local + timedelta(seconds=5)) == now.now + 5


def test_an_appointment_that_a_hold_keeps_for_an_hour_is_dropped():
    lines = told(
        trace("09:30:00 active,", "09:40:00 say,meeting 90m", "11:05:00 off,"), rules=rules(appointments=(TEA,))
    )
    assert lines == [
        "09:40:00 hold meeting",
        "10:00:00 appointment tea",
        "10:30:00 due move",
        "11:00:00 dropped tea",
    ]
