"""What several painted parts have in common."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from ui.common.lettering import Lettering, font
from ui.common.look import Look

CARD_ROUND = 6
"""How round the corners of a card of a meeting or a session are."""


@dataclass(frozen=True, slots=True)
class Ink:
    """How a text is painted: its letters, its colour by name, and on which side it stands."""

    lettering: Lettering
    colour: str = "text"
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Marks:
    """What a state looks like: the names of its colours in a look, and its icon; blank is none."""

    fill: str = "surface"
    outline: str = "line-strong"
    bar: str = ""
    text: str = "text"
    icon: str = ""
    icon_colour: str = "text-3"


def paint_text(painter: QPainter, area: QRectF, text: str, ink: Ink, look: Look) -> None:
    """Paint one line in the middle of an area's height, cut short where there is no room."""
    letters = font(ink.lettering)
    painter.setFont(letters)
    painter.setPen(look.colour(ink.colour))
    shown = QFontMetricsF(letters).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, ink.side | Qt.AlignmentFlag.AlignVCenter, shown)


def paint_hatch(painter: QPainter, shape: QRectF, look: Look) -> None:
    """Paint stripes within a card, as of a field that is out of bounds."""
    painter.save()
    path = QPainterPath()
    path.addRoundedRect(shape, CARD_ROUND, CARD_ROUND)
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(look.colour("line"), 4))
    x = shape.x() - shape.height()
    while x < shape.right():
        painter.drawLine(QPointF(x, shape.bottom() + 2), QPointF(x + shape.height(), shape.y() - 2))
        x += 12
    painter.restore()


def paint_bar(painter: QPainter, area: QRectF, share: float, look: Look, colour: QColor) -> None:
    """Paint how much of a whole there is; ``share`` is 0 to 1."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    round_by = area.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("sunken"))
    painter.drawRoundedRect(area, round_by, round_by)
    if share > 0:
        part = QRectF(area.x(), area.y(), max(area.width() * share, area.height()), area.height())
        painter.setBrush(colour)
        painter.drawRoundedRect(part, round_by, round_by)
