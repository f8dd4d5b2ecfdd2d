"""The config file on the disk, and the config in force."""

import os

from unkink.config.load import Problem, read
from unkink.config.schema import Config


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
            with open(self.path, encoding="utf-8") as stream:
                text = stream.read()
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
            OSError: it cannot be made.
        """
        os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)
        if not os.path.exists(self.path):
            from unkink.config.example import example  # noqa: PLC0415  once in a life

            with open(self.path, "x", encoding="utf-8") as stream:
                stream.write(example())
        return self.path
