"""Marks that stand before a name or a word, each with a shape of its own."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from app.delegates.groups import STRIPED_COLOURS
from ui.common.look import Look

STATE_WORDS = {
    "here": "Here",
    "left": "Left for a while",
    "expected": "Not here yet",
    "place_taken": "Place taken over",
    "received": "Not accepted yet",
    "waiting": "Waiting list",
    "declined": "Declined",
    "withdrawn": "Cancelled",
}
"""Where a delegate stands on a day, in words."""


def paint_state(painter: QPainter, area: QRectF, state: str, look: Look) -> None:
    """Paint the mark of a delegate's state, 9 pixels across, in the middle of an area.

    ● here, ○ expected, thick ring left for a while, ? not decided, × does not come.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = area.center()
    match state:
        case "here":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("ok"))
            painter.drawEllipse(middle, 4.5, 4.5)
        case "expected":
            _ring(painter, middle, look.colour("text-3"), 1.5)
        case "left":
            _ring(painter, middle, look.colour("warn-mark"), 2.5)
        case "received" | "waiting":
            painter.setPen(QPen(look.colour("warn-mark"), 2))
            painter.drawLine(middle - QPointF(4, 0), middle + QPointF(4, 0))
        case _:
            painter.setPen(QPen(look.colour("bad-text"), 2))
            painter.drawLine(middle - QPointF(3.5, 3.5), middle + QPointF(3.5, 3.5))
            painter.drawLine(middle - QPointF(3.5, -3.5), middle + QPointF(3.5, -3.5))
    painter.restore()


class StateMark(QWidget):
    """The mark of a delegate's state."""

    def __init__(self, look: Look, state: str = "expected") -> None:
        super().__init__()
        self._look = look
        self._state = state
        self.setFixedSize(QSize(14, 18))
        look.changed.connect(self.update)

    def show_state(self, state: str) -> None:
        """Show another state."""
        self._state = state
        self.setAccessibleName(STATE_WORDS.get(state, state))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_state(painter, QRectF(self.rect()), self._state, self._look)
        painter.end()


class Swatch(QWidget):
    """A delegation's colour; its name stands beside it."""

    def __init__(self, colour: str = "") -> None:
        super().__init__()
        self._colour = colour
        self.setFixedSize(12, 12)
        self.setVisible(bool(colour))

    def show_colour(self, colour: str) -> None:
        """Show another colour as ``#RRGGBB``; a blank shows none."""
        self._colour = colour
        self.setVisible(bool(colour))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        outline = self.palette().color(QPalette.ColorRole.PlaceholderText)
        paint_swatch(painter, QRectF(self.rect()), self._colour, outline)
        painter.end()


def paint_swatch(painter: QPainter, area: QRectF, colour: str, outline: QColor) -> None:
    """Paint a delegation's colour, striped from the eighth on.

    The outline has 3:1 or more in each theme, which not every delegation's colour has.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QPainterPath()
    shape.addRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.fillPath(shape, QColor(colour))
    if colour in STRIPED_COLOURS:
        painter.setClipPath(shape)
        painter.setPen(QPen(QColor("white"), 2))
        for across in (-0.25, 0.25, 0.75):
            left = area.x() + across * area.width()
            painter.drawLine(QPointF(left, area.bottom()), QPointF(left + area.width(), area.top()))
        painter.setClipping(False)
    painter.strokePath(shape, QPen(outline, 1))
    painter.restore()


def _ring(painter: QPainter, middle: QPointF, colour: QColor, thick: float) -> None:
    painter.setPen(QPen(colour, thick))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = 4.75 - thick / 2
    painter.drawEllipse(middle, radius, radius)
