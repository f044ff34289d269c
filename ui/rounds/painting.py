"""Paints the card of a table with whoever sits at it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from app.meetings.attendees import Someone
from ui.common.lettering import CELL, LABEL, LABEL_STRONG, font
from ui.common.look import Look
from ui.common.painting import Ink, paint_text
from ui.rounds.places import HEAD, ROW

_INSET, _ICON = 12, 14
_NAME_SHARE = 0.78
_RIGHT = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Shown:
    """A table: who sits there, who of them is not here, and which lines stand out; -1: none."""

    number: int
    people: tuple[Someone, ...]
    missing: Collection[UUID]
    carried: int = -1
    mark: int = -1
    may_swap: bool = False

    def with_mark(self, line: int, *, may_swap: bool) -> Shown:
        """Give the same with a mark on a line."""
        return replace(self, mark=line, may_swap=may_swap)


def paint_card(painter: QPainter, area: QRectF, shown: Shown, look: Look) -> None:
    """Paint a table."""
    painter.setPen(QPen(look.colour("line"), 1))
    painter.setBrush(look.colour("surface"))
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
    head = QRectF(area.x() + _INSET, area.y() + 4, area.width() - 2 * _INSET, HEAD - 6)
    paint_text(painter, head, f"Table {shown.number}", Ink(LABEL_STRONG, "text-2"), look)
    count = str(len(shown.people)) if shown.people else "Nobody"
    paint_text(painter, head, count, Ink(LABEL, "text-2", _RIGHT), look)
    for line, each in enumerate(shown.people):
        row = QRectF(area.x() + 1, area.y() + HEAD + line * ROW, area.width() - 2, ROW)
        _ground(painter, row, shown, line, look)
        _person(painter, row, each, is_missing=each.id in shown.missing, look=look)


def _ground(painter: QPainter, row: QRectF, shown: Shown, line: int, look: Look) -> None:
    inner = row.adjusted(3, 1, -3, -1)
    if line == shown.carried:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("accent-soft"))
        painter.drawRoundedRect(inner, 6, 6)
    if line == shown.mark:
        style = Qt.PenStyle.DashLine if shown.may_swap else Qt.PenStyle.SolidLine
        painter.setPen(QPen(look.colour("accent"), 2, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inner, 6, 6)


def _person(painter: QPainter, row: QRectF, who: Someone, *, is_missing: bool, look: Look) -> None:
    room = row.adjusted(_INSET - 1, 0, -_INSET + 1, 0)
    if is_missing:
        at = QPointF(room.right() - _ICON, room.center().y() - _ICON / 2)
        painter.drawPixmap(at, look.pixmap("user-x", "warn-text", _ICON))
        room.setRight(room.right() - _ICON - 8)
    name = who.name or "Somebody"
    wanted = QFontMetricsF(font(CELL)).horizontalAdvance(name) + 1
    wide = min(wanted, room.width() if not who.organisation else room.width() * _NAME_SHARE)
    beside = QRectF(room.x() + wide + 8, room.y(), room.width() - wide - 8, room.height())
    paint_text(painter, QRectF(room.x(), room.y(), wide, room.height()), name, Ink(CELL), look)
    paint_text(painter, beside, who.organisation, Ink(LABEL, "text-2"), look)
