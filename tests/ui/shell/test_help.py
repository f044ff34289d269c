from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.shell.robot import texts_of
from ui.common.look import Look
from ui.shell.ask import Ask
from ui.shell.help import Help

Dialog = TypeVar("Dialog", bound=QDialog)
KEYS = (("Alt+B", "Print the badge"), ("type", "Look somebody up"))


def opened(dialog: Dialog, qtbot: QtBot) -> Dialog:
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def help_on(look: Look, qtbot: QtBot) -> Help:
    dialog = Help(look, "the Desk", KEYS)
    qtbot.addWidget(dialog)
    return opened(dialog, qtbot)


def test_help_says_the_keys_of_the_page_and_those_of_all(dressed: Look, qtbot: QtBot) -> None:
    said = texts_of(help_on(dressed, qtbot))

    assert {"On the Desk", "Alt B", "Print the badge", "Everywhere", "Ctrl K"} <= set(said)


def test_help_answers_the_three_questions(dressed: Look, qtbot: QtBot) -> None:
    said = texts_of(help_on(dressed, qtbot))

    for question in (
        "The scanner types nothing, or rubbish.",
        "Somebody is not found.",
        "The wrong person was checked in.",
    ):
        assert question in said


def test_help_leads_to_the_scanner_test(dressed: Look, qtbot: QtBot) -> None:
    dialog = help_on(dressed, qtbot)
    (test,) = (each for each in dialog.findChildren(QPushButton) if each.text() == "Scanner test")

    with qtbot.waitSignal(dialog.scanner_test_wanted):
        QTest.mouseClick(test, Qt.MouseButton.LeftButton)

    assert not dialog.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Escape])
def test_f1_and_esc_close_help(dressed: Look, qtbot: QtBot, key: Qt.Key) -> None:
    dialog = help_on(dressed, qtbot)

    QTest.keyClick(dialog, key)

    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_an_answer_is_trimmed_and_given_once(dressed: Look, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    asking = Ask(dressed, "What is this desk called?", "Desk 1", window)
    opened(asking, qtbot)
    asking.field.setText("  North ")

    with qtbot.waitSignal(asking.answered) as said:
        QTest.keyClick(asking.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert said.args == ["North"]
    assert not asking.isVisible()


def test_enter_alone_and_a_blank_answer_nothing(dressed: Look, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    asking = Ask(dressed, "What is this desk called?", "Desk 1", window)
    asking.needs_answer()
    opened(asking, qtbot)

    with qtbot.assertNotEmitted(asking.answered):
        QTest.keyClick(asking.field, Qt.Key.Key_Return)
        asking.field.setText("  ")
        QTest.keyClick(asking.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert asking.isVisible()
