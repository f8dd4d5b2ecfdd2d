"""What a person has told of their body: a file of its own, for their eyes only, that never enters a log."""

import json
import os
from dataclasses import replace
from datetime import date, datetime

from unkink.catalogue.health import load_red_flags, load_tags
from unkink.domain.health import Health
from unkink.domain.hours import day_of
from unkink.domain.screening import Answers, Pressure, health
from unkink.files import write_whole
from unkink.wire.plain import Malformed, from_plain, to_plain

VERSION = 1


class BodyFile:
    """The answers about health.

    Args:
        path: the file; it need not exist.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.trouble = ""
        """What is wrong with the file, for the user to read; nothing of what stands in it."""

    def load(self) -> Answers:
        """Return what was answered; a file that makes no sense is moved aside, and nothing was answered."""
        try:
            with open(self.path, encoding="utf-8") as stream:
                found = json.load(stream)
            if not isinstance(found, dict) or found.pop("version", None) != VERSION:
                raise Malformed("it is of another kind or version")
            return from_plain(found, Answers)
        except FileNotFoundError:
            return Answers()
        except OSError as error:
            self.trouble = f"{self.path} can't be read: {error.strerror}"
        except ValueError:
            self._set_aside()
        return Answers()

    def save(self, answers: Answers) -> None:
        """Keep answers in place of the last ones.

        Raises:
            OSError: they cannot be written.
        """
        write_whole(self.path, json.dumps({"version": VERSION, **to_plain(answers, Answers)}, ensure_ascii=False))

    def forget(self) -> bool:
        """Delete them; whether there were any.

        Raises:
            OSError: they cannot be deleted.
        """
        if not os.path.exists(self.path):
            return False
        os.remove(self.path)
        return True

    def unwell(self, now: datetime) -> None:
        """Keep that they are unwell today.

        Raises:
            OSError: it cannot be written.
        """
        self.save(replace(self.load(), unwell_on=day_of(now)))

    def _set_aside(self) -> None:
        aside = f"{self.path}.broken"
        try:
            os.replace(self.path, aside)
            self.trouble = f"{self.path} made no sense; it is kept as {aside}"
        except OSError as error:
            self.trouble = f"{self.path} made no sense and can't be moved aside: {error.strerror}"


def body_path(folder: str) -> str:
    """Return where the answers are kept, in the folder of the program's data."""
    return os.path.join(folder, "body.json")


def health_of(answers: Answers, pressure: str, today: date) -> Health:
    """Return what follows of answers, with the red flags and tags that come with the program.

    Raises:
        UnkinkError: those can't be read.
    """
    if not (answers.red_flags or answers.tags):
        return health(answers, (), (), Pressure(pressure), today)
    regional = [tag.name for tag in load_tags() if tag.regional]
    return health(answers, load_red_flags(), regional, Pressure(pressure), today)
