"""The page before a routine (what must be read once) and the page after it (how it was)."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from unkink.domain.notice import Notice
from unkink.domain.units import Seconds
from unkink.ui.player.parts import button, label
from unkink.ui.theme import GAP, MARGIN
from unkink.words import guide
from unkink.words import window as words


class _Page(QWidget):
    """Words in the middle, buttons below them."""

    def __init__(self, labels: list[QLabel], buttons: list[QPushButton]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN * 3, MARGIN, MARGIN * 3, MARGIN)
        column.setSpacing(GAP)
        column.addStretch(2)
        for words_ in labels:
            words_.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(words_)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        for each in buttons:
            row.addWidget(each)
        row.addStretch(1)
        column.addSpacing(GAP)
        column.addLayout(row)
        column.addStretch(3)


def notice_page(notice: Notice, confirmed: Callable[[], None]) -> QWidget:
    """Return the page with a notice; `confirmed` is called once it was read."""
    agree = button(guide.confirm(), confirmed, first=True)
    return _Page([label("big", words.before_you_start()), label("notice", guide.notice(notice))], [agree])


def end_page(done: Seconds, rated: Callable[[str], None], closed: Callable[[], object]) -> QWidget:
    """Return the page after a routine; `rated` gets how it was, where somebody says so."""
    labels = [label("big", words.well_done(done)), label("notice", words.ending(done))]
    feelings = [button(text, partial(rated, key)) for key, text in words.feelings()] if round(done) else []
    return _Page(labels, [*feelings, button(words.back_to_work(), closed, first=True)])
