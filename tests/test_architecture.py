"""What docs/architecture.md says of the whole: sizes, names, what the daemon may hold, where the time is read."""

import ast
import json
import subprocess
import sys
from pathlib import Path
from statistics import median

import pytest

SOURCES = sorted(Path("src/unkink").rglob("*.py"))
FORBIDDEN_NAMES = {"utils", "helpers", "manager", "service", "base", "common", "misc"}
CLOCKS = {
    "src/unkink/adapters/clock.py",
    "src/unkink/cli/commands/setup.py",
    "src/unkink/cli/commands/start.py",
    "src/unkink/cli/commands/stop.py",
}
"""Where a clock is read: the daemon's one place, two verbs of the command line that wait for the daemon, and one
that keeps the day."""


def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def test_modules_are_small():
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert max(lines.values()) <= 400, max(lines, key=lines.get)
    assert median(lines.values()) < 120


def test_functions_are_small():
    long = [
        f"{path}:{node.lineno} {node.name}"
        for path in SOURCES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno - node.lineno >= 60
    ]
    assert long == []


def test_no_module_has_a_name_that_says_nothing():
    assert [path for path in SOURCES if path.stem in FORBIDDEN_NAMES] == []


def test_a_clock_is_read_in_one_place():
    found = set()
    for path in SOURCES:
        if "ui" in path.parts:
            continue
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                read = (node.value.id, node.attr)
                if read in {
                    ("time", "monotonic"),
                    ("time", "time"),
                    ("time", "perf_counter"),
                    ("datetime", "now"),
                    ("time", "clock_gettime"),
                }:
                    found.add(str(path))
    # The calendar gives `schedule` our time under that name; it reads none.
    assert found - {"src/unkink/adapters/calendar.py"} <= CLOCKS


def test_nothing_is_left_to_do_in_the_sources():
    words = [
        f"{path}:{n}"
        for path in SOURCES
        for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if "TODO" in line or "FIXME" in line
    ]
    assert words == []


def test_every_public_thing_says_what_it_is():
    silent = []
    for path in SOURCES:
        module = tree(path)
        if ast.get_docstring(module) is None:
            silent.append(str(path))
        classes = [node for node in ast.walk(module) if isinstance(node, ast.ClassDef) and node.name[0] != "_"]
        silent += [f"{path}: {node.name}" for node in classes if ast.get_docstring(node) is None]
    assert silent == []


def imported(statement):
    """Return the top-level names of the modules that a fresh interpreter has after a statement."""
    code = f"import sys, json; {statement}; print(json.dumps(sorted({{m.split('.')[0] for m in sys.modules}})))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(json.loads(said.stdout.splitlines()[-1]))


@pytest.mark.skipif(sys.platform != "linux", reason="on Windows and macOS pystray brings Pillow")
def test_the_daemon_holds_no_heavy_library():
    heavy = {
        "PySide6",
        "shiboken6",
        "asyncio",
        "attr",
        "attrs",
        "pydantic",
        "click",
        "rich",
        "PIL",
        "Xlib",
        "tomlkit",
        "platformdirs",
        "plyer",
        "pathlib",
        "multiprocessing",
        "difflib",
    }
    loaded = imported(
        "import unkink.daemon, unkink.adapters.dbus.bus, unkink.adapters.idle.x11, unkink.adapters.tray.sni, "
        "unkink.adapters.notify.freedesktop, unkink.adapters.guide"
    )
    assert loaded & heavy == set()


def test_the_command_line_loads_neither_the_daemon_nor_tables_until_they_are_needed():
    loaded = imported("import unkink.cli.main, unkink.cli.commands.status")
    assert loaded & {"rich", "sqlite3", "tomllib", "jeepney", "pystray", "PySide6"} == set()


def test_importing_does_nothing():
    said = subprocess.run(
        [sys.executable, "-c", "import unkink.daemon, unkink.cli.main"],
        capture_output=True,
        text=True,
        check=True,
        env={"PATH": "", "PYTHONPATH": "src"},
    )
    assert (said.stdout, said.stderr) == ("", "")
