"""The config file on the disk, and the config in force."""

import os
import stat
from collections.abc import Callable

from unkink.config.load import Problem, read
from unkink.config.schema import Config
from unkink.errors import UnkinkError
from unkink.files import write_whole


class ConfigFile:
    """Reads a config file again and again; what is wrong in it keeps its last good value.

    Args:
        path: the file; it need not exist.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.config = Config()
        self.problems: tuple[Problem, ...] = ()

    def load(self) -> Config:
        """Read the file, and return the config that is in force from now on."""
        try:
            text = _text(self.path)
        except FileNotFoundError:
            self.config, self.problems = Config(), ()
            return self.config
        except (OSError, UnicodeDecodeError) as error:
            why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
            self.problems = (Problem(self.path, 0, "", str(why), "it must be readable", kept="everything as it was"),)
            return self.config
        self.config, self.problems = read(text, self.path, self.config)
        return self.config

    def ensure(self) -> str:
        """Make the file from the example where it is missing, and return its path.

        Raises:
            UnkinkError: it is a link that leads to nothing.
            OSError: it cannot be made.
        """
        path = self._real()
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        if not os.path.exists(path):
            with open(path, "x", encoding="utf-8") as stream:
                stream.write(_example())
        return self.path

    def change(self, change: Callable[[str], str], *, make: bool) -> None:
        """Change the text of the file in one piece; where it is a link, of what it leads to.

        Nothing is written before the change is known, nor where it changes nothing.

        Args:
            change: returns the new text of an old one.
            make: whether a file that is missing is made, from the example.

        Raises:
            UnkinkError: what `change` raises; the file is not UTF-8; it is a link that leads to nothing.
            OSError: it cannot be read or written.
        """
        path, mode = self._real(), 0o600
        try:
            text, mode = _text(path), stat.S_IMODE(os.stat(path).st_mode)
        except FileNotFoundError:
            text = _example() if make else ""
        except UnicodeDecodeError:
            raise UnkinkError("The settings can't be changed", f"{self.path} is not UTF-8.") from None
        changed = change(text)
        if changed != text:
            write_whole(path, changed, mode)

    def _real(self) -> str:
        """Return the path of the file itself.

        Raises:
            UnkinkError: it is a link that leads to nothing: where its owner keeps the file is nowhere to make one.
        """
        for path in (os.path.dirname(self.path), self.path):
            if os.path.islink(path) and not os.path.exists(path):
                leads = f"{path} is a link to {os.path.realpath(path)}, which is not there."
                raise UnkinkError("The settings can't be changed", leads)
        return os.path.realpath(self.path)


def _text(path: str) -> str:
    """Return what stands in a file, each line with the end it has."""
    with open(path, encoding="utf-8", newline="") as stream:
        return stream.read()


def _example() -> str:
    from unkink.config.example import example  # noqa: PLC0415  once in a life

    return example()
