"""Who it is for: what is set and what was told of the body, brought together."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from unkink.config import apply
from unkink.config.body import BodyFile, health_of
from unkink.config.file import ConfigFile
from unkink.domain.health import Health
from unkink.domain.person import Person
from unkink.errors import UnkinkError

log = logging.getLogger(__name__)


class You:
    """The person, as known now.

    Args:
        config: what they set.
        body: what they told of their body.
        touch: whether they have confirmed the touch notice.
        today: the day it is; it begins at 04:00.
    """

    def __init__(
        self, config: ConfigFile, body: BodyFile, touch: Callable[[], bool], today: Callable[[], date]
    ) -> None:
        self._config, self._body, self._touch, self._today = config, body, touch, today
        self._answers = body.load()

    def person(self) -> Person:
        """Return who they are today."""
        config = self._config.config
        try:
            health = health_of(self._answers, config.you.pressure, self._today())
        except UnkinkError as error:
            log.warning("%s", error)
            health = Health(unwell=True)  # what must be hidden is not known: the kindest is left
        return apply.person(config, health, touch=self._touch())

    def read(self) -> None:
        """Take note that the answers about health have changed."""
        self._answers = self._body.load()

    def unwell(self) -> Callable[[], None]:
        """Take note that they are unwell today; returns what keeps it, for whoever writes files."""
        answers = self._answers = replace(self._answers, unwell_on=self._today())
        return lambda: self._body.save(answers)

    def trouble(self) -> str:
        """Return what is wrong with the file of answers, for the user to read."""
        return self._body.trouble
