"""What reading the catalogue costs: from its files, from the cache, and what it holds in memory. One command.

    python -m benchmarks.catalogue [--times 15]

The first time is measured in a process of its own, as the daemon has it at its first offer: TOML is read, checked and
kept. A plain read of the same files with tomllib is timed beside it, since the machines are noisy; the numbers are
medians of several runs.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile

CODE = """
import ctypes, gc, os, sys, time, tomllib
from unkink.catalogue.library import Library
from unkink.catalogue.rows import shipped_files
from unkink.paths import package

def private():
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    with open("/proc/self/smaps_rollup") as stream:
        return sum(int(line.split()[1]) for line in stream if line.startswith("Private_"))

what, folder = sys.argv[1:]
before = private() if what == "memory" else 0
began = time.perf_counter()
if what == "plain":
    for file in shipped_files(package("catalogue")):
        with open(file, "rb") as stream:
            tomllib.load(stream)
elif what == "look":
    library = Library(folder, os.path.join(folder, "kept"))
    library.catalogue()
    began = time.perf_counter()
    library.catalogue()
else:
    library = Library(folder, os.path.join(folder, "kept"))
    library.catalogue()
took = time.perf_counter() - began
print(private() - before if what == "memory" else took * 1000)
"""


def measured(what: str, folder: str) -> float:
    """Return what a process of its own has measured."""
    said = subprocess.run([sys.executable, "-c", CODE, what, folder], capture_output=True, text=True, check=True)
    return float(said.stdout)


def main() -> None:
    """Measure, and print what came."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.catalogue")
    parser.add_argument("--times", type=int, default=15)
    options = parser.parse_args()
    runs: dict[str, list[float]] = {"plain": [], "first": [], "cache": [], "look": [], "grown": [], "kept": []}
    with tempfile.TemporaryDirectory() as folder:
        kept = os.path.join(folder, "kept")
        for _ in range(options.times):
            runs["plain"].append(measured("plain", folder))
            runs["first"].append(measured("first", folder))
            runs["cache"].append(measured("cache", folder))
            runs["look"].append(measured("look", folder))
            runs["kept"].append(measured("memory", folder) / 1024)
            os.remove(kept)
            runs["grown"].append(measured("memory", folder) / 1024)
            os.remove(kept)
    print(f"medians of {options.times} runs")
    for name, what, unit, aim in (
        ("plain", "tomllib alone, the same files", "ms", ""),
        ("first", "the first time: read, checked, kept", "ms", "aim 80"),
        ("cache", "from the cache", "ms", "aim 15"),
        ("look", "a look whether anything changed", "ms", ""),
        ("grown", "private memory after the first time", "MB", "aim 3"),
        ("kept", "private memory after the cache", "MB", "aim 3"),
    ):
        print(f"{what:<38}{statistics.median(runs[name]):8.2f} {unit}  {aim}".rstrip())


if __name__ == "__main__":
    main()
