"""The README says what is done: its commands are those that are run, its links and pictures are there."""

import re
import tomllib
from pathlib import Path

import pytest

from unkink.cli.main import VERBS
from unkink.config.load import read

README = Path("README.md").read_text(encoding="utf-8")


def blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_the_test_command_is_the_one_that_runs_on_every_change():
    last = Path(".ci/run").read_text(encoding="utf-8").splitlines()[-1]
    assert blocks("sh")[1].strip() == last.replace("install -q", "install")


def test_every_verb_there_is_stands_in_it_and_no_other():
    table = README[README.index("| verb |") :]
    rows = re.findall(r"^\| (`.*) \|", table, re.MULTILINE)
    verbs = {word.split()[0] for row in rows for word in re.findall(r"`([a-z][^`]*)`", row.split(" | ")[0])}
    assert verbs == set(VERBS)


def test_its_settings_are_right():
    (text,) = blocks("toml")
    _, problems = read(text, "README.md")
    assert problems == ()
    assert tomllib.loads(text).keys() == {"rhythm", "you", "hours", "break", "appointment"}


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", *map(str, sorted(Path("docs").glob("*.md")))])
def test_its_links_lead_somewhere(page):
    text = Path(page).read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"\]\(([^)]+)\)", text) if "://" not in target]
    assert [target for target in targets if not (Path(page).parent / target).exists()] == []
