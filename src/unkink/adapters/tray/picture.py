"""The pictures of the tray icon, read from the drawn PNGs with nothing but zlib: Pillow would cost 4 MB all day."""

import struct
import zlib

from unkink.frozen import dataclass
from unkink.paths import icons
from unkink.ports import Face, Glyph

SIZES = (22, 32, 48)
"""The sizes that hosts are given; they scale from the next larger one."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture at one size.

    Attributes:
        size: its width and its height in pixels.
        rgba: its pixels, row by row.
    """

    size: int
    rgba: bytes

    def argb(self) -> bytes:
        """Return the pixels as StatusNotifierItem has them: ARGB, each in network byte order."""
        out = bytearray(len(self.rgba))
        out[0::4], out[1::4], out[2::4], out[3::4] = self.rgba[3::4], self.rgba[0::4], self.rgba[1::4], self.rgba[2::4]
        return bytes(out)


def name(face: Face) -> str:
    """Return the name of the picture of a face."""
    return f"ring-{face.ring:02d}" if face.glyph is Glyph.RING else face.glyph.value


def load(which: str, size: int, theme: str) -> Picture:
    """Return a picture that was drawn for this program.

    Args:
        which: its name.
        size: one of the sizes there are.
        theme: `light` or `dark`, as the panel is; `any` where nobody knows.

    Raises:
        OSError: it is not there.
    """
    with open(icons("tray", theme, f"{which}-{size}.png"), "rb") as stream:
        data = stream.read()
    at, packed = 8, b""
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        if kind == b"IDAT":
            packed += data[at + 8 : at + 8 + length]
        at += 12 + length
    rows = zlib.decompress(packed)
    stride = 4 * size + 1
    # Each row begins with its filter, which is always 0 here: icons/draw.py sees to it, a test looks.
    return Picture(size, b"".join(rows[y * stride + 1 : (y + 1) * stride] for y in range(size)))


def over(picture: Picture, below: bytes) -> bytes:
    """Return a picture laid over an opaque one (BGRX, as X servers have it), as BGRX."""
    out = bytearray(below)
    for at in range(0, len(out), 4):
        red, green, blue, alpha = picture.rgba[at : at + 4]
        for channel, value in ((0, blue), (1, green), (2, red)):
            out[at + channel] = (value * alpha + below[at + channel] * (255 - alpha)) // 255
    return bytes(out)
