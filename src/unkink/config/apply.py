"""What the config means to the domain."""

from unkink.config.schema import Config
from unkink.domain.body import Place, Position, Technique
from unkink.domain.deck import Deck
from unkink.domain.health import WELL, Health
from unkink.domain.hours import WEEKDAYS, Hours
from unkink.domain.person import Person
from unkink.domain.rules import AfterWait, Appointment, CueRules, Kind, Quiet, Rules, Surface


def rules(config: Config, deck: Deck = ()) -> Rules:
    """Return the rules a config sets; `deck` holds the posture cues that suit the person."""
    rhythm, prompt, quiet, cues = config.rhythm, config.prompt, config.quiet, config.cues
    move = Kind("move", rhythm.move_every, rhythm.length, surface=Surface(prompt.surface))
    others = (Kind(b.name, b.every, b.length, b.what, Surface(b.surface)) for b in config.break_)
    return Rules(
        kinds=(move, *others),
        warn_before=rhythm.warn_before,
        wait_for_pause=rhythm.wait_for_pause,
        after_wait=AfterWait(rhythm.after_wait),
        away_after=rhythm.away_after,
        watching_counts=rhythm.watching_counts,
        snooze=rhythm.snooze,
        max_snoozes=rhythm.max_snoozes,
        learn=rhythm.learn,
        remind_once_after=prompt.remind_once_after,
        hours=Hours(tuple(getattr(config.hours, day) for day in WEEKDAYS)),
        quiet=Quiet(quiet.calls, quiet.full_screen, quiet.do_not_disturb, quiet.screen_sharing),
        cues=CueRules(cues.enabled, cues.per_hour, cues.per_day, cues.min_gap, cues.eyes, cues.standing_every, deck),
        appointments=tuple(
            Appointment(
                name=f"{','.join(fixed.days)} {fixed.at // 60:02d}:{fixed.at % 60:02d}",
                days=tuple(WEEKDAYS.index(day) for day in fixed.days),
                at=fixed.at,
                what=fixed.routine or fixed.area or "any",
            )
            for fixed in config.appointment
        ),
    )


def person(config: Config, health: Health = WELL, *, touch: bool) -> Person:
    """Return the person a config describes.

    Args:
        config: what they set.
        health: what is known of their health.
        touch: whether they confirmed the touch notice.
    """
    you = config.you
    return Person(
        place=Place[you.place.upper()],
        position=None if you.position == "any" else Position(you.position),
        kit=frozenset(you.kit),
        areas=frozenset(you.areas),
        rather_not=frozenset(Technique(word) for word in you.rather_not),
        camera=you.camera_often_on,
        touch=touch,
        health=health,
    )
