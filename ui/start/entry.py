"""An entry of a list that is pressed as a whole: what all of them do alike."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from ui.common.look import Look
from ui.common.pressable import Pressable, is_enter

BESIDE = 12


class Entry(Pressable):
    """As wide as its list and ``tall``. Enter opens it too: no scan is waited for before that."""

    def __init__(self, look: Look, tall: int) -> None:
        super().__init__(look)
        self.setFixedHeight(tall)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        lively = self.isEnabled() and (self.underMouse() or self.isDown())
        painter.setPen(
            QPen(self.look.colour("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen
        )
        painter.setBrush(self.look.colour("hover") if lively else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, 8, 8)
        self.paint_words(painter)
        painter.end()

    def line(self, top: float) -> QRectF:
        """Give where a line of words stands."""
        return QRectF(BESIDE, top, self.width() - 2.0 * BESIDE, 18)

    def paint_words(self, painter: QPainter) -> None:
        """Paint what the entry says."""
