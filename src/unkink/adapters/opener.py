"""Opening a file in whatever the user opens such files with."""

import os
import sys
import threading

from unkink.errors import UnkinkError


def open_file(path: str) -> None:
    """Open a file; returns at once.

    Raises:
        UnkinkError: nothing here opens files.
    """
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606  what the user chose for such files
    else:
        import shutil  # noqa: PLC0415  a megabyte, for the day somebody opens the settings
        import subprocess  # noqa: PLC0415  as above

        program = "open" if sys.platform == "darwin" else "xdg-open"
        found = shutil.which(program)
        if found is None:
            raise UnkinkError(f"{program} is not installed", "", f"Open {path} in an editor.")
        process = subprocess.Popen(  # noqa: S603  what the user chose for such files
            [found, path],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        threading.Thread(target=process.wait, name="opener", daemon=True).start()
