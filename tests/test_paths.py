"""Where things are, and that what is private is made so. That the XDG folders are platformdirs' stands in adapters."""

import os
import sys

import pytest

from unkink import paths


@pytest.mark.parametrize(
    ("variable", "fallback", "path"),
    [
        ("XDG_CONFIG_HOME", ".config/unkink/config.toml", paths.config_file),
        ("XDG_DATA_HOME", ".local/share/unkink", paths.data_folder),
        ("XDG_STATE_HOME", ".local/state/unkink/log", paths.log_folder),
        ("XDG_CACHE_HOME", ".cache/unkink", paths.cache_folder),
        ("XDG_CONFIG_HOME", ".config/unkink/routines", paths.routines_folder),
    ],
)
def test_each_folder_has_a_variable_of_its_own_that_is_ignored_where_it_is_relative(
    monkeypatch, own_folders, variable, fallback, path
):
    monkeypatch.setenv(variable, "relative/path")
    assert path() == str(own_folders / fallback)
    monkeypatch.setenv(variable, "/elsewhere")
    assert path().startswith("/elsewhere/unkink")


def test_the_session_has_a_folder_for_its_socket(monkeypatch, own_folders):
    assert paths.runtime_folder() == str(own_folders / "run" / "unkink")
    monkeypatch.setenv("XDG_RUNTIME_DIR", "")
    assert paths.runtime_folder() == str(own_folders / ".local/state/unkink/run")
    monkeypatch.setenv("XDG_STATE_HOME", "/state")
    assert paths.runtime_folder() == "/state/unkink/run"


def test_no_path_is_made_by_being_asked_for(own_folders):
    paths.config_file(), paths.data_folder(), paths.log_folder(), paths.runtime_folder()
    paths.cache_folder(), paths.routines_folder()
    assert os.listdir(own_folders) == ["run"]
    assert os.listdir(own_folders / "run") == []


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_elsewhere_platformdirs_is_asked(monkeypatch, platform):
    import platformdirs

    monkeypatch.setattr(sys, "platform", platform)
    found = (
        paths.config_file(),
        paths.data_folder(),
        paths.log_folder(),
        paths.runtime_folder(),
        paths.cache_folder(),
        paths.routines_folder(),
    )
    wanted = (
        os.path.join(platformdirs.user_config_dir("unkink", appauthor=False), "config.toml"),
        platformdirs.user_data_dir("unkink", appauthor=False),
        platformdirs.user_log_dir("unkink", appauthor=False),
        platformdirs.user_runtime_dir("unkink", appauthor=False),
        platformdirs.user_cache_dir("unkink", appauthor=False),
        os.path.join(platformdirs.user_config_dir("unkink", appauthor=False), "routines"),
    )
    monkeypatch.undo()
    assert found == wanted


def test_what_comes_with_the_program_is_found_from_any_folder(monkeypatch):
    here = paths.package("catalogue", "routines.toml")
    monkeypatch.chdir("/")
    assert paths.package("catalogue", "routines.toml") == here
    assert os.path.isabs(here)
    assert os.path.isfile(here)


def test_icons_are_in_the_package_or_at_the_root_of_the_checkout(monkeypatch, tmp_path):
    assert os.path.isdir(paths.icons())
    package = tmp_path / "src" / "unkink"
    package.mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(package / "paths.py"))
    assert paths.icons("tray", "x.png") == str(tmp_path / "icons" / "tray" / "x.png")
    (package / "icons").mkdir()
    assert paths.icons("tray", "x.png") == str(package / "icons" / "tray" / "x.png")


def test_a_private_folder_is_made_with_those_above_it_and_may_be_there_already(tmp_path):
    folder = str(tmp_path / "a" / "b")
    before = os.umask(0)
    try:
        assert paths.make_private(folder) == folder
    finally:
        os.umask(before)
    assert os.stat(folder).st_mode & 0o777 == 0o700
    assert paths.make_private(folder) == folder


def test_a_private_folder_that_cannot_be_made_is_an_error(tmp_path):
    (tmp_path / "file").touch()
    for path in ("file", "file/folder"):
        with pytest.raises(OSError, match="file"):
            paths.make_private(str(tmp_path / path))
