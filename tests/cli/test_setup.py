"""`unkink setup`: questions about the body in a terminal, each of them skippable, and what is done with the answers."""

import io
import json
import os
import stat
import sys
from pathlib import Path

import pytest

from unkink.config.body import BodyFile, body_path
from unkink.domain.screening import Question, Told
from unkink.paths import config_file, data_folder

SKIPPED = {
    Question.RED_FLAGS: [""],
    Question.PAIN: [""],
    Question.SENSITIVE: ["", ""],
    Question.SKIN: [""],
    Question.AREAS: [""],
    Question.HEALTH: [""],
    Question.PREGNANCY: [""],
    Question.DIZZY: [""],
    Question.GROUND: ["", ""],
}
"""What is typed by somebody who skips everything, question by question."""


@pytest.fixture
def setup(unkink, monkeypatch):
    """Runs `unkink setup` and types lines."""

    def run(*lines: str, options: tuple[str, ...] = ()):
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        return unkink("setup", *options)

    return run


def typed(**answers: list[str]) -> list[str]:
    """Return what is typed by somebody who skips everything but what is given by the name of its question."""
    return [line for question, lines in SKIPPED.items() for line in answers.get(question.name, lines)]


def kept():
    return BodyFile(body_path(data_folder())).load()


def test_somebody_who_skips_everything_has_answered_everything(setup):
    said = setup(*typed())
    assert (said.status, said.err) == (0, "")
    assert "stay on this device" in said.out
    assert kept().answered == tuple(Question)
    assert (kept().tags, kept().red_flags, kept().pains) == ((), (), ())


def test_the_file_is_for_its_owner_alone(setup):
    setup(*typed())
    assert stat.S_IMODE(os.stat(body_path(data_folder())).st_mode) == 0o600


def test_what_is_chosen_is_kept_with_its_areas(setup):
    setup(*typed(SKIN=["1 3", "hand, foot", ""], HEALTH=["3"], SENSITIVE=["jaw", "neck knee"]))
    assert kept().tags == (Told("open-wound", ("hand", "foot")), Told("acute-injury"), Told("osteoporosis"))
    assert (kept().leave_out, kept().gentle) == (("jaw",), ("neck", "knee"))


def test_a_pain_is_told_in_its_owners_words(setup):
    pain = ["neck", "a year", "8", "y", "", "heat", "long calls", "a physio: keep moving", ""]
    said = setup(*typed(PAIN=pain))
    [found] = kept().pains
    assert (found.areas, found.since, found.strength, found.spreads, found.swollen) == (
        ("neck",),
        "a year",
        8,
        True,
        False,
    )
    assert (found.better, found.worse, found.said) == ("heat", "long calls", "a physio: keep moving")
    assert "let a clinician look" in said.out


def test_two_pains(setup):
    one = ["neck", "", "3", "", "", "", "", "", "y"]
    setup(*typed(PAIN=[*one, "foot", "", "", "", "", "", "", "", "n"]))
    assert [pain.areas for pain in kept().pains] == [("neck",), ("foot",)]


def test_an_emergency_says_what_to_do_and_asks_nothing_more(setup):
    said = setup("2")
    assert said.status == 0
    assert "Stop. Call your emergency number now." in said.out
    assert "aches" not in said.out
    assert kept().red_flags == (Told("chest"),)
    assert kept().answered == (Question.RED_FLAGS,)


def test_what_should_be_looked_at_soon_is_said_and_the_rest_is_asked(setup):
    said = setup(*typed(RED_FLAGS=["11", "lower-back"]))
    assert "A physiotherapist or doctor can look properly." in said.out
    assert kept().red_flags == (Told("not-better", ("lower-back",)),)
    assert kept().answered == tuple(Question)


def test_q_stops_and_next_time_it_goes_on_from_there(setup):
    said = setup("", "", "", "", "q")
    assert "goes on from here" in said.out
    assert kept().answered == (Question.RED_FLAGS, Question.PAIN, Question.SENSITIVE)
    said = setup("2", "", *typed()[5:])
    assert "new in the last two weeks" not in said.out
    assert kept().tags == (Told("fracture"),)
    assert kept().answered == tuple(Question)


def test_the_end_of_the_input_stops_too(setup):
    said = setup("")
    assert said.status == 0
    assert kept().answered == (Question.RED_FLAGS,)


def test_when_everything_was_answered_it_is_asked_anew(setup):
    setup(*typed(HEALTH=["1"]))
    said = setup(*typed())
    assert "new in the last two weeks" in said.out
    assert kept().tags == ()


def test_again_asks_everything_anew_also_half_way(setup):
    setup("", "q")
    assert "new in the last two weeks" in setup(*typed(), options=("--again",)).out


@pytest.mark.parametrize(
    ("wrong", "told"), [("14", "none of the numbers from 1 to 11"), ("x", "none of the numbers from 1 to 11")]
)
def test_a_wrong_number_is_asked_for_again(setup, wrong, told):
    said = setup(*typed(RED_FLAGS=[wrong, ""]))
    assert f'"{wrong}" is {told}' in said.out
    assert kept().answered == tuple(Question)


def test_a_wrong_area_is_asked_for_again_with_all_there_are(setup):
    said = setup(*typed(SENSITIVE=["elbows", "elbow", ""]))
    assert '"elbows" is no area; there are neck, shoulder' in said.out
    assert kept().leave_out == ("elbow",)


@pytest.mark.parametrize(("weeks", "found"), [("20", 20), ("", None), ("99\n12", 12)])
def test_a_pregnancy_and_its_week(setup, weeks, found):
    setup(*typed(PREGNANCY=["y", weeks]))
    assert (kept().tags, kept().weeks) == ((Told("pregnancy"),), found)


def test_neither_the_floor_nor_standing(setup):
    setup(*typed(GROUND=["n", "no"]))
    assert kept().tags == (Told("floor-transfer"), Told("no-standing"))


def test_show_is_one_page(setup):
    setup(*typed(SKIN=["1", "hand"], PAIN=["neck", "a year", "5", "", "", "heat", "", "", ""], SENSITIVE=["jaw", ""]))
    lines = setup(options=("--show",)).out.splitlines()
    assert lines[0].startswith("Body notes, 20")
    assert "  – neck; for a year; 5 of 10 today; better: heat" in lines
    assert "  – Cut, graze, rash, burn, blister, stitches or skin infection: hands" in lines
    assert lines.index("Please leave alone") + 1 == lines.index("  – jaw")


def test_the_page_can_be_printed(setup, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    setup(*typed(PAIN=["neck", "<b>long</b>", "5", "", "", "", "", "", ""]))
    said = setup(options=("--page", "notes.html"))
    html = Path("notes.html").read_text(encoding="utf-8")
    assert said.out.strip() == "notes.html"
    assert html.startswith("<!doctype html>")
    assert "&lt;b&gt;long&lt;/b&gt;" in html
    assert "http" not in html, "it needs nothing else"


def test_likes_come_from_the_settings(setup):
    Path(config_file()).parent.mkdir(parents=True, exist_ok=True)
    Path(config_file()).write_text('[you]\npressure = "light"\nrather_not = ["kneading"]\n')
    setup(*typed())
    assert "  – Pressure: light\n  – Rather not: Kneading (petrissage)" in setup(options=("--show",)).out


def test_forget_deletes_it(setup):
    setup(*typed())
    assert setup(options=("--forget",)).out == "Deleted. Nothing is known of your body any more.\n"
    assert not os.path.exists(body_path(data_folder()))
    assert setup(options=("--forget",)).out == "Nothing has been told.\n"
    assert setup(options=("--show",)).out == "Nothing has been told.\n"


def test_a_running_unkink_takes_note(setup, daemon):
    said = setup(*typed())
    assert ("body", {}) in daemon.asked
    assert said.out.endswith("noted\n")


def test_a_file_that_makes_no_sense_is_named_and_the_questions_begin_anew(setup):
    path = Path(body_path(data_folder()))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("{")
    said = setup(*typed())
    assert f"{path} made no sense" in said.err
    assert json.loads(path.read_text())["version"] == 1


def test_where_it_can_not_be_written_that_is_said(setup):
    Path(data_folder()).parent.mkdir(parents=True, exist_ok=True)
    Path(data_folder()).write_text("in the way")
    said = setup(*typed())
    assert said.status == 1
    assert "That did not work" in said.err
