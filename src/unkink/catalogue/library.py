"""The catalogue as it is on the disk now: what comes with the program, and what the user wrote."""

import logging
import os
import threading
from collections.abc import Callable

from unkink import paths
from unkink.catalogue import cache
from unkink.catalogue.load import Catalogue, made, names
from unkink.catalogue.problem import Problem
from unkink.catalogue.rows import own_files, shipped_files, summary
from unkink.errors import UnkinkError

log = logging.getLogger(__name__)


class Library:
    """Reads when it is first asked, and again when a file is there, gone, or of another size or time.

    Args:
        own: the folder of the user's own files; it need not exist.
        kept: the file in which what was read is kept.
        submit: has a job done, such as writing a file.
    """

    def __init__(
        self, own: str = "", kept: str = "", submit: Callable[[Callable[[], None]], None] = lambda job: job()
    ) -> None:
        self._own = own or paths.routines_folder()
        self._kept = kept or os.path.join(paths.cache_folder(), "catalogue.json")
        self._submit = submit
        self._lock = threading.Lock()
        self._held: Catalogue | None = None
        self._stamps: list[cache.Stamp] = []
        self._pictures: list[cache.Stamp] = []

    def catalogue(self) -> Catalogue:
        """Return everything there is to do, as the files are now.

        Raises:
            UnkinkError: what comes with the program can't be read, and never could.
        """
        with self._lock:
            held = self._held
            try:
                if held is None or self._changed():
                    held = self._held = self._read()
                    for problem in held.problems:
                        log.info("left out: %s", problem)
            except UnkinkError as error:
                if held is None:
                    raise
                log.warning("%s", error)
            return held

    def names(self) -> tuple[tuple[str, str], ...]:
        """Return the id and the name of each routine; as long as nothing else was wanted, nothing else is read.

        Raises:
            UnkinkError: as `catalogue`.
        """
        if self._held is None:
            return names(own_files(self._own))
        return tuple((routine.id, routine.name) for routine in self.catalogue().routines)

    def troubles(self) -> tuple[str, ...]:
        """Return what is wrong with the user's own files, a line for each; nothing before they were read."""
        if self._held is None:
            return ()
        files: dict[str, list[Problem]] = {}
        for problem in self.catalogue().problems:
            files.setdefault(problem.file, []).append(problem)
        return tuple(map(summary, files.values()))

    # -- inside ------------------------------------------------------------------------------

    def _files(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return shipped_files(paths.package("catalogue")), own_files(self._own)

    def _changed(self) -> bool:
        shipped, own = self._files()
        pictures = cache.stamps(str(file) for file, *_ in self._pictures)
        return pictures != self._pictures or _stamps(shipped, own) != self._stamps

    def _read(self) -> Catalogue:
        """Read it from what was kept, else from the files; what changes meanwhile is seen at the next look."""
        shipped, own = self._files()
        self._stamps = _stamps(shipped, own)
        found = cache.read(self._kept, self._stamps)
        if found is not None:
            try:
                catalogue = made(found[0])
            except (LookupError, TypeError, ValueError, AttributeError) as error:
                log.debug("%s makes no sense: %s", self._kept, error)
            else:
                self._pictures = found[1]
                return catalogue
        from unkink.catalogue.merge import merge  # noqa: PLC0415  what checks is not kept in memory for what was checked

        rows = merge(shipped, own)
        of, pictures = self._stamps, cache.stamps(rows.pictures)
        self._pictures = pictures

        def keep() -> None:
            try:
                cache.write(self._kept, of, rows, pictures)
            except OSError as error:
                log.debug("the catalogue is not kept: %s", error)

        self._submit(keep)
        return made(rows)


def _stamps(shipped: tuple[str, ...], own: tuple[str, ...]) -> list[cache.Stamp]:
    """Return how every file stands that counts; what ids are known stands in two more."""
    known = (paths.package("catalogue", name) for name in ("tags.toml", "evidence.toml"))
    return cache.stamps((*shipped, *known, *own))
