"""The window process as the daemon has it: messages in on its standard input, out on its standard output."""

import os
import subprocess
import sys
from dataclasses import replace

import pytest

from tests.catalogue.own import PICTURES, exercise, write
from tests.waiting import stays, wait_for
from unkink import __version__
from unkink.wire.codec import decode, encode
from unkink.wire.window import UP, Asks, Began, Close, Dose, Outcome, Play, Ready, Trouble

PLAY = Play(__version__, 7, "r02", "Neck", "", (Dose("nk-01", 60.0, 1),), "", (), "dark", "system")
OFFSCREEN = ("This plugin does not support raise()",)
ENOUGH = 20.0
"""Seconds within which a busy machine does anything."""


class Window:
    """One window process."""

    def __init__(self, folder, stdout=None, **env):
        self.messages, self.errors = folder / "messages", folder / "errors"
        with open(self.messages, "wb") as messages, open(self.errors, "wb") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "unkink.ui"],
                stdin=subprocess.PIPE,
                stdout=messages if stdout is None else stdout,
                stderr=errors,
                env={
                    **os.environ,
                    "PATH": str(folder),  # no gsettings
                    "PYTHONPATH": os.pathsep.join(sys.path),
                    "PYTHONWARNINGS": "error",
                    "QT_QPA_PLATFORM": "offscreen",
                    "DISPLAY": ":0",  # never looked at, but the preflight wants one
                    **env,
                },
            )

    def write(self, line):
        self.process.stdin.write(line)
        self.process.stdin.flush()

    def say(self, *messages):
        self.write(b"".join(encode(message) for message in messages))

    def heard(self):
        """Return everything it said; a line that is no message is a mistake."""
        return [decode(line, UP) for line in self.messages.read_bytes().splitlines()]

    def until(self, kind):
        """Wait for a message of a kind."""
        return wait_for(lambda: next((m for m in self.heard() if type(m) is kind), None), ENOUGH, kind.__name__)

    def printed(self):
        """Return the lines it printed, but for what Qt says of a window on no screen."""
        return [line for line in self.errors.read_text().splitlines() if line not in OFFSCREEN]

    def end(self):
        """Return its status once it has ended."""
        return self.process.wait(ENOUGH)

    def clear(self):
        self.process.kill()
        self.process.wait(ENOUGH)
        self.process.stdin.close()


@pytest.fixture
def start(qt, tmp_path):
    """Return what starts a window process."""
    started = []

    def start_(**more):
        started.append(Window(tmp_path, **more))
        return started[-1]

    yield start_
    for window in started:
        window.clear()


def test_it_is_ready_plays_and_closes(start):
    window = start()
    assert window.until(Ready) == Ready(__version__)
    assert window.heard() == [Ready(__version__)], "nothing is shown before it is asked for"
    window.say(PLAY)
    assert window.until(Began) == Began(7, 60.0)
    window.say(Close())
    assert window.end() == 0
    outcome = window.heard()[-1]
    assert type(outcome) is Outcome
    assert (outcome.run, outcome.finished, outcome.rating) == (7, False, "")
    assert 0 <= outcome.done < ENOUGH
    assert [type(message) for message in window.heard()].count(Outcome) == 1
    assert window.printed() == []


def test_it_ends_when_the_daemon_is_gone_and_tells_the_outcome(start):
    window = start()
    window.say(PLAY)
    window.until(Began)
    window.process.stdin.close()
    assert window.end() == 0
    assert [type(message) for message in window.heard()] == [Ready, Began, Outcome]
    assert window.printed() == []


@pytest.mark.parametrize("goes", [lambda window: window.say(Close()), lambda window: window.process.stdin.close()])
def test_one_that_was_shown_nothing_ends_in_silence(start, goes):
    window = start()
    window.until(Ready)
    goes(window)
    assert window.end() == 0
    assert [type(message) for message in window.heard()] == [Ready]
    assert window.printed() == []


def test_everything_may_be_said_before_it_is_ready_and_in_pieces(start):
    window = start()
    line = encode(PLAY)
    window.write(line[:20])
    window.until(Ready)
    window.write(line[20:] + encode(Close())[:5])
    window.until(Began)
    window.write(encode(Close())[5:])
    assert window.end() == 0
    assert type(window.heard()[-1]) is Outcome


def test_nonsense_is_printed_and_what_comes_after_it_is_heard(start):
    window = start()
    window.write(b'garbage\n{"is":"Play"}\n{"is":"Explode"}\n[1]\n\n')
    window.say(PLAY)
    window.until(Began)
    printed = window.printed()
    assert len(printed) == 5
    assert all(line.startswith("a message makes no sense: ") for line in printed)
    assert "unknown message 'Explode'" in printed[2]
    assert window.process.poll() is None


def test_the_first_routine_is_played_and_no_other(start):
    window = start()
    window.say(PLAY)
    window.until(Began)
    window.say(Play(__version__, 8, "r03", "Other", "", (Dose("nk-02", 30.0, 1),), "", (), "light", "on"))
    assert stays(lambda: len(window.heard()) == 2, 0.3)
    window.say(Close())
    assert window.end() == 0
    assert window.heard()[-1].run == 7


def test_one_of_the_users_own_is_played(start, own_folders):
    write(own_folders / ".config/unkink/routines", "mine.toml", exercise(picture='"lean.svg"'))
    (own_folders / ".config/unkink/routines/lean.svg").write_bytes(PICTURES["svg"])
    window = start()
    window.say(replace(PLAY, doses=(Dose("my-stretch", 20.0, 1),)))
    assert window.until(Began) == Began(7, 45.0)
    window.say(Close())
    assert window.end() == 0
    assert window.printed() == []


def test_one_that_was_written_while_it_waited_is_there(start, own_folders):
    window = start()
    window.until(Ready)
    write(own_folders / ".config/unkink/routines", "mine.toml", exercise())
    window.say(replace(PLAY, doses=(Dose("my-stretch", 20.0, 1),)))
    window.until(Began)


def test_where_an_exercise_is_gone_it_says_so_and_ends(start):
    window = start()
    window.say(replace(PLAY, doses=(Dose("nk-01", 20.0, 1), Dose("my-stretch", 20.0, 1))))
    assert window.end() == 1
    assert window.heard()[1:] == [Trouble("my-stretch is not there any more", "unkink routines check")]
    assert window.printed() == []


def test_a_notice_comes_before_the_routine(start):
    window = start()
    window.say(Play(__version__, 7, "r02", "Neck", "", (Dose("nk-01", 60.0, 1),), "", ("first",), "light", "on"))
    window.until(Asks)
    assert stays(lambda: window.heard() == [Ready(__version__), Asks("first")], 0.3)
    window.say(Close())
    assert window.end() == 0
    assert window.heard()[2:] == [Outcome(7, 0.0, finished=False, rating="")]


def test_a_daemon_that_hears_nothing_any_more_is_no_mistake(start):
    read, write = os.pipe()
    os.close(read)
    window = start(stdout=write)
    os.close(write)
    window.say(PLAY, Close())
    assert window.end() == 0
    assert window.printed() == []


def test_it_tells_where_it_can_be_shown_nowhere(start):
    window = start(DISPLAY="", WAYLAND_DISPLAY="")
    assert window.end() == 1
    assert [type(message) for message in window.heard()] == [Trouble]


def test_whatever_prints_does_not_break_the_line():
    code = (
        "import os; from unkink.ui.output import reserve; out = reserve();"
        "print('loud', flush=True); os.write(1, b'louder\\n'); os.write(out, b'said\\n')"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env)
    assert said.stdout == "said\n"
    assert said.stderr == "loud\nlouder\n"
