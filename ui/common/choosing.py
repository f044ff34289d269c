"""A table of rows of which one is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import QTableView

from ui.common.records import Column, RecordModel

R = TypeVar("R")


class ChoosingTable(QTableView, Generic[R]):
    """The row that is chosen stays so when they are read again: ``key`` knows it.

    ``chosen_changed``: another one is chosen, or none, or others were read.
    """

    chosen_changed = Signal()

    def __init__(self, columns: Sequence[Column[R]], key: Callable[[R], UUID]) -> None:
        super().__init__()
        self._restoring, self._key = False, key
        self.records: RecordModel[R] = RecordModel(columns, key, self)
        self.setModel(self.records)
        self.selectionModel().selectionChanged.connect(self._hear)

    @property
    def chosen(self) -> R | None:
        """The row that is chosen, if one is."""
        index = self.currentIndex()
        selected = index.isValid() and self.selectionModel().isRowSelected(index.row())
        return self.records.records[index.row()] if selected else None

    def show_records(self, records: Sequence[R]) -> None:
        """Show others; the one that is chosen stays so if it is among them."""
        chosen = self.chosen
        self._restoring = True
        self.records.show(records)
        if chosen is None or not self.choose(self._key(chosen)):
            self.clearSelection()
        self._restoring = False
        self.chosen_changed.emit()

    def choose(self, wanted: UUID) -> bool:
        """Choose a row and bring it in sight; tell whether it is shown at all."""
        for at, each in enumerate(self.records.records):
            if self.stands_for(each, wanted):
                index = self.records.index(at, 0)
                flags = QItemSelectionModel.SelectionFlag
                self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
                self.scrollTo(index)
                return True
        return False

    def stands_for(self, record: R, wanted: UUID) -> bool:
        """Tell whether a row is the one that is wanted."""
        return self._key(record) == wanted

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: a letter is for a search field, and a scan for whatever takes it."""

    def _hear(self) -> None:
        if not self._restoring:
            self.chosen_changed.emit()
