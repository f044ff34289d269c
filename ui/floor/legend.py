"""What the marks of the grid mean, for whoever stands in for somebody."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.floor.states import Attendance
from ui.common.lettering import BODY, CELL, SECTION, font
from ui.common.look import Look
from ui.common.parts import Panel, Text, column, row
from ui.floor.paint import STYLES, paint_dot, paint_kind
from ui.floor.sheet import Tone
from ui.floor.words import ATTENDANCE_WORDS, TONE_WORDS

_TONES = tuple(tone for tone in Tone if tone not in {Tone.FREE, Tone.CLOSED, Tone.MISSED})
_KINDS = (
    ("C2C", "Cluster to cluster"),
    ("B2C", "Business to cluster"),
    ("B2B", "Business to business"),
)


class Legend(Panel):
    """The marks, each beside its word."""

    def __init__(self, look: Look) -> None:
        super().__init__("card")
        groups = (ATTENDANCE_WORDS.items(), [(each, TONE_WORDS[each]) for each in _TONES], _KINDS)
        layout = column(Text("Marks", SECTION), 4, gap=6, margins=16)
        for group in groups:
            for shown, word in group:
                layout.addLayout(row(_Sample(look, shown), Text(word, BODY), None))
            layout.addSpacing(8)
        self.setLayout(layout)


class _Sample(QWidget):
    def __init__(self, look: Look, shown: Attendance | Tone | str) -> None:
        super().__init__()
        self._look, self._shown = look, shown
        self.setFixedSize(36, 18)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(CELL))
        match self._shown:
            case Attendance():
                late = self._shown is Attendance.LATE
                tone = Tone.MISSING if late else Tone.PLANNED
                paint_dot(painter, QPointF(18, 9), self._shown, tone, self._look)
            case Tone():
                style = STYLES[self._shown]
                icon = self._look.pixmap(style.icon, style.icon_colour, 16)
                painter.drawPixmap(QPointF(10, 1), icon)
            case _:
                paint_kind(painter, QPointF(33, 1), self._shown, self._look)
        painter.end()
