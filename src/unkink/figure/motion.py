"""The poses of a figure, the loop they make, and the skeleton at any moment of it and between any two of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from unkink.figure.bones import SEGMENTS
from unkink.figure.pose import Pose
from unkink.figure.skeleton import Skeleton, Touchable, solve
from unkink.figure.timeline import Span, Stop, lay_out, span_at
from unkink.figure.waves import Wave, swing


@dataclass(frozen=True, slots=True)
class Motion:
    """What a body does in one loop.

    Attributes:
        poses: every pose by name.
        spans: the ways from pose to pose, in the order of the loop.
        waves: what swings on top of them.
        touchable: the props that hands may be on.
    """

    poses: Mapping[str, Pose]
    spans: tuple[Span, ...]
    waves: tuple[Wave, ...]
    touchable: Touchable

    @property
    def segments(self) -> tuple[str, ...]:
        """The names of the segments."""
        return SEGMENTS

    @property
    def seconds(self) -> float:
        """How long the loop is."""
        return self.spans[-1].start + self.spans[-1].seconds

    def pose(self, at: float) -> Pose:
        """Return the pose so many seconds into the loop, which goes round for ever."""
        at %= self.seconds
        return swing(span_at(self.spans, at).pose(at), self.waves, at)

    def skeleton(self, at: float) -> Skeleton:
        """Return the skeleton so many seconds into the loop."""
        return solve(self.pose(at), self.touchable)

    def still(self, name: str) -> Skeleton:
        """Return the skeleton of a pose by its name."""
        return solve(self.poses[name], self.touchable)

    def between(self, start: str, end: str, share: float) -> Skeleton:
        """Return the skeleton so far (0 to 1) on the way from one pose to another."""
        span = lay_out([Stop(start, 1.0), Stop(end, 1.0)], self.poses, self.touchable)[0]
        return solve(span.pose(share), self.touchable)
