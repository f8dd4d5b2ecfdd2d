"""Idleness from the X server's own counter, by alarms of the SYNC extension: it tells, nobody polls.

IDLETIME counts the milliseconds since the last input of any device; alarms fire when it crosses a value (X
Synchronization Extension Protocol, version 3.1). An hour of typing costs no wake-up at all.
"""

import logging
import struct
from collections.abc import Callable

from unkink.adapters.loop import Loop
from unkink.adapters.x11 import X11, Extension
from unkink.domain import events
from unkink.domain.units import Seconds
from unkink.ports import Health, IdleSource, Post

log = logging.getLogger(__name__)

_INITIALIZE, _LIST_COUNTERS, _QUERY_COUNTER, _CREATE_ALARM, _CHANGE_ALARM = 0, 1, 5, 8, 9
_COUNTER, _VALUE_TYPE, _VALUE, _TEST, _DELTA, _EVENTS = 1, 2, 4, 8, 16, 32
_ABSOLUTE = 0
_POSITIVE_TRANSITION, _NEGATIVE_TRANSITION = 0, 1
_NEVER = (1 << 62) - 1
"""A value that no counter of milliseconds crosses."""
_JUST_NOW = 50
"""Milliseconds: input this fresh is input now."""


class X11Idle(IdleSource):
    """The idle source of an X session.

    Args:
        loop: what carries the connection; it is made in the thread of this loop.
        display: the value of `$DISPLAY`.
        post: gets `InputStopped` and `InputSeen`.
        lost: called once with a reason when it can work no longer.

    Raises:
        Unavailable: there is no X server.
    """

    def __init__(self, loop: Loop, display: str, post: Post, lost: Callable[[str], None]) -> None:
        self._loop, self._post, self._lost = loop, post, lost
        self._sync = Extension(0, 0)
        self._counter = 0
        self._still_alarm = self._seen_alarm = 0
        self._threshold: Seconds | None = None
        self._reason = "connecting"
        self._x = X11(loop, display, self._ready, self._gone, self._event)

    def health(self) -> Health:
        """Return whether it works."""
        return Health("x11", ok=not self._reason, reason=self._reason)

    def _arm(self, threshold: Seconds) -> None:
        self._loop.call(lambda: self._set(threshold))

    def stop(self) -> None:
        """Disconnect."""
        self._loop.call(self._x.close)

    # -- setting up ---------------------------------------------------------------------

    def _ready(self) -> None:
        self._x.extension("SYNC", self._found)

    def _found(self, sync: Extension | None) -> None:
        if sync is None:
            self._fail("the X server has no SYNC extension")
            return
        self._sync = sync
        self._request(_INITIALIZE, struct.pack("<BBxx", 3, 1), lambda _: None)
        self._request(_LIST_COUNTERS, b"", self._counters)

    def _counters(self, reply: bytes | None) -> None:
        self._counter = _find(reply or b"", b"IDLETIME")
        if not self._counter:
            self._fail("the X server does not count idle time")
            return
        self._still_alarm, self._seen_alarm = self._x.new_id(), self._x.new_id()
        for alarm, test in ((self._still_alarm, _POSITIVE_TRANSITION), (self._seen_alarm, _NEGATIVE_TRANSITION)):
            mask = _COUNTER | _VALUE_TYPE | _VALUE | _TEST | _DELTA | _EVENTS
            value = _NEVER if test == _POSITIVE_TRANSITION else -1
            values = struct.pack("<II", self._counter, _ABSOLUTE) + _int64(value) + struct.pack("<I", test)
            self._request(_CREATE_ALARM, struct.pack("<II", alarm, mask) + values + _int64(0) + struct.pack("<I", 1))
        self._reason = ""
        if self._threshold is not None:
            self._set(self._threshold)

    # -- watching -------------------------------------------------------------------------

    def _set(self, threshold: Seconds) -> None:
        self._threshold = threshold
        if self._reason:
            return  # set again as soon as the server lets us in
        self._move(self._still_alarm, round(threshold * 1000))
        # A transition fires only when it is crossed: ask where the counter stands.
        self._request(_QUERY_COUNTER, struct.pack("<I", self._counter), lambda reply: self._stands(reply, threshold))

    def _stands(self, reply: bytes | None, threshold: Seconds) -> None:
        if reply is None or self._threshold != threshold:
            return
        idle = _read_int64(reply, 8)
        if idle >= threshold * 1000:
            self._post(events.InputStopped(idle / 1000))
        if idle < _JUST_NOW:
            self._post(events.InputSeen())
        else:
            self._move(self._seen_alarm, idle - 1)

    def _event(self, packet: bytes) -> None:
        if packet[0] & 0x7F != self._sync.event + 1:
            return
        alarm = struct.unpack_from("<I", packet, 4)[0]
        idle, value = _read_int64(packet, 8), _read_int64(packet, 16)
        if alarm == self._still_alarm and self._threshold is not None and value == round(self._threshold * 1000):
            self._post(events.InputStopped(max(idle, value) / 1000))
            self._move(self._seen_alarm, value - 1)
            # Input between the alarm and this request would never cross downwards: ask.
            self._request(_QUERY_COUNTER, struct.pack("<I", self._counter), lambda reply: self._missed(reply, value))
        elif alarm == self._seen_alarm and value >= 0:
            self._move(self._seen_alarm, -1)
            self._post(events.InputSeen())

    def _missed(self, reply: bytes | None, value: int) -> None:
        if reply is not None and _read_int64(reply, 8) < value:
            self._move(self._seen_alarm, -1)
            self._post(events.InputSeen())

    # -- plumbing --------------------------------------------------------------------------

    def _move(self, alarm: int, value: int) -> None:
        self._request(_CHANGE_ALARM, struct.pack("<II", alarm, _VALUE) + _int64(value))

    def _request(self, minor: int, body: bytes, reply: Callable[[bytes | None], None] | None = None) -> None:
        self._x.request(struct.pack("<BBH", self._sync.opcode, minor, 1 + len(body) // 4) + body, reply)

    def _fail(self, why: str) -> None:
        self._x.close()
        self._gone(why)

    def _gone(self, why: str) -> None:
        self._reason = why
        self._lost(why)


def _int64(value: int) -> bytes:
    """Return a value as the protocol has it: the high half first."""
    return struct.pack("<iI", value >> 32, value & 0xFFFFFFFF)


def _read_int64(data: bytes, at: int) -> int:
    high, low = struct.unpack_from("<iI", data, at)
    return int(high << 32 | low)


def _find(reply: bytes, name: bytes) -> int:
    """Return the system counter with a name from the reply to ListSystemCounters; 0 where there is none."""
    if len(reply) < 12:
        return 0
    at = 32
    for _ in range(struct.unpack_from("<I", reply, 8)[0]):
        counter, length = struct.unpack_from("<I8xH", reply, at)
        if reply[at + 14 : at + 14 + length] == name:
            return int(counter)
        at += 14 + length + -(14 + length) % 4
    return 0
