"""Weeks of offers for people nobody has met: what must hold of each offer, and of all of them together."""

import pytest

from tests.weeks import EXERCISES, lived
from unkink.domain.choose import Past, Wish, choose
from unkink.domain.routine import single

DAYS = 15
"""A quarter of what `.ci/long` lives through: python -m tests.weeks."""


@pytest.mark.parametrize("seed", range(12))
def test_every_offer_is_safe_new_and_within_its_dose_and_what_they_care_about_has_its_share(seed):
    weeks = lived(seed, DAYS)
    person = weeks.person
    for area in person.areas:
        alone = [single(exercise) for exercise in EXERCISES if exercise.areas[0] == area]
        can = [r for r in alone if choose((r,), (), Wish(300), person, Past(), lambda: 0.0) is not None]
        if len(can) > 1:
            assert weeks.seconds[area] >= 60 * DAYS / 5, f"{area}: a minute a week at the least"


def test_there_is_something_for_everybody_on_nearly_every_occasion():
    assert sum(len(lived(seed, 5).done) for seed in range(12)) >= 12 * 5 * 6 * 0.95
