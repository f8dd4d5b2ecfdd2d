"""The file of answers about health: for its owner's eyes only, whole or not there, and never in the way."""

import json
import os
import stat
from datetime import date, datetime

import pytest

from unkink.config.body import BodyFile, body_path, health_of
from unkink.domain.health import Level
from unkink.domain.screening import Answers, Pain, Question, Told

EVERYTHING = Answers(
    answered=(Question.RED_FLAGS, Question.PAIN),
    on=date(2026, 3, 2),
    red_flags=(Told("lasting", ("neck",)),),
    pains=(Pain(("neck",), "a year", 4, spreads=True, swollen=False, better="heat", worse="calls", said="–"),),
    leave_out=("foot",),
    gentle=("jaw",),
    tags=(Told("open-wound", ("hand",)), Told("pregnancy")),
    weeks=12,
    unwell_on=date(2026, 3, 2),
)


@pytest.fixture
def file(tmp_path) -> BodyFile:
    return BodyFile(body_path(str(tmp_path / "data")))


def test_what_is_saved_is_loaded(file):
    file.save(EVERYTHING)
    assert file.load() == EVERYTHING
    assert file.trouble == ""


def test_nobody_else_can_read_it(file):
    file.save(EVERYTHING)
    assert stat.S_IMODE(os.stat(file.path).st_mode) == 0o600
    assert stat.S_IMODE(os.stat(os.path.dirname(file.path)).st_mode) == 0o700


def test_without_a_file_nothing_was_answered(file):
    assert file.load() == Answers()
    assert not file.forget()


def test_what_is_forgotten_is_gone(file):
    file.save(EVERYTHING)
    assert file.forget()
    assert os.listdir(os.path.dirname(file.path)) == []


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"version": 2}', '{"version": 1, "answered": 7}', "\xff"])
def test_a_file_that_makes_no_sense_is_moved_aside_and_named_without_what_stands_in_it(file, text):
    os.makedirs(os.path.dirname(file.path))
    with open(file.path, "w", encoding="latin-1") as stream:
        stream.write(text)
    assert file.load() == Answers()
    assert file.trouble == f"{file.path} made no sense; it is kept as {file.path}.broken"
    assert os.path.exists(f"{file.path}.broken")


def test_a_file_that_can_not_be_read_is_left_where_it_is(file):
    os.makedirs(file.path)
    assert file.load() == Answers()
    assert file.trouble.startswith(f"{file.path} can't be read")
    assert os.path.isdir(file.path)


def test_unwell_is_kept_for_the_day_which_begins_at_four(file):
    file.save(EVERYTHING)
    file.unwell(datetime(2026, 3, 9, 3, 59))
    assert file.load().unwell_on == date(2026, 3, 8)
    assert file.load().tags == EVERYTHING.tags


def test_what_follows_is_found_with_the_tags_and_red_flags_that_come_with_the_program():
    health = health_of(EVERYTHING, "light", date(2026, 3, 2))
    assert health.level is Level.BOOK
    assert health.seen_first == {"neck"}
    assert {flag.tag: set(flag.areas) for flag in health.flags} == {
        "open-wound": {"hand"},
        "pregnancy": set(),
        "spine-condition": set(),
    }
    assert (health.unwell, health.touch_limit) == (True, 1)


def test_the_document_has_nothing_but_what_was_answered(file):
    file.save(Answers())
    with open(file.path, encoding="utf-8") as stream:
        assert set(json.load(stream)) == {"version", *Answers.__match_args__}
