"""The small fields of the whole hall: each state has a colour and a shape of its own."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from ui.common.look import Look
from ui.floor.sheet import Tone

_FILLS: Mapping[Tone, tuple[str, str, str]] = {
    Tone.PLANNED: ("surface", "ctl-line", "text-3"),
    Tone.BOTH_HERE: ("surface", "ok", "ok"),
    Tone.CALLED: ("ok-soft", "ok", "ok"),
    Tone.RUNNING: ("accent", "accent", "accent-on"),
    Tone.MISSING: ("warn", "warn", "warn-on"),
    Tone.NO_SHOW: ("bad", "bad", "bad-on"),
    Tone.MISSED: ("surface", "bad-line", "bad-text"),
    Tone.MOVED: ("move-soft", "move", "move-text"),
    Tone.HELD: ("hover", "", "text-3"),
    Tone.CANCELLED: ("surface", "line-strong", "text-3"),
    Tone.FREE: ("free", "", ""),
    Tone.CLOSED: ("sunken", "", "text-3"),
}
"""Ground, outline and sign."""


def paint_field(painter: QPainter, area: QRectF, tone: Tone, look: Look) -> None:
    """Paint a field with its sign in the middle."""
    fill, outline, ink = _FILLS[tone]
    if look.is_dark and tone is Tone.FREE:
        outline = "line"
    painter.setPen(QPen(look.colour(outline), 1) if outline else Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(fill))
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
    if not ink:
        return
    size = min(area.width(), area.height()) * 0.5
    sign = QRectF(0, 0, size, size)
    sign.moveCenter(area.center())
    painter.setPen(QPen(look.colour(ink), 2 if tone is Tone.MISSING else 1.4))
    painter.setBrush(look.colour(ink))
    _paint_sign(painter, sign, tone)


def _paint_sign(painter: QPainter, sign: QRectF, tone: Tone) -> None:
    middle = sign.center()
    if tone in _LINES:
        painter.drawLines([_within(sign, *each) for each in _LINES[tone]])
        return
    if tone is Tone.RUNNING:
        painter.setPen(Qt.PenStyle.NoPen)
        corners = (sign.topLeft(), sign.bottomLeft(), QPointF(sign.right(), middle.y()))
        painter.drawPolygon(QPolygonF([each + QPointF(0.5, 0) for each in corners]))
        return
    if tone is Tone.PLANNED:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(sign.adjusted(0.5, 0.5, -0.5, -0.5))


_LINES: Mapping[Tone, tuple[tuple[float, float, float, float], ...]] = {
    Tone.MISSING: ((0.5, -0.3, 0.5, 0.6), (0.5, 1.1, 0.5, 1.15)),
    Tone.NO_SHOW: ((0, 0, 1, 1), (0, 1, 1, 0)),
    Tone.MISSED: ((0, 0, 1, 1), (0, 1, 1, 0)),
    Tone.MOVED: ((0, 0.5, 1, 0.5), (0.55, 0.1, 1, 0.5), (0.55, 0.9, 1, 0.5)),
    Tone.HELD: ((0, 0.55, 0.4, 0.95), (0.4, 0.95, 1, 0.1)),
    Tone.CANCELLED: ((0, 0.5, 1, 0.5),),
    Tone.CLOSED: ((0, 1, 1, 0),),
}
"""From where to where, in shares of the sign."""


def _within(sign: QRectF, left: float, top: float, right: float, bottom: float) -> QLineF:
    x, y, wide, tall = sign.x(), sign.y(), sign.width(), sign.height()
    return QLineF(x + left * wide, y + top * tall, x + right * wide, y + bottom * tall)
