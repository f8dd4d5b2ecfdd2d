"""The daemon's end of the control pipe on Windows. Written from the documentation; not run on Windows yet."""

import logging
import threading
from collections.abc import Callable
from multiprocessing.connection import Listener
from typing import Any

from unkink.ipc.endpoint import LIMIT, socket_path
from unkink.ports import Carrier
from unkink.wire.codec import decode, encode
from unkink.wire.control import Answer, Ask
from unkink.wire.plain import Malformed

log = logging.getLogger(__name__)

Answering = Callable[[Ask, Callable[[Answer], None]], None]


class Server:
    """Listens on the control pipe, in a thread of its own: pipes can't be waited for like sockets.

    Args:
        carrier: not needed here; the same as on other platforms.
        answer: gets each request.

    Raises:
        OSError: the pipe cannot be made.
    """

    def __init__(self, carrier: Carrier, answer: Answering) -> None:
        del carrier
        self._answer = answer
        self._listener = Listener(socket_path(), "AF_PIPE")
        threading.Thread(target=self._run, name="control", daemon=True).start()

    def stop(self) -> None:
        """Stop listening."""
        self._listener.close()

    def _run(self) -> None:
        while True:
            try:
                link = self._listener.accept()
            except OSError:
                return
            try:
                self._serve(link)
            except (OSError, EOFError):
                log.debug("a client went away")

    def _serve(self, link: Any) -> None:
        try:
            ask = decode(link.recv_bytes(LIMIT), (Ask,))
        except Malformed as error:
            link.send_bytes(encode(Answer(ok=False, text=f"That made no sense: {error}", data={})))
            return
        answered = threading.Event()

        def reply(answer: Answer) -> None:
            link.send_bytes(encode(answer))
            answered.set()

        self._answer(ask, reply)
        answered.wait(10.0)
        link.close()
