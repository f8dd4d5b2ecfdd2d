"""The table that says which posture cue comes when (content/evidence.md, 7.3), its budget, and which text it is.

The first row that matches wins.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from unkink.domain.body import Position
from unkink.domain.cue_stages import Cues, Slot
from unkink.domain.deck import Cue, Hands, Row
from unkink.domain.hours import finish
from unkink.domain.rules import CueRules, Rules
from unkink.domain.units import HOUR, MINUTE, Instant, Moment, Seconds, after

SAME_POSITION: Seconds = 30 * MINUTE
"""After so long in one position another is proposed (evidence N1)."""
SPELL: Seconds = 25 * MINUTE
"""A spell of typing or pointing as long as this is followed by a reset."""
FAR_LOOK: Seconds = 20 * MINUTE
"""After so much looking at the screen the eyes are asked to look far away."""
ONCE: Seconds = 4 * HOUR
"""What comes once a day does not match again for so long."""
WIND_DOWN = timedelta(hours=1)
"""How long before the end of the hours the day is nearly over."""
FIRST_DAYS, FIRST_DAYS_LIMIT = 3, 5
"""In the first days there are fewer a day."""
RECENT = 10
"""The same text does not come again within so many cues."""
OTHERS_SHARE = 0.4
"""The share of a day's cues that may be of another kind than a change of position (evidence 7.4)."""
CHANGES = (Row.STANDING, Row.POSITION)
"""The rows that propose a change of position."""


class Limits(NamedTuple):
    """How many cues may come, and how far apart."""

    per_day: int
    per_hour: int
    gap: Seconds


def limits(cues: Cues, rules: CueRules) -> Limits:
    """Return the limits of the day: fewer in the first days, half of it after refusals."""
    per_day = min(rules.per_day, FIRST_DAYS_LIMIT) if cues.days <= FIRST_DAYS else rules.per_day
    if not cues.today.halved:
        return Limits(per_day, rules.per_hour, rules.min_gap)
    return Limits(per_day // 2, (rules.per_hour + 1) // 2, rules.min_gap * 2)


def budget(cues: Cues, at: Moment, rules: CueRules) -> Instant | None:
    """Return the instant from which the budget may allow the next cue; None where it allows one now."""
    allowed = limits(cues, rules)
    if cues.today.cues >= allowed.per_day or not allowed.per_hour:
        return after(at.now, HOUR)  # not today; a look once an hour finds the new day
    times = [instant for instant in cues.times if instant > after(at.now, -HOUR)]
    waits = [after(times[-allowed.per_hour], HOUR)] if len(times) >= allowed.per_hour else []
    if cues.times:
        waits.append(after(cues.times[-1], allowed.gap))
    return max((instant for instant in waits if instant > at.now), default=None)


def rows(cues: Cues, rules: Rules, local: datetime) -> Iterator[tuple[Row, Seconds]]:
    """Yield the rows that can match, in their order, with the mark from which they do."""
    held_back = {mark.row: mark.at for mark in cues.not_before}
    if cues.position is Position.STANDING:
        yield Row.STANDING, max(cues.stated + rules.cues.standing_every, held_back.get(Row.STANDING, 0.0))
    else:
        yield Row.POSITION, max(cues.changed + SAME_POSITION, held_back.get(Row.POSITION, 0.0))
    if cues.hands in (Hands.TYPING, Hands.POINTING):
        yield Row.SPELL, max(cues.spell + SPELL, held_back.get(Row.SPELL, 0.0))
    if rules.cues.eyes:
        yield Row.EYES, max(cues.looked + FAR_LOOK, held_back.get(Row.EYES, 0.0))
    ends = finish(rules.hours, local)
    if ends is not None and ends - WIND_DOWN <= local < ends:
        yield Row.WIND_DOWN, held_back.get(Row.WIND_DOWN, 0.0)


def again_after(row: Row, rules: CueRules) -> Seconds:
    """Return the desk time from a cue until its row may match again."""
    spans = {Row.STANDING: rules.standing_every, Row.POSITION: SAME_POSITION, Row.SPELL: SPELL, Row.EYES: FAR_LOOK}
    return spans.get(row, ONCE)


def pick(cues: Cues, row: Row, rules: CueRules) -> Cue | None:
    """Return the cue for a row: one not shown lately, of another type than the last where there is one; or none."""
    today = cues.today
    if today.halved and row is not Row.EYES:
        row = Row.BACK_OFF
    elif row not in (*CHANGES, Row.EYES) and today.others >= OTHERS_SHARE * limits(cues, rules).per_day:
        return None
    found = [cue for cue in rules.deck if row in cue.rows and _suits(cue, row, cues)]
    last = cues.recent[-1][0] if cues.recent else ""
    return next((cue for cue in found if cue.id[0] != last), found[0] if found else None)


def _suits(cue: Cue, row: Row, cues: Cues) -> bool:
    today = cues.today
    may_repeat = row in (Row.STANDING, Row.EYES, Row.BACK_OFF)
    if not may_repeat and (cue.id in cues.recent or cue.id in today.ids):
        return False
    if cue.hands and row in (Row.POSITION, Row.SPELL) and cues.hands not in cue.hands:
        return False
    if cue.seated and cues.position is Position.STANDING:
        return False
    return not cue.first or not today.ids or today.slots[-1:] == (Slot.LUNCH,)
