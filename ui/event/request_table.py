"""The table of requests."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QItemSelectionModel, QObject, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.common.kind_chip import paint_kind
from ui.common.look import Look
from ui.common.records import Column, Index, RecordModel, Role
from ui.common.rows import ICON, dress_rows
from ui.event.request_filters import Entry
from ui.event.request_words import STATES, fixed_words, side_words, state_words

_ROW = 36
_WIDTHS = (78, 0, 0, 56, 48, 62, 92, 222)
_KIND, _FIXED, _STATE = 3, 6, 7


class RequestTable(QTableView):
    """Requests by the thousand. ``chosen_changed``: another one is chosen, or none."""

    chosen_changed = Signal()

    def __init__(self, look: Look, zone: ZoneInfo) -> None:
        super().__init__()
        self._restoring = False
        self.records: RecordModel[Entry] = RecordModel(_columns(zone), lambda each: each.id, self)
        self.setModel(self.records)
        self.setItemDelegate(RequestCells(look, self))
        self._dress()
        look.changed.connect(self.viewport().update)
        self.selectionModel().selectionChanged.connect(self._hear)

    @property
    def chosen(self) -> Entry | None:
        """The request that is chosen, if one is."""
        index = self.currentIndex()
        selected = index.isValid() and self.selectionModel().isRowSelected(index.row())
        return self.records.records[index.row()] if selected else None

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show others; the one that is chosen stays so if it is among them."""
        chosen = self.chosen
        self._restoring = True
        self.records.show(entries)
        # Where nothing is fixed, names have more room.
        self.setColumnHidden(_FIXED, not any(_is_fixed(each) for each in entries))
        found = chosen is not None and self.choose(chosen.id)
        if chosen is not None and not found:
            self.clearSelection()
        self._restoring = False
        if chosen is not None:
            self.chosen_changed.emit()

    def choose(self, request: UUID) -> bool:
        """Choose a request and bring it in sight; tell whether it is shown at all."""
        for at, each in enumerate(self.records.records):
            if request in each.row.request.rows:
                index = self.records.index(at, 0)
                flags = QItemSelectionModel.SelectionFlag
                self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
                self.scrollTo(index)
                return True
        return False

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: a letter is for the search field, and a scan for the Desk."""

    def sizeHintForColumn(self, column: int) -> int:
        # By a double click on its edge; Qt would measure each of thousands of rows.
        return _WIDTHS[column] or 200

    def _hear(self) -> None:
        if not self._restoring:
            self.chosen_changed.emit()

    def _dress(self) -> None:
        dress_rows(self, "Requests", _ROW, _WIDTHS)
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)


class RequestCells(QStyledItemDelegate):
    """Puts a chip for the kind, and an icon before the words of the state."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        entry: Entry = index.data(Role.RECORD)
        if index.column() == _KIND:
            option.text = ""
        elif index.column() == _STATE:
            _words, icon, tone = STATES[entry.state]
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.decorationSize = QSize(ICON, ICON)
            option.icon = QIcon(self._look.pixmap(icon, tone, ICON))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.column() == _KIND:
            entry: Entry = index.data(Role.RECORD)
            area = option.rect.adjusted(8, 0, 0, 0)
            paint_kind(painter, area.toRectF(), entry.row.request.kind, self._look)


def _is_fixed(entry: Entry) -> bool:
    request = entry.row.request
    return request.slot is not None or bool(request.table or request.forbidden)


def _columns(zone: ZoneInfo) -> tuple[Column[Entry], ...]:
    def of(text: str) -> tuple[str, int]:
        letters = text.rstrip("0123456789")
        return letters, int(text[len(letters) :] or 0)

    order = list(STATES)
    number: Column[Entry] = Column(
        "Number", lambda each: each.row.request.number, lambda each: of(each.row.request.number)
    )
    guests: Column[Entry] = Column("Who asks", lambda each: side_words(each.row.request.guests))
    hosts: Column[Entry] = Column("Who is asked", lambda each: side_words(each.row.request.hosts))
    kind: Column[Entry] = Column("Kind", lambda each: each.row.request.kind.upper())
    mutual: Column[Entry] = Column("Both", lambda each: "Yes" if each.row.request.mutual else "")
    priority: Column[Entry] = Column("Priority", lambda each: str(each.row.request.priority))
    fixed: Column[Entry] = Column("Fixed", lambda each: fixed_words(each.row.request, zone))
    state: Column[Entry] = Column(
        "State",
        lambda each: state_words(each.row, each.why, zone),
        lambda each: (order.index(each.state), state_words(each.row, each.why, zone)),
    )
    return (number, guests, hosts, kind, mutual, priority, fixed, state)
