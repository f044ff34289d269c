"""The grid as a table of Qt: a row for each table, a column for each slot."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from ui.common.records import NOWHERE, Index
from ui.floor.marks import Marks
from ui.floor.sheet import Cell, Sheet
from ui.floor.words import cell_tip, cell_words, slot_times

_SPOKEN = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole})


class FloorModel(QAbstractTableModel):
    """Shows a sheet. It never reads: the page hands it the next one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self.marks: Marks | None = None
        """What is said of each cell while a meeting is carried."""

    @property
    def sheet(self) -> Sheet | None:
        """What is shown."""
        return self._sheet

    def show(self, sheet: Sheet) -> bool:
        """Show another sheet; tell whether tables or slots are others than before."""
        before, self._sheet = self._sheet, sheet
        if before is None or not _is_same_frame(before, sheet):
            self._sheet = before
            self.beginResetModel()
            self._sheet = sheet
            self.endResetModel()
            return True
        for row, (was, now) in enumerate(zip(before.rows, sheet.rows, strict=True)):
            if was is not now and was != now:
                changed = [at for at, cell in enumerate(now) if cell != was[at]]
                self.dataChanged.emit(self.index(row, changed[0]), self.index(row, changed[-1]))
        return False

    def cell(self, row: int, column: int) -> Cell:
        """Give what a cell shows."""
        assert self._sheet is not None  # noqa: S101 - there are no cells before
        return self._sheet.rows[row][column]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self._sheet is None else len(self._sheet.day.tables)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self._sheet is None else len(self._sheet.day.slots)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._sheet is None:
            return None
        if role in _SPOKEN:
            words = cell_words(self._sheet, index.row(), index.column())
            mark = self.marks.mark(index.row(), index.column()) if self.marks else None
            return f"{mark.words}: {words}" if mark is not None and mark.words else words
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell_tip(self._sheet, index.row(), index.column()) or None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if self._sheet is None or role not in _SPOKEN:
            return None
        day = self._sheet.day
        if orientation is Qt.Orientation.Horizontal:
            slot = day.slots[section]
            return f"Slot {slot.number}, {slot_times(day, slot)}"
        return f"Table {day.tables[section].label}"


def _is_same_frame(one: Sheet, other: Sheet) -> bool:
    return one.day.slots == other.day.slots and [each.label for each in one.day.tables] == [
        each.label for each in other.day.tables
    ]
