"""The file on the disk: made once, for the user only, and deleted it is the defaults."""

import contextlib
import os
import subprocess
import sys

import pytest

from unkink.config.example import example
from unkink.config.file import ConfigFile
from unkink.config.schema import Config
from unkink.errors import UnkinkError


def test_the_example_is_printed_for_the_file_at_the_root():
    printed = subprocess.run(
        [sys.executable, "-m", "unkink.config.example"], capture_output=True, text=True, check=True
    ).stdout
    assert printed == example()


def test_where_the_file_cannot_be_made_ensure_says_so(tmp_path):
    (tmp_path / "conf").touch()
    with pytest.raises(OSError, match="conf"):
        ConfigFile(str(tmp_path / "conf" / "config.toml")).ensure()


def test_the_folder_of_a_new_file_is_the_users_only(tmp_path):
    ConfigFile(str(tmp_path / "conf" / "config.toml")).ensure()
    assert os.stat(tmp_path / "conf").st_mode & 0o777 == 0o700


def test_a_link_that_leads_to_nothing_is_named_with_where_it_leads(tmp_path):
    path = tmp_path / "config.toml"
    path.symlink_to(tmp_path / "gone" / "mine.toml")
    said = f"{path} is a link to {tmp_path}/gone/mine.toml, which is not there."
    file = ConfigFile(str(path))
    for act in (file.ensure, lambda: file.change(str.upper, make=True), lambda: file.change(str.upper, make=False)):
        with pytest.raises(UnkinkError) as caught:
            act()
        assert caught.value.message == said
    assert os.listdir(tmp_path) == ["config.toml"]


def test_a_folder_that_is_a_link_to_nothing_is_named_too(tmp_path):
    (tmp_path / "conf").symlink_to("gone")
    with pytest.raises(UnkinkError, match=f"{tmp_path}/conf is a link to {tmp_path}/gone, which is not there."):
        ConfigFile(str(tmp_path / "conf" / "config.toml")).ensure()


def test_a_change_that_fails_or_changes_nothing_writes_nothing(tmp_path):
    file = ConfigFile(str(tmp_path / "conf" / "config.toml"))

    def fails(text):
        raise UnkinkError("no")

    for change, make in ((fails, True), (fails, False), (str, True), (str, False)):
        with contextlib.suppress(UnkinkError):
            file.change(change, make=make)
    assert os.listdir(tmp_path) == []
    file.change(str.upper, make=True)
    with open(file.path, encoding="utf-8") as stream:
        assert stream.read() == example().upper()


def test_a_file_that_is_deleted_is_the_defaults_and_its_problems_are_gone(tmp_path):
    path = tmp_path / "config.toml"
    path.write_text('[rhythm]\nmove_every = "45m"\nlength = "x"\n')
    file = ConfigFile(str(path))
    assert file.load().rhythm.move_every == 2700
    assert file.problems
    path.unlink()
    assert file.load() == Config()
    assert file.problems == ()
