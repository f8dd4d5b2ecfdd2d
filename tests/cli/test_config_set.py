"""`config set` and `config reset`: the owner's file changed in one piece, or not at all."""

import os

import pytest

from unkink.config.example import example
from unkink.config.load import read


@pytest.fixture
def path(own_folders):
    """Where the settings are; the folder is there, the file is not."""
    found = own_folders / ".config/unkink/config.toml"
    found.parent.mkdir(parents=True)
    return found


MINE = '# mine\n[rhythm]\nmove_every = "45m"   # not longer\n\n[look]\ntheme = "dark"\n'


def test_one_key_is_set_and_the_rest_of_the_file_stays(unkink, path):
    path.write_text(MINE)
    said = unkink("config", "set", "rhythm.move_every", "50m")
    assert (said.status, said.out, said.err) == (0, "", "")
    assert path.read_text() == MINE.replace('"45m"', '"50m"')
    assert 'move_every = "50m"  # yours\n' in unkink("config", "show").out


def test_many_keys_are_set_at_once(unkink, path):
    path.write_text(MINE)
    said = unkink("config", "set", "look.theme", "light", "rhythm.move_every", "1h30", "you.kit", '["mat"]')
    assert (said.status, said.out, said.err) == (0, "", "")
    assert path.read_text() == (
        '# mine\n[rhythm]\nmove_every = "1h30"   # not longer\n\n[look]\ntheme = "light"\n\n[you]\nkit = ["mat"]\n'
    )


def test_a_key_that_is_named_twice_has_its_last_value(unkink, path):
    path.write_text(MINE)
    assert unkink("config", "set", "look.theme", "light", "look.theme", "system").status == 0
    assert path.read_text() == MINE.replace('"dark"', '"system"')


def test_a_key_is_reset_and_the_rest_of_the_file_stays(unkink, path):
    path.write_text(MINE)
    said = unkink("config", "reset", "look.theme")
    assert (said.status, said.out, said.err) == (0, "", "")
    assert path.read_text() == MINE.replace('theme = "dark"\n', "")


def test_a_key_that_was_never_set_can_be_reset(unkink, path):
    path.write_text(MINE)
    said = unkink("config", "reset", "cues.per_hour")
    assert (said.status, said.out, said.err) == (0, "", "")
    assert path.read_text() == MINE


def test_where_there_is_no_file_the_example_is_made_and_the_key_set_in_it(unkink, own_folders):
    path = own_folders / ".config/unkink/config.toml"
    said = unkink("config", "set", "rhythm.move_every", "50m", "system.tray", "xorg")
    assert (said.status, said.out, said.err) == (0, "", "")
    text = example().replace('# move_every = "1h"\n', '# move_every = "1h"\nmove_every = "50m"\n')
    assert path.read_text() == text.replace('# tray = "auto"\n', '# tray = "auto"\ntray = "xorg"\n')
    assert path.parent.stat().st_mode & 0o777 == 0o700


REFUSED = [
    (("rhythm.move_evry", "50m"), 'There is no key "rhythm.move_evry". The nearest is rhythm.move_every. '),
    (("rhythm.move_every", "5s"), 'rhythm.move_every can\'t be 5s. It must be a duration from "10m" to "4h".\n'),
    (("rhythm.length", "3m", "look.theme", "drak"), "look.theme can't be drak. It must be "),
    (("rhythm.length", "3m", "look.them", "dark"), 'There is no key "look.them". The nearest is look.theme. '),
]


@pytest.mark.parametrize(("args", "why"), REFUSED)
def test_what_is_refused_says_why_in_a_line_and_leaves_the_very_same_file(unkink, path, args, why):
    path.write_text(MINE)
    before = path.stat()
    said = unkink("config", "set", *args)
    assert (said.status, said.out) == (1, "")
    assert said.err.startswith(why)
    assert len(said.err.splitlines()) == 1
    assert path.read_text() == MINE
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert os.listdir(path.parent) == ["config.toml"]


@pytest.mark.parametrize("args", [("set", *args) for args, _ in REFUSED] + [("reset", "rhythm.move_evry")])
def test_where_there_is_no_file_what_is_refused_makes_none(unkink, own_folders, args):
    assert unkink("config", *args).status == 1
    assert not (own_folders / ".config").exists()


def test_a_reset_where_there_is_no_file_makes_none(unkink, own_folders):
    said = unkink("config", "reset", "rhythm.move_every")
    assert (said.status, said.out, said.err) == (0, "", "")
    assert not (own_folders / ".config").exists()


def test_what_changes_nothing_leaves_the_very_same_file(unkink, path):
    path.write_text(MINE)
    before = path.stat()
    assert unkink("config", "set", "look.theme", "dark").status == 0
    assert unkink("config", "reset", "cues.per_hour").status == 0
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_reset_of_what_does_not_exist_names_the_nearest_and_leaves_the_file(unkink, path):
    path.write_text(MINE)
    said = unkink("config", "reset", "look.thme")
    assert (said.status, said.out) == (1, "")
    assert said.err == 'There is no key "look.thme". The nearest is look.theme. "unkink config show" has them all.\n'
    assert path.read_text() == MINE


@pytest.mark.parametrize(
    ("args", "wrong"),
    [
        (("set",), "Missing argument"),
        (("set", "rhythm.length"), "Each KEY needs a VALUE."),
        (("set", "rhythm.length", "2m", "look.theme"), "Each KEY needs a VALUE."),
        (("reset",), "Missing argument"),
        (("reset", "rhythm.length", "look.theme"), "unexpected extra argument"),
    ],
)
def test_what_is_not_complete_is_wrong_use_and_touches_nothing(unkink, own_folders, args, wrong):
    said = unkink("config", *args)
    assert (said.status, said.out) == (2, "")
    assert wrong in said.err
    assert not (own_folders / ".config").exists()


@pytest.mark.parametrize("args", [("set", "rhythm.length", "2m"), ("reset", "rhythm.length")])
@pytest.mark.parametrize(
    ("text", "line"), [("a = = 5\n", 1), ('[rhythm]\nlength = "90s\n', 2), ("[rhythm]\n\n[rhythm]\nx = 1\n", 3)]
)
def test_a_file_that_is_no_toml_is_left_as_it_is(unkink, path, args, text, line):
    path.write_text(text)
    said = unkink("config", *args)
    assert (said.status, said.out) == (1, "")
    assert said.err.startswith(f"The settings can't be changed. {path}:{line}: found ")
    assert said.err.endswith("; the file must be TOML.\n")
    assert len(said.err.splitlines()) == 1
    assert path.read_text() == text
    assert os.listdir(path.parent) == ["config.toml"]


@pytest.mark.parametrize("args", [("set", "rhythm.length", "2m"), ("reset", "rhythm.length")])
@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"# Gr\xf6\xdfe\n", " is not UTF-8."),
        (b"# mine\nrhythm = 5\n", ":2: rhythm.length: found rhythm = 5; it must be a table [rhythm]."),
        (b"[[rhythm]]\n", ":1: rhythm.length: found [[rhythm]]; it must be a table [rhythm]."),
        (b"x = " + b"[" * 3000, ": found brackets in brackets, deeper than can be read; the file must be TOML."),
        (b"x = " + b"9" * 5000, ": found a number that is longer than can be read; the file must be TOML."),
    ],
)
def test_a_file_in_which_nothing_can_be_set_is_named_and_left_as_it_is(unkink, path, args, content, why):
    path.write_bytes(content)
    said = unkink("config", *args)
    assert (said.status, said.out, said.err) == (1, "", f"The settings can't be changed. {path}{why}\n")
    assert path.read_bytes() == content
    assert os.listdir(path.parent) == ["config.toml"]


@pytest.mark.parametrize("content", [b"x = " + b"[" * 3000, b"x = " + b"9" * 5000])
def test_what_is_deeper_or_longer_than_can_be_read_is_told_by_a_check(unkink, path, content):
    path.write_bytes(content)
    said = unkink("config", "check")
    assert (said.status, said.out) == (1, "")
    assert said.err.startswith(f"{path}: found ")
    assert len(said.err.splitlines()) == 1


def test_each_line_keeps_its_end_and_a_new_one_has_the_same(unkink, path):
    path.write_bytes(MINE.replace("\n", "\r\n").encode())
    assert unkink("config", "set", "look.theme", "light", "rhythm.length", "3m").status == 0
    assert unkink("config", "reset", "rhythm.move_every").status == 0
    after = '# mine\n[rhythm]\nlength = "3m"\n\n[look]\ntheme = "light"\n'
    assert path.read_bytes() == after.replace("\n", "\r\n").encode()


@pytest.mark.parametrize("args", [("set", "rhythm.length", "2m"), ("reset", "rhythm.length")])
def test_a_link_that_leads_to_nothing_is_named(unkink, path, tmp_path, args):
    path.symlink_to(tmp_path / "gone.toml")
    said = unkink("config", *args)
    leads = f"{path} is a link to {tmp_path}/gone.toml, which is not there."
    assert (said.status, said.out, said.err) == (1, "", f"The settings can't be changed. {leads}\n")
    assert not (tmp_path / "gone.toml").exists()


def test_what_is_wrong_elsewhere_is_named_and_does_not_keep_the_key_back(unkink, path):
    path.write_text(MINE + 'reduced_motion = "perhaps"\n')
    said = unkink("config", "set", "rhythm.move_every", "50m")
    assert (said.status, said.out) == (0, "")
    assert said.err.startswith(f"{path}:7: look.reduced_motion: found 'perhaps'; ")
    assert len(said.err.splitlines()) == 1
    assert 'move_every = "50m"' in path.read_text()


def test_a_key_that_was_wrong_is_mended_by_a_reset(unkink, path):
    path.write_text(MINE + 'reduced_motion = "perhaps"\n')
    assert unkink("config", "reset", "look.reduced_motion").err == ""
    assert path.read_text() == MINE


@pytest.mark.parametrize("args", [("set", "rhythm.move_every", "50m"), ("reset", "rhythm.move_every")])
def test_a_link_stays_one_and_what_it_leads_to_is_changed(unkink, path, tmp_path, args):
    kept = tmp_path / "dotfiles.toml"
    kept.write_text(MINE)
    kept.chmod(0o600)
    between = tmp_path / "between"
    between.symlink_to("dotfiles.toml")
    path.symlink_to(between)
    assert unkink("config", *args).status == 0
    assert os.readlink(path) == str(between)
    assert os.readlink(between) == "dotfiles.toml"
    assert not kept.is_symlink()
    assert '"45m"' not in kept.read_text()
    assert kept.read_text().startswith("# mine\n[rhythm]\n")
    assert os.listdir(path.parent) == ["config.toml"]
    assert sorted(os.listdir(tmp_path)) == ["between", "dotfiles.toml"]


def test_a_file_that_only_its_owner_can_read_stays_so(unkink, path):
    path.write_text(MINE)
    path.chmod(0o600)
    assert unkink("config", "set", "look.theme", "light").status == 0
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o400)
    assert unkink("config", "reset", "look.theme").status == 0
    assert path.stat().st_mode & 0o777 == 0o400


def test_a_file_that_others_may_change_stays_so(unkink, path):
    path.write_text(MINE)
    path.chmod(0o664)
    before = os.umask(0o022)
    try:
        assert unkink("config", "set", "look.theme", "light").status == 0
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o664


@pytest.mark.parametrize("args", [("set", "rhythm.length", "2m"), ("reset", "rhythm.length")])
def test_where_the_file_cannot_be_had_it_says_so(unkink, own_folders, args):
    path = own_folders / ".config/unkink/config.toml"
    (own_folders / ".config").touch()
    said = unkink("config", *args)
    assert (said.status, said.out) == (1, "")
    assert said.err == f"The settings can't be changed. {path}: Not a directory.\n"
    (own_folders / ".config").unlink()
    path.mkdir(parents=True)
    assert unkink("config", *args).err == f"The settings can't be changed. {path}: Is a directory.\n"


def test_a_write_that_fails_leaves_the_old_file(unkink, path):
    path.write_text(MINE)
    path.with_name("config.toml.new").mkdir()
    said = unkink("config", "set", "look.theme", "light")
    assert (said.status, said.out) == (1, "")
    assert said.err == f"The settings can't be changed. {path}: Is a directory.\n"
    assert path.read_text() == MINE


def test_words_of_every_script_survive(unkink, path):
    path.write_text("# Größe – 背中 💺\n[rhythm]\n", encoding="utf-8")
    assert unkink("config", "set", "system.data_folder", "/ü/背").status == 0
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# Größe – 背中 💺\n[rhythm]\n")
    assert read(text, "")[0].system.data_folder == "/ü/背"


@pytest.mark.parametrize("verb", ["set", "reset"])
def test_help_has_an_example(unkink, verb):
    said = unkink("config", verb, "--help")
    assert said.status == 0
    assert "Example" in said.out
    assert f"  unkink config {verb} rhythm.move_every" in said.out
