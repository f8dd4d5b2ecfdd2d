"""What a head does in one loop: its poses, its blinks, what swings on top."""

from collections.abc import Sequence
from dataclasses import dataclass

from unkink.figure.algebra import smoothstep
from unkink.figure.bones import SIDES
from unkink.figure.face.bust import Bust, solve_bust
from unkink.figure.face.hand import aligned, freed
from unkink.figure.face.sights import Sight, Thing
from unkink.figure.face.values import FACE_VALUES, HAND_VALUES, HANDS
from unkink.figure.motion import Motion
from unkink.figure.pose import Limb, Mode, Pose, alike
from unkink.figure.skeleton import Touchable
from unkink.figure.timeline import Stop, lay_out, span_at
from unkink.figure.waves import Wave

SHUTTING, OPENING = 0.15, 0.22
"""Seconds in which the lids of a blink close, and open again."""
_LIDS = FACE_VALUES.index("lids")


@dataclass(frozen=True, slots=True)
class FaceMotion(Motion):
    """The motion of a head; its poses are told by `FACE_VALUES` and `HAND_VALUES`.

    Attributes:
        blinks: when the eyes begin to blink, in seconds into the loop.
        things: what is looked at.
        sights: the dotted lines to it.
        lens: where the mouth is shown cut open, and how large; None where it is not.
    """

    blinks: tuple[float, ...] = ()
    things: tuple[Thing, ...] = ()
    sights: tuple[Sight, ...] = ()
    lens: tuple[float, float, float] | None = None

    def pose(self, at: float) -> Pose:
        """Return the pose so many seconds into the loop, which goes round for ever."""
        at %= self.seconds
        pose = _swung(span_at(self.spans, at).pose(at), self.waves, at)
        trunk = list(pose.trunk)
        trunk[_LIDS] *= 1.0 - self.blink(at)
        return pose._replace(trunk=tuple(trunk))

    def blink(self, at: float) -> float:
        """Return how far a blink shuts the eyes at a moment of the loop, from 0 to 1."""
        shut = 0.0
        for start in self.blinks:
            since = (at - start) % self.seconds
            if since < SHUTTING:
                shut = max(shut, smoothstep(since / SHUTTING))
            elif since < SHUTTING + OPENING:
                shut = max(shut, 1.0 - smoothstep((since - SHUTTING) / OPENING))
        return shut

    def skeleton(self, at: float) -> Bust:
        """Return the bust so many seconds into the loop."""
        return solve_bust(self.pose(at))

    def still(self, name: str) -> Bust:
        """Return the bust of a pose by its name."""
        return solve_bust(self.poses[name])

    def between(self, start: str, end: str, share: float) -> Bust:
        """Return the bust so far (0 to 1) on the way from one pose to another."""
        span = lay_out([Stop(start, 1.0), Stop(end, 1.0)], self.poses, {}, unite)[0]
        return solve_bust(span.pose(share))


def unite(poses: Sequence[Pose], touchable: Touchable) -> tuple[Pose, ...]:
    """Return the poses with every hand that cannot be mixed number by number told by its place and rotation."""
    del touchable
    rows: list[list[Limb]] = []
    for i, (_, k) in enumerate(SIDES):
        row = [pose.limbs[i] for pose in poses]
        rows.append(row if alike(row) else aligned([freed(limb, k) for limb in row]))
    return tuple(Pose(pose.trunk, limbs) for pose, limbs in zip(poses, zip(*rows, strict=True), strict=True))


def _swung(pose: Pose, waves: Sequence[Wave], at: float) -> Pose:
    trunk, limbs = list(pose.trunk), [list(limb.numbers) for limb in pose.limbs]
    for wave in waves:
        if not wave.limb:
            trunk[FACE_VALUES.index(wave.value)] += wave.at(at)
        elif pose.limbs[HANDS.index(wave.limb)].mode is not Mode.FREE:
            limbs[HANDS.index(wave.limb)][HAND_VALUES.index(wave.value)] += wave.at(at)
    told = [limb._replace(numbers=tuple(numbers)) for limb, numbers in zip(pose.limbs, limbs, strict=True)]
    return Pose(tuple(trunk), tuple(told))
