"""The field of the Desk: scans are seen here, names are typed here."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from app.checkin.codes import is_whole
from ui.common.lettering import ENTRY, font
from ui.common.look import Look
from ui.common.parts import Picture, row
from ui.common.pressable import is_enter
from ui.desk.lamp import Lamp


class ScanField(QWidget):
    """Takes what is typed. ``searched`` follows the typing, ``submitted`` is Enter.

    A whole code that ends with Enter is ``scanned``: by hand, or so slowly that a person could be
    at the keys.
    """

    searched = Signal(str)
    submitted = Signal(str)
    scanned = Signal(str)
    left_downwards = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.entry = _Entry()
        self.entry.setPlaceholderText("Scan a badge, or type a name")
        self.entry.setAccessibleName("Scan a badge, or type a name")
        self.lamp = Lamp(look)
        self._mark = Picture(look, "scan-line", "accent", 24)
        self.setLayout(row(self._mark, self.entry, self.lamp, gap=12, margins=(18, 0, 12, 0)))
        self.setFixedHeight(56)
        self.setFocusProxy(self.entry)
        self.entry.textEdited.connect(self.searched)
        self.entry.submitted.connect(self._submit)
        self.entry.focus_changed.connect(self.update)
        self.entry.left_downwards.connect(self.left_downwards)
        look.changed.connect(self.update)

    def clear(self) -> None:
        """Empty the field, for good: undo is for what was done, not for what was typed."""
        self.entry.setText("")

    def sizeHint(self) -> QSize:
        return QSize(600, 56)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.entry.hasFocus()
        width = 2 if focused else 1
        painter.setPen(QPen(self._look.colour("accent" if focused else "ctl-line"), width))
        painter.setBrush(self._look.colour("surface"))
        half = width / 2
        painter.drawRoundedRect(self.rect().toRectF().adjusted(half, half, -half, -half), 12, 12)
        painter.end()

    def _submit(self) -> None:
        text = self.entry.text()
        (self.scanned if is_whole(text) else self.submitted).emit(text)


class _Entry(QLineEdit):
    submitted = Signal()
    focus_changed = Signal()
    left_downwards = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "bare")
        self.setFont(font(ENTRY))
        self.setMaxLength(200)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.submitted.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()
