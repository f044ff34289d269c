"""How the cells of the list of speakers are painted."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.common.lettering import CELL, CELL_STRONG
from ui.common.look import Look
from ui.common.marks import paint_state, paint_swatch
from ui.common.painting import Ink, paint_text
from ui.common.records import Column
from ui.speeches.rows import Row, Stands

FIRST, PAD = 20, 8
_MARK, _ICON = 22, 14
_SIGNS: Mapping[Stands, tuple[str, str]] = {
    Stands.SPOKEN: ("check", "ok-text"),
    Stands.SPEAKS: ("play", "accent-text"),
    Stands.NEXT: ("arrow-right", "accent-text"),
    Stands.SKIPPED: ("ban", "text-3"),
}
_QUIET = frozenset({Stands.SPOKEN, Stands.SKIPPED})


class At(IntEnum):
    """The columns."""

    PLACE = 0
    PLANNED = 1
    EXPECTED = 2
    NAME = 3
    ORGANISATION = 4
    DELEGATION = 5
    STATE = 6


def columns() -> tuple[Column[Row], ...]:
    """Give the columns with what a screen reader says of their cells."""
    return (
        Column("No.", lambda row: str(row.place)),
        Column("Planned", lambda row: row.planned),
        Column("Expected", lambda row: row.expected or "–"),
        Column("Speaker", lambda row: row.name),
        Column("Organisation", lambda row: row.organisation),
        Column("Delegation", lambda row: row.delegation),
        Column("State", lambda row: row.state),
    )


class Cells(QStyledItemDelegate):
    """Paints straight from the rows."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        area: QRect = option.rect
        column = At(index.column())
        row: Row = index.model().records[index.row()]  # type: ignore[attr-defined] # our own model
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(area, self._look.colour("accent-soft"))
        painter.fillRect(QRect(area.x(), area.bottom(), area.width(), 1), self._look.colour("line"))
        if column is At.PLACE and (chosen or row.stands is Stands.SPEAKS):
            bar = QRect(area.x(), area.y(), 3, area.height() - 1)
            painter.fillRect(bar, self._look.colour("accent"))
        left = FIRST if column is At.PLACE else PAD
        room = QRectF(area).adjusted(left, 0, -PAD, -1)
        self._write(painter, self._marked(painter, room, column, row), column, row)
        painter.restore()

    def _marked(self, painter: QPainter, room: QRectF, column: At, row: Row) -> QRectF:
        """Paint what stands before the words of a cell, and give the room that is left."""
        look, mark = self._look, QRectF(room.x(), room.y(), 14, room.height())
        if column is At.NAME:
            paint_state(painter, mark, "here" if row.is_here else "expected", look)
        elif column is At.DELEGATION and row.colour:
            swatch = QRectF(room.x(), room.center().y() - 6, 12, 12)
            paint_swatch(painter, swatch, row.colour, look.colour("text-3"))
        elif column is At.STATE and row.stands in _SIGNS:
            at = QPointF(room.x(), room.center().y() - _ICON / 2)
            painter.drawPixmap(at, look.pixmap(*_SIGNS[row.stands], _ICON))
        elif column is not At.STATE:
            return room
        return room.adjusted(_MARK, 0, 0, 0)

    def _write(self, painter: QPainter, room: QRectF, column: At, row: Row) -> None:
        text = columns()[column].text(row)
        strong = column is At.NAME and row.stands not in _QUIET
        tone = "text" if column in {At.NAME, At.EXPECTED} else "text-2"
        if row.stands in _QUIET:
            tone = "text-3"
        elif (column is At.EXPECTED and row.late) or (
            column is At.STATE and row.stands is Stands.NEXT and not row.is_here
        ):
            tone, strong = "warn-text", True
        paint_text(painter, room, text, Ink(CELL_STRONG if strong else CELL, tone), self._look)
