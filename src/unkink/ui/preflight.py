"""Whether a window can be opened here. Qt aborts the process where an X library is missing, so look first."""

import ctypes
import os
import re
import sys

from unkink.wire.window import Trouble

_DEBIAN = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
"""Debian's package of each library that Qt needs and a small system may lack."""


def trouble() -> Trouble | None:
    """Return what keeps a window from being opened, and what would help; None where nothing does."""
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return Trouble("no display (neither DISPLAY nor WAYLAND_DISPLAY is set)", "")
    try:
        import PySide6.QtWidgets  # noqa: PLC0415  whether it can be imported is the question
    except ImportError as error:
        library = _library(str(error))
        if library:
            return _missing(library)
        return Trouble(f"Qt can't be loaded: {error}", "pip install PySide6-Essentials")
    if sys.platform != "linux":
        return None
    wayland = os.environ.get("WAYLAND_DISPLAY") and os.environ.get("QT_QPA_PLATFORM", "") in ("", "wayland")
    plugins = os.path.join(os.path.dirname(PySide6.QtWidgets.__file__), "Qt", "plugins", "platforms")
    try:
        # Loading the plugin loads what it needs, and names what is not there.
        ctypes.CDLL(os.path.join(plugins, "libqwayland.so" if wayland else "libqxcb.so"))
    except OSError as error:
        library = _library(str(error))
        return _missing(library) if library else None
    return None


def _library(error: str) -> str:
    found = re.match(r"(lib[\w.+-]+\.so[\d.]*): cannot open shared object file", error)
    return found[1] if found else ""


def _missing(library: str) -> Trouble:
    package = _DEBIAN.get(library)
    hint = f"apt install {package}" if package else f"install the package that has {library}"
    return Trouble(f"{library} is not installed", hint)
