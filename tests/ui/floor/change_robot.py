"""What somebody does who changes the day at once, and what they are told before."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QSpinBox
from pytestqt.qtbot import QtBot

from tests.ui.floor.floor_robot import FloorRobot
from tests.ui.robot import Robot
from ui.floor.changes.changing import Changing
from ui.floor.changes.dialog import DONE, ChangeDialog
from ui.floor.changes.rows import Consequence
from ui.floor.history_dialog import HistoryDialog
from ui.floor.page import FloorPage

_CONTROL = Qt.KeyboardModifier.ControlModifier


class Preview(Robot):
    """At an open preview. A meeting is named by its number or by who is in it."""

    def __init__(self, dialog: ChangeDialog, qtbot: QtBot) -> None:
        super().__init__(dialog, qtbot)
        self.dialog = dialog
        QAbstractItemModelTester(dialog.table.records, dialog)

    @property
    def rows(self) -> tuple[Consequence, ...]:
        """The consequences that are listed."""
        return self.dialog.table.records.records

    def says(self, label: str, text: str) -> None:
        """Choose or type what a field says."""
        for field in self.dialog.findChildren(QComboBox):
            if field.accessibleName() == label:
                at = next(at for at in range(field.count()) if text in field.itemText(at))
                field.setCurrentIndex(at)
                return
        for spin in self.dialog.findChildren(QSpinBox):
            if spin.accessibleName() == label:
                spin.setValue(int(text))
                return
        self.types(label, text)

    def types(self, label: str, text: str) -> None:
        fields = self.dialog.findChildren(QLineEdit)
        field = next(each for each in fields if each.accessibleName() == label)
        field.setFocus()
        field.clear()
        QTest.keyClicks(field, text)

    def types_minutes(self, text: str) -> None:
        """Type into the field as it stands, as somebody does who sees the preview open."""
        (spin,) = self.dialog.findChildren(QSpinBox)
        self.waits(lambda: self.dialog.focusWidget() is spin, "the focus on the minutes")
        QTest.keyClicks(spin, text)

    def is_told(self, who: str, becomes: str) -> Consequence:
        """See what becomes of somebody's meeting."""
        self.waits(lambda: any(self._is(each, who, becomes) for each in self.rows), str(self.rows))
        return next(each for each in self.rows if self._is(each, who, becomes))

    def answers(self, who: str, what: str) -> None:
        """Say what becomes of a meeting instead."""
        row = next(at for at, each in enumerate(self.rows) if who in each.who)
        self.dialog.table.selectRow(row)
        choice = self.dialog.answer.choice

        def offered() -> list[int]:
            return [at for at in range(choice.count()) if what in choice.itemText(at)]

        self.waits(lambda: bool(offered()), what)
        choice.setCurrentIndex(offered()[0])
        choice.activated.emit(offered()[0])

    def confirms(self) -> None:
        """Confirm by the key, and see the preview go."""
        self.waits(self.dialog.confirm.isEnabled, "what is to be confirmed")
        assert self.dialog.confirm.key == DONE
        QTest.keyClick(self.dialog, Qt.Key.Key_Return, _CONTROL)

    def can_not_confirm(self) -> None:
        self.waits(lambda: not self.dialog.confirm.isEnabled(), "nothing to confirm")

    @staticmethod
    def _is(row: Consequence, who: str, becomes: str) -> bool:
        return who in row.who and becomes in row.becomes


class ChangeRobot(FloorRobot):
    """At the page of the floor, with previews and histories over it."""

    def __init__(self, page: FloorPage, changing: Changing, qtbot: QtBot) -> None:
        super().__init__(page, qtbot)
        self.changing = changing

    def chooses(self, words: str) -> None:
        """Choose from the menu in the head of the page."""
        QTest.mouseClick(self.page.head.change, Qt.MouseButton.LeftButton)
        self._takes(self.page.head.change.menu_below, words)

    def chooses_of_table(self, table: str, words: str) -> None:
        """Choose from the menu of a table's row, opened by the menu key."""
        self.page.grid.choose(self.cell(table, "11:05")[0], 0)
        QTest.keyClick(self.page.grid, Qt.Key.Key_Menu)
        (menu,) = (each for each in self.page.grid.findChildren(QMenu) if each.isVisible())
        self._takes(menu, words)

    def right_clicks(self, table: str, words: str) -> None:
        """Choose from the menu of a table, opened at its head."""
        header = self.page.grid.tables
        row = self.cell(table, "11:05")[0]
        at = header.viewport().rect().topLeft()
        at.setY(header.sectionViewportPosition(row) + 10)
        header.customContextMenuRequested.emit(at)
        (menu,) = (each for each in self.page.grid.findChildren(QMenu) if each.isVisible())
        self._takes(menu, words)

    def sees_preview(self) -> Preview:
        """See that a preview is open."""
        dialogs = self.page.window().findChildren(ChangeDialog)
        (dialog,) = (each for each in dialogs if each.isVisible())
        return Preview(dialog, self._qtbot)

    def asks(self, words: str) -> Preview:
        """Come to the page, and open the preview of a change of the day."""
        self.comes()
        self.chooses(words)
        return self.sees_preview()

    def gives_up(self, preview: Preview) -> None:
        """Leave a preview, and see it go."""
        preview.presses("Cancel")
        self.sees_no_preview()

    def sees_no_preview(self) -> None:
        window = self.page.window()
        self.waits(
            lambda: not any(each.isVisible() for each in window.findChildren(ChangeDialog)),
            "the end of the preview",
        )

    def reads_history(self) -> list[str]:
        """Read what was done, the newest first, and close the list."""
        dialogs = self.page.window().findChildren(HistoryDialog)
        (dialog,) = (each for each in dialogs if each.isVisible())
        QAbstractItemModelTester(dialog.records, dialog)
        self.waits(lambda: bool(dialog.records.records), "a history")
        said = [each.what for each in dialog.records.records]
        dialog.close_it.click()
        return said

    def _takes(self, menu: QMenu, words: str) -> None:
        action = next(each for each in menu.actions() if each.text() == words)
        menu.close()
        action.trigger()
