"""What every store promises: the one in memory and the file."""

import os
from datetime import datetime

import pytest

from tests.fakes import MemoryStore
from unkink.adapters.state import StateFile
from unkink.files import write_whole


def file(path):
    return StateFile(str(path), lambda job: job(), lambda: datetime(2026, 3, 2, 9))


@pytest.fixture(params=["memory", "file"])
def store(request, tmp_path):
    return MemoryStore() if request.param == "memory" else file(tmp_path / "deep" / "state.json")


class TestEveryStore:
    def test_a_new_one_is_empty(self, store):
        assert store.load() is None
        assert store.trouble() == ""

    def test_what_was_saved_last_is_loaded(self, store):
        store.save({"a": 1})
        store.save({"b": [1, 2.5, None, {"c": "ü"}]})
        assert store.load() == {"b": [1, 2.5, None, {"c": "ü"}]}

    def test_what_makes_no_sense_can_be_set_aside_and_is_named(self, store):
        store.save({"a": 1})
        store.set_aside("it is of another version")
        assert store.load() is None
        assert "another version" in store.trouble()


class TestTheFile:
    @pytest.mark.parametrize("content", [b"", b"{", b"[]", b"5", b"\xff\xfe"])
    def test_a_broken_file_is_kept_aside_with_its_date(self, tmp_path, content):
        path = tmp_path / "state.json"
        path.write_bytes(content)
        store = file(path)
        assert store.load() is None
        aside = tmp_path / "state.json.broken-20260302-090000"
        assert aside.read_bytes() == content
        assert str(aside) in store.trouble()
        store.save({"a": 1})
        assert store.load() == {"a": 1}

    def test_one_that_cannot_be_read_is_not_taken_for_empty(self, tmp_path):
        path = tmp_path / "state.json"
        path.mkdir()
        store = file(path)
        assert store.load() is None
        assert "can't be read" in store.trouble()
        assert path.is_dir(), "left where it is"

    def test_one_that_cannot_be_moved_aside_is_named_too(self, tmp_path):
        store = file(tmp_path / "state.json")
        store.set_aside("gone already")
        assert "can't be moved aside" in store.trouble()

    def test_only_its_owner_can_read_it(self, tmp_path):
        path = tmp_path / "state.json"
        file(path).save({})
        assert os.stat(path).st_mode & 0o777 == 0o600

    def test_a_write_that_fails_leaves_the_old_one(self, tmp_path):
        path = tmp_path / "state.json"
        write_whole(str(path), "old")
        (tmp_path / "state.json.new").mkdir()
        with pytest.raises(OSError, match="Is a directory"):
            write_whole(str(path), "new")
        assert path.read_text() == "old"
