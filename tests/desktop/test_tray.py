"""The tray icon in real trays."""

import gc
import re
import threading
import time
from pathlib import Path

import pytest

from tests.adapters.panel import Panel
from tests.suites.tray import CHANGES, Seen, TraySuite
from tests.waiting import stays, wait_for
from unkink.adapters.dbus.bus import Bus
from unkink.adapters.loop import Loop
from unkink.adapters.tray import make_tray

MENU = "wrapper-2.0"


@pytest.fixture
def session(desk, monkeypatch):
    """Return a loop and a bus on the desk's session, in this process."""
    monkeypatch.setenv("DISPLAY", desk.env["DISPLAY"])
    loop = Loop(time.monotonic)
    bus = Bus(loop, lambda: desk.env["DBUS_SESSION_BUS_ADDRESS"], "session bus")
    loop.start()
    loop.call(bus.start)
    wait_for(lambda: bus.up)
    yield loop, bus
    loop.call(bus.stop)
    loop.stop()


class TestStatusNotifier(TraySuite):
    @pytest.fixture
    def tray(self, desk, session):
        self.panel = Panel(desk.env["DBUS_SESSION_BUS_ADDRESS"])
        made = make_tray(*session, self.entries, self.choose, "any", "statusnotifier")
        yield made
        made.stop()
        self.panel.stop()

    def there(self, tray):
        return self.panel.shows

    def seen(self, tray):
        return self.panel.seen()

    def opened(self, tray):
        return self.panel.open_menu()

    def pick(self, tray, *labels):
        self.panel.pick(*labels)

    def click(self, tray):
        self.panel.click()

    def test_the_status_that_is_told_is_the_one_that_holds(self, tray):
        self.show(tray)
        tray.update(CHANGES["attention"][0])
        wait_for(lambda: self.seen(tray).attention)
        assert [told for told, _ in self.panel.statuses] == ["Active", "NeedsAttention"]


@pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
class TestXEmbed(TraySuite):
    MENU = False
    SHOWS = frozenset({"picture", "title"})

    @pytest.fixture
    def tray(self, desk, session):
        # One that is given an icon while it starts may never show itself.
        status = Path(f"/proc/{desk.start_trayer().pid}/status")
        wait_for(lambda: (before := status.read_text()) and stays(lambda: status.read_text() == before, 0.1))
        self.desk = desk
        made = make_tray(*session, self.entries, self.choose, "any", "xembed")
        yield made
        made.stop()
        # XEmbedTray leaves its connection to the collector: what it says of that belongs to this test, not to the next.
        wait_for(lambda: not any(thread.name == "tray" for thread in threading.enumerate()))
        gc.collect()

    def icon(self):
        """Return the number and the title of the icon's window, where the tray holds it."""
        tree = self.desk.out("xwininfo", "-root", "-tree").decode()
        _, _, inside = tree.partition('("panel" "trayer")')
        return re.search(r'(0x\w+) "(.*)": \("unkinkSystemTrayIcon" "unkink"\)', inside)

    def there(self, tray):
        return self.icon() is not None

    def seen(self, tray):
        window, title = self.icon().groups()
        picture = self.desk.out("import", "-window", window, "-depth", "8", "rgb:-")
        return Seen(picture, title, attention=False)

    def opened(self, tray):
        for button in ("3", "2"):
            self.desk.x("mousemove", "12", "16", "click", button)
        return ()

    def pick(self, tray, *labels):
        """There is nothing to pick."""

    def click(self, tray):
        self.desk.x("mousemove", "12", "16", "click", "1")


def shown(desk, name="statusnotifier"):
    """Wait until the icon is in a tray of this kind."""
    return wait_for(
        lambda: (tray := desk.status()["adapters"]["tray"])["ok"] and tray["name"] == name, 25, f"the icon ({name})"
    )


def open_menu(desk):
    """Right-click the icon and return the menu's window."""
    desk.x("mousemove", "12", "18", "click", "3")
    return wait_for(lambda: menus(desk), name="the menu")[-1]


def menus(desk):
    """Return the menus that are open: visible windows of the panel's plugin that are as large as a menu."""
    found = []
    for window in desk.x("search", "--onlyvisible", "--class", MENU).split():
        shape = dict(line.split("=") for line in desk.x("getwindowgeometry", "--shell", window).splitlines())
        if int(shape["WIDTH"]) > 60 and int(shape["HEIGHT"]) > 100:
            found.append(shape)
    return found


def test_the_icon_is_in_the_panel_and_its_menu_does_what_it_says(desk):
    desk.start_panel()
    desk.daemon()
    shown(desk)
    menu = open_menu(desk)
    # "I just moved" is the fourth line below the status; a line is about 25 pixels high.
    x, y = int(menu["X"]) + 60, int(menu["Y"]) + 92
    desk.x("mousemove", str(x), str(y))
    desk.x("click", "1")
    wait_for(lambda: [line["detail"] for line in desk.history()] == ["moved"], name="the click")


def test_a_left_click_asks_for_an_offer(desk):
    desk.start_panel()
    desk.start_dunst()
    desk.daemon()
    shown(desk)

    def clicked():
        desk.x("mousemove", "12", "18", "click", "1")
        return desk.status()["phase"] == "prompted"

    wait_for(clicked, name="the click")


def test_the_icon_comes_back_when_the_panel_is_restarted(desk):
    panel = desk.start_panel()
    desk.daemon()
    shown(desk)
    desk.end(panel, 9)
    wait_for(lambda: not desk.status()["adapters"]["tray"]["ok"])
    assert desk.status()["adapters"]["tray"]["reason"] == "no panel shows tray icons"
    desk.start_panel()
    shown(desk)
    assert desk.printed() == ""


def test_the_icon_comes_when_the_panel_starts_late(desk):
    desk.daemon()
    assert not desk.status()["adapters"]["tray"]["ok"]
    desk.start_panel()
    shown(desk)


def test_an_old_tray_will_do_until_a_panel_comes(desk):
    desk.start_trayer()
    desk.daemon()
    shown(desk, "xembed")
    # Nothing shows notifications here: a click that asks for a break starts it.
    desk.agree()

    def clicked():
        desk.x("mousemove", "12", "16", "click", "1")
        return desk.status()["phase"] == "on_break"

    wait_for(clicked, name="the click")
    desk.start_panel()
    shown(desk)
    assert "trayer" not in desk.status()["adapters"]["tray"]["reason"]


def test_an_old_tray_that_comes_late_or_again_gets_the_icon_too(desk):
    desk.config('[system]\ntray = "xembed"\n')
    desk.daemon()
    trayer = desk.start_trayer()
    shown(desk, "xembed")
    desk.end(trayer)
    wait_for(lambda: not desk.status()["adapters"]["tray"]["ok"])
    desk.start_trayer()
    shown(desk, "xembed")


def test_the_picture_is_really_there(desk):
    from PIL import Image

    desk.start_panel()
    desk.daemon()
    shown(desk)

    def drawn():
        with Image.open(desk.picture()) as screen:
            corner = screen.convert("RGB").crop((0, 0, 26, 37))
        # The ring's track and its middle are greys that nothing else on this panel has.
        return any(
            abs(r - 112) < 12 and abs(g - 126) < 12 and abs(b - 134) < 12 for _, (r, g, b) in corner.getcolors(1000)
        )

    wait_for(drawn, name="the picture")
