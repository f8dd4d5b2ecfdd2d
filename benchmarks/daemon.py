"""What unkink costs: memory, wake-ups and CPU of the daemon, and how long people wait. One command, one table.

    python -m benchmarks.daemon [--minutes 10] [--times 7]

Needs the test desktop (see .ci/run). Everything is compared with a bare sleeping Python in the same run; the machines
are noisy, so times are medians of several runs.
"""

import argparse
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from jeepney import MatchRule, message_bus
from jeepney.io.blocking import open_dbus_connection

from tests.desktop.desk import Desk
from tests.waiting import wait_for


def memory(pid: int) -> dict[str, float]:
    """Return PSS, RSS and private dirty memory of a process and its children, in MB."""
    found = dict.fromkeys(("Pss", "Rss", "Private_Dirty"), 0.0)
    for each in family(pid):
        for line in Path(f"/proc/{each}/smaps_rollup").read_text().splitlines():
            name, _, value = line.partition(":")
            if name in found:
                found[name] += int(value.split()[0]) / 1024
    return found


def family(pid: int) -> list[int]:
    """Return a process and all its children."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(each for child in children for each in family(int(child)))]


def wakeups(pid: int) -> int:
    """Return the voluntary context switches of all threads of a process."""
    text = "".join(path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/status"))
    return sum(int(number) for number in re.findall(r"^voluntary_ctxt_switches:\s+(\d+)", text, re.MULTILINE))


def cpu(pid: int) -> float:
    """Return the CPU seconds a process and its children have used, from the scheduler's own count."""
    used = 0
    for each in family(pid):
        used += sum(int(path.read_text().split()[0]) for path in Path(f"/proc/{each}/task").glob("*/schedstat"))
    return used / 1e9


def bare() -> dict[str, float]:
    """Return the memory of a Python that only sleeps."""
    code = "import time; print(flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        found = memory(process.pid)
        process.kill()
    return found


def watch(pid: int, seconds: float, each: float = 0, act: Callable[[], object] = int) -> tuple[float, float]:
    """Return wake-ups a minute and CPU in per cent of one core over so many seconds, doing something every so often."""
    before, used, began = wakeups(pid), cpu(pid), time.monotonic()
    while (left := seconds - (time.monotonic() - began)) > 0:
        time.sleep(min(left, each or left))
        if each:
            act()
    length = time.monotonic() - began
    return (wakeups(pid) - before) / length * 60, (cpu(pid) - used) / length * 100


def to_icon(desk: Desk) -> float:
    """Return seconds from the start of the process until the panel has the icon."""
    rule = MatchRule(type="signal", interface="org.kde.StatusNotifierWatcher", member="StatusNotifierItemRegistered")
    with open_dbus_connection(desk.env["DBUS_SESSION_BUS_ADDRESS"]) as connection:
        connection.send_and_get_reply(message_bus.AddMatch(rule))
        with connection.filter(rule) as heard:
            began = time.monotonic()
            process = desk.start(sys.executable, "-m", "unkink")
            connection.recv_until_filtered(heard, timeout=20)
            taken = time.monotonic() - began
    desk.end(process)
    return taken


def to_picture(desk: Desk, *, warm: bool) -> float:
    """Return seconds from Start until the first picture of the figure is on the screen, by the daemon's log."""
    desk.cli("break") if warm else None
    if warm:
        wait_for(desk.window_process)
        time.sleep(1.5)
    before = len(desk.log().splitlines())
    desk.ask("start") if warm else desk.ask("break", routine="r03")
    wait_for(lambda: "RoutineBegan" in "".join(desk.log().splitlines()[before:]), 20)
    lines = desk.log().splitlines()[before:]
    began = stamp(next(line for line in lines if re.search(r"engine: (Start|PlayNow)\(", line)))
    shown = stamp(next(line for line in lines if "RoutineBegan(" in line))
    leave(desk)
    return (shown - began).total_seconds()


def leave(desk: Desk) -> None:
    """Stop a routine and wait until its window is gone."""
    window = desk.window("– unkink")
    desk.press(window, "Escape")
    wait_for(lambda: desk.status()["phase"] != "on_break")
    time.sleep(0.3)
    desk.press(window, "Escape")
    wait_for(lambda: not desk.window_process())


def stamp(line: str) -> datetime:
    """Return when a line was logged."""
    return datetime.strptime(line[:23], "%Y-%m-%d %H:%M:%S,%f")  # noqa: DTZ007  differences only


def playing(desk: Desk) -> tuple[dict[str, float], float]:
    """Return the memory and the CPU of a player that shows a moving figure."""
    desk.ask("break", routine="r03")
    wait_for(lambda: desk.status()["phase"] == "on_break")
    wait_for(desk.window_process)
    time.sleep(12)
    pid = desk.window_process()
    used, began = cpu(pid), time.monotonic()
    time.sleep(10)
    share = (cpu(pid) - used) / (time.monotonic() - began) * 100
    found = memory(pid)
    leave(desk)
    return found, share


def row(what: str, value: str, aim: str = "") -> None:
    """Print one row of the table."""
    print(f"{what:<52} {value:>22}   {aim}", flush=True)


def main() -> None:
    """Measure on a desktop of our own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--times", type=int, default=7)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        try:
            desk.start_panel()
            desk.start_dunst()
            measure(desk, options.minutes, options.times)
        finally:
            desk.clear()


def measure(desk: Desk, minutes: float, times: int) -> None:
    """Measure everything."""
    desk.agree()
    desk.config('[system]\nlog_level = "info"\n')
    icons = [to_icon(desk) for _ in range(times)]
    row("process start to tray icon", f"{statistics.median(icons):.2f} s", "aim 0.35 s")
    daemon = desk.daemon()
    wait_for(lambda: desk.status()["adapters"]["tray"]["ok"])
    time.sleep(20)  # the look whether a window could be opened is over by now
    base = bare()
    found = memory(daemon.pid)
    row("bare sleeping Python, PSS", f"{base['Pss']:.1f} MB")
    row("daemon, PSS above bare", f"{found['Pss'] - base['Pss']:+.1f} MB", "at most +12 MB")
    row(
        "daemon, PSS / RSS / private dirty",
        f"{found['Pss']:.1f} / {found['Rss']:.1f} / {found['Private_Dirty']:.1f} MB",
    )
    idle = watch(daemon.pid, minutes * 60)
    row(f"without input, {minutes:g} min: wake-ups a minute", f"{idle[0]:.1f}", "at most 10")
    row(f"without input, {minutes:g} min: CPU of one core", f"{idle[1]:.4f} %", "at most 0.01 %")
    typing = watch(daemon.pid, minutes * 60, 5, lambda: desk.x("key", "shift"))
    row(f"a key every 5 s, {minutes:g} min: wake-ups a minute", f"{typing[0]:.1f}", "at most 30")
    row(f"a key every 5 s, {minutes:g} min: CPU of one core", f"{typing[1]:.4f} %", "at most 0.05 %")
    after = memory(daemon.pid)
    row("daemon, PSS above bare, afterwards", f"{after['Pss'] - base['Pss']:+.1f} MB", "at most +12 MB")
    spans = []
    for _ in range(times):
        began = time.monotonic()
        desk.cli("status")
        spans.append(time.monotonic() - began)
    row("`unkink status`, start to exit", f"{statistics.median(spans):.3f} s", "aim 0.12 s")
    desk.config('[system]\nlog_level = "debug"\n')
    wait_for(lambda: "RulesChanged" in desk.log())
    cold = [to_picture(desk, warm=False) for _ in range(times)]
    row("Start to first picture, cold", f"{statistics.median(cold):.2f} s", "aim 0.6 s")
    warm = [to_picture(desk, warm=True) for _ in range(times)]
    row("Start to first picture, warm", f"{statistics.median(warm):.2f} s", "aim 0.15 s")
    player, share = playing(desk)
    row("player, PSS", f"{player['Pss']:.1f} MB")
    row("player, CPU of one core", f"{share:.0f} %")


if __name__ == "__main__":
    main()
