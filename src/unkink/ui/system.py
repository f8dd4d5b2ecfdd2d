"""What the desktop asks for: light or dark, motion or none."""

import subprocess
import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from unkink.ui.theme import DARK, LIGHT, Theme


def theme(app: QApplication, wanted: str) -> Theme:
    """Return the theme that was configured; for `system` the desktop's."""
    if wanted == "system":
        dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if wanted == "dark" else LIGHT


def reduced_motion() -> bool:
    """Return whether the desktop asks for pictures that do not move."""
    if sys.platform != "linux":
        return False
    command = ["gsettings", "get", "org.gnome.desktop.interface", "enable-animations"]
    try:
        said = subprocess.run(command, capture_output=True, text=True, timeout=0.5, check=False).stdout  # noqa: S603  fixed
    except (OSError, subprocess.TimeoutExpired):
        return False
    return said.strip() == "false"
