"""No text that people read claims what nobody has shown, grades anybody, or orders them about (evidence 3.2 and 7.5).

Evidence rows and red flags quote others, and are exempt; so is code that people do not read.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

CATALOGUE = Path("src/unkink/catalogue")
MAY_NOT = [
    r"releas\w* (the |your )?(fascia|endorphins|knots|toxins|tension from)",
    r"break\w* (up|down) (knots|adhesions|scar)",
    r"flush\w* (out )?(the )?(toxins|lactic)",
    r"toxins?",
    r"boosts? (your )?productivity",
    r"bad posture",
    r"(good|perfect|correct|proper|poor|wrong) posture",
    r"fix(es)? your (posture|back|neck)",
    r"slouch\w*",
    r"(cure|heal)s?\b",
    r"treat(s|ment)?\b",
    r"prevents? (injur\w*|pain|\w* disease)",
    r"no pain,? no gain",
    r"push through",
    r"(reduces?|lowers?) inflammation",
    r"improves? (blood )?(circulation|flow)",
    r"protects? your (eyes|eyesight|vision)",
    r"relieves? (back |neck )?pain",
    r"sitting is (killing|the new)",
    r"you (must|failed|missed|skipped)",
    r"you should (sit|stand|straighten|stop slouching)",
    r"sit up straight|straighten up",
    r"well done|good job|great job",
]
"""What may not be said anywhere, as patterns."""
FINE = ("It treats nothing", "treats nothing")
"""A sentence that says what unkink does not do."""


def texts_of_toml(file: Path) -> Iterator[str]:
    def strings(found) -> Iterator[str]:
        if isinstance(found, str):
            yield found
        elif isinstance(found, dict):
            for key, value in found.items():
                if key not in ("id", "hide_if", "care_if", "evidence", "technique"):
                    yield from strings(value)
        elif isinstance(found, list):
            for value in found:
                yield from strings(value)

    yield from strings(tomllib.loads(file.read_text(encoding="utf-8")))


def texts_of_code(file: Path) -> Iterator[str]:
    """Yield what stands in _() and ngettext()."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
            for argument in node.args:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value


def sources() -> dict[str, list[str]]:
    """Return every text that people read, by its file."""
    found = {str(file): list(texts_of_code(file)) for file in sorted(Path("src/unkink").rglob("*.py"))}
    for file in (*sorted(CATALOGUE.glob("exercises/*.toml")), CATALOGUE / "routines.toml", CATALOGUE / "cues.toml"):
        found[str(file)] = list(texts_of_toml(file))
    found["README.md"] = Path("README.md").read_text(encoding="utf-8").splitlines()
    found["config.example.toml"] = Path("config.example.toml").read_text(encoding="utf-8").splitlines()
    return {name: texts for name, texts in found.items() if texts}


SOURCES = sources()


def test_there_is_something_to_look_at():
    assert sum(map(len, SOURCES.values())) > 1200


@pytest.mark.parametrize("name", SOURCES)
def test_nothing_is_claimed_that_may_not_be(name):
    for text in SOURCES[name]:
        if any(fine in text for fine in FINE):
            continue
        for pattern in MAY_NOT:
            found = re.search(rf"\b{pattern}", text, re.IGNORECASE)
            assert not found, f"{found and found[0]!r} in {text!r}"


@pytest.mark.parametrize("name", [name for name in SOURCES if name.endswith((".toml", ".py"))])
def test_nobody_is_shouted_at(name):
    for text in SOURCES[name]:
        assert "!" not in text.replace("!=", ""), text


@pytest.mark.parametrize(
    "text",
    [
        "This releases your fascia.",
        "Flushes out toxins",
        "Boosts your productivity",
        "Heals a sore back",
        "You should sit up straight",
        "You skipped four breaks",
        "Protects your eyesight",
    ],
)
def test_what_may_not_be_said_would_be_found(text):
    assert any(re.search(rf"\b{pattern}", text, re.IGNORECASE) for pattern in MAY_NOT)
