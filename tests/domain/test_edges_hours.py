"""Hours, at the edges of what can be written."""

import re

import pytest

from tests.domain.test_hours import at, week
from unkink.domain.hours import finish, parse_range


def test_a_time_of_day_has_no_sixtieth_minute():
    with pytest.raises(ValueError, match="times from 00:00 to 23:59"):
        parse_range("09:00-17:60")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nine to five", 'a range such as "09:00-17:30"'),
        ("09:60-17:00", "times from 00:00 to 23:59 (24:00 is allowed as an end)"),
        ("09:00-09:00", 'a range that is not empty ("00:00-24:00" is a whole day)'),
    ],
)
def test_a_wrong_range_is_told_in_whole_sentences(text, said):
    with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
        parse_range(text)


def test_a_range_that_opens_as_the_day_begins_is_of_that_day():
    assert finish(week(mon=["04:00-05:00"]), at("mon 10:00")) == at("mon 05:00")
