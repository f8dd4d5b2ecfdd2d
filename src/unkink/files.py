"""Files that are never half written."""

import contextlib
import os


def write_whole(path: str, text: str, mode: int = 0o600) -> None:
    """Write a file so that there is always a whole one: the old or the new.

    Args:
        path: the file; folders that are missing are made, for their owner only.
        text: all of it, with its line ends as they are.
        mode: who may do what with it, whatever the umask.

    Raises:
        OSError: it cannot be written; the old one stands.
    """
    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    beside = f"{path}.new"
    with contextlib.suppress(FileNotFoundError):
        os.unlink(beside)  # left by an earlier death: others may be let read that, and have it open
    new = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(new, "w", encoding="utf-8", newline="") as stream:
        os.chmod(beside, mode)
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    os.replace(beside, path)
