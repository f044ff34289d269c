"""The chip of a meeting's kind: C2C filled, B2C grey, B2B an outline, each with its letters."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.common.lettering import CHIP, font
from ui.common.look import Look

WIDTH, HEIGHT = 36, 20
_ROUND = 4
_FILL = {"c2c": "text-2", "b2c": "sunken"}
_INK = {"c2c": "surface"}


def paint_kind(painter: QPainter, area: QRectF, kind: str, look: Look) -> None:
    """Paint the chip at the left of an area, in the middle of its height."""
    chip = QRectF(area.x(), area.center().y() - HEIGHT / 2, WIDTH, HEIGHT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    filled = kind in _INK
    painter.setPen(Qt.PenStyle.NoPen if filled else QPen(look.colour("ctl-line"), 1))
    painter.setBrush(look.colour(_FILL[kind]) if kind in _FILL else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(chip if filled else chip.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
    painter.setFont(font(CHIP))
    painter.setPen(look.colour(_INK.get(kind, "text-2")))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, kind.upper())
    painter.restore()
