"""What the desktop asks for: light or dark, motion or none."""

import os
import sys
import time

import pytest

from unkink.ui.theme import DARK, LIGHT


class App:
    """An application on a desktop that is light, dark, or says nothing; Qt's own has no desktop here."""

    def __init__(self, scheme):
        self.scheme = scheme

    def styleHints(self):  # noqa: N802  Qt's name
        return self

    def colorScheme(self):  # noqa: N802  Qt's name
        from PySide6.QtCore import Qt

        return Qt.ColorScheme[self.scheme]


@pytest.mark.parametrize(
    ("wanted", "desktop", "shown"),
    [
        ("system", "Dark", DARK),
        ("system", "Light", LIGHT),
        ("system", "Unknown", LIGHT),
        ("light", "Dark", LIGHT),
        ("dark", "Light", DARK),
    ],
)
def test_the_theme_is_what_was_asked_for_or_the_desktops(qt, wanted, desktop, shown):
    from unkink.ui.system import theme

    assert theme(App(desktop), wanted) is shown


def test_a_desktop_that_says_nothing_is_light(app):
    from unkink.ui.system import theme

    assert theme(app, "system") is LIGHT


@pytest.fixture
def gsettings(tmp_path, monkeypatch):
    """Return what puts a gsettings on the path."""
    if sys.platform != "linux":
        pytest.skip("gsettings is asked on Linux only")

    def put(script):
        program = tmp_path / "gsettings"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)

    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")
    return put


ASKED = 'test "$*" = "get org.gnome.desktop.interface enable-animations" && echo'


@pytest.mark.parametrize(
    ("script", "reduced"),
    [(f"{ASKED} false", True), (f"{ASKED} true", False), ("echo 'no such schema' >&2; exit 1", False), ("", False)],
    ids=["animations off", "animations on", "no schema", "silence"],
)
def test_motion_is_reduced_where_animations_are_off(qt, gsettings, script, reduced):
    from unkink.ui.system import reduced_motion

    gsettings(script)
    assert reduced_motion() is reduced


def test_a_gsettings_that_hangs_is_not_waited_for(qt, gsettings):
    from unkink.ui.system import reduced_motion

    gsettings("exec sleep 30")
    began = time.monotonic()
    assert reduced_motion() is False
    assert time.monotonic() - began < 5


def test_without_gsettings_there_is_motion(qt, tmp_path, monkeypatch):
    from unkink.ui.system import reduced_motion

    monkeypatch.setenv("PATH", str(tmp_path))
    assert reduced_motion() is False


def test_elsewhere_gsettings_is_not_asked(qt, gsettings, monkeypatch):
    from unkink.ui.system import reduced_motion

    gsettings(f"{ASKED} false")
    monkeypatch.setattr(sys, "platform", "win32")
    assert reduced_motion() is False
