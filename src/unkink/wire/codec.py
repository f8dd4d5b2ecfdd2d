"""Messages as lines of JSON with a tag."""

import json
from typing import TypeVar

from unkink.wire.plain import TAG, Malformed, from_plain, to_plain

M = TypeVar("M")


def encode(message: object) -> bytes:
    """Return a message as one line of JSON with its tag, newline included."""
    plain = to_plain(message, type(message))
    return json.dumps({TAG: type(message).__name__, **plain}, separators=(",", ":")).encode() + b"\n"


def decode(line: bytes | str, known: tuple[type[M], ...]) -> M:
    """Return the message a line holds.

    Args:
        line: one JSON object.
        known: the messages that may come.

    Raises:
        Malformed: it is no JSON object, its tag is unknown, or a field is missing, too much or of the wrong type.
    """
    try:
        found = json.loads(line)
    except ValueError as error:
        raise Malformed(f"no JSON: {error}") from None
    if not isinstance(found, dict):
        raise Malformed("no JSON object")
    tag = found.pop(TAG, None)
    kind = next((kind for kind in known if kind.__name__ == tag), None)
    if kind is None:
        raise Malformed(f"unknown message {tag!r}")
    return from_plain(found, kind)
