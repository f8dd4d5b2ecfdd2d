"""The state file: written whole or not at all; a broken one is moved aside and named."""

import json
import logging
import os
from collections.abc import Callable, Mapping
from datetime import datetime

from unkink.files import write_whole

log = logging.getLogger(__name__)


class StateFile:
    """One JSON document.

    Args:
        path: the file.
        submit: where the writing happens.
        now: the local time, for the name of a broken file.
    """

    def __init__(self, path: str, submit: Callable[[Callable[[], None]], None], now: Callable[[], datetime]) -> None:
        self._path = path
        self._submit = submit
        self._now = now
        self._trouble = ""

    def load(self) -> dict[str, object] | None:
        """Return what was saved; None where nothing was, or where it is broken: then it is moved aside."""
        try:
            with open(self._path, encoding="utf-8") as stream:
                document = json.load(stream)
        except FileNotFoundError:
            return None
        except OSError as error:
            self._trouble = f"{self._path} can't be read: {error.strerror}"
            log.warning("%s", self._trouble)
            return None
        except ValueError as error:
            self.set_aside(str(error))
            return None
        if not isinstance(document, dict):
            self.set_aside("it holds no document")
            return None
        return document

    def set_aside(self, why: str) -> None:
        """Move a file that makes no sense out of the way, and remember to say so."""
        aside = f"{self._path}.broken-{self._now():%Y%m%d-%H%M%S}"
        try:
            os.replace(self._path, aside)
            self._trouble = f"{self._path} made no sense ({why}); it is kept as {aside}"
        except OSError as error:
            self._trouble = f"{self._path} made no sense ({why}) and can't be moved aside: {error.strerror}"
        log.warning("%s", self._trouble)

    def save(self, document: Mapping[str, object]) -> None:
        """Keep a document in place of the last one."""
        text = json.dumps(document, separators=(",", ":"))
        self._submit(lambda: write_whole(self._path, text))

    def trouble(self) -> str:
        """Return what went wrong, for the user to read."""
        return self._trouble
