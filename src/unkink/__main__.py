"""`unkink`: no verb is the daemon, anything else the command line. Neither imports the other."""

import sys


def main() -> int:
    """Run what was asked for; returns the exit status."""
    if len(sys.argv) == 1:
        from unkink.daemon import main as run  # noqa: PLC0415  after the choice
    else:
        from unkink.cli.main import main as run  # noqa: PLC0415  after the choice
    return run()


if __name__ == "__main__":
    sys.exit(main())
