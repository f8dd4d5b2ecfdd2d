"""Colours, sizes and type, in one place."""

from unkink.figure import palette
from unkink.figure.palette import Palette
from unkink.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a window, as `#rrggbb`.

    Attributes:
        name: what it is called in the config.
        back: the window.
        stage_top: the top of the stage that the figure stands on.
        stage_bottom: its bottom.
        glow: the light behind the figure, with its strength from 0 to 255.
        ink: words.
        soft: quieter words.
        accent: the ring, the progress, the first button.
        on_accent: words on it.
        side: the side that works.
        on_side: words on it.
        track: what the ring and the progress run in.
        button: other buttons.
        button_hover: under the pointer.
        focus: the frame of what has the keyboard.
        figure: the figure's own colours.
    """

    name: str
    back: str
    stage_top: str
    stage_bottom: str
    glow: tuple[str, int]
    ink: str
    soft: str
    accent: str
    on_accent: str
    side: str
    on_side: str
    track: str
    button: str
    button_hover: str
    focus: str
    figure: Palette


LIGHT = Theme(
    name="light",
    back="#F4F1EA",
    stage_top="#FBFAF6",
    stage_bottom="#E6ECE6",
    glow=("#FFFFFF", 150),
    ink="#233038",
    soft="#586770",
    accent="#1F7A72",
    on_accent="#FFFFFF",
    side="#B4530F",
    on_side="#FFFFFF",
    track="#DCDAD1",
    button="#E8E4DA",
    button_hover="#DDD8CC",
    focus="#1F6FEB",
    figure=palette.LIGHT,
)

DARK = Theme(
    name="dark",
    back="#12171F",
    stage_top="#1D2633",
    stage_bottom="#17202B",
    glow=("#FFFFFF", 16),
    ink="#EDF1F5",
    soft="#9AA7B5",
    accent="#4FBFB3",
    on_accent="#0C1A1C",
    side="#FFA45C",
    on_side="#2A1606",
    track="#2B3543",
    button="#26303D",
    button_hover="#303C4B",
    focus="#7FB2FF",
    figure=palette.DARK,
)


@dataclass(frozen=True, slots=True)
class Look:
    """How a window looks.

    Attributes:
        theme: the colours.
        still: key poses in turn instead of motion.
    """

    theme: Theme
    still: bool


RADIUS, GAP, MARGIN = 24, 18, 26
"""Pixels: corners of the stage, between things, around the window."""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    dark, light = sorted(_luminance(colour) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def style(theme: Theme) -> str:
    """Return the style sheet of a window."""
    return f"""
    QWidget#window {{ background: {theme.back}; }}
    QLabel {{ color: {theme.ink}; background: transparent; }}
    QLabel#title {{ font-size: 25px; font-weight: 600; }}
    QLabel#side {{ background: {theme.side}; color: {theme.on_side}; border-radius: 13px; padding: 4px 14px;
        font-size: 15px; font-weight: 600; }}
    QLabel#soft {{ color: {theme.soft}; font-size: 14px; }}
    QLabel#next {{ font-size: 15px; font-weight: 600; }}
    QLabel#big {{ font-size: 34px; font-weight: 600; }}
    QLabel#notice {{ font-size: 20px; }}
    QPushButton {{ background: {theme.button}; color: {theme.ink}; border: 2px solid transparent;
        border-radius: 20px; padding: 9px 20px; font-size: 15px; font-weight: 600; }}
    QPushButton:hover {{ background: {theme.button_hover}; }}
    QPushButton:focus {{ border: 2px solid {theme.focus}; }}
    QPushButton#first {{ background: {theme.accent}; color: {theme.on_accent}; }}
    """
