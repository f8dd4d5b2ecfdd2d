"""A desktop of our own: an X server, a session bus, a window manager, and whatever else a test wants on it.

Every process is started by us and ended by us, by its number. Nothing of the user's is touched.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.waiting import wait_for

PACKAGES = {
    "Xvfb": "xvfb",
    "dbus-daemon": "dbus",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "import": "imagemagick",
    "xfce4-panel": "xfce4-panel",
    "trayer": "trayer",
    "dunst": "dunst",
    "dunstctl": "dunst",
    "xwininfo": "x11-utils",
    "xauth": "xauth",
}
"""The Debian package of each program a test may want."""

NOTIFYD = "/usr/lib/x86_64-linux-gnu/xfce4/notifyd/xfce4-notifyd"

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>"""
"""A bus that starts nothing by itself: what a test does not start is not there."""


def needs(*programs: str) -> None:
    """Skip, naming the Debian packages, where a program is missing; where the desktop is required, fail."""
    missing = [PACKAGES.get(name, name) for name in programs if shutil.which(name) is None and not os.path.exists(name)]
    if not missing:
        return
    why = f"apt install {' '.join(sorted(set(missing)))}"
    if os.environ.get("UNKINK_DESKTOP") == "required":
        pytest.fail(f"the desktop is required here: {why}")
    pytest.skip(why)


class Desk:
    """One desktop."""

    def __init__(self, folder: Path, *, display: bool = True, bus: bool = True):
        self.folder = folder
        self.processes: list[subprocess.Popen[bytes]] = []
        self.env = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder / "run"),
            "LC_ALL": "C.UTF-8",
            "NO_AT_BRIDGE": "1",
            "GTK_USE_PORTAL": "0",
            "PYTHONPATH": os.pathsep.join(sys.path),
            "PYTHONWARNINGS": "error",
        }
        (folder / "run").mkdir(mode=0o700)
        if display:
            self.start_display()
        if bus:
            self.start_bus()

    # -- what stands on it --------------------------------------------------------------

    def start_display(self) -> "subprocess.Popen[bytes]":
        """Start an X server on a number of its own choice, and a window manager."""
        needs("Xvfb", "openbox", "xdotool")
        read, write = os.pipe()
        args = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"]
        self.server = self.start(*args, pass_fds=(write,))
        os.close(write)
        with os.fdopen(read) as pipe:
            self.env["DISPLAY"] = f":{pipe.readline().strip()}"
        self.start("openbox", "--sm-disable")
        wait_for(lambda: b"_NET_SUPPORTING" in self.out("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"), name="openbox")
        return self.server

    def start_bus(self) -> "subprocess.Popen[bytes]":
        """Start a session bus."""
        needs("dbus-daemon")
        config = self.folder / "bus.conf"
        config.write_text(BUS)
        address = self.env.get("DBUS_SESSION_BUS_ADDRESS", "")
        extra = [f"--address={address}"] if address else []
        self.bus = self.start(
            "dbus-daemon", f"--config-file={config}", "--nofork", "--print-address", *extra, stdout=subprocess.PIPE
        )
        assert self.bus.stdout is not None
        said = self.bus.stdout.readline().decode().strip()
        # Without the guid, a bus that is started again at the same place is the same.
        self.env["DBUS_SESSION_BUS_ADDRESS"] = said.partition(",guid=")[0]
        return self.bus

    def start_panel(self) -> "subprocess.Popen[bytes]":
        """Start xfce4-panel with nothing on it but tray icons."""
        needs("xfce4-panel")
        settings = self.folder / ".config/xfce4/xfconf/xfce-perchannel-xml"
        settings.mkdir(parents=True, exist_ok=True)
        (settings / "xfce4-panel.xml").write_text(PANEL)
        if not any("xfconfd" in str(process.args) for process in self.processes):
            self.start("/usr/lib/x86_64-linux-gnu/xfce4/xfconf/xfconfd")
            wait_for(lambda: self.on_bus("org.xfce.Xfconf"), name="xfconfd")
        panel = self.start("xfce4-panel", "--disable-wm-check")
        wait_for(lambda: self.on_bus("org.kde.StatusNotifierWatcher"), 20, "the panel")
        return panel

    def start_trayer(self) -> "subprocess.Popen[bytes]":
        """Start an old-style tray in the corner at the top left."""
        needs("trayer")
        tray = self.start("trayer", "--edge", "top", "--align", "left", "--widthtype", "request", "--height", "32")
        wait_for(lambda: b"trayer" in self.out("xwininfo", "-root", "-tree"), name="trayer")
        return tray

    def start_dunst(self) -> "subprocess.Popen[bytes]":
        """Start dunst."""
        needs("dunst", "dunstctl")
        chooser = self.folder / "choose"
        chooser.write_text(f'#!/bin/sh\nexec grep -m1 -F "$(cat {self.folder}/wanted)"\n')
        chooser.chmod(0o755)
        config = self.folder / "dunstrc"
        config.write_text(f"[global]\ndmenu = {chooser}\n")
        server = self.start("dunst", "-conf", str(config))
        wait_for(lambda: self.on_bus("org.freedesktop.Notifications"), name="dunst")
        return server

    def start_notifyd(self) -> "subprocess.Popen[bytes]":
        """Start xfce4-notifyd."""
        needs(NOTIFYD)
        if not any("xfconfd" in str(process.args) for process in self.processes):
            self.start("/usr/lib/x86_64-linux-gnu/xfce4/xfconf/xfconfd")
            wait_for(lambda: self.on_bus("org.xfce.Xfconf"), name="xfconfd")
        server = self.start(NOTIFYD)
        wait_for(lambda: self.on_bus("org.freedesktop.Notifications"), name="xfce4-notifyd")
        return server

    # -- unkink on it ---------------------------------------------------------------------

    def daemon(self, *, ready: bool = True) -> "subprocess.Popen[bytes]":
        """Start unkink in the foreground; what it prints is in `errors`."""
        self.errors = self.folder / "stderr"
        with open(self.errors, "ab") as errors:
            process = self.start(sys.executable, "-m", "unkink", stdout=errors, stderr=errors)
        if ready:
            wait_for(lambda: self.cli("status").returncode == 0, 20, "unkink")
        self.unkink = process
        return process

    def window_process(self) -> int:
        """Return the number of the window process that the daemon started; 0 where there is none."""
        found = self.out("pgrep", "-P", str(self.unkink.pid), "-f", "unkink.ui$").split()
        return int(found[0]) if found else 0

    def runs(self, pid: int) -> bool:
        """Return whether a process runs; one that ended and was not asked how does not."""
        line = Path(f"/proc/{pid}/cmdline")
        return line.exists() and line.read_bytes() != b""

    def cli(self, *args: str, limit: float = 30) -> "subprocess.CompletedProcess[str]":
        """Run the command line."""
        return subprocess.run(
            [sys.executable, "-m", "unkink", *args],
            env=self.env,
            capture_output=True,
            text=True,
            timeout=limit,
            check=False,
        )

    def ask(self, verb: str, **args: str) -> None:
        """Ask the daemon for what only the tray can ask for."""
        code = f"from unkink.ipc.client import ask; ask({verb!r}, **{args!r})"
        subprocess.run([sys.executable, "-c", code], env=self.env, check=True)

    def status(self) -> dict:
        """Return what `status --json` says."""
        said = self.cli("status", "--json")
        assert said.returncode == 0, said.stderr
        return json.loads(said.stdout)

    def history(self) -> list[dict]:
        """Return what `history --json` says."""
        return json.loads(self.cli("history", "--json").stdout)

    def config(self, text: str) -> None:
        """Write the config, as an editor does: beside it, then renamed."""
        path = self.folder / ".config/unkink/config.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(".swp")
        beside.write_text(text)
        beside.rename(path)

    def agree(self) -> None:
        """Confirm the notices beforehand."""
        path = self.folder / ".local/share/unkink/consent.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('{"confirmed": ["first", "touch"]}')

    def printed(self) -> str:
        """Return what the daemon printed."""
        return self.errors.read_text() if self.errors.exists() else ""

    def log(self) -> str:
        """Return the daemon's log."""
        path = self.folder / ".local/state/unkink/log/unkink.log"
        return path.read_text() if path.exists() else ""

    # -- hands and eyes ----------------------------------------------------------------------

    def x(self, *args: str) -> str:
        """Run xdotool."""
        return self.out("xdotool", *args).decode().strip()

    def press(self, window: str, *keys: str) -> None:
        """Press keys in a window. One that a key closes is gone before the key comes up: it comes up anyway."""
        for key in keys:
            self.x("key", "--window", window, key)
            self.x("keyup", key)

    def window(self, title: str, limit: float = 15) -> str:
        """Return the id of the visible window with this in its title, once it is there."""
        return wait_for(
            lambda: self.x("search", "--onlyvisible", "--name", title).split("\n")[0], limit, f"window {title}"
        )

    def notification(self) -> "tuple[int, int, int, int] | None":
        """Return where xfce4-notifyd shows a notification: x, y, width, height; None where it shows none."""
        for window in self.x("search", "--onlyvisible", "--class", "xfce4-notifyd").split():
            shape = dict(line.split("=") for line in self.x("getwindowgeometry", "--shell", window).splitlines())
            if int(shape["WIDTH"]) > 100:
                x, y, width, height = (int(shape[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))
                return x, y, width, height
        return None

    def click_button(self, number: int) -> None:
        """Click on a button of xfce4-notifyd's notification: three in a row along its lower edge, from 0."""
        x, y, _, height = wait_for(self.notification, name="the notification")
        self.x("mousemove", str(x + (95, 188, 280)[number]), str(y + height - 32))
        self.x("click", "1")

    def picture(self, name: str = "screen") -> Path:
        """Take a picture of the screen."""
        path = self.folder / f"{name}.png"
        self.out("import", "-window", "root", str(path))
        return path

    def on_bus(self, name: str) -> bool:
        """Return whether a name has an owner on the session bus."""
        said = self.out(
            "dbus-send",
            "--session",
            "--print-reply",
            "--dest=org.freedesktop.DBus",
            "/org/freedesktop/DBus",
            "org.freedesktop.DBus.NameHasOwner",
            f"string:{name}",
        )
        return b"boolean true" in said

    def out(self, *args: str) -> bytes:
        """Return what a program prints."""
        return subprocess.run(args, env=self.env, capture_output=True, timeout=30, check=False).stdout

    # -- processes -----------------------------------------------------------------------------

    def start(self, *args: str, **more) -> "subprocess.Popen[bytes]":
        """Start a program that ends with the desk."""
        more.setdefault("stdout", subprocess.DEVNULL)
        more.setdefault("stderr", subprocess.DEVNULL)
        process = subprocess.Popen(args, env=self.env, **more)
        self.processes.append(process)
        return process

    def end(self, process: "subprocess.Popen[bytes]", how: int = signal.SIGTERM, limit: float = 15) -> int:
        """End a process and return its status."""
        process.send_signal(how)
        status = process.wait(limit)
        if process.stdout is not None:
            process.stdout.close()
        if process in self.processes:
            self.processes.remove(process)
        return status

    def clear(self) -> None:
        """End everything, the last first."""
        for process in reversed(self.processes):
            process.kill()
            process.wait(10)
            if process.stdout is not None:
                process.stdout.close()
        self.processes.clear()


PANEL = """<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array"><value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=6;x=0;y=0"/>
      <property name="length" type="uint" value="100"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="size" type="uint" value="36"/>
      <property name="plugin-ids" type="array"><value type="int" value="1"/></property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="systray">
      <property name="size-max" type="uint" value="24"/>
    </property>
  </property>
</channel>"""
