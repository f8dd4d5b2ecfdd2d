"""A D-Bus connection that never blocks: jeepney's messages, carried by the loop.

It connects by itself, again whenever the bus goes, and tells those who listen. Everything here runs in the loop's
thread.
"""

import logging
import os
from collections.abc import Callable, Mapping
from typing import Any

from jeepney import DBusAddress, HeaderFields, MessageFlag, MessageType, message_bus
from jeepney import new_error as make_error
from jeepney import new_method_call as make_call
from jeepney import new_method_return as make_return
from jeepney import new_signal as make_signal
from jeepney.bus import get_connectable_addresses

from unkink.adapters.dbus.link import CALL_LIMIT, DISCONNECTED, Failure, Link, Reply
from unkink.adapters.loop import Loop, Timer
from unkink.domain.units import Seconds
from unkink.frozen import dataclass

log = logging.getLogger(__name__)

RETRY: tuple[Seconds, ...] = (1.0, 2.0, 5.0, 10.0, 30.0)
"""How long to wait before the next try; the last one again and again."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A call or a signal from somebody else."""

    sender: str
    path: str
    interface: str
    member: str
    body: tuple[Any, ...]


Handler = Callable[[Incoming], tuple[str, tuple[Any, ...]]]
"""Answers a call with a signature and a body; raises LookupError where there is no such method."""


def session_address() -> str:
    """Return the address of the session bus; empty where there is none."""
    address = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    if address:
        return address
    path = os.path.join(os.environ.get("XDG_RUNTIME_DIR", ""), "bus")
    return f"unix:path={path}" if os.path.isabs(path) and os.path.exists(path) else ""


def system_address() -> str:
    """Return the address of the system bus; empty where there is none."""
    address = os.environ.get("DBUS_SYSTEM_BUS_ADDRESS", "")
    if address:
        return address
    path = "/run/dbus/system_bus_socket"
    return f"unix:path={path}" if os.path.exists(path) else ""


class Bus:
    """One connection to one bus.

    Args:
        loop: what carries it.
        address: returns the bus's address, asked for at each try.
        what: what to call it where it is missing ("D-Bus session bus").
    """

    def __init__(self, loop: Loop, address: Callable[[], str], what: str) -> None:
        self._loop = loop
        self._address = address
        self._what = what
        self._link: Link | None = None
        self._retry = iter(RETRY)
        self._timer: Timer | None = None
        self._stopped = False
        self._listeners: list[Callable[[], None]] = []
        self._matches: dict[str, list[tuple[Mapping[str, str], Callable[[Incoming], None]]]] = {}
        self._objects: dict[str, Handler] = {}
        self.up = False
        self.reason = f"no {what} yet"

    # -- for everybody ---------------------------------------------------------------

    def start(self) -> None:
        """Begin to connect."""
        self._connect()

    def stop(self) -> None:
        """Disconnect for good."""
        self._stopped = True
        if self._timer:
            self._timer.cancel()
        if self._link:
            self._link.close()
        self._link, self.up = None, False

    def listen(self, changed: Callable[[], None]) -> None:
        """Call `changed` whenever `up` changed, and soon if it is up already."""
        self._listeners.append(changed)
        if self.up:
            changed()

    @property
    def name(self) -> str:
        """Our unique name; empty while down."""
        return self._link.name if self._link else ""

    def call(
        self,
        to: tuple[str, str, str],
        method: str,
        signature: str = "",
        body: tuple[Any, ...] = (),
        done: Callable[[Reply], None] | None = None,
        limit: Seconds = CALL_LIMIT,
    ) -> None:
        """Call a method; `done` gets its body, or a Failure after `limit` seconds at the latest.

        Args:
            to: bus name, path and interface.
            method: its name.
            signature: the signature of the body; empty where there is none.
            body: the arguments.
            done: called in the loop's thread; None where nobody wants to know.
            limit: seconds.
        """
        done = done or (lambda _: None)
        if self._link is None or not self.up:
            done(Failure(DISCONNECTED, self.reason))
            return
        name, path, interface = to
        message = make_call(DBusAddress(path, bus_name=name, interface=interface), method, signature or None, body)
        self._link.send(message, done, limit)

    def emit(self, path: str, interface: str, member: str, signature: str = "", body: tuple[Any, ...] = ()) -> None:
        """Send a signal; while down it is lost, as signals are."""
        if self._link is not None and self.up:
            self._link.send(make_signal(DBusAddress(path, interface=interface), member, signature or None, body))

    def subscribe(self, match: Mapping[str, str], heard: Callable[[Incoming], None]) -> None:
        """Call `heard` for each signal that matches: keys as in D-Bus match rules, no `type`. Outlives the link."""
        rule = ",".join([*(f"{key}='{value}'" for key, value in sorted(match.items())), "type='signal'"])
        known = rule in self._matches
        self._matches.setdefault(rule, []).append((match, heard))
        if self.up and self._link and not known:
            self._link.send(message_bus.AddMatch(rule))

    def serve(self, path: str, handler: Handler) -> None:
        """Answer calls to an object path."""
        self._objects[path] = handler

    # -- coming and going ---------------------------------------------------------------

    def _connect(self) -> None:
        self._timer = None
        if self._stopped:
            return
        address = self._address()
        if not address:
            self._down(f"no {self._what}")
            return
        try:
            where = next(iter(get_connectable_addresses(address)))
            self._link = Link(self._loop, where, self._ready, self._heard, self._down)
        except (OSError, RuntimeError, ValueError) as error:
            self._down(f"no {self._what}: {error}")

    def _ready(self) -> None:
        assert self._link is not None  # noqa: S101  it called us
        log.info("%s: connected as %s", self._what, self._link.name)
        self.up, self.reason, self._retry = True, "", iter(RETRY)
        for rule in self._matches:
            self._link.send(message_bus.AddMatch(rule))
        self._tell()

    def _down(self, why: str) -> None:
        was_up, first = self.up, self.reason
        self._link, self.up, self.reason = None, False, why
        if self._stopped:
            return
        if was_up or first != why:
            log.warning("%s", why)
        self._timer = self._loop.later(next(self._retry, RETRY[-1]), self._connect)
        if was_up:
            self._tell()

    def _tell(self) -> None:
        for listener in list(self._listeners):
            listener()

    def _heard(self, message: Any) -> None:
        fields = message.header.fields
        incoming = Incoming(
            fields.get(HeaderFields.sender, ""),
            fields.get(HeaderFields.path, ""),
            fields.get(HeaderFields.interface, ""),
            fields.get(HeaderFields.member, ""),
            message.body,
        )
        if message.header.message_type is MessageType.method_call:
            self._answer(message, incoming)
        elif message.header.message_type is MessageType.signal:
            for subscribers in list(self._matches.values()):
                for match, heard in subscribers:
                    if _matches(match, incoming):
                        heard(incoming)

    def _answer(self, message: Any, incoming: Incoming) -> None:
        assert self._link is not None  # noqa: S101  it called us
        try:
            signature, body = self._objects[incoming.path](incoming)
        except LookupError:
            what = f"{incoming.interface}.{incoming.member} at {incoming.path}"
            answer = make_error(message, "org.freedesktop.DBus.Error.UnknownMethod", "s", (what,))
        else:
            answer = make_return(message, signature or None, body)
        if not message.header.flags & MessageFlag.no_reply_expected:
            self._link.send(answer)


def _matches(match: Mapping[str, str], incoming: Incoming) -> bool:
    """Return whether a signal fits; the sender is left to the bus, who knows which unique name owns which."""
    wanted = {"path": incoming.path, "interface": incoming.interface, "member": incoming.member}
    if any(match.get(key, value) != value for key, value in wanted.items()):
        return False
    return "arg0" not in match or (bool(incoming.body) and incoming.body[0] == match["arg0"])
