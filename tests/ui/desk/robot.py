"""What somebody at the Desk does and sees."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.desk.page import DeskPage


class DeskRobot:
    """Speaks of deeds; waits until what it looks for is there."""

    def __init__(self, page: DeskPage, qtbot: QtBot) -> None:
        self.page = page
        self._qtbot = qtbot

    def scans(self, code: str) -> None:
        self.page.scan(code)

    def types(self, text: str) -> None:
        self.page.field.setFocus()
        self.page.field.entry.clear()
        QTest.keyClicks(self.page.field.entry, text)

    def fills(self, label: str, text: str) -> None:
        for entry in self.page.findChildren(QLineEdit):
            if entry.accessibleName() == label:
                entry.clear()
                QTest.keyClicks(entry, text)
                return
        raise AssertionError(label)

    def presses(self, words: str) -> None:
        self._waits(lambda: self._button(words) is not None)
        button = self._button(words)
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def presses_keys(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        QTest.keyClick(self.page.window().focusWidget(), key, modifier)

    def reads(self, *words: str) -> None:
        """See each of these, painted or written."""
        for each in words:
            self._waits(partial(self._shows, each), each)

    def reads_not(self, words: str) -> None:
        self._waits(lambda: words not in self.text(), words)

    def may_press(self, words: str) -> None:
        self._waits(lambda: self._button(words) is not None, words)

    def text(self) -> str:
        """Give all that can be read on the page, what is painted included."""
        parts = []
        for widget in self.page.findChildren(QWidget):
            if widget.isVisible():
                parts.append(widget.text() if isinstance(widget, QLabel) else "")
                parts.append(widget.accessibleName())
        return "\n".join(filter(None, parts))

    def _shows(self, words: str) -> bool:
        return words in self.text()

    def _button(self, words: str) -> QAbstractButton | None:
        for button in self.page.findChildren(QAbstractButton):
            named = words in (button.text(), button.accessibleName())
            if named and button.isVisible() and button.isEnabled():
                return button
        return None

    def _waits(self, seen: Callable[[], bool], what: str = "") -> None:
        def look() -> None:
            assert seen(), f"{what!r} is not in:\n{self.text()}"

        self._qtbot.waitUntil(look, timeout=10_000)
