"""What can be wrong with the catalogue: where it is, what was found there, what is allowed."""

from collections.abc import Collection

from unkink.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a file of exercises or routines.

    Attributes:
        file: where.
        line: its line, from 1; 0 where it has none.
        id: the exercise or routine; empty where the whole file is meant.
        key: the key, such as `steps.seconds`; empty where the whole table is meant.
        found: what stands there.
        allowed: what may stand there.
        hint: what may have been meant, or what to do; empty where nothing is known.
    """

    file: str
    line: int
    id: str
    key: str
    found: str
    allowed: str
    hint: str = ""

    def __str__(self) -> str:
        """The whole of it in one line."""
        where = f"{self.file}:{self.line}" if self.line else self.file
        hint = f" {self.hint}" if self.hint else ""
        return f"{': '.join(filter(None, (where, self.id, self.key)))}: found {self.found}; {self.allowed}.{hint}"


@dataclass(frozen=True, slots=True)
class Wrong:
    """A value that cannot be: what was found, what is allowed, and a hint; the rest of a `Problem` is known outside."""

    found: str
    allowed: str
    hint: str = ""


def shown(found: object) -> str:
    """Return a value as TOML has it, shortened."""
    text = {True: "true", False: "false"}[found] if isinstance(found, bool) else repr(found)
    return text if len(text) <= 60 else f"{text[:57]}..."


def nearest(word: str, known: Collection[str]) -> str:
    """Return a hint at the known word that is most like another one; empty where none is."""
    import difflib  # noqa: PLC0415  only a mistake needs it

    near = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    return f'Did you mean "{near[0]}"?' if near else ""
