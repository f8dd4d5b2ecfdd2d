"""What goes wrong inside Qt, where no test sees it, fails the test."""

import pytest


def test_what_a_slot_raises_is_found(qtbot, wrong):
    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, lambda: 1 // 0)
    qtbot.waitUntil(lambda: bool(wrong))
    assert "ZeroDivisionError" in wrong.pop()


def test_what_painting_raises_comes_out_of_the_call_that_painted(qtbot):
    from PySide6.QtWidgets import QWidget

    class Broken(QWidget):
        def paintEvent(self, event):  # noqa: N802  Qt's name
            raise KeyError("paint")

    broken = Broken()
    qtbot.addWidget(broken)
    with pytest.raises(KeyError, match="paint"):
        broken.grab()


def test_what_qt_complains_about_is_found(qtbot, wrong):
    from PySide6.QtWidgets import QWidget

    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setStyleSheet("QLabel { color")
    widget.ensurePolished()
    assert wrong.pop().startswith("Qt: Could not parse")


@pytest.mark.xfail(raises=pytest.fail.Exception, reason="it is what this test is for")
def test_and_it_is_the_test_that_fails(qtbot):
    from PySide6.QtCore import QTimer

    from tests.ui.screen import settle

    QTimer.singleShot(0, lambda: 1 // 0)
    settle()
