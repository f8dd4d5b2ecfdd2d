"""`unkink setup`."""

import os
from dataclasses import replace
from datetime import datetime

import click

from unkink.catalogue.health import load_red_flags, load_tags
from unkink.cli.dialog import Stopped
from unkink.cli.screening import Screening
from unkink.config.body import BodyFile, body_path
from unkink.config.file import ConfigFile
from unkink.config.schema import Config
from unkink.domain.body import Technique
from unkink.domain.hours import day_of
from unkink.domain.screening import Answers, Question
from unkink.errors import UnkinkError
from unkink.files import write_whole
from unkink.ipc.client import NoDaemon, ask
from unkink.paths import config_file, data_folder
from unkink.words import body_notes
from unkink.words import screening as words


@click.command(name="setup", short_help="Questions about your body, so that only what suits you is shown.")
@click.option("--again", is_flag=True, help="Ask everything anew.")
@click.option("--show", is_flag=True, help="Show what is known, as one page.")
@click.option("--page", metavar="FILE.html", help="Write that page, for a therapist or a clinician.")
@click.option("--forget", is_flag=True, help="Delete what is known.")
def command(again: bool, show: bool, page: str | None, forget: bool) -> None:  # noqa: FBT001  click's way
    """Ask about your body. Every question can be skipped; it goes on where you stopped.

    \b
    Examples:
      unkink setup
      unkink setup --show
      unkink setup --page notes.html
      unkink setup --forget
    """
    config = ConfigFile(config_file()).load()
    file = BodyFile(body_path(config.system.data_folder or data_folder()))
    try:
        if forget:
            click.echo(words.forgotten() if file.forget() else words.nothing())
            _tell()
        elif show or page:
            _show(file.load(), config, page)
        else:
            _ask(file, again=again)
    except OSError as error:
        raise UnkinkError("That did not work", f"{error.filename or file.path}: {error.strerror}.") from error


def _ask(file: BodyFile, *, again: bool) -> None:
    today = day_of(datetime.now())  # noqa: DTZ005  the day on the wall
    answers = file.load()
    if file.trouble:
        click.echo(file.trouble, err=True)
    questions = answers.to_ask()
    if again or not questions or answers.ask_again(today):
        answers, questions = replace(answers, answered=()), tuple(Question)
    click.echo(words.welcome())
    try:
        for known in Screening(load_red_flags(), load_tags(), today).asked(answers, questions):
            file.save(known)
        click.echo(f"\n{words.done()}")
    except Stopped:
        click.echo(f"\n{words.stopped()}")
    _tell()


def _show(answers: Answers, config: Config, page: str | None) -> None:
    if not answers.answered:
        click.echo(words.nothing())
        return
    meanings = {tag.name: tag.meaning for tag in load_tags()}
    meanings |= {flag.id: flag.signs for flag in load_red_flags()}
    you = config.you
    found = body_notes.sections(answers, meanings, you.pressure, [Technique(each) for each in you.rather_not])
    day = f"{answers.on:%Y-%m-%d}" if answers.on else ""
    if page is None:
        click.echo(body_notes.as_text(found, day))
        return
    write_whole(os.path.abspath(page), body_notes.as_html(found, day))
    click.echo(page)


def _tell() -> None:
    """Have the daemon take note; where none runs, the next one reads it."""
    try:
        click.echo(ask("body").text)
    except NoDaemon:
        return
