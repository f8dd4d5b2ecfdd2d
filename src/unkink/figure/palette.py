"""The colours of a figure, one set for each theme."""

from dataclasses import dataclass

from unkink.figure.display import Rgba


def rgb(text: str) -> Rgba:
    """Return the colour written as ``#rrggbb``."""
    return Rgba(int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16))


@dataclass(frozen=True, slots=True)
class Stuff:
    """One material: its colour, and the dark it fades to in shadow and at its edge."""

    base: Rgba
    dark: Rgba


@dataclass(frozen=True, slots=True, eq=False)
class Palette:
    """Every colour of a drawing. `ground` is what it is meant to be shown on; nothing paints it."""

    ground: Rgba
    skin: Stuff
    hair: Stuff
    shirt: Stuff
    trousers: Stuff
    shoe: Stuff
    sole: Rgba
    lip: Rgba
    eye: Rgba
    wood: Stuff
    cushion: Stuff
    metal: Stuff
    roller: Stuff
    ball: Stuff
    wall: Stuff
    mat: Stuff
    towel: Stuff
    stripe: Rgba
    bottle: Stuff
    cap: Rgba
    shadow: Rgba
    focus: Rgba
    arrow: Rgba
    halo: Rgba


LIGHT = Palette(
    ground=rgb("#F4F1EA"),
    skin=Stuff(rgb("#E6B393"), rgb("#8A4A32")),
    hair=Stuff(rgb("#4E3B36"), rgb("#1F1513")),
    shirt=Stuff(rgb("#3E9C94"), rgb("#0E4A52")),
    trousers=Stuff(rgb("#4A5774"), rgb("#151C33")),
    shoe=Stuff(rgb("#F5F2EB"), rgb("#76808F")),
    sole=rgb("#B9C0C9"),
    lip=rgb("#A9583F"),
    eye=rgb("#33241F"),
    wood=Stuff(rgb("#CDAA82"), rgb("#7C5C3C")),
    cushion=Stuff(rgb("#E3CFB2"), rgb("#9A7C58")),
    metal=Stuff(rgb("#8D96A3"), rgb("#47505E")),
    roller=Stuff(rgb("#71829A"), rgb("#36435A")),
    ball=Stuff(rgb("#E9B949"), rgb("#8C6212")),
    wall=Stuff(rgb("#E2DDD1"), rgb("#B7AF9E")),
    mat=Stuff(rgb("#BFD3C6"), rgb("#8FAE9C")),
    towel=Stuff(rgb("#F3E3C4"), rgb("#A27C4A")),
    stripe=rgb("#D98A5B"),
    bottle=Stuff(rgb("#A9D3E8"), rgb("#4B7F9E")),
    cap=rgb("#3F6F94"),
    shadow=rgb("#20302C"),
    focus=rgb("#FF5A3C"),
    arrow=rgb("#EE7A36"),
    halo=rgb("#FFFFFF"),
)
"""For a light window."""

DARK = Palette(
    ground=rgb("#161C28"),
    skin=Stuff(rgb("#DBA687"), rgb("#5E2E22")),
    hair=Stuff(rgb("#5A4640"), rgb("#1B1413")),
    shirt=Stuff(rgb("#46AFA5"), rgb("#0C3B44")),
    trousers=Stuff(rgb("#6F80A6"), rgb("#1B2440")),
    shoe=Stuff(rgb("#DCE0E7"), rgb("#59657C")),
    sole=rgb("#98A2B1"),
    lip=rgb("#96492F"),
    eye=rgb("#241713"),
    wood=Stuff(rgb("#AD8D69"), rgb("#4A3722")),
    cushion=Stuff(rgb("#C2A884"), rgb("#5F4A31")),
    metal=Stuff(rgb("#7C8797"), rgb("#333C4B")),
    roller=Stuff(rgb("#8796AE"), rgb("#37445B")),
    ball=Stuff(rgb("#EBC05A"), rgb("#7A560F")),
    wall=Stuff(rgb("#2C3546"), rgb("#414C61")),
    mat=Stuff(rgb("#30504D"), rgb("#1F3635")),
    towel=Stuff(rgb("#E2D0AE"), rgb("#6E5330")),
    stripe=rgb("#C97B4E"),
    bottle=Stuff(rgb("#9CC8DE"), rgb("#33617C")),
    cap=rgb("#5A8BB0"),
    shadow=rgb("#000000"),
    focus=rgb("#FF6B4A"),
    arrow=rgb("#FFA45C"),
    halo=rgb("#10151F"),
)
"""For a dark window."""
