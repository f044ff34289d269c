"""What the grid says of each place while a meeting is carried to another."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.common.lettering import CELL, CELL_STRONG
from ui.common.look import Look
from ui.common.painting import CARD_ROUND, Ink, paint_text
from ui.floor.paint import paint_closed

FADED = 0.38
"""How much is left of what nothing can be dropped on."""


class Way(Enum):
    """What may be done with a place."""

    NONE = auto()
    """Nothing: it fades."""
    OPEN = auto()
    SWAP = auto()
    """The two meetings may change places."""
    BARRED = auto()
    FROM = auto()
    """It was taken from here."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What may be done, and why or why not."""

    way: Way
    words: str = ""


class Marks(Protocol):
    """Knows what may be done with each place."""

    def mark(self, row: int, column: int) -> Mark:
        """Give the mark of a cell."""


def paint_mark(painter: QPainter, area: QRectF, mark: Mark, look: Look, *, is_chosen: bool) -> None:
    """Paint a place that takes the meeting, or says why not."""
    shape = area.adjusted(1, 1, -1, -1)
    if mark.way is Way.BARRED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(shape, CARD_ROUND, CARD_ROUND)
        paint_closed(painter, area.adjusted(0.5, 0.5, -0.5, -0.5), look)
        _paint_words(painter, area, mark.words, look, ("ban", "text-2"))
    elif mark.way is Way.FROM:
        pen = QPen(look.colour("ctl-line"), 1)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), CARD_ROUND, CARD_ROUND)
        paint_text(painter, area.adjusted(14, 0, -8, 0), mark.words, Ink(CELL, "text-2"), look)
    else:
        pen = QPen(look.colour("accent"), 2)
        if not is_chosen:
            pen.setDashPattern([2.5, 2])
        painter.setPen(pen)
        painter.setBrush(look.colour("accent-soft" if is_chosen else "surface"))
        painter.drawRoundedRect(shape, CARD_ROUND, CARD_ROUND)
        icon = "check" if mark.way is Way.OPEN else "arrow-left-right"
        _paint_words(painter, area, mark.words, look, (icon, "accent-text"))


def paint_swap_hint(painter: QPainter, area: QRectF, look: Look) -> None:
    """Mark a taken place whose meeting could change places with the one that is carried."""
    ground = QRectF(area.right() - 26, area.y() + 3, 22, 19)
    painter.fillRect(ground, look.colour("surface"))
    icon = look.pixmap("arrow-left-right", "accent", 14)
    painter.drawPixmap(ground.topLeft() + QPointF(4, 2.5), icon)


def _paint_words(
    painter: QPainter, area: QRectF, words: str, look: Look, icon: tuple[str, str]
) -> None:
    name, colour = icon
    lettering = CELL_STRONG if colour == "accent-text" else CELL
    room = area.adjusted(38, 0, -8, 0)
    if colour != "accent-text":
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(area.adjusted(10, 11, -10, -11), 4, 4)
        painter.restore()
    painter.drawPixmap(
        area.topLeft() + QPointF(14, (area.height() - 14) / 2), look.pixmap(name, colour, 14)
    )
    paint_text(painter, room, words, Ink(lettering, colour), look)
