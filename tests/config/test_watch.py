"""A save of the config is told within two seconds however it was saved; what is no save is not told."""

import os
import threading
import time

import pytest

from tests.waiting import stays, wait_for
from unkink.adapters.loop import Loop
from unkink.config.file import ConfigFile
from unkink.config.watch import Watch

LIMIT = 2.0
"""How soon a save has to be told."""
STILL = 0.15
"""How long nothing may follow."""


def move_every(minutes):
    return f'[rhythm]\nmove_every = "{minutes}m"\n'


def descriptors():
    return len(os.listdir("/proc/self/fd"))


def settle(loop):
    """Wait until the loop has done what it was handed."""
    done = threading.Event()
    loop.call(done.set)
    assert done.wait(5)


class Told:
    """Reads the config each time it is told to; `minutes` are what it then read."""

    def __init__(self, loop, path):
        self.file = ConfigFile(str(path))
        self.file.load()
        self.minutes = []
        self.watch = Watch(loop, str(path), self._changed)

    def _changed(self):
        self.minutes.append(self.file.load().rhythm.move_every / 60)

    def at_last(self, minutes):
        wait_for(lambda: self.minutes and self.minutes[-1] == minutes, LIMIT, f"{minutes} min")

    def once(self, minutes):
        """Return whether exactly this is told, and then nothing more."""
        self.at_last(minutes)
        return stays(lambda: self.minutes == [minutes], STILL)

    def never(self):
        return stays(lambda: self.minutes == [], STILL)


@pytest.fixture
def loop():
    made = Loop(time.monotonic)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def path(tmp_path):
    found = tmp_path / "conf" / "config.toml"
    found.parent.mkdir()
    found.write_text(move_every(60))
    return found


@pytest.fixture
def watching(loop):
    """Watches a path, and stops at the end."""
    made = []

    def begin(path):
        made.append(Told(loop, path))
        settle(loop)
        return made[-1]

    yield begin
    for told in made:
        told.watch.stop()


def test_nothing_is_told_before_anything_was_saved(watching, path):
    assert watching(path).never()


def test_a_save_in_place_is_told_once(watching, path):
    told = watching(path)
    path.write_text(move_every(45))
    assert told.once(45)


def test_a_save_beside_it_and_a_rename_is_told_once(watching, path):
    told = watching(path)
    beside = path.with_name(".config.toml.swp")
    beside.write_text(move_every(30))
    os.replace(beside, path)
    assert told.once(30)


def test_a_save_that_first_moves_the_old_one_away_ends_with_the_new_one(watching, path):
    told = watching(path)
    os.rename(path, path.with_name("config.toml~"))
    with path.open("x") as stream:
        stream.write(move_every(30))
    path.with_name("config.toml~").unlink()
    told.at_last(30)
    assert stays(lambda: told.minutes[-1] == 30, STILL)


def test_what_is_still_being_written_is_not_read(watching, path):
    told = watching(path)
    with path.open("w") as stream:
        stream.write('[rhythm]\nmove_every = "3')
        stream.flush()
        assert told.never()
        stream.write('5m"\n')
    assert told.once(35)


def test_a_half_written_save_keeps_what_was_and_the_whole_one_is_in_force(watching, path):
    path.write_text('[rhythm]\nmove_every = "50m"\nlength = "3m"\n')
    told = watching(path)
    path.write_text('[rhythm]\nmove_every = "4')
    told.at_last(50)
    assert told.file.problems
    path.write_text('[rhythm]\nmove_every = "4"\nlength = "4m"\n')
    wait_for(lambda: told.file.config.rhythm.length == 240, LIMIT)
    assert told.minutes[-1] == 50, "the key that is wrong keeps its last good value, the other one is new"
    path.write_text(move_every(40))
    told.at_last(40)
    assert not told.file.problems


def test_deleted_it_is_the_defaults_and_made_again_it_is_read_again(watching, path):
    path.write_text(move_every(45))
    told = watching(path)
    path.unlink()
    assert told.once(60)
    path.write_text(move_every(20))
    told.at_last(20)


def test_moved_away_it_is_the_defaults(watching, path):
    path.write_text(move_every(45))
    told = watching(path)
    os.rename(path, path.with_name("elsewhere.toml"))
    assert told.once(60)


def test_a_folder_that_is_not_there_is_made_for_the_user_only_and_the_first_save_is_told(watching, tmp_path):
    path = tmp_path / "not" / "yet" / "config.toml"
    told = watching(path)
    assert path.parent.stat().st_mode & 0o777 == 0o700
    path.write_text(move_every(25))
    told.at_last(25)


def test_a_link_that_comes_to_show_elsewhere_is_told(watching, path, tmp_path):
    for minutes in (30, 90):
        (tmp_path / f"{minutes}.toml").write_text(move_every(minutes) + "#" * minutes)
    path.unlink()
    path.symlink_to(tmp_path / "30.toml")
    told = watching(path)
    assert told.file.config.rhythm.move_every == 1800
    beside = path.with_name("link")
    beside.symlink_to(tmp_path / "90.toml")
    os.replace(beside, path)
    assert told.once(90)


def test_many_saves_in_a_row_end_with_the_last_and_are_told_at_most_once_each(watching, path):
    told = watching(path)
    for minutes in range(10, 60):
        beside = path.with_name("new")
        beside.write_text(move_every(minutes))
        os.replace(beside, path)
    told.at_last(59)
    assert stays(lambda: told.minutes[-1] == 59, STILL)
    assert len(told.minutes) <= 50


@pytest.mark.parametrize("name", ["config.toml~", ".config.toml.swp", "config.tom", "xconfig.toml", "other"])
def test_a_file_of_another_name_tells_nothing(watching, path, name):
    told = watching(path)
    other = path.with_name(name)
    other.write_text(move_every(10))
    os.replace(other, path.with_name("again"))
    path.with_name("again").unlink()
    assert told.never()
    path.write_text(move_every(45))
    assert told.once(45)


def test_opening_it_and_reading_it_tells_nothing(watching, path):
    told = watching(path)
    path.read_text()
    path.open("a").close()
    assert told.never()


def test_a_save_between_the_reading_and_the_watching_is_told(path):
    loop = Loop(time.monotonic)
    told = Told(loop, path)
    path.write_text(move_every(45))
    loop.start()
    assert told.once(45)
    told.watch.stop()
    loop.stop()


def test_stopped_it_tells_nothing_more_and_holds_nothing_open(loop, path):
    before = descriptors()
    told = Told(loop, path)
    settle(loop)
    assert descriptors() == before + 1
    told.watch.stop()
    told.watch.stop()
    settle(loop)
    assert descriptors() == before
    path.write_text(move_every(45))
    assert told.never()
    again = Told(loop, path)
    settle(loop)
    path.write_text(move_every(30))
    assert again.once(30), "it can be begun anew"
    again.watch.stop()


def test_where_nothing_can_be_watched_it_says_so_and_looks_instead(watching, loop, tmp_path, caplog):
    before = descriptors()
    folder = tmp_path / "file" / "conf"
    folder.parent.write_text("where a folder should be")
    told = watching(folder / "config.toml")
    assert f"can't watch {folder}" in caplog.text
    told.watch.look()
    assert told.minutes == []
    folder.parent.unlink()
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text(move_every(45))
    told.watch.look()
    told.watch.look()
    assert told.minutes == [45], "once for one save"
    told.watch.stop()
    settle(loop)
    assert descriptors() == before
