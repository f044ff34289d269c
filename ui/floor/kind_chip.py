"""The chip of a meeting's kind beside its title."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.common.look import Look
from ui.floor.paint import paint_kind


class KindChip(QWidget):
    """C2C, B2C or B2B."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._kind = ""
        self.setFixedSize(32, 22)
        look.changed.connect(self.update)

    def show_kind(self, kind: str) -> None:
        """Show another kind."""
        self._kind = kind
        self.setAccessibleName(kind)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_kind(painter, QPointF(31, 3), self._kind, self._look)
        painter.end()
