"""The person it is for: body, room, kit and likes."""

from unkink.domain.body import Place, Position, Technique
from unkink.domain.health import WELL, Health
from unkink.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """What is known of the person's body, room and likes.

    Attributes:
        place: how much room there is.
        position: how they want to do it; None where any will do.
        kit: what they own.
        areas: the areas they care about.
        rather_not: techniques they would rather not have.
        camera: whether a camera is often on, so that nothing must be seen.
        touch: whether they confirmed the touch notice.
        health: what is known of their health.
        never: routines and exercises they never want to see.
    """

    place: Place = Place.ROOM
    position: Position | None = None
    kit: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    rather_not: frozenset[Technique] = frozenset()
    camera: bool = False
    touch: bool = False
    health: Health = WELL
    never: frozenset[str] = frozenset()
