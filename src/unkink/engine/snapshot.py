"""What everybody else reads: one immutable look at how things stand, published after each step."""

from dataclasses import field

from unkink.domain.core import State
from unkink.domain.effects import Offer
from unkink.domain.holds import Hold, Why
from unkink.domain.outlook import Outlook, Phase, next_at, outlook
from unkink.domain.units import Instant, Moment
from unkink.frozen import dataclass
from unkink.ports import Face, Glyph
from unkink.words.status import status_line, tooltip


@dataclass(frozen=True, slots=True)
class Snapshot:
    """How things stand.

    Attributes:
        at: when this was so.
        look: what is going on.
        next_at: the instant of what comes next, as far as it is known.
        on_offer: the routine that is offered, in words; empty where none is.
        snoozes: the snoozes that are left, in seconds.
        holds: every reason to be quiet, the one that is shown first.
        troubles: what went wrong and should be known: config, state, history.
    """

    at: Moment
    look: Outlook
    next_at: Instant | None
    on_offer: str = ""
    snoozes: tuple[float, ...] = ()
    holds: tuple[Hold, ...] = ()
    troubles: tuple[str, ...] = field(default=())

    @property
    def line(self) -> str:
        """The status line."""
        return status_line(self.look, self.at)

    @property
    def offer(self) -> Offer | None:
        """The offer that is open."""
        return self.look.offer

    def face(self) -> Face:
        """Return what the tray shows without being opened."""
        look = self.look
        match look.phase:
            case Phase.ON_BREAK:
                glyph = Glyph.BREAK
            case Phase.PROMPTED | Phase.DUE:
                glyph = Glyph.DUE
            case Phase.HELD if look.kept:
                glyph = Glyph.DUE
            case Phase.HELD:
                glyph = Glyph.OUTSIDE if look.hold and look.hold.why is Why.HOURS else Glyph.HELD
            case _:
                glyph = Glyph.DUE if look.warned and look.phase is not Phase.AWAY else Glyph.RING
        ring = look.ring if glyph is Glyph.RING and look.phase is not Phase.AWAY else 0
        return Face(glyph, ring, tooltip(look, self.at), attention=look.phase is Phase.PROMPTED)


def snapshot(state: State, on_offer: str = "", troubles: tuple[str, ...] = ()) -> Snapshot:
    """Return how a state stands."""
    look = outlook(state)
    snoozes = look.offer.snoozes if look.offer else ()
    return Snapshot(state.at, look, next_at(state, look), on_offer, snoozes, state.holds.reasons, troubles)
