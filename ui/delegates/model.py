"""The rows of the table: everybody, in order, less those who are left out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from PySide6.QtCore import QObject, Qt

from app.delegates.table import DelegateRow, goes_on, narrowed
from ui.common.records import RecordModel
from ui.delegates.columns import TableColumn
from ui.delegates.filters import Counts, Filters, counted

Order = tuple[int, Qt.SortOrder]

_FOLDED_AHEAD = 3
"""The first columns, number, name and organisation, differ from row to row: what they sort by is
made and remembered before somebody sorts."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Who is to be shown: of those who fit the filters those who match what was typed.

    ``meant`` are those whom it may mean, if it matches nobody as it was typed.
    """

    typed: str = ""
    filters: Filters = field(default_factory=Filters)
    meant: Collection[UUID] = ()

    @property
    def everybody(self) -> bool:
        """Tell whether nobody is left out."""
        return not self.typed.strip() and not self.filters.active


@dataclass(frozen=True, slots=True)
class Everybody:
    """All rows in an order, and how many have which value."""

    rows: Sequence[DelegateRow]
    order: Order
    counts: Counts


class DelegatesModel(RecordModel[DelegateRow]):
    """One delegate a row. Sorting and leaving out are its own, without a proxy."""

    def __init__(self, columns: Sequence[TableColumn], parent: QObject | None = None) -> None:
        super().__init__([each.column for each in columns], lambda row: row.id, parent)
        self.everybody: Sequence[DelegateRow] = ()
        self.wanted = Wanted()
        # Whoever types on leaves out more of those who are left.
        self._last: tuple[Sequence[DelegateRow], str, Sequence[DelegateRow]] = ((), "", ())
        self.order: Order = (1, Qt.SortOrder.AscendingOrder)

    @property
    def here(self) -> int:
        """Count who is here of those who are shown."""
        return sum(row.state == "here" for row in self._records)

    def take(self, everybody: Everybody) -> None:
        """Show what was read."""
        self.everybody = everybody.rows
        if everybody.order != self.order:
            self.everybody = self.ordered(self.everybody, self.order)
        self.show(self.everybody)

    def want(self, wanted: Wanted) -> None:
        """Show others."""
        self.wanted = wanted
        # Without asking whether the same people stay: at 20,000 that takes longer than all else.
        self.beginResetModel()
        self._records = tuple(self.left())
        self.endResetModel()

    def put(self, row: DelegateRow) -> None:
        """Show one person anew, where they stand."""
        self.everybody = [row if each.id == row.id else each for each in self.everybody]
        self.show(self.everybody)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.order = (column, order)
        self.everybody = self.ordered(self.everybody, self.order)
        super().sort(column, order)

    def ordered(self, rows: Sequence[DelegateRow], order: Order) -> Sequence[DelegateRow]:
        """Put rows in an order; it may be called on any thread."""
        column, direction = order
        sorted_by = self._columns[column].sort or self._columns[column].text
        return sorted(rows, key=sorted_by, reverse=direction is Qt.SortOrder.DescendingOrder)

    def prepared(self, rows: Sequence[DelegateRow]) -> Everybody:
        """Make ready what was read, off the window's thread: whoever is as before stays it."""
        known: Mapping[UUID, DelegateRow] = {row.id: row for row in self.everybody}
        kept = [known[row.id] if known.get(row.id) == row else row for row in rows]
        order = self.order
        for each in self._columns[:_FOLDED_AHEAD]:
            for row in kept:
                (each.sort or each.text)(row)
        return Everybody(self.ordered(kept, order), order, counted(kept))

    def left(self) -> Sequence[DelegateRow]:
        """Give those who are to be shown, in order."""
        wanted = self.wanted
        if wanted.meant:
            meant = frozenset(wanted.meant)
            return wanted.filters.kept([row for row in self.everybody if row.id in meant])
        among, before, rows = self._last
        if among is not self.everybody or not goes_on(wanted.typed, before):
            rows = self.everybody
        rows = narrowed(rows, wanted.typed)
        self._last = (self.everybody, wanted.typed, rows)
        return wanted.filters.kept(rows)

    def row_of(self, delegate: UUID) -> int:
        """Give the row that somebody stands in, or -1."""
        return next((at for at, row in enumerate(self._records) if row.id == delegate), -1)

    def _in_order(self, records: Sequence[DelegateRow]) -> tuple[DelegateRow, ...]:
        del records  # everybody stands in order already
        return tuple(self.left())
