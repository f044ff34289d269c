"""The rules of the floor in the window: said in words, kept, refused in place, taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.floor.rules import FloorRules, floor_rules
from tests.app.floor.running import RunningDay
from tests.ui.floor.attention_robot import AttentionRobot
from tests.ui.floor.floor_robot import FloorRobot
from tests.ui.robot import Robot
from ui.entries import FLOOR
from ui.floor.attention_panel import AttentionPanel
from ui.floor.rules_dialog import FloorRulesDialog
from ui.floor.rules_words import freeze_words, left_words, soon_words
from ui.workplace import Workplace

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing the keyboard|propagateSizeHints)"
)
_WORDS = "Rules of the floor…"


class Asked(Robot):
    """At the open dialog."""

    def __init__(self, dialog: FloorRulesDialog, qtbot: QtBot) -> None:
        super().__init__(dialog, qtbot)
        self.dialog = dialog


class RulesRobot(FloorRobot):
    """Somebody who says how the floor is watched."""

    def __init__(self, workplace: Workplace, day: RunningDay, qtbot: QtBot) -> None:
        super().__init__(workplace.floor, qtbot)
        self.workplace, self._day = workplace, day
        workplace.show_page(FLOOR)
        self.comes()

    @property
    def rules(self) -> FloorRules:
        with self._day.journal.reading() as session:
            return floor_rules(session)

    def asks(self) -> Asked:
        """Open the dialog from the menu in the head of the page."""
        menu = self.page.head.change
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton)
        action = next(each for each in menu.menu_below.actions() if each.text() == _WORDS)
        menu.menu_below.close()
        action.trigger()
        self.waits(lambda: bool(self._open()), "the dialog")
        return Asked(self._open()[0], self._qtbot)

    def sees_no_dialog(self) -> None:
        self.waits(lambda: not self._open(), "the end of the dialog")

    def watches(self) -> AttentionRobot:
        panel = self.page.findChild(AttentionPanel)
        assert panel is not None
        return AttentionRobot(panel, self._qtbot)

    def _open(self) -> list[FloorRulesDialog]:
        found = self.workplace.findChildren(FloorRulesDialog)
        return [each for each in found if each.isVisible()]


@pytest.fixture
def manager(day: RunningDay, workplace: Workplace, qtbot: QtBot) -> RulesRobot:
    day.meets("Ada", "Bo", "11:05", "9")
    day.is_now("10:30")
    day.comes("Ada")
    return RulesRobot(workplace, day, qtbot)


def test_what_needs_attention_earlier_is_seen_at_once_and_taken_back(
    manager: RulesRobot,
) -> None:
    watching = manager.watches()
    watching.sees_signs()
    asked = manager.asks()
    dialog = asked.dialog
    assert dialog.said == FloorRules()
    assert QApplication.focusWidget() is dialog.soon

    QTest.keyClicks(dialog.soon, "40")
    asked.reads(soon_words(FloorRules(soon_minutes=40)))
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    manager.is_told("The rules of the floor stand.")
    manager.sees_no_dialog()
    assert manager.rules == FloorRules(soon_minutes=40)
    watching.card("Bo Of has not checked in. Ada Of is here.")
    (toast,) = manager.workplace.frame.toasts.shown
    toast.undo.click()
    watching.sees_signs()
    assert manager.rules == FloorRules()


def test_minutes_that_nobody_plans_ahead_are_refused_in_place(manager: RulesRobot) -> None:
    asked = manager.asks()
    dialog = asked.dialog
    assert not dialog.left.isEnabled()
    dialog.left_by.setCurrentIndex(1)
    dialog.left.setValue(300)
    asked.presses("Keep rules")

    asked.reads("Minutes are from 0 to 240, not 300. Nothing was changed.")
    assert QApplication.focusWidget() is dialog.left
    assert manager.rules == FloorRules()
    QTest.keyClicks(dialog.left, "12")
    asked.reads_not("Nothing was changed.")
    asked.presses("Keep rules")

    manager.is_told("The rules of the floor stand.")
    assert manager.rules == FloorRules(left_minutes=12)


def test_only_what_was_changed_is_written(manager: RulesRobot) -> None:
    manager.asks().presses("Keep rules")
    manager.sees_no_dialog()
    assert manager.told == []


def test_each_rule_is_said_in_words_as_it_stands() -> None:
    none = FloorRules(0, 0, 0)
    assert [words(FloorRules()) for words in (soon_words, freeze_words, left_words)] == [
        "A side that has not checked in needs your attention 15 min before their start.",
        "Proposals move nothing that starts within 10 min. You still can, by hand.",
        (
            "Somebody is sent to a new meeting in a slot that runs only while a third of it is "
            "left, and 5 min at least."
        ),
    ]
    assert [words(none) for words in (soon_words, freeze_words, left_words)] == [
        "Whoever has not checked in needs your attention once their meeting runs.",
        "Proposals may move each meeting that has not begun.",
        "Somebody may be sent to a new meeting in a slot until it ends.",
    ]
    assert "at least 12 min of it are left" in left_words(FloorRules(left_minutes=12))
