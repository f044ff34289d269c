"""Tables of records: one model for all of them, a tuple of columns for each."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
_TO_THE_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Role(IntEnum):
    """Roles beyond Qt's own."""

    RECORD = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: its title, what a cell shows, and what it sorts by if not that.

    Numbers ``counts`` stand to the right, digit below digit.
    """

    title: str
    text: Callable[[R], str]
    sort: Callable[[R], Any] | None = None
    counts: bool = False


class RecordModel(QAbstractTableModel, Generic[R]):
    """Shows records, one a row. It never queries: a page hands it a new tuple."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = columns
        self._key = key
        self._records: tuple[R, ...] = ()
        self._sorted_by = (-1, Qt.SortOrder.AscendingOrder)

    @property
    def records(self) -> tuple[R, ...]:
        """The records in the order they are shown."""
        return self._records

    def show(self, records: Sequence[R]) -> None:
        """Replace the records. Selection and scroll survive if the same keys stay."""
        old, new = self._records, self._in_order(records)
        if [self._key(each) for each in old] != [self._key(each) for each in new]:
            self.beginResetModel()
            self._records = new
            self.endResetModel()
            return
        self._records = new
        last = len(self._columns) - 1
        for at, (before, after) in enumerate(zip(old, new, strict=True)):
            if before is not after and before != after:
                self.dataChanged.emit(self.index(at, 0), self.index(at, last))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, and keep to it with what is shown next; -1 is the order given.

        A proxy would ask Python twice for each comparison, which at 20,000 rows holds the
        window up for a second; sorting by keys made once takes a fiftieth.
        """
        self._sorted_by = (column, order)
        self.layoutAboutToBeChanged.emit()
        kept = [(index, self._records[index.row()]) for index in self.persistentIndexList()]
        self._records = self._in_order(self._records)
        if kept:
            # The records are the same ones: to ask each for its key takes longer than the sorting.
            rows = {id(record): at for at, record in enumerate(self._records)}
            for index, record in kept:
                self.changePersistentIndex(index, self.index(rows[id(record)], index.column()))
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Count the records."""
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a cell's text, or the row's record."""
        if not index.isValid():
            return None
        record, column = self._records[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return column.text(record)
            case Role.RECORD:
                return record
            case Qt.ItemDataRole.TextAlignmentRole if column.counts:
                return _TO_THE_RIGHT
            case _:
                return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Give a column's title."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and column.counts:
            return _TO_THE_RIGHT
        return column.title if role == Qt.ItemDataRole.DisplayRole else None

    def _in_order(self, records: Sequence[R]) -> tuple[R, ...]:
        column, order = self._sorted_by
        if column < 0:
            return tuple(records)
        by = self._columns[column].sort or self._columns[column].text
        backwards = order is Qt.SortOrder.DescendingOrder
        return tuple(sorted(records, key=by, reverse=backwards))
