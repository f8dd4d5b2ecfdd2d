"""What the simulator prints: lines, JSON, a day per line."""

import json
from datetime import datetime, timedelta, timezone

from tests.simulate.living import trace
from unkink.domain.rules import Rules
from unkink.simulate.answers import mood_of
from unkink.simulate.run import live
from unkink.simulate.show import LEGEND, as_chart, as_json, as_text
from unkink.simulate.timeline import Entry

BERLIN = timezone(timedelta(hours=1))


def entry(at: str, effect: str, kind: str = "move", why: str = "so it is") -> Entry:
    return Entry(datetime.fromisoformat(f"2026-03-{at}+01:00"), effect, kind, why)


def test_json_is_one_list_of_objects_with_four_keys():
    rows = json.loads(as_json([entry("02T10:00:00", "due"), entry("02T10:00:04.500", "prompt", "move+eyes", "–")]))
    assert rows == [
        {"at": "2026-03-02T10:00:00+01:00", "effect": "due", "kind": "move", "why": "so it is"},
        {"at": "2026-03-02T10:00:04.500+01:00", "effect": "prompt", "kind": "move+eyes", "why": "–"},
    ]


def test_json_of_nothing_is_an_empty_list():
    assert json.loads(as_json([])) == []


def test_lines_stand_under_their_day():
    text = as_text([entry("02T10:00:00", "due"), entry("02T10:01:04", "prompt"), entry("03T09:00:00", "credit")])
    assert text.splitlines() == [
        "Monday 2026-03-02",
        "  10:00:00  due         move       so it is",
        "  10:01:04  prompt      move       so it is",
        "",
        "Tuesday 2026-03-03",
        "  09:00:00  credit      move       so it is",
    ]


def slots(line: str) -> dict[str, str]:
    """Return what stands in which quarter of an hour."""
    marks = line[15:]
    return {f"{number // 4:02d}:{number % 4 * 15:02d}": mark for number, mark in enumerate(marks) if mark != " "}


def test_a_day_is_a_line_and_a_quarter_of_an_hour_a_sign():
    seen = [(datetime(2026, 3, 2, 9, minute, tzinfo=BERLIN), True, minute >= 45) for minute in range(0, 60, 5)]
    seen.append((datetime(2026, 3, 2, 12, tzinfo=BERLIN), False, False))
    head, line, *_, legend = as_chart([entry("02T09:20:00", "prompt")], seen).splitlines()
    assert slots(line) == {"09:00": "─", "09:15": "▲", "09:30": "─", "09:45": "░"}
    assert head.index("09") == line.index("─")
    assert legend == LEGEND


def test_the_most_telling_sign_of_a_quarter_stands():
    entries = [entry("02T09:01:00", "prompt"), entry("02T09:02:00", "done"), entry("02T09:03:00", "cue")]
    assert slots(as_chart(entries, []).splitlines()[1]) == {"09:00": "●"}


def test_days_follow_each_other():
    lines = as_chart([entry("03T09:00:00", "credit"), entry("02T09:00:00", "skip")], []).splitlines()
    assert [line[:14] for line in lines[1:3]] == ["Mon 2026-03-02", "Tue 2026-03-03"]


def test_all_effects_of_a_life_come_in_json_with_a_kind_and_a_reason():
    what = trace(
        "09:00:00 active,",
        "09:10:00 mic,",
        "09:20:00 mic_end,",
        "10:05:00 idle,",
        "10:05:06 active,",
        "10:40:00 idle,",
        "10:40:06 active,",
        "10:50:00 idle,",
        "11:30:00 active,",
    )
    rows = json.loads(as_json(live(what, Rules(), mood_of("start"))))
    assert {row["effect"] for row in rows} == {"hold", "release", "warn", "due", "prompt", "start", "done", "credit"}
    assert all(row["kind"] and row["why"] for row in rows)
