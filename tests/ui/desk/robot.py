"""What somebody at the Desk does and sees."""

from __future__ import annotations

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.robot import Robot
from ui.desk.page import DeskPage


class DeskRobot(Robot):
    """Scans, and types names."""

    def __init__(self, page: DeskPage, qtbot: QtBot) -> None:
        super().__init__(page, qtbot)
        self.page = page

    def scans(self, code: str) -> None:
        self.page.scan(code)

    def types(self, text: str) -> None:
        self.page.field.setFocus()
        self.page.field.entry.clear()
        QTest.keyClicks(self.page.field.entry, text)
