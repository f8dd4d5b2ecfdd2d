"""What is drawn anew each time because the body moves it: what rolls, and what hands hold."""

from collections.abc import Mapping

from unkink.figure.art.bottle import bottles
from unkink.figure.art.easel import Easel, Part
from unkink.figure.art.rolling import round_part
from unkink.figure.art.towel import rolled_towel, towel
from unkink.figure.held import Bottle, Roll, Towel
from unkink.figure.props import Prop, Rolled, Round


def loose(easel: Easel, props: Mapping[str, Prop], rolled: Mapping[str, Rolled]) -> list[Part]:
    """Return the parts of these props that are not furniture; `rolled` tells where what rolls is."""
    parts: list[Part] = []
    for name, prop in props.items():
        match prop:
            case Round():
                parts.append(round_part(easel, name, prop, rolled[name]))
            case Towel():
                parts += towel(easel, prop, easel.skeleton)
            case Roll():
                parts.append(rolled_towel(easel, prop))
            case Bottle():
                parts += bottles(easel, prop, easel.skeleton)
            case _:  # stands still, and was drawn beforehand
                pass
    return parts
