"""Takes the pictures of unkink at work on the test desktop: run it after a change of what people see, and look.

    python -m docs.pictures [FOLDER]

Needs the test desktop (.ci/desktop installs it). The contact sheets of the figures are drawn by `unkink.ui.sheet`.
"""

import re
import sys
import tempfile
import time
from pathlib import Path

from PIL import Image

from tests.desktop.desk import Desk
from tests.desktop.test_tray import open_menu, shown
from tests.waiting import wait_for

GROUND = "#5b7083"
"""The colour of the desktop: one that no theme of ours has."""


def crop(desk: Desk, folder: Path, name: str, box: tuple[int, int, int, int]) -> None:
    """Keep a part of the screen."""
    with Image.open(desk.picture(name)) as screen:
        screen.convert("RGB").crop(box).save(folder / f"{name}.png", optimize=True)


def grab(desk: Desk, folder: Path, name: str, window: str) -> None:
    """Keep a window without its frame."""
    said = desk.out("xwininfo", "-id", window).decode()
    left, top, width, height = (
        int(re.search(rf"{what}: +(\d+)", said)[1]) for what in ("upper-left X", "upper-left Y", "Width", "Height")
    )
    crop(desk, folder, name, (left, top, left + width, top + height))


def theme(desk: Desk, wanted: str) -> None:
    """Configure a theme and wait until it is in force."""
    before = desk.log().count("config:")
    desk.config(f'[look]\ntheme = "{wanted}"\n[you]\nplace = "floor"\nkit = ["foam-roller", "massage-ball", "mat"]\n')
    wait_for(lambda: desk.log().count("config:") > before or before == 0, 5)


def play(desk: Desk, folder: Path, name: str, routine: str, seconds: float, keys: tuple[str, ...] = ()) -> None:
    """Play a routine, take its picture after a while, and leave it."""
    desk.ask("break", routine=routine)
    window = desk.window("– unkink")
    desk.x("windowfocus", "--sync", window)
    wait_for(lambda: desk.status()["phase"] == "on_break")
    desk.press(window, *keys)
    time.sleep(seconds)
    grab(desk, folder, name, window)
    desk.press(window, "Escape")
    wait_for(lambda: desk.status()["phase"] != "on_break")
    time.sleep(0.5)
    if name == "player-light":
        grab(desk, folder, "end", window)
    desk.press(window, "Escape")
    wait_for(lambda: not desk.window_process())


def tray_and_offer(desk: Desk, folder: Path) -> None:
    """Take the panel with its menu, and an offer."""
    desk.start_panel()
    desk.start_notifyd()
    desk.daemon()
    shown(desk)
    menu = open_menu(desk)
    time.sleep(0.6)
    crop(desk, folder, "tray", (0, 0, int(menu["X"]) + int(menu["WIDTH"]) + 24, int(menu["HEIGHT"]) + 56))
    desk.x("key", "Escape")
    desk.cli("break")
    time.sleep(1.5)
    crop(desk, folder, "offer", (880, 20, 1270, 190))
    desk.cli("skip")


def notices(desk: Desk, folder: Path) -> None:
    """Take what is shown before the first routine, and before the first touch."""
    desk.ask("break", routine="r19")
    window = desk.window("– unkink")
    desk.x("windowfocus", "--sync", window)
    time.sleep(0.6)
    grab(desk, folder, "notice-first", window)
    desk.press(window, "Tab", "space")
    time.sleep(0.6)
    grab(desk, folder, "notice-touch", window)
    desk.press(window, "Tab", "space")
    wait_for(lambda: desk.status()["phase"] == "on_break")
    desk.press(window, "Escape")
    wait_for(lambda: desk.status()["phase"] != "on_break")
    desk.press(window, "Escape")
    wait_for(lambda: not desk.window_process())


def main(folder: Path) -> None:
    """Take every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        desk = Desk(Path(home))
        try:
            desk.out("xsetroot", "-solid", GROUND)
            theme(desk, "light")
            tray_and_offer(desk, folder)
            notices(desk, folder)
            play(desk, folder, "player-light", "r19", 9)
            play(desk, folder, "player-desk", "r02", 12)
            theme(desk, "dark")
            play(desk, folder, "player-dark", "r06", 10, ("Right",))
        finally:
            desk.clear()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/images"))
