"""A desktop for each test that asks for one."""

import pytest

from tests.desktop.desk import Desk


@pytest.fixture
def desk(tmp_path):
    """Return a desktop with a display and a bus, and nothing else."""
    made = Desk(tmp_path)
    yield made
    made.clear()


@pytest.fixture
def bare(tmp_path):
    """Return a desktop with neither."""
    made = Desk(tmp_path, display=False, bus=False)
    yield made
    made.clear()
