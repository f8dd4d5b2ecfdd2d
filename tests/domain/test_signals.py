"""Devices in use, and when that is a call."""

from datetime import datetime

import pytest

from unkink.domain import signals
from unkink.domain.signals import Ending, InCall, NoCall, Signal, Signals, Starting
from unkink.domain.units import Instant, Moment

MIC, CAM = Signal.MICROPHONE, Signal.CAMERA


def at(seconds: float) -> Moment:
    return Moment(Instant(seconds), datetime(2026, 3, 2, 9), 0.0)


def after(*rows: tuple[float, Signal, bool]) -> Signals:
    """Return the signals after things were sensed at some seconds."""
    now = Signals()
    for seconds, signal, on in rows:
        now = signals.sensed(signals.passed(now, at(seconds)), signal, at(seconds), on=on)
    return now


def test_at_first_nothing_is_on():
    assert Signals() == Signals((), NoCall())
    assert not Signals().in_call
    assert signals.deadline(Signals()) is None


def test_a_microphone_is_a_call_after_ten_seconds():
    now = after((100, MIC, True))
    assert now == Signals((MIC,), Starting(Instant(100)))
    assert not now.in_call
    assert signals.deadline(now) == 110
    assert signals.passed(now, at(109.9)) == now
    call = signals.passed(now, at(110))
    assert call == Signals((MIC,), InCall(Instant(100)))
    assert call.in_call
    assert signals.deadline(call) is None


def test_a_microphone_that_drops_sooner_was_no_call():
    assert after((100, MIC, True), (109, MIC, False)) == Signals((), NoCall())


def test_on_again_it_begins_anew():
    assert after((100, MIC, True), (105, MIC, False), (106, MIC, True)).call == Starting(Instant(106))


def test_a_call_is_over_after_ten_seconds_without_any_device():
    now = after((100, MIC, True), (200, MIC, False))
    assert now == Signals((), Ending(Instant(100), Instant(200)))
    assert now.in_call, "not yet for certain"
    assert signals.deadline(now) == 210
    assert signals.passed(now, at(209.9)) == now
    assert signals.passed(now, at(210)) == Signals((), NoCall())


def test_a_short_drop_inside_is_one_call():
    now = after((100, MIC, True), (200, MIC, False), (209, MIC, True))
    assert now.call == InCall(Instant(100))


def test_microphone_and_camera_are_one_call():
    now = after((100, MIC, True), (105, CAM, True), (108, MIC, False), (112, CAM, True))
    assert now == Signals((CAM,), InCall(Instant(100)))
    assert after((100, MIC, True), (105, CAM, True), (150, MIC, False)).call == InCall(Instant(100))


@pytest.mark.parametrize("signal", [each for each in Signal if each not in (MIC, CAM)])
def test_nothing_else_is_a_call(signal):
    assert after((100, signal, True)) == Signals((signal,), NoCall())
    assert after((100, signal, True), (101, signal, False)) == Signals()


def test_on_twice_and_off_twice_change_nothing():
    once = after((100, MIC, True), (120, MIC, True))
    assert once == Signals((MIC,), InCall(Instant(100)))
    assert after((100, MIC, True), (120, MIC, False), (121, MIC, False)).call == Ending(Instant(100), Instant(120))
    assert after((100, MIC, False)) == Signals()


def test_signals_stand_in_one_order_however_they_came():
    one = after((1, Signal.SHARING, True), (2, Signal.WATCHING, True))
    other = after((1, Signal.WATCHING, True), (2, Signal.SHARING, True))
    assert one.on == other.on
