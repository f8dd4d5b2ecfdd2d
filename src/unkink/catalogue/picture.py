"""A picture of the user's own: what kind it is, by its first bytes."""

import re

MAGIC = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "PNG"),
    (re.compile(rb"\xff\xd8\xff"), "JPEG"),
    (re.compile(rb"GIF8[79]a"), "GIF"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "WebP"),
    (re.compile(rb"(\xef\xbb\xbf)?\s*(<\?xml.*?)?(<!.*?>\s*)*<svg[\s>]", re.DOTALL), "SVG"),
)
KINDS = "a PNG, JPEG, GIF, WebP or SVG"
HEAD = 4096
"""How many bytes are looked at: an SVG may begin with comments."""


def kind(file: str) -> str:
    """Return what kind of picture a file is; empty where it is none of those that can be shown.

    Raises:
        OSError: it cannot be read.
    """
    with open(file, "rb") as stream:
        head = stream.read(HEAD)
    return next((name for pattern, name in MAGIC if pattern.match(head)), "")
