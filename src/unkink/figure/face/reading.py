"""Reading the figure of a head from an author's table."""

from typing import NamedTuple

from unkink.figure.algebra import Mat
from unkink.figure.camera import looking
from unkink.figure.face.areas import AREAS, areas
from unkink.figure.face.motion import FaceMotion, unite
from unkink.figure.face.poses import read_poses
from unkink.figure.face.sights import read_sights, read_things
from unkink.figure.face.swings import read_blinks, read_waves
from unkink.figure.framing import Frame
from unkink.figure.muscles import Area
from unkink.figure.reader import Reader
from unkink.figure.signs import Sign, read_sign
from unkink.figure.timeline import lay_out, read_stops

FRAME: Frame = (0.0, -2.0, 50.0, 50.0)
"""What is shown unless the author tells otherwise: from the breast to above the hair."""


class Told(NamedTuple):
    """What a head's table tells, as a figure holds it."""

    view: Mat
    frame: Frame
    areas: tuple[Area, ...]
    signs: tuple[Sign, ...]
    motion: FaceMotion


def read_head(reader: Reader) -> Told | None:
    """Return what the table of a head tells, or None where nothing is left to pose."""
    camera = reader.table("view")
    view = looking(camera.number("yaw", 90.0, -20.0, 200.0), camera.number("pitch", 0.0, -10.0, 30.0))
    camera.close()
    focus = areas(reader.words("focus", AREAS))
    lens = reader.vector("lens", (20.0, 4.0, 8.0)) if reader.has("lens") else None
    if lens and lens[2] <= 0.0:
        reader.wrong("lens", f"a radius of {lens[2]:g}", "[x, y, radius] with a radius above 0")
    things = read_things(reader.tables("props"))
    poses = read_poses(reader.table("poses"))
    stops = read_stops(reader, poses)
    x, y, wide, high = reader.numbers("frame", FRAME, 4)
    if min(wide, high) <= 0.0:
        reader.wrong("frame", f"{wide:g} by {high:g}", "a width and a height above 0")
    if not stops:
        for key in ("arrows", "waves", "breath", "blinks", "sights"):  # can only be read with a timeline
            reader.has(key)
        reader.close()
        return None
    used = dict.fromkeys(stop.pose for stop in stops)
    for side in (0, 1):
        there = {name: bool(poses[name].limbs[side].numbers) for name in used}
        for name, has in there.items():
            if has != there[stops[0].pose]:
                reader.wrong(f"poses.{name}", "another number of hands", "the same hands in every pose of the timeline")
                reader.has("arrows")
                return None
    spans = lay_out(stops, poses, {}, unite)
    loop = spans[-1].start + spans[-1].seconds
    waves, blinks = read_waves(reader, spans), read_blinks(reader, loop)
    sights = read_sights(reader.tables("sights"), poses)
    motion = FaceMotion(poses, spans, waves, {}, blinks, things, sights, lens)
    signs = tuple(read_sign(table, motion) for table in reader.tables("arrows"))
    reader.close()
    return Told(view, (x, y, wide, high), focus, signs, motion)
