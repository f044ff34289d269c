"""The program's own sign."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.common.look import Look


class Logo(QWidget):
    """Two who are joined: one here, one to come."""

    def __init__(self, look: Look, size: int = 32) -> None:
        super().__init__()
        self._look = look
        self._scale = size / 32
        self.setFixedHeight(size)
        self.setMinimumWidth(size)
        self.setAccessibleName("Matchdesk")
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate((self.width() - 32 * self._scale) / 2, 0)
        painter.scale(self._scale, self._scale)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("invert"))
        painter.drawRoundedRect(QRectF(0, 0, 32, 32), 8, 8)
        light = self._look.colour("invert-text")
        painter.setBrush(light)
        painter.drawEllipse(QPointF(10.5, 16), 4.7, 4.7)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(light, 1.9))
        painter.drawEllipse(QPointF(21.7, 16), 3.8, 3.8)
        painter.drawLine(QPointF(14, 16), QPointF(17.9, 16))
        painter.end()
