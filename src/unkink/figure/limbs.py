"""From an author's arm and leg tables to limbs."""

from collections.abc import Collection

from unkink.figure.arm import TOUCHES
from unkink.figure.bones import ARM, SEGMENTS
from unkink.figure.pose import VALUES, Hold, Limb, Mode, Numbers
from unkink.figure.reader import Reader


def read_leg(reader: Reader, k: float) -> Limb:
    """Return a leg; `k` is the sign of its side. It is placed where its ``foot`` is told, else turned."""
    limb = _placed_leg(reader, k) if reader.has("foot") else _turned_leg(reader)
    reader.close()
    return limb


def read_arm(reader: Reader, k: float, touchable: Collection[str]) -> Limb:
    """Return an arm; it is placed where its ``hand`` is told, else turned. `touchable` are the props it may be on."""
    limb = _placed_arm(reader, k, touchable) if reader.has("hand") else _turned_arm(reader)
    reader.close()
    return limb


def mirrored(limb: Limb) -> Limb:
    """Return the limb of the other side that does the same."""
    if limb.mode is Mode.TURNED:
        return limb
    kind = "leg" if len(limb.numbers) == len(VALUES["leg", Mode.PLACED]) else "arm"
    names = VALUES[kind, Mode.PLACED]
    numbers = tuple([-n if name.endswith(".z") else n for name, n in zip(names, limb.numbers, strict=True)])
    on = limb.hold.on
    if on.endswith(("_r", "_l")):
        on = on[:-1] + ("l" if on.endswith("r") else "r")
    return limb._replace(numbers=numbers, hold=limb.hold._replace(on=on))


def _turned_leg(reader: Reader) -> Limb:
    angles = (
        *reader.vector("hip", (0.0, 2.0, 4.0)),
        reader.number("knee", 0.0, 0.0, 170.0),
        reader.number("ankle", 0.0, -90.0, 60.0),
        reader.number("toes", 0.0, -40.0, 80.0),
    )
    return Limb(Mode.TURNED, angles)


def _placed_leg(reader: Reader, k: float) -> Limb:
    foot = reader.vector("foot", (0.0, 0.0, 9.5 * k))
    pole = reader.vector("pole", (1.0, 0.0, 0.12 * k))
    pitch, out = reader.number("pitch", 0.0, -60.0, 80.0), reader.number("out", 6.0, -60.0, 90.0)
    return Limb(Mode.PLACED, (*foot, *pole, pitch, out))


def _turned_arm(reader: Reader) -> Limb:
    angles = (
        *reader.vector("shoulder", (2.0, 7.0, 0.0)),
        reader.number("elbow", 12.0, 0.0, 160.0),
        reader.number("forearm", 75.0, -20.0, 190.0),
        *reader.numbers("wrist", (0.0, 0.0), 2),
    )
    return Limb(Mode.TURNED, (*angles, *_arm_common(reader)))


def _placed_arm(reader: Reader, k: float, touchable: Collection[str]) -> Limb:
    hand = reader.vector("hand", (0.0, 0.0, 0.0))
    pole = reader.vector("pole", (-0.6, -0.5, 0.6 * k))
    palm, fingers = reader.vector("palm", (0.0, 0.0, 0.0)), reader.vector("fingers", (0.0, 0.0, 0.0))
    own = {f"{part}_{'r' if k > 0.0 else 'l'}" for part in ARM}
    hold = Hold(
        reader.word("on", "", {*SEGMENTS, *touchable} - own),
        reader.word("touch", "palm", TOUCHES),
        any(palm),
        any(fingers),
    )
    if hold.touch == "knuckles" and not hold.palm:
        reader.wrong("palm", "nothing", "the way the palm faces, for knuckles that touch")
    if not hold.on and hold.fingers and not hold.palm:
        reader.wrong("palm", "nothing", "the way the palm faces, for a hand in the air with its fingers told")
    lift = reader.number("lift", 0.0, -3.0, 40.0)
    return Limb(Mode.PLACED, (*hand, *pole, *palm, *fingers, lift, *_arm_common(reader)), hold)


def _arm_common(reader: Reader) -> Numbers:
    return (
        reader.number("shrug", 0.0, -4.0, 7.0),
        reader.number("reach", 0.0, -5.0, 7.0),
        reader.number("grip", 0.12, 0.0, 1.0),
    )
