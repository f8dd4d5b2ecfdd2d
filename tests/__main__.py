"""Every check, in the order in which a mistake is cheapest to find: python -m tests [arguments for pytest].

What needs a desktop that is not there is skipped, and the end of pytest's report says which packages it wants. Where
the desktop has to be there, set UNKINK_DESKTOP=required.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PURE = "src/unkink/domain/*,src/unkink/figure/*"
"""What is tested on every branch,"""
CLOSE_UPS = "src/unkink/figure/face/*,src/unkink/figure/hand/*"
"""but for these: how a face and a hand are drawn is looked at on their sheets; a dozen odd corners never come up."""

Check = tuple[str, list[str]]


def types(platform: str) -> Check:
    """Return the check of the types as they are on a platform; what is only for others counts as unreachable there."""
    here = [] if platform == "linux" else ["--no-warn-unreachable"]
    return f"types on {platform}", ["-m", "mypy", "--platform", platform, *here]


def checks(rest: list[str]) -> list[Check]:
    """Return every check: its name, and what Python is started with."""
    return [
        ("style", ["-m", "ruff", "check"]),
        ("format", ["-m", "ruff", "format", "--check"]),
        *(types(platform) for platform in ("linux", "win32", "darwin")),
        ("imports", ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]),
        ("tests", ["-m", "coverage", "run", "-m", "pytest", *rest]),
        ("coverage", ["-m", "coverage", "report"]),
        (
            "every branch of what is pure",
            ["-m", "coverage", "report", "--fail-under=100", f"--include={PURE}", f"--omit={CLOSE_UPS}"],
        ),
    ]


def main(rest: list[str]) -> int:
    """Run every check; stop at the first that fails, and return its status."""
    os.chdir(ROOT)
    for name, arguments in checks(rest):
        print(f"\n-- {name}", flush=True)
        began = time.monotonic()
        status = subprocess.run([sys.executable, *arguments], check=False).returncode
        if status != 0:
            print(f"-- {name}: failed")
            return status
        print(f"-- {name}: passed in {time.monotonic() - began:.0f} s", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
