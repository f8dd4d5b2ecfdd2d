"""Which part is painted over which: found where two parts overlap, not from how far away they are on the whole."""

from collections.abc import Collection, Mapping, Sequence
from math import sqrt
from typing import NamedTuple, TypeAlias

from unkink.figure.art.easel import Part
from unkink.figure.camera import Camera

Over: TypeAlias = tuple[str, str]
"""Two parts' names: the first is under the second."""

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, right and bottom of what a part covers."""

_ALWAYS: frozenset[Over] = frozenset({
    ("pelvis", "shirt"),
    ("shirt", "neck"),
    ("neck", "head"),
    ("shin_r", "foot_r"),
    ("shin_l", "foot_l"),
    *((f"{thing} hand_{side}", f"hand_{side}") for thing in ("towel", "bottle") for side in "rl"),
})  # fmt: skip
"""Clothes, neck and shoes go over each other like this from every side, and a hand shuts round what it holds."""

_SLACK = 0.6
"""Centimetres that something may be behind a plane and still count as before it: things touch."""


class Found(NamedTuple):
    """What was found out about some parts once and for all: their boxes, and of each what it is how surely over."""

    parts: tuple[Part, ...]
    boxes: tuple[Box, ...]
    under: tuple[Mapping[int, float], ...]


def look(parts: Sequence[Part], camera: Camera, known: Collection[Over] = (), before: Found | None = None) -> Found:
    """Return what is under what among parts and those found about `before`; `known` is told without looking."""
    known = _ALWAYS | frozenset(known)
    first = len(before.parts) if before else 0
    every = (*(before.parts if before else ()), *parts)
    boxes = [*(before.boxes if before else ()), *(_box(part) for part in parts)]
    under = [dict(found) for found in before.under] if before else []
    under += [{} for _ in parts]
    for i in range(first, len(every)):
        left, top, right, bottom = boxes[i]
        for j in range(i):
            box = boxes[j]
            if left > box[2] or box[0] > right or top > box[3] or box[1] > bottom:
                continue
            lead = _lead(every[i], every[j], camera, known)
            if lead > 0.0:
                under[i][j] = lead
            elif lead < 0.0:
                under[j][i] = -lead
    return Found(every, tuple(boxes), tuple(under))


def ordered(found: Found) -> list[Part]:
    """Return the parts from the farthest to the nearest.

    Where parts lie on each other in a ring, the least sure of its findings is forgotten.
    """
    parts = found.parts
    under = [dict(below) for below in found.under]
    depths = [sum([disc.near for disc in part.discs]) / len(part.discs) + part.nearer for part in parts]
    waiting = sorted(range(len(parts)), key=depths.__getitem__)
    result = []
    while waiting:
        free = next((i for i in waiting if not under[i]), None)
        if free is None:
            _forget_least(under, waiting[0])
            continue
        waiting.remove(free)
        for above in waiting:
            under[above].pop(free, None)
        result.append(parts[free])
    return result


def _forget_least(under: list[dict[int, float]], start: int) -> None:
    """Forget the least sure finding of the ring that is come to by going from a part to one under it, and so on."""
    path = [start]
    while True:
        below = next(iter(under[path[-1]]))
        if below in path:
            break
        path.append(below)
    ring = path[path.index(below) :]
    pairs = list(zip(ring, [*ring[1:], ring[0]], strict=True))
    upper, lower = min(pairs, key=lambda pair: under[pair[0]][pair[1]])
    del under[upper][lower]


_SURE = 1e6
"""What is known weighs more than anything that is seen."""


def _lead(a: Part, b: Part, camera: Camera, known: frozenset[Over]) -> float:
    """Return how sure it is that `a` is before `b`; negative if behind, 0 where they don't meet on the screen."""
    if (b.name, a.name) in known:
        return _SURE
    if (a.name, b.name) in known:
        return -_SURE
    if not (a.planes or b.planes):
        return _votes(a, b)
    told = {*_told(a, b, camera), *(-sign for sign in _told(b, a, camera))}
    if not told:
        return _votes(a, b)
    if len(told) > 1 or not _meet(a, b):  # parted by planes that say different things, they can't meet at all
        return 0.0
    return told.pop() * _SURE


def _votes(a: Part, b: Part) -> float:
    """Return how much nearer `a` is than `b` where they meet, weighed by how much they do."""
    total, more = 0.0, a.nearer - b.nearer
    for x, y, near, r in a.discs:
        for p, q, other, s in b.discs:
            dx, dy, reach = x - p, y - q, r + s
            apart = dx * dx + dy * dy
            if apart < reach * reach:
                total += (reach - sqrt(apart)) * (near - other + more)
    return total


def _meet(a: Part, b: Part) -> bool:
    """Return whether any two of their discs overlap."""
    few, many = (a, b) if len(a.discs) < len(b.discs) else (b, a)
    for x, y, _, r in few.discs:
        for p, q, _, s in many.discs:
            dx, dy, reach = x - p, y - q, r + s
            if -reach < dx < reach and dx * dx + dy * dy < reach * reach:
                return True
    return False


def _told(a: Part, flat: Part, camera: Camera) -> set[float]:
    """Return what the planes of `flat` tell: 1 for `a` being nearer, -1 for its being farther."""
    told: set[float] = set()
    if not a.spots:
        return told
    for (bx, by, bz), normal, both in flat.planes:
        nx, ny, nz = normal
        heights = [(x - bx) * nx + (y - by) * ny + (z - bz) * nz for x, y, z in a.spots]
        faces = 1.0 if camera.depth(normal) > 0.0 else -1.0
        if min(heights) > -_SLACK:
            told.add(faces)
        elif both and max(heights) < _SLACK:
            told.add(-faces)
    return told


def _box(part: Part) -> Box:
    discs = part.discs
    return (
        min([d.x - d.r for d in discs]),
        min([d.y - d.r for d in discs]),
        max([d.x + d.r for d in discs]),
        max([d.y + d.r for d in discs]),
    )
