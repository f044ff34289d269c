"""Writing on the wall: lines that are cut or get smaller where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from ui.common.lettering import Lettering, font
from ui.common.look import Look

LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class WallInk:
    """Writes with one painter, in the colours of a look."""

    def __init__(self, painter: QPainter, look: Look) -> None:
        self._painter, self._look = painter, look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)

    def write(
        self,
        area: QRectF,
        text: str,
        lettering: Lettering,
        colour: str,
        side: Qt.AlignmentFlag = LEFT,
    ) -> float:
        """Write a line, cut where there is no room; give how wide it is."""
        letters = font(lettering)
        metrics = QFontMetricsF(letters)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width() + 1)
        self._painter.setFont(letters)
        self._painter.setPen(self._look.colour(colour))
        self._painter.drawText(area.adjusted(0, 0, 4, 0), side | _MIDDLE, shown)
        return metrics.horizontalAdvance(shown)

    def amber(self, area: QRectF, radius: float = 8) -> None:
        """Mark what is not as paper has it."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._look.colour("warn"))
        self._painter.drawRoundedRect(area, radius, radius)

    def rule(self, start: QPointF, end: QPointF) -> None:
        """Draw a line between rows."""
        self._painter.setPen(QPen(self._look.colour("line-strong"), 1))
        self._painter.drawLine(start, end)


def as_fits(text: str, lettering: Lettering, room: float, smallest: int) -> Lettering:
    """Give letters so small that a text has room, but no smaller than that."""
    width = width_of(text, lettering)
    if width <= room or not width:
        return lettering
    pixels = max(int(lettering.pixels * room / width), smallest)
    return Lettering(pixels, lettering.weight)


def width_of(text: str, lettering: Lettering) -> float:
    """Say how much room a text takes."""
    return QFontMetricsF(font(lettering)).horizontalAdvance(text)
