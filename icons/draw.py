"""Draws every icon into this folder: run it again after a change here, and commit what it draws.

    python icons/draw.py

Needs Pillow. The tray glyphs are PNGs without row filters, so that the daemon can read them with nothing but zlib.
"""

import math
import struct
import zlib
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageDraw

HERE = Path(__file__).parent
TRAY_SIZES = (16, 22, 24, 32, 48, 64)
APP_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
STEPS = 12
OVER = 8  # drawn this much larger and reduced, for soft edges

TEAL, AMBER, GREEN = (38, 166, 154), (245, 158, 11), (76, 187, 106)
THEMES = {
    # For panels whose colour nobody told: tones that read on both.
    "any": {"quiet": (128, 140, 148), "track": 150, "core": (112, 126, 134)},
    # For light panels the quiet parts are dark, for dark panels light; the colours read on both.
    "light": {"quiet": (60, 72, 80), "track": 92, "core": (60, 72, 80)},
    "dark": {"quiet": (226, 232, 236), "track": 92, "core": (226, 232, 236)},
}


def canvas(size: int) -> tuple[Image.Image, ImageDraw.ImageDraw, float]:
    """Return an empty picture, what draws on it, and how long a 32nd of its side is."""
    image = Image.new("RGBA", (size * OVER, size * OVER), (0, 0, 0, 0))
    return image, ImageDraw.Draw(image), size * OVER / 32


def ring(draw: ImageDraw.ImageDraw, unit: float, part: float, colour: tuple[int, ...], width: float = 4.6) -> None:
    """Draw `part` (0 to 1) of the ring, clockwise from the top, with round ends."""
    if part <= 0:
        return
    middle, radius = 16 * unit, 12.2 * unit
    outer, inner = radius + width / 2 * unit, radius - width / 2 * unit
    steps = max(3, int(360 * part))
    angles = [math.radians(-90 + 360 * part * n / steps) for n in range(steps + 1)]
    points = [(middle + outer * math.cos(a), middle + outer * math.sin(a)) for a in angles]
    points += [(middle + inner * math.cos(a), middle + inner * math.sin(a)) for a in reversed(angles)]
    draw.polygon(points, fill=colour)
    if part < 1:
        for angle in (angles[0], angles[-1]):
            x, y = middle + radius * math.cos(angle), middle + radius * math.sin(angle)
            end = width / 2 * unit
            draw.ellipse((x - end, y - end, x + end, y + end), fill=colour)


def bar(draw: ImageDraw.ImageDraw, unit: float, box: tuple[float, ...], colour: tuple[int, ...]) -> None:
    """Draw a bar with round corners."""
    draw.rounded_rectangle([side * unit for side in box], radius=1.7 * unit, fill=colour)


def glyph(name: str, size: int, theme: str) -> Image.Image:
    """Return one tray glyph: `ring-00` to `ring-12`, `due`, `break`, `held` or `outside`."""
    image, draw, unit = canvas(size)
    look = THEMES[theme]
    track = (*look["quiet"], look["track"])
    if name.startswith("ring-"):
        ring(draw, unit, 1, track)
        ring(draw, unit, int(name[-2:]) / STEPS, (*TEAL, 255))
        spot(draw, unit, (16, 16, 3.6), (*look["core"], 255))
    elif name == "due":
        ring(draw, unit, 1, (*AMBER, 255), 5.4)
        spot(draw, unit, (16, 16, 5.4), (*AMBER, 255))
    elif name == "break":
        spot(draw, unit, (16, 16, 14.9), (*GREEN, 255))
    elif name == "held":
        ring(draw, unit, 1, track)
        bar(draw, unit, (11.2, 10, 14.6, 22), (*look["core"], 255))
        bar(draw, unit, (17.4, 10, 20.8, 22), (*look["core"], 255))
    else:
        ring(draw, unit, 1, (*look["quiet"], 150), 2.4)
    return image.reduce(OVER)


# Somebody who stands and bends sideways, one arm over the head in the same easy curve, and a ball on the floor:
# control points of Bezier curves on a field of 32, and how wide each is.
LIMBS = (
    (((12.9, 18.2), (11.6, 22.4), (9.4, 27.0)), 2.9),
    (((13.4, 18.2), (15.4, 22.2), (16.6, 27.0)), 2.9),
    (((13.1, 18.4), (12.4, 14.4), (14.4, 11.8)), 4.3),
    (((13.2, 12.3), (12.4, 5.0), (18.2, 3.6), (24.2, 7.4)), 2.5),
    (((15.0, 12.6), (19.4, 13.6), (18.4, 16.8), (15.0, 17.2)), 2.3),
)
HEAD, BALL = (18.3, 9.5, 2.75), (23.4, 24.9, 2.9)
TILE, LIGHT, CREAM, CORAL = (18, 74, 80), (34, 115, 110), (246, 241, 230), (247, 140, 84)


def app_icon(size: int) -> Image.Image:
    """Return the app's icon as a picture."""
    image, draw, unit = canvas(size)
    tile = [1 * unit, 1 * unit, 31 * unit, 31 * unit]
    draw.rounded_rectangle(tile, radius=7.4 * unit, fill=TILE)
    glow = image.copy()
    ImageDraw.Draw(glow).ellipse([-4 * unit, -14 * unit, 36 * unit, 20 * unit], fill=LIGHT)
    mask = Image.new("L", image.size, 0)
    ImageDraw.Draw(mask).rounded_rectangle(tile, radius=7.4 * unit, fill=255)
    image = Image.composite(glow, image, mask)
    draw = ImageDraw.Draw(image)
    for points, width in LIMBS:
        for x, y in _bezier(points):
            spot(draw, unit, (x, y, width / 2), CREAM)
    spot(draw, unit, HEAD, CREAM)
    spot(draw, unit, BALL, CORAL)
    return image.reduce(OVER)


def app_svg() -> str:
    """Return the app's icon as SVG."""

    def colour(rgb: tuple[int, ...]) -> str:
        return "#" + "".join(f"{part:02x}" for part in rgb)

    def circle(place: tuple[float, ...], rgb: tuple[int, ...]) -> str:
        return f'<circle cx="{place[0]}" cy="{place[1]}" r="{place[2]}" fill="{colour(rgb)}"/>'

    def limb(points: tuple[tuple[float, float], ...], width: float) -> str:
        (x, y), *rest = points
        to = " ".join(f"{a},{b}" for a, b in rest)
        return f'<path d="M{x},{y} {"Q" if len(rest) == 2 else "C"}{to}" stroke-width="{width}"/>'

    limbs = "".join(limb(points, width) for points, width in LIMBS)
    tile = '<rect x="1" y="1" width="30" height="30" rx="7.4"'
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f'<clipPath id="t">{tile}/></clipPath>{tile} fill="{colour(TILE)}"/>'
        f'<ellipse cx="16" cy="3" rx="20" ry="17" fill="{colour(LIGHT)}" clip-path="url(#t)"/>'
        f'<g fill="none" stroke="{colour(CREAM)}" stroke-linecap="round">{limbs}</g>'
        f"{circle(HEAD, CREAM)}{circle(BALL, CORAL)}</svg>\n"
    )


def _bezier(points: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
    """Return points along the Bezier curve with these control points (de Casteljau)."""
    found = []
    for n in range(81):
        level, t = list(points), n / 80
        while len(level) > 1:
            level = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(level)]
        found.append(level[0])
    return found


def spot(draw: ImageDraw.ImageDraw, unit: float, place: tuple[float, float, float], colour: tuple[int, ...]) -> None:
    """Draw a disc at x, y with a radius."""
    x, y, radius = place
    draw.ellipse([(x - radius) * unit, (y - radius) * unit, (x + radius) * unit, (y + radius) * unit], fill=colour)


def plain_png(image: Image.Image) -> bytes:
    """Return an RGBA PNG in which no row is filtered (filter type 0, PNG specification 9.2)."""
    width, height = image.size
    pixels = image.convert("RGBA").tobytes()
    rows = b"".join(b"\0" + pixels[y * width * 4 : (y + 1) * width * 4] for y in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def main() -> None:
    """Draw everything."""
    names = [f"ring-{step:02d}" for step in range(STEPS + 1)] + ["due", "break", "held", "outside"]
    for theme in THEMES:
        folder = HERE / "tray" / theme
        folder.mkdir(parents=True, exist_ok=True)
        for name in names:
            for size in TRAY_SIZES:
                (folder / f"{name}-{size}.png").write_bytes(plain_png(glyph(name, size, theme)))
    icons = {size: app_icon(size) for size in APP_SIZES}
    for size, image in icons.items():
        image.save(HERE / f"unkink-{size}.png", optimize=True)
    (HERE / "unkink.svg").write_text(app_svg())
    icons[256].save(HERE / "unkink.ico", sizes=[(size, size) for size in (16, 24, 32, 48, 64, 128, 256)])
    icons[512].save(HERE / "unkink.icns")


if __name__ == "__main__":
    main()
