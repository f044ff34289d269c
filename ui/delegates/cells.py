"""How the cells of the table are painted."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.delegates.table import DelegateRow, Paper
from ui.common.lettering import CELL, CELL_STRONG, font
from ui.common.look import Look
from ui.common.marks import paint_state, paint_swatch
from ui.delegates.columns import TableColumn
from ui.delegates.words import listed_name

PADDING = 8
_MARK = 22
_QUIET = frozenset({"badge_number", "since"})


class Cells(QStyledItemDelegate):
    """Paints straight from the records: Qt's own way through the style sheet takes four times."""

    def __init__(
        self, look: Look, columns: tuple[TableColumn, ...], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._columns = columns
        self.hovered = -1
        self._fonts = {strong: font(CELL_STRONG if strong else CELL) for strong in (True, False)}
        self._metrics = {strong: QFontMetrics(made) for strong, made in self._fonts.items()}
        self._colours: dict[str, QColor] = {}
        look.changed.connect(self._colours.clear)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        area: QRect = option.rect
        state = option.state
        column = self._columns[index.column()]
        row: DelegateRow = index.model().records[index.row()]  # type: ignore[attr-defined]
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or index.row() == self.hovered:
            painter.fillRect(area, self._colour("accent-soft" if selected else "hover"))
        painter.fillRect(area.x(), area.bottom(), area.width(), 1, self._colour("line"))
        if selected and column.name == "badge_number":
            painter.fillRect(area.x(), area.y(), 3, area.height() - 1, self._colour("accent"))
        left = area.x() + PADDING + self._paint_mark(painter, area, column.name, row)
        painter.setPen(self._colour(_text_colour(column.name, row)))
        room = QRect(left, area.y(), area.right() - PADDING - left, area.height() - 1)
        if column.name == "name":
            room.setWidth(room.width() - (_MARK if _sign(row) else 0))
            first, then = listed_name(row.person)
            room.setLeft(room.left() + self._write(painter, room, first, strong=True))
            self._write(painter, room, then)
        else:
            self._write(painter, room, column.column.text(row))

    def _write(self, painter: QPainter, room: QRect, text: str, *, strong: bool = False) -> int:
        """Write a text, cut where there is no room, and tell how wide it is."""
        metrics = self._metrics[strong]
        if room.width() < metrics.horizontalAdvance("…"):
            return 0
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(self._fonts[strong])
        painter.drawText(room, _MIDDLE, shown)
        return metrics.horizontalAdvance(shown)

    def _paint_mark(self, painter: QPainter, area: QRect, name: str, row: DelegateRow) -> int:
        cell = QRectF(area)
        if name == "state":
            paint_state(
                painter,
                QRectF(cell.x() + PADDING, cell.y(), 14, cell.height()),
                row.state,
                self._look,
            )
            return _MARK
        if name == "delegation" and row.person.delegation_colour:
            swatch = QRectF(cell.x() + PADDING, cell.center().y() - 6, 12, 12)
            outline = self._colour("text-3")
            paint_swatch(painter, swatch, row.person.delegation_colour, outline)
            return _MARK
        if name == "name" and (sign := _sign(row)) is not None:
            at = cell.right() - PADDING - 14, cell.center().y() - 7
            painter.drawPixmap(QPointF(*at), self._look.pixmap(*sign, 14))
        return 0

    def _colour(self, name: str) -> QColor:
        known = self._colours.get(name)
        if known is None:
            known = self._colours[name] = self._look.colour(name)
        return known


_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


def _sign(row: DelegateRow) -> tuple[str, str] | None:
    """Give the icon and colour of what stands beside a name, if anything."""
    if row.to_decide:
        return "circle-question-mark", "warn-mark"
    if row.person.attention:
        return "flag", "warn-mark"
    return ("sticky-note", "text-3") if row.person.note else None


def _text_colour(name: str, row: DelegateRow) -> str:
    if name == "badge" and row.paper is not Paper.PRINTED:
        return "warn-text" if row.paper is Paper.CHANGED else "text-2"
    return "text-2" if name in _QUIET else "text"
