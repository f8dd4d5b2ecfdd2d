"""Whether a window can be opened is found out before Qt would abort, and what would help is named."""

import json
import os
import subprocess
import sys

from unkink.ui.preflight import _library, _missing, trouble


def check(**env):
    said = subprocess.run(
        [sys.executable, "-m", "unkink.ui", "--check"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **env},
    )
    return said.returncode, json.loads(said.stdout)


def test_without_a_display_there_is_no_window():
    status, said = check()
    assert status == 1
    assert said["is"] == "Trouble"
    assert "no display" in said["reason"]
    assert trouble() is not None


def test_a_missing_library_is_named_with_its_package(tmp_path):
    # A PySide6 whose import fails as the real one does where Mesa is missing.
    package = tmp_path / "PySide6"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "QtWidgets.py").write_text(
        "raise ImportError('libEGL.so.1: cannot open shared object file: No such file or directory')\n"
    )
    path = os.pathsep.join([str(tmp_path), os.path.abspath("src")])
    status, said = check(DISPLAY=":0", PYTHONPATH=path)
    assert status == 1
    assert (said["reason"], said["hint"]) == ("libEGL.so.1 is not installed", "apt install libegl1")


def test_a_missing_qt_is_named(tmp_path):
    (tmp_path / "PySide6.py").write_text("raise ImportError('No module named PySide6')\n")
    path = os.pathsep.join([str(tmp_path), os.path.abspath("src")])
    status, said = check(DISPLAY=":0", PYTHONPATH=path)
    assert status == 1
    assert said["hint"] == "pip install PySide6-Essentials"


def test_libraries_are_found_in_what_the_loader_says():
    error = "libxcb-cursor.so.0: cannot open shared object file: No such file or directory"
    assert _library(error) == "libxcb-cursor.so.0"
    assert _library("something else") == ""
    assert _missing("libxcb-cursor.so.0").hint == "apt install libxcb-cursor0"
    assert _missing("libweird.so.9").hint == "install the package that has libweird.so.9"
