"""Where the routines of an offer come from: nothing is read before it is wanted; what changes counts at the next."""

import pytest

from tests.catalogue.own import exercise, routine, write
from tests.engine.office import Office, real_daemon
from tests.engine.test_engine import GIVEN
from unkink import paths
from unkink.catalogue.library import Library
from unkink.domain.person import Person
from unkink.engine.chooser import Chooser
from unkink.history.memory import MemoryHistory


@pytest.fixture
def own(own_folders):
    return own_folders / ".config/unkink/routines"


@pytest.fixture
def looked(monkeypatch):
    """Each look at the catalogue."""
    found = []

    def catalogue(library):
        found.append(library)
        return real(library)

    real = Library.catalogue
    monkeypatch.setattr(Library, "catalogue", catalogue)
    return found


def test_nothing_is_read_before_the_first_offer(looked, own_folders):
    office = Office(consent=GIVEN).until("09:59")
    assert office.ask("status").ok
    assert looked == []
    assert not (own_folders / ".cache").exists()
    office.until("10:01").until("10:01:04", typing=False)
    assert office.told == ["offered"]
    assert looked


def test_a_routine_that_was_just_written_can_be_started_and_one_that_is_gone_cannot(own):
    office = Office(consent=GIVEN)
    assert not office.ask("break", routine="my-routine").ok
    mine = write(own, "mine.toml", exercise(), routine())
    assert office.ask("break", routine="my-routine").text.startswith("Starting: Doorway")
    assert office.player.showing.routine.steps[0].exercise.name == "Doorway lean"
    mine.unlink()
    assert Chooser(MemoryHistory(), Person).routine("my-routine") is None


def test_an_exercise_of_ones_own_is_in_routines_that_are_made_of_any(own):
    write(own, "mine.toml", exercise("my-box-lean"))
    chooser = Chooser(MemoryHistory(), Person)
    found = chooser.routine("own+my-box-leanx15x1+nk-01x30x2")
    doses = {step.exercise.id: (step.seconds, step.sets) for step in found.steps}
    assert doses == {"my-box-lean": (15, 1), "nk-01": (30, 2)}


class TestDaemon:
    def test_it_reads_no_catalogue_at_its_start_nor_for_its_menu(self, looked):
        with real_daemon() as daemon:
            assert [entry for entry in daemon._entries() if entry.submenu]
            assert daemon._troubles() == ()
        assert looked == []

    def test_a_bad_file_is_a_trouble_and_the_rest_is_in_the_menu(self, own):
        write(own, "bad.toml", exercise("a", sets="0"))
        write(own, "good.toml", exercise(), routine())
        with real_daemon() as daemon:
            daemon._library.catalogue()
            [trouble] = daemon._troubles()
            names = [each.label for entry in daemon._entries() for each in entry.submenu]
        assert trouble == f"{own}/bad.toml:9: a: sets: found 0; it must be a whole number from 1 to 10."
        assert "Doorway" in names

    def test_what_it_read_is_kept_by_its_writer(self, own_folders):
        with real_daemon() as daemon:
            daemon._library.catalogue()
        assert (own_folders / ".cache/unkink/catalogue.json").exists()
        assert paths.routines_folder() == daemon._library._own


def test_a_routine_of_ones_own_is_kept_in_the_history_like_any(own):
    write(own, "mine.toml", exercise(), routine())
    office = Office(consent=GIVEN)
    office.ask("break", routine="my-routine")
    office.player.finish()
    office.settle()
    assert office.history.records[-1].areas == {"chest": 40.0}
