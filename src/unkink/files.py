"""Files that are never half written."""

import os


def write_whole(path: str, text: str, mode: int = 0o600) -> None:
    """Write a file so that there is always a whole one: the old or the new.

    Raises:
        OSError: it cannot be written; the old one stands.
    """
    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    beside = f"{path}.new"
    with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    os.replace(beside, path)
