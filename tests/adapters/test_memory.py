"""Memory given back to the system: measured in a process of its own, since it is the whole process's."""

import subprocess
import sys

import pytest

from tests.adapters.hand_loop import HandLoop
from unkink.adapters import memory

HOLES = """
import sys
from unkink.adapters.memory import give_back

def resident():
    return int(open("/proc/self/statm").read().split()[1])

kept = [bytearray(5000) for _ in range(8000)]
kept = kept[::100]
before = resident()
give_back()
print(before - resident())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only the GNU C library can be told to")
def test_what_python_has_let_go_of_goes_back_to_the_system():
    found = subprocess.run([sys.executable, "-c", HOLES], capture_output=True, text=True, check=True)
    assert int(found.stdout) > 1000, "pages of 4 KB"


def test_it_is_done_after_the_start_and_every_hour(monkeypatch):
    loop, times = HandLoop(), []
    monkeypatch.setattr(memory, "give_back", lambda: times.append(loop.time))
    memory.tidy(loop)
    loop.pass_(3 * 3600)
    assert times == [10, 3610, 7210]
