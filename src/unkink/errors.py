"""The errors a person may read: a title, what happened, and what to do about it."""


class UnkinkError(Exception):
    """Something went wrong in a way the user can understand; shown as it is, never with a traceback.

    Args:
        title: what failed, in a few words.
        message: what was found, one sentence; empty where the title says it all.
        hint: what the user can do; empty where there is nothing.
    """

    def __init__(self, title: str, message: str = "", hint: str = "") -> None:
        super().__init__(title, message, hint)
        self.title = title
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """Everything in one line."""
        return " ".join(part for part in (f"{self.title}." if self.title else "", self.message, self.hint) if part)


class Unavailable(Exception):  # noqa: N818  it is an answer ("I can't work here"), not a failure
    """An adapter cannot work on this machine now; the next candidate is tried and the reason kept.

    Args:
        reason: why, as the end of a sentence ("no D-Bus session bus").
        hint: what would make it work ("apt install libxcb-cursor0"); empty where nothing would.
    """

    def __init__(self, reason: str, hint: str = "") -> None:
        super().__init__(reason, hint)
        self.reason = reason
        self.hint = hint

    def __str__(self) -> str:
        """The reason and the hint in one line."""
        return f"{self.reason} ({self.hint})" if self.hint else self.reason
