"""The loop that hands make, and where they are at any moment of it and between any two of their poses."""

from collections.abc import Mapping
from dataclasses import dataclass

from unkink.figure.hand.anatomy import segments
from unkink.figure.hand.pose import NAMES, Hold
from unkink.figure.hand.solving import HandSkeleton, solve
from unkink.figure.hand.things import Thing
from unkink.figure.motion import Motion
from unkink.figure.pose import Pose
from unkink.figure.props import Rolled, Round
from unkink.figure.surface import Joint
from unkink.figure.timeline import Stop, lay_out, span_at
from unkink.figure.waves import swing


@dataclass(frozen=True, slots=True)
class HandMotion(Motion):
    """What hands do in one loop.

    Attributes:
        holds: of each hand that is there, by its side, what it does all the while.
        things: what they hold or lie on, by kind.
        starts: for each thing that rolls, where the segment that rolls it is in the first pose.
        cuff: where the sleeves end, in the forearms' frames.
    """

    holds: Mapping[str, Hold]
    things: Mapping[str, Thing]
    starts: Mapping[str, Joint]
    cuff: float

    @property
    def segments(self) -> tuple[str, ...]:
        """The names of the segments."""
        return segments("".join(self.holds))

    def pose(self, at: float) -> Pose:
        """Return the pose so many seconds into the loop, which goes round for ever."""
        at %= self.seconds
        return swing(span_at(self.spans, at).pose(at), self.waves, at, NAMES)

    def skeleton(self, at: float) -> HandSkeleton:
        """Return the skeleton so many seconds into the loop."""
        return solve(self.pose(at), self.holds, self.things)

    def still(self, name: str) -> HandSkeleton:
        """Return the skeleton of a pose by its name."""
        return solve(self.poses[name], self.holds, self.things)

    def between(self, start: str, end: str, share: float) -> HandSkeleton:
        """Return the skeleton so far (0 to 1) on the way from one pose to another."""
        span = lay_out([Stop(start, 1.0), Stop(end, 1.0)], self.poses, {})[0]
        return solve(span.pose(share), self.holds, self.things)

    def rolled(self, skeleton: HandSkeleton) -> dict[str, Rolled]:
        """Return where the things that roll are under these hands, by kind."""
        return {
            name: thing.placed(self.starts[name], skeleton.joints[thing.under])
            for name, thing in self.things.items()
            if isinstance(thing, Round)
        }
