"""Reading a figure of hands from its table."""

from typing import NamedTuple

from unkink.figure.algebra import Mat
from unkink.figure.camera import looking
from unkink.figure.framing import Frame
from unkink.figure.hand.anatomy import FORE
from unkink.figure.hand.areas import AREAS, areas
from unkink.figure.hand.framing import frame_of
from unkink.figure.hand.motion import HandMotion
from unkink.figure.hand.pose import read_poses
from unkink.figure.hand.solving import solve
from unkink.figure.hand.things import Held, Thing, read_things
from unkink.figure.hand.waving import read_waves
from unkink.figure.muscles import Area
from unkink.figure.props import Round
from unkink.figure.reader import Reader
from unkink.figure.signs import Sign, read_sign
from unkink.figure.timeline import lay_out, read_stops


class Told(NamedTuple):
    """What a table tells of a figure of hands."""

    view: Mat
    frame: Frame
    areas: tuple[Area, ...]
    signs: tuple[Sign, ...]
    motion: HandMotion


def read_hands(reader: Reader) -> Told | None:
    """Return what is told, or None where what is wrong with it leaves nothing to pose."""
    camera = reader.table("view")
    view = looking(camera.number("yaw", 22.0, -180.0, 180.0), camera.number("pitch", 12.0, -40.0, 80.0))
    camera.close()
    cuff = -FORE * reader.number("sleeve", 0.0, -0.2, 0.8)
    names = reader.words("focus", AREAS)
    things = read_things(reader.tables("props"))
    posed = read_poses(reader.table("poses"))
    stops = read_stops(reader, posed.poses)
    if not stops or not posed.holds:
        for key in ("arrows", "waves", "frame"):  # can only be read with a timeline
            reader.has(key)
        reader.close()
        return None
    _check(reader, things, "".join(posed.holds))
    spans = lay_out(stops, posed.poses, {})
    first = solve(posed.poses[stops[0].pose], posed.holds, things).joints
    starts = {
        name: first[thing.under] for name, thing in things.items() if isinstance(thing, Round) and thing.under in first
    }
    waves = read_waves(reader.tables("waves"), spans, "".join(sorted(posed.holds, reverse=True)))
    motion = HandMotion(posed.poses, spans, waves, {}, posed.holds, things, starts, cuff)
    signs = tuple(read_sign(table, motion) for table in reader.tables("arrows"))
    x, y, wide, high = reader.numbers("frame", frame_of(view, motion, signs), 4)
    if min(wide, high) <= 0.0:
        reader.wrong("frame", f"{wide:g} by {high:g}", "a width and a height above 0")
    reader.close()
    return Told(view, (x, y, wide, high), areas(names, "".join(posed.holds)), signs, motion)


def _check(reader: Reader, things: dict[str, Thing], sides: str) -> None:
    """Note the things that a hand which is not there holds or rolls, and leave them out."""
    for name, thing in list(things.items()):
        side = (
            thing.side
            if isinstance(thing, Held)
            else thing.under[-2:].strip("_123")
            if isinstance(thing, Round)
            else ""
        )
        if side and side not in sides:
            reader.wrong("props", f"{name} with a hand that is not there", f"one with hand_{sides}")
            del things[name]
