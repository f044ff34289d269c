"""The rows of a file as a table, with what is wrong or corrected in them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.delegates.importing.troubles import Trouble
from app.delegates.reading.preview import PreviewRow
from ui.common.lettering import CELL, CELL_STRONG, font
from ui.common.look import Look
from ui.common.records import NOWHERE, Index
from ui.event.importing.draft import Draft


class CellRole(IntEnum):
    """Roles beyond Qt's own."""

    MARK = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Mark:
    """How a cell stands out: ``tone`` is ``bad``, ``warn`` or ``accent``; ``tip`` says why."""

    tone: str
    tip: str


class PreviewModel(QAbstractTableModel):
    """Shows a draft's rows. ``mark`` says which cells stand out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self._shown: Sequence[PreviewRow] = ()
        self._rows: dict[int, int] = {}
        self._places: dict[str, int] = {}
        self._marks: dict[tuple[int, str], Mark] = {}

    def show(self, draft: Draft) -> None:
        """Show a draft; of the same file only its cells are told anew."""
        known = self._draft is not None and self._draft.preview is draft.preview
        if not known:
            self.beginResetModel()
            self._show_rows(draft.preview.rows)
            self._places = {each.label: at for at, each in enumerate(draft.preview.columns)}
            self._marks = {}
            self._draft = draft
            self.endResetModel()
            return
        self._draft = draft
        self._tell()

    def narrow(self, lines: Collection[int]) -> None:
        """Show only these lines of the file; all, if there are none."""
        if self._draft is None:
            return
        rows = self._draft.preview.rows
        self.beginResetModel()
        self._show_rows([row for row in rows if row.line in lines] if lines else rows)
        self.endResetModel()

    def _show_rows(self, rows: Sequence[PreviewRow]) -> None:
        self._shown = rows
        self._rows = {row.line: at for at, row in enumerate(rows)}

    def mark(self, troubles: Sequence[Trouble]) -> None:
        """Let the cells of these troubles stand out, and those that were corrected."""
        marks: dict[tuple[int, str], Mark] = {}
        if self._draft is not None:
            first = self._draft.preview.columns[0].label
            for cell in self._draft.corrections:
                marks[cell] = Mark("accent", "Corrected here")
            for trouble in troubles:
                mark = Mark("bad" if trouble.rejects else "warn", self._draft.kind.text(trouble))
                for line in trouble.lines:
                    marks[line, trouble.column or first] = mark
        self._marks = marks
        self._tell()

    def index_of(self, line: int, label: str) -> QModelIndex:
        """Give the cell of a line of the file in the column of this label."""
        return self.index(*self._cell(line, label))

    def line_at(self, row: int) -> int:
        """Give the line of the file that stands in a row."""
        return self._shown[row].line

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self._draft is None else len(self._draft.preview.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._draft is None:
            return None
        label = self._draft.preview.columns[index.column()].label
        mark = self._marks.get((self._shown[index.row()].line, label))
        text = self.text(index.row(), index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text
            case CellRole.MARK:
                return mark
            case Qt.ItemDataRole.ToolTipRole:
                return mark.tip if mark else (text if len(text) > 16 else None)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{text or 'empty'}. {mark.tip}" if mark else text
            case _:
                return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or self._draft is None:
            return None
        if orientation is Qt.Orientation.Vertical:
            return f"{self._shown[section].line:,}"
        column = self._draft.preview.columns[section]
        return column.header or f"Column {section + 1}"

    def text(self, row: int, column: int) -> str:
        """Give what stands in a cell."""
        assert self._draft is not None  # noqa: S101 - there are no rows without one
        shown = self._shown[row]
        if self._draft.corrections:
            at = (shown.line, self._draft.preview.columns[column].label)
            if at in self._draft.corrections:
                return self._draft.corrections[at]
        return shown.cells[column]

    def _cell(self, line: int, label: str) -> tuple[int, int]:
        return self._rows.get(line, -1), self._places.get(label, 0)

    def _tell(self) -> None:
        if self.rowCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)


class CellPainter(QStyledItemDelegate):
    """Paints a cell; what is wrong has a frame, an icon and bold words."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area = QRectF(option.rect)
        mark: Mark | None = index.data(CellRole.MARK)
        text: str = index.data() or ""
        painter.save()
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.drawLine(area.topRight(), area.bottomRight())
        room = area.adjusted(10, 0, -8, 0)
        if mark is None:
            painter.setFont(font(CELL))
            painter.setPen(self._look.colour("text"))
        else:
            self._paint_mark(painter, area, mark)
            room.setLeft(area.left() + 32)
            painter.setFont(font(CELL_STRONG))
            painter.setPen(self._look.colour(f"{mark.tone}-text"))
            text = text or "empty"
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        self._paint_focus(painter, option, area)
        painter.restore()

    def _paint_mark(self, painter: QPainter, area: QRectF, mark: Mark) -> None:
        frame = area.adjusted(0, 0, -1, -1)
        painter.setPen(QPen(self._look.colour(_FRAMES[mark.tone]), 1.5))
        painter.setBrush(self._look.colour(f"{mark.tone}-soft"))
        painter.drawRect(frame.adjusted(0.75, 0.75, -0.75, -0.75))
        pixmap = self._look.pixmap(_ICONS[mark.tone], f"{mark.tone}-text", 14)
        at = QPointF(area.left() + 10, area.center().y() - 7)
        painter.drawPixmap(at, pixmap)

    def _paint_focus(self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF) -> None:
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1, -2, -2))


_FRAMES: Mapping[str, str] = {"bad": "bad", "warn": "warn-mark", "accent": "accent"}
_ICONS: Mapping[str, str] = {"bad": "circle-x", "warn": "circle-alert", "accent": "pencil"}
