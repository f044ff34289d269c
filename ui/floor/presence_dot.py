"""Where somebody stands for a meeting, as a dot."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.floor.states import Attendance
from ui.common.look import Look
from ui.floor.paint import paint_dot
from ui.floor.sheet import Tone
from ui.floor.words import ATTENDANCE_WORDS


class PresenceDot(QWidget):
    """Where somebody stands for a meeting."""

    def __init__(self, look: Look, stands: Attendance) -> None:
        super().__init__()
        self._look, self._stands = look, stands
        self.setFixedSize(14, 20)
        self.setAccessibleName(ATTENDANCE_WORDS[stands])
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = Tone.MISSING if self._stands is Attendance.LATE else Tone.PLANNED
        paint_dot(painter, QPointF(7, 10), self._stands, tone, self._look)
        painter.end()
