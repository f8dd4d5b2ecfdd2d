"""Small regular movements on top of the poses of hands: a shake, a kneading, a circle."""

import math
from collections.abc import Sequence

from unkink.figure.hand.pose import NAMES, VALUES
from unkink.figure.reader import Reader
from unkink.figure.timeline import Span, occasions, window
from unkink.figure.waves import Wave

_FADE = 0.4


def read_waves(readers: Sequence[Reader], spans: Sequence[Span], sides: str) -> tuple[Wave, ...]:
    """Return the waves a figure tells of the hands of these sides."""
    waves: list[Wave] = []
    for reader in readers:
        waves += _read(reader, spans, sides)
        reader.close()
    return tuple(waves)


def _read(reader: Reader, spans: Sequence[Span], sides: str) -> list[Wave]:
    loop = spans[-1].start + spans[-1].seconds
    size, phase = reader.number("size", 1.0, -200.0, 200.0), reader.number("phase", 0.0, -360.0, 360.0)
    period = reader.number("period", 1.0, 0.1, 60.0)
    when = window(spans, reader.words("during", occasions(spans)), _FADE)
    if not when.parts and not math.isclose(loop / period, round(loop / period), abs_tol=1e-6):
        reader.wrong("period", f"{period:g}", f"a whole part of the loop's {loop:g} seconds, or a wave with `during`")
    name = reader.word("value", "")
    hand, _, value = name.partition(".")
    if hand == "hands" and value in VALUES and sides == "rl":
        back = -size if value.endswith(".z") else size
        return [
            Wave("", f"hand_r.{value}", size, period, phase, when),
            Wave("", f"hand_l.{value}", back, period, phase, when),
        ]
    if name not in NAMES or hand[-1] not in sides:
        reader.wrong("value", name or "nothing", "a value of a hand that is there (hand_r.bend, hands.side)")
        return []
    return [Wave("", name, size, period, phase, when)]
