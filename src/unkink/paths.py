"""Where things are: the user's folders, and the data that comes with the program.

On Linux the XDG variables are read here: platformdirs costs the daemon 1.7 MB all day for five lines. A test holds the
two equal. Windows and macOS ask platformdirs.
"""

import os
import sys

APP = "unkink"


def config_file() -> str:
    """Return the path of the config file; it need not exist."""
    return os.path.join(_folder("XDG_CONFIG_HOME", ".config", "user_config_dir"), "config.toml")


def routines_folder() -> str:
    """Return the folder of the user's own routines and exercises, beside the config file; it need not exist."""
    return os.path.join(os.path.dirname(config_file()), "routines")


def data_folder() -> str:
    """Return the folder of history and state; it need not exist."""
    return _folder("XDG_DATA_HOME", ".local/share", "user_data_dir")


def cache_folder() -> str:
    """Return the folder of what can be made again; it need not exist."""
    return _folder("XDG_CACHE_HOME", ".cache", "user_cache_dir")


def log_folder() -> str:
    """Return the folder of the log; it need not exist."""
    if sys.platform == "linux":
        return os.path.join(_folder("XDG_STATE_HOME", ".local/state", ""), "log")
    else:  # noqa: RET505  mypy reads an else as another platform's
        return _platform("user_log_dir")


def runtime_folder() -> str:
    """Return the folder of the socket and the lock, for this user and this session only."""
    if sys.platform == "linux":
        base = os.environ.get("XDG_RUNTIME_DIR", "")
        return os.path.join(base, APP) if base else os.path.join(_folder("XDG_STATE_HOME", ".local/state", ""), "run")
    else:  # noqa: RET505  mypy reads an else as another platform's
        return _platform("user_runtime_dir")


def package(*parts: str) -> str:
    """Return the path of something that lies beside the code."""
    return os.path.join(os.path.dirname(os.path.abspath(__file__)), *parts)


def icons(*parts: str) -> str:
    """Return the path of an icon: in the package where a wheel put it, else at the root of the checkout."""
    installed = package("icons")
    if os.path.isdir(installed):
        return os.path.join(installed, *parts)
    return os.path.join(os.path.dirname(os.path.dirname(package())), "icons", *parts)


def make_private(folder: str) -> str:
    """Make a folder that only its owner can enter, and return it.

    Raises:
        OSError: it cannot be made.
    """
    os.makedirs(folder, mode=0o700, exist_ok=True)
    return folder


def _folder(variable: str, fallback: str, name: str) -> str:
    if sys.platform == "linux":
        base = os.environ.get(variable, "").strip()
        # The specification says to ignore a path that is not absolute.
        base = base if os.path.isabs(base) else os.path.join(os.path.expanduser("~"), fallback)
        return os.path.join(base, APP)
    else:  # noqa: RET505  mypy reads an else as another platform's
        return _platform(name)


def _platform(name: str) -> str:
    import platformdirs  # noqa: PLC0415  not on Linux, see above

    return str(getattr(platformdirs, name)(APP, appauthor=False))
