"""Small regular movements on top of the poses: a breath, a shake, a kneading circle."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from unkink.figure.pose import LIMBS, TRUNK_VALUES, VALUES, Pose
from unkink.figure.reader import Reader
from unkink.figure.timeline import ALWAYS, Span, Window, occasions, window


@dataclass(frozen=True, slots=True)
class Wave:
    """One value of a pose swinging about what the timeline says.

    Attributes:
        limb: the limb it is of; empty for the trunk.
        value: the value's name.
        size: how far it swings to either side, centimetres or degrees.
        period: seconds of one swing there and back.
        phase: where in the swing it begins, in degrees.
        window: when it swings.
    """

    limb: str
    value: str
    size: float
    period: float
    phase: float
    window: Window

    def at(self, seconds: float) -> float:
        """Return what is added to the value at this moment of the loop."""
        level = self.window.level(seconds)
        if not level:
            return 0.0
        return self.size * level * math.sin(2.0 * math.pi * seconds / self.period + math.radians(self.phase))


def swing(pose: Pose, waves: Sequence[Wave], seconds: float, names: Sequence[str] = TRUNK_VALUES) -> Pose:
    """Return the pose with every wave's share at this moment added; `names` are those of the trunk's numbers."""
    trunk, limbs = list(pose.trunk), list(pose.limbs)
    for wave in waves:
        more = wave.at(seconds)
        if not more:
            continue
        if not wave.limb:
            trunk[names.index(wave.value)] += more
            continue
        i = LIMBS.index(wave.limb)
        limb = limbs[i]
        numbers = list(limb.numbers)
        numbers[VALUES[wave.limb[:3], limb.mode].index(wave.value)] += more
        limbs[i] = limb._replace(numbers=tuple(numbers))
    return Pose(tuple(trunk), tuple(limbs))


def read_waves(reader: Reader, spans: Sequence[Span]) -> tuple[Wave, ...]:
    """Return a figure's waves: its quiet breath, and those it tells."""
    loop = spans[-1].start + spans[-1].seconds
    waves = []
    breath = reader.number("breath", _BREATH, 0.0, 1.0)
    if breath:
        period = loop / max(1, round(loop / _BREATH_SECONDS))
        waves = [Wave("", part, breath, period, -90.0, ALWAYS) for part in ("ribs", "belly")]
    for table in reader.tables("waves"):
        waves += _read(table, spans, loop)
        table.close()
    return tuple(waves)


_BREATH, _BREATH_SECONDS = 0.3, 5.0
"""How deep a body breathes that holds a pose, and about how long a breath takes it (twelve a minute, a usual rate)."""
_FADE = 0.4


def _read(table: Reader, spans: Sequence[Span], loop: float) -> list[Wave]:
    size, phase = table.number("size", 1.0, -200.0, 200.0), table.number("phase", 0.0, -360.0, 360.0)
    period = table.number("period", 1.0, 0.1, 60.0)
    when = window(spans, table.words("during", occasions(spans)), _FADE)
    if not when.parts and not math.isclose(loop / period, round(loop / period), abs_tol=1e-6):
        table.wrong("period", f"{period:g}", f"a whole part of the loop's {loop:g} seconds, or a wave with `during`")
    name = table.word("value", "")
    limbs, value = _limbs(name)
    if name not in TRUNK_VALUES and not limbs:
        table.wrong(
            "value", name or "nothing", "a value of the trunk (neck.turn) or of a limb (arm_r.wrist.bend, arms.shrug)"
        )
    if name in TRUNK_VALUES:
        return [Wave("", name, size, period, phase, when)]
    waves = []
    for limb in limbs:
        if not all(_has(span, limb, value) for span in spans if when.touches(span)):
            table.wrong("value", name, f"a value that {limb} has in every pose while it swings")
            continue
        mirrored = len(limbs) > 1 and limb.endswith("_l") and value.endswith(".z")
        waves.append(Wave(limb, value, -size if mirrored else size, period, phase, when))
    return waves


def _limbs(name: str) -> tuple[tuple[str, ...], str]:
    """Return the limbs and the value meant by a name such as ``arm_r.elbow`` or ``arms.elbow``."""
    first, _, value = name.partition(".")
    limbs = tuple(limb for limb in LIMBS if first in (limb, f"{limb[:3]}s"))
    known = {known for (kind, _), values in VALUES.items() if kind == first[:3] for known in values}
    return (limbs if value in known else ()), value


def _has(span: Span, limb: str, value: str) -> bool:
    return value in VALUES[limb[:3], span.poses[0].limb(limb).mode]
