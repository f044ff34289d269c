"""The table of requests."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.common.choosing import ChoosingTable
from ui.common.kind_chip import paint_kind
from ui.common.look import Look
from ui.common.records import Column, Index, Role
from ui.common.rows import IconCells, dress_rows
from ui.event.request_filters import Entry
from ui.event.request_words import STATES, fixed_words, side_words, state_words

_ROW = 36
_WIDTHS = (84, 0, 0, 54, 48, 68, 72, 226)
_KIND, _FIXED, _STATE = 3, 6, 7


class RequestTable(ChoosingTable[Entry]):
    """Requests by the thousand."""

    def __init__(self, look: Look, zone: ZoneInfo) -> None:
        super().__init__(_columns(zone), lambda each: each.id)
        dress_rows(self, "Requests", _ROW, _WIDTHS)
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setItemDelegate(RequestCells(look, self))
        look.changed.connect(self.viewport().update)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show others."""
        # Where nothing is fixed, names have more room.
        self.setColumnHidden(_FIXED, not any(_is_fixed(each) for each in entries))
        self.show_records(entries)

    def stands_for(self, record: Entry, wanted: UUID) -> bool:
        """Tell whether it is the request, or the other side's of the same meeting."""
        return wanted in record.row.request.rows

    def sizeHintForColumn(self, column: int) -> int:
        # By a double click on its edge; Qt would measure each of thousands of rows.
        return _WIDTHS[column] or 200


class RequestCells(IconCells[Entry]):
    """Puts a chip for the kind, and an icon before the words of the state."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(look, _STATE, lambda entry: STATES[entry.state][1:], parent)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.column() == _KIND:
            option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.column() == _KIND:
            entry: Entry = index.data(Role.RECORD)
            area = option.rect.adjusted(8, 0, 0, 0)
            paint_kind(painter, area.toRectF(), entry.row.request.kind, self.look)


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
    priority: Column[Entry] = Column(
        "Priority", lambda each: str(each.row.request.priority), counts=True
    )
    fixed: Column[Entry] = Column("Fixed", lambda each: fixed_words(each.row.request, zone))
    state: Column[Entry] = Column(
        "State",
        lambda each: state_words(each.row, each.why, zone),
        lambda each: (order.index(each.state), state_words(each.row, each.why, zone)),
    )
    return (number, guests, hosts, kind, mutual, priority, fixed, state)
