"""Who it is for, of what is set and what was told; and the real daemon taking note of it."""

from datetime import date

import pytest

from tests.engine.office import real_daemon
from unkink.config import body, you
from unkink.config.body import BodyFile, body_path
from unkink.config.file import ConfigFile
from unkink.config.you import You
from unkink.domain.health import Level
from unkink.domain.screening import Answers, Told
from unkink.errors import UnkinkError
from unkink.paths import data_folder

TODAY = date(2026, 3, 2)


@pytest.fixture
def folder(tmp_path):
    return tmp_path


def known(folder, *, touch=False, today=TODAY) -> You:
    config = ConfigFile(str(folder / "config.toml"))
    config.load()
    return You(config, BodyFile(body_path(str(folder))), lambda: touch, lambda: today)


def told(folder, **answers) -> None:
    BodyFile(body_path(str(folder))).save(Answers(**answers))


def test_what_is_set_and_what_was_told_are_one_person(folder):
    (folder / "config.toml").write_text('[you]\nplace = "floor"\npressure = "light"\n')
    told(folder, tags=(Told("osteoporosis"),), leave_out=("neck",))
    person = known(folder, touch=True).person()
    assert (person.place.name, person.touch) == ("FLOOR", True)
    assert (person.health.tags, person.health.leave_out, person.health.touch_limit) == ({"osteoporosis"}, {"neck"}, 1)


def test_what_is_told_anew_counts_once_it_is_read(folder):
    found = known(folder)
    told(folder, red_flags=(Told("chest"),))
    assert found.person().health.level is Level.NONE
    found.read()
    assert found.person().health.level is Level.EMERGENCY


def test_unwell_counts_at_once_and_is_kept_for_the_day(folder):
    found = known(folder)
    keep = found.unwell()
    assert found.person().health.unwell
    assert not known(folder).person().health.unwell, "nothing is written yet"
    keep()
    assert known(folder).person().health.unwell
    assert not known(folder, today=date(2026, 3, 3)).person().health.unwell


def test_where_it_is_not_known_what_must_be_hidden_the_kindest_is_left(folder, monkeypatch):
    told(folder, tags=(Told("osteoporosis"),))

    def broken(*_):
        raise UnkinkError("The catalogue can't be read")

    monkeypatch.setattr(you, "health_of", broken)
    assert known(folder).person().health.unwell


def test_trouble_with_the_file_is_told(folder):
    (folder / "body.json").write_text("{")
    found = known(folder)
    assert "made no sense" in found.trouble()
    assert found.person().health == body.health_of(Answers(), "medium", TODAY)


def test_the_daemon_takes_note_of_what_is_told_and_of_being_unwell():
    told_file = BodyFile(body_path(data_folder()))
    with real_daemon() as daemon:
        told_file.save(Answers(red_flags=(Told("chest"),)))
        assert daemon._body_told("body").text.startswith("Breaks and cues wait")
        assert daemon._you.person().health.level is Level.EMERGENCY
        told_file.save(Answers())
        assert daemon._body_told("body").text == "Noted. It stays on this device."
        assert daemon._body_told("unwell").text.startswith("Get well.")
        assert daemon._you.person().health.unwell
    assert told_file.load().unwell_on is not None
