"""The figure of one exercise: read from an author's table, checked, and ready to be drawn at any moment of its loop."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from unkink.figure.algebra import Mat, Vec
from unkink.figure.camera import looking
from unkink.figure.face.reading import read_head
from unkink.figure.framing import Frame, frame_of
from unkink.figure.hand.reading import read_hands
from unkink.figure.kit import read_props
from unkink.figure.motion import Motion
from unkink.figure.muscles import AREAS, Area, areas
from unkink.figure.pose import Pose
from unkink.figure.posing import FLOOR, NOTHING, Posed, Surroundings, read_poses
from unkink.figure.props import Prop, Rolled, Round, carries, solids
from unkink.figure.reader import FigureError, Problem, Reader
from unkink.figure.resting import settled, to_rest
from unkink.figure.signs import Sign, read_sign
from unkink.figure.skeleton import Skeleton, solve
from unkink.figure.solids import nearest
from unkink.figure.surface import Joint, Spot
from unkink.figure.timeline import Stop, lay_out, read_stops
from unkink.figure.waves import read_waves

__all__ = ["Figure", "FigureError", "Problem"]


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """What is drawn for one exercise.

    Attributes:
        id: the exercise's id.
        title: its name, for a list of figures.
        view: the camera's directions; rows are right, up and towards the viewer.
        frame: the piece of the screen's plane to show: middle x and y, width, height; centimetres, y up.
        areas: what the exercise works on.
        props: the things it is done with, by kind.
        signs: its motion arrows.
        motion: what the body does.
        starts: for each prop that rolls, where the segment that rolls it is in the first pose.
    """

    id: str
    title: str
    view: Mat
    frame: Frame
    areas: tuple[Area, ...]
    props: Mapping[str, Prop]
    signs: tuple[Sign, ...]
    motion: Motion
    starts: Mapping[str, Joint]

    @staticmethod
    def parse(id: str, table: Mapping[str, object]) -> "Figure":  # noqa: A002  the name the player uses
        """Return the figure told by an author's table.

        Raises:
            FigureError: something is wrong with it; the error holds every problem, each with its place.
        """
        problems: list[Problem] = []
        reader = Reader(table, id, problems)
        figure = _RIGS[reader.word("rig", "body", _RIGS)](reader)
        if problems or figure is None:
            raise FigureError(problems)
        return figure

    @property
    def seconds(self) -> float:
        """How long one loop is."""
        return self.motion.seconds

    @property
    def key_poses(self) -> tuple[str, ...]:
        """The poses of the timeline, each once, in the order they come."""
        return tuple(dict.fromkeys(span.name for span in self.motion.spans))

    def moment(self, pose: str) -> float:
        """Return the seconds into the loop at which a key pose is first reached; a KeyError for any other name."""
        moments = {span.name: span.start for span in reversed(self.motion.spans)}
        return moments[pose]

    def skeleton(self, at: float) -> Skeleton:
        """Return the skeleton so many seconds into the loop."""
        return self.motion.skeleton(at)

    def rolled(self, skeleton: Skeleton) -> dict[str, Rolled]:
        """Return where the props that roll are under this skeleton, by kind."""
        return {
            name: prop.placed(self.starts[name], skeleton.joints[prop.under])
            for name, prop in self.props.items()
            if isinstance(prop, Round)
        }


def _read(reader: Reader) -> Figure | None:
    """Return the figure, or None where what is wrong with it leaves nothing to pose."""
    title = reader.word("title", "")
    if not reader.has("title"):
        reader.wrong("title", "nothing", "a text")
    camera = reader.table("view")
    view = looking(camera.number("yaw", 22.0, -180.0, 180.0), camera.number("pitch", 9.0, 0.0, 40.0))
    camera.close()
    focus = areas(reader.words("focus", AREAS))
    props = read_props(reader.tables("props"))
    still = {name: prop for name, prop in props.items() if solids(prop)}
    carrying = frozenset(name for name, prop in props.items() if carries(prop))
    poses = reader.table("poses")
    posed = read_poses(poses, Surroundings(frozenset({FLOOR, *still}), carrying))
    stops = read_stops(reader, posed)
    if not stops:
        for key in ("arrows", "waves", "breath", "frame"):  # can only be read with a timeline
            reader.has(key)
        reader.close()
        return None
    touchable: dict[str, Callable[[Vec], Spot]] = {FLOOR: _floor}
    touchable |= {name: partial(nearest, solids(prop)) for name, prop in still.items()}
    motion, starts = _motion(reader, stops, posed, props, touchable)
    signs = tuple(read_sign(table, motion) for table in reader.tables("arrows"))
    names = [stop.pose for stop in stops]
    x, y, wide, high = reader.numbers("frame", frame_of(view, motion, names, props, signs), 4)
    if min(wide, high) <= 0.0:
        reader.wrong("frame", f"{wide:g} by {high:g}", "a width and a height above 0")
    reader.close()
    return Figure(reader.place, title, view, (x, y, wide, high), focus, props, signs, motion, starts)


def _motion(
    reader: Reader,
    stops: list[Stop],
    posed: Mapping[str, Posed],
    props: Mapping[str, Prop],
    touchable: Mapping[str, Callable[[Vec], Spot]],
) -> tuple[Motion, dict[str, Joint]]:
    """Return what the body does, its poses settled onto what they rest on, and where the rolling begins."""
    first = stops[0].pose
    rollers = {name: prop.under for name, prop in props.items() if isinstance(prop, Round)}
    # Settling moves a body straight onto a round thing, and that only rolls sideways: it is there beforehand.
    joints = solve(posed[first].pose, touchable).joints
    starts = {name: joints[under] for name, under in rollers.items()}
    poses: dict[str, Pose] = {}
    for name, pose in posed.items():
        poses[name] = settled(pose, props, starts, touchable)
        if (
            pose.rest != NOTHING
            and abs(to_rest(pose.rest, solve(poses[name], touchable), props, starts)[1]) > _TOUCHING
        ):
            reader.wrong(f"poses.{name}.rest", pose.rest, "something the body comes to when it is moved straight to it")
    joints = solve(poses[first], touchable).joints
    starts = {name: joints[under] for name, under in rollers.items()}
    spans = lay_out(stops, poses, touchable)
    return Motion(poses, spans, read_waves(reader, spans), touchable), starts


def _head(reader: Reader) -> Figure | None:
    """Return the figure of a head, or None where what is wrong with it leaves nothing to pose."""
    title = reader.word("title", "")
    if not reader.has("title"):
        reader.wrong("title", "nothing", "a text")
    told = read_head(reader)
    if told is None:
        return None
    return Figure(reader.place, title, told.view, told.frame, told.areas, {}, told.signs, told.motion, {})


def _hands(reader: Reader) -> Figure | None:
    """Return the figure of hands, or None where what is wrong with it leaves nothing to pose."""
    title = reader.word("title", "")
    if not reader.has("title"):
        reader.wrong("title", "nothing", "a text")
    told = read_hands(reader)
    if told is None:
        return None
    return Figure(reader.place, title, told.view, told.frame, told.areas, {}, told.signs, told.motion, {})


_RIGS: Mapping[str, Callable[[Reader], Figure | None]] = {"body": _read, "head": _head, "hands": _hands}
"""What a figure is of, and how its table is read: a whole body, or a close-up."""

_TOUCHING = 0.5
"""A settled body is this near, in centimetres, or it cannot be settled."""


def _floor(point: Vec) -> Spot:
    return Spot((point[0], 0.0, point[2]), (0.0, 1.0, 0.0))
