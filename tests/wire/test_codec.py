"""Messages between processes: they come through whole, and what is no message is refused with its reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unkink.wire.codec import decode, encode
from unkink.wire.control import Answer, Ask
from unkink.wire.plain import Malformed
from unkink.wire.window import DOWN, UP, Agreed, Began, Close, Dose, Outcome, Play, Progress, Ready, Trouble

PLAY = Play("1.2", 3, "r02", "Neck ease – «ü»", "", (Dose("nk-01", 20.0, 1),), "because", ("first",), "dark", "off")


@pytest.mark.parametrize(
    "message",
    [
        PLAY,
        Close(),
        Ready("1.2"),
        Began(3, 60.0),
        Progress(3, 1.5),
        Agreed("touch"),
        Outcome(3, 60.0, finished=True, rating=""),
        Trouble("libxcb-cursor.so.0 is not installed", "apt install libxcb-cursor0"),
        Ask("snooze", {"length": "10m"}),
        Answer(ok=True, text="done\nand more", data={"list": [1, None, {"deep": "x"}]}),
    ],
)
def test_a_message_comes_through_whole_and_in_one_line(message):
    line = encode(message)
    assert line.count(b"\n") == 1
    assert decode(line, (*DOWN, *UP, Ask, Answer)) == message


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"", "no JSON"),
        (b"{", "no JSON"),
        (b"[]", "no JSON object"),
        (b"{}", "unknown message None"),
        (b'{"is":"Evil"}', "unknown message 'Evil'"),
        (b'{"is":"Began","run":1}', "Began lacks 'planned'"),
        (b'{"is":"Began","run":1,"planned":2,"x":3}', "Began has 'x' too much"),
        (b'{"is":"Began","run":"1","planned":2}', "Began.run is no int"),
        (b'{"is":"Began","run":true,"planned":2}', "Began.run is no int"),
        (b'{"is":"Began","run":1,"planned":"2"}', "Began.planned is no number"),
        (b'{"is":"Began","run":1,"planned":false}', "Began.planned is no number"),
        (b'{"is":"Outcome","run":1,"done":2,"finished":1,"rating":""}', "Outcome.finished is no bool"),
        (b'{"is":"Ask","verb":"x","args":[]}', "Ask.args is no object"),
        (b'{"is":"Ask","verb":"x","args":{"a":1}}', "Ask.args.a is no str"),
    ],
)
def test_what_is_no_message_is_refused_with_its_reason(line, why):
    with pytest.raises(Malformed, match=why.replace("[", r"\[")):
        decode(line, (*UP, Ask))


def test_what_is_inside_a_message_is_looked_at_too():
    whole = encode(PLAY).decode()
    for old, new, why in (
        ('"doses":[{', '"doses":["x",{', r"Play.doses\[0\] is no object"),
        ('"notices":["first"]', '"notices":"first"', "Play.notices is no list"),
        ('"notices":["first"]', '"notices":[1]', r"Play.notices\[0\] is no str"),
        ('"sets":1', '"sets":1.5', r"Play.doses\[0\].sets is no int"),
    ):
        assert old in whole
        with pytest.raises(Malformed, match=why):
            decode(whole.replace(old, new), DOWN)


@given(st.binary(max_size=80))
def test_no_bytes_break_the_reader(data):
    with pytest.raises(Malformed):
        decode(data, UP)
