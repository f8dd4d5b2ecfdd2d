"""Processes that stand in for windows: what the daemon writes to them arrives in the test, and a test writes for them.

A stand-in itself understands nothing: it carries lines from its standard input to the test, and bytes from the test to
its standard output.
"""

import contextlib
import os
import socket
import struct
import sys
import threading

from unkink import __version__
from unkink.wire.codec import decode, encode
from unkink.wire.window import DOWN, Agreed, Asks, Began, Outcome, Play, Progress, Ready

PROGRAM = """
import os, socket, struct, sys, threading
link = socket.create_connection(("127.0.0.1", {port}))
link.sendall((" ".join([str(os.getpid()), *sys.argv[1:]]) + "\\n").encode())

def carry_down():
    for line in sys.stdin.buffer:
        link.sendall(line)
    link.sendall(b"closed\\n")

threading.Thread(target=carry_down, daemon=True).start()
stream = link.makefile("rb")
while head := stream.read(5):
    where, length = struct.unpack(">BI", head)
    data = stream.read(length)
    if where == 0:
        os._exit(int(data))
    os.write(where, data)
os._exit(99)
"""


class Window:
    """One stand-in, as the test sees it.

    Attributes:
        args: how it was started.
        heard: what it was told.
        closed: whether its input was closed.
        gone: whether it has ended.
    """

    def __init__(self, link):
        self._link = link
        self._stream = link.makefile("rb")
        pid, *self.args = self._stream.readline().decode().split()
        self.pid = int(pid)
        self.heard: list[object] = []
        self.closed = self.gone = False
        self._told = False

    # -- what a window does ----------------------------------------------------------------------

    def say(self, *messages):
        """Say something to the daemon."""
        for message in messages:
            self.write(encode(message))

    def write(self, data, where=1):
        """Write bytes to its standard output, or to another descriptor."""
        self._send(where, data)

    def exit(self, status=0):
        """End with a status."""
        self._send(0, str(status).encode())

    def kill(self):
        """End without a word, as by kill -9."""
        os.kill(self.pid, 9)

    # -- what its user does ----------------------------------------------------------------------

    @property
    def play(self):
        """What it was told to show."""
        return next((message for message in self.heard if isinstance(message, Play)), None)

    def begin(self, planned=60.0):
        """Show the first step."""
        self.say(Began(self.play.run, planned))

    def ask(self, notice):
        """Show a notice."""
        self.say(Asks(notice))

    def agree(self, notice):
        """Confirm a notice."""
        self.say(Agreed(notice))

    def progress(self, done):
        """Do so many seconds."""
        self.say(Progress(self.play.run, done))

    def over(self, done=0.0, *, finished=False, rating=""):
        """End the routine; with a rating, say how it was."""
        self._told = True
        self.say(Outcome(self.play.run, done, finished, rating))

    def leave(self):
        """Close it, as real ones close: with a last word."""
        if self.play is not None and not self._told:
            self.over()
        self.exit()

    # -- inside ----------------------------------------------------------------------------------

    def run(self, react):
        with self._link, self._stream, contextlib.suppress(OSError):
            for line in self._stream:
                if line == b"closed\n":
                    self.closed = True
                else:
                    self.heard.append(decode(line, DOWN))
                react(self)
        self.gone = True

    def hang_up(self):
        with contextlib.suppress(OSError):
            self._link.shutdown(socket.SHUT_RDWR)

    def _send(self, where, data):
        with contextlib.suppress(OSError):
            self._link.sendall(struct.pack(">BI", where, len(data)) + data)


class Windows:
    """The stand-ins that were started, oldest first.

    Args:
        folder: where the program is put.
        behave: called with a window when it is there and after each thing it hears, in its thread; by default it does
            nothing but say that it is ready.
    """

    def __init__(self, folder, behave=None):
        self.behave = behave or silent
        self._server = socket.create_server(("127.0.0.1", 0))
        self._threads: list[threading.Thread] = []
        self.all: list[Window] = []
        code = folder / "stand_in.py"
        code.write_text(PROGRAM.format(port=self._server.getsockname()[1]))
        program = folder / "stand-in"
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -IS "{code}" "$@"\n')
        program.chmod(0o755)
        self.program = str(program)
        """What is started in place of Python."""
        self._start(self._accept)

    def stop(self):
        """End them all."""
        with contextlib.suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        for window in self.all:
            window.hang_up()
        for thread in self._threads:
            thread.join(5)

    def _start(self, work, *args):
        thread = threading.Thread(target=work, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self):
        while True:
            try:
                link, _ = self._server.accept()
            except OSError:
                return
            window = Window(link)
            self.all.append(window)
            self._start(self._serve, window)

    def _serve(self, window):
        self.behave(window)
        window.run(self._react)

    def _react(self, window):
        self.behave(window)


def silent(window):
    """Say that it is ready, end when the input is closed, and leave the rest to the test."""
    if window.closed:
        window.exit()
    elif not window.heard:
        window.say(Ready(__version__))
        if "--check" in window.args:
            window.exit()
