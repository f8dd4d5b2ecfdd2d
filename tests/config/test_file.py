"""The file on the disk: made once, for the user only, and deleted it is the defaults."""

import os
import subprocess
import sys

import pytest

from unkink.config.example import example
from unkink.config.file import ConfigFile
from unkink.config.schema import Config


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


def test_a_file_that_is_deleted_is_the_defaults_and_its_problems_are_gone(tmp_path):
    path = tmp_path / "config.toml"
    path.write_text('[rhythm]\nmove_every = "45m"\nlength = "x"\n')
    file = ConfigFile(str(path))
    assert file.load().rhythm.move_every == 2700
    assert file.problems
    path.unlink()
    assert file.load() == Config()
    assert file.problems == ()
