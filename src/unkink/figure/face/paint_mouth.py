"""The mouth of a close-up: lips, and between them teeth and tongue."""

from unkink.figure.art.easel import Easel
from unkink.figure.display import Item, Line, Point, Poly, Soft
from unkink.figure.face.bust import Bust
from unkink.figure.face.clip import clipped
from unkink.figure.face.mouth import US, lower_border, lower_line, upper_border, upper_line
from unkink.figure.face.skull import with_jaw
from unkink.figure.shading import blend, faint, lighter

_GAP = 0.12
"""Lips farther apart than this, in centimetres, show what is between."""


def mouth(easel: Easel, bust: Bust) -> list[Item]:
    """Return the mouth, as far as it is seen."""
    joint, scale, palette = bust.joints["head"], easel.camera.scale, easel.palette
    front = easel.facing(joint.turn, (1.0, 0.0, 0.0))
    seen, soft = min(1.0, max(0.0, (front + 0.05) / 0.3)), max(0.0, front)  # a soft light would shine past a profile
    if not seen:
        return []
    jaw, lips, smile = bust.face.jaw, bust.values["lips"], bust.face.smile
    top, line = upper_border(jaw, smile), upper_line(jaw, smile)
    open_, low = lower_line(jaw, lips, smile), lower_border(jaw, lips, smile)
    kept = [i for i, u in enumerate(US) if easel.facing(joint.turn, (0.9, 0.0, 0.43 * u)) > 0.02]
    if len(kept) < 3:
        return []
    edges = [easel.points(joint, [edge[i] for i in kept]) for edge in (top, line, open_, low)]
    gap = line[len(US) // 2][1] - open_[len(US) // 2][1]
    colour = blend(palette.skin.base, palette.lip, 0.52)
    items: list[Item] = []
    x, y = easel.points(joint, [with_jaw((9.6, 0.15, 0.0), jaw)])[0]
    items.append(Soft(x, y, 2.2 * scale * soft, 0.85 * scale, 0.0, 1.0, faint(palette.skin.dark, 0.26 * soft)))
    if gap > _GAP:
        hole = (*edges[1], *reversed(edges[2]))
        items.append(Poly((hole,), faint(blend(palette.lip, palette.eye, 0.62), seen)))
        items += _inside(easel, bust, hole, gap)
    items += [
        Poly(((*edges[2], *reversed(edges[3])),), faint(lighter(colour, 0.05), seen)),
        Poly(((*edges[0], *reversed(edges[1])),), faint(blend(colour, palette.lip, 0.22), seen)),
        Line((edges[1],), 0.17 * scale, faint(blend(palette.lip, palette.eye, 0.35), 0.85 * seen)),
    ]
    x, y = easel.points(joint, [with_jaw((10.3, 1.25, -0.35), jaw * (0.3 + 0.7 * lips))])[0]
    items.append(Soft(x, y, scale * soft, 0.42 * scale, 0.0, 1.0, faint(lighter(palette.skin.base, 0.6), 0.30 * soft)))
    return items


def _inside(easel: Easel, bust: Bust, hole: tuple[Point, ...], gap: float) -> list[Item]:
    """Return the tongue and the upper teeth, cut to the open mouth."""
    joint, palette, jaw = bust.joints["head"], easel.palette, bust.face.jaw
    up = bust.values["tongue"]
    smooth = [(-1.0 + i / 8.0) for i in range(17)]
    low = [with_jaw((8.4, 1.15, 1.55 * u), jaw) for u in smooth]
    rise = 0.75 + up * (gap - 0.2)
    back = [(8.4, low[i][1] + rise * (1.0 - abs(u) ** 2.2), 1.45 * u) for i, u in enumerate(smooth)]
    tongue = clipped(easel.points(joint, [*low, *reversed(back)]), hole)
    items: list[Item] = []
    if tongue:
        items.append(Poly((tongue,), blend(palette.lip, palette.skin.base, 0.30)))
    teeth = [(9.6, 2.1, 1.75 * u) for u in smooth] + [(9.6, 1.42 + 0.14 * u * u, 1.75 * u) for u in reversed(smooth)]
    row = clipped(easel.points(joint, teeth), hole)
    if row:
        items.append(Poly((row,), palette.shoe.base))
    return items
