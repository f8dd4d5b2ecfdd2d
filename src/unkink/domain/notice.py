"""What a person must have read once."""

from enum import StrEnum


class Notice(StrEnum):
    """A notice that is shown until it is confirmed."""

    FIRST = "first"
    """What unkink is and is not."""
    TOUCH = "touch"
    """How hard and where not, before the first touch, roller or tender-spot work."""
