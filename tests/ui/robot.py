"""What anybody in front of a window does and sees."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot


class Robot:
    """Speaks of deeds on one widget; waits until what it looks for is there."""

    def __init__(self, place: QWidget, qtbot: QtBot) -> None:
        self._place = place
        self._qtbot = qtbot

    def presses(self, words: str) -> None:
        """Press a button by its words, or by what it is called for those who can't see it."""
        self.may_press(words)
        button = self._button(words)
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def presses_keys(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        focused: QWidget | None = self._place.window().focusWidget()
        QTest.keyClick(self._place if focused is None else focused, key, modifier)

    def fills(self, label: str, text: str) -> None:
        (entry,) = (
            each for each in self._place.findChildren(QLineEdit) if each.accessibleName() == label
        )
        entry.clear()
        QTest.keyClicks(entry, text)

    def reads(self, *words: str) -> None:
        """See each of these, painted or written."""
        for each in words:
            self.waits(partial(self._shows, each), each)

    def reads_not(self, words: str) -> None:
        self.waits(lambda: words not in self.text(), words)

    def may_press(self, words: str) -> None:
        self.waits(lambda: self._button(words) is not None, words)

    def may_not_press(self, words: str) -> None:
        self.waits(lambda: self._button(words) is None, words)

    def text(self) -> str:
        """Give all that can be read, what is painted included."""
        parts = []
        for widget in self._place.findChildren(QWidget):
            if widget.isVisible():
                parts.append(widget.text() if isinstance(widget, QLabel) else "")
                parts.append(widget.accessibleName())
        return "\n".join(filter(None, parts))

    def waits(self, seen: Callable[[], bool], what: str = "") -> None:
        """Wait until something is so."""

        def look() -> None:
            assert seen(), f"{what!r} is not in:\n{self.text()}"

        self._qtbot.waitUntil(look, timeout=20_000)

    def button_where(self, fits: Callable[[QAbstractButton], bool]) -> QAbstractButton | None:
        """Find a button that can be pressed now."""
        for button in self._place.findChildren(QAbstractButton):
            if fits(button) and button.isVisible() and button.isEnabled():
                return button
        return None

    def _shows(self, words: str) -> bool:
        return words in self.text()

    def _button(self, words: str) -> QAbstractButton | None:
        return self.button_where(lambda each: words in (each.text(), each.accessibleName()))
