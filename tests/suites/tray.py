"""The promises of a tray, as tests that any tray can be put through."""

from dataclasses import replace
from typing import NamedTuple

import pytest

from tests.waiting import stays, wait_for
from unkink.ports import Entry, Face, Glyph

PAUSE = (Entry("30 min", "pause", {"length": "30m"}), Entry("Until I resume", "pause"))
ENTRIES = (
    Entry("Next break in 40 min"),
    Entry(),
    Entry("Offer a break now", "offer", {"why": "click"}, default=True),
    Entry("Start & <see>", submenu=(Entry("a_b__c", "break", {"routine": "r02"}),)),
    Entry("Pause", submenu=PAUSE),
    Entry(),
    Entry("Quit", "stop"),
)
FACE = Face(Glyph.RING, 3, "Next break in 40 min")
CHANGES = {
    "glyph": (replace(FACE, glyph=Glyph.HELD), "picture"),
    "ring": (replace(FACE, ring=4), "picture"),
    "title": (replace(FACE, title="Next break in 35 min"), "title"),
    "attention": (replace(FACE, attention=True), "attention"),
}
"""Faces that differ from `FACE` in one thing, and what shows it."""


class Row(NamedTuple):
    """A line of the menu as it is read from the tray; a separator has no label and can't be picked."""

    label: str
    can_be_picked: bool
    below: tuple["Row", ...] = ()


class Seen(NamedTuple):
    """What the tray shows, as far as it can: the picture in whatever form, the tooltip, whether it asks for a look."""

    picture: object
    title: str
    attention: bool


def rows(entries):
    """Return the menu that these entries must make."""
    return tuple(Row(entry.label, bool(entry.verb or entry.submenu), rows(entry.submenu)) for entry in entries)


class TraySuite:
    """Inherit, give a `tray` fixture made with `self.entries` and `self.choose`, and say what a user sees and does."""

    MENU = True
    """Whether it has a menu. One without does the default entry at a left click, and nothing at any other."""
    SHOWS = frozenset(Seen._fields)
    """What it has a way of showing."""

    CALM = 0.2
    """How long nothing may follow, in seconds; one that has no thread needs next to none."""

    @pytest.fixture(autouse=True)
    def _listen(self):
        self.words = ENTRIES
        self.made = 0
        self.chosen: list[tuple[str, dict[str, str]]] = []

    def entries(self):
        self.made += 1
        return self.words

    def choose(self, verb, args):
        self.chosen.append((verb, dict(args)))

    def there(self, tray):
        """Return whether the icon is in the tray."""
        raise NotImplementedError

    def seen(self, tray):
        """Return what the tray shows."""
        raise NotImplementedError

    def opened(self, tray):
        """Ask for the menu as a user does, and return it; empty where there is none."""
        raise NotImplementedError

    def pick(self, tray, *labels):
        """Pick an entry of the menu that is open, by the labels that lead to it."""
        raise NotImplementedError

    def click(self, tray):
        """Click on the icon."""
        raise NotImplementedError

    def show(self, tray, face=FACE):
        tray.update(face)
        wait_for(lambda: self.there(tray), name="the icon")
        return wait_for(lambda: self.settled(tray), name="the picture")

    def settled(self, tray):
        """Return what is seen once it stays so."""
        seen = self.seen(tray)
        return seen if stays(lambda: self.seen(tray) == seen, self.CALM / 2) else None

    # -- the icon ---------------------------------------------------------------------------

    def test_before_its_first_face_nothing_is_there(self, tray):
        assert stays(lambda: not self.there(tray), self.CALM)

    def test_a_face_is_shown(self, tray):
        seen = self.show(tray)
        assert seen.title == FACE.title
        wait_for(lambda: tray.health().ok)
        assert tray.health().reason == ""

    @pytest.mark.parametrize("what", CHANGES)
    def test_a_change_of_the_face_is_seen_and_changes_nothing_else(self, tray, what):
        first = self.show(tray)
        face, shown_by = CHANGES[what]
        tray.update(face)
        if shown_by in self.SHOWS:
            wait_for(lambda: getattr(self.seen(tray), shown_by) != getattr(first, shown_by), name=what)
        changed = wait_for(lambda: self.settled(tray))
        assert {name for name in Seen._fields if getattr(changed, name) != getattr(first, name)} == (
            {shown_by} & self.SHOWS
        )
        tray.update(FACE)
        again = first._replace(title=FACE.title) if what == "title" else first
        wait_for(lambda: self.seen(tray) == again, name="the first face again")

    def test_of_many_changes_the_last_is_what_stays(self, tray):
        last = self.show(tray)._replace(title=FACE.title)
        for ring in range(4, 13):
            tray.update(Face(Glyph.RING, ring, f"ring {ring}"))
        tray.update(FACE)
        wait_for(lambda: stays(lambda: self.seen(tray) == last, self.CALM), name="calm")

    def test_a_title_may_have_any_letter(self, tray):
        self.show(tray)
        title = "Nächste Pause – um 10:00 … Перерыв"
        tray.update(replace(FACE, title=title))
        wait_for(lambda: self.there(tray) and self.seen(tray).title == title, 3)

    # -- the menu ---------------------------------------------------------------------------

    def test_the_menu_has_the_entries(self, tray):
        self.show(tray)
        assert self.opened(tray) == (rows(ENTRIES) if self.MENU else ())
        assert self.chosen == [], "looking is not choosing"

    def test_the_menu_is_made_when_it_opens(self, tray):
        self.show(tray)
        self.opened(tray)
        made = self.made
        for face, _ in CHANGES.values():
            tray.update(face)
        self.words = (Entry("Next break in 35 min"), *ENTRIES[2:])
        assert stays(lambda: self.made == made, self.CALM), "nobody looks at it"
        for _ in range(2):
            assert self.opened(tray) == (rows(self.words) if self.MENU else ())
            self.words = (Entry("Next break in 30 min"), *ENTRIES[2:])

    @pytest.mark.parametrize(
        ("labels", "asked"),
        [
            (("Quit",), ("stop", {})),
            (("Offer a break now",), ("offer", {"why": "click"})),
            (("Pause", "30 min"), ("pause", {"length": "30m"})),
            (("Pause", "Until I resume"), ("pause", {})),
            (("Start & <see>", "a_b__c"), ("break", {"routine": "r02"})),
        ],
    )
    def test_an_entry_asks_once_for_what_it_says(self, tray, labels, asked):
        self.show(tray)
        self.opened(tray)
        self.pick(tray, *labels)
        expected = [asked] if self.MENU else []
        wait_for(lambda: self.chosen == expected)
        assert stays(lambda: self.chosen == expected, self.CALM)

    def test_an_entry_means_what_it_said_when_the_menu_opened(self, tray):
        self.show(tray)
        self.opened(tray)
        self.words = (Entry("Resume", "resume"), *ENTRIES)
        self.pick(tray, "Quit")
        assert stays(lambda: self.chosen in ([], [("stop", {})]), self.CALM)
        assert bool(self.chosen) == self.MENU

    def test_what_only_tells_does_nothing(self, tray):
        self.show(tray)
        self.opened(tray)
        self.pick(tray, "Next break in 40 min")
        self.pick(tray, "Pause")
        assert stays(lambda: self.chosen == [], self.CALM)

    def test_a_click_asks_once_for_the_default_entry_as_it_is_then(self, tray):
        self.show(tray)
        self.click(tray)
        wait_for(lambda: self.chosen == [("offer", {"why": "click"})])
        self.words = (Entry("Start", "start", default=True), *(replace(entry, default=False) for entry in ENTRIES))
        self.click(tray)
        wait_for(lambda: len(self.chosen) > 1)
        assert stays(lambda: self.chosen[1:] == [("start", {})], self.CALM)

    def test_without_a_default_entry_a_click_does_nothing(self, tray):
        self.words = tuple(replace(entry, default=False) for entry in ENTRIES)
        self.show(tray)
        self.click(tray)
        assert stays(lambda: self.chosen == [], self.CALM)

    # -- the end ----------------------------------------------------------------------------

    def test_the_end_takes_the_icon_away_and_may_come_twice(self, tray):
        self.show(tray)
        tray.stop()
        wait_for(lambda: not self.there(tray))
        tray.stop()
        assert stays(lambda: not self.there(tray), self.CALM)

    def test_an_end_right_after_the_first_face_leaves_nothing_behind(self, tray):
        tray.update(FACE)
        tray.stop()
        wait_for(lambda: stays(lambda: not self.there(tray), self.CALM), 3)

    def test_after_the_end_a_face_does_nothing(self, tray):
        self.show(tray)
        tray.stop()
        wait_for(lambda: not self.there(tray))
        self.late_faces(tray)

    def test_one_that_was_never_shown_stays_away_after_its_end(self, tray):
        tray.stop()
        self.late_faces(tray)

    def late_faces(self, tray):
        for face, _ in CHANGES.values():
            tray.update(face)
        assert stays(lambda: not self.there(tray), self.CALM)
        tray.stop()
