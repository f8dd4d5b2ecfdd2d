"""The catalogue as it is on the disk now: read when it is wanted, kept in a cache, read again after a change."""

import json
import os
import stat

import pytest

from tests.catalogue.own import PICTURES, exercise, routine, write
from unkink import paths
from unkink.catalogue import library as module
from unkink.catalogue import merge as merging
from unkink.catalogue.library import Library
from unkink.catalogue.load import load
from unkink.errors import UnkinkError


@pytest.fixture
def own(tmp_path):
    return tmp_path / "routines"


@pytest.fixture
def kept(tmp_path):
    return tmp_path / "cache" / "catalogue.json"


@pytest.fixture
def library(own, kept):
    """Makes a library, as each process has its own."""
    return lambda **more: Library(str(own), str(kept), **more)


@pytest.fixture
def reads(monkeypatch):
    """Each time the files themselves were read."""
    counted = []

    def merge(*files):
        if len(files) > 1:  # `load` reads what is shipped alone
            counted.append(files)
        return real(*files)

    real = merging.merge
    monkeypatch.setattr(merging, "merge", merge)
    return counted


def later(path):
    """Have a file be of another time."""
    found = os.stat(path)
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns + 1))


def test_it_is_what_is_shipped_and_the_same_from_the_cache(library, reads):
    assert library().catalogue() == load()
    assert library().catalogue() == load()
    assert len(reads) == 1


def test_making_one_reads_nothing(library, reads, kept, monkeypatch):
    monkeypatch.setattr(module, "shipped_files", lambda _: pytest.fail("something was looked for"))
    made = library()
    assert made.troubles() == ()
    assert not reads
    assert not kept.exists()


def test_it_is_read_again_only_where_something_changed(library, reads, own):
    one = library()
    first = one.catalogue()
    assert one.catalogue() is first
    mine = write(own, "mine.toml", exercise(), routine())
    assert one.catalogue().routine("my-routine").name == "Doorway"
    mine.write_text(exercise() + routine(name='"Another"'), encoding="utf-8")
    assert one.catalogue().routine("my-routine").name == "Another"
    mine.unlink()
    assert one.catalogue() == first
    assert len(reads) == 4


def test_a_change_of_time_alone_is_one_too(library, reads, own):
    mine = write(own, "mine.toml", exercise())
    one = library()
    one.catalogue()
    later(mine)
    assert one.catalogue() is one.catalogue()
    assert len(reads) == 2


def test_problems_are_kept_as_well(library, reads, own):
    write(own, "mine.toml", exercise(sets="0"))
    first, again = library().catalogue(), library().catalogue()
    assert len(reads) == 1
    assert first.problems == again.problems
    assert str(again.problems[0]).startswith(f"{own}/mine.toml:9: my-stretch: sets: found 0; ")


def test_a_picture_that_comes_or_goes_is_seen(library, own):
    write(own, "mine.toml", exercise(picture='"lean.png"'))
    one = library()
    assert one.catalogue().problems
    (own / "lean.png").write_bytes(PICTURES["png"])
    assert one.catalogue().exercises["my-stretch"].picture == str(own / "lean.png")
    (own / "lean.png").unlink()
    assert one.catalogue().problems
    (own / "lean.png").write_bytes(PICTURES["png"])
    assert library().catalogue().problems == ()


class TestCache:
    def test_it_is_for_its_owner_alone_and_whole(self, library, kept):
        library().catalogue()
        assert stat.S_IMODE(os.stat(kept).st_mode) == 0o600
        assert os.listdir(kept.parent) == [kept.name]

    def test_it_lies_in_the_users_cache_folder(self, own_folders):
        Library().catalogue()
        assert os.listdir(paths.cache_folder()) == ["catalogue.json"]
        assert paths.cache_folder() == str(own_folders / ".cache/unkink")

    @pytest.mark.parametrize("version", ["0.0.0", "9.9.9"])
    def test_one_of_another_version_is_read_no_more(self, library, reads, kept, monkeypatch, version):
        library().catalogue()
        monkeypatch.setattr("unkink.catalogue.cache.__version__", version)
        assert library().catalogue() == load()
        assert len(reads) == 2
        assert version in kept.read_text(encoding="utf-8").splitlines()[0]

    @pytest.mark.parametrize("spoil", [
        lambda text: "",
        lambda text: "\n\n\n",
        lambda text: text[: len(text) // 2],
        lambda text: text.replace("Slow look-around", "Slow look-arounx"),
        lambda text: "[" * 100_000,
        lambda text: "null\nnull\nnull",
        lambda text: text.replace("\n", "\nffffffff", 1),
        lambda text: "\x00" + text,
    ])  # fmt: skip
    def test_a_broken_one_is_as_none_and_is_written_anew(self, library, reads, kept, spoil):
        library().catalogue()
        whole = kept.read_text(encoding="utf-8")
        kept.write_text(spoil(whole), encoding="utf-8")
        assert library().catalogue() == load()
        assert len(reads) == 2
        assert kept.read_text(encoding="utf-8") == whole

    @pytest.mark.parametrize("body", [
        [[], [["r01", "Eyes", "", "", False, [["gone", 20, 1]]]], [], []],
        [[["nk-01"]], [], [], []],
        [[5], [], [], []],
        [[["x", "neck", "X", "dance", *[[]] * 17]], [], [], []],
        [[], [], [["one"]], []],
        [[], [], [], [["gone.png", 5, 5]]],
        {},
    ])  # fmt: skip
    def test_one_that_makes_no_sense_is_as_none(self, library, reads, kept, body):
        from unkink.catalogue.cache import _check

        library().catalogue()
        head = kept.read_text(encoding="utf-8").splitlines()[0]
        text = json.dumps(body)
        kept.write_text(f"{head}\n{_check(text.encode()).decode()}\n{text}", encoding="utf-8")
        assert library().catalogue() == load()
        assert len(reads) == 2

    @pytest.mark.parametrize("there", ["file", "folder"])
    def test_where_it_cannot_be_kept_nothing_is_lost(self, library, reads, kept, there):
        (kept.parent if there == "file" else kept.parent.parent).mkdir(exist_ok=True)
        kept.mkdir() if there == "file" else kept.parent.write_text("no folder")
        assert library().catalogue() == library().catalogue() == load()
        assert len(reads) == 2

    def test_whoever_writes_files_writes_it(self, library, kept):
        jobs = []
        library(submit=jobs.append).catalogue()
        assert not kept.exists()
        [job] = jobs
        job()
        assert kept.exists()


class TestNames:
    def test_as_long_as_nothing_was_read_they_are_all_that_is(self, library, reads, own, kept):
        write(own, "mine.toml", exercise(), routine(), routine("r02", name='"Never this"'), "[routine]\nx = 5\n")
        write(own, "more.toml", routine("more", "nk-01"), "[routine.less]\nname = 5\n")
        write(own, "worse.toml", "routine = 5")
        write(own, "worst.toml", "[")
        (own / "latin.toml").write_bytes(b'[routine.x]\nname = "\xff"')
        shipped = tuple((routine.id, routine.name) for routine in load().routines)
        assert library().names() == (*shipped, ("my-routine", "Doorway"), ("more", "Doorway"))
        assert not reads
        assert not kept.exists()

    def test_afterwards_they_are_those_of_what_works(self, library, own):
        one = library()
        write(own, "mine.toml", exercise(), routine())
        one.catalogue()
        assert one.names()[-1] == ("my-routine", "Doorway")
        write(own, "mine.toml", exercise(sets="0"), routine())
        assert one.names()[-1] != ("my-routine", "Doorway")


class TestTroubles:
    def test_there_is_one_line_for_each_file(self, library, own):
        write(own, "a.toml", exercise("a", sets="0", seconds="1", intensity="7"))
        write(own, "b.toml", exercise("b", kit="5"))
        one = library()
        one.catalogue()
        first, second = one.troubles()
        assert first.startswith(f"{own}/a.toml:8: a: seconds: found 1; ")
        assert first.endswith(" (and 2 more)")
        assert second.startswith(f"{own}/b.toml:4: b: kit: found 5; ")
        assert "more)" not in second

    def test_they_are_those_of_now(self, library, own):
        mine = write(own, "a.toml", exercise(sets="0"))
        one = library()
        one.catalogue()
        assert len(one.troubles()) == 1
        mine.unlink()
        assert one.troubles() == ()


class TestShipped:
    def test_what_is_shipped_and_cannot_be_read_is_an_error_at_first(self, library, monkeypatch, tmp_path):
        monkeypatch.setattr(paths, "package", lambda *parts: str(tmp_path.joinpath(*parts)))
        with pytest.raises(UnkinkError, match="The catalogue can't be read"):
            library().catalogue()

    def test_later_the_last_one_stays(self, library, monkeypatch, tmp_path, caplog):
        one = library()
        first = one.catalogue()
        monkeypatch.setattr(paths, "package", lambda *parts: str(tmp_path.joinpath(*parts)))
        assert one.catalogue() is first
        assert "The catalogue can't be read" in caplog.text
