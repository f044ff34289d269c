"""What the signs of the whole hall mean, below it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.common.lettering import LABEL, font
from ui.common.look import Look
from ui.common.painting import Ink, paint_text
from ui.floor.hall_fields import paint_field
from ui.floor.sheet import Tone
from ui.floor.words import TONE_WORDS

_RIM, _LINE, _FIELD = 16, 24, QSize(22, 16)
_TONES = tuple(tone for tone in Tone if tone is not Tone.MISSED)


class HallLegend(QWidget):
    """Each sign beside its word, in as many lines as they need."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName("Signs: " + ", ".join(TONE_WORDS[each] for each in _TONES))
        look.changed.connect(self.update)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(round(self._places()[-1].y()) + _LINE + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for tone, corner in zip(_TONES, self._places(), strict=True):
            field = QRectF(corner + QPointF(0, (_LINE - _FIELD.height()) / 2), _FIELD)
            paint_field(painter, field, tone, self._look)
            room = QRectF(field.right() + 6, corner.y(), 120, _LINE)
            paint_text(painter, room, TONE_WORDS[tone], Ink(LABEL, "text-2"), self._look)
        painter.end()

    def _places(self) -> list[QPointF]:
        metrics = QFontMetricsF(font(LABEL))
        x, y, places = float(_RIM), 4.0, []
        for tone in _TONES:
            wide = _FIELD.width() + 6 + metrics.horizontalAdvance(TONE_WORDS[tone]) + 16
            if x + wide > self.width() - _RIM and x > _RIM:
                x, y = float(_RIM), y + _LINE
            places.append(QPointF(x, y))
            x += wide
        return places
