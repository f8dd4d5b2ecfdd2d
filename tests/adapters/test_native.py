"""The tray of Windows and macOS on a stand-in for pystray's Windows icon: as far as it can be tried elsewhere."""

import threading

import pytest

from tests.adapters.shell import WM_LBUTTONUP, MenuBarIcon, ShellIcon
from tests.suites.tray import CHANGES, FACE, TraySuite, rows
from tests.waiting import stays, wait_for
from unkink.adapters.tray import native
from unkink.adapters.tray.native import NativeTray
from unkink.ports import Entry


@pytest.fixture
def shell(monkeypatch):
    monkeypatch.setattr(native, "Icon", ShellIcon)


class Main:
    """The main thread of a daemon with such a tray."""

    def __init__(self, tray):
        self.tray, self.icon = tray, ShellIcon.made
        self.up, self.over = threading.Event(), threading.Event()
        self.thread = threading.Thread(target=tray.run, args=(self.until,), name="main")

    def until(self):
        self.up.set()
        self.over.wait()

    def start(self):
        self.thread.start()
        wait_for(lambda: self.icon.window)

    def end(self):
        self.over.set()
        self.tray.stop()
        self.thread.join(5)
        assert not self.thread.is_alive()


class TestNative(TraySuite):
    CALM = 0.1
    SHOWS = frozenset({"picture", "title"})

    @pytest.fixture
    def tray(self, shell):
        made = NativeTray(self.entries, self.choose, "light")
        self.icon, main = ShellIcon.made, Main(made)
        main.start()
        wait_for(main.up.is_set)
        yield made
        main.end()

    def there(self, tray):
        return self.icon.there

    def seen(self, tray):
        return self.icon.seen()

    def opened(self, tray):
        return self.icon.rows()

    def pick(self, tray, *labels):
        self.icon.pick(*labels)

    def click(self, tray):
        self.icon._on_notify(0, WM_LBUTTONUP)

    def test_a_menu_that_is_open_is_left_alone_by_a_new_face(self, tray):
        self.show(tray)
        self.opened(tray)
        made = self.made
        tray.update(CHANGES["title"][0])
        wait_for(lambda: self.seen(tray).title == CHANGES["title"][0].title)
        assert self.made == made

    def test_a_long_title_is_cut_to_what_windows_takes(self, tray):
        self.show(tray)
        tray.update(type(FACE)(FACE.glyph, FACE.ring, "x" * 300))
        wait_for(lambda: self.seen(tray).title == "x" * 127)


@pytest.fixture
def main(shell):
    return Main(NativeTray(tuple, print, "dark"))


def test_where_nothing_tells_that_the_menu_opens_it_is_made_with_each_face(monkeypatch):
    monkeypatch.setattr(native, "Icon", MenuBarIcon)
    words = [Entry("Next break in 40 min")]
    main = Main(NativeTray(lambda: tuple(words), print, "dark"))
    main.tray.update(FACE)
    main.start()
    wait_for(lambda: main.icon.there)
    words[:] = [Entry("Next break in 35 min")]
    main.tray.update(CHANGES["title"][0])
    assert main.icon.rows() == rows(words)
    main.end()


def test_it_runs_until_it_is_told_and_then_the_icon_is_gone(main):
    main.start()
    main.tray.update(FACE)
    wait_for(lambda: main.icon.there)
    assert stays(main.thread.is_alive, 0.1)
    main.over.set()
    main.thread.join(5)
    assert not main.icon.window
    main.tray.stop()


def test_a_face_from_before_the_main_loop_is_shown_by_it(main):
    main.tray.update(FACE)
    main.start()
    try:
        wait_for(lambda: main.icon.there, 1)
    finally:
        main.end()


def test_a_face_that_is_on_its_way_when_the_main_loop_starts_is_shown(main, monkeypatch):
    reading, read = threading.Event(), threading.Event()

    def slow(*args):
        reading.set()
        read.wait(5)
        return load(*args)

    load = native.load
    monkeypatch.setattr(native, "load", slow)
    engine = threading.Thread(target=main.tray.update, args=(FACE,))
    engine.start()
    stays(lambda: not reading.is_set(), 0.1)
    main.start()
    stays(lambda: True, 0.05)
    read.set()
    engine.join(5)
    try:
        wait_for(lambda: main.icon.there and main.up.is_set(), 1)
    finally:
        main.end()
