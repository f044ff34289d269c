"""The day until which something is to be done, typed in a hurry."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QFocusEvent
from PySide6.QtWidgets import QLineEdit, QMenu

from ui.common.lettering import BODY, font
from ui.common.look import Look
from ui.common.parts import restyle
from ui.common.times import day_words
from ui.outcomes.days import day_shown, read_day

_USUAL = ((7, "In a week"), (14, "In two weeks"), (28, "In four weeks"))


class DayField(QLineEdit):
    """Takes ``30``, ``30.3``, ``fri``, ``+14``. ``typed`` carries the day, and the text if none."""

    typed = Signal(object, str)

    def __init__(self, look: Look, today: Callable[[], date]) -> None:
        super().__init__()
        self._look, self._today = look, today
        self._day: date | None = None
        self._mark = QAction(self)
        self._menu = QMenu(self)
        self.setFont(font(BODY))
        self.setAccessibleName("Follow-up, day")
        self.setToolTip("30, 30.3, fri, +14 or +2w")
        self.setPlaceholderText("30.3 or +14")
        self.addAction(self._mark, QLineEdit.ActionPosition.TrailingPosition)
        self._mark.triggered.connect(self._offer)
        self.textEdited.connect(self._read)
        look.changed.connect(self._draw)
        self._draw()

    def show_day(self, day: date | None, unread: str) -> None:
        """Show a day, or what was typed in place of one."""
        self._day = day
        text = unread or day_shown(day, self._today())
        # Not while somebody types there: the day may be read already, and the text not be whole.
        if not self.hasFocus() or not self.isModified():
            show_from_start(self, text)
        self._set_wrong(wrong=bool(unread) and not self.hasFocus())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        unread = self.text().strip() if self._read_text() is None else ""
        if not unread:
            show_from_start(self, day_shown(self._day, self._today()))
        self._set_wrong(wrong=bool(unread))

    def _read_text(self) -> date | None:
        text = self.text()
        if self._day is not None and text == day_shown(self._day, self._today()):
            return self._day
        return read_day(text, self._today())

    def _read(self, text: str) -> None:
        self._day = self._read_text()
        unread = text.strip() if self._day is None else ""
        self._set_wrong(wrong=False)
        self.typed.emit(self._day, unread)

    def _offer(self) -> None:
        self._menu.clear()
        today = self._today()
        for days, words in _USUAL:
            day = today + timedelta(days=days)
            action = self._menu.addAction(f"{words}: {day_words(day)}")
            action.triggered.connect(lambda _on=False, day=day: self._take(day))
        if self._day is not None:
            self._menu.addAction("No day").triggered.connect(lambda: self._take(None))
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _take(self, day: date | None) -> None:
        self._day = day
        show_from_start(self, day_shown(day, self._today()))
        self._set_wrong(wrong=False)
        self.typed.emit(day, "")

    def _set_wrong(self, *, wrong: bool) -> None:
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            restyle(self)

    def _draw(self) -> None:
        self._mark.setIcon(self._look.icon("calendar-days"))


def show_from_start(field: QLineEdit, text: str) -> None:
    """Put a text into a field so that its beginning is seen, where there is no room for all."""
    field.setText(text)
    if not field.hasFocus():
        field.setCursorPosition(0)
