"""The descriptor that carries messages to the daemon. Whatever prints would break the line, so prints go elsewhere."""

import os


def reserve() -> int:
    """Return a descriptor that only we write to, in place of standard output; prints go to standard error."""
    kept = os.dup(1)
    os.dup2(2, 1)
    return kept
