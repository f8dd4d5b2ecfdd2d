"""Whether a port works, and why not."""

from collections.abc import Mapping
from dataclasses import field

from unkink.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Health:
    """Whether a port works.

    Attributes:
        name: the candidate in charge.
        ok: whether it does what it is for; a counterpart that is waited for is not there yet.
        reason: why not, or what is worth knowing; empty where there is nothing to say.
        hint: what would help.
        tried: the candidates before it, each with its reason.
    """

    name: str
    ok: bool
    reason: str = ""
    hint: str = ""
    tried: Mapping[str, str] = field(default_factory=dict)
