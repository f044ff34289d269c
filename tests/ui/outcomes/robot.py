"""What somebody does and sees who records what came of meetings."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.robot import Robot
from ui.common.parts import Elided
from ui.outcomes.columns import At
from ui.outcomes.page import OutcomesPage
from ui.outcomes.rows import Row

_KEYS = {"Enter": Qt.Key.Key_Return, "Esc": Qt.Key.Key_Escape, "Tab": Qt.Key.Key_Tab}


class OutcomeRobot(Robot):
    """Names a meeting by its id; strikes keys where the focus is, as a keyboard does."""

    def __init__(self, page: OutcomesPage, qtbot: QtBot) -> None:
        super().__init__(page, qtbot)
        self.page = page
        self.told: list[str] = []
        page.told.connect(lambda news: self.told.append(news.text))

    def comes(self) -> None:
        """Come to the page, and see the day."""
        self.page.show()
        self.page.activateWindow()
        self.page.arrive()
        self.waits(lambda: self.page.day is not None, "the day")

    def strikes(self, *keys: str | Qt.Key) -> None:
        """Strike keys one after another: letters, or keys by name."""
        for key in keys:
            focused = QApplication.focusWidget()
            assert focused is not None, "nothing has the focus"
            if isinstance(key, Qt.Key):
                QTest.keyClick(focused, key)
            elif key in _KEYS:
                QTest.keyClick(focused, _KEYS[key])
            else:
                QTest.keyClicks(focused, key)

    @property
    def field(self) -> str:
        """What the field is called that has the focus; blank if none has it."""
        focused = QApplication.focusWidget()
        return focused.accessibleName() if isinstance(focused, QLineEdit) else ""

    @property
    def shown(self) -> list[UUID]:
        """The meetings in the table, from above."""
        return [each.id for each in self.page.table.records.records]

    def row(self, meeting: UUID) -> Row:
        return self.page.table.records.records[self.shown.index(meeting)]

    def cell(self, meeting: UUID, column: At) -> str:
        """Read a cell."""
        model = self.page.table.records
        text: str = model.index(self.shown.index(meeting), column).data()
        return text

    def reads_of(self, meeting: UUID, said: str, column: At = At.OUTCOME) -> None:
        """See what stands in a cell, as soon as it does."""
        self.waits(lambda: self.cell(meeting, column) == said, f"{said} in {column.name}")

    def has_open(self, meeting: UUID | None) -> None:
        """See that the card of a meeting is open, or none."""

        def is_open() -> bool:
            row, card = self.page.table.open_row, self.page.card
            if meeting is None:
                return row is None and card.isHidden()
            is_shown = card.shown is not None and card.shown.id == meeting and card.isVisible()
            return row is not None and row.id == meeting and is_shown

        self.waits(is_open, str(meeting))

    def has_saved(self) -> None:
        """Wait until nothing is on its way to the file."""
        self.waits(lambda: not self.page.drafts.is_saving, "saved")

    def notes(self, words: str) -> None:
        """See that the card says something beyond its fields."""
        self.waits(lambda: words in self.notices, words)

    @property
    def notices(self) -> str:
        """What the card says beyond its fields."""
        lines = [
            each
            for part in (self.page.card.notices, self.page.card.told)
            for each in part.findChildren(Elided)
        ]
        return "\n".join(each.text() for each in lines if not each.isHidden())
