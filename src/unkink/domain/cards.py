"""What unkink may ask a person about itself, and what can be answered."""

from enum import StrEnum


class Question(StrEnum):
    """A card that asks."""

    RHYTHM = "rhythm"
    """Fewer, same, different?"""
    QUIET = "quiet"
    """Is the open-ended pause to go on?"""


class Answer(StrEnum):
    """What a card offers."""

    FEWER = "fewer"
    """Speak less often."""
    SAME = "same"
    """All is well."""
    DIFFERENT = "different"
    """Let me see the settings."""
    RESUME = "resume"
    """End the pause."""
    STAY = "stay"
    """Let it go on."""
