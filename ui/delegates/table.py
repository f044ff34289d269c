"""The table of delegates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.delegates.table import DelegateRow
from ui.common.lettering import LABEL_STRONG, font
from ui.common.look import Look
from ui.delegates.cells import Cells
from ui.delegates.columns import TableColumn
from ui.delegates.model import DelegatesModel, Everybody, Wanted

ROW = 40
_TAKES_REST = "organisation"


class DelegatesTable(QTableView):
    """Shows everybody. Whoever is chosen stays so, and in sight, when it is read again."""

    chosen_changed = Signal()
    """Somebody chose others: ``chosen`` gives them."""
    columns_changed = Signal(str)

    def __init__(
        self, look: Look, columns: tuple[TableColumn, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = columns
        self._restoring = False
        self.records = DelegatesModel(columns, self)
        self._cells = Cells(look, columns, self)
        self.setModel(self.records)
        self.setItemDelegate(self._cells)
        self._dress()
        look.changed.connect(self.viewport().update)
        self.selectionModel().selectionChanged.connect(self._hear_selection)
        self.show_columns("")

    @property
    def columns(self) -> str:
        """The names of the columns that stand, as they are kept in the settings."""
        shown = (each.name for at, each in enumerate(self._columns) if not self.isColumnHidden(at))
        return ",".join(shown)

    def show_columns(self, names: str) -> None:
        """Show the named columns; a blank is the usual ones. The name always stands."""
        wanted = set(names.split(",")) & {each.name for each in self._columns}
        for at, each in enumerate(self._columns):
            stands = each.name in wanted if wanted else each.usual
            self.setColumnHidden(at, not stands and each.name != "name")

    def choose_columns(self, names: str) -> None:
        """Show the named columns, and tell that somebody wanted them."""
        self.show_columns(names)
        self.columns_changed.emit(self.columns)

    @property
    def chosen(self) -> tuple[DelegateRow, ...]:
        """Those who are chosen, in the order they stand."""
        records = self.records.records
        ranges: Any = self.selectionModel().selection()  # the stubs can't count it
        rows = {at for each in ranges for at in range(each.top(), each.bottom() + 1)}
        return tuple(records[at] for at in sorted(rows))

    def take(self, everybody: Everybody) -> None:
        """Show what was read; selection and scroll stay."""
        in_sight = self._is_in_sight(self.viewport().height())
        top = self._top()
        with_top = self.records.records[top].id if top >= 0 else None
        self._keeping_chosen(lambda: self.records.take(everybody))
        at = self.records.row_of(with_top) if with_top is not None else -1
        if at >= 0:
            self.verticalScrollBar().setValue(at)
        if in_sight:
            self._bring_in_sight()

    def want(self, wanted: Wanted) -> None:
        """Show others, from the top; whoever is chosen stays so if they are among them."""
        self._keeping_chosen(lambda: self.records.want(wanted))
        self.scrollToTop()

    def put(self, row: DelegateRow) -> None:
        """Show one person anew."""
        self._keeping_chosen(lambda: self.records.put(row))

    def choose(self, delegate: UUID) -> bool:
        """Choose one person and bring them in sight; tell whether they are shown at all."""
        at = self.records.row_of(delegate)
        if at < 0:
            return False
        self._restoring = True
        index = self.records.index(at, self._first_column())
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._restoring = False
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_in_sight(event.oldSize().height()):
            self._bring_in_sight()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(round(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: a letter is for the search field, and a scan for the Desk."""

    def sizeHintForColumn(self, column: int) -> int:
        # By a double click on its edge; Qt would measure each of 20,000 rows.
        return self._columns[column].width

    def _dress(self) -> None:
        self.setAccessibleName("Delegates")
        self.setProperty("part", "people")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSortingEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW)
        header = self.horizontalHeader()
        header.setFont(font(LABEL_STRONG))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(64)
        header.setSectionsClickable(True)
        header.setSortIndicator(*self.records.order)
        header.setSortIndicatorShown(True)
        header.sortIndicatorChanged.connect(self._sort)
        for at, each in enumerate(self._columns):
            self.setColumnWidth(at, each.width)
            if each.name == _TAKES_REST:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        if column >= 0:
            self.records.sort(column, order)

    def _first_column(self) -> int:
        return next(at for at in range(len(self._columns)) if not self.isColumnHidden(at))

    def _top(self) -> int:
        return self.rowAt(0) if self.records.records else -1

    def _is_in_sight(self, height: int) -> bool:
        """Tell whether the current row is chosen and begins within so much of the table."""
        index = self.currentIndex()
        chosen = index.isValid() and self.selectionModel().isSelected(index)
        return chosen and 0 <= self.visualRect(index).y() < height

    def _bring_in_sight(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def _hear_selection(self, _chosen: QItemSelection, _left: QItemSelection) -> None:
        if not self._restoring:
            self.chosen_changed.emit()

    def _keeping_chosen(self, change: Callable[[], None]) -> None:
        """Change what is shown; choose again whoever was chosen, which a reset forgets."""
        chosen = {row.id for row in self.chosen}
        current = self._record(self.currentIndex())
        self._restoring = True
        change()
        if chosen:
            self._choose_again(chosen, current)
        self._restoring = False

    def _choose_again(self, chosen: set[UUID], current: UUID | None) -> None:
        selection = QItemSelection()
        last = len(self._columns) - 1
        for first, until in _runs([row.id in chosen for row in self.records.records]):
            top, bottom = self.records.index(first, 0), self.records.index(until, last)
            selection.select(top, bottom)
        flags = QItemSelectionModel.SelectionFlag
        if current is not None and (at := self.records.row_of(current)) >= 0:
            index = self.records.index(at, self._first_column())
            self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
        self.selectionModel().select(selection, flags.ClearAndSelect)

    def _record(self, index: QModelIndex) -> UUID | None:
        return self.records.records[index.row()].id if index.isValid() else None

    def _hover(self, row: int) -> None:
        before, self._cells.hovered = self._cells.hovered, row
        if before != row:
            self.viewport().update()


def _runs(flags: Sequence[bool]) -> list[tuple[int, int]]:
    """Give the first and last place of each run of true flags."""
    runs: list[tuple[int, int]] = []
    for at, flag in enumerate(flags):
        if flag and runs and runs[-1][1] == at - 1:
            runs[-1] = (runs[-1][0], at)
        elif flag:
            runs.append((at, at))
    return runs
