"""The list of consequences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QItemSelectionModel, QObject, Signal
from PySide6.QtWidgets import (
    QStyle,
    QStyleOptionViewItem,
    QTableView,
)

from ui.common.look import Look
from ui.common.records import Column, Index, RecordModel
from ui.common.rows import IconCells, dress_rows
from ui.floor.changes.rows import Consequence, Fate

_ROW = 32
_WIDTHS = (76, 0, 120, 180, 112, 262)
_BECOMES = 3
_ICONS: Mapping[Fate, tuple[str, str]] = {
    Fate.HOMELESS: ("circle-alert", "bad-text"),
    Fate.OPEN: ("circle-alert", "warn-text"),
    Fate.MOVES: ("move", "move-text"),
    Fate.MAKES_ROOM: ("arrow-left-right", "move-text"),
    Fate.CANCELLED: ("ban", "text-2"),
    Fate.NEW: ("plus", "ok-text"),
    Fate.LATER: ("clock", "text-2"),
}


class ConsequenceTable(QTableView):
    """``chosen_changed``: another row is chosen, or the chosen one says something else."""

    chosen_changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.records: RecordModel[Consequence] = RecordModel(
            _columns(), lambda each: each.key, self
        )
        self.setModel(self.records)
        self.setItemDelegate(_Cells(look, self))
        dress_rows(self, "Consequences", _ROW, _WIDTHS)
        look.changed.connect(self.viewport().update)
        self.selectionModel().currentChanged.connect(lambda *_: self.chosen_changed.emit())

    @property
    def chosen(self) -> Consequence | None:
        """The row that is chosen."""
        index = self.currentIndex()
        return self.records.records[index.row()] if index.isValid() else None

    def show_rows(self, rows: Sequence[Consequence]) -> None:
        """Show others; the chosen meeting stays chosen, or else the first is."""
        chosen = self.chosen
        self.records.show(rows)
        keys = [each.key for each in rows]
        at = keys.index(chosen.key) if chosen is not None and chosen.key in keys else 0
        if rows:
            flags = QItemSelectionModel.SelectionFlag
            index = self.records.index(at, 0)
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)
        self.chosen_changed.emit()

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters may be a scan."""


class _Cells(IconCells[Consequence]):
    """Puts an icon before what becomes of a meeting."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(look, _BECOMES, lambda row: _ICONS[row.fate], parent)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        # The row is chosen, not the cell.
        option.state &= ~QStyle.StateFlag.State_HasFocus


def _columns() -> tuple[Column[Consequence], ...]:
    return (
        Column("Number", lambda each: each.number),
        Column("Who", lambda each: each.who),
        Column("From", lambda each: each.was),
        Column("To", lambda each: each.becomes),
        Column("To be told", lambda each: each.told_words),
        Column("Why", lambda each: each.why),
    )
