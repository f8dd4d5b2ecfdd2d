"""Reading what swings on top of a head's poses, and when its eyes blink."""

import math
from collections.abc import Sequence

from unkink.figure.face.values import FACE_VALUES, HAND_VALUES, HANDS
from unkink.figure.pose import Mode
from unkink.figure.reader import Reader
from unkink.figure.timeline import ALWAYS, Span, occasions, window
from unkink.figure.waves import Wave

_BREATH, _BREATH_SECONDS = 0.4, 5.0
"""How deep a head's body breathes unless told, and about how long a breath takes it."""
_FADE = 0.4
_KNOWN = frozenset((*FACE_VALUES, *(f"{hand}.{value}" for hand in (*HANDS, "hands") for value in HAND_VALUES)))


def read_waves(reader: Reader, spans: Sequence[Span]) -> tuple[Wave, ...]:
    """Return a head's waves: its quiet breath, and those it tells."""
    loop = spans[-1].start + spans[-1].seconds
    waves = []
    breath = reader.number("breath", _BREATH, 0.0, 1.0)
    if breath:
        period = loop / max(1, round(loop / _BREATH_SECONDS))
        waves = [Wave("", "breath", breath, period, -90.0, ALWAYS)]
    for table in reader.tables("waves"):
        waves += _read(table, spans, loop)
        table.close()
    return tuple(waves)


def _read(table: Reader, spans: Sequence[Span], loop: float) -> list[Wave]:
    size, phase = table.number("size", 1.0, -60.0, 60.0), table.number("phase", 0.0, -360.0, 360.0)
    period = table.number("period", 1.0, 0.1, 60.0)
    when = window(spans, table.words("during", occasions(spans)), _FADE)
    if not when.parts and not math.isclose(loop / period, round(loop / period), abs_tol=1e-6):
        table.wrong("period", f"{period:g}", f"a whole part of the loop's {loop:g} seconds, or a wave with `during`")
    name = table.word("value", "")
    if name not in _KNOWN:
        table.wrong(
            "value", name or "nothing", "a value of the face (jaw, head.nod) or of a hand (hand_r.spot.y, hands.lift)"
        )
        return []
    if name in FACE_VALUES:
        return [Wave("", name, size, period, phase, when)]
    which, _, value = name.partition(".")
    waves = []
    for hand in HANDS if which == "hands" else (which,):
        i = HANDS.index(hand)
        limbs = [span.poses[0].limbs[i] for span in spans if when.touches(span)]
        if not all(limb.numbers and limb.mode is Mode.PLACED for limb in limbs):
            table.wrong("value", name, f"a value that {hand} has in every pose while it swings")
            continue
        turned = which == "hands" and hand == "hand_l" and value.endswith(".z")
        waves.append(Wave(hand, value, -size if turned else size, period, phase, when))
    return waves


def read_blinks(reader: Reader, loop: float) -> tuple[float, ...]:
    """Return the moments, in seconds into the loop, at which the eyes blink."""
    return reader.series("blinks", 0.0, max(0.0, loop - 0.5))
